"""Columns and text boxes on the open page, known by the order in which the page is painted.

Programs paint one column, then go back up and paint the next; they do the same with the cells of a
table without borders and with text boxes. Lines that merely have a gap are painted straight through.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rapportkit.readers.pdfium.layout import Piece, Table

GUTTER = 6.0  # the least room between two columns


@dataclass(slots=True)
class Region:
    """A stretch of the page read on its own: its words, its tables, and the limits for its text."""

    pieces: list[Piece]
    left: float
    right: float
    tables: list[Table] = field(default_factory=list)


def split_columns(pieces: Sequence[Piece], tables: Sequence[Table], width: float) -> list[Region]:
    """Cut the open page into regions in reading order."""
    regions = [Region([], 0.0, width)]
    for chunk in _chunks(pieces):
        beside = _beside(regions, chunk)
        if beside is None:
            regions[-1].pieces.extend(chunk)
            continue
        column, rest = _cut(chunk, beside)
        left = min(piece.x0 for piece in column)
        right = max(piece.x1 for piece in column)
        regions.append(Region(column, left, right))
        _narrow(regions, column)
        if rest:
            regions.append(Region(rest, 0.0, width))
    found = [region for region in regions if region.pieces] or regions[:1]
    for table in tables:
        _home(found, table).tables.append(table)
    return found


def _chunks(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Words as they are painted, cut where the painting goes back up by more than a line."""
    found: list[list[Piece]] = []
    low = 0.0
    for piece in sorted(pieces, key=lambda piece: piece.order):
        if not found or piece.base < low - 1.2 * piece.size:
            found.append([])
            low = piece.base
        found[-1].append(piece)
        low = max(low, piece.base) if not piece.typed else low
    return found


def _beside(regions: Sequence[Region], chunk: Sequence[Piece]) -> tuple[float, float] | None:
    """The edges of the text that stands beside a chunk; None where nothing does, or something overlaps."""
    first = chunk[0]
    opening = [piece for piece in chunk if abs(piece.base - first.base) < 0.5 * first.size]
    top = min(piece.base for piece in opening) - 0.6 * first.size
    left, right = min(piece.x0 for piece in opening), max(piece.x1 for piece in opening)
    bottom = max(piece.base for piece in chunk) + 0.3 * first.size
    others = [piece for region in regions for piece in region.pieces if top <= piece.base <= bottom]
    before = [piece for piece in others if piece.x1 <= left - GUTTER]
    behind = [piece for piece in others if piece.x0 >= right + GUTTER]
    if before and len(before) == len(others):
        return max(piece.x1 for piece in before), float("inf")
    if behind and len(behind) == len(others):
        return float("-inf"), min(piece.x0 for piece in behind)
    return None


def _cut(chunk: Sequence[Piece], beside: tuple[float, float]) -> tuple[list[Piece], list[Piece]]:
    """The part of a chunk that keeps beside the other text, and what follows below both."""
    for index, piece in enumerate(chunk):
        if piece.x0 < beside[0] or piece.x1 > beside[1]:
            return list(chunk[:index]), list(chunk[index:])
    return list(chunk), []


def _narrow(regions: list[Region], column: Sequence[Piece]) -> None:
    """Part the region before a column at its height: above it text may run over the whole page.

    A box around which text flows is no column: below it the text is as wide as before.
    """
    before = regions[-2]
    top = min(piece.base for piece in column) - 0.6 * column[0].size
    start, stop = min(piece.x0 for piece in column), max(piece.x1 for piece in column)
    beside = [piece for piece in before.pieces if piece.base >= top]
    above = [piece for piece in before.pieces if piece.base < top]
    if not beside or any(piece.x0 < stop and piece.x1 > start for piece in beside):
        return
    left, right = min(piece.x0 for piece in beside), max(piece.x1 for piece in beside)
    regions[-2:-1] = [
        *([Region(above, before.left, before.right)] if above else []),
        Region(beside, left, right),
    ]


def _home(regions: Sequence[Region], table: Table) -> Region:
    """The region that a table stands in: the first whose width and height hold its middle."""
    middle = (table.left + table.right) / 2
    for region in regions:
        tops = [piece.base for piece in region.pieces]
        if len(regions) > 1 and tops and region.left <= middle <= region.right and table.top <= max(tops):
            return region
    return regions[-1] if len(regions) > 1 else regions[0]
