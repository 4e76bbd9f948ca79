"""A page's text as pieces: words with their place, size and weight."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any, NamedTuple

from rapportkit.readers.pdfium import glyphs
from rapportkit.readers.pdfium.layout import Piece

_WORD = re.compile(r"[^\s\x02\ufffe]*[\x02\ufffe]|[^\s\x02\ufffe]+")
_TURNED = re.compile("[\u0622\u0623\u0625\u0627]\u0644")
_ENDS_OPEN = ("-", "/", "–", "—", "\x02")


class Style(NamedTuple):
    """How one text object is painted: quarter turns, size, weight and origin, in the file's space.

    `turn` is the direction of writing in quarter turns against the clock; -1 for oblique text.
    """

    turn: int
    size: float
    strong: bool
    symbolic: bool
    x: float
    y: float


class Word(NamedTuple):
    """One word as the file has it, before the page is turned."""

    text: str
    box: tuple[float, float, float, float]
    style: Style
    glued: bool
    trailed: bool


@dataclass(frozen=True, slots=True)
class View:
    """How to look at a page so that its text stands upright.

    `turn` counts the quarter turns of the writing; the other numbers are the page's own box.
    """

    turn: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """The page's width as seen."""
        return self.right - self.left if self.turn % 2 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        """The page's height as seen."""
        return self.top - self.bottom if self.turn % 2 == 0 else self.right - self.left

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A place of the file as a place of the page: from its top left corner, y downwards."""
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box of the file as (left, top, right, bottom) of the page."""
        if self.turn == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def read_words(textpage: Any) -> list[Word]:
    """Every word that a page paints, in the order of painting."""
    return _Words(textpage).read()


def view_of(page: Any, words: list[Word]) -> View:
    """Look at a page the way most of its letters are written, or as the file says where it has none."""
    votes: Counter[int] = Counter()
    for word in words:
        if word.style.turn >= 0:
            votes[word.style.turn] += len(word.text)
    shown = int(page.get_rotation()) // 90 % 4
    turn = max(votes, key=lambda key: (votes[key], key == shown)) if votes else shown
    left, bottom, right, top = page.get_bbox()
    return View(turn, left, bottom, right, top)


def place(words: list[Word], view: View) -> tuple[list[Piece], list[list[Piece]]]:
    """Pieces of upright text, and runs of pieces written in another direction, in page coordinates."""
    upright: list[Piece] = []
    askew: list[list[Piece]] = []
    before: Style | None = None
    turn, edge, head = view.turn, view.left, view.top
    for order, (text, box, style, glued, trailed) in enumerate(words):
        if style.turn == turn:
            before = None
            if turn == 0:
                x0, x1, base = box[0] - edge, box[2] - edge, head - style.y
            else:
                x0, _, x1, _ = view.box(*box)
                base = view.point(style.x, style.y)[1]
            upright.append(Piece(text, x0, x1, base, style.size, style.strong, glued, order, 0, "", trailed))
            continue
        x0, top, x1, bottom = view.box(*box)
        if before is None or before.turn != style.turn or abs(before.size - style.size) > 0.5:
            askew.append([])
        askew[-1].append(Piece(text, x0, x1, (top + bottom) / 2, style.size, style.strong, glued, order))
        before = style
    return upright, askew


