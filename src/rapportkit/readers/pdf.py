"""PDF files: text with positions, ruled tables, form values; scans where letters can be recognised."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from rapportkit.model.document import Document, FurnitureKind, Remark, Source
from rapportkit.model.options import AS_USUAL, Limits, ReadOptions
from rapportkit.readers.pdfium import opening
from rapportkit.readers.pdfium.blocks import blocks_of, manner_of, usual_size
from rapportkit.readers.pdfium.furniture import furniture_of, take_furniture
from rapportkit.readers.pdfium.garbage import uncollected
from rapportkit.readers.pdfium.margins import with_margins
from rapportkit.readers.pdfium.notes import take_notes
from rapportkit.readers.pdfium.remarks import check_text, remarks
from rapportkit.readers.pdfium.sheet import Sheet, read_sheet
from rapportkit.readers.pdfium.sight import Sight, look
from rapportkit.readers.pdfium.tables import flow
from rapportkit.readers.plumber.second import Second, with_second_thoughts


def read(data: bytes, name: str, options: ReadOptions = AS_USUAL, *, second: Second = Second.ODD) -> Document:
    """Read a PDF into located blocks; tables come as rows and cells, form values where they stand.

    `second` says which pages are read by pdfplumber as well; what is made of an ordinary page is the same.

    Raises ReadError: F002 empty, F003 broken, F005 password, F006 too large, F007 XFA form, F008 no text.
    """
    with opening.opened(data, name, options) as pdf:
        pages = _read_pages(pdf, name, options.limits)
        pages = with_second_thoughts(pages, data, name, options, second)
        sight = look(pdf, pages, name, options)
        language, properties = opening.language(pdf), opening.properties(pdf)
    check_text(sight, name, options.limits)
    source = Source(name, hashlib.sha256(data).hexdigest(), "pdf", len(pages), language)
    document = _document(source, sight, remarks(sight, name, options.limits))
    return replace(document, properties=properties)


@uncollected()
def _document(source: Source, sight: Sight, said: tuple[Remark, ...]) -> Document:
    """Make a document of pages: what runs on from page to page is put together, the rest set apart."""
    pages = sight.pages
    sheets, furniture = take_furniture([sheet.page for sheet in pages])
    sheets, notes = take_notes(sheets, usual_size([item for sheet in sheets for item in sheet.items]))
    items, repeated = flow(with_margins(sheets))
    furniture += [entry for sheet in pages for entry in (*sheet.asides, *sheet.struck)]
    furniture += [
        furniture_of(
            FurnitureKind.HEADER, line.page, pages[line.page - 1].page.line_at(line.base), line.pieces
        )
        for line in repeated
    ]
    blocks = blocks_of(items, manner_of(items, notes, sheets), source.name)
    placed = tuple(
        replace(entry, location=replace(entry.location, source=source.name)) for entry in furniture
    )
    return Document(source, blocks, placed, said, trust=sight.trust)


@uncollected()
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
