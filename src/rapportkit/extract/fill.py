"""The recipe: a document read against a template becomes a report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rapportkit.extract.form import form
from rapportkit.extract.header.events import event_line
from rapportkit.extract.header.persons import persons
from rapportkit.extract.header.sessions import session
from rapportkit.extract.header.values import Values, first_of_each
from rapportkit.extract.kinds import KINDS
from rapportkit.extract.kinds.chapters import before, chapters, starts
from rapportkit.extract.kinds.groups import group
from rapportkit.extract.kinds.sections import first_heading, sections
from rapportkit.extract.met import Answers, Met
from rapportkit.extract.oddities import labels, of_stranger, repeated
from rapportkit.extract.outline import Outline, Segment, outline
from rapportkit.extract.places import pinned
from rapportkit.extract.prepare import same_cell, same_row
from rapportkit.extract.strangers import without_strangers
from rapportkit.extract.stretches import prepared
from rapportkit.extract.subtract import Ledger, subtract
from rapportkit.extract.title_block import TitleBlock
from rapportkit.extract.unlabelled import begin_chapters, begin_first, begin_sections
from rapportkit.model.document import Block, BlockKind, Document, Remark
from rapportkit.model.location import Location
from rapportkit.model.report import Answer, Passage, Point, Report, Value
from rapportkit.model.template import Field, Kind, Template
from rapportkit.text.fillers import is_filler
from rapportkit.text.language import language
from rapportkit.text.markers import is_bullet
from rapportkit.text.plain import plain

_LONGEST_NAME = 140
_LONGEST_REST = 120


def fill(
    document: Document, template: Template, confidence: float = 1.0, found: Outline | None = None
) -> Report:
    """Read a document against a template. What finds no place is kept in `unplaced`.

    `found` is the document's outline by this template, where it is known already.
    """
    if found is None:
        found = outline(prepared(document), template)
    report = _Reading(template, found).report(document, confidence)
    return pinned(report, document, _printed(found), _titled(template))


def _printed(found: Outline) -> dict[str, str]:
    """The labels that were met as the document prints them, with their numbers."""
    return {
        segment.slot.field.pointer: " ".join(
            part for block in segment.label for part in (block.marker, block.text) if part
        ).rstrip(" :")
        for segment in reversed(found.segments)
        if segment.slot.group is None
    }


def _titled(template: Template) -> frozenset[str]:
    """The fields whose points are titled by headings of the author's own."""
    return frozenset(
        field.pointer for field in template.leaves() if field.kind in {Kind.CHAPTERS, Kind.SECTIONS}
    )


