"""Where everything in a picture of dots stands, in points, before it is SVG, PNG or part of a PDF.

The picture is as wide as the text of the paper and never higher than its page. Many columns are set in panels, one
below the other, so that every dot keeps room for its count. The title is no part of it: writers set that as text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, sqrt

from rapportkit.writers.summary.nodes import Picture

WIDTH, HIGHEST = 470.0, 664.0
"""Of the text on a page; a picture with a great many rows is higher."""
BLUE, GUIDE, INK, PAPER = "#1F3864", "#C3CCD9", "#262626", "#FFFFFF"

_PANEL_GAP = 16.0
_MOST_COLUMNS = 30
# Below this, a dot has no room for a figure that can be read.
_FINEST = 10.5
_WIDEST = 34.0
_LABEL_SIZE, _SMALL_LABEL_SIZE = 8.0, 6.5
_LEADING = 1.05
_LABEL_GAP = 6.0
_LONGEST_KEY = 80.0
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Line:
    """A guide line."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text: `x` and `y` are where its baseline begins, or its middle if `centred`.

    An `upright` one runs from the bottom to the top. `row` is that of the name it belongs to, -1 for none.
    """

    x: float
    y: float
    text: str
    size: float
    centred: bool = False
    upright: bool = False
    inverse: bool = False
    row: int = -1


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything to be drawn, from the back to the front."""

    width: float
    height: float
    lines: tuple[Line, ...]
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """How large everything is: `left` is the room for names, `head` that for keys."""

    panels: tuple[range, ...]
    left: float
    head: float
    column: float
    row: float
    size: float
    upright: bool
    every: int


def draw(picture: Picture) -> Drawing:
    """Lay a picture out; one without rows or columns is empty."""
    if not picture.rows or not picture.columns:
        return Drawing(WIDTH, 1.0, (), (), ())
    plan = _planned(picture)
    lines: list[Line] = []
    dots: list[Dot] = []
    labels: list[Label] = []
    top = 0.0
    for columns in plan.panels:
        bottom = top + plan.head + plan.row * len(picture.rows)
        lines += _guides(len(picture.rows), len(columns), plan, top)
        labels += _keys(picture, columns, plan, top)
        labels += _names(picture, plan, top)
        for dot, label in _counts(picture, columns, plan, top):
            dots.append(dot)
            labels.extend(label)
        top = bottom + _PANEL_GAP
    return Drawing(WIDTH, round(top - _PANEL_GAP, 2), tuple(lines), tuple(dots), tuple(labels))


def _planned(picture: Picture) -> _Plan:
    rows, columns = len(picture.rows), len(picture.columns)
    panels = _panels(columns, rows)
    widest = max(len(panel) for panel in panels)
    least = max(_FINEST, min(26.0, 0.6 * WIDTH / widest))
    names = max(breadth(name, _LABEL_SIZE) for name in picture.rows)
    left = min(names + _LABEL_GAP, max(WIDTH - widest * least, WIDTH / 4))
    column = min(_WIDEST, (WIDTH - left) / widest)
    keys = max(breadth(key, _key_size(column)) for key in picture.columns)
    upright = keys > column - 3
    head = min(keys, _LONGEST_KEY) + 6 if upright else 14.0
    room = HIGHEST - len(panels) * (head + _PANEL_GAP)
    row = max(min(room / (len(panels) * rows), 22.0), 7.0)
    size = _LABEL_SIZE
    if names + _LABEL_GAP > left and row < 2 * _LABEL_SIZE * _LEADING:
        size = min(_LABEL_SIZE, max(_SMALL_LABEL_SIZE, row / (2 * _LEADING)))
    size = min(size, row)
    every = ceil(_key_size(column) / column) if upright else 1
    return _Plan(panels, left, head, column, row, size, upright, every)


def _panels(columns: int, rows: int) -> tuple[range, ...]:
    """The columns of each panel, evenly shared; no more panels than a page holds."""
    fitting = max(1, int(HIGHEST / (12.0 * rows + 40 + _PANEL_GAP)))
    count = min(ceil(columns / _MOST_COLUMNS), fitting)
    edges = [round(index * columns / count) for index in range(count + 1)]
    return tuple(range(first, last) for first, last in pairwise(edges))


