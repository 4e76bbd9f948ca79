"""One page of a PDF, read from the file itself or from its picture, with what was counted on it."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rapportkit.model.document import Furniture, FurnitureKind
from rapportkit.model.location import Location
from rapportkit.readers.ocr.seen import Seen
from rapportkit.readers.pdfium.dots import bullets
from rapportkit.readers.pdfium.forms import Value, read_values, typed
from rapportkit.readers.pdfium.furniture import furniture_of
from rapportkit.readers.pdfium.glyphs import is_unreadable
from rapportkit.readers.pdfium.grid import find_grids
from rapportkit.readers.pdfium.layout import Page, Piece, rounded
from rapportkit.readers.pdfium.page import compose
from rapportkit.readers.pdfium.pieces import View, place, view_of
from rapportkit.readers.pdfium.strokes import Strokes, read_strokes
from rapportkit.readers.pdfium.underlines import stressed_and_struck
from rapportkit.readers.pdfium.words import Words, read_words

DRAWN = 20  # objects: a page that paints more than this, but no text, has its text in pictures or outlines
FEW = 60  # letters: a scanner's stamp, a page number
PICTURED = 0.5  # of the page: what a scan fills
WRAPPED = 3  # objects that a wrapper around a picture holds at most


@dataclass(frozen=True, slots=True)
class Painted:
    """What a page paints: its words and lines, and how to look at them."""

    view: View
    words: Words
    strokes: Strokes


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with what was counted on it.

    `letters` are those painted on it and those of the `values` that people filled in; `asides` are their
    comments and what they filled in unseen, `struck` words that are struck out. `scanned` says that
    the page is a picture with hardly a letter painted beside it, `squeezed` that its letters have no room,
    `sure` how far recognised letters are to
    be trusted (1.0 where none were).
    """

    page: Page
    letters: str = ""
    objects: int = 0
    pictures: int = 0
    values: tuple[Value, ...] = ()
    asides: tuple[Furniture, ...] = ()
    struck: tuple[Furniture, ...] = ()
    scanned: bool = False
    squeezed: bool = False
    sure: float = 1.0

    @property
    def is_broken(self) -> bool:
        """Whether the page could not be loaded."""
        return not self.page.width

    @property
    def is_bare(self) -> bool:
        """Whether the page shows something, but no text."""
        return not self.letters.strip() and (self.pictures > 0 or self.objects > DRAWN)

    @property
    def painted(self) -> int:
        """The number of letters painted on the page."""
        return len(self.letters) - sum(len(value.text) for value in self.values)

    @property
    def is_pictured(self) -> bool:
        """Whether what is written on the page can only be seen."""
        return self.is_bare or self.scanned or is_unreadable(self.letters)


def read_sheet(pdf: Any, index: int, edge: float, most: int) -> Sheet:
    """Read one page and close it; a page that cannot be loaded counts as one without text.

    `edge` is where the answers of a borderless table begin on the page before; beyond `most` objects
    no more are looked at.
    """
    import pypdfium2

    try:
        page = pdf[index]
    except pypdfium2.PdfiumError:
        return Sheet(Page(index + 1, 0.0, 0.0), objects=1)
    try:
        textpage = page.get_textpage()
        try:
            words = read_words(textpage)
        finally:
            textpage.close()
        view = view_of(page, words)
        strokes = read_strokes(page, view, most)
        values = read_values(pdf, page, view)
        scanned = _is_scanned(page, "".join(words.texts), strokes)
    except pypdfium2.PdfiumError:
        return Sheet(Page(index + 1, 0.0, 0.0), objects=1)
    finally:
        page.close()
    shown = tuple(value for value in values if value.kind is None)
    asides = tuple(
        Furniture(value.kind, " ".join(value.text.split()), Location(page=index + 1, box=rounded(value.box)))
        for value in values
        if value.kind is not None
    )
    return _sheet(index + 1, Painted(view, words, strokes), shown, asides, edge, scanned=scanned)


