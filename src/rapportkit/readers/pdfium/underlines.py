"""Underlined words: a line drawn under them that is no longer than they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from rapportkit.readers.pdfium.layout import Piece
from rapportkit.readers.pdfium.strokes import Stroke

LOOSE = 2.0  # how far an underline may stand out from its words


def stressed(pieces: Sequence[Piece], strokes: Sequence[Stroke]) -> list[Piece]:
    """The pieces, those that are underlined marked as strong."""
    found = list(pieces)
    order = sorted(range(len(found)), key=lambda index: found[index].base)
    bases = [found[index].base for index in order]
    for at, start, end in strokes:
        under = []
        for place in range(bisect_left(bases, at - 8), len(order)):
            piece = found[order[place]]
            if piece.base > at:
                break
            if at - piece.base <= 0.25 * piece.size and start - LOOSE <= piece.x0 and piece.x1 <= end + LOOSE:
                under.append(order[place])
        if not under:
            continue
        left, right = min(found[index].x0 for index in under), max(found[index].x1 for index in under)
        if start >= left - LOOSE and end <= right + LOOSE:
            for index in under:
                found[index] = found[index]._replace(strong=True)
    return found
