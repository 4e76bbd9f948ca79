"""The form's header: event, session and rapporteurs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from rapportkit.extract.kinds.lists import rejoined
from rapportkit.model.document import Block
from rapportkit.model.location import Location
from rapportkit.model.report import Value
from rapportkit.model.template import Field
from rapportkit.text.dates import DATES
from rapportkit.text.plain import plain

Values = list[tuple[str, Value]]

_NUMBER = re.compile(r"#?\s*(\d{1,2}(?:[.\-]\d{1,2})?\s?[a-zA-Z]?)(?![\w.]*\d)\s*(?:[:.–—)-]+\s*|\s+|$)")
_QUOTED = re.compile(r"[“‘\"«„']\s?([^“”\"«»„]{4,200}?)\s?[”’\"»“'](?=[\s.,;:!?)]|$)")
_HONORIFIC = re.compile(r"(?:and|et|y|&)\s+(?=(?:Mr|Ms|Mrs|Dr|Prof|Amb|H\.E|M\.|Mme|Sr|Sra|Ambassador)\b)")


def session(text: str, location: Location, field: Field) -> Values:
    """Read a session line: number and title, after words such as "Round Table" that only announce them.

    The form of the line is the author's: "RT 2.3: title", "Session 2.3 – title", "2.3 title".
    """
    rest = _without_prefix(text.strip(), field)
    values: Values = []
    found = _NUMBER.match(rest)
    if found:
        values.append(("/session/number", Value(found[1].strip(), location)))
        rest = rest[found.end() :]
    title = rest.strip().lstrip(":–—- ").strip()
    inner = _QUOTED.fullmatch(title)
    if inner:
        title = inner[1].strip()
    if title:
        values.append(("/session/title", Value(title, location)))
    return values


def prefixes(field: Field) -> tuple[str, ...]:
    """The words that may stand before a session's number, longest first."""
    given = field.options.get("prefixes", {})
    said = [word for words in (given.values() if isinstance(given, dict) else ()) for word in words]
    return tuple(sorted(said, key=len, reverse=True))


def names(field: Field) -> tuple[str, ...]:
    """The names that an event of this form goes by."""
    given = field.options.get("names", {})
    said = [word for words in (given.values() if isinstance(given, dict) else ()) for word in words]
    return tuple(sorted(said, key=len, reverse=True))


def _without_prefix(text: str, field: Field) -> str:
    for prefix in prefixes(field):
        pattern = r"\s*".join(re.escape(part) for part in prefix.split())
        found = re.match(rf"{pattern}(?:\s*(?:n[o°º]\.?|#))?(?=[\s\d:.#–-]|$)[\s:.–-]*", text, re.IGNORECASE)
        if found and re.match(r"\s*#?\s*\d|[^\w]|$", text[found.end() :]):
            return text[found.end() :]
    return text


def persons(blocks: Sequence[Block]) -> Values:
    """Read names with affiliations: "Name, affiliation", "Name (affiliation)", several of them."""
    values: Values = []
    for index, (said, location) in enumerate(_people(blocks)):
        name, affiliation = _person(said)
        values.append((f"/rapporteurs/{index}/name", Value(name, location)))
        if affiliation:
            values.append((f"/rapporteurs/{index}/affiliation", Value(affiliation, location)))
    return values


def _people(blocks: Sequence[Block]) -> Iterator[tuple[str, Location]]:
    for block in rejoined(blocks):
        for part in re.split(r"\s*;\s*|\s+/\s+|\s*\|\s*", block.text):
            for said in _and_apart(part.strip(" ,;")):
                if said.strip():
                    yield said.strip(), block.location


