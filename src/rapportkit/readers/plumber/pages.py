"""A PDF opened with pdfplumber, when a page is asked for that PDFium cannot make sense of."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from rapportkit.readers.pdfium.pieces import View, turn_of
from rapportkit.readers.pdfium.sheet import Painted
from rapportkit.readers.plumber.letters import words_of
from rapportkit.readers.plumber.shapes import strokes_of

MOST = 40
"""Pages that are read so, at most: it takes more than ten times as long."""


class Plumber:
    """Reads pages of one file by pdfplumber, which is loaded and opens the file when the first one is asked for."""

    def __init__(self, data: bytes, passwords: Sequence[str], count: int) -> None:
        self._data = data
        self._passwords = passwords
        self._count = count
        self._pdf: Any = None
        self._left = MOST

    def page(self, index: int) -> Painted | None:
        """What a page paints; None where that cannot be told, or after too many pages."""
        if not self._left:
            return None
        self._left -= 1
        with _quiet():
            try:
                return self._read(index)
            # A damaged file makes the library fail in any way there is; then PDFium's word stands.
            except Exception:  # noqa: BLE001
                return None

    def _read(self, index: int) -> Painted | None:
        if self._pdf is None:
            self._pdf = self._open()
        if len(self._pdf.pages) != self._count:
            return None  # so nobody can say which page is which
        page = self._pdf.pages[index]
        left, bottom, right, top = page.page_obj.mediabox
        if left >= right or bottom >= top:
            return None  # the library counts from a corner that is not the lower left one
        try:
            return _painted(page)
        finally:
            page.close()

    def _open(self) -> Any:
        import pdfplumber
        from pdfplumber.utils.exceptions import PdfminerException

        for password in self._passwords:
            try:
                return pdfplumber.open(BytesIO(self._data), password=password)
            except PdfminerException:
                continue
        return pdfplumber.open(BytesIO(self._data))


def _painted(page: Any) -> Painted:
    """What a page paints, in the space of its media box, turned as the page is shown."""
    edge, head = float(page.mediabox[0]), float(page.mediabox[3])
    chars = [{**char, "x0": char["x0"] - edge, "x1": char["x1"] - edge} for char in page.chars]
    words = words_of(chars)
    view = View(turn_of(words, 0), *_shown(page))
    shapes = [*page.rects, *page.lines, *page.curves]
    objects = len(shapes) + len(page.images) + len(words.texts)
    return Painted(view, words, strokes_of(shapes, view, (edge, head), objects, len(page.images)))


def _shown(page: Any) -> tuple[float, float, float, float]:
    """The part of a page that is shown: its edges in the space of the media box, y upwards."""
    left, bottom, right, top = map(float, page.page_obj.mediabox)
    crop = page.page_obj.cropbox or (left, bottom, right, top)
    x0, x1 = max(left, min(crop[0], crop[2])), min(right, max(crop[0], crop[2]))
    y0, y1 = max(bottom, min(crop[1], crop[3])), min(top, max(crop[1], crop[3]))
    if x0 >= x1 or y0 >= y1:
        x0, y0, x1, y1 = left, bottom, right, top  # what is cut away altogether is shown whole
    whole = View(page.rotation // 90 if page.rotation % 90 == 0 else 0, left, bottom, right, top)
    x0, y0, x1, y1 = whole.box(x0, y0, x1, y1)
    return x0, whole.height - y1, x1, whole.height - y0


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the library has to say about a file from the screen."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
