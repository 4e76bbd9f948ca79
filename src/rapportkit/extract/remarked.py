"""Where what a reader remarked on stands: under which label, and which bullet it is, as points are placed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from rapportkit.model.document import Block, BlockKind, Document, FurnitureKind, Remark
from rapportkit.model.location import Location
from rapportkit.model.report import Report

_LONGEST = 60  # letters of a label that are worth repeating


@dataclass(frozen=True, slots=True)
class _Mark:
    """Something at a block: a point, with its place, or a label ("" for what is under none) and no place."""

    block: int
    under: str
    place: Location | None = None


def remarked(report: Report, document: Document, labels: Mapping[str, str]) -> tuple[Remark, ...]:
    """The remarks of a report whose points have their places, with their own as exact as the points'.

    `labels` are those met in the document, as printed, by the pointer of their answer. What was remarked on
    headings while the report was read against its template has the place of the heading, which is under none.
    """
    if not report.remarks:
        return ()
    finder, of_reader = _Finder(report, document, labels), set(document.remarks)
    return tuple(
        replace(each, location=finder.exact(each.location, heading=each not in of_reader))
        for each in report.remarks
    )


class _Finder:
    """Finds blocks by their places, and points and labels by their blocks."""

    def __init__(self, report: Report, document: Document, labels: Mapping[str, str]) -> None:
        self._blocks = document.blocks
        self._hidden = {
            replace(each.location, source="", links=())
            for each in document.furniture
            if each.kind is FurnitureKind.HIDDEN
        }
        # Of several things at one block the label comes first.
        self._marks = sorted(_marks(report, labels), key=lambda mark: (mark.block, mark.place is not None))

    def exact(self, location: Location, *, heading: bool = False) -> Location:
        """A place with what else is known of it: the cells of its row, the label above, which bullet it is."""
        index = self._index(location)
        if index is None:
            return location
        block = self._blocks[index]
        hidden = replace(location, source="", links=()) in self._hidden
        if location.cell is not None and block.columns:
            location = replace(location, columns=block.columns)
        if heading or location.line is not None or block.kind is BlockKind.HEADING:
            return location
        # Hidden words are in no block: what is found at their place may be the block that comes next.
        here = None if hidden else self._at(index)
        if here is None:
            return replace(location, under=self._above(index))
        if here.place is None:
            return location
        return replace(location, under=here.place.under, bullets=here.place.bullets)

    def _index(self, location: Location) -> int | None:
        """The block at a place, or the first block there; None for a place without one."""
        own = location.block
        if own < len(self._blocks) and is_of(location, self._blocks[own]):
            return own
        if location.paragraph is None and location.cell is None:
            return None
        return next((index for index, block in enumerate(self._blocks) if is_of(location, block)), None)

    def _at(self, index: int) -> _Mark | None:
        at = bisect_left(self._marks, index, key=lambda mark: mark.block)
        return self._marks[at] if at < len(self._marks) and self._marks[at].block == index else None

    def _above(self, index: int) -> str:
        at = bisect_left(self._marks, index, key=lambda mark: mark.block)
        return self._marks[at - 1].under if at else ""


def _marks(report: Report, labels: Mapping[str, str]) -> Iterator[_Mark]:
    for answer in report.answers:
        if answer.heading:
            yield _Mark(answer.heading.block, shortened(labels.get(answer.pointer, "")))
        yield from (_Mark(place.block, "") for _, place in answer.parts)
    for _, point in report.points():
        yield _Mark(point.location.block, point.location.under, point.location)
    yield from (_Mark(value.location.block, "") for _, value in report.header)
    yield from (_Mark(each.location.block, "") for each in report.unplaced if each.kind is None)


def is_of(location: Location, block: Block) -> bool:
    """Whether a place is in a block; its page and line may be later ones."""
    place = block.location
    return (
        location.source,
        location.paragraph,
        location.table,
        location.row,
        location.cell,
        location.area,
    ) == (place.source, place.paragraph, place.table, place.row, place.cell, place.area)


def shortened(label: str) -> str:
    """A label as far as it is worth repeating."""
    if len(label) <= _LONGEST:
        return label
    return label[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:.–—-") + "…"