def _and_apart(text: str) -> list[str]:
    """Cut "A and B" where both sides are names; "Institute for Peace and Security" stays whole."""
    parts = [part.strip(" ,") for part in _HONORIFIC.split(text) if part.strip()]
    if len(parts) > 1:
        return parts
    outside = re.sub(r"\([^()]*\)", lambda found: " " * len(found[0]), text)
    found = re.search(r"\s(?:and|et|y|&)\s", outside)
    if not found:
        return [text]
    left, right = text[: found.start()], text[found.end() :]
    bare = left.split("(")[0]
    if "," in bare and not re.search(r"[,(]", right):
        return [text]
    first, second = bare.split(",")[0].split(), right.split("(")[0].split(",")[0].split()
    if 1 < len(first) <= 5 and 1 < len(second) <= 5 and second[0][:1].isupper() and "," not in bare:
        return [left, right]
    if "," in bare and "," in right and 1 < len(second) <= 4 and second[0][:1].isupper():
        return [left, right]
    return [text]


def _person(said: str) -> tuple[str, str]:
    bracketed = re.fullmatch(r"([^()]+?)\s*\(([^()]+)\)\.?", said)
    if bracketed and "," not in bracketed[1]:
        return bracketed[1].strip(), bracketed[2].strip()
    for divider in (",", " – ", " — ", " - "):
        name, found, affiliation = said.partition(divider)
        if found:
            return name.strip(), affiliation.strip()
    return said, ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a form's head, with its place."""

    text: str
    location: Location


def event_line(text: str, location: Location, field: Field) -> Values | None:
    """Read "title, place, dates" in any order; None where the line is no such line.

    Dates tell such a line, or else one of the names that the template gives for its events.
    """
    dates = DATES.search(text)
    if not dates and not is_named(text, field):
        return None
    if not dates:
        return [("/event/title", Value(text.strip(" ."), location))]
    before, after = text[: dates.start()].rstrip(" ,–—-("), text[dates.end() :].strip(" ,–—-.)")
    parts = [part.strip() for part in re.split(r",|\s[–—-]\s", before) if part.strip()]
    if not parts:
        return None
    title, place = parts[0], ", ".join([*parts[1:], *([after] if after else [])])
    values = [("/event/title", Value(title, location))]
    if place:
        values.append(("/event/place", Value(place, location)))
    values.append(("/event/dates", Value(dates[0].strip(), location)))
    return values


def date_line(text: str, location: Location) -> Values | None:
    """Read a short line that holds dates, and perhaps a place, but no title; None for any other."""
    found = DATES.search(text)
    if not found or len(text) > 100:
        return None
    place = ", ".join(
        part.strip(" ,–—-().")
        for part in (text[: found.start()], text[found.end() :])
        if part.strip(" ,–—-().")
    )
    values: Values = [("/event/dates", Value(found[0].strip(), location))]
    return [*values, ("/event/place", Value(place, location))] if place else values


def is_named(text: str, field: Field) -> bool:
    """Whether a line holds a name that the template gives for its events."""
    alike = plain(text)
    return any(
        fuzz.partial_ratio(plain(name), alike) >= 90
        and len(alike) <= 2.5 * len(name)
        and len(alike) >= 0.8 * len(name)
        for name in names(field)
    )


