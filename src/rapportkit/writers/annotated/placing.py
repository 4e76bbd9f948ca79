"""Which block of a document a finding is about, and which of its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapportkit.model.document import Block, Document
from rapportkit.model.finding import Finding
from rapportkit.model.location import Location
from rapportkit.writers.annotated.words import Span


class Target(NamedTuple):
    """A block, and a span of its text; None for all of it."""

    block: Block
    span: Span | None


def target(document: Document, finding: Finding) -> Target | None:
    """What a finding is about; None where it has no place in the blocks."""
    place = finding.location
    block = None if place is None else _block(document.blocks, place)
    if place is None or block is None:
        return None
    return Target(block, wording(block.text, place.span, finding.quote))


def _block(blocks: Sequence[Block], place: Location) -> Block | None:
    """The block of a place. A place in the margin may give no block of its own, only where it stands."""
    if 0 <= place.block < len(blocks) and _is_at(blocks[place.block].location, place):
        return blocks[place.block]
    return next((block for block in blocks if _is_at(block.location, place)), None)


def _is_at(here: Location, place: Location) -> bool:
    said = place.paragraph, place.table, place.row, place.cell
    ours = here.paragraph, here.table, here.row, here.cell
    if here.area != place.area or not (any(said) or place.area):
        return False
    return all(theirs is None or theirs == our for theirs, our in zip(said, ours, strict=True))


def wording(text: str, span: Span | None, quote: str) -> Span | None:
    """The span of a text that a finding is about; None where that is all of it."""
    if span is not None and 0 <= span[0] < span[1] <= len(text):
        return None if text[: span[0]].strip() == text[span[1] :].strip() == "" else span
    start = text.find(quote) if quote.strip() else -1
    if start < 0 or text.find(quote, start + 1) >= 0 or len(quote) >= len(text):
        return None
    return start, start + len(quote)
