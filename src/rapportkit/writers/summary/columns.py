"""How wide the columns of a table are: as its shares ask for, mended by what its cells hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from rapportkit.writers.summary.nodes import Node, Row, Run, Table

_Cells = Sequence[Sequence[Run]]
_Kind = tuple[tuple[str, ...], tuple[float, ...], tuple[int, ...]]

# Widths of letters of a plain face in its size: measured in Arial and rounded up.
_NARROW, _USUAL, _BROAD, _BROADEST = 0.3, 0.56, 0.72, 0.95
_LETTERS = {
    **dict.fromkeys("ijlftrI.,:;!|'’()[]/- ", _NARROW),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", _BROAD),
    **dict.fromkeys("mwMW%@—…", _BROADEST),
}
_BOLD = 1.08
# A word that is longer than this share of its table may be broken.
_LONGEST = 0.4
LONGEST_KEY = 12
"""A reference that has no more letters stays on one line."""
# The others are taken to be like these.
_LOOKED_AT = 100
_STEPS = 50


class Columns:
    """The widths of all tables of a paper: those that share a head and hold about as much look the same throughout.

    `size` is that of the type in points, `margins` those of a cell in twentieths of a point.
    """

    def __init__(self, nodes: Iterable[Node], size: float, margins: int) -> None:
        self.size, self.margins = size, margins
        self.held: dict[_Kind, list[Row]] = defaultdict(list)
        self.known: dict[tuple[_Kind, int], list[int]] = {}
        for node in nodes:
            if isinstance(node, Table):
                self.held[_kind(node)] += _listed(node)

    def widths(self, table: Table, whole: int) -> list[int]:
        """The width of each column in twentieths of a point, where the table may be as wide as `whole`."""
        kind = _kind(table)
        if (kind, whole) not in self.known:
            rows = self.held[kind]
            sample = rows[:: max(1, len(rows) // _LOOKED_AT)]
            self.known[kind, whole] = self._fitted(kind, whole, [row.cells for row in sample])
        return self.known[kind, whole]

    def _fitted(self, kind: _Kind, whole: int, rows: Sequence[_Cells]) -> list[int]:
        """Room for the longest word of each column; then moved until the rows are as low as they get."""
        head, asked, _ = kind
        shares = [share * whole for share in asked]
        cells = [tuple((Run(text, bold=True),) for text in head), *rows]
        least = [min(each, sum(shares) * _LONGEST) for each in self._least(cells)]
        if sum(least) < sum(shares):
            lengths = [[_measured(cell, self.size) for cell in row] for row in cells]
            shares = _moved(_raised(shares, least), least, lengths, self.margins)
        widths = [round(share) for share in shares]
        widths[-1] += round(sum(shares)) - sum(widths)
        return widths

    def _least(self, rows: Sequence[_Cells]) -> list[float]:
        columns = zip(*rows, strict=True)
        return [self.margins + max(_longest(cell, self.size) for cell in column) for column in columns]


def _listed(table: Table) -> list[Row]:
    return [row for row in table.rows if not row.label]


def _kind(table: Table) -> _Kind:
    """Head, shares, and about how many letters stand in a cell of each column, in powers of two."""
    rows = _listed(table)
    letters = (
        sum([len(run.text) for cell in column for run in cell])
        for column in zip(*(row.cells for row in rows), strict=True)
    )
    return table.head, table.widths, tuple((each // len(rows)).bit_length() for each in letters)


def _longest(cell: Sequence[Run], size: float) -> float:
    """The room that the longest word of a cell takes; a reference is one."""
    return max((_measured((part,), size) for run in cell for part in _parts(run)), default=0)


def _parts(run: Run) -> Iterator[Run]:
    if (run.link or run.anchor) and len(run.text) <= LONGEST_KEY:
        yield run
    else:
        yield from (replace(run, text=word) for word in sorted(run.text.split(), key=len)[-2:])


def _measured(cell: Sequence[Run], size: float) -> float:
    """About how long a cell is in one line, in twentieths of a point.

    >>> round(_measured([Run("Language")], 10))
    928
    """
    return sum(
        20 * size * (_BOLD if run.bold else 1) * sum([_LETTERS.get(sign, _USUAL) for sign in run.text])
        for run in cell
    )


def _raised(shares: Sequence[float], least: Sequence[float]) -> list[float]:
    """Each column at least as wide as it must be, at the cost of those that have room to spare."""
    lacking = sum(max(0, low - share) for share, low in zip(shares, least, strict=True))
    spare = [max(0, share - low) for share, low in zip(shares, least, strict=True)]
    rate = lacking / sum(spare) if lacking else 0
    return [max(share, low) - free * rate for share, low, free in zip(shares, least, spare, strict=True)]


def _moved(
    shares: Sequence[float], least: Sequence[float], lengths: Sequence[Sequence[float]], margins: int
) -> list[float]:
    """Move room between columns, a step at a time, as long as the table gets lower by it."""
    widths, step = list(shares), sum(shares) / _STEPS
    height = _height(widths, lengths, margins)
    for _ in range(_STEPS):
        tried = []
        for giver, taker in permutations(range(len(widths)), 2):
            if widths[giver] - step >= least[giver]:
                moved = list(widths)
                moved[giver] -= step
                moved[taker] += step
                tried.append((_height(moved, lengths, margins), moved))
        best, moved = min(tried, default=(height, widths), key=lambda pair: pair[0])
        if best >= height:
            break
        height, widths = best, moved
    return widths


def _height(widths: Sequence[float], lengths: Sequence[Sequence[float]], margins: int) -> float:
    """How many lines the rows have; parts of lines count a little, so that a step that helps is seen."""
    rooms = [max(width - margins, 1) for width in widths]
    return sum(
        max(-(-length // room) + 0.1 * length / room for length, room in zip(row, rooms, strict=True))
        for row in lengths
    )