def title_lines(lines: Sequence[Line], event: Field) -> tuple[Values, set[int]]:
    """Read the title block of a paper: event, theme, dates and place, on lines of their own or run together.

    Gives the values and the indices of the lines they used.
    """
    at = _named_line(lines, event)
    if at is None:
        return [], set()
    first = lines[at]
    start, stop = _name_span(first.text, event)
    values: Values = [("/event/title", Value(first.text[start:stop].strip(" ,:–—-"), first.location))]
    used = {at}
    theme: list[Line] = []
    place: list[str] = []
    dated: tuple[str, Location] | None = None
    where: Location | None = None
    for index in range(at, len(lines)):
        text = lines[index].text[stop:] if index == at else lines[index].text
        text = text.strip(" ,:–—-")
        if not text:
            continue
        found = DATES.search(text) if dated is None else None
        if found:
            dated = (found[0].strip(), lines[index].location)
            before, after = text[: found.start()].strip(" ,–—-("), text[found.end() :].strip(" ,–—-.)")
            if (before and (theme or index != at) and len(before) < 60 and "," in before) or (
                theme and before
            ):
                place.append(before)
            elif before:
                theme.append(Line(before, lines[index].location))
            if after:
                place.append(after)
                where = lines[index].location
        elif dated is None:
            theme.append(Line(text, lines[index].location))
        elif len(text) <= 120:
            place.append(text)
            where = where or lines[index].location
        else:
            continue
        used.add(index)
    if dated is None and len(theme) > 2:
        # Without a date nothing ends the title block; take the line below the event's name only.
        used = {at, *(index for index in sorted(used) if index == at + 1)}
        theme = theme[:1]
    if not theme and at > 0 and len(lines[at - 1].text) > 12 and not DATES.search(lines[at - 1].text):
        theme = [lines[at - 1]]
        used.add(at - 1)
    if theme:
        said = " ".join(line.text for line in theme)
        values.append(("/session/title", Value(_unquoted(said), theme[0].location)))
    if dated:
        values.append(("/event/dates", Value(dated[0], dated[1])))
    if place:
        values.append(("/event/place", Value(", ".join(place), where or first.location)))
    return values, used


def _named_line(lines: Sequence[Line], event: Field) -> int | None:
    """The last line that begins with the event's name: what stands above it is another page's head."""
    found = [
        index
        for index, line in enumerate(lines)
        if _name_span(line.text, event)[1] and _name_span(line.text, event)[0] < 40
    ]
    return found[-1] if found else None


def _name_span(text: str, event: Field) -> tuple[int, int]:
    """Where the event's name stands in a line, with the year or edition beside it."""
    for name in names(event):
        pattern = r"\s+".join(re.escape(word) for word in name.split())
        found = re.search(
            rf"(?:\b(?:\d{{4}}|the)\s+)?{pattern}(?:\s*\([A-Z]{{2,8}}\))?(?:\s*,?\s*(?:19|20)\d{{2}})?(?!\w)",
            text,
            re.IGNORECASE,
        )
        if found:
            return found.start(), found.end()
    return 0, 0


def sentence(
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
    words = "|".join(r"\s*".join(re.escape(part) for part in prefix.split()) for prefix in prefixes(field))
    numbered = re.compile(
        rf"(?:{words})\s*(?:n[o°º]\.?\s*|#\s*)?(\d{{1,2}}(?:\.\d{{1,2}})?)\b", re.IGNORECASE
    )
    for index, line in enumerate(lines[:6]):
        found = numbered.search(line.text)
        if found and number is None:
            number = Value(found[1], line.location)
            if len(line.text) <= 160 and not line.text.rstrip().endswith("."):
                used = index
                title = _after_colon(line, found.end(), is_title)
        if title is None and (found or numbered.search(line.text)):
            quoted = _QUOTED.search(line.text, found.end() if found else 0)
            if quoted:
                title = Value(quoted[1].strip(" ,"), line.location)
    values: Values = [("/session/number", number)] if number else []
    if title:
        values.append(("/session/title", title))
    return values, used


def _after_colon(line: Line, start: int, is_title: Callable[[str], bool]) -> Value | None:
    """The session's title behind the first colon or dash of a speech's title: "Roundtable 4 summary: Title"."""
    _, divider, rest = _divided(line.text[start:])
    told = _unquoted(rest)
    return Value(told, line.location) if divider and len(told) > 3 and not is_title(told) else None


def _divided(text: str) -> tuple[str, str, str]:
    found = re.search(r"\s*[:–—]\s+", text)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")


def _unquoted(text: str) -> str:
    """A title without the marks around all of it; marks around some of its words stay."""
    whole = _QUOTED.fullmatch(text.strip())
    return whole[1].strip() if whole else text.strip()
