"""A page as it was recognised in its picture."""

from __future__ import annotations

from dataclasses import dataclass

from rapportkit.readers.pdfium.layout import Piece
from rapportkit.readers.pdfium.strokes import Strokes

NO_STROKES = Strokes((), ())


@dataclass(frozen=True, slots=True)
class Seen:
    """The words and ruled lines of a page in points, upright.

    `index` counts pages from 0. `sure` is the engine's own confidence (0 to 1), weighted by letters;
    `failed` says that the engine gave nothing back in its time.
    """

    index: int
    width: float
    height: float
    pieces: tuple[Piece, ...] = ()
    strokes: Strokes = NO_STROKES
    sure: float = 0.0
    failed: bool = False

    @property
    def letters(self) -> str:
        """All letters in the order of the engine."""
        return "".join(piece.text for piece in self.pieces)
