"""The shape of tables: rows, cells, and what a table's style sets in bold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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
    W,
    is_on,
    value,
)
from rapportkit.readers.ooxml.styles import StyleSheet, read_letters

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WRAPPERS = frozenset({names.SDT_CONTENT, W + "customXml", W + "smartTag"})
_CELL_CHANGES = {W + "cellDel": "deletion", W + "cellIns": "insertion"}
_LOOKS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
_PARTS = {"firstRow": "firstRow", "lastRow": "lastRow", "firstColumn": "firstCol", "lastColumn": "lastCol"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A row or cell, and the innermost content control around it within its table or row."""

    element: Element
    control: Element | None = None


@dataclass(frozen=True, slots=True)
class Boldness:
    """Where a table's style sets bold: by default, and by part ("firstRow"), strongest part first."""

    everywhere: bool = False
    parts: dict[str, bool] = field(default_factory=dict)

    def at(self, row: int, cell: int, rows: int, cells: int) -> bool:
        """Whether the letters of a cell (counted from 1) are bold by the table's style."""
        here = {
            "firstRow": row == 1,
            "lastRow": row == rows,
            "firstColumn": cell == 1,
            "lastColumn": cell == cells,
        }
        return next((bold for part, bold in self.parts.items() if here[part]), self.everywhere)


NO_BOLDNESS = Boldness()


def shown_rows(table: Element, view: View, hear: Callable[[str, int], None]) -> Iterator[Piece]:
    """Yield the rows that a view shows, also those inside content controls.

    `hear` is told the kind of each change that put a row or cell in or took one out, and at which row.
    """
    row = 1
    for piece in _pieces(table, TR, view):
        mark = view.change_of(piece.element.find(TR_PR))
        hear(view.kind(mark) if mark else "", row)
        if mark in view.gone:
            continue
        for kind in _changed_cells(piece.element, view):
            hear(kind, row)
        yield piece
        row += 1


def cells(row: Element, view: View) -> list[Piece]:
    """The real cells of a row: one that spans columns is one; the rest of an old-style merge is none."""
    return [piece for piece in _pieces(row, TC, view) if not _is_no_cell(piece.element, view)]


def is_hidden_row(row: Element) -> bool:
    """Whether the row is hidden from view."""
    properties = row.find(TR_PR)
    return properties is not None and is_on(properties.find(W + "hidden"))


def read_boldness(table: Element, sheet: StyleSheet) -> Boldness:
    """What the style of a table sets in bold, of the parts that the table asks for."""
    properties = table.find(T_PR)
    style = value(properties, W + "tblStyle")
    if properties is None or not style:
        return NO_BOLDNESS
    asked = _asked_parts(properties.find(W + "tblLook"))
    parts: dict[str, bool] = {}
    for part in asked:
        bold = _part_bold(sheet, style, _PARTS[part])
        if bold is not None:
            parts[part] = bold
    return Boldness(bool(sheet.letters(style).bold), parts)


def _part_bold(sheet: StyleSheet, style: str, part: str) -> bool | None:
    for entry in sheet.chain(style):
        for option in entry.iterfind(W + "tblStylePr"):
            bold = read_letters(option.find(R_PR)).bold if option.get(TYPE) == part else None
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
    for child in parent:
        if child.tag == wanted:
            yield Piece(child, control)
        elif child.tag == SDT:
            yield from _pieces(child, wanted, view, child)
        elif child.tag in _WRAPPERS or child.tag in view.shown:
            yield from _pieces(child, wanted, view, control)
        elif child.tag == ALTERNATE:
            option = branch(child)
            if option is not None:
                yield from _pieces(option, wanted, view, control)


def _changed_cells(row: Element, view: View) -> Iterator[str]:
    """Yield the kind of change for each cell that was put into the row or taken out of it."""
    for piece in _pieces(row, TC, view):
        properties = piece.element.find(TC_PR)
        for mark in () if properties is None else properties:
            if mark.tag in _CELL_CHANGES:
                yield _CELL_CHANGES[mark.tag]


def _is_no_cell(cell: Element, view: View) -> bool:
    properties = cell.find(TC_PR)
    if properties is None:
        return False
    merge = properties.find(W + "hMerge")
    merged_away = merge is not None and merge.get(names.VAL, "continue") == "continue"
    return (merged_away and not _has_letters(cell)) or properties.find(view.gone_cell) is not None


def _has_letters(cell: Element) -> bool:
    return any((text.text or "").strip() for text in cell.iter(names.T))
