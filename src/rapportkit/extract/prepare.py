"""Blocks as extract wants them: one line each, markers and stray markup taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rapportkit.model.document import Block, BlockKind, Document
from rapportkit.text.levels import Levels
from rapportkit.text.markers import number_of, split_inline, split_marker
from rapportkit.text.markup import clean

_CITED = re.compile(r"\[(\d{1,2})\]$")


def prepare(document: Document) -> tuple[Block, ...]:
    """Cut blocks at soft line breaks and inner bullets, and take typed markers and markup off.

    Pieces of one block keep its index in `location.block`, so that what belongs together can be
    joined again.
    """
    levels = Levels()
    pieces = [each for block in document.blocks for each in _pieces(block, levels)]
    return tuple(_with_references(list(_with_row_markers(pieces))))


def _pieces(block: Block, levels: Levels) -> Iterator[Block]:
    for part in _lines(block):
        for piece in _bullets(part):
            tidy = _tidy(piece, levels)
            if block.kind is BlockKind.ITEM and tidy.kind is BlockKind.ITEM:
                # Lines typed into one bullet stand as deep as the bullet.
                tidy = replace(tidy, level=block.level)
            yield tidy


def _lines(block: Block) -> Iterator[Block]:
    start = 0
    for line in block.text.split("\n"):
        if line.strip() or (not block.text and block.marker):
            yield cut(block, start, start + len(line))
        start += len(line) + 1


def _bullets(block: Block) -> Iterator[Block]:
    """Cut where bullets stand inside a line, as they do in pasted text."""
    inner = split_inline(block.text)
    if len(inner) == 1:
        yield block
        return
    at = 0
    for index, part in enumerate(inner):
        if not part:
            continue
        start = block.text.index(part, at)
        at = start + len(part)
        piece = cut(block, start, at)
        if index:
            piece = replace(piece, kind=BlockKind.ITEM, marker="•", level=max(1, block.level))
        yield piece


def _tidy(block: Block, levels: Levels) -> Block:
    text = clean(block.text)
    if text != block.text:
        block = replace(block, text=text, lead=min(len(clean(block.text[: block.lead])), len(text)))
    marked = None if number_of(block.marker) is not None else split_marker(block.text)
    if marked and block.marker:
        # Typed into a bullet of Word's: "• 1) Objective 18". The author's own mark is no word either.
        block = replace(cut(block, len(block.text) - len(marked.text), len(block.text)), marker=block.marker)
    elif marked:
        gone = len(block.text) - len(marked.text)
        block = replace(cut(block, gone, len(block.text)), marker=marked.marker)
        if block.kind is BlockKind.PARAGRAPH:
            level = levels.level(marked.marker, int(block.indent // 6))
            block = replace(block, kind=BlockKind.ITEM, level=level)
    elif block.kind is not BlockKind.ITEM:
        levels.end()
    levels.announced = block.text.endswith(":")
    return block


def _with_row_markers(blocks: list[Block]) -> Iterator[Block]:
    """A cell that holds only a number numbers the cell beside it."""
    number: Block | None = None
    for block in blocks:
        if number is not None:
            if same_row(number, block) and block.kind is BlockKind.PARAGRAPH and not block.marker:
                yield replace(block, marker=number.marker)
                number = None
                continue
            yield number
            number = None
        if not block.text and block.marker and block.columns > 1:
            number = block
        else:
            yield block
    if number is not None:
        yield number


def _with_references(blocks: list[Block]) -> Iterator[Block]:
    """A figure in square brackets that no other counts on from numbers no item: "[1] See the note." cites one."""
    cited = [_CITED.search(block.marker) for block in blocks]
    numbers = {int(found[1]) for found in cited if found}
    for block, found in zip(blocks, cited, strict=True):
        if not found or not block.text or numbers & {int(found[1]) - 1, int(found[1]) + 1}:
            yield block
            continue
        more = len(found[0]) + 1
        marker = block.marker[: found.start()].strip()
        yield replace(
            block,
            text=f"{found[0]} {block.text}",
            marker=marker,
            kind=block.kind if marker or block.kind is not BlockKind.ITEM else BlockKind.PARAGRAPH,
            lead=block.lead + more if block.lead else 0,
            breaks=tuple((offset + more, place) for offset, place in block.breaks),
        )


def same_row(one: Block, other: Block) -> bool:
    """Whether two blocks stand in one table row."""
    here, there = one.location, other.location
    return bool(one.columns) and (here.table, here.row) == (there.table, there.row)


def same_cell(one: Block, other: Block) -> bool:
    """Whether two blocks stand in one table cell, or both outside tables."""
    here, there = one.location, other.location
    return (here.table, here.row, here.cell) == (there.table, there.row, there.cell)


def cut(block: Block, start: int, stop: int) -> Block:
    """The part of a block between two offsets of its text, with its own place."""
    if start <= 0 and stop >= len(block.text):
        return block
    text = block.text[start:stop]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    whole = block.is_bold
    return replace(
        block,
        text=text,
        location=block.place(start),
        marker=block.marker if start == 0 else "",
        kind=block.kind if start == 0 or block.kind is not BlockKind.ITEM else BlockKind.PARAGRAPH,
        lead=len(text) if whole else max(0, min(block.lead - start, len(text))),
        breaks=tuple(
            (offset - start, place) for offset, place in block.breaks if start < offset < start + len(text)
        ),
        notes=block.notes if stop >= len(block.text) else (),
    )
