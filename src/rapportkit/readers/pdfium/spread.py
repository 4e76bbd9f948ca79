"""Tables without lines that have three columns or more: their columns begin at the same places, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from rapportkit.readers.pdfium.layout import ORDER, Cell, Line, Piece, Row, Table
from rapportkit.readers.pdfium.lines import gather
from rapportkit.readers.pdfium.margins import is_low

NEAR = 2.0
WIDE = 1.2  # of the letter size: a gap that no space makes
BETWEEN = 0.8  # of the letter size: the least room between two columns
SPACE = 0.25  # of the letter size

Fields = tuple[tuple[Piece, ...], ...]
"""The words of one line or row, by column."""


def find_spread(lines: Sequence[Line], width: float) -> tuple[list[Table], list[Line]]:
    """The tables of three or more columns among the lines of a page, and the lines that are left."""
    tables: list[Table] = []
    rest: list[Line] = []
    edges = _edges(lines)
    run: list[tuple[Line, Fields]] = []
    for line in (*lines, None):
        fields = _fields(line, edges) if edges and line is not None else None
        if line is not None and fields is not None:
            run.append((line, fields))
            continue
        first, last = _core(run)
        table = _table(run[first:last], edges, width)
        if table is not None:
            tables.append(table)
        else:
            last = first
        rest += [line for line, _ in (*run[:first], *run[last:])]
        run = []
        rest += [line] if line is not None else []
    return tables, rest


def _edges(lines: Sequence[Line]) -> tuple[float, ...]:
    """Where the columns behind the first begin: the places of wide gaps that more than one line shares."""
    counted: Counter[tuple[int, ...]] = Counter()
    for line in lines:
        gaps = [two.x0 for one, two in pairwise(line.pieces) if two.x0 - one.x1 >= WIDE * line.size]
        if len(gaps) > 1 and not line.mirrored:
            counted[tuple(map(round, gaps))] += 1
    found, count = max(counted.items(), key=lambda entry: (entry[1], len(entry[0])), default=((), 0))
    return found if count > 1 else ()


def _fields(line: Line, edges: Sequence[float]) -> Fields | None:
    """The words of a line by column; None where they reach over an edge."""
    if line.mirrored:
        return None
    found: list[list[Piece]] = [[] for _ in range(len(edges) + 1)]
    before: Piece | None = None
    for piece in line.pieces:
        column = sum(piece.x0 >= edge - NEAR for edge in edges)
        if column < len(edges) and piece.x1 > edges[column]:
            return None
        if column and not found[column]:
            near = before is not None and piece.x0 - before.x1 < BETWEEN * line.size
            if near or abs(piece.x0 - edges[column - 1]) > NEAR:
                return None
        found[column].append(piece)
        before = piece
    return tuple(map(tuple, found))


def _core(run: Sequence[tuple[Line, Fields]]) -> tuple[int, int]:
    """The part of a run that may be a table: from its first to its last line behind which others stand."""
    full = [index for index, (_, fields) in enumerate(run) if sum(map(bool, fields)) > 1]
    if not full:
        return 0, 0
    last = full[-1] + 1
    # The first field of the last row may be the longest.
    while last < len(run) and (
        is_low(run[last][0].text) or _is_painted_before(run[last][0], run[last - 1][0])
    ):
        last += 1
    return full[0], last


def _is_painted_before(line: Line, above: Line) -> bool:
    return line.pieces[0].order < max(piece.order for piece in above.pieces)


def _table(run: Sequence[tuple[Line, Fields]], edges: Sequence[float], width: float) -> Table | None:
    """The rows that some lines make, if they do: two or more, most of them filled."""
    rows = _rows(run, edges)
    filled = sum(sum(map(bool, row)) > 2 for row in rows)
    if filled < 2 or filled < 0.5 * len(rows) or not any(map(_has_letters, rows)):
        return None  # at best a list, with its bullets for a first column
    lines = [line for line, _ in run]
    page, left = lines[0].page, min(line.x0 for line in lines)
    starts, ends = (left, *edges), (*edges, max(width - left, *(line.x1 for line in lines)))
    reach = [
        max((piece.x1 for row in rows for piece in row[column]), default=end)
        for column, end in enumerate(ends)
    ]
    found = tuple(
        Row(
            tuple(
                Cell(
                    column + 1,
                    len(row),
                    starts[column],
                    ends[column],
                    tuple(gather(field, page, starts[column], reach[column])),
                )
                for column, field in enumerate(row)
            )
        )
        for row in rows
    )
    top, bottom = min(line.box[1] for line in lines), max(line.box[3] for line in lines)
    return Table(found, page, left, top, ends[-1], bottom)


def _has_letters(row: Fields) -> bool:
    """Whether a row begins with more than a sign."""
    return any(map(str.isalnum, "".join(piece.text for piece in row[0])))


def _rows(run: Sequence[tuple[Line, Fields]], edges: Sequence[float]) -> list[Fields]:
    """Lines put together where one goes on in the next.

    Most programs paint cell by cell: then a row ends where all above is painted before all below. What is
    painted line by line goes on where a field is full.
    """
    reach = [
        max((field[-1].x1 for _, fields in run if (field := fields[column])), default=0.0)
        for column in range(len(edges) + 1)
    ]
    cuts = _cuts(run)
    by_line = len(cuts) == len(run) - 1
    rows: list[Fields] = []
    for index, (_, fields) in enumerate(run):
        before = run[index - 1][1] if index else None
        goes_on = before is not None and (_goes_on(before, fields, reach) if by_line else index not in cuts)
        if goes_on:
            rows[-1] = tuple(one + two for one, two in zip(rows[-1], fields, strict=True))
        else:
            rows.append(fields)
    return rows


def _cuts(run: Sequence[tuple[Line, Fields]]) -> set[int]:
    """The lines that are painted, with all below them, after all above them."""
    above = accumulate((max(map(ORDER, line.pieces)) for line, _ in run), max)
    below = [*accumulate((min(map(ORDER, line.pieces)) for line, _ in reversed(run)), min)][::-1]
    return {
        index for index, (last, first) in enumerate(zip(above, below[1:], strict=False), 1) if last < first
    }


def _goes_on(before: Fields, fields: Fields, reach: Sequence[float]) -> bool:
    """Whether a line goes on with the one above: it begins no row, or goes on low where all above it is full."""
    if not fields[0]:
        return True
    return any(is_low(field[0].text) for field in fields if field) and all(
        above and field[0].x1 - field[0].x0 + SPACE * above[-1].size > end - above[-1].x1
        for above, field, end in zip(before, fields, reach, strict=True)
        if field
    )
