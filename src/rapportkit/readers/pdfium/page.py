"""One page: its words put into table cells, columns and lines, in reading order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from rapportkit.readers.pdfium.alignment import find_rows
from rapportkit.readers.pdfium.columns import split_columns
from rapportkit.readers.pdfium.grid import SLIVER, Grid
from rapportkit.readers.pdfium.layout import Box, Cell, Item, Line, Page, Piece, Row, Table, around, spell
from rapportkit.readers.pdfium.lines import gather
from rapportkit.readers.pdfium.markers import head_of
from rapportkit.readers.pdfium.spread import find_spread

Home = tuple[int, int]
"""A table and one of its cells."""

OPEN: Home = (-1, 0)
"""The open page, outside all tables."""

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
    return Page(number, width, height, items, edge, heights_of(items))


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
        self._odd: defaultdict[Home, list[Sequence[Piece]]] = defaultdict(list)
        self._inner: defaultdict[Home, list[int]] = defaultdict(list)
        # The smallest table around a place is the one that holds it.
        self._order = sorted(range(len(grids)), key=lambda index: grids[index].area)
        self._pieces = self._shared_out(pieces)
        for run in askew:
            middle = run[len(run) // 2]
            self._odd[self._home((middle.x0 + middle.x1) / 2, middle.base)].append(run)
        for index, grid in enumerate(grids):
            left, top, right, bottom = grid.box
            larger = [other for other in self._order if grids[other].area > grid.area]
            self._inner[self._home((left + right) / 2, (top + bottom) / 2, larger)].append(index)

    def _shared_out(self, pieces: Sequence[Piece]) -> defaultdict[Home, list[Piece]]:
        """The pieces by the cell they stand in."""
        homes: defaultdict[Home, list[Piece]] = defaultdict(list)
        if not self._grids:
            homes[OPEN].extend(pieces)
            return homes
        for (base, size), same in groupby(pieces, key=itemgetter(3, 4)):
            run = list(same)
            y = base - 0.3 * size
            order = [index for index in self._order if self._grids[index].spans(y)]
            if not order:
                homes[OPEN].extend(run)
                continue
            middles = [(piece.x0 + piece.x1) / 2 for piece in run]
            home = self._common(min(middles), max(middles), y, order)
            if home is not None:
                homes[home].extend(run)
                continue
            for piece, x in zip(run, middles, strict=True):
                homes[self._home(x, y, order)].append(piece)
        return homes

    def _common(self, left: float, right: float, y: float, order: Sequence[int]) -> Home | None:
        """The one cell that holds all places between two; None where there is more than one."""
        for index in order:
            cells = self._grids[index].cells_between(left, right, y)
            if len(cells) > 1:
                return None
            for cell in cells:
                if cell is not None:
                    return index, cell
        return OPEN

    def _home(self, x: float, y: float, order: Sequence[int] | None = None) -> Home:
        """The innermost cell around a place, of these tables or of all."""
        for index in self._order if order is None else order:
            cell = self._grids[index].cell_at(x, y)
            if cell is not None:
                return index, cell
        return OPEN

    def body(self, width: float, edge: float) -> tuple[tuple[Item, ...], float]:
        """What stands on the open page, and the edge of the borderless tables on it."""
        home = OPEN
        ruled = [self._table(index) for index in self._inner[home]]
        lines = gather(self._pieces[home], self._page, 0.0, width)
        spread, lines = find_spread(lines, width)
        aligned = find_rows(lines, width, edge)
        regions = split_columns(aligned.rest, [*ruled, *spread, *aligned.tables], width)
        items: list[Item] = []
        boxes = [table.box for table in ruled]
        boxes += [around(piece.box for piece in region.pieces) for region in regions if region.left > 0]
        for region in regions:
            if len(regions) > 1 or spread or aligned.tables:
                lines = gather(region.pieces, self._page, region.left, region.right)
            items.extend(_in_order([*_flowing(lines, boxes), *region.tables]))
        return (*items, *self._askew(home)), aligned.edge

    def _cell(self, index: int, cell: int, pad: float) -> tuple[Item, ...]:
        """What a cell holds; its text keeps `pad` away from the borders."""
        home = (index, cell)
        left, _, right, _ = self._grids[index].cells[cell].box
        left, right = left + pad, right - pad
        lines = [_wide_enough(line) for line in gather(self._pieces.get(home, ()), self._page, left, right)]
        if home not in self._inner and home not in self._odd:
            return tuple(lines) if len(lines) < 2 else _in_order([*lines])
        tables = [self._table(inner) for inner in self._inner[home]]
        askew = [_limited(line, left, right) for line in self._askew(home)]
        return _in_order([*lines, *tables, *askew])

    def _askew(self, home: tuple[int, int]) -> list[Line]:
        found = []
        for run in self._odd[home]:
            x0, x1 = min(piece.x0 for piece in run), max(piece.x1 for piece in run)
            base = min(piece.base for piece in run)
            size = run[0].size
            head = head_of(run, size, x0)
            line = Line(tuple(run), spell(run), self._page, x0, x1, base, size, x0, x1, head=head)
            found.append(line)
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
                cells.append(Cell(cell.number, cell.columns, left, right, self._cell(index, number, pad)))
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
        gaps = [
            min(piece.x0 for piece in pieces) - cell.box[0]
            for number, cell in enumerate(self._grids[index].cells)
            if (pieces := self._pieces.get((index, number)))
        ]
        near = [gap for gap in gaps if 0.5 <= gap <= 15]
        return min(near) if near else PAD


def _holds_text(grid: Grid, number: int) -> bool:
    """Whether a cell is large enough to hold text."""
    left, top, right, bottom = grid.cells[number].box
    return right - left > SLIVER and bottom - top > SLIVER


def _limited(line: Line, left: float, right: float) -> Line:
    if line.mirrored:
        left, right = -right, -left
    return _wide_enough(line._replace(left=left, right=right))


def _wide_enough(line: Line) -> Line:
    """The line, in limits that hold it."""
    return line if line.x1 <= line.right else line._replace(right=line.x1)


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


def heights_of(items: Sequence[Item]) -> tuple[float, ...]:
    """The heights at which lines stand, from the top: what stands at one height is one line to a person."""
    heights: list[float] = []
    for base in sorted(set(_bases(items))):
        if not heights or base - heights[-1] > 3:
            heights.append(base)
    return tuple(heights)


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
