"""Where in the lines of a text the words stand that a finding is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapportkit.model.document import Block, Document
from rapportkit.model.finding import Finding
from rapportkit.model.location import Location
from rapportkit.writers.annotated.placing import wording
from rapportkit.writers.annotated.words import Span, located


class Stretch(NamedTuple):
    """Letters of one line; lines and letters count from 0."""

    line: int
    start: int
    stop: int


def split(text: str) -> list[str]:
    """The lines of a text, counted as its reader counts them; a new page begins a new line."""
    return re.split(r"\r\n|\r|\n|\x0b|\u2028|\u2029", text.replace("\f", "\n\f"))


def stretches(document: Document, finding: Finding, lines: Sequence[str]) -> tuple[Stretch, ...]:
    """What to mark for a finding: its words, else its block, else its line; nothing where it has no line."""
    place = finding.location
    if place is None or place.line is None or not 0 < place.line <= len(lines):
        return ()
    block = _block(document.blocks, place)
    if block is None:
        return (_of_line(lines, place.line - 1, finding.quote),)
    span = wording(block.text, place.span, finding.quote) or (0, len(block.text))
    return tuple(_of_span(block, span, lines)) or (_whole(lines, place.line - 1),)


def _block(blocks: Sequence[Block], place: Location) -> Block | None:
    """The block of a place; None where the place gives no more than a line."""
    if not 0 <= place.block < len(blocks) or place.line is None:
        return None
    block = blocks[place.block]
    known = [each.line for each in (block.location, *(at for _, at in block.breaks)) if each.line]
    return block if known and min(known) <= place.line <= max(known) else None


def _of_span(block: Block, span: Span, lines: Sequence[str]) -> Iterator[Stretch]:
    starts = [0, *(offset for offset, _ in block.breaks), len(block.text)]
    places = [block.location, *(place for _, place in block.breaks)]
    for (start, stop), place in zip(pairwise(starts), places, strict=True):
        inside = max(span[0], start) - start, min(span[1], stop) - start
        words = block.text[start:stop]
        if (
            place.line
            and place.line <= len(lines)
            and words[slice(*inside)].strip()
            and inside[0] < inside[1]
        ):
            yield _in_line(words, inside, place, lines)


def _in_line(words: str, span: Span, place: Location, lines: Sequence[str]) -> Stretch:
    assert place.line is not None
    line, said = lines[place.line - 1], words.rstrip()
    span = span[0], min(span[1], len(said))
    begin = (place.column or 0) - 1
    if begin >= 0 and line.startswith(said, begin):
        return Stretch(place.line - 1, begin + span[0], begin + span[1])
    found = located(said, span, line)
    return Stretch(place.line - 1, *found) if found else _whole(lines, place.line - 1)


def _of_line(lines: Sequence[str], index: int, quote: str) -> Stretch:
    """The words quoted, where the line holds them once; else the whole line."""
    start = lines[index].find(quote) if quote.strip() else -1
    if start < 0 or lines[index].find(quote, start + 1) >= 0:
        return _whole(lines, index)
    return Stretch(index, start, start + len(quote))


def _whole(lines: Sequence[str], index: int) -> Stretch:
    line = lines[index]
    return Stretch(index, len(line) - len(line.lstrip()), len(line.rstrip()))
