"""One page: its words put into table cells, columns and lines, in reading order."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rapportkit.readers.pdfium.alignment import find_rows
from rapportkit.readers.pdfium.columns import split_columns
from rapportkit.readers.pdfium.grid import SLIVER, Grid
from rapportkit.readers.pdfium.layout import Box, Cell, Item, Line, Page, Piece, Row, Table, around, spell
from rapportkit.readers.pdfium.lines import gather

PAD = 5.4  # what Word and LibreOffice leave between a border and the text


def compose(
    number: int,
    width: float,
    height: float,
    pieces: Sequence[Piece],
    askew: Sequence[Sequence[Piece]],
    grids: Sequence[Grid],
    edge: float = 0.0,
) -> Page:
    """Arrange a page's words; runs written in another direction stand as lines of their own.

    `edge` is where the answers of a borderless table begin on the page before, 0 where there is none.
    """
    layer = _Layer(number, pieces, askew, grids)
    items, edge = layer.body(width, edge)
    return Page(number, width, height, _numbered(items), edge)


class _Layer:
    """Knows which words and tables stand in which cell."""

    def __init__(
        self,
        page: int,
        pieces: Sequence[Piece],
        askew: Sequence[Sequence[Piece]],
        grids: Sequence[Grid],
    ) -> None:
        self._page = page
        self._grids = grids
        self._pieces: defaultdict[tuple[int, int], list[Piece]] = defaultdict(list)
        self._odd: defaultdict[tuple[int, int], list[Sequence[Piece]]] = defaultdict(list)
        self._inner: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        # The smallest table around a place is the one that holds it.
        self._order = sorted(range(len(grids)), key=lambda index: _area(grids[index]))
        for piece in pieces:
            self._pieces[self._home((piece.x0 + piece.x1) / 2, piece.base - 0.3 * piece.size)].append(piece)
        for run in askew:
            middle = run[len(run) // 2]
            self._odd[self._home((middle.x0 + middle.x1) / 2, middle.base)].append(run)
        for index, grid in enumerate(grids):
            left, top, right, bottom = grid.box
            self._inner[self._home((left + right) / 2, (top + bottom) / 2, within=index)].append(index)

    def _home(self, x: float, y: float, within: int | None = None) -> tuple[int, int]:
        """The innermost table and cell around a place; (-1, 0) on the open page."""
        for index in self._order:
            if index == within or (
                within is not None and _area(self._grids[index]) <= _area(self._grids[within])
            ):
                continue
            cell = self._grids[index].cell_at(x, y)
            if cell is not None:
                return index, cell
        return -1, 0

    def body(self, width: float, edge: float) -> tuple[tuple[Item, ...], float]:
        """What stands on the open page, and the edge of the borderless tables on it."""
        home = (-1, 0)
        ruled = [self._table(index) for index in self._inner[home]]
        lines = gather(self._pieces[home], self._page, 0.0, width)
        aligned = find_rows(lines, width, edge)
        regions = split_columns(aligned.rest, [*ruled, *aligned.tables], width)
        items: list[Item] = []
        boxes = [table.box for table in ruled]
        boxes += [around(piece.box for piece in region.pieces) for region in regions if region.left > 0]
        for region in regions:
            if len(regions) > 1 or aligned.tables:
                lines = gather(region.pieces, self._page, region.left, region.right)
            items.extend(_in_order([*_flowing(lines, boxes), *region.tables]))
        return (*items, *self._askew(home)), aligned.edge

    def _cell(self, index: int, cell: int) -> tuple[Item, ...]:
        home = (index, cell)
        left, _, right, _ = self._grids[index].cells[cell].box
        lines = gather(self._pieces[home], self._page, left, right)
        tables = [self._table(inner) for inner in self._inner[home]]
        return _in_order([*lines, *tables, *self._askew(home)])

    def _askew(self, home: tuple[int, int]) -> list[Line]:
        found = []
        for run in self._odd[home]:
            x0, x1 = min(piece.x0 for piece in run), max(piece.x1 for piece in run)
            base = min(piece.base for piece in run)
            found.append(Line(tuple(run), spell(run), self._page, x0, x1, base, run[0].size, x0, x1))
        return found

    def _table(self, index: int) -> Table:
        grid = self._grids[index]
        by_row: defaultdict[int, list[int]] = defaultdict(list)
        for number, cell in enumerate(grid.cells):
            if cell.row:
                by_row[cell.row].append(number)
        pad = self._padding(index)
        rows = []
        for row in sorted(by_row):
            members = sorted(by_row[row], key=lambda number: grid.cells[number].box[0])
            cells = []
            for number in members:
                if not _holds_text(grid, number) and not self._pieces.get((index, number)):
                    continue
                cell = grid.cells[number]
                left, _, right, _ = cell.box
                items = tuple(_limited(item, left + pad, right - pad) for item in self._cell(index, number))
                cells.append(Cell(cell.number, cell.columns, left, right, items))
            rows.append(
                Row(
                    tuple(cells),
                    open_top=any(grid.cells[number].open_top for number in members),
                    open_bottom=any(grid.cells[number].open_bottom for number in members),
                ),
            )
        left, top, right, bottom = grid.box
        return Table(tuple(rows), self._page, left, top, right, bottom)

    def _padding(self, index: int) -> float:
        """The space between border and text in a table: the least that any cell leaves on its left."""
        grid = self._grids[index]
        gaps = [
            min(piece.x0 for piece in pieces) - grid.cells[cell].box[0]
            for (table, cell), pieces in self._pieces.items()
            if table == index and pieces
        ]
        near = [gap for gap in gaps if 0.5 <= gap <= 15]
        return min(near) if near else PAD


def _area(grid: Grid) -> float:
    left, top, right, bottom = grid.box
    return (right - left) * (bottom - top)


def _holds_text(grid: Grid, number: int) -> bool:
    """Whether a cell is large enough to hold text."""
    left, top, right, bottom = grid.cells[number].box
    return right - left > SLIVER and bottom - top > SLIVER


def _limited(item: Item, left: float, right: float) -> Item:
    if isinstance(item, Table):
        return item
    if item.mirrored:
        left, right = -right, -left
    return item._replace(left=left, right=max(right, item.x1))


def _flowing(lines: list[Line], boxes: Sequence[Box]) -> list[Line]:
    """The lines, those that flow around a box on their right ending where the box begins."""
    found = list(lines)
    for left, top, _, bottom in boxes:
        beside = [
            index
            for index, line in enumerate(found)
            if top < line.base < bottom + 1.8 * line.size and line.x1 < left and not line.mirrored
        ]
        reach = max((found[index].x1 for index in beside), default=0.0)
        for index in beside:
            limit = reach if len(beside) > 2 else left - PAD
            found[index] = found[index]._replace(right=min(found[index].right, max(limit, found[index].x1)))
    return found


def _in_order(items: list[Item]) -> tuple[Item, ...]:
    """Items from the top down; a box stands before the lines that flow around it."""

    def height(item: Item) -> float:
        if isinstance(item, Line):
            return item.base - 0.8 * item.size
        beside = [
            other.base - 0.8 * other.size
            for other in items
            if isinstance(other, Line)
            and item.top < other.base < item.bottom
            and (other.x1 < item.left or other.x0 > item.right)
        ]
        return min([item.top, *(top - 0.1 for top in beside)])

    return tuple(sorted(items, key=height))


def _numbered(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Count the page's lines from the top; what stands at one height has one number."""
    heights: list[float] = []
    for base in sorted(_bases(items)):
        if not heights or base - heights[-1] > 3:
            heights.append(base)

    def number(line: Line) -> Line:
        return line._replace(number=bisect_right(heights, line.base + 0.01))

    def walk(item: Item) -> Item:
        if isinstance(item, Line):
            return number(item)
        rows = tuple(
            replace(row, cells=tuple(replace(cell, items=tuple(map(walk, cell.items))) for cell in row.cells))
            for row in item.rows
        )
        return replace(item, rows=rows)

    return tuple(map(walk, items))


def _bases(items: Sequence[Item]) -> list[float]:
    found: list[float] = []
    for item in items:
        if isinstance(item, Line):
            found.append(item.base)
        else:
            for row in item.rows:
                for cell in row.cells:
                    found.extend(_bases(cell.items))
    return found
