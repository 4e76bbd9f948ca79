"""Tables that came out as text: cells parted by tabs or by upright strokes, or drawn as a grid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from rapportkit.text.markers import split_marker
from rapportkit.text.wrap import Measure

_STROKES = re.compile(r"\s*[|│┃║].*[|│┃║]\s*")
_STROKE = re.compile(r"(?<!\\)[|│┃║]")
# "|-----|:----|" and "+-----+-----+" part rows and hold no words; a row of a drawn grid lasts to the next.
_EDGE = re.compile(r"(?=.*[-=─━═])\s*[+|│├┌└╔╠╚][-=:─━═+|│┬┼┴┤┐┘╦╬╩╣╗╝\s]*[+|│┤┐┘╣╗╝]\s*")
_GRID = re.compile(r"\s*[+├┌└╔╠╚]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
# A label in a table runs over two or three lines of a narrow page before its tab comes.
_LABEL_LINES = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of one line in one cell of a table; `start` is its offset in the line.

    `room` is the width of the column where it is drawn, 0 where it is not.
    """

    text: str
    table: int
    row: int
    cell: int
    columns: int
    start: int = 0
    room: int = 0


@dataclass(slots=True)
class _Table:
    """Counts tables and rows, and knows the row that a following line may continue.

    `half` says that the row's first cell is still being read, `drawn` that strokes enclose the row.
    """

    number: int = 0
    row: int = 0
    columns: int = 2
    at: int = 1
    open: bool = False
    half: bool = False
    grid: bool = False
    drawn: bool = False

    def begin_row(self, columns: int) -> None:
        if not self.open:
            self.number, self.row, self.open = self.number + 1, 0, True
        self.row += 1
        self.columns = max(2, columns)

    def cell(self, text: str, at: int, start: int = 0, room: int = 0) -> Cell:
        self.at = at
        return Cell(_BREAK.sub("\n", text), self.number, self.row, at, self.columns, start, room)

    def close(self) -> None:
        self.open = self.half = self.grid = self.drawn = False


def tables(lines: Sequence[str], wrapped: Measure, breaks: AbstractSet[int]) -> list[list[Cell] | None]:
    """For each line its cells: None for a line of running text, no cells for the edge of a table.

    `breaks` are the indices at which a page ends: a cell may go on behind it.
    """
    table = _Table()
    rows: list[list[Cell] | None] = []
    above = ""
    for index, line in enumerate(lines):
        if not line.strip():
            rows.append(None)
            above = above if index in breaks or index - 1 in breaks or index + 1 in breaks else ""
            continue
        rows.append(_cells_of(lines, index, above, table, wrapped))
        if rows[-1] is None:
            table.close()
        above = line
    return rows


def _cells_of(
    lines: Sequence[str], index: int, above: str, table: _Table, wrapped: Measure
) -> list[Cell] | None:
    line = lines[index]
    if _EDGE.fullmatch(line):
        table.grid = table.grid or _GRID.match(line) is not None
        table.drawn = False
        return []
    if _STROKES.fullmatch(line):
        return _drawn(line, table)
    goes_on = table.open and _goes_on(above, line, wrapped)
    if _has_tabs(line, table):
        return _tabbed(line, table, goes_on=goes_on and table.half)
    ended = above.rstrip()[-1:] in ".!?:;"
    if goes_on and not (ended and split_marker(line)) and not _is_label(lines, index, wrapped):
        return [table.cell(line, table.at)]
    return _label(lines, index, table, wrapped)


def _drawn(line: str, table: _Table) -> list[Cell]:
    """A line between upright strokes."""
    parts = _STROKE.split(line.strip()[1:-1])
    if not (table.grid and table.drawn):
        table.begin_row(len(parts))
        table.drawn = True
    room = table.grid
    return [
        table.cell(part.rstrip(), at, room=len(part) if room else 0) for at, part in enumerate(parts, start=1)
    ]


def _has_tabs(line: str, table: _Table) -> bool:
    bare = line.strip(" ")
    if "\t" not in bare:
        return False
    if bare.startswith("\t"):
        return table.open
    first = bare.split("\t")[0].strip()
    # "•<tab>text" is a list item, "1.<tab>text" the numbered row of a table.
    return bool(first[:1].isalnum()) or not split_marker(f"{first} x")


def _tabbed(line: str, table: _Table, *, goes_on: bool) -> list[Cell]:
    bare = line.strip(" ")
    if bare.startswith("\t"):
        # A line that begins with a tab goes on in the row above it, at the latest in its last cell.
        text = bare.lstrip("\t")
        return _parts(line, text.split("\t"), table, min(len(bare) - len(text), table.columns - 1) + 1)
    parts = bare.split("\t")
    if not goes_on:
        table.begin_row(len(parts))
    table.half = False
    return _parts(line, parts, table, 1)


def _parts(line: str, parts: Sequence[str], table: _Table, first: int) -> list[Cell]:
    found: list[Cell] = []
    at = 0
    for index, part in enumerate(parts, start=first):
        at = line.index(part, at)
        found.append(table.cell(part, index, at))
        at += len(part)
    return found


def _goes_on(before: str, line: str, wrapped: Measure) -> bool:
    """Whether a line is what a mail program broke off the row above it."""
    return (
        bool(before.strip() and line.strip())
        and wrapped.is_counted
        and wrapped.is_full(before.rstrip(), line)
    )


def _is_label(lines: Sequence[str], index: int, wrapped: Measure) -> bool:
    """Whether the line below ends this one's sentence with a tab: a row begins here, whatever is above."""
    below = lines[index + 1] if index + 1 < len(lines) else ""
    head = below.split("\t")[0].strip()
    tail = "\t" in below.strip() and head[:1].islower()
    return tail and not lines[index][:1].islower() and _goes_on(lines[index], below, wrapped)


def _label(lines: Sequence[str], index: int, table: _Table, wrapped: Measure) -> list[Cell] | None:
    """The first cell of a row whose tab stands on a later line, since its label was wrapped."""
    for after in range(index + 1, min(index + _LABEL_LINES, len(lines))):
        inside = table.open or lines[after].strip()[:1].islower()
        if not inside or not _goes_on(lines[after - 1], lines[after], wrapped):
            return None
        if "\t" in lines[after].strip():
            table.begin_row(2)
            table.half = True
            return [table.cell(lines[index], 1)]
    return None
