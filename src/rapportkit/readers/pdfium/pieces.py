"""A page's text as pieces: words with their place on the page, which is turned so that it can be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from typing import Any

from rapportkit.readers.pdfium.layout import Piece
from rapportkit.readers.pdfium.styles import Style
from rapportkit.readers.pdfium.words import Words

_piece = partial(tuple.__new__, Piece)  # a page has hundreds of words, and this is thrice as fast


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


def view_of(page: Any, words: Words) -> View:
    """Look at a page the way most of its letters are written, or as the file says where it has none."""
    left, bottom, right, top = page.get_bbox()
    if left >= right or bottom >= top:
        left, bottom, right, top = page.get_mediabox()  # it is cropped to nothing
    return View(turn_of(words, int(page.get_rotation()) // 90 % 4), left, bottom, right, top)


def turn_of(words: Words, shown: int) -> int:
    """The direction in which most letters are written; the one that the page is shown in where there is none."""
    if len(words.turns) == 1 and words.turns != {-1}:
        (turn,) = words.turns
        return turn
    votes: Counter[int] = Counter()
    for text, style in zip(words.texts, words.styles, strict=True):
        if style.turn >= 0:
            votes[style.turn] += len(text)
    return max(votes, key=lambda key: (votes[key], key == shown)) if votes else shown


def place(words: Words, view: View) -> tuple[list[Piece], list[list[Piece]]]:
    """Pieces of upright text, and runs of pieces written in another direction, in page coordinates."""
    if view.turn == 0 and words.turns == {0}:
        return _upright(words, view), []
    return _turned(words, view)


def _upright(words: Words, view: View) -> list[Piece]:
    """The pieces of a page on which all text is upright."""
    edge, head, glued, trailed = view.left, view.top, words.glued, words.trailed
    lefts, rights = words.lefts, words.rights
    if edge:
        lefts, rights = [x - edge for x in lefts], [x - edge for x in rights]
    numbers = range(len(words.texts))
    return list(
        map(
            _piece,
            zip(
                words.texts,
                lefts,
                rights,
                [head - style[5] for style in words.styles],
                [style[1] for style in words.styles],
                [style[2] for style in words.styles],
                map(glued.__contains__, numbers) if glued else repeat(False),
                numbers,
                repeat(0),
                repeat(""),
                map(trailed.__contains__, numbers) if trailed else repeat(False),
                [style[6] for style in words.styles],
                strict=False,
            ),
        )
    )


def _turned(words: Words, view: View) -> tuple[list[Piece], list[list[Piece]]]:
    upright: list[Piece] = []
    askew: list[list[Piece]] = []
    before: Style | None = None
    for order, (text, style) in enumerate(zip(words.texts, words.styles, strict=True)):
        low, high = (words.bottoms[order], words.tops[order]) if style.turn else (style.y, style.y)
        glued, trailed = order in words.glued, order in words.trailed
        x0, top, x1, bottom = view.box(words.lefts[order], low, words.rights[order], high)
        if style.turn == view.turn:
            before = None
            base = view.point(style.x, style.y)[1]
            piece = Piece(
                text, x0, x1, base, style.size, style.strong, glued, order, 0, "", trailed, style.aside
            )
            upright.append(piece)
            continue
        if before is None or before.turn != style.turn or abs(before.size - style.size) > 0.5:
            askew.append([])
        askew[-1].append(Piece(text, x0, x1, (top + bottom) / 2, style.size, style.strong, glued, order))
        before = style
    return upright, askew
