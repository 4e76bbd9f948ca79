"""The points of a case set into the blocks that the case gives, as a reader and extract would have them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapportkit.model.document import Block, Document
from rapportkit.model.location import Location
from rapportkit.model.report import Point, Report
from rapportkit.text.markup import clean


def linked(report: Report, document: Document | None) -> Report:
    """Give each point the place of the first block, from where the last one was found, that holds its words."""
    if document is None or not document.blocks:
        return report
    blocks = _Blocks(document.blocks)
    return replace(
        report,
        header=tuple(
            (key, replace(value, location=blocks.place(value.text))) for key, value in report.header
        ),
        answers=tuple(
            replace(answer, points=tuple(_points(answer.points, blocks))) for answer in report.answers
        ),
    )


class _Blocks:
    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._next = 0

    def place(self, text: str) -> Location:
        first = text.partition("\n")[0]
        for block in self._blocks[self._next :]:
            if first in clean(block.text):
                self._next = block.location.block
                return block.location
        return Location()


def _points(points: Sequence[Point], blocks: _Blocks) -> Iterator[Point]:
    for point in points:
        place = blocks.place(point.text)
        parts = tuple((name, tuple(_points(listed, blocks))) for name, listed in point.parts)
        yield replace(point, location=place, parts=parts, points=tuple(_points(point.points, blocks)))
