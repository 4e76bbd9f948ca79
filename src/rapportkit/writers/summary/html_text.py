"""Text that strangers wrote, as HTML: escaped, in its language, in its direction."""

from __future__ import annotations

import re
from functools import cache
from html import escape

from rapportkit.writers.findings.signs import printable
from rapportkit.writers.summary.spelling import is_right_to_left, same

_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.ASCII | re.IGNORECASE)
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of Hebrew, Arabic, Syriac, Thaana, N’Ko and the older scripts beside them."""
_STRAY = dict.fromkeys(map(ord, "\u200e\u200f\u061c")) | dict.fromkeys(
    map(ord, "\t\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " "
)
"""Marks that turn their neighbours around, since the page says itself which way a text runs; white space of old."""


def line(text: str) -> str:
    r"""A text on one line.

    >>> line("a <b>\nc")
    'a &lt;b&gt; c'
    """
    return escape(" ".join(_printable(text).split("\n")) if "\n" in text else _printable(text))


def lines(text: str) -> str:
    r"""A text whose lines stay lines.

    >>> lines("a\nb")
    'a<br>b'
    """
    if "\n" not in text:
        return line(text)
    return "<br>".join(escape(_printable(each)) for each in text.split("\n"))


def spoken(text: str, language: str, page: str) -> str:
    """The attributes of an element that holds `text`, "" where it is in the language of the page.

    >>> spoken("…", "fr-CA", "en"), spoken("…", "ar", "en"), spoken("…", "en", "en")
    (' lang="fr-CA"', ' lang="ar" dir="rtl"', '')
    """
    return _attributes(language, page) or (' dir="auto"' if _turns(text) else "")


@cache
def _attributes(language: str, page: str) -> str:
    if not _TAG.fullmatch(language) or same(language, page):
        return ""
    return f' lang="{language}"' + (' dir="rtl"' if is_right_to_left(language) else "")


def _turns(text: str) -> bool:
    """Whether any of a text runs from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def _printable(text: str) -> str:
    if text.isprintable():
        return text
    return printable(text.translate(_STRAY))
