"""Tables without borders: labels on the left, longer answers on the right of one edge.

Two things must agree: many lines begin at the same place behind a gap, and the page is painted row by
row, the label first and then all of its answer. Columns of prose are painted one after the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapportkit.readers.pdfium.layout import Cell, Line, Piece, Row, Table
from rapportkit.readers.pdfium.lines import gather

NEAR = 2.0
WIDE = 1.2  # of the letter size: a gap that no space makes
MAX_LABELS = 3  # more lines than this on the left alone are text of their own


@dataclass(frozen=True, slots=True)
class Aligned:
    """What was found: tables, the edge at which their answers begin (0 for none), and all other words."""

    tables: tuple[Table, ...]
    edge: float
    rest: tuple[Piece, ...]


def find_rows(lines: Sequence[Line], width: float, known: float = 0.0) -> Aligned:
    """The borderless tables among the lines of a page; `known` is the edge of one on the page before."""
    for edge in _edges(lines, known):
        tables: list[Table] = []
        rest: list[Piece] = []
        start = 0
        sides = [_side(line, edge) for line in lines]
        for stop in range(len(lines) + 1):
            if stop < len(lines) and sides[stop] != "X":
                continue
            first, last = _core(sides, start, stop)
            needed = 1 if edge == known else 2
            table = _table(lines[first:last], sides[first:last], edge, width, needed)
            kept = lines[start : min(stop + 1, len(lines))]
            if table is not None:
                tables.append(table)
                kept = [*lines[start:first], *lines[last : min(stop + 1, len(lines))]]
            rest.extend(piece for line in kept for piece in line.pieces)
            start = stop + 1
        if tables:
            return Aligned(tuple(tables), edge, tuple(rest))
    return Aligned((), 0.0, tuple(piece for line in lines for piece in line.pieces))


def _edges(lines: Sequence[Line], known: float) -> list[float]:
    """Places where words begin behind a wide gap on more than one line, the most frequent first."""
    seen: Counter[int] = Counter()
    for line in lines:
        head = line.head
        listed = head.rest[0].order if head and head.rest else -1
        for one, two in pairwise(line.pieces):
            if two.x0 - one.x1 >= WIDE * line.size and two.order != listed and not line.mirrored:
                seen[round(two.x0)] += 1
    found = [float(place) for place, count in seen.most_common(3) if count > 1]
    return [known, *(place for place in found if abs(place - known) > NEAR)] if known else found


def _side(line: Line, edge: float) -> str:
    """Where a line stands: "L" left of the edge, "R" right of it, "S" split at it, "X" across it."""
    left = [piece for piece in line.pieces if piece.x1 <= edge - 0.4 * piece.size]
    right = [piece for piece in line.pieces if piece.x0 >= edge - NEAR]
    if len(left) + len(right) < len(line.pieces) or line.mirrored:
        return "X"
    if left and right:
        near = abs(right[0].x0 - edge) <= NEAR or line.head is None
        return "S" if near and right[0].x0 - left[-1].x1 >= 0.6 * line.size else "X"
    return "L" if left else "R"


def _core(sides: Sequence[str], start: int, stop: int) -> tuple[int, int]:
    """The part of a run of lines that may be a table: no stretch of left lines at its ends."""
    first, last = start, stop
    while first < last and sides[first] == "L":
        first += 1
    while last > first and sides[last - 1] == "L":
        last -= 1
    return first, last


def _table(
    lines: Sequence[Line], sides: Sequence[str], edge: float, width: float, needed: int
) -> Table | None:
    """The rows that some lines make, if they do: label and answer top to top, row below row."""
    if sides.count("S") < needed or sides.count("R") < needed or "L" * (MAX_LABELS + 1) in "".join(sides):
        return None
    page = lines[0].page
    pieces = sorted((piece for line in lines for piece in line.pieces), key=lambda piece: piece.order)
    rows: list[tuple[list[Piece], list[Piece]]] = []
    answered = True
    for piece in pieces:
        label = piece.x1 <= edge - 0.4 * piece.size
        if (label and answered) or not rows:
            rows.append(([], []))
        rows[-1][0 if label else 1].append(piece)
        answered = not label
    both = [row for row in rows if row[0] and row[1]]
    if len(both) < needed or len(both) < 0.5 * len(rows) or _is_list(both):
        return None
    if any(_bottom(one) >= _top(two) for one, two in pairwise(rows)):
        return None
    left = min(piece.x0 for piece in pieces)
    reach = max(piece.x1 for piece in pieces)
    limit = edge - 0.5 * lines[0].size
    found = tuple(
        Row(
            (
                Cell(1, 2, left, edge, tuple(gather(label, page, left, limit))),
                Cell(2, 2, edge, width - left, tuple(gather(answer, page, edge, reach))),
            ),
        )
        for label, answer in rows
    )
    top = min(line.box[1] for line in lines)
    bottom = max(line.box[3] for line in lines)
    return Table(found, page, left, top, width - left, bottom)


def _top(row: tuple[list[Piece], list[Piece]]) -> float:
    return min(piece.base for side in row for piece in side)


def _bottom(row: tuple[list[Piece], list[Piece]]) -> float:
    return max(piece.base for side in row for piece in side)


def _is_list(rows: Sequence[tuple[list[Piece], list[Piece]]]) -> bool:
    """Whether the labels are mere markers, so that the rows are items of a list."""
    return all(len(label) == 1 and (len(label[0].text) < 4 or label[0].text[-1] in ".)") for label, _ in rows)
