"""Bullets and item numbers at the start of a line, told from text by the gap behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rapportkit.readers.pdfium.layout import RIGHT, Head, Line, Piece

# Signs that are a bullet wherever they begin a line, and what they are written as.
_SURE = "•●○◦▪▫■□‣⁃∙◘►▶➢➤➔➣⮚✓✔❖❑❒❏◆◇➲★☆"
# Signs and letters that are a bullet only where they stand apart.
_MAYBE = {"-": "-", "–": "–", "—": "—", "−": "–", "‒": "–", "*": "*", "o": "o", "·": "•", "☐": "☐", "§": "▪",
          "Ø": "➢", "ü": "✓", "¾": "–", "→": "→", "⇒": "⇒", "»": "»", ">": ">", "⇨": "⇨", "+": "+"}  # fmt: skip
_NUMBER = re.compile(
    r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)]|\(\d{1,3}\)|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|(?:\d{1,3}|[a-zA-Z])[.]\)",
)
_TYPED_NUMBER = re.compile(r"\(?(?:\d{1,2}\.)*(?P<number>\d{1,3})(?P<sign>[.)])")


def head_of(pieces: Sequence[Piece], size: float, x0: float, *, mirrored: bool = False) -> Head | None:
    """The marker that a line of this letter size and left edge begins with; None where there is none."""
    text = pieces[0].text
    alone = len(text) > 5 or len(pieces) == 1 or not pieces[1].glued
    if alone and text[0].isalpha() and len(text) > 1 and text[-1] not in ".)":
        return None  # an ordinary word, as at the start of most lines
    first, rest = pieces[0], tuple(pieces[1:])
    if text[0] in _SURE and len(text) > 1 and any(letter.isalnum() for letter in text):
        # A bullet without a gap: cut it off the word.
        x = first.x0 + (first.x1 - first.x0) / len(text)
        rest = (first._replace(text=text[1:], x0=x, glued=False), *rest)
        return Head(text[0], x0, x, wide=False, sure=True, number=False, rest=rest)
    while rest and rest[0].glued and len(text) < 6:
        # "1" and "." may be painted apart.
        text, first, rest = text + rest[0].text, first._replace(x1=rest[0].x1), rest[1:]
    sign = len(text) == 1 and (text in _SURE or text in _MAYBE)
    if not sign and (len(text) > 8 or not _NUMBER.fullmatch(text)):
        return None
    gaps = _Gaps(pieces, size, mirrored=mirrored)
    wide = bool(rest) and gaps.between(first, rest[0]) >= max(0.45 * size, 1.5 * gaps.usual(rest))
    marker = _MAYBE.get(text, text) if sign else text
    text_x = x0 if not rest else -max(map(RIGHT, rest)) if mirrored else rest[0].x0
    return Head(marker, x0, text_x, wide, text in _SURE, number=not sign, rest=rest)


class _Gaps(NamedTuple):
    """The spaces between the words of a line."""

    pieces: Sequence[Piece]
    size: float
    mirrored: bool

    def between(self, one: Piece, two: Piece) -> float:
        """The space between two words in the order of reading."""
        return one.x0 - two.x1 if self.mirrored else two.x0 - one.x1

    def usual(self, rest: Sequence[Piece]) -> float:
        """The usual space between words, which is wide where lines are stretched.

        Where all letters are alike in width, so is the space.
        """
        gaps = sorted(self.between(one, two) for one, two in pairwise(rest) if not two.glued)
        widths = [(piece.x1 - piece.x0) / len(piece.text) for piece in self.pieces if len(piece.text) > 1]
        fixed = max(widths) if len(widths) > 1 and max(widths) - min(widths) < 0.02 * self.size else 0.0
        return max(fixed, gaps[len(gaps) // 2] if len(gaps) > 2 else 0.0)


def typed_number(line: Line) -> tuple[int, str] | None:
    """The number that a line begins with as people type it before a heading or an answer: "2. " is (2, ".")."""
    found = _TYPED_NUMBER.fullmatch(line.pieces[0].text)
    return (int(found["number"]), found["sign"]) if found and len(line.pieces) > 1 else None
