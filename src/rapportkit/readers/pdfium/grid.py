"""Tables from lines: where borders cross there are cells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from rapportkit.readers.pdfium.layout import Box
from rapportkit.readers.pdfium.strokes import SNAP, Stroke, Strokes

SLIVER = 5.0  # a cell thinner than this holds no text
REACH = 4.6  # a line may end this far from the one it meets: half a thick border, or a double one
MAX_CROSSINGS = 4_000_000


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its row, which of the row's `columns` cells it is (both from 1), and its place."""

    row: int
    number: int
    columns: int
    box: Box
    open_top: bool
    open_bottom: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on one page. `owner[i][j]` is the cell of the field between two lines each way."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owner: tuple[tuple[int, ...], ...]
    cells: tuple[GridCell, ...]

    @property
    def box(self) -> Box:
        """The table's outer edges."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    @property
    def area(self) -> float:
        """How large the table is."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    def spans(self, y: float) -> bool:
        """Whether the table reaches over a height."""
        return self.ys[0] <= y <= self.ys[-1]

    def cells_between(self, left: float, right: float, y: float) -> set[int | None]:
        """The cells from one place to another at one height; None for what lies outside the table."""
        if right < self.xs[0] or left > self.xs[-1] or not self.spans(y):
            return {None}
        row = self.owner[min(bisect_right(self.ys, y), len(self.ys) - 1) - 1]
        last = len(self.xs) - 1
        first = min(max(bisect_right(self.xs, left), 1), last) - 1
        stop = min(bisect_right(self.xs, right), last)
        cells = {cell if cell >= 0 else None for cell in row[first:stop]}
        if left < self.xs[0] or right > self.xs[-1]:
            cells.add(None)
        return cells

    def cell_at(self, x: float, y: float) -> int | None:
        """The index of the cell at a place; None outside the table."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        row = min(bisect_right(self.ys, y), len(self.ys) - 1) - 1
        column = min(bisect_right(self.xs, x), len(self.xs) - 1) - 1
        cell = self.owner[row][column]
        return cell if cell >= 0 else None


def find_grids(strokes: Strokes, width: float, height: float) -> tuple[Grid, ...]:
    """The tables that a page's lines draw, from the top down; a frame around the page is none."""
    if len(strokes.across) * len(strokes.down) > MAX_CROSSINGS:
        return ()
    grids: list[Grid] = []
    for across, down in _connected(strokes.across, strokes.down):
        grids.extend(grid for grid in _build(across, down) if not _is_frame(grid, width, height))
    return tuple(sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0])))


def _is_frame(grid: Grid, width: float, height: float) -> bool:
    left, top, right, bottom = grid.box
    return len(grid.cells) == 1 and right - left > 0.85 * width and bottom - top > 0.85 * height


def _connected(
    across: Sequence[Stroke],
    down: Sequence[Stroke],
) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Groups of lines that touch each other, directly or through others."""
    parent = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    xs = [line.at for line in down]
    for i, (y, left, right) in enumerate(across):
        for j in range(bisect_left(xs, left - REACH), bisect_right(xs, right + REACH)):
            _, top, bottom = down[j]
            if top - REACH <= y <= bottom + REACH:
                parent[root(i)] = root(len(across) + j)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for index in range(len(parent)):
        lines = groups.setdefault(root(index), ([], []))
        if index < len(across):
            lines[0].append(across[index])
        else:
            lines[1].append(down[index - len(across)])
    return [group for group in groups.values() if group[0] and group[1]]


def _build(across: list[Stroke], down: list[Stroke]) -> list[Grid]:
    """The tables between the lines of one group: one, those inside its cells, or none."""
    ys, xs = {line.at for line in across}, {line.at for line in down}
    if len(ys) + len(xs) < 3 or max(len(ys), len(xs)) < 2:
        return []
    # Outer borders may be missing: the lines' own ends close the table there.
    columns, rows = _closed(xs, across), _closed(ys, down)
    tops = [_covered(across, y, columns) for y in rows]
    sides = list(zip(*(_covered(down, x, rows) for x in columns), strict=True))
    return _nested(columns, rows, _fields(tops, sides), tops)


def _nested(
    xs: tuple[float, ...],
    ys: tuple[float, ...],
    owner: list[list[int]],
    tops: list[list[bool]],
) -> list[Grid]:
    """The table, and the tables that stand wholly inside one of its cells and share a border with it."""
    inner: list[Grid] = []
    spans = _extents(owner)
    sizes = Counter(chain.from_iterable(owner))
    for cell, (top, bottom, left, right) in spans.items():
        if sizes[cell] == _fields_in((top, bottom, left, right)):
            continue  # the usual cell, which is a rectangle
        others = {owner[r][c] for r in range(top, bottom + 1) for c in range(left, right + 1)} - {cell}
        inside = {other for other in others if other >= 0 and _holds(spans[cell], spans[other])}
        if (
            not inside
            or inside != others
            or any(owner[r][c] not in inside | {cell} for r, c in _area(spans[cell]))
        ):
            continue
        r0, r1 = min(spans[other][0] for other in inside), max(spans[other][1] for other in inside)
        c0, c1 = min(spans[other][2] for other in inside), max(spans[other][3] for other in inside)
        part = [
            [value if value in inside else -1 for value in line[c0 : c1 + 1]] for line in owner[r0 : r1 + 1]
        ]
        inner += _nested(
            xs[c0 : c1 + 2], ys[r0 : r1 + 2], part, [line[c0 : c1 + 1] for line in tops[r0 : r1 + 2]]
        )
        for r, c in _area(spans[cell]):
            owner[r][c] = cell
    numbers = {
        cell: index for index, cell in enumerate(dict.fromkeys(c for line in owner for c in line if c >= 0))
    }
    final = tuple(tuple(numbers.get(cell, -1) for cell in line) for line in owner)
    return [Grid(xs, ys, final, _cells(xs, ys, final, tops)), *inner]


def _extents(owner: list[list[int]]) -> dict[int, tuple[int, int, int, int]]:
    """Each cell's first and last row and column of fields, the largest cells first."""
    spans: dict[int, tuple[int, int, int, int]] = {}
    for r, line in enumerate(owner):
        for c, cell in enumerate(line):
            if cell >= 0:
                top, bottom, left, right = spans.get(cell, (r, r, c, c))
                spans[cell] = min(top, r), max(bottom, r), min(left, c), max(right, c)
    return dict(sorted(spans.items(), key=lambda entry: -_fields_in(entry[1])))


