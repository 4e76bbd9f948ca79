"""PDF files: text with positions, ruled tables, form values; scans where letters can be recognised."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from rapportkit.model.document import Document, FurnitureKind, Source, numbered
from rapportkit.model.options import AS_USUAL, Limits, ReadOptions
from rapportkit.readers.pdfium import opening
from rapportkit.readers.pdfium.blocks import blocks_of, manner_of, usual_size
from rapportkit.readers.pdfium.furniture import furniture_of, take_furniture
from rapportkit.readers.pdfium.margins import with_margins
from rapportkit.readers.pdfium.notes import take_notes
from rapportkit.readers.pdfium.remarks import check_text, remarks
from rapportkit.readers.pdfium.sheet import Sheet, read_sheet
from rapportkit.readers.pdfium.sight import look
from rapportkit.readers.pdfium.tables import flow


def read(data: bytes, name: str, options: ReadOptions = AS_USUAL) -> Document:
    """Read a PDF into located blocks; tables come as rows and cells, form values where they stand.

    Raises ReadError: F002 empty, F003 broken, F005 password, F006 too large, F007 XFA form, F008 no text.
    """
    with opening.opened(data, name, options) as pdf:
        sight = look(pdf, _read_pages(pdf, name, options.limits), name, options)
        language = opening.language(pdf)
    check_text(sight, name, options.limits)
    pages = sight.pages
    sheets, furniture = take_furniture([sheet.page for sheet in pages])
    sheets, notes = take_notes(sheets, usual_size([item for sheet in sheets for item in sheet.items]))
    items, repeated = flow(with_margins(sheets))
    furniture += [entry for sheet in pages for entry in sheet.asides]
    furniture += [
        furniture_of(FurnitureKind.HEADER, line.page, line.number, line.pieces) for line in repeated
    ]
    blocks = blocks_of(items, manner_of(items, notes))
    return Document(
        Source(name, hashlib.sha256(data).hexdigest(), "pdf", len(pages), language),
        numbered(blocks, name),
        tuple(replace(entry, location=replace(entry.location, source=name)) for entry in furniture),
        remarks(sight, name, options.limits),
        trust=sight.trust,
    )


def _read_pages(pdf: Any, name: str, limits: Limits) -> list[Sheet]:
    sheets: list[Sheet] = []
    objects = letters = 0
    for index in range(len(pdf)):
        edge = sheets[-1].page.edge if sheets else 0.0
        sheet = read_sheet(pdf, index, edge, limits.objects)
        objects, letters = objects + sheet.objects, letters + len(sheet.letters)
        opening.check_size(name, objects, letters, limits)
        sheets.append(sheet)
    return sheets
