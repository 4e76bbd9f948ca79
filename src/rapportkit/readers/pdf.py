"""PDF files: text with positions, ruled tables, form values."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from rapportkit.errors import ReadError
from rapportkit.model.document import Document, Furniture, FurnitureKind, Remark, Source, numbered
from rapportkit.model.location import Location
from rapportkit.readers.pdfium import opening
from rapportkit.readers.pdfium.blocks import blocks_of, manner_of, usual_size
from rapportkit.readers.pdfium.dots import bullets
from rapportkit.readers.pdfium.forms import read_values, typed
from rapportkit.readers.pdfium.furniture import furniture_of, take_furniture
from rapportkit.readers.pdfium.glyphs import is_unreadable
from rapportkit.readers.pdfium.grid import find_grids
from rapportkit.readers.pdfium.layout import Page, rounded
from rapportkit.readers.pdfium.margins import with_margins
from rapportkit.readers.pdfium.notes import take_notes
from rapportkit.readers.pdfium.page import compose
from rapportkit.readers.pdfium.pieces import place, read_words, view_of
from rapportkit.readers.pdfium.strokes import read_strokes
from rapportkit.readers.pdfium.tables import flow
from rapportkit.readers.pdfium.underlines import stressed, struck

DRAWN = 20  # objects: a page that paints more than this, but no text, has its text in pictures or outlines


def read(data: bytes, name: str) -> Document:
    """Read a PDF into located blocks; tables come as rows and cells, form values where they stand.

    Raises ReadError: F002 empty, F003 broken, F005 password, F006 too large, F007 XFA form, F008 no text.
    """
    with opening.opened(data, name) as pdf:
        pages = _read_pages(pdf, name)
        language = opening.language(pdf)
    _check_text(pages, name)
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
        _remarks(pages, name),
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page with what was counted on it."""

    page: Page
    letters: str
    objects: int
    pictures: int
    asides: tuple[Furniture, ...]

    @property
    def is_bare(self) -> bool:
        """Whether the page shows something, but no text."""
        return not self.letters.strip() and (self.pictures > 0 or self.objects > DRAWN)


def _read_pages(pdf: Any, name: str) -> list[_Sheet]:
    sheets: list[_Sheet] = []
    objects = letters = 0
    for index in range(len(pdf)):
        edge = sheets[-1].page.edge if sheets else 0.0
        sheet = _read_page(pdf, index, edge)
        objects, letters = objects + sheet.objects, letters + len(sheet.letters)
        opening.check_size(name, objects, letters)
        sheets.append(sheet)
    return sheets


def _read_page(pdf: Any, index: int, edge: float) -> _Sheet:
    """Read one page and close it; a page that cannot be loaded counts as one without text."""
    import pypdfium2

    try:
        page = pdf[index]
    except pypdfium2.PdfiumError:
        return _Sheet(Page(index + 1, 0.0, 0.0), "", 1, 0, ())
    try:
        textpage = page.get_textpage()
        try:
            words = read_words(textpage)
        finally:
            textpage.close()
        view = view_of(page, words)
        strokes = read_strokes(page, view)
        values = read_values(pdf, page, view)
    except pypdfium2.PdfiumError:
        return _Sheet(Page(index + 1, 0.0, 0.0), "", 1, 0, ())
    finally:
        page.close()
    upright, askew = place(words, view)
    upright, gone = struck(stressed(upright, strokes.across), strokes.across)
    upright += bullets(strokes.dots, upright)
    shown = [value for value in values if value.kind is None]
    upright += typed(shown, upright)
    grids = find_grids(strokes, view.width, view.height)
    composed = compose(index + 1, view.width, view.height, upright, askew, grids, edge)
    asides = [
        Furniture(value.kind, " ".join(value.text.split()), Location(page=index + 1, box=rounded(value.box)))
        for value in values
        if value.kind is not None
    ]
    asides += [furniture_of(FurnitureKind.HIDDEN, index + 1, None, pieces) for pieces in gone]
    letters = "".join(word.text for word in words) + "".join(value.text for value in shown)
    return _Sheet(composed, letters, strokes.objects, strokes.pictures, tuple(asides))


def _check_text(sheets: Sequence[_Sheet], name: str) -> None:
    """Refuse a file without text, or with letters that mean nothing (ReadError F008)."""
    count = len(sheets)
    pages = "its page" if count == 1 else f"its {count} pages"
    hold = "holds" if count == 1 else "hold"
    letters = "".join(sheet.letters for sheet in sheets)
    if not any(sheet.page.width for sheet in sheets):
        raise ReadError(
            f"{name} is damaged: none of its pages can be read; save or send it again.", code="F003"
        )
    if not letters.strip():
        if any(sheet.is_bare for sheet in sheets):
            raise ReadError(
                f"{name} is a scan: {pages} {hold} pictures and no text; send the Word file or a PDF with text.",
                code="F008",
            )
        raise ReadError(f"{name} is blank: {pages} {hold} no text; send the filled-in report.", code="F008")
    if is_unreadable(letters):
        raise ReadError(
            f"{name} hides its text: the fonts on {pages} do not say which letters they show; "
            "send the Word file, or print it to PDF again.",
            code="F008",
        )


def _remarks(sheets: Sequence[_Sheet], name: str) -> tuple[Remark, ...]:
    """Which pages hold something, but no text that could be read."""
    broken = [sheet.page.number for sheet in sheets if not sheet.page.width]
    bare = [sheet.page.number for sheet in sheets if sheet.is_bare]
    found = []
    if bare:
        holds = "holds" if len(bare) == 1 else "hold"
        text = f"{_listed(bare)} {holds} pictures and no text; what is written there was not read."
        found.append(Remark("D004", text, Location(name, page=bare[0])))
    if broken:
        text = f"{_listed(broken)} could not be read: the file is damaged there."
        found.append(Remark("D004", text, Location(name, page=broken[0])))
    return tuple(found)


def _listed(numbers: Sequence[int]) -> str:
    """Name some pages: "Page 2", "Pages 2, 3 and 7"."""
    if len(numbers) == 1:
        return f"Page {numbers[0]}"
    return f"Pages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"
