"""The places of a report made exact, once it is known what its points are and which label stands above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapportkit.model.document import Block, BlockKind, Document
from rapportkit.model.location import Location
from rapportkit.model.report import Answer, Passage, Point, Report

Counts = Counter[tuple[int | None, ...]]
"""How many bullets were met in each table cell, or outside of tables."""

_LONGEST = 60  # letters of a label that are worth repeating


def pinned(report: Report, document: Document, labels: Mapping[str, str]) -> Report:
    """Tell for every place what it takes to find it again.

    `labels` are the labels met in the document, as printed, by the pointer of their answer. A report has the
    place of every piece from the block that it was cut from; here it learns which words of the block it is,
    where these begin in their line, and, in files that have no lines or pages, which bullet it is.
    """
    pins = _Pins(document.blocks)
    return replace(
        report,
        header=tuple(
            (pointer, replace(value, location=pins.exact(value.location, value.text)))
            for pointer, value in report.header
        ),
        answers=tuple(pins.answer(each, labels.get(each.pointer, "")) for each in report.answers),
        unplaced=tuple(map(pins.passage, report.unplaced)),
        wording=tuple(map(pins.passage, report.wording)),
        remarks=tuple(replace(each, location=pins.sided(each.location)) for each in report.remarks),
    )


class _Pins:
    """The blocks of a document, and how far they were looked through."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._ends: Counter[int] = Counter()

    def answer(self, answer: Answer, label: str) -> Answer:
        heading = answer.heading and self.sided(answer.heading)
        return replace(
            answer, heading=heading, points=self._points(answer.points, _shortened(label), (), Counter())
        )

    def passage(self, passage: Passage) -> Passage:
        if passage.kind is not None:  # what stands around the text is no block of it
            return passage
        return replace(passage, location=self.sided(passage.location))

    def exact(
        self, location: Location, text: str, under: str = "", bullets: tuple[int, ...] = ()
    ) -> Location:
        """The place of some words, with their span and column where they stand just so."""
        block = self._block(location)
        if block is None:
            return location
        columns = block.columns if location.cell is not None and block.columns else None
        first = text.partition("\n")[0]
        at = block.text.find(first, self._ends[location.block]) if first else -1
        if at < 0 < len(first):
            at = block.text.find(first)
        if at < 0:
            return replace(location, columns=columns, under=under, bullets=bullets)
        self._ends[location.block] = at + len(first)
        start, place = block.line_at(at)
        return replace(
            location,
            page=place.page,
            line=place.line,
            box=place.box,
            columns=columns,
            under=under,
            bullets=bullets,
            span=(at, at + len(first)),
            column=None if place.column is None else place.column + at - start,
        )

    def _points(
        self, points: Sequence[Point], under: str, path: tuple[int, ...], counts: Counts
    ) -> tuple[Point, ...]:
        return tuple(self._point(each, under, path, counts) for each in points)

    def _point(self, point: Point, under: str, path: tuple[int, ...], counts: Counts) -> Point:
        place, here = point.location, path
        block = self._block(place)
        if block is None or place.line is not None:
            under = ""
        elif block.kind is BlockKind.ITEM:
            cell = place.table, place.row, place.cell
            counts[cell] += 1
            here = (*path, counts[cell])
        return replace(
            point,
            location=self.exact(place, point.text, under, here[len(path) :] and here),
            # Below a line that is no bullet the list goes on.
            points=self._points(point.points, under, here, counts if here == path else Counter()),
            parts=tuple((name, self._points(listed, "", (), Counter())) for name, listed in point.parts),
        )

    def _block(self, location: Location) -> Block | None:
        block = self._blocks[location.block] if location.block < len(self._blocks) else None
        return block if block is not None and _is_of(location, block) else None

    def sided(self, location: Location) -> Location:
        """A place in a table, with how many cells its row has."""
        block = self._block(location)
        if location.cell is None or block is None or not block.columns:
            return location
        return replace(location, columns=block.columns)


def _is_of(location: Location, block: Block) -> bool:
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


def _shortened(label: str) -> str:
    if len(label) <= _LONGEST:
        return label
    return label[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:.–—-") + "…"
