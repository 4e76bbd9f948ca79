"""Lines drawn under words, which stress them, and through words, which take them back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rapportkit.readers.pdfium.layout import BASE, SIZE, Piece
from rapportkit.readers.pdfium.strokes import Stroke

LOOSE = 2.0  # how far such a line may stand out from its words
BEHIND = 0.35  # of the letter size: how much further it may run, under the space behind them
UNDER = (-0.25, 0.02)  # of the letter size: heights above the baseline
THROUGH = (0.15, 0.5)


def stressed_and_struck(
    pieces: Sequence[Piece], strokes: Sequence[Stroke]
) -> tuple[list[Piece], list[list[Piece]]]:
    """The pieces that stand, those underlined marked as strong; and those that are struck out, line by line.

    A report printed with its changes showing has deleted words in it, struck out and no part of it.
    """
    if not strokes or not pieces:
        return list(pieces), []
    order = sorted(range(len(pieces)), key=list(map(BASE, pieces)).__getitem__)
    heights = [pieces[index].base for index in order]
    found = list(pieces)
    for group in _drawn(pieces, order, heights, strokes, UNDER):
        for index in group:
            found[index] = found[index]._replace(strong=True)
    groups = _drawn(pieces, order, heights, strokes, THROUGH)
    gone = {index for group in groups for index in group}
    kept = [piece for index, piece in enumerate(found) if index not in gone] if gone else found
    return kept, [[found[index] for index in group] for group in groups]


def _drawn(
    pieces: Sequence[Piece],
    order: Sequence[int],
    bases: Sequence[float],
    strokes: Sequence[Stroke],
    heights: tuple[float, float],
) -> list[list[int]]:
    """Groups of pieces that a line runs along at such a height, and no further than they do.

    `order` are the pieces' indexes from the top down, `bases` their baselines in that order.
    """
    low, high = heights
    largest = max(map(SIZE, pieces))
    taken: set[int] = set()
    found = []
    for at, start, end in strokes:
        first = bisect_left(bases, at + min(0.0, low * largest) - 0.1)
        last = bisect_right(bases, at + high * largest + 0.1)
        group = []
        for index in order[first:last]:
            piece = pieces[index]
            inside = start - LOOSE <= piece.x0 and piece.x1 <= end + LOOSE
            if inside and low * piece.size <= piece.base - at <= high * piece.size:
                group.append(index)
        group = sorted(set(group) - taken)
        if not group:
            continue
        left, right = min(pieces[index].x0 for index in group), max(pieces[index].x1 for index in group)
        if start >= left - LOOSE and end <= right + LOOSE + BEHIND * pieces[group[0]].size:
            found.append(group)
            taken |= set(group)
    return found
