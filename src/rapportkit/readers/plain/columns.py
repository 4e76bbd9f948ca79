"""At which letter of its line each block, and each line of it, begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rapportkit.model.document import Block
from rapportkit.model.location import Location


def with_columns(blocks: Sequence[Block], raw: Sequence[str]) -> list[Block]:
    """Give the blocks their columns; `raw` are the lines of the file.

    Only what the line holds word for word has a column: markup that was taken off inside of it, or white
    space that was put right, would make any column beyond it a wrong one.
    """
    ends: dict[int, int] = {}
    return [_placed(block, raw, ends) for block in blocks]


def _placed(block: Block, raw: Sequence[str], ends: dict[int, int]) -> Block:
    first, *others = [(start, _at(place, text, raw, ends)) for start, place, text in _lines(block)]
    return replace(block, location=first[1], breaks=tuple(others))


def _lines(block: Block) -> Iterator[tuple[int, Location, str]]:
    """Where each line of a block begins, its place and its words."""
    starts = [0, *(start for start, _ in block.breaks), len(block.text)]
    places = [block.location, *(place for _, place in block.breaks)]
    for (start, stop), place in zip(pairwise(starts), places, strict=True):
        yield start, place, block.text[start:stop].rstrip()


def _at(place: Location, text: str, raw: Sequence[str], ends: dict[int, int]) -> Location:
    """A place with its column; `ends` says how far each line was looked through."""
    if place.line is None or not text:
        return place
    found = raw[place.line - 1].find(text, ends.get(place.line, 0))
    if found < 0:
        return place
    ends[place.line] = found + len(text)
    return replace(place, column=found + 1)
