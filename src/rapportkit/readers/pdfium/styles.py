"""How a page's text objects are painted: direction, size, weight and origin of their letters."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import repeat
from typing import Any, NamedTuple

from rapportkit.readers.pdfium import glyphs
from rapportkit.readers.pdfium.calls import calls, floats, handles

_ARTIFACT = "Artifact\0".encode("utf-16-le")
_MOST_MARKS = 20
BOLD = 600  # the least weight of a font that counts as bold


class Style(NamedTuple):
    """How one text object is painted: quarter turns, size, weight and origin, in the file's space.

    `turn` is the direction of writing in quarter turns against the clock; -1 for oblique text. `aside` says
    that the file sets it apart from the text, as tagged files do with running headers.
    """

    turn: int
    size: float
    strong: bool
    symbolic: bool
    x: float
    y: float
    aside: bool = False

    def is_like(self, other: Style) -> bool:
        """Whether two text objects read as one: same direction, size and weight, same baseline."""
        if self.turn != other.turn or self.strong is not other.strong or abs(self.size - other.size) > 0.3:
            return False
        along = self.y - other.y if self.turn % 2 == 0 else self.x - other.x
        return abs(along) < 0.1 * self.size or self.turn < 0


_style = partial(tuple.__new__, Style)


class Styles:
    """The styles of one text page, each text object asked about once."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._calls = calls()
        self._known: dict[int | None, Style] = {}
        self._looks: dict[tuple[Any, ...], tuple[int, float, bool, bool]] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._name = ctypes.create_string_buffer(len(_ARTIFACT) + 2)
        self.has_symbols = False
        self.turns: set[int] = set()

    def of(self, objects: Sequence[int | None], indexes: Sequence[int]) -> list[Style]:
        """The style of each letter, known by its text object and its index."""
        known = self._known
        if None in objects:
            return [
                self.of([handle], [index])[0] if handle else self._orphan(index)
                for handle, index in zip(objects, indexes, strict=True)
            ]
        new = {
            handle: index
            for handle, index in dict(zip(objects, indexes, strict=True)).items()
            if handle not in known
        }
        if new:
            known.update(zip(new, self._read(list(new), list(new.values())), strict=True))
        return list(map(known.__getitem__, objects))

    def _orphan(self, index: int) -> Style:
        """The style of a letter without a text object, each a style of its own."""
        key = -index - 1
        if key not in self._known:
            self._known[key] = next(self._read([None], [index]))
        return self._known[key]

    def _read(self, objects: Sequence[int | None], indexes: Sequence[int]) -> Iterator[Style]:
        page, ask = self._page, self._calls
        *matrix, xs, ys = floats(ask.matrix, page, indexes, 6, 0, 1, 2, 3, 4, 5)
        sizes = map(ask.font_size, repeat(page), indexes)
        fonts, modes = map(ask.font, handles(objects)), map(ask.render_mode, handles(objects))
        asides = map(self._is_aside, handles(objects), map(ask.mark_count, handles(objects)))
        looks = zip(*matrix, sizes, fonts, modes, strict=True)
        for look, x, y, aside in zip(looks, xs, ys, asides, strict=True):
            # A page has many text objects, but few that differ in more than their place.
            known = self._looks.get(look)
            if known is None:
                known = self._looks[look] = self._look(*look)
            yield _style((*known, x, y, aside))

    def _is_aside(self, handle: Any, count: int) -> bool:
        """Whether a text object is set apart by one of its marks."""
        return count > 0 and any(
            self._named(handle, index) == _ARTIFACT for index in range(min(count, _MOST_MARKS))
        )

    def _named(self, handle: Any, index: int) -> bytes:
        """The name of one of the marks that a text object stands in."""
        mark = ctypes.c_void_p(self._calls.mark(handle, index))
        size = ctypes.c_ulong()
        known = self._calls.mark_name(mark, self._name, ctypes.sizeof(self._name), ctypes.byref(size))
        return self._name.raw[: size.value] if known else b""

    def _look(
        self, a: float, b: float, c: float, d: float, size: float, font: int | None, mode: int
    ) -> tuple[int, float, bool, bool]:
        """Turn, size, weight and kind of the letters that are painted with a matrix and a font."""
        import pypdfium2.raw as pdfium

        angle = math.degrees(math.atan2(b, a)) if a or b else 0.0
        quarter = round(angle / 90)
        turn = quarter % 4 if abs(angle - 90 * quarter) < 10 else -1
        scale = math.sqrt(abs(a * d - b * c)) or 1.0
        strong, symbolic = self._font(font)
        # Word and LibreOffice thicken a font that has no bold cut by painting its outline too.
        strong = strong or mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        self.turns.add(turn)
        self.has_symbols |= symbolic
        return turn, abs(size * scale) or 1.0, strong, symbolic

    def _font(self, font: int | None) -> tuple[bool, bool]:
        """Whether a font is bold, and whether its letters are signs."""
        if not font:
            return False, False
        if font not in self._fonts:
            self._fonts[font] = _read_font(font)
        return self._fonts[font]


def _read_font(address: int) -> tuple[bool, bool]:
    import pypdfium2.raw as pdfium

    font = ctypes.cast(address, pdfium.FPDF_FONT)
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", "replace")
    bold = glyphs.is_bold(name)
    if bold is None:
        bold = pdfium.FPDFFont_GetWeight(font) >= BOLD
    return bold, glyphs.is_symbolic(name)
