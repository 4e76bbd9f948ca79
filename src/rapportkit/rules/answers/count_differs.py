"""A list has another number of items than its own words announce.

Why it matters: either a point was lost on the way, or the number is wrong; whoever reads the summary
cannot tell which.

Example: "The session agreed on five recommendations:" above four bullets. Numbers are read as words and
figures, in English, French and Spanish, where they count the list that follows the colon, or what is numbered
"1) … 2) …" in the same line ("built around seven panels, each on one theme: 1) … 6) …").

How to mend: add the missing item, or correct the number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.location import Location
from rapportkit.model.report import Point
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.text.counted import announced, announced_inside

_LAST = 64
"""Letters at the end of a text, where the announcement stands."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each announcement that its list does not keep."""
    for pointer, _, points in reading.asked:
        yield from _in_list(rule, reading, pointer, points)


def _in_list(rule: Rule, reading: Reading, pointer: str, points: Sequence[Point]) -> Iterator[Finding]:
    for index, point in enumerate(points):
        here = f"{pointer}/{index}"
        yield from _at(rule, reading, here, point, len(points) - index - 1)
        yield from _in_list(rule, reading, f"{here}/points", point.points)


def _at(rule: Rule, reading: Reading, pointer: str, point: Point, following: int) -> Iterator[Finding]:
    """The finding at one point, with so many points following in its list."""
    said = announced(point.text)
    count = len(point.points) or following
    quote = point.text
    if said is None and not point.points and (inside := announced_inside(point.text)):
        said, count, end = inside
        quote = point.text[:end]
    elif said is None or count == 0 or (not point.points and following > said.number):
        # More points than announced may follow where none hang below: the list ends, others go on.
        return
    if said is not None and count != said.number:
        yield rule.finding(
            reading,
            "fewer" if count < said.number else "more",
            pointer,
            location=_line(reading, point, _end_at(quote, said.word)),
            label=reading.label(pointer),
            quote=_end(quote, said.word),
            announced=said.word.casefold(),
            count=count,
        )


def _end_at(text: str, number: str) -> int:
    """Where the last words of a text begin, or the number that announces its list, where it stands farther off."""
    return min(max(0, len(text) - _LAST), max(0, text.rfind(number)))


def _end(text: str, number: str) -> str:
    """The last words of a text, which announce its list."""
    at = _end_at(text, number)
    if at == 0:
        return shortened(text)
    words = text[at:] if text.startswith(number, at) else text[at:].partition(" ")[2]
    return f"…{shortened(words)}"


def _line(reading: Reading, point: Point, at: int) -> Location | None:
    """The line of a long paragraph that the announcement stands in; None for where the point stands."""
    where = point.location
    blocks = reading.document.blocks if reading.document else ()
    if at == 0 or where.block >= len(blocks):
        return None
    block = blocks[where.block]
    start, place = block.line_at(max(0, block.text.find(point.text[at : at + _LAST])))
    return place if start else None


RULE = Rule(
    "A008",
    "count-differs",
    Severity.WARNING,
    __doc__,
    check,
    {
        "fewer": Said(
            "{label} announces {announced} items and lists {count}: “{quote}”",
            "Add what is missing, or correct the number.",
        ),
        "more": Said(
            "{label} announces {announced} items and lists {count}: “{quote}”",
            "Correct the number, or take out what does not belong.",
        ),
    },
)
