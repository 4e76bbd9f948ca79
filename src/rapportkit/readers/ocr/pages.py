"""Pages of a PDF without letters: painted, read by the engine two at a time, and laid out as words."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from math import sqrt
from typing import Any

from rapportkit.readers import patience
from rapportkit.readers.ocr.engine import DENSITY, Engine, Picture
from rapportkit.readers.ocr.raster import Raster
from rapportkit.readers.ocr.seen import Seen
from rapportkit.readers.ocr.words import Word, evened, measured, read_words, slant, straight
from rapportkit.readers.pdfium.layout import Piece
from rapportkit.readers.pdfium.strokes import Strokes

AT_ONCE = 2
_INCH = 72.0
_MOST_DOTS = 16_000_000  # an A3 page has eight million
_UNSURE, _FEW = 0.6, 5  # words below this, or fewer, may come of a page that lies on its side
_NUMBER = re.compile(r"\d{1,2}[,:;]")
_LIKE_RULES = frozenset("I|_—–-=~'")
_LONG = 4  # letters
_MARGIN = 10  # seconds for what is worked out from a page beside its words
_TRIES = 3  # a page is read once, looked at for its turn, and read again


def recognise(pdf: Any, indices: Sequence[int], engine: Engine, seconds: float) -> list[Seen]:
    """Read some pages of a PDF from their pictures; each takes `seconds` at most."""
    import pypdfium2

    found: list[Seen] = []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        waiting: deque[tuple[int, Future[_Told]]] = deque()
        for index in indices:
            if len(waiting) == AT_ONCE:
                found.append(_finished(*waiting.popleft(), seconds))
            patience.ask(seconds)
            # Only one thread may ask PDFium; the others wait for the engine.
            try:
                picture = _paint(pdf, index)
            except pypdfium2.PdfiumError:
                found.append(Seen(index, 0.0, 0.0, failed=True))
                continue
            waiting.append((index, pool.submit(_read, picture, engine, seconds)))
        found += [_finished(*each, seconds) for each in waiting]
    return _evened(found)


@dataclass(frozen=True, slots=True)
class _Told:
    """The words that the engine saw in a picture, which may have had to be turned for it."""

    picture: Picture
    words: list[Word]
    failed: bool = False


def _paint(pdf: Any, index: int) -> Picture:
    page = pdf[index]
    try:
        width, height = page.get_size()
        density = min(DENSITY, _INCH * sqrt(_MOST_DOTS / max(1.0, width * height)))
        # What people filled in is read from the file itself, exactly.
        bitmap = page.render(scale=density / _INCH, grayscale=True, may_draw_forms=False, draw_annots=False)
        try:
            dots, stride = bytes(bitmap.buffer), bitmap.stride
            if stride != bitmap.width:
                rows = (dots[y * stride : y * stride + bitmap.width] for y in range(bitmap.height))
                dots = b"".join(rows)
            return Picture(bitmap.width, bitmap.height, dots, density)
        finally:
            bitmap.close()
    finally:
        page.close()


def _read(picture: Picture, engine: Engine, seconds: float) -> _Told:
    """Read a picture; one that gives hardly any words is turned upright and read again."""
    told = engine.read(picture, seconds)
    if told is None:
        return _Told(picture, [], failed=True)
    words = read_words(told)
    lying = _is_lying(words)
    if len(words) >= _FEW and _sureness(words) >= _UNSURE and not lying:
        return _Told(picture, words)
    turns = engine.quarter_turns(picture, seconds)
    if not turns:
        return _Told(picture, words)
    turned = _turned(picture, turns)
    again = read_words(engine.read(turned, seconds) or "")
    # Words that were read from the side are sure enough, but their lines make no sense.
    better = _weight(again) > _weight(words) * (0.5 if lying else 1)
    return _Told(turned, again) if better else _Told(picture, words)


def _is_lying(words: Sequence[Word]) -> bool:
    """Whether most long words are higher than wide: their page lies on its side."""
    long = [word for word in words if len(word.text) >= _LONG]
    high = sum(word.bottom - word.top > word.right - word.left for word in long)
    return high > len(long) / 2


def _turned(picture: Picture, turns: int) -> Picture:
    """A picture turned clockwise by quarter turns."""
    for _ in range(turns):
        columns = [picture.dots[x :: picture.width][::-1] for x in range(picture.width)]
        picture = replace(picture, width=picture.height, height=picture.width, dots=b"".join(columns))
    return picture


def _finished(index: int, future: Future[_Told], seconds: float) -> Seen:
    patience.ask(_TRIES * seconds + _MARGIN)
    told = future.result()
    picture = told.picture
    scale = _INCH / picture.density
    page = Seen(index, picture.width * scale, picture.height * scale, failed=told.failed)
    if not told.words:
        return page
    fall = slant(told.words)
    raster = Raster(picture)
    words, bold = raster.marked(measured(straight(told.words, fall)), told.words)
    words = [_numbered(word, before) for before, word in zip((None, *words), words, strict=False)]
    strokes = raster.strokes(fall)
    pieces = [
        _piece(word, order, scale, strong=order in bold)
        for order, word in enumerate(words)
        if not _is_rule(word, strokes, scale)
    ]
    pieces += [
        _piece(bullet, before - 0.5, scale, strong=False)
        for bullet, before in raster.bullets(words, told.words)
    ]
    return replace(page, pieces=tuple(pieces), strokes=strokes, sure=_sureness(told.words))


def _numbered(word: Word, before: Word | None) -> Word:
    """A number that begins a line has its full stop, which is often taken for a comma."""
    begins = before is None or before.line != word.line
    return word._replace(text=f"{word.text[:-1]}.") if begins and _NUMBER.fullmatch(word.text) else word


def _piece(word: Word, order: float, scale: float, *, strong: bool) -> Piece:
    return Piece(
        word.text,
        word.left * scale,
        word.right * scale,
        word.base * scale,
        word.size * scale,
        strong=strong,
        order=order,
    )


def _is_rule(word: Word, strokes: Strokes, scale: float) -> bool:
    """Whether a sign is a piece of a ruled line that was taken for a letter."""
    if word.text not in _LIKE_RULES:
        return False
    left, right = word.left * scale - 1, word.right * scale + 1
    top, bottom = word.top * scale - 1, word.bottom * scale + 1
    return any(
        left <= at <= right and start <= (top + bottom) / 2 <= end for at, start, end in strokes.down
    ) or any(top <= at <= bottom and start <= (left + right) / 2 <= end for at, start, end in strokes.across)


def _evened(pages: list[Seen]) -> list[Seen]:
    """The pages with letter sizes that are nearly the same made one, over the whole document."""
    letters: Counter[float] = Counter()
    for page in pages:
        for piece in page.pieces:
            letters[piece.size] += len(piece.text)
    even = evened(letters)
    return [
        replace(page, pieces=tuple(piece._replace(size=even[piece.size]) for piece in page.pieces))
        for page in pages
    ]


def _sureness(words: Sequence[Word]) -> float:
    """The mean confidence of some words, by their letters."""
    letters = sum(len(word.text) for word in words)
    return _weight(words) / letters if letters else 0.0


def _weight(words: Sequence[Word]) -> float:
    return sum(word.sure * len(word.text) for word in words)