def _guides(rows: int, columns: int, plan: _Plan, top: float) -> Iterator[Line]:
    right, bottom = plan.left + plan.column * columns, top + plan.head + plan.row * rows
    for row in range(rows):
        y = top + plan.head + plan.row * (row + 0.5)
        yield Line(plan.left, y, right, y)
    for column in range(columns):
        x = plan.left + plan.column * (column + 0.5)
        yield Line(x, top + plan.head, x, bottom)


def _keys(picture: Picture, columns: range, plan: _Plan, top: float) -> Iterator[Label]:
    size = _key_size(plan.column)
    for place, column in enumerate(columns):
        if place % plan.every:
            continue
        x = plan.left + plan.column * (place + 0.5)
        if plan.upright:
            key = cut(picture.columns[column], size, _LONGEST_KEY)
            yield Label(x + 0.35 * size, top + plan.head - 4, key, size, upright=True)
        else:
            yield Label(x, top + plan.head - 5, picture.columns[column], size, centred=True)


def _names(picture: Picture, plan: _Plan, top: float) -> Iterator[Label]:
    most = 2 if plan.row >= 2 * plan.size * _LEADING - 0.01 else 1
    for row, name in enumerate(picture.rows):
        lines = wrap(name, plan.size, plan.left - _LABEL_GAP, most)
        middle = top + plan.head + plan.row * (row + 0.5)
        first = middle + 0.35 * plan.size - (len(lines) - 1) * plan.size * _LEADING / 2
        for index, line in enumerate(lines):
            yield Label(0.0, first + index * plan.size * _LEADING, line, plan.size, row=row)


def _counts(
    picture: Picture, columns: range, plan: _Plan, top: float
) -> Iterator[tuple[Dot, tuple[Label, ...]]]:
    """Each dot with its count; areas grow evenly from one that holds a figure to one that fills its place."""
    largest = max(max(counts) for counts in picture.counts)
    full = max(min(plan.column, plan.row) / 2 - 0.6, 0.4)
    size = min(full * 1.2, 7.5)
    least = min(full, size * 0.55)
    for row, counts in enumerate(picture.counts):
        for place, column in enumerate(columns):
            count = counts[column]
            if count <= 0:
                continue
            share = (count - 1) / (largest - 1) if largest > 1 else 0.0
            radius = sqrt(least**2 + (full**2 - least**2) * share)
            x = plan.left + plan.column * (place + 0.5)
            y = top + plan.head + plan.row * (row + 0.5)
            fitting = min(size, 1.75 * radius / (0.56 * len(str(count))))
            label = Label(x, y + 0.355 * fitting, str(count), fitting, centred=True, inverse=True)
            yield Dot(x, y, radius), (label,) if fitting >= 2 else ()


def _key_size(column: float) -> float:
    return max(min(7.5, column - 1.5), 5.0)


def breadth(text: str, size: float) -> float:
    """How wide a text is in a plain face, estimated on the safe side.

    >>> breadth("Housing", 10)
    39.8
    """
    return round(size * sum(map(_share, text)), 2)


def _share(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.0
    if unicodedata.combining(sign):
        return 0.0
    if sign in " .,:;'’|!ijl()[]-ftrI":
        return 0.36
    return 0.9 if sign in "mwMW@%…—" else 0.72 if sign.isupper() else 0.58


def wrap(text: str, size: float, room: float, most: int) -> list[str]:
    """A text in at most so many lines of a width, cut with an ellipsis where it is longer.

    >>> wrap("Access to housing", 10, 60, 2)
    ['Access to', 'housing']
    >>> wrap("Access to housing", 10, 60, 1)
    ['Access to…']
    """
    words = text.split()
    lines: list[str] = []
    while words and len(lines) < most - 1:
        taken = _fitting(words, size, room)
        lines.append(cut(" ".join(words[:taken]), size, room))
        words = words[taken:]
    if words:
        lines.append(cut(" ".join(words), size, room))
    return lines


def _fitting(words: Sequence[str], size: float, room: float) -> int:
    """How many words fit into a line; one always does."""
    taken = 1
    while taken < len(words) and breadth(" ".join(words[: taken + 1]), size) <= room:
        taken += 1
    return taken


def cut(text: str, size: float, room: float) -> str:
    """A text that fits, with an ellipsis where something is missing."""
    if breadth(text, size) <= room:
        return text
    left = room - breadth(_ELLIPSIS, size)
    for end, sign in enumerate(text):
        left -= size * _share(sign)
        if left < 0:
            return text[:end].rstrip() + _ELLIPSIS
    return text
