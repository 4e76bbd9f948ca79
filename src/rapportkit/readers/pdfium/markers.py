"""Bullets and item numbers at the start of a line, told from text by the gap behind them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from rapportkit.readers.pdfium.layout import Line, Piece

# Signs that are a bullet wherever they begin a line, and what they are written as.
_SURE = "•●○◦▪▫■□‣⁃∙◘►▶➢➤➔➣⮚✓✔❖❑❒❏◆◇➲★☆"
# Signs and letters that are a bullet only where they stand apart.
_MAYBE = {"-": "-", "–": "–", "—": "—", "−": "–", "‒": "–", "*": "*", "o": "o", "·": "•", "☐": "☐", "§": "▪",
          "Ø": "➢", "ü": "✓", "¾": "–", "→": "→", "⇒": "⇒", "»": "»", ">": ">", "⇨": "⇨", "+": "+"}  # fmt: skip
_NUMBER = re.compile(
    r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)]|\(\d{1,3}\)|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|(?:\d{1,3}|[a-zA-Z])[.]\)",
)
_TYPED_NUMBER = re.compile(r"\(?(?:\d{1,2}\.)*(?P<number>\d{1,3})(?P<sign>[.)])")


class Head(NamedTuple):
    """A marker at the start of a line.

    `text_x` is where the words begin; `wide` says that the gap is wider than a space, as only a tab
    or a list leaves it; `sure` that the sign is a bullet even without that; `rest` are the pieces
    behind it. `number` says that it counts.
    """

    marker: str
    x: float
    text_x: float
    wide: bool
    sure: bool
    number: bool
    rest: tuple[Piece, ...]


def head_of(line: Line) -> Head | None:
    """The marker that a line begins with; None where there is none."""
    first, rest = line.pieces[0], line.pieces[1:]
    text = first.text
    if text[0] in _SURE and len(text) > 1 and any(letter.isalnum() for letter in text):
        # A bullet without a gap: cut it off the word.
        x = first.x0 + (first.x1 - first.x0) / len(text)
        rest = (first._replace(text=text[1:], x0=x, glued=False), *rest)
        return Head(text[0], line.x0, x, wide=False, sure=True, number=False, rest=rest)
    while rest and rest[0].glued and len(text) < 6:
        # "1" and "." may be painted apart.
        text, first, rest = text + rest[0].text, first._replace(x1=rest[0].x1), rest[1:]
    sign = len(text) == 1 and (text in _SURE or text in _MAYBE)
    if not sign and (len(text) > 8 or not _NUMBER.fullmatch(text)):
        return None
    wide = bool(rest) and _gap(line, first, rest) >= max(0.45 * line.size, 1.5 * _usual_gap(line, rest))
    marker = _MAYBE.get(text, text) if sign else text
    return Head(marker, line.x0, _text_x(line, rest), wide, text in _SURE, number=not sign, rest=rest)


def _gap(line: Line, first: Piece, rest: tuple[Piece, ...]) -> float:
    if not rest:
        return 0.0
    return first.x0 - rest[0].x1 if line.mirrored else rest[0].x0 - first.x1


def _usual_gap(line: Line, rest: tuple[Piece, ...]) -> float:
    """The usual space between the words of a line, which is wide where lines are stretched.

    Where all letters are alike in width, so is the space.
    """
    gaps = sorted(
        one.x0 - two.x1 if line.mirrored else two.x0 - one.x1 for one, two in pairwise(rest) if not two.glued
    )
    widths = [(piece.x1 - piece.x0) / len(piece.text) for piece in line.pieces if len(piece.text) > 1]
    fixed = max(widths) if len(widths) > 1 and max(widths) - min(widths) < 0.02 * line.size else 0.0
    return max(fixed, gaps[len(gaps) // 2] if len(gaps) > 2 else 0.0)


def _text_x(line: Line, rest: tuple[Piece, ...]) -> float:
    if not rest:
        return line.x0
    return -max(piece.x1 for piece in rest) if line.mirrored else rest[0].x0


def typed_number(line: Line) -> tuple[int, str] | None:
    """The number that a line begins with as people type it before a heading or an answer: "2. " is (2, ".")."""
    found = _TYPED_NUMBER.fullmatch(line.pieces[0].text)
    return (int(found["number"]), found["sign"]) if found and len(line.pieces) > 1 else None
