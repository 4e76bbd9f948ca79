"""Bullets that are painted as shapes: small dots at the height of a line, a little before its words."""

from __future__ import annotations

from collections.abc import Sequence

from rapportkit.readers.pdfium.layout import Piece
from rapportkit.readers.pdfium.strokes import Dot

MAX_DOTS = 400  # more are a drawing or a dotted line
REACH = 3.0  # times the letter size: how far a bullet stands before its words


def bullets(dots: Sequence[Dot], pieces: Sequence[Piece]) -> list[Piece]:
    """The dots that are bullets, as pieces painted just before the words they stand at."""
    if not dots or len(dots) > MAX_DOTS:
        return []
    found = []
    for sign, left, top, right, bottom in dots:
        middle = (top + bottom) / 2
        line = [piece for piece in pieces if 0.05 * piece.size <= piece.base - middle <= 0.6 * piece.size]
        behind = [piece for piece in line if 0 < piece.x0 - right <= REACH * piece.size]
        near = [piece for piece in line if piece.x1 > left - piece.size and piece.x0 < right]
        if not behind or near or right - left > 0.7 * behind[0].size:
            continue
        first = min(behind, key=lambda piece: piece.x0)
        order = first.order - 0.5
        found.append(Piece(sign, left, right, first.base, first.size, order=order))
    return found
