"""Which place a table cell has in its row, where cells above reach down into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

WIDEST = 200
"""Columns beyond which a cell is only counted: no form is that wide."""


@dataclass(frozen=True, slots=True)
class Row:
    """The number of cells in a row, and the place of each of its own among them (from 1)."""

    columns: int
    places: tuple[int, ...]


@dataclass(slots=True)
class Spans:
    """The cells of one table, row by row.

    A cell that reaches over several columns is one cell. One that reaches down counts in the rows
    below as an empty cell, as it does in a Word file.

    >>> spans = Spans()
    >>> spans.row([(1, 2), (1, 1)]), spans.row([(1, 1)])
    (Row(columns=2, places=(1, 2)), Row(columns=2, places=(2,)))
    """

    _above: list[tuple[int, int, int]] = field(default_factory=list)

    def row(self, cells: Sequence[tuple[int, int]]) -> Row:
        """Lay out one more row, given how many columns and rows each of its cells takes."""
        kept = [(start, wide, rows - 1) for start, wide, rows in self._above if rows > 1]
        waiting = sorted(self._above)
        column = place = 0
        places: list[int] = []
        for wide, rows in cells:
            while waiting and waiting[0][0] <= column:
                start, covered, _ = waiting.pop(0)
                column, place = max(column, start + covered), place + 1
            place += 1
            places.append(place)
            if rows > 1 and column < WIDEST:
                kept.append((column, wide, rows - 1))
            column += wide
        self._above = kept
        return Row(place + len(waiting), tuple(places))