def painted_sheet(painted: Painted, sheet: Sheet, edge: float) -> Sheet:
    """A page as another library sees it painted; what people filled in stays as it was read before."""
    return _sheet(sheet.page.number, painted, sheet.values, sheet.asides, edge, scanned=sheet.scanned)


def _sheet(
    number: int,
    painted: Painted,
    values: tuple[Value, ...],
    asides: tuple[Furniture, ...],
    edge: float,
    *,
    scanned: bool,
) -> Sheet:
    """Arrange what a page paints, and what people filled in on it."""
    view, strokes = painted.view, painted.strokes
    upright, askew = place(painted.words, view)
    composed, gone = _laid_out(number, view.width, view.height, upright, askew, strokes, values, edge)
    letters = "".join(painted.words.texts) + "".join(value.text for value in values)
    return Sheet(
        composed,
        letters,
        strokes.objects,
        strokes.pictures,
        values,
        asides,
        gone,
        scanned=scanned,
        squeezed=painted.words.are_squeezed,
    )


def seen_sheet(seen: Seen, sheet: Sheet, edge: float) -> Sheet:
    """A page as it was recognised in its picture; what people filled in stays as the file has it."""
    composed, gone = _laid_out(
        seen.index + 1, seen.width, seen.height, list(seen.pieces), [], seen.strokes, sheet.values, edge
    )
    letters = seen.letters + "".join(value.text for value in sheet.values)
    return Sheet(
        composed,
        letters,
        sheet.objects,
        sheet.pictures,
        sheet.values,
        sheet.asides,
        gone,
        sure=seen.sure if seen.letters else 1.0,
    )


def _laid_out(
    number: int,
    width: float,
    height: float,
    upright: list[Piece],
    askew: Sequence[Sequence[Piece]],
    strokes: Strokes,
    values: Sequence[Value],
    edge: float,
) -> tuple[Page, tuple[Furniture, ...]]:
    """Arrange what stands on a page; the words that are struck out come back apart."""
    upright, gone = stressed_and_struck(upright, strokes.across)
    upright += bullets(strokes.dots, upright)
    upright += typed(values, upright)
    grids = find_grids(strokes, width, height)
    page = compose(number, width, height, upright, askew, grids, edge)
    return page, tuple(furniture_of(FurnitureKind.HIDDEN, number, None, pieces) for pieces in gone)


def _is_scanned(page: Any, painted: str, strokes: Strokes) -> bool:
    """Whether a page shows letters, if any, in its pictures or drawings alone."""
    if not painted.strip():
        return strokes.pictures > 0 or strokes.objects > DRAWN
    return len(painted) < FEW and strokes.pictures > 0 and _is_picture(page, strokes.objects)


def _is_picture(page: Any, most: int) -> bool:
    """Whether one picture fills most of a page; of its objects, so many are looked at."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(min(most, pdfium.FPDFPage_CountObjects(page))):
        handle = pdfium.FPDFPage_GetObject(page, index)
        if _holds_picture(handle) and pdfium.FPDFPageObj_GetBounds(handle, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            if (right - left) * (top - bottom) >= PICTURED * width * height:
                return True
    return False


def _holds_picture(handle: Any) -> bool:
    """Whether an object is a picture, or a wrapper around little else."""
    import pypdfium2.raw as pdfium

    kind = pdfium.FPDFPageObj_GetType(handle)
    if kind != pdfium.FPDF_PAGEOBJ_FORM:
        return bool(kind == pdfium.FPDF_PAGEOBJ_IMAGE)
    count = pdfium.FPDFFormObj_CountObjects(handle)
    inside = [pdfium.FPDFFormObj_GetObject(handle, index) for index in range(min(count, WRAPPED + 1))]
    return len(inside) <= WRAPPED and any(
        pdfium.FPDFPageObj_GetType(one) == pdfium.FPDF_PAGEOBJ_IMAGE for one in inside
    )
