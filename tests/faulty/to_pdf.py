"""A page as a PDF: letters 6 points wide, bold questions, bordered tables; nothing is packed."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from faulty.page import Block, Cell, Line, Table
from faulty.to_text import plain
from readers.pdf_build import Sheet, pdf

LEFT, RIGHT, TOP, BOTTOM = 50.0, 554.0, 60.0, 740.0
MIDDLE = 200.0
LETTER, PITCH, GAP = 6.0, 12.0, 9.0
_SIGNS = ("•", "–", "*")


class _Pages:
    """Sheets that fill from the top; `y` is the next baseline."""

    def __init__(self) -> None:
        self.sheets = [Sheet()]
        self.y = TOP

    def make_room(self, height: float) -> None:
        if self.y + height > BOTTOM:
            self.sheets.append(Sheet())
            self.y = TOP

    def say(self, line: Line, left: float, right: float) -> None:
        """Write a paragraph between two edges."""
        lines = _lines(line, left, right)
        indent = _indent(line)
        if line.kind == "item":
            self.sheets[-1].text(left + indent - 2 * LETTER, self.y, _SIGNS[line.level])
        for each in lines:
            self.sheets[-1].text(left + indent, self.y, each, font=_font(line))
            self.y += PITCH


def write(blocks: Sequence[Block], pictures: int = 0) -> bytes:
    """The bytes of the file, with so many pages at its end that are a picture only."""
    pages = _Pages()
    before = ""
    for block in blocks:
        if isinstance(block, Table):
            pages.y += GAP
            _table(block, pages)
            before = "table"
            continue
        if before and not (block.kind == before == "item"):
            pages.y += GAP
        pages.make_room(PITCH * (len(_lines(block, LEFT, RIGHT)) + (3 if block.kind == "question" else 0)))
        pages.say(block, LEFT, RIGHT)
        before = block.kind
    return pdf(*pages.sheets, *(Sheet().picture() for _ in range(pictures)))


def _table(table: Table, pages: _Pages) -> None:
    """Rows one below the other, each in its box; a row is not broken over pages."""
    for row in table.rows:
        edges = (LEFT, RIGHT) if len(row) == 1 else (LEFT, MIDDLE, RIGHT)
        height = PITCH * max(_height(cell, edges[at], edges[at + 1]) for at, cell in enumerate(row)) + 6
        pages.make_room(height)
        top = pages.y - 10
        for at, cell in enumerate(row):
            pages.y = top + 12
            for line in cell:
                pages.say(line, edges[at] + 4, edges[at + 1] - 4)
        sheet = pages.sheets[-1]
        for y in (top, top + height):
            sheet.stroke(LEFT, y, RIGHT, y)
        for x in edges:
            sheet.stroke(x, top, x, top + height)
        pages.y = top + height + 10


def _height(cell: Cell, left: float, right: float) -> int:
    return max(1, sum(len(_lines(line, left + 4, right - 4)) for line in cell))


def _lines(line: Line, left: float, right: float) -> list[str]:
    letters = int((right - left - _indent(line)) / LETTER)
    return textwrap.wrap(plain(line.text), letters, break_long_words=False, break_on_hyphens=False)


def _indent(line: Line) -> float:
    return 24.0 * (line.level + 1) - 6 if line.kind == "item" else 0.0


def _font(line: Line) -> str:
    return "B" if line.kind in {"title", "question"} else "R"
