"""The places of a report made exact, once it is known what its points are and which label stands above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from rapportkit.extract.remarked import is_of, remarked, shortened
from rapportkit.model.document import Block, BlockKind, Document
from rapportkit.model.location import Location
from rapportkit.model.report import Answer, Passage, Point, Report

Counts = Counter[tuple[int | None, ...]]
"""How many bullets were met in each table cell, or outside of tables."""


def pinned(
    report: Report, document: Document, labels: Mapping[str, str], titled: AbstractSet[str] = frozenset()
) -> Report:
    """Tell for every place what it takes to find it again.

    `labels` are the labels met in the document, as printed, by the pointer of their answer; the points of the
    `titled` answers are headings themselves, and what hangs below one stands under it. A report has the
    place of every piece from the block that it was cut from; here it learns which words of the block it is,
    where these begin in their line, and, in files that have no lines or pages, which bullet it is.
    """
    pins = _Pins(document.blocks)
    exact = replace(
        report,
        header=tuple(
            (pointer, replace(value, location=pins.exact(value.location, value.text)))
            for pointer, value in report.header
        ),
        answers=tuple(
            pins.answer(each, labels.get(each.pointer, ""), titled=each.pointer in titled)
            for each in report.answers
        ),
        unplaced=tuple(map(pins.passage, report.unplaced)),
        wording=tuple(map(pins.passage, report.wording)),
    )
    return replace(exact, remarks=remarked(exact, document, labels))


class _Pins:
    """The blocks of a document, how far they were looked through, and which begin with a heading of the author's."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._ends: Counter[int] = Counter()
        self._heads: set[int] = set()
        self._paragraphs = _paragraphs(blocks)

    def answer(self, answer: Answer, label: str, *, titled: bool = False) -> Answer:
        below = self._titled if titled else self._points
        return replace(
            answer,
            heading=answer.heading and self.sided(answer.heading),
            points=below(answer.points, shortened(label), (), Counter()),
            parts=tuple((pointer, self.sided(place)) for pointer, place in answer.parts),
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

    def _titled(
        self, points: Sequence[Point], under: str, path: tuple[int, ...], counts: Counts
    ) -> tuple[Point, ...]:
        """Headings of the author's own, each with what stands under it."""
        made = []
        for each in points:
            head = self._point(replace(each, points=()), under, path, counts)
            self._heads.add(each.location.block)
            said = f"{each.number}. {each.text}" if each.number else each.text
            made.append(replace(head, points=self._points(each.points, shortened(said), (), Counter())))
        return tuple(made)

    def _point(self, point: Point, under: str, path: tuple[int, ...], counts: Counts) -> Point:
        place, here = point.location, path
        block = self._block(place)
        if block is None or place.line is not None:
            under = ""
        elif block.kind is BlockKind.ITEM and place.block not in self._heads:
            cell = place.table, place.row, place.cell
            counts[cell] += 1
            here = (*path, counts[cell])
        exact = self.exact(place, point.text, under, here[len(path) :] and here)
        return replace(
            point,
            location=replace(exact, nth=self._paragraphs.get(place.block)) if block is not None else exact,
            # Below a line that is no bullet the list goes on.
            points=self._points(point.points, under, here, counts if here == path else Counter()),
            parts=tuple((name, self._points(listed, "", (), Counter())) for name, listed in point.parts),
        )

    def _block(self, location: Location) -> Block | None:
        block = self._blocks[location.block] if location.block < len(self._blocks) else None
        return block if block is not None and is_of(location, block) else None

    def sided(self, location: Location) -> Location:
        """A place in a table, with how many cells its row has."""
        block = self._block(location)
        if location.cell is None or block is None or not block.columns:
            return location
        return replace(location, columns=block.columns)


def _paragraphs(blocks: Sequence[Block]) -> dict[int, int]:
    """Which paragraph of its cell a block is, for cells of a file without lines that hold several without a bullet."""
    cells: dict[tuple[object, ...], list[int]] = {}
    for index, block in enumerate(blocks):
        place = block.location
        plain = block.kind is not BlockKind.ITEM and bool(block.text.strip())
        if plain and place.table is not None and place.line is None and place.page is None:
            cells.setdefault((place.area, place.table, place.row, place.cell), []).append(index)
    several = (listed for listed in cells.values() if len(listed) > 1)
    return {index: number for listed in several for number, index in enumerate(listed, 1)}
