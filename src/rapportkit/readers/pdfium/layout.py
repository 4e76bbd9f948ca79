"""What a page is made of while it is being read.

All lengths are points; x grows to the right and y grows downwards from the page's top left corner,
after the page has been turned so that its text stands upright.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Piece(NamedTuple):
    """A run of letters without white space, in one style: mostly a word.

    `base` is the baseline, `size` the letter size. `glued` says that no space stands before it.
    `order` counts as the file paints. `typed` is 0, or the number of the form value that the piece
    belongs to; each paragraph of a value counts as one. `note` is the label of the footnote that the
    piece cites, "" for all others. `trailed` says that the file paints a space behind it, `aside` that the
    file sets it apart from the text.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    strong: bool = False
    glued: bool = False
    order: float = 0
    typed: int = 0
    note: str = ""
    trailed: bool = False
    aside: bool = False

    @property
    def box(self) -> Box:
        """Where its letters stand, nearly."""
        return self.x0, self.base - 0.8 * self.size, self.x1, self.base + 0.22 * self.size


# What is asked of every piece is asked without running Python for each.
TEXT, LEFT, RIGHT, BASE, SIZE, STRONG, GLUED, ORDER = map(itemgetter, range(8))
BASE_AND_SIZE, NOTE = itemgetter(3, 4), itemgetter(9)


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


class Line(NamedTuple):
    """Pieces on one baseline within one region (the page's body, a column, a table cell).

    `left` and `right` are the region's limits for text, `middle` is set where its centre is known to lie
    elsewhere than halfway between them. `head` is the list marker that the line may begin with. In lines read from right to left `x0`, `x1`,
    `left` and `right` are mirrored, so that every rule about indents holds for both directions.
    """

    pieces: tuple[Piece, ...]
    text: str
    page: int
    x0: float
    x1: float
    base: float
    size: float
    left: float = 0.0
    right: float = 0.0
    mirrored: bool = False
    middle: float | None = None
    head: Head | None = None

    @property
    def box(self) -> Box:
        """Where the line stands on its page."""
        looks = set(map(BASE_AND_SIZE, self.pieces))
        x0, x1 = (-self.x1, -self.x0) if self.mirrored else (self.x0, self.x1)
        top = min([base - 0.8 * size for base, size in looks])
        return x0, top, x1, max([base + 0.22 * size for base, size in looks])


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what it holds in reading order, and which of the `columns` cells of its row it is."""

    number: int
    columns: int
    left: float
    right: float
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """The cells that begin at one height. `open_top`, `open_bottom`: no line is drawn at that edge."""

    cells: tuple[Cell, ...]
    open_top: bool = False
    open_bottom: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table, or its part on one page."""

    rows: tuple[Row, ...]
    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def box(self) -> Box:
        """Its outer edges."""
        return self.left, self.top, self.right, self.bottom


Item = Line | Table


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was read: its size and what stands on it in reading order.

    `edge` is where the answers of a borderless table begin, 0 where the page has none; `heights` are
    those of its lines, tables and all.
    """

    number: int
    width: float
    height: float
    items: tuple[Item, ...] = ()
    edge: float = 0.0
    heights: tuple[float, ...] = ()

    def line_at(self, base: float) -> int:
        """Which line of the page stands at a height, counted from the top as people do."""
        return bisect_right(self.heights, base + 0.01)


def rounded(box: Box) -> Box:
    """A box to a tenth of a point, as locations give it."""
    left, top, right, bottom = box
    return round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds some boxes, rounded."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return rounded((min(lefts), min(tops), max(rights), max(bottoms)))


def spell(pieces: Sequence[Piece]) -> str:
    """Write pieces out, a space between any two that are not glued."""
    if not any(map(GLUED, pieces)):
        return " ".join(map(TEXT, pieces))
    return "".join([piece.text if piece.glued else f" {piece.text}" for piece in pieces])[
        not pieces[0].glued :
    ]
