"""What the dots of a picture show beside its letters: ruled lines, round bullets, heavy print.

Rows and columns of dots are bytes, and every question to them is one that bytes answer fast.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from statistics import median

from rapportkit.readers.ocr.engine import Picture
from rapportkit.readers.ocr.words import Word
from rapportkit.readers.pdfium.strokes import Stroke, Strokes, joined

_INCH = 72.0  # points
_RUN = 14.0  # points: a stretch of dark dots as long as this is no part of a letter
_THICK = 4.0  # points: what is thicker is shading, or a picture
_SHORTEST_ACROSS, _SHORTEST_DOWN = 30.0, 12.0  # points: dashes are shorter, cells are not
_MOST_RUNS = 20_000  # a photograph has more
_HEAVY, _SURELY = 1.2, 1.3  # how much wider than usual the strokes of bold letters are
_LONG = 4  # letters
_ENOUGH = 8  # words that tell what is usual
_ROUND = (0.14, 0.62)  # of the letter size: how wide a bullet is
_FILLED = 0.68  # of its box; a disc fills 0.79, an "e" half
_BULLET = "•"
_HANG = 4.0  # of the letter size: how far before its words a bullet hangs
_RISE = 0.75  # of the letter size: how high above the line it may reach
_EVERY = 37  # of so many dots one is looked at to tell ink from paper; no pattern repeats at 37

_Crossing = Callable[[int], bytes]


class Raster:
    """A picture in black and white."""

    def __init__(self, picture: Picture) -> None:
        self._width, self._height = picture.width, picture.height
        self._scale = _INCH / picture.density
        edge = threshold(picture.dots)
        table = bytes(shade < edge for shade in range(256))
        self._dots = picture.dots.translate(table)

    def strokes(self, fall: float) -> Strokes:
        """The ruled lines of a page, in points; `fall` is its slant, which is taken out of them."""
        across = [
            Stroke(y - fall * (start + end) / 2, start + fall * y, end + fall * y)
            for y, start, end in self._runs(
                (self._row(y) for y in range(self._height)), self._column, self._height
            )
        ]
        down = [
            Stroke(x + fall * (start + end) / 2, start - fall * x, end - fall * x)
            for x, start, end in self._runs(
                (self._column(x) for x in range(self._width)), self._row, self._width
            )
        ]
        return Strokes(
            tuple(one for one in self._joined(across) if one.end - one.start >= _SHORTEST_ACROSS),
            tuple(one for one in self._joined(down) if one.end - one.start >= _SHORTEST_DOWN),
        )

    def marked(self, words: Sequence[Word], boxes: Sequence[Word]) -> tuple[list[Word], set[int]]:
        """The words, round specks being bullets; and the indices of those that are set in bold.

        `boxes` are the same words where they stand in the picture, its slant still in them.
        """
        inked = [self._box(box) for box in boxes]
        found = [
            word._replace(text=_BULLET) if _is_bullet(word, ink) else word
            for word, ink in zip(words, inked, strict=True)
        ]
        widths = [_stroke(ink) / word.size for word, ink in zip(words, inked, strict=True)]
        told = [width for width, word in zip(widths, found, strict=True) if width and len(word.text) > 2]
        if len(told) < _ENOUGH:
            return found, set()
        usual = median(told)
        return found, set(_bold(found, [width / usual for width in widths]))

    def bullets(self, words: Sequence[Word], boxes: Sequence[Word]) -> Iterator[tuple[Word, int]]:
        """Yield the bullets that the engine passed over, each with the index of the word behind it."""
        for _, group in groupby(range(len(words)), key=lambda index: words[index].line):
            index = min(group, key=lambda index: boxes[index].left)
            spot = self._spot(boxes[index], words[index], boxes)
            if spot is not None:
                left, top, right, bottom = spot
                x, y = words[index].left - boxes[index].left, words[index].top - boxes[index].top
                yield (
                    words[index]._replace(
                        text=_BULLET, left=left + x, right=right + x, top=top + y, bottom=bottom + y
                    ),
                    index,
                )

    def _spot(self, box: Word, word: Word, boxes: Sequence[Word]) -> tuple[float, float, float, float] | None:
        """The box of a round spot a little to the left of a word, in dots of the picture."""
        size = word.size
        base = box.bottom - (word.bottom - word.base)
        right, bottom = round(box.left - 0.15 * size), round(base)
        top = round(base - _RISE * size)
        left = max(
            [
                round(box.left - _HANG * size),
                0,
                *(
                    round(other.right) + 1
                    for other in boxes
                    if other.right <= box.left and other.bottom > top and other.top < bottom
                ),
            ]
        )
        ink = self._cut(left, top, right, bottom)
        dark = bytes(map(any, zip(*ink, strict=True)))
        spots = [match.span() for match in re.finditer(rb"\x01+", dark)]
        if not spots:
            return None
        start, end = spots[-1]
        rows = [y for y, row in enumerate(ink) if any(row[start:end])]
        found = word._replace(
            text="",
            left=left + start,
            right=left + end,
            top=top + rows[0],
            bottom=top + rows[-1] + 1,
            base=base,
        )
        inside = [row[start:end] for row in ink[rows[0] : rows[-1] + 1]]
        return (found.left, found.top, found.right, found.bottom) if _is_bullet(found, inside) else None

    def _joined(self, strokes: list[Stroke]) -> tuple[Stroke, ...]:
        scale = self._scale
        return joined([Stroke(at * scale, start * scale, end * scale) for at, start, end in strokes])

    def _runs(self, rows: Iterator[bytes], cross: _Crossing, breadth: int) -> Iterator[tuple[int, int, int]]:
        """Long thin stretches of dark dots: which row (or column) they are in, where they start and end."""
        long = re.compile(rb"\x01{%d,}" % round(_RUN / self._scale))
        found = [(index, *match.span()) for index, row in enumerate(rows) for match in long.finditer(row)]
        if len(found) > _MOST_RUNS:
            return
        reach = round(_THICK / self._scale) + 1
        for index, start, end in found:
            samples = (start + (end - start) * part // 4 for part in (1, 2, 3))
            thin = sum(self._is_thin(cross(sample), index, reach, breadth) for sample in samples)
            if thin > 1:
                yield index, start, end

    def _is_thin(self, line: bytes, index: int, reach: int, breadth: int) -> bool:
        """Whether the dark dots around a place across a stretch are few."""
        before = line.rfind(b"\0", max(0, index - reach), index)
        after = line.find(b"\0", index, min(breadth, index + reach))
        return (
            (before >= 0 or index < reach)
            and (after >= 0 or index + reach > breadth)
            and ((after if after >= 0 else breadth) - before <= reach)
        )

    def _row(self, y: int) -> bytes:
        return self._dots[y * self._width : (y + 1) * self._width]

    def _column(self, x: int) -> bytes:
        return self._dots[x :: self._width]

    def _box(self, word: Word) -> list[bytes]:
        return self._cut(round(word.left), round(word.top), round(word.right), round(word.bottom))

    def _cut(self, left: int, top: int, right: int, bottom: int) -> list[bytes]:
        """The rows of dots within a box, as far as it lies in the picture."""
        left, right = max(0, left), max(0, left, min(self._width, right))
        rows = range(max(0, top), min(self._height, bottom))
        return [self._dots[y * self._width + left : y * self._width + right] for y in rows]


def _bold(words: Sequence[Word], widths: Sequence[float]) -> Iterator[int]:
    """The indices of words set in bold, by the width of their strokes (the usual one being 1).

    A long word counts by itself, or with the long one beside it where it is less sure; short ones go
    with the long ones around them.
    """
    for _, group in groupby(range(len(words)), key=lambda index: words[index].line):
        line = list(group)
        long = [index for index in line if len(words[index].text) >= _LONG]
        strong = {
            index
            for place, index in enumerate(long)
            if widths[index] > _SURELY
            or (
                widths[index] > _HEAVY
                and any(
                    widths[other] > _HEAVY
                    for other in (*long[max(0, place - 1) : place], *long[place + 1 : place + 2])
                )
            )
        }
        if not long:
            yield from (index for index in line if widths[index] > _SURELY)
            continue
        for index in line:
            around = [
                max((other for other in long if other < index), default=None),
                min((other for other in long if other > index), default=None),
            ]
            if index in strong or (index not in long and {*around} - {None} <= strong):
                yield index


def _stroke(ink: Sequence[bytes]) -> float:
    """How wide the strokes of a word's letters are, in dots."""
    dark = edges = 0
    for row in ink:
        dark += row.count(1)
        edges += row.count(b"\0\1") + row.startswith(b"\1")
    return dark / edges if edges else 0.0


