"""The blocks of a document that answers were read from, as its reader saw them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rapportkit.model.document import Block
from rapportkit.model.location import Location
from rapportkit.rules.reading import Reading


class Answered(NamedTuple):
    """A block with the pointer of the point or header value that holds its words."""

    pointer: str
    block: Block


def answered(reading: Reading) -> Iterator[Answered]:
    """Yield the blocks that hold an answer, in order; none for a report that was read back from JSON.

    What belongs to the form, to no question or to the furniture of the page is left out. A block that holds
    several points comes with the first of them.
    """
    if reading.document is None:
        return
    first: dict[int, str] = {}
    for pointer, place in _places(reading):
        if place.place:
            first.setdefault(place.block, pointer)
    others = {each.location.block for each in (*reading.report.wording, *reading.report.unplaced)}
    pointer = ""
    for block in reading.document.blocks:
        at = block.location.block
        if at in first:
            pointer = first[at]
        elif at in others:
            pointer = ""
        # A row or cell of several paragraphs is one point, and stands where it begins.
        if pointer:
            yield Answered(pointer, block)


def field_of(reading: Reading, pointer: str) -> str:
    """The pointer of the question or header field that a pointer stands in; itself where there is none.

    Lists of a group's part are gathered in their group.
    """
    for field in (*reading.template.header, *reading.template.leaves()):
        if pointer == field.pointer or pointer.startswith(f"{field.pointer}/"):
            return field.pointer
    return pointer


def _places(reading: Reading) -> Iterator[tuple[str, Location]]:
    yield from ((pointer, value.location) for pointer, value in reading.report.header)
    yield from ((each.pointer, each.point.location) for each in reading.points)
