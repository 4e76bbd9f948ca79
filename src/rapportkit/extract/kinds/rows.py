"""Numbered rows: each is one point, whatever paragraphs it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportkit.extract.kinds.lists import SET_IN, Node, node, rejoined, tree
from rapportkit.model.document import Block, BlockKind
from rapportkit.model.report import Point
from rapportkit.text.markers import is_bullet, number_of


def rows(blocks: Sequence[Block]) -> tuple[Point, ...]:
    """Read numbered rows; paragraphs of one row are joined by a newline, its bullets nest below."""
    return tuple(point for row in _rows(rejoined(blocks)) for point in _row(row))


def _rows(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks of one table row belong together; outside tables a new number begins a new row."""
    row: list[Block] = []
    for block in blocks:
        if row and _begins(block, row):
            yield row
            row = []
        row.append(block)
    if row:
        yield row


def _begins(block: Block, row: list[Block]) -> bool:
    first = row[0]
    if first.columns or block.columns:
        here, there = first.location, block.location
        if (here.table, here.row) != (there.table, there.row):
            return True
        # A frame around the form is one row with all the lists of the form in it.
        if first.columns > 1 or block.kind is not BlockKind.ITEM:
            return False
    if _is_numbered(first):
        return _is_numbered(block) and block.level <= max(1, first.level)
    if first.kind is BlockKind.ITEM:
        deeper = block.level > first.level or block.indent >= first.indent + SET_IN
        return block.kind is not BlockKind.ITEM or not deeper
    return not (first.text.endswith(":") and block.kind is BlockKind.ITEM)


def _is_numbered(block: Block) -> bool:
    return bool(block.marker) and not is_bullet(block.marker) and number_of(block.marker) is not None


def _row(blocks: list[Block]) -> list[Point]:
    """One point for the row; a row of bullets alone makes one each."""
    said = [block for block in blocks if block.text]
    if not said:
        return []
    head = 0
    while head < len(said) and (
        said[head].kind is not BlockKind.ITEM or (head == 0 and _is_numbered(said[0]))
    ):
        head += 1
    if not head:
        return [each.point() for each in tree(said)]
    point = joined(said[:head])
    rest = said[head:]
    while rest:
        run = _until_paragraph(rest)
        point.points += tree(rest[:run])
        later = rest[run:]
        following = 0
        while following < len(later) and later[following].kind is not BlockKind.ITEM:
            following += 1
        if following:
            more = joined(later[:following])
            point.text = f"{point.text}\n{more.text}"
            point.notes += more.notes
        rest = later[following:]
    return [point.point()]


def _until_paragraph(blocks: Sequence[Block]) -> int:
    return next(
        (index for index, block in enumerate(blocks) if block.kind is not BlockKind.ITEM),
        len(blocks),
    )


def joined(blocks: Sequence[Block]) -> Node:
    """One point of several paragraphs, joined by newlines."""
    point = node(blocks[0])
    point.text = "\n".join(block.text for block in blocks)
    point.notes = [note for block in blocks for note in block.notes]
    return point