def _is_bullet(word: Word, ink: Sequence[bytes]) -> bool:
    """Whether a sign is a disc or a square above the line, whatever letter it was taken for."""
    if len(word.text) > 1:
        return False
    wide, high = word.right - word.left, word.bottom - word.top
    low, top = _ROUND[0] * word.size, _ROUND[1] * word.size
    if not (low <= wide <= top and low <= high <= top and 0.7 <= wide / high <= 1.4):
        return False
    raised = word.base - word.bottom > 0.08 * word.size  # a full stop stands on the line
    return raised and sum(row.count(1) for row in ink) >= _FILLED * wide * high


def threshold(dots: bytes) -> int:
    """The shade that best parts ink from paper (Otsu's method).

    >>> threshold(bytes([10] * 50 + [200] * 200))
    11
    """
    seen = Counter(dots[::_EVERY] if len(dots) > _EVERY**2 else dots)
    counts = [seen[shade] for shade in range(256)]
    total, weighted = sum(counts), sum(shade * count for shade, count in enumerate(counts))
    best, best_shade = -1.0, 128
    dark = dark_weighted = 0
    for shade in range(255):
        dark += counts[shade]
        dark_weighted += shade * counts[shade]
        light = total - dark
        if not dark or not light:
            continue
        apart = dark_weighted / dark - (weighted - dark_weighted) / light
        spread = dark * light * apart * apart
        if spread > best:
            best, best_shade = spread, shade + 1
    return best_shade