class _Words:
    """Reads one text page; keeps what is known of its text objects and fonts."""

    def __init__(self, textpage: Any) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._page = textpage.raw
        self._text = _letters(textpage.raw)
        self._styles: dict[int, Style] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._bounds = pdfium.FPDFText_GetLooseCharBox
        self._object = pdfium.FPDFText_GetTextObject
        self._rect = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()

    def read(self) -> list[Word]:
        found: list[Word] = []
        end = -1
        spans = [match.span() for match in _WORD.finditer(self._text)]
        styles = [self._style(first) for first, _ in spans]
        for (first, stop), style, following in zip(spans, styles, (*styles[1:], None), strict=False):
            glued = first == end and bool(found) and not found[-1].text.endswith(glyphs.HYPHEN)
            end = stop
            # Where the next word is painted with this one's first letter, so is all between.
            closing = style if following is style else self._style(end - 1)
            if closing is style:
                found.extend(self._word(first, end, style, glued=glued))
                continue
            for run, until in self._runs(first, end):
                own, before = self._style(run), found[-1].style if found else style
                near = abs(before.y - own.y) < 0.6 * max(before.size, own.size)
                found.extend(self._word(run, until, own, glued=near and (glued or run > first)))
        return found

    def _word(self, start: int, end: int, style: Style, *, glued: bool) -> list[Word]:
        text = glyphs.clean(self._letters(start, end), symbolic=style.symbolic)
        if not text:
            return []
        box = self._box(start, end - 1) if style.turn else self._width(start, end - 1, style.y)
        trailed = text.endswith(_ENDS_OPEN) and self._is_trailed(end, box, style)
        return [Word(text, box, style, glued, trailed)]

    def _letters(self, start: int, end: int) -> str:
        """Some letters. PDFium turns Arabic text round and with it the two letters of the sign for lam-alef."""
        text = self._text[start:end]
        if text.isascii():
            return text
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        for found in _TURNED.finditer(text):
            index = start + found.start()
            if self._box(index, index) == self._box(index + 1, index + 1):
                pair = found.group()
                text = text[: found.start()] + pair[::-1] + text[found.end() :]
        return text

    def _is_trailed(self, end: int, box: tuple[float, float, float, float], style: Style) -> bool:
        """Whether a space is painted behind a word. PDFium swallows it behind a line-end hyphen."""
        pdfium = self._pdfium
        if self._text[end : end + 1] == " ":
            return not pdfium.FPDFText_IsGenerated(self._page, end)
        handle = pdfium.FPDFText_GetTextObject(self._page, end - 1)
        floats = [ctypes.c_float() for _ in range(4)]
        if style.turn or not handle or not pdfium.FPDFPageObj_GetBounds(handle, *floats):
            return False
        _, bottom, right, top = (number.value for number in floats)
        return bottom - 1 <= style.y <= top + 1 and 0.15 * style.size < right - box[2] < 0.6 * style.size

    def _runs(self, start: int, end: int) -> list[tuple[int, int]]:
        """Cut a word where its style changes."""
        cuts = [start]
        cuts += [
            index
            for index in range(start + 1, end)
            if not _is_like(self._style(index - 1), self._style(index))
        ]
        return list(zip(cuts, [*cuts[1:], end], strict=True))

    def _box(self, first: int, last: int) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of some letters, in the file's space."""
        rect, bounds = self._rect, self._bounds
        bounds(self._page, first, rect)
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if last != first:
            bounds(self._page, last, rect)
            left, bottom = min(left, rect.left), min(bottom, rect.bottom)
            right, top = max(right, rect.right), max(top, rect.top)
        return left, bottom, right, top

    def _width(self, first: int, last: int, base: float) -> tuple[float, float, float, float]:
        """The same for upright letters, of which only the ends across the page matter."""
        rect, bounds = self._rect, self._bounds
        bounds(self._page, first, rect)
        left, right = rect.left, rect.right
        if last != first:
            bounds(self._page, last, rect)
            left = min(left, rect.left)
            right = max(right, rect.right)
        return left, base, right, base

    def _style(self, index: int) -> Style:
        handle = self._object(self._page, index)
        key = ctypes.addressof(handle.contents) if handle else -index - 1
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._read_style(handle, index)
        return style

    def _read_style(self, handle: Any, index: int) -> Style:
        pdfium, matrix = self._pdfium, self._matrix
        if not pdfium.FPDFText_GetMatrix(self._page, index, matrix):
            matrix = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
        scale = math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
        size = pdfium.FPDFText_GetFontSize(self._page, index) * (scale or 1.0)
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) if matrix.a or matrix.b else 0.0
        quarter = round(angle / 90)
        turn = quarter % 4 if abs(angle - 90 * quarter) < 10 else -1
        strong, symbolic = self._font(handle) if handle else (False, False)
        if handle and not strong:
            # Word and LibreOffice thicken a font that has no bold cut by painting its outline too.
            strong = pdfium.FPDFTextObj_GetTextRenderMode(handle) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        return Style(turn, abs(size) or 1.0, strong, symbolic, matrix.e, matrix.f)

    def _font(self, handle: Any) -> tuple[bool, bool]:
        pdfium = self._pdfium
        font = pdfium.FPDFTextObj_GetFont(handle)
        if not font:
            return False, False
        key = ctypes.addressof(font.contents)
        if key not in self._fonts:
            buffer = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
            name = buffer.value.decode("utf-8", "replace")
            bold = glyphs.is_bold(name)
            if bold is None:
                bold = pdfium.FPDFFont_GetWeight(font) >= 600
            self._fonts[key] = bold, glyphs.is_symbolic(name)
        return self._fonts[key]


def _letters(page: Any) -> str:
    """The page's letters, one for each index that PDFium counts."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(page)
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer(2 * count + 2)
    written = pdfium.FPDFText_GetText(page, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    text = buffer.raw[: 2 * count].decode("utf-16-le", "replace")
    if written == count + 1 and len(text) == count:
        return text
    # Letters beyond the first plane take two places, letters without meaning none.
    codes = (pdfium.FPDFText_GetUnicode(page, index) for index in range(count))
    return "".join(chr(code) if 0 < code <= 0x10FFFF else "\ufffd" for code in codes)


def _is_like(one: Style, other: Style) -> bool:
    """Whether two text objects read as one: same direction, size and weight, same baseline."""
    if one.turn != other.turn or one.strong is not other.strong or abs(one.size - other.size) > 0.3:
        return False
    along = one.y - other.y if one.turn % 2 == 0 else one.x - other.x
    return abs(along) < 0.1 * one.size or one.turn < 0
