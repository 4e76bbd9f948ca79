"""Which pages are read a second time, by pdfplumber."""

from __future__ import annotations

from enum import Enum, auto

from rapportkit.model.options import ReadOptions
from rapportkit.readers.pdfium import opening
from rapportkit.readers.pdfium.glyphs import is_unreadable
from rapportkit.readers.pdfium.sheet import Painted, Sheet, painted_sheet
from rapportkit.readers.plumber.pages import Plumber

TRIES = 3
"""Pages on which the second way may fail before it is given up."""


class Second(Enum):
    """Pages that are read by pdfplumber: those that PDFium makes no sense of, every one, or none."""

    ODD = auto()
    EVERY = auto()
    NONE = auto()


def with_second_thoughts(
    sheets: list[Sheet], data: bytes, name: str, options: ReadOptions, second: Second
) -> list[Sheet]:
    """The pages, those that are odd read by pdfplumber where that gives more.

    Raises ReadError (F006) where that is too much.
    """
    blank = all(_is_unpainted(sheet) for sheet in sheets)
    chosen = [
        index
        for index, sheet in enumerate(sheets)
        if second is Second.EVERY or (second is Second.ODD and (blank or is_odd(sheet)))
    ]
    if not chosen:
        return sheets
    plumber = Plumber(data, options.passwords, len(sheets))
    found = list(sheets)
    fruitless = 0
    for index in chosen:
        painted = plumber.page(index)
        if painted is not None and (second is Second.EVERY or _makes_sense(painted)):
            edge = found[index - 1].page.edge if index else 0.0
            found[index] = painted_sheet(painted, sheets[index], edge)
            continue
        fruitless += 1
        if fruitless == TRIES:
            break
    opening.check_size(
        name,
        sum(sheet.objects for sheet in found),
        sum(len(sheet.letters) for sheet in found),
        options.limits,
    )
    return found


def is_odd(sheet: Sheet) -> bool:
    """Whether PDFium makes no sense of a page.

    It could not be loaded, has letters without meaning or without room, or fields but nothing beside them.
    """
    unread = sheet.is_broken or (bool(sheet.values) and _is_unpainted(sheet))
    return unread or sheet.squeezed or is_unreadable(sheet.letters)


def _is_unpainted(sheet: Sheet) -> bool:
    return not sheet.painted and not sheet.objects


def _makes_sense(painted: Painted) -> bool:
    """Whether a page has letters that mean something and have room."""
    letters = "".join(painted.words.texts)
    return bool(letters) and not is_unreadable(letters) and not painted.words.are_squeezed
