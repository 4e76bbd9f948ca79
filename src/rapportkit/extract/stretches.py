"""Where a label may stand: the beginnings of blocks, and of the lines inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapportkit.extract.prepare import prepare, same_cell
from rapportkit.model.document import Block, Document
from rapportkit.text.plain import plain

LONGEST = 330
"""Signs of the longest label with its guidance."""
_DELIMITER = re.compile(r"\s*[:?]\s+|\s+[–—=-]\s+|(?<=[\w)])\.\s+|\s*[:?]$")
_GAP = re.compile(r"\s*[:–—-]?\s*")
_MOST_DELIMITERS = 4
_MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that may be a label: from (block, start) to (last, stop); `whole` if nothing follows them.

    `marker` is the number or bullet in front of them.
    """

    block: int
    start: int
    last: int
    stop: int
    alike: str
    whole: bool
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document's blocks, and where labels may stand at the beginning of each, whatever the template."""

    blocks: tuple[Block, ...]
    stretches: tuple[tuple[Stretch, ...], ...]


def prepared(document: Document) -> Prepared:
    """Prepare a document to be held against one template after the other."""
    blocks = prepare(document)
    return Prepared(blocks, tuple(tuple(_stretches(blocks, index)) for index in range(len(blocks))))


def _stretches(blocks: Sequence[Block], index: int) -> Iterator[Stretch]:
    """The stretches at the beginning of a block, the whole of it first."""
    block = blocks[index]
    text = block.text
    if not text:
        return
    if len(text) <= LONGEST:
        yield Stretch(index, 0, index, len(text), plain(text), whole=True, marker=block.marker)
    for stop, end in dict(_ends(block)).items():
        yield Stretch(index, 0, index, stop, plain(text[:end]), whole=False, marker=block.marker)
    joined = text
    for last in range(index + 1, min(index + 3, len(blocks))):
        after = blocks[last]
        if after.marker or not same_cell(block, after) or len(joined) + len(after.text) > LONGEST:
            break
        joined = f"{joined} {after.text}"
        yield Stretch(index, 0, last, len(after.text), plain(joined), whole=True, marker=block.marker)


def _ends(block: Block) -> Iterator[tuple[int, int]]:
    """Where a label that begins a block may end, and its words before that."""
    text = block.text
    for count, found in enumerate(_DELIMITER.finditer(text[:LONGEST])):
        if count == _MOST_DELIMITERS:
            break
        if found.start() > 2 and found.end() < len(text):
            yield found.end(), found.start()
    if 4 < block.lead < len(text):
        yield past_delimiter(text, block.lead), block.lead
    for offset, _ in block.breaks[:_MOST_LINES]:
        if 2 < offset <= min(LONGEST, len(text) - 1):
            yield offset, offset


def is_lead(block: Block, stop: int) -> bool:
    """Whether the words up to an offset are those set in bold at the start of a block."""
    return block.lead > 0 and stop in {block.lead, past_delimiter(block.text, block.lead)}


def past_delimiter(text: str, stop: int) -> int:
    """The offset behind the colon or dash that parts a label from its answer."""
    found = _GAP.match(text, stop)
    return found.end() if found and found.end() < len(text) else stop
