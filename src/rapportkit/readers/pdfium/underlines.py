"""Lines drawn under words, which stress them, and through words, which take them back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from rapportkit.readers.pdfium.layout import Piece
from rapportkit.readers.pdfium.strokes import Stroke

LOOSE = 2.0  # how far such a line may stand out from its words
BEHIND = 0.35  # of the letter size: how much further it may run, under the space behind them
UNDER = (-0.25, 0.02)  # of the letter size: heights above the baseline
THROUGH = (0.15, 0.5)


def stressed(pieces: Sequence[Piece], strokes: Sequence[Stroke]) -> list[Piece]:
    """The pieces, those that are underlined marked as strong."""
    found = list(pieces)
    for group in _drawn(pieces, strokes, UNDER):
        for index in group:
            found[index] = found[index]._replace(strong=True)
    return found


def struck(pieces: Sequence[Piece], strokes: Sequence[Stroke]) -> tuple[list[Piece], list[list[Piece]]]:
    """The pieces that stand, and those that are struck out, line by line.

    A report printed with its changes showing has deleted words in it, struck out and no part of it.
    """
    groups = _drawn(pieces, strokes, THROUGH)
    gone = {index for group in groups for index in group}
    kept = [piece for index, piece in enumerate(pieces) if index not in gone]
    return kept, [[pieces[index] for index in group] for group in groups]


def _drawn(
    pieces: Sequence[Piece],
    strokes: Sequence[Stroke],
    heights: tuple[float, float],
) -> list[list[int]]:
    """Groups of pieces that a line runs along at such a height, and no further than they do."""
    low, high = heights
    order = sorted(range(len(pieces)), key=lambda index: pieces[index].base)
    bases = [pieces[index].base for index in order]
    taken: set[int] = set()
    found = []
    for at, start, end in strokes:
        group = []
        for place in range(bisect_left(bases, at - 10), len(order)):
            piece = pieces[order[place]]
            if piece.base > at + 60:
                break
            inside = start - LOOSE <= piece.x0 and piece.x1 <= end + LOOSE
            if inside and low * piece.size <= piece.base - at <= high * piece.size:
                group.append(order[place])
        group = sorted(set(group) - taken)
        if not group:
            continue
        left, right = min(pieces[index].x0 for index in group), max(pieces[index].x1 for index in group)
        if start >= left - LOOSE and end <= right + LOOSE + BEHIND * pieces[group[0]].size:
            found.append(group)
            taken |= set(group)
    return found