def _fields_in(span: tuple[int, int, int, int]) -> int:
    top, bottom, left, right = span
    return (bottom - top + 1) * (right - left + 1)


def _area(span: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    top, bottom, left, right = span
    return [(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)]


def _holds(outer: tuple[int, int, int, int], inner: tuple[int, int, int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1] and outer[2] <= inner[2] and inner[3] <= outer[3]


def _closed(places: set[float], ends: list[Stroke]) -> tuple[float, ...]:
    """Places in order, with the outermost ends of the lines that cross them where no line closes the table."""
    kept = sorted(places)
    first, last = min(line.start for line in ends), max(line.end for line in ends)
    if first < kept[0] - REACH:
        kept.insert(0, first)
    if last > kept[-1] + REACH:
        kept.append(last)
    return tuple(kept)


def _covered(lines: list[Stroke], at: float, places: tuple[float, ...]) -> list[bool]:
    """Whether a line is drawn at a place, from each place to the next; crossings may leave small gaps."""
    there = [line for line in lines if abs(line.at - at) <= SNAP]
    found = []
    for start, end in pairwise(places):
        slack = min(REACH, 0.25 * (end - start))
        found.append(any(line.start - slack <= start and line.end + slack >= end for line in there))
    return found


def _fields(tops: list[list[bool]], sides: list[tuple[bool, ...]]) -> list[list[int]]:
    """Number the cells: fields without a line between them are one."""
    height, width = len(sides), len(tops[0])
    owner = [[-1] * width for _ in range(height)]
    count = 0
    for row in range(height):
        for column in range(width):
            if owner[row][column] >= 0:
                continue
            reached = [(row, column)]
            owner[row][column] = count
            while reached:
                r, c = reached.pop()
                nearby = (
                    (r - 1, c, r > 0 and not tops[r][c]),
                    (r + 1, c, r + 1 < height and not tops[r + 1][c]),
                    (r, c - 1, c > 0 and not sides[r][c]),
                    (r, c + 1, c + 1 < width and not sides[r][c + 1]),
                )
                for nr, nc, free in nearby:
                    if free and owner[nr][nc] < 0:
                        owner[nr][nc] = count
                        reached.append((nr, nc))
            count += 1
    return owner


def _cells(
    xs: tuple[float, ...],
    ys: tuple[float, ...],
    owner: tuple[tuple[int, ...], ...],
    tops: list[list[bool]],
) -> tuple[GridCell, ...]:
    """Count rows and columns as people do: slivers between double lines are no cells."""
    spans = _extents([*map(list, owner)])
    boxes = {
        cell: (xs[left], ys[top], xs[right + 1], ys[bottom + 1])
        for cell, (top, bottom, left, right) in spans.items()
    }
    real = {
        cell
        for cell, (left, top, right, bottom) in boxes.items()
        if right - left > SLIVER and bottom - top > SLIVER
    }
    starts = sorted({spans[cell][0] for cell in real})
    edges = [sorted(boxes[cell][0] for cell in real & set(line)) for line in owner]
    found = []
    for cell in sorted(spans):
        first, last, left, right = spans[cell]
        found.append(
            GridCell(
                row=bisect_right(starts, first),
                number=bisect_right(edges[first], boxes[cell][0]) or 1,
                columns=len(edges[first]) or 1,
                box=boxes[cell],
                open_top=not all(tops[first][c] for c in range(left, right + 1) if owner[first][c] == cell),
                open_bottom=not all(
                    tops[last + 1][c] for c in range(left, right + 1) if owner[last][c] == cell
                ),
            ),
        )
    return tuple(found)
