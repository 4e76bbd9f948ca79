"""Cut the blocks at the template's labels: the outline of a filled form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rapportkit.extract.align import align
from rapportkit.extract.form import form
from rapportkit.extract.match import Candidate, candidates, weighed
from rapportkit.extract.prepare import cut
from rapportkit.extract.slots import Slot
from rapportkit.extract.stretches import Prepared
from rapportkit.extract.styles import Style, usual
from rapportkit.model.document import Block
from rapportkit.model.template import Template


@dataclass(frozen=True, slots=True)
class Segment:
    """A label that was met, with the blocks that follow it up to the next.

    `label` is the stretch that names the slot (empty for phrases that belong to the answer).
    """

    slot: Slot
    found: Candidate
    label: tuple[Block, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A document cut at the labels of one template.

    `before` stands above the first label; `usual` is the style that most questions share.
    """

    before: tuple[Block, ...]
    segments: tuple[Segment, ...]
    slots: tuple[Slot, ...]
    usual: Style | None = None


def outline(text: Prepared, template: Template) -> Outline:
    """Cut a document at the labels of a template."""
    own, blocks = form(template), text.blocks
    places, lexicon = own.opened(blocks)
    chosen, style = _chosen(candidates(text, places, lexicon, own.guidance), places)
    first = (chosen[0].block, chosen[0].start) if chosen else (len(blocks), 0)
    return Outline(
        tuple(between(blocks, (0, 0), first)),
        tuple(
            Segment(
                places[found.slot],
                found,
                tuple(between(blocks, (found.block, found.start), (found.last, found.stop))),
                tuple(
                    between(
                        blocks,
                        (found.last, found.stop),
                        (after.block, after.start) if after else (len(blocks), 0),
                    )
                ),
            )
            for found, after in zip_longest(chosen, chosen[1:])
        ),
        places,
        style,
    )


def _chosen(found: Sequence[Candidate], places: Sequence[Slot]) -> tuple[tuple[Candidate, ...], Style | None]:
    """The labels: aligned once, and again when the first ones have shown how this form sets its labels."""
    chosen = align(weighed(found), places)
    style = usual(each.style for each in chosen if _is_question(places[each.slot]))
    return (align(weighed(found, style), places) if style else chosen), style


def _is_question(slot: Slot) -> bool:
    return not slot.is_header and slot.group is None and slot.field.kind is not None


def between(blocks: Sequence[Block], start: tuple[int, int], stop: tuple[int, int]) -> list[Block]:
    """The blocks from one (block, offset) to another, cut where an offset falls inside one."""
    found: list[Block] = []
    for index in range(start[0], min(stop[0] + 1, len(blocks))):
        block = blocks[index]
        left = start[1] if index == start[0] else 0
        right = stop[1] if index == stop[0] else len(block.text)
        if index == stop[0] and right == 0:
            continue
        if right > left or (not block.text and left == 0):
            piece = cut(block, left, right)
            if piece.text or piece.marker:
                found.append(piece)
    return found
