"""Session lines: number and title."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rapportkit.extract.header.values import Line, Values, quoted, unquoted, wordings
from rapportkit.model.location import Location
from rapportkit.model.report import Value
from rapportkit.model.template import Field
from rapportkit.text.dates import DATES

# "1.2", "2-3", "1.2A", "1.2 A:", "B2", "II.3"; in "1.2 A new deal" the letter begins the title.
_NUMBER = re.compile(
    r"#?\s*((?:[IVX]{1,4}[.\-])?\d{1,2}(?:[.\-]\d{1,2})?(?:[a-zA-Z]\b|\s[a-zA-Z](?=\s*[:.–—)-]))?|[A-Z]\d{1,2})"
    r"(?![\w.]*\d)(?!\w)\s*(?:[:.–—)-]+\s*|\s+|$)"
)
_MOST_LINES = 6
_LONGEST_TITLE = 160


def session(text: str, location: Location, field: Field) -> Values:
    """Read a session line: number and title, after words such as "Round Table" that only announce them.

    The form of the line is the author's: "RT 2.3: title", "Session 2.3 – title", "2.3 title".
    """
    rest = _without_prefix(text.strip(), field)
    values: Values = []
    found = _NUMBER.match(rest)
    if found and not DATES.match(rest):
        values.append(("/session/number", Value(found[1].strip(), location)))
        rest = rest[found.end() :]
    title = unquoted(rest.strip().lstrip(":–—- "))
    if title:
        values.append(("/session/title", Value(title, location)))
    return values


def _without_prefix(text: str, field: Field) -> str:
    for prefix in wordings(field, "prefixes"):
        pattern = r"\s*".join(re.escape(part) for part in prefix.split())
        found = re.match(rf"{pattern}(?:\s*(?:n[o°º]\.?|#))?(?=[\s\d:.#–-]|$)[\s:.–-]*", text, re.IGNORECASE)
        if found and re.match(r"\s*#?\s*(?:[A-Z]|[IVX]+\.)?\d|[^\w]|$", text[found.end() :]):
            return text[found.end() :]
    return text


def spoken(
    lines: Sequence[Line],
    field: Field,
    is_title: Callable[[str], bool],
) -> tuple[Values, int | None]:
    """Find the session in a speech's title line or first sentences: "roundtable 4 … on ‘Title’".

    Gives the values and the index of a line that holds nothing else (the speech's title). `is_title`
    tells the form's own titles, which are no session's.
    """
    number: Value | None = None
    title: Value | None = None
    used: int | None = None
    numbered = _numbered(field)
    for index, line in enumerate(lines[:_MOST_LINES]):
        found = numbered.search(line.text)
        if not found:
            continue
        if number is None:
            number = Value(found[1], line.location)
            if len(line.text) <= _LONGEST_TITLE and not line.text.rstrip().endswith("."):
                used = index
                title = _after_colon(line, found.end(), is_title)
        said = quoted(line.text, found.end()) if title is None else ""
        if said:
            title = Value(said, line.location)
    values: Values = [("/session/number", number)] if number else []
    if title:
        values.append(("/session/title", title))
    return values, used


def _numbered(field: Field) -> re.Pattern[str]:
    words = "|".join(
        r"\s*".join(re.escape(part) for part in prefix.split()) for prefix in wordings(field, "prefixes")
    )
    return re.compile(rf"(?:{words})\s*(?:n[o°º]\.?\s*|#\s*)?(\d{{1,2}}(?:\.\d{{1,2}})?)\b", re.IGNORECASE)


def _after_colon(line: Line, start: int, is_title: Callable[[str], bool]) -> Value | None:
    """The title behind the first colon or dash of a speech's title line: "Roundtable 4 summary: Title"."""
    found = re.search(r"\s*[:–—]\s+", line.text[start:])
    told = unquoted(line.text[start + found.end() :]) if found else ""
    return Value(told, line.location) if len(told) > 3 and not is_title(told) else None
