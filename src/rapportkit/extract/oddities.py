"""Headings that have no place on the form, told as remarks: the author's own, and labels that stand twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from rapportkit.extract.outline import Outline, Segment
from rapportkit.extract.slots import Slot
from rapportkit.extract.styles import Style, style_of
from rapportkit.model.document import Block, Remark
from rapportkit.text.markers import is_bullet, number_of
from rapportkit.text.plain import plain

_LONGEST = 400  # signs of a label
_NEAR = 80  # of 100
_TELLING = 5  # letters of a word that two headings may have in common by more than chance

Labels = Mapping[str, Slot]
"""The questions that were met, by their labels made alike."""


def labels(outline: Outline) -> Labels:
    """The labels that may not stand once more."""
    met = (each.slot for each in outline.segments if _is_question(each.slot))
    return {said.plain: slot for slot in met for said in slot.wordings if said.canonical}


def of_stranger(heading: Block, outline: Outline, known: Labels) -> Remark:
    """A heading that is set like the form's labels, with what stands below it under no question."""
    said = heading.text.rstrip(" :")
    again = known.get(plain(heading.text))
    if again is not None:
        text = f"“{said}” stands twice; what is below it here is under no question."
        return Remark("T005", text, heading.location, "left", (("pointer", again.field.pointer),))
    near = _nearest(said, outline, heading.marker)
    return Remark(
        "T004",
        f"“{said}” is no question of the form; what is below it is under no question.",
        heading.location,
        "unknown" if near is None else "near",
        (("quote", said), ("pointer", near.field.pointer if near else "")),
    )


def repeated(segment: Segment, blocks: Sequence[Block], outline: Outline, known: Labels) -> Iterator[Remark]:
    """Labels that stand once more, set as labels are, among the blocks below a label."""
    if outline.usual is None or segment.slot.is_header:
        return
    for index, block in enumerate(blocks):
        slot = known.get(plain(block.text)) if len(block.text) <= _LONGEST else None
        if slot is None or not _is_set_alike(blocks, index, slot, outline.usual):
            continue
        here, there = _pointer(segment.slot), slot.field.pointer
        text = f"“{block.text}” stands twice; what is below it here is read as part of what is above."
        args = (("pointer", there), ("other", here))
        key = "left" if not here else "joined" if here == there else "elsewhere"
        yield Remark("T005", text, block.location, key, args)


def _pointer(slot: Slot) -> str:
    """Where the answer to a question stands in a report; "" for a heading, which has none."""
    if slot.field.kind is None and slot.group is None:
        return ""
    return slot.field.pointer.replace("*", str(slot.group))


def _is_set_alike(blocks: Sequence[Block], index: int, slot: Slot, usual: Style) -> bool:
    """Whether a block is set as the labels are, in capitals or not, or bears the number of its label."""
    own, marker = style_of(blocks, index), blocks[index].marker
    alike = own is not None and replace(own, capital=usual.capital) == usual
    number = number_of(slot.number) if slot.number and not is_bullet(marker) else None
    return alike or (number is not None and number_of(marker) == number)


def _is_question(slot: Slot) -> bool:
    return not slot.is_header and slot.group is None and slot.field.kind is not None


def _nearest(said: str, outline: Outline, marker: str = "") -> Slot | None:
    """The question that a heading reads like most, one that was not met before the others.

    A question that was not met and bears the number that stands before the heading is meant, however it reads.
    """
    met = {each.slot.order for each in outline.segments}
    number = None if is_bullet(marker) else number_of(marker)
    for slot in outline.slots if number is not None else ():
        if _is_question(slot) and slot.order not in met and slot.number and number_of(slot.number) == number:
            return slot
    alike = plain(said)
    telling = {word for word in alike.split() if len(word) >= _TELLING}
    scored = [
        (slot.order not in met, fuzz.token_set_ratio(alike, wording.plain), -slot.order, slot)
        for slot in outline.slots
        if _is_question(slot)
        for wording in slot.wordings
        if telling & set(wording.plain.split()) or fuzz.ratio(alike, wording.plain) >= _NEAR
    ]
    likely = [each for each in scored if each[1] >= _NEAR]
    return max(likely, key=lambda each: each[:3])[3] if likely else None
