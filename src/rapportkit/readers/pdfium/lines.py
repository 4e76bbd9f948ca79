"""Pieces on one height make a line."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from rapportkit.readers.pdfium.layout import (
    BASE,
    BASE_AND_SIZE,
    GLUED,
    LEFT,
    ORDER,
    RIGHT,
    SIZE,
    TEXT,
    Line,
    Piece,
    spell,
)
from rapportkit.readers.pdfium.markers import head_of

_PLACE = itemgetter(1, 7)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")

SAME_HEIGHT = 0.45  # of the letter size: raised note numbers belong to their line, the next line does not


def gather(pieces: Iterable[Piece], page: int, left: float, right: float) -> list[Line]:
    """Sort a region's pieces into lines from the top down; `left` and `right` are its limits."""
    rows: list[list[Piece]] = []
    base = size = 0.0
    # What is painted as one has one baseline, and goes to one line.
    for (low, large), same in groupby(sorted(pieces, key=BASE), key=BASE_AND_SIZE):
        if rows and low - base <= SAME_HEIGHT * max(size, large):
            rows[-1].extend(same)
            if large > size + 0.5:
                base, size = low, large
        else:
            rows.append(list(same))
            base, size = low, large
    return [line_of(row, page, left, right) for row in rows]


def line_of(pieces: Sequence[Piece], page: int, left: float, right: float) -> Line:
    """Make a line; its pieces stand in reading order, from the right in Arabic or Hebrew."""
    text = "".join(map(TEXT, pieces))
    mirrored = not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None and is_mirrored(pieces)
    # PDFium has already put each run of mirrored text into the order of reading.
    known = sorted(pieces, key=ORDER if mirrored else _PLACE)
    if any(map(GLUED, known)):
        known = _glued(known)
    size, base = known[0].size, known[0].base
    if len(set(map(SIZE, known))) > 1:
        size = _usual_size(known)
        base = next((piece.base for piece in known if abs(piece.size - size) < 0.1), base)
    x0, x1 = known[0].x0, max(map(RIGHT, known))
    if mirrored:
        x0, x1, left, right = -x1, -min(map(LEFT, known)), -right, -left
    head = head_of(known, size, x0, mirrored=mirrored)
    return Line(tuple(known), spell(known), page, x0, x1, base, size, left, right, mirrored, None, head)


def _glued(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, glued only where the piece before is the one painted before."""
    found: list[Piece] = []
    for piece in pieces:
        glued = piece.glued and bool(found) and found[-1].order == piece.order - 1
        found.append(piece if glued is piece.glued else piece._replace(glued=glued))
    return found


def _usual_size(pieces: Sequence[Piece]) -> float:
    """The size of most of the letters."""
    letters: defaultdict[float, int] = defaultdict(int)
    for piece in pieces:
        letters[piece.size] += len(piece.text)
    return max(letters, key=lambda size: (letters[size], size))


def is_mirrored(pieces: Sequence[Piece]) -> bool:
    """Whether most words are written from right to left."""
    right = left = 0
    for piece in pieces:
        letter = next((letter for letter in piece.text if letter.isalpha()), "")
        if "\u0590" <= letter <= "\u08ff" or "\ufb1d" <= letter <= "\ufefc":
            right += unicodedata.bidirectional(letter) in {"R", "AL"}
        elif letter:
            left += 1
    return right > left
