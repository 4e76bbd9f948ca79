"""Pages put one behind the other: tables and rows that a page break cuts become whole again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapportkit.readers.pdfium.layout import Cell, Item, Line, Page, Row, Table
from rapportkit.readers.pdfium.margins import is_full, is_low, is_terminal
from rapportkit.readers.pdfium.markers import typed_number

EDGE = 3.0  # edges of one table differ by less than this from page to page
MAX_HEADER_ROWS = 3


def flow(pages: Sequence[Page]) -> tuple[tuple[Item, ...], tuple[Line, ...]]:
    """All pages' items in reading order, cut tables joined; and the lines of repeated header rows."""
    items: list[Item] = []
    repeated: list[Line] = []
    for page in pages:
        new = list(page.items)
        if items and new and isinstance(items[-1], Table) and isinstance(new[0], Table):
            above, below = items[-1], new[0]
            if abs(above.left - below.left) <= EDGE and abs(above.right - below.right) <= EDGE:
                rows, dropped = _without_header(above, below)
                repeated += dropped
                items[-1] = replace(above, rows=_joined(above.rows, rows))
                new = new[1:]
        items.extend(new)
    return tuple(items), tuple(repeated)


def lines_of(items: Sequence[Item]) -> list[Line]:
    """Every line in some items, those in tables too."""
    found: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            found.append(item)
        else:
            for row in item.rows:
                found.extend(_row_lines(row))
    return found


def _row_lines(row: Row) -> list[Line]:
    return [line for cell in row.cells for line in lines_of(cell.items)]


def _without_header(above: Table, below: Table) -> tuple[tuple[Row, ...], list[Line]]:
    """The rows of a continued table without those that only repeat the head of the table."""
    count = 0
    for one, two in zip(above.rows[:MAX_HEADER_ROWS], below.rows, strict=False):
        if not _wording(one) or _wording(one) != _wording(two) or not _has_same_edges(one, two):
            break
        count += 1
    if count >= len(above.rows):
        count = 0
    dropped = [line for row in below.rows[:count] for line in _row_lines(row)]
    return below.rows[count:], dropped


def _wording(row: Row) -> list[list[str]]:
    texts = [[line.text for line in lines_of(cell.items)] for cell in row.cells]
    return texts if any(texts) else []


def _joined(above: tuple[Row, ...], below: tuple[Row, ...]) -> tuple[Row, ...]:
    if not above or not below or not _is_cut(above, below):
        return above + below
    last, first = above[-1], below[0]
    cells = tuple(
        replace(one, items=one.items + two.items) for one, two in zip(last.cells, first.cells, strict=True)
    )
    whole = Row(cells, open_top=last.open_top, open_bottom=first.open_bottom)
    return (*above[:-1], whole, *below[1:])


def _has_same_edges(one: Row, two: Row) -> bool:
    return len(one.cells) == len(two.cells) and all(
        abs(a.left - b.left) <= EDGE and abs(a.right - b.right) <= EDGE
        for a, b in zip(one.cells, two.cells, strict=True)
    )


def _is_cut(above: tuple[Row, ...], below: tuple[Row, ...]) -> bool:
    """Whether the page break cuts a row: the next page's first row goes on with this page's last."""
    last, first = above[-1], below[0]
    if not _has_same_edges(last, first):
        return False
    filled = [(one, two) for one, two in zip(last.cells, first.cells, strict=True) if lines_of(two.items)]
    if not filled or (last.open_bottom and first.open_top):
        return True
    going_on = [_goes_on(one, two) for one, two in filled]
    alone = len(filled) == 1 and not any(
        lines_of(cell.items) for cell in last.cells if cell is not filled[0][0]
    )
    if alone:
        return going_on[0]
    if filled[0][1] is first.cells[0]:
        # Something new stands in the label's place, unless it is the rest of the label.
        label = lines_of(first.cells[0].items)[0].text
        return going_on[0] and is_low(label)
    # A blank label goes on with the row above, except where the table has blank labels anyway.
    labelled = all(lines_of(row.cells[0].items) for row in (*above, *below[1:]))
    return labelled or any(going_on)


def _goes_on(above: Cell, below: Cell) -> bool:
    """Whether a cell's text goes on with that of the cell above it: the same sentence, item or list."""
    if not lines_of(above.items):
        return False
    first = lines_of(below.items)[0]
    head = first.head
    marked = [entry for line in lines_of(above.items) if (entry := line.head) and entry.rest]
    if head is not None and head.rest and (head.wide or head.sure):
        return any(abs(entry.x - head.x) <= EDGE for entry in marked)
    if any(entry.text_x - entry.x > 5 and abs(entry.text_x - first.x0) <= EDGE for entry in marked):
        return True
    return _breaks_off(above, below)


def _breaks_off(above: Cell, below: Cell) -> bool:
    lines = lines_of(above.items)
    if not lines:
        return False
    last, first = lines[-1], lines_of(below.items)[0]
    if is_terminal(last.text) or typed_number(first) or _is_bold(last) is not _is_bold(first):
        return False
    return is_low(first.text) or is_full(last, first)


def _is_bold(line: Line) -> bool:
    return all(piece.strong for piece in line.pieces)
