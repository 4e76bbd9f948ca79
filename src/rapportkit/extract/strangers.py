"""Headings that people add to a form: set like its labels, and named by none of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapportkit.extract.outline import Outline, Segment
from rapportkit.extract.styles import Style, style_of
from rapportkit.model.document import Block, BlockKind
from rapportkit.model.template import Kind
from rapportkit.text.markers import is_bullet, marker_class, number_of

_MOST_WORDS, _MOST_WORDS_ALONE = 12, 8
_SENTENCE = 25  # letters
# "7." after "5." may follow a label that was left out; "40." is no label's number.
_FURTHEST = 3


def without_strangers(segment: Segment, outline: Outline) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Part what stands under a label from what stands under a heading of the author's own behind it."""
    usual = outline.usual
    if usual is None or segment.slot.is_header or _is_above_own_headings(segment, outline):
        return segment.blocks, ()
    blocks = segment.blocks
    for index in range(len(blocks)):
        if _is_stranger(
            blocks, index, usual, _last_number(segment, outline), segment is outline.segments[-1]
        ) or (_is_alone(blocks, index, usual) and _is_listed(segment, outline)):
            return blocks[:index], blocks[index:]
    return blocks, ()


def _is_above_own_headings(segment: Segment, outline: Outline) -> bool:
    """Whether the form asks for the author's own headings under this label, or below it."""
    return any(
        slot.field.kind in {Kind.CHAPTERS, Kind.SECTIONS} and slot.order >= segment.slot.order
        for slot in outline.slots
    )


def _last_number(segment: Segment, outline: Outline) -> int | None:
    """The number of the last label at or above a segment that has one of the usual kind."""
    number = None
    for each in outline.segments:
        marker = each.found.marker
        if marker and not is_bullet(marker) and not each.slot.is_header and each.slot.group is None:
            number = number_of(marker)
        if each is segment:
            break
    return number


def _is_stranger(blocks: Sequence[Block], index: int, usual: Style, last: int | None, at_end: bool) -> bool:
    block = blocks[index]
    text = block.text
    if len(text) < 3 or len(text.split()) > _MOST_WORDS or text.endswith((".", ",", ";", "!")):
        return False
    own = style_of(blocks, index)
    if own is None or own.beside != usual.beside:
        return False
    if usual.heading:
        return 0 < own.heading <= usual.heading
    if usual.mark == "number":
        return own == usual and _is_next(blocks, index, last)
    if usual.beside:
        return own == usual
    apart = own == usual and (usual.capital or usual.bold or usual.is_bulleted)
    return apart and _is_set_off(blocks, index, usual, at_end)


def _is_alone(blocks: Sequence[Block], index: int, usual: Style) -> bool:
    """Whether a line without a number is a heading where nothing but numbers tells the form's labels.

    It stands by itself below a list, with nothing but sentences below it: "Remarks of the rapporteur".
    """
    block, above, below = blocks[index], blocks[:index], blocks[index + 1 :]
    if replace(usual, capital=False) != Style(mark="number") or not (above and below):
        return False
    text = block.text.rstrip(" :")
    title = _is_plain(block) and text[:1].isupper() and text[-1:].isalnum()
    few = 1 < len(text.split()) <= _MOST_WORDS_ALONE
    listed = all(each.kind is BlockKind.ITEM and is_bullet(each.marker) for each in above)
    return title and few and listed and _is_plain(below[0]) and all(map(_is_sentence, below))


def _is_plain(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and block.blank_before and not (block.marker or block.columns)


def _is_sentence(block: Block) -> bool:
    ends = block.text.rstrip('”"») ').endswith((".", "!", "?"))
    return block.kind is BlockKind.PARAGRAPH and not block.marker and ends and len(block.text) >= _SENTENCE


def _is_listed(segment: Segment, outline: Outline) -> bool:
    """Whether the questions of a form are answered in bullets; quotations may have lines of their own below them."""
    others = [
        each for each in outline.segments if each.blocks and not each.slot.is_header and each is not segment
    ]
    lists = sum(all(block.kind is BlockKind.ITEM for block in each.blocks) for each in others)
    return segment.slot.field.kind is Kind.POINTS and lists > 1 and lists * 2 > len(others)


def _is_next(blocks: Sequence[Block], index: int, last: int | None) -> bool:
    """Whether a numbered line carries on the numbers of the labels, and not those of a list."""
    marker = blocks[index].marker
    number = number_of(marker)
    if number is None or last is None or not last < number <= last + _FURTHEST:
        return False
    kind = marker_class(marker)
    return not any(block.marker and marker_class(block.marker) == kind for block in blocks[:index])


def _is_set_off(blocks: Sequence[Block], index: int, usual: Style, at_end: bool) -> bool:
    """Whether the form's labels are set as headings are.

    Bold or bulleted lines are common inside an answer, too: below the last label one is a heading if a
    colon ends it as it does a label, and no quotation follows.
    """
    if usual.capital:
        return True
    following = blocks[index + 1].text if index + 1 < len(blocks) else ""
    return at_end and blocks[index].text.endswith(":") and following[:1] not in {*"“\"«‘'", ""}
