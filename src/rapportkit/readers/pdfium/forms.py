"""What people filled in: values of form fields, check boxes, text typed onto the page, comments."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rapportkit.model.document import FurnitureKind
from rapportkit.readers.pdfium.layout import Box, Piece
from rapportkit.readers.pdfium.pieces import View

MAX_ANNOTATIONS = 5_000
MAX_VALUE = 2_000_000  # bytes
_MULTILINE = 1 << 12
_UNSEEN = 0b100010  # the flags "hidden" and "no view"
_NEXT, _BEFORE = 1e-6, 0.4  # of the distance between two painted words


@dataclass(frozen=True, slots=True)
class Value:
    """A filled-in text with its place on the page; `kind` is set for what is no part of the page."""

    text: str
    box: Box
    long: bool = False
    kind: FurnitureKind | None = None


def read_values(pdf: Any, page: Any, view: View) -> list[Value]:
    """The values on a page, in the order of the file."""
    import pypdfium2.raw as pdfium

    found: list[Value] = []
    count = min(pdfium.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)
    for index in range(count):
        handle = pdfium.FPDFPage_GetAnnot(page, index)
        if not handle:
            continue
        try:
            value = _read(pdf, handle, view)
        finally:
            pdfium.FPDFPage_CloseAnnot(handle)
        if value is not None and value.text.strip():
            found.append(value)
    return found


def _read(pdf: Any, handle: Any, view: View) -> Value | None:
    import pypdfium2.raw as pdfium

    subtype = pdfium.FPDFAnnot_GetSubtype(handle)
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(handle, rect):
        return None
    box = view.box(rect.left, rect.bottom, rect.right, rect.top)
    unseen = bool(pdfium.FPDFAnnot_GetFlags(handle) & _UNSEEN)
    if subtype == pdfium.FPDF_ANNOT_WIDGET and pdf.formenv:
        text, long = _field(pdf.formenv.raw, handle)
        return Value(text, box, long, FurnitureKind.HIDDEN if unseen else None)
    if subtype in {pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_WIDGET}:
        return None
    text = _string(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(handle, b"Contents", buffer, size))
    typed = subtype == pdfium.FPDF_ANNOT_FREETEXT and not unseen
    return Value(text, box, long=True, kind=None if typed else FurnitureKind.COMMENT)


def _field(form: Any, handle: Any) -> tuple[str, bool]:
    """A field's value as it shows, and whether the field takes several lines."""
    import pypdfium2.raw as pdfium

    kind = pdfium.FPDFAnnot_GetFormFieldType(form, handle)
    if kind in {pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON}:
        return ("☒" if pdfium.FPDFAnnot_IsChecked(form, handle) else "☐"), False
    if kind not in {
        pdfium.FPDF_FORMFIELD_TEXTFIELD,
        pdfium.FPDF_FORMFIELD_COMBOBOX,
        pdfium.FPDF_FORMFIELD_LISTBOX,
    }:
        return "", False
    text = _string(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(form, handle, buffer, size))
    return text, bool(pdfium.FPDFAnnot_GetFormFieldFlags(form, handle) & _MULTILINE)


def _string(ask: Any) -> str:
    """Ask PDFium for a string: first for its size, then for its UTF-16 letters."""
    size = ask(None, 0)
    if not 2 < size <= MAX_VALUE:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    ask(buffer, ctypes.sizeof(buffer))
    text = bytes(buffer)[: size - 2].decode("utf-16-le", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def typed(values: Sequence[Value], pieces: Sequence[Piece]) -> list[Piece]:
    """Write values onto the page as pieces: beside their labels, or line by line where they are long."""
    found: list[Piece] = []
    number = 0
    for value in values:
        rows = [row for line in value.text.split("\n") if (row := line.split())]
        if not rows:
            continue
        left, top, right, bottom = value.box
        beside = None if len(rows) > 1 else _neighbour(value, pieces)
        order = _order(value, beside or _above(value, pieces)) + len(found) * _NEXT
        size = min(10.0, max(1.0, (bottom - top) / (1.2 * len(rows))))
        for index, row in enumerate(rows):
            number += 1
            if beside is not None:
                base, size = beside.base, beside.size
            elif value.long or len(rows) > 1:
                base = top + size * (1.0 + 1.2 * index)
            else:
                base = (top + bottom) / 2 + 0.3 * size
            share = (right - left) / max(1, len(" ".join(row)))
            at = left
            for word in row:
                end = at + share * len(word)
                found.append(Piece(word, at, end, base, size, order=order, typed=number))
                at = end + share
                order += _NEXT
    return found


def _order(value: Value, near: Piece | None) -> float:
    """When a value would have been painted, had it been typed: before or behind the word that it stands by."""
    if near is None:
        return 0.0
    return near.order - _BEFORE if near.x0 >= value.box[2] else near.order + _NEXT


def _above(value: Value, pieces: Sequence[Piece]) -> Piece | None:
    """The last word above a value, of the words that stand over it if there are any."""
    left, top, right, _ = value.box
    higher = [piece for piece in pieces if piece.base <= top + 1]
    over = [piece for piece in higher if piece.x0 < right and piece.x1 > left]
    return max(over or higher, key=lambda piece: (piece.base, piece.order), default=None)


def _neighbour(value: Value, pieces: Sequence[Piece]) -> Piece | None:
    """The word on whose line a value stands: the nearest whose baseline runs through its box."""
    left, top, right, bottom = value.box
    on_line = [
        piece for piece in pieces if top - 1 <= piece.base <= bottom + 1 and piece.size < bottom - top + 6
    ]
    return min(
        on_line,
        key=lambda piece: (max(left - piece.x1, piece.x0 - right, 0.0), abs(piece.base - bottom)),
        default=None,
    )
