"""The first and the last day of what a form says about dates, in English, French and Spanish."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import NamedTuple

from rapportkit.text.dates import MONTH

_NAMES = (
    ("jan", "ene"),
    ("feb", "fev"),
    ("mar",),
    ("apr", "avr", "abr"),
    ("may", "mai"),
    ("jun", "juin"),
    ("jul", "juil"),
    ("aug", "aou", "ago"),
    ("sep", "set"),
    ("oct",),
    ("nov",),
    ("dec", "dic"),
)
_MONTHS = {start: number for number, starts in enumerate(_NAMES, 1) for start in starts}
_IS_MONTH = re.compile(MONTH)
_PIECE = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2})|(?P<full>\d{1,2}[./]\d{1,2}[./]\d{4})|(?P<year>\b\d{4}\b)"
    r"|(?P<day>\b\d{1,2})(?:st|nd|rd|th|er|º|°)?\b|(?P<month>\b[a-z]{3,10})\b"
)


class Days(NamedTuple):
    """A range of days, both ends within it."""

    first: date
    last: date


class _Day(NamedTuple):
    day: int
    month: int = 0
    year: int = 0


def days(text: str, year: int | None = None) -> Days | None:
    """The days that a text names; None where it names none, or none that there are.

    A day without a month has that of the next day that has one, or of the one before; a date without a
    year has the year of another, or `year`. Figures parted by stops have the day first.

    >>> days("Dhaka, 8-9 December 2016")
    Days(first=datetime.date(2016, 12, 8), last=datetime.date(2016, 12, 9))
    >>> days("du 30 novembre au 2 décembre", 2018)
    Days(first=datetime.date(2018, 11, 30), last=datetime.date(2018, 12, 2))
    >>> days("in the spring of 2018") is None
    True
    """
    found = _dated(_pieces(_plain(text)), year)
    try:
        known = sorted(date(each.year, each.month, each.day) for each in found)
    except ValueError:
        return None
    return Days(known[0], known[-1]) if known else None


def _pieces(text: str) -> list[_Day]:
    """Days as they come, each with the month and year that stand beside it."""
    found: list[_Day] = []
    month = year = 0
    for piece in _PIECE.finditer(text):
        if piece["iso"]:
            at_year, at_month, at_day = map(int, piece["iso"].split("-"))
            found.append(_Day(at_day, at_month, at_year))
        elif piece["full"]:
            at_day, at_month, at_year = map(int, re.split(r"[./]", piece["full"]))
            found.append(_Day(at_day, at_month, at_year))
        elif piece["year"]:
            year = int(piece["year"])
            found = [each if each.year else each._replace(year=year) for each in found]
        elif piece["month"] and (number := _month(piece["month"])):
            # A month before its days counts for those that come; behind them, for those that wait.
            waiting = [each for each in found if not each.month]
            found = [each if each.month else each._replace(month=number) for each in found]
            month = 0 if waiting else number
        elif piece["day"]:
            found.append(_Day(int(piece["day"]), month))
    return found


def _dated(found: list[_Day], year: int | None) -> list[_Day]:
    """Days with the month and year of their neighbours; none where a month or year is still missing."""
    last = next((each.month for each in reversed(found) if each.month), 0)
    known = next((each.year for each in found if each.year), year or 0)
    whole = [_Day(each.day, each.month or last, each.year or known) for each in found if 1 <= each.day <= 31]
    return whole if last and known else []


def _month(word: str) -> int:
    if not _IS_MONTH.fullmatch(word):
        return 0
    return next((_MONTHS[word[:size]] for size in (4, 3) if word[:size] in _MONTHS), 0)


def _plain(text: str) -> str:
    return "".join(
        sign for sign in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(sign)
    )
