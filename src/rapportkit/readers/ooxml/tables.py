"""The shape of tables: rows, cells, and what a table's style sets in bold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rapportkit.readers.ooxml import names
from rapportkit.readers.ooxml.changes import View
from rapportkit.readers.ooxml.choice import branch
from rapportkit.readers.ooxml.names import (
    ALTERNATE,
    R_PR,
    SDT,
    T_PR,
    TC,
    TC_PR,
    TR,
    TR_PR,
    TYPE,
    P,
    W,
    child,
    is_on,
    properties,
    value,
)
from rapportkit.readers.ooxml.styles import StyleSheet, read_letters

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WRAPPERS = frozenset({names.SDT_CONTENT, W + "customXml", W + "smartTag"})
_CELL_CHANGES = {W + "cellDel": "deletion", W + "cellIns": "insertion"}
_MERGE = W + "hMerge"
_CELL_MARKS = frozenset({_MERGE, *_CELL_CHANGES})
_LOOKS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
_PARTS = {"firstRow": "firstRow", "lastRow": "lastRow", "firstColumn": "firstCol", "lastColumn": "lastCol"}


class Piece(NamedTuple):
    """A row or cell, and the innermost content control around it within its table or row."""

    element: Element
    control: Element | None = None


class Row(NamedTuple):
    """A row with its real cells, and the content control around it: a cell that spans columns is one cell."""

    control: Element | None
    cells: list[Piece]
    hidden: bool


@dataclass(frozen=True, slots=True)
class Boldness:
    """Where a table's style sets bold: by default, and by part ("firstRow"), strongest part first."""

    everywhere: bool = False
    parts: dict[str, bool] = field(default_factory=dict)

    def at(self, row: int, cell: int, rows: int, cells: int) -> bool:
        """Whether the letters of a cell (counted from 1) are bold by the table's style."""
        if not self.parts:
            return self.everywhere
        here = {
            "firstRow": row == 1,
            "lastRow": row == rows,
            "firstColumn": cell == 1,
            "lastColumn": cell == cells,
        }
        return next((bold for part, bold in self.parts.items() if here[part]), self.everywhere)


NO_BOLDNESS = Boldness()


def shown_rows(table: Element, view: View, hear: Callable[[str, int], None]) -> list[Row]:
    """The rows that a view shows, also those inside content controls.

    `hear` is told the kind of each change that put a row or cell in or took one out, and at which row.
    """
    rows: list[Row] = []
    for row, control in _pieces(table, TR, view):
        own = properties(row, TR_PR, TC)
        mark = None if own is None else view.change_of(own)
        if mark is not None:
            hear(view.kind(mark), len(rows) + 1)
            if mark in view.gone:
                continue
        cells = []
        for cell in _pieces(row, TC, view):
            marks = _cell_marks(cell.element)
            for change in marks:
                if change in _CELL_CHANGES:
                    hear(_CELL_CHANGES[change], len(rows) + 1)
            if not marks or not _is_no_cell(cell.element, marks, view):
                cells.append(cell)
        hidden = own is not None and is_on(child(own, W + "hidden"))
        rows.append(Row(control, cells, hidden))
    return rows


def _cell_marks(cell: Element) -> dict[str, Element]:
    """The properties of a cell that say whether it is one."""
    own = properties(cell, TC_PR, P)
    return {} if own is None else {mark.tag: mark for mark in own if mark.tag in _CELL_MARKS}


class TableStyles:
    """What the styles of a file's tables set in bold, worked out once for all tables that look the same."""

    def __init__(self, sheet: StyleSheet) -> None:
        self._sheet = sheet
        self._known: dict[tuple[str, ...], Boldness] = {}

    def boldness(self, table: Element) -> Boldness:
        """What the style of a table sets in bold, of the parts that the table asks for."""
        own = properties(table, T_PR, TR)
        style = value(own, W + "tblStyle")
        if own is None or not style:
            return NO_BOLDNESS
        look = style, *_asked_parts(child(own, W + "tblLook"))
        if look not in self._known:
            self._known[look] = self._read(*look)
        return self._known[look]

    def _read(self, style: str, *asked: str) -> Boldness:
        found = {part: self._part_bold(style, _PARTS[part]) for part in asked}
        parts = {part: bold for part, bold in found.items() if bold is not None}
        return Boldness(bool(self._sheet.letters(style).bold), parts)

    def _part_bold(self, style: str, part: str) -> bool | None:
        for entry in self._sheet.chain(style):
            for option in entry.iterchildren(W + "tblStylePr"):
                bold = read_letters(child(option, R_PR)).bold if option.get(TYPE) == part else None
                if bold is not None:
                    return bold
        return None


def _asked_parts(look: Element | None) -> list[str]:
    """Rows outdo columns where both speak, as in Word."""
    if look is None:
        return []
    bits = int(look.get(names.VAL, "0"), 16) if _is_hex(look.get(names.VAL, "0")) else 0
    return [
        part
        for part, bit in _LOOKS.items()
        if look.get(W + part, "1" if bits & bit else "0").lower() in {"1", "true", "on"}
    ]


def _is_hex(text: str) -> bool:
    return 0 < len(text) <= 8 and all(letter in "0123456789abcdefABCDEF" for letter in text)


def _pieces(parent: Element, wanted: str, view: View, control: Element | None = None) -> Iterator[Piece]:
    for piece in parent:
        tag = piece.tag
        if tag == wanted:
            yield Piece(piece, control)
        elif tag == SDT:
            yield from _pieces(piece, wanted, view, piece)
        elif tag in _WRAPPERS or tag in view.shown:
            yield from _pieces(piece, wanted, view, control)
        elif tag == ALTERNATE:
            option = branch(piece)
            if option is not None:
                yield from _pieces(option, wanted, view, control)


def _is_no_cell(cell: Element, marks: Mapping[str, Element], view: View) -> bool:
    """Whether it is the rest of an old-style merge, or a cell that the view leaves out."""
    merge = marks.get(_MERGE)
    merged_away = merge is not None and merge.get(names.VAL, "continue") == "continue"
    return (merged_away and not _has_letters(cell)) or view.gone_cell in marks


def _has_letters(cell: Element) -> bool:
    return any((text.text or "").strip() for text in cell.iter(names.T))
