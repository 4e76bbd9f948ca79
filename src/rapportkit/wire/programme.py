"""The programme of an event, read from JSON or CSV.

JSON: {"title", "place", "first", "last", "sessions": [{"number", "title", "date", "persons": [...],
"rapporteurs": [...]}]}, dates as 2018-12-06. CSV: one session a line under a head that names its columns; title, place and days of the event are
then not known. Columns may be called by any of the words in `_COLUMNS`, in any order; others are left alone.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from rapportkit.errors import UsageError
from rapportkit.model.programme import PlannedSession, Programme, bare_number

_COLUMNS = {
    kind: tuple(words.split("|"))
    for kind, words in {
        "number": "number|no|no.|nr|n°|nº|session|code|numéro|número|séance|sesión",
        "title": "title|theme|topic|name|session title|titre|thème|título|tema",
        "date": "date|day|jour|fecha|día",
        "persons": "persons|people|speakers|speaker|chair|chairs|co-chairs|moderator|moderators|panellists|panelists"
        "|personnes|orateurs|présidence|modérateur|intervenants"
        "|personas|oradores|ponentes|presidencia|moderador",
        "rapporteurs": "rapporteur|rapporteurs|rapporteuse|relator|relatora|relatores",
    }.items()
}
"""What a column may be called, by what it holds."""

_SEVERAL = frozenset({"persons", "rapporteurs"})
"""Kinds of which every column counts, and not the best named alone."""

_BETWEEN_NAMES = re.compile(r"\s*[;|\n]\s*")
_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ].*)?")
_EUROPEAN = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})")


def read(data: bytes, name: str) -> Programme:
    """Read a programme from the bytes of a file; UsageError says what is wrong with it, and where.

    What begins with a bracket is JSON, everything else CSV.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(
            f"{name}: the programme is no text in UTF-8; save it as CSV (UTF-8) or JSON."
        ) from None
    if text.lstrip()[:1] in {"{", "["}:
        try:
            return load(json.loads(text), name)
        except (ValueError, RecursionError) as trouble:
            raise UsageError(f"{name}: the programme is no sound JSON ({trouble}).") from None
    return _table(text, name)


def load(data: Any, name: str) -> Programme:
    """A programme from its JSON: an object, or a bare list of sessions; UsageError where it is neither."""
    whole: Mapping[str, Any] = data if isinstance(data, Mapping) else {"sessions": data}
    sessions = whole.get("sessions")
    if not isinstance(sessions, list) or not all(isinstance(each, Mapping) for each in sessions):
        raise UsageError(
            f"{name}: a programme in JSON has a list “sessions” of objects with “number” and “title”."
        )
    found = [_session(each, f"{name}, session {number}") for number, each in enumerate(sessions, 1)]
    first, last = (_date(whole.get(key), f"{name}, “{key}”") for key in ("first", "last"))
    return _programme(found, name, _text(whole.get("title")), _text(whole.get("place")), first, last)


def _session(entry: Mapping[str, Any], where: str) -> PlannedSession:
    rapporteurs = _names(entry, "rapporteurs", where)
    persons = dict.fromkeys((*_names(entry, "persons", where), *rapporteurs))
    return PlannedSession(
        _text(entry.get("number")),
        _text(entry.get("title")),
        _date(entry.get("date"), f"{where}, “date”"),
        tuple(persons),
        rapporteurs,
    )


def _names(entry: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """A list of names, or names in one text parted by semicolons."""
    said = entry.get(key) or ()
    names = _BETWEEN_NAMES.split(said) if isinstance(said, str) else said
    if not isinstance(names, Sequence):
        raise UsageError(f"{where}: “{key}” is a list of names.")
    return tuple(filter(None, map(_text, names)))


def _table(text: str, name: str) -> Programme:
    rows = _rows(text)
    head = next(rows, [])
    columns = {kind: _column(head, kind) for kind in _COLUMNS}
    if not columns["number"]:
        said = ", ".join(f"“{cell.strip()}”" for cell in head if cell.strip()) or "nothing"
        raise UsageError(
            f"{name}: the first line of a programme in CSV names its columns, one of them “number”; it says {said}."
        )
    found = []
    for line, row in enumerate(rows, 2):
        cells = {
            kind: "; ".join(row[at].strip() for at in places if at < len(row) and row[at].strip())
            for kind, places in columns.items()
        }
        if any(cells.values()):
            found.append(_session(cells, f"{name}, line {line}"))
    return _programme(found, name)


def _rows(text: str) -> Iterator[list[str]]:
    """The rows of a table whose cells are parted by commas, semicolons or tabs, whichever its head has most of."""
    head = text.partition("\n")[0]
    mark = max(",;\t", key=head.count)
    return csv.reader(io.StringIO(text, newline=""), delimiter=mark)


def _column(head: Sequence[str], kind: str) -> tuple[int, ...]:
    """Where the columns of a kind stand: all that list names, of the others the best named."""
    plain = [" ".join(cell.casefold().split()) for cell in head]
    found = [at for word in _COLUMNS[kind] for at, cell in enumerate(plain) if cell == word]
    return tuple(found) if kind in _SEVERAL else tuple(found[:1])


def _programme(
    sessions: Sequence[PlannedSession],
    name: str,
    title: str = "",
    place: str = "",
    first: date | None = None,
    last: date | None = None,
) -> Programme:
    """A programme whose sessions can be told apart; its days are those of its sessions where it gives none."""
    seen: set[str] = set()
    for each in sessions:
        number = bare_number(each.number)
        if not number:
            raise UsageError(f"{name}: the session “{each.title}” has no number to be known by.")
        if number in seen:
            raise UsageError(f"{name}: the session number {each.number} is given twice.")
        seen.add(number)
    if not sessions:
        raise UsageError(f"{name}: there is no session in the programme.")
    days = sorted(each.date for each in sessions if each.date)
    return Programme(
        tuple(sessions), title, place, first or next(iter(days), None), last or next(reversed(days), None)
    )


def _text(value: Any) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _date(value: Any, where: str) -> date | None:
    """A day written 2018-12-06, or 6.12.2018 with the day first."""
    said = _text(value)
    if not said:
        return None
    found = _DAY.fullmatch(said) or _EUROPEAN.fullmatch(said)
    try:
        if found:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        pass
    raise UsageError(f"{where}: “{said}” is no date; write it as 2018-12-06.")