class _Reading:
    """One document on its way into one template."""

    def __init__(self, template: Template, found: Outline) -> None:
        self._template = template
        self._outline = found
        self._guidance = form(template).guidance
        self._ledger = Ledger()
        self._answers = Answers()
        self._header: Values = []
        self._labels = labels(found)
        self._remarks: list[Remark] = []

    def report(self, document: Document, confidence: float) -> Report:
        head = self._segments()
        head = begin_first(self._template, self._answers, head, self._guidance.holds_title)
        block = TitleBlock(self._template, self._guidance, self._ledger, self._header)
        block.read(head, self._answers.unlabelled())
        begin_chapters(self._template, self._answers)
        begin_sections(self._template, self._answers)
        answers = tuple(self._answer(field) for field in self._template.leaves())
        text = " ".join(block.text for block in document.blocks)
        return Report(
            source=replace(document.source, language=language(text) or document.source.language),
            template=self._template.id,
            confidence=confidence,
            header=self._in_order(),
            answers=answers,
            unplaced=(
                *self._ledger.unplaced,
                *(Passage(each.text, each.location, each.kind) for each in document.furniture),
            ),
            wording=tuple(self._ledger.wording),
            remarks=(*document.remarks, *self._remarks),
        )

    def _segments(self) -> list[Block]:
        """Book the labels and sort what follows each to its slot; gives the blocks of the form's head."""
        head = list(self._outline.before)
        for segment in self._outline.segments:
            for block in segment.label:
                self._ledger.form(block)
            if segment.slot.is_header:
                head += self._header_line(segment)
                continue
            below, strange = without_strangers(segment, self._outline)
            mine = self._past_label(segment, below)
            self._remarks += repeated(segment, mine, self._outline, self._labels)
            if strange:
                self._remarks.append(of_stranger(strange[0], self._outline, self._labels))
            kept = subtract(mine, self._guidance, self._ledger)
            field = segment.slot.field
            if field.kind is None:
                # Text between a heading and its first question is nobody's answer.
                self._shelve(kept)
            else:
                self._answers.at(field.pointer, segment.slot.group, segment).blocks += kept
            self._shelve(subtract(strange, self._guidance, self._ledger))
        return head

    def _past_label(self, segment: Segment, blocks: Sequence[Block]) -> Sequence[Block]:
        """What follows a label, without the same label told again in other words."""
        while blocks and segment.label and blocks[0].columns == segment.label[0].columns:
            said = plain(blocks[0].text)
            if not said or not any(said == wording.plain for wording in segment.slot.wordings):
                break
            self._ledger.form(blocks[0])
            blocks = blocks[1:]
        return blocks

    def _shelve(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            if not block.text or self._guidance.is_title(block.text):
                self._ledger.form(block)
            else:
                self._ledger.leave(block)

    def _header_line(self, segment: Segment) -> list[Block]:
        """Read the answer to a header label; gives back the blocks that are not part of it."""
        field = segment.slot.field
        if field.kind is None:
            return list(segment.blocks)
        count = _answering(segment, several=field.kind is Kind.PERSONS)
        mine = [block for block in segment.blocks[:count] if block.text and not is_filler(block.text)]
        values = _header_values(field, mine)
        new = [
            (key, value)
            for key, value in values
            if not any(key.split("/")[1:2] == known.split("/")[1:2] for known, _ in self._header)
        ]
        self._header += new
        self._ledger.form_rest(segment.blocks[:count], new)
        return list(segment.blocks[count:])

    def _answer(self, field: Field) -> Answer:
        met = self._answers.get(field.pointer)
        if field.kind is Kind.GROUPS:
            groups = tuple(self._groups(field, met))
            points = tuple(made for _, made in groups)
            parts = tuple(self._parts(field, [index for index, _ in groups]))
        elif met is None:
            return Answer(field.pointer)
        else:
            points, parts = self._points(field, met.blocks), ()
        segment = met.segment if met else None
        if segment is None:
            return Answer(field.pointer, points, parts=parts)
        return Answer(
            field.pointer,
            points,
            label=" ".join(block.text for block in segment.label) or field.label,
            heading=_place(segment),
            label_score=segment.found.likeness,
            parts=parts,
        )

    def _points(self, field: Field, blocks: Sequence[Block]) -> tuple[Point, ...]:
        said = list(self._without_fillers(blocks))
        if field.kind is Kind.CHAPTERS:
            begun = starts(said)
            self._shelve(before(said, begun[0]) if begun else said)
            return chapters(said, begun) if begun else ()
        if field.kind is Kind.SECTIONS:
            self._shelve(said[: first_heading(said)])
            return sections(said, closed=self._is_followed(said))
        return KINDS[field.kind or Kind.POINTS](said)

    def _is_followed(self, blocks: Sequence[Block]) -> bool:
        """Whether a label of the form stands below some blocks."""
        below = blocks[-1].location.block if blocks else 0
        return any(
            block.location.block > below for segment in self._outline.segments for block in segment.label
        )

    def _without_fillers(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """Fillers alone in a field, and items left empty, are no answer."""
        alone = all(is_filler(block.text) for block in blocks)
        for block in blocks:
            # "???" among others asks for something; a dash or three dots leave a place empty.
            silent = not any(sign.isalnum() or sign == "?" for sign in block.text)
            if not block.text or (is_filler(block.text) and (alone or silent)):
                self._ledger.form(block)
            else:
                yield block

    def _groups(self, field: Field, met: Met | None) -> Iterator[tuple[int, Point]]:
        """Numbered groups with their index on the form: each one's own text, then its named lists."""
        own, *parts = field.parts
        self._shelve(met.blocks if met else ())
        for index in range(self._answers.groups):
            said, *lists = (self._part(part, index) for part in (own, *parts))
            made = group(said, tuple(zip((part.name for part in parts), lists, strict=True)))
            if made:
                yield index, made

    def _parts(self, field: Field, indices: Sequence[int]) -> Iterator[tuple[str, Location]]:
        """Where the labels of the groups of these indices stand, by what they name in the report."""
        for position, index in enumerate(indices):
            for part in field.parts:
                met = self._answers.get(part.pointer, index)
                place = _place(met.segment) if met and met.segment else None
                if place:
                    yield part.pointer.replace("*", str(position)), place

    def _part(self, part: Field, index: int) -> tuple[Point, ...]:
        met = self._answers.get(part.pointer, index)
        return self._points(part, met.blocks) if met else ()

    def _in_order(self) -> tuple[tuple[str, Value], ...]:
        """Header values in the template's order, the first of each."""
        first = first_of_each(self._header)
        ordered = [field.pointer for field in self._template.header]
        return tuple(
            (key, value) for top in ordered for key, value in first.items() if key.startswith(f"{top}/")
        )


def _place(segment: Segment) -> Location | None:
    """Where a label stands, or what it begins."""
    return next((block.location for block in (*segment.label, *segment.blocks)), None)


def _header_values(field: Field, blocks: Sequence[Block]) -> Values:
    """Read what stands behind a header label."""
    if not blocks:
        return []
    first = blocks[0]
    if field.kind is Kind.PERSONS:
        return persons(blocks)
    if field.kind is Kind.SESSION:
        number = f"{first.marker} " if first.marker and not is_bullet(first.marker) else ""
        return session(number + " ".join(block.text for block in blocks), first.location, field)
    return event_line(first.text, first.location, field) or []


def _answering(segment: Segment, *, several: bool) -> int:
    """How many blocks after a header label answer it: the rest of its line or row, or the line below."""
    blocks, label = segment.blocks, segment.label[-1] if segment.label else None
    if not blocks:
        return 0
    first = blocks[0]
    if label is not None and first.columns > 1 and same_row(label, first):
        return _while(blocks, lambda block: same_row(first, block))
    if label is not None and first.location.block == label.location.block:
        same = _while(blocks, lambda block: block.location.block == label.location.block)
        return same + _while(blocks[same:], _is_rest_of_line)
    if label is not None and label.columns > 1:
        return 0
    return 1 + _while(blocks[1:], lambda block: _goes_on(first, block, several=several))


def _goes_on(first: Block, block: Block, *, several: bool) -> bool:
    """Whether a block below the first one still answers a header label."""
    if several:
        listed = block.kind is first.kind is BlockKind.ITEM and not block.blank_before
        return listed and len(block.text) <= _LONGEST_NAME and same_cell(first, block)
    return (bool(first.columns) and same_cell(first, block)) or _is_rest_of_line(block)


def _is_rest_of_line(block: Block) -> bool:
    """Whether a block is what a narrow column wrapped: "… inclusion of migrants in / communities."."""
    wrapped = block.text[:1].islower() and not block.marker and not block.blank_before
    return wrapped and len(block.text) < _LONGEST_REST


def _while(blocks: Sequence[Block], holds: Callable[[Block], bool]) -> int:
    return next((count for count, block in enumerate(blocks) if not holds(block)), len(blocks))
