"""Pieces on one height make a line."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapportkit.readers.pdfium.layout import Line, Piece, spell

SAME_HEIGHT = 0.45  # of the letter size: raised note numbers belong to their line, the next line does not


def gather(pieces: Iterable[Piece], page: int, left: float, right: float) -> list[Line]:
    """Sort a region's pieces into lines from the top down; `left` and `right` are its limits."""
    rows: list[list[Piece]] = []
    base = size = 0.0
    for piece in sorted(pieces, key=lambda piece: piece.base):
        if rows and piece.base - base <= SAME_HEIGHT * max(size, piece.size):
            rows[-1].append(piece)
            if piece.size > size + 0.5:
                base, size = piece.base, piece.size
        else:
            rows.append([piece])
            base, size = piece.base, piece.size
    return [line_of(row, page, left, right) for row in rows]


def line_of(pieces: Sequence[Piece], page: int, left: float, right: float) -> Line:
    """Make a line; its pieces stand in reading order, from the right in Arabic or Hebrew."""
    mirrored = is_mirrored(pieces)
    if mirrored:
        # PDFium has already put each run of such text into the order of reading.
        ordered = sorted(pieces, key=lambda piece: piece.order)
    else:
        ordered = sorted(pieces, key=lambda piece: (piece.x0, piece.order))
    known: list[Piece] = []
    for piece in ordered:
        glued = piece.glued and bool(known) and (known[-1].order == piece.order - 1)
        known.append(piece if glued is piece.glued else piece._replace(glued=glued))
    sizes = {piece.size for piece in known}
    size = sizes.pop() if len(sizes) == 1 else _usual_size(known)
    base = next((piece.base for piece in known if abs(piece.size - size) < 0.1), known[0].base)
    x0, x1 = min(piece.x0 for piece in known), max(piece.x1 for piece in known)
    if mirrored:
        x0, x1, left, right = -x1, -x0, -right, -left
    return Line(tuple(known), spell(known), page, x0, x1, base, size, left, right, mirrored=mirrored)


def _usual_size(pieces: Sequence[Piece]) -> float:
    """The size of most of the letters."""
    letters: defaultdict[float, int] = defaultdict(int)
    for piece in pieces:
        letters[piece.size] += len(piece.text)
    return max(letters, key=lambda size: (letters[size], size))


def is_mirrored(pieces: Sequence[Piece]) -> bool:
    """Whether most words are written from right to left."""
    if all(piece.text.isascii() for piece in pieces):
        return False
    right = left = 0
    for piece in pieces:
        letter = next((letter for letter in piece.text if letter.isalpha()), "")
        if "\u0590" <= letter <= "\u08ff" or "\ufb1d" <= letter <= "\ufefc":
            right += unicodedata.bidirectional(letter) in {"R", "AL"}
        elif letter:
            left += 1
    return right > left
