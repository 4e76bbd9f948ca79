"""A numbered row or a bullet was left empty ahead of others that are filled.

Why it matters: a gap looks like a point that was lost on the way. Rows left over at the end of a list
are nobody's loss, and are not told.

Example: a table with answers in rows 1 and 3 and nothing in row 2; a recommendation without a word,
ahead of another one.

How to mend: fill the row, or delete it so that the numbers close up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.location import Location
from rapportkit.model.report import Point, Report
from rapportkit.model.template import Field, Kind
from rapportkit.rules.answers.openness import is_blank
from rapportkit.rules.order import Places
from rapportkit.rules.quoting import has_letters
from rapportkit.rules.reading import Asked, Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.text.markers import split_marker
from rapportkit.text.plain import plain

_DIGITS = re.compile(r"\b\d{1,2}\b")
_LISTED = {Kind.POINTS, Kind.ROWS}
Row = tuple[int | None, int | None, int | None]
"""Page, table and row."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each gap in a list and for each group without a word."""
    marks = Places(each.location for each in reading.report.wording if not has_letters(each.text))
    held = frozenset(_held(reading.report))
    for asked in reading.asked:
        for index, point in enumerate(asked.points):
            if is_blank(point):
                pointer = f"{asked.pointer}/{index}"
                yield rule.finding(reading, "group", pointer, label=reading.label(pointer))
        yield from _left_out(rule, reading, asked)
        if asked.field.kind in _LISTED:
            for place in _ahead(reading, asked):
                yield rule.finding(
                    reading, "first", asked.pointer, location=place, label=reading.label(asked.pointer)
                )
            for above, below in pairwise(asked.points):
                for place in _gaps(_last(above), below.location, marks, held):
                    label = reading.label(asked.pointer)
                    yield rule.finding(reading, "row", asked.pointer, location=place, label=label)


def _ahead(reading: Reading, asked: Asked) -> Iterator[Location]:
    """Bare numbers and bullets between a question and its first point, other than that point's own."""
    heading = reading.answer(asked.field).heading
    if not asked.points or heading is None or asked.pointer != asked.field.pointer:
        return
    first = asked.points[0].location
    bare = Places(each.location for each in reading.report.wording if _is_marker(each.text))
    for place in bare.between(heading, first):
        if _row(place) != _row(first) or place.row is None:
            yield place


def _left_out(rule: Rule, reading: Reading, asked: Asked) -> Iterator[Finding]:
    """A finding for each group ahead of the first that holds something, by the labels that the form prints."""
    heading = reading.answer(asked.field).heading
    if not (asked.field.parts and asked.points and heading) or asked.pointer != asked.field.pointer:
        return
    printed = [
        (number, Places([each.location]))
        for each in reading.report.wording
        if (number := _numbers(each.text, asked.field.parts[0]))
    ]
    met = [
        (number, place)
        for number, places in printed
        for place in places.between(heading, asked.points[0].location)
    ]
    for number, place in met[:-1]:  # The last one is the label of the first group itself.
        label = reading.quoted(reading.label_of(asked.field.parts[0], number))
        yield rule.finding(reading, "group", asked.pointer, location=place, label=label)


def _numbers(text: str, part: Field) -> int:
    """Which group a passage is the label of, perhaps only its first line; 0 for other passages."""
    said = plain(text)
    for digits in _DIGITS.findall(said)[:1]:
        for label in (*part.labels.all(), *part.aliases.all()):
            upto, mark, _ = label.partition("{n}")
            whole = plain(label.replace("{n}", digits))
            if mark and said.startswith(plain(upto + digits)) and (said in whole or whole in said):
                return int(digits)
    return 0


def _is_marker(text: str) -> bool:
    marked = split_marker(text)
    return marked is not None and not marked.text


def _gaps(first: Location, second: Location, marks: Places, held: frozenset[Row]) -> Iterator[Location]:
    """Bare numbers and bullets, and table rows without a word, between the places of two points."""
    told = set()
    for place in marks.between(first, second):
        if place.row is None or _row(place) not in told:
            yield place
        told.add(_row(place))
    if held and first.row and second.row and _row(first)[:2] == _row(second)[:2]:
        for number in range(first.row + 1, second.row):
            place = Location(first.source, page=first.page, table=first.table, row=number)
            if _row(place) not in held | told:
                yield place


def _held(report: Report) -> Iterator[Row]:
    """Every table row that holds something; none where the report does not know its wording.

    Without the form's own wording, a row with a label in it would look empty.
    """
    if not report.wording:
        return
    yield from (_row(value.location) for _, value in report.header)
    yield from (_row(passage.location) for passage in (*report.unplaced, *report.wording))
    yield from (
        _row(place) for answer in report.answers for point in answer.points for place in _places(point)
    )


def _row(place: Location) -> Row:
    return (place.page, place.table, place.row)


def _places(point: Point) -> Iterator[Location]:
    yield point.location
    for below in (*point.points, *(each for _, listed in point.parts for each in listed)):
        yield from _places(below)


def _last(point: Point) -> Location:
    *_, last = _places(point)
    return last


RULE = Rule(
    "A004",
    "empty-row",
    Severity.WARNING,
    __doc__,
    check,
    {
        "row": Said("{label} has an empty row between its points", "Fill the row, or delete it."),
        "first": Said("{label} begins with an empty row", "Fill the row, or delete it."),
        "group": Said("{label} is empty", "Fill it in, or delete it so that the numbers close up."),
    },
)
