"""Event lines: title, place and dates."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from rapportkit.extract.header.values import Values, wordings
from rapportkit.model.location import Location
from rapportkit.model.report import Value
from rapportkit.model.template import Field
from rapportkit.text.dates import DATES
from rapportkit.text.plain import plain

EDGES = " ,;:–—-|·("
_BETWEEN = re.compile(r"\s*[,|;]\s*|\s+[–—·-]\s+")
_LONGEST_DATE_LINE = 100


def event_line(text: str, location: Location, field: Field) -> Values | None:
    """Read "title, place, dates" in any order; None where the line is no such line.

    Dates tell such a line, or else one of the names that the template gives for its events.
    """
    dates = DATES.search(text)
    if not dates:
        return [("/event/title", Value(text.strip(" ."), location))] if is_named(text, field) else None
    before, after = around(text, dates)
    parts = _parts(before)
    if after and is_named(after, field):
        title, place = after, ", ".join(parts)
    elif parts:
        title, place = parts[0], ", ".join([*parts[1:], *_parts(after)])
    else:
        return None
    values = [("/event/title", Value(title, location))]
    if place:
        values.append(("/event/place", Value(place, location)))
    values.append(("/event/dates", Value(dates[0].strip(), location)))
    return values


def around(text: str, dates: re.Match[str]) -> tuple[str, str]:
    """What stands before and after the dates of a line, without the marks that part them.

    >>> around("Sessions (Quito, 2 May 2020)", DATES.search("Sessions (Quito, 2 May 2020)"))
    ('Sessions, Quito', '')
    """
    before, after = text[: dates.start()].rstrip(EDGES), text[dates.end() :].strip(f"{EDGES}.)")
    if before.count("(") > before.count(")"):
        # The bracket that the dates close holds the place as well.
        before = re.sub(r"\s*\((?=[^(]*$)", ", ", before)
    return before, after


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]


def date_line(text: str, location: Location) -> Values | None:
    """Read a short line that holds dates, and perhaps a place, but no title; None for any other."""
    found = DATES.search(text)
    if not found or len(text) > _LONGEST_DATE_LINE:
        return None
    place = ", ".join(part.strip(f"{EDGES}.)") for part in around(text, found) if part.strip(f"{EDGES}.)"))
    values: Values = [("/event/dates", Value(found[0].strip(), location))]
    return [*values, ("/event/place", Value(place, location))] if place else values


def is_named(text: str, field: Field) -> bool:
    """Whether a line holds a name that the template gives for its events."""
    alike = plain(text)
    return any(
        0.8 * len(name) <= len(alike) <= 2.5 * len(name) and fuzz.partial_ratio(plain(name), alike) >= 90
        for name in wordings(field, "names")
    )


def with_year(values: Values, year: str) -> Values:
    """Give an event's title the year in front, where the event line itself holds no figure."""
    if not year or any(re.search(r"\d{4}", value.text) for _, value in values):
        return values
    return [
        (key, Value(f"{year} {value.text}", value.location) if key.endswith("/title") else value)
        for key, value in values
    ]


def name_span(text: str, event: Field) -> tuple[int, int]:
    """Where the event's name stands in a line, with the year or edition beside it; (0, 0) for nowhere."""
    for name in wordings(event, "names"):
        pattern = r"\s+".join(re.escape(word) for word in name.split())
        found = re.search(
            rf"(?:\b(?:\d{{4}}|the)\s+)?{pattern}(?:\s*\([A-Z]{{2,8}}\))?(?:\s*,?\s*(?:19|20)\d{{2}})?(?!\w)",
            text,
            re.IGNORECASE,
        )
        if found:
            return found.start(), found.end()
    return 0, 0
