"""One cell of free text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rapportkit.extract.kinds.lists import rejoined, tree
from rapportkit.extract.kinds.rows import joined
from rapportkit.model.document import Block, BlockKind
from rapportkit.model.report import Point


def cell(blocks: Sequence[Block]) -> tuple[Point, ...]:
    """Read a cell: its paragraphs make one point, bullets below a paragraph nest, bullets alone are points.

    Outside tables every paragraph is a point of its own.
    """
    points: list[Point] = []
    for _, group in groupby(rejoined(blocks), key=_cell):
        said = [block for block in group if block.text]
        if said and said[0].columns:
            points += _in_table(said)
        else:
            points += [each.point() for each in tree(said)]
    return tuple(points)


def _cell(block: Block) -> tuple[int | None, int | None, int | None]:
    return (block.location.table, block.location.row, block.location.cell)


def _in_table(blocks: list[Block]) -> list[Point]:
    head = 0
    while head < len(blocks) and blocks[head].kind is not BlockKind.ITEM:
        head += 1
    if head == len(blocks) or (head and blocks[head - 1].text.endswith(":")):
        own = joined(blocks[:head])
        own.points = tree(blocks[head:])
        return [own.point()]
    first = [joined(blocks[:head]).point()] if head else []
    return first + [each.point() for each in tree(blocks[head:])]
