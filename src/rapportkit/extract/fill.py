"""The recipe: a document read against a template becomes a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapportkit.extract import header
from rapportkit.extract.form import form
from rapportkit.extract.kinds import KINDS
from rapportkit.extract.kinds.chapters import before, chapters, starts
from rapportkit.extract.kinds.sections import first_heading, sections
from rapportkit.extract.outline import Outline, Segment, outline
from rapportkit.extract.prepare import cut, same_cell, same_row
from rapportkit.extract.subtract import Ledger, subtract
from rapportkit.model.document import Block, BlockKind, Document
from rapportkit.model.report import Answer, Passage, Point, Report, Value
from rapportkit.model.template import Field, Kind, Template
from rapportkit.text.fillers import is_filler
from rapportkit.text.language import language
from rapportkit.text.plain import plain, words


def fill(document: Document, template: Template, confidence: float = 1.0) -> Report:
    """Read a document against a template. What finds no place is kept in `unplaced`."""
    return _Reading(template, outline(document, template)).report(document, confidence)


@dataclass(slots=True)
class _Met:
    """What stands under one slot, with the wording and place of its label."""

    blocks: list[Block]
    segment: Segment | None = None


class _Reading:
    """One document on its way into one template."""

    def __init__(self, template: Template, found: Outline) -> None:
        self._template = template
        self._outline = found
        self._guidance = form(template).guidance
        self._ledger = Ledger()
        self._met: dict[tuple[str, int | None], _Met] = {}
        self._header: list[tuple[str, Value]] = []

    def report(self, document: Document, confidence: float) -> Report:
        head = self._segments()
        head = self._opening(head)
        self._title_block(head)
        self._chapters()
        self._sections()
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
            remarks=document.remarks,
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
            kept = subtract(self._past_label(segment), self._guidance, self._ledger)
            field = segment.slot.field
            if field.kind is None:
                self._under_heading(kept)
            else:
                met = self._met.setdefault((field.pointer, segment.slot.group), _Met([], segment))
                met.blocks += kept
        return head

    def _past_label(self, segment: Segment) -> Sequence[Block]:
        """What follows a label, without the same label told again in other words."""
        blocks = segment.blocks
        while blocks and blocks[0].columns == segment.label[0].columns if segment.label else False:
            said = plain(blocks[0].text)
            if not said or not any(said == wording.plain for wording in segment.slot.wordings):
                break
            self._ledger.form(blocks[0])
            blocks = blocks[1:]
        return blocks

    def _under_heading(self, blocks: Sequence[Block]) -> None:
        """Text between a heading and its first question is nobody's answer."""
        for block in blocks:
            self._shelve(block)

    def _shelve(self, block: Block) -> None:
        if not block.text or self._guidance.is_title(block.text):
            self._ledger.form(block)
        else:
            self._ledger.leave(block)

    def _header_line(self, segment: Segment) -> list[Block]:
        """Read the answer to a header label; gives back the blocks that are not part of it."""
        field = segment.slot.field
        if field.kind is None:
            return list(segment.blocks)
        said = _answering(segment, several=field.kind is Kind.PERSONS)
        mine, rest = list(segment.blocks[:said]), list(segment.blocks[said:])
        mine = [block for block in mine if block.text and not is_filler(block.text)]
        if mine and field.kind is Kind.SESSION:
            text = " ".join(block.text for block in mine)
            self._header += header.session(text, mine[0].location, field)
        elif mine and field.kind is Kind.PERSONS:
            self._header += header.persons(mine)
        elif mine:
            self._header += header.event_line(mine[0].text, mine[0].location, field) or []
        for block in segment.blocks[:said]:
            self._ledger.form(block)
        return rest

    def _opening(self, head: list[Block]) -> list[Block]:
        """Give the form's first answer what stands above all labels, where the template says so."""
        first = next((field for field in self._template.fields if field.options.get("first")), None)
        if first is None:
            return head
        own = self._met.setdefault((first.pointer, None), _Met([]))
        body = next((index for index, block in enumerate(head) if _is_prose(block)), len(head))
        own.blocks = head[body:] + own.blocks
        return head[:body]

    def _title_block(self, head: list[Block]) -> None:
        """Read event and session from the lines that head the form; shelve the rest."""
        blocks = subtract(head, self._guidance, self._ledger)
        event = self._field(Kind.EVENT)
        session = self._field(Kind.SESSION)
        used: set[int] = set()
        if session and session.options.get("found") == "sentence":
            used = self._spoken(blocks, session)
        elif session and event and session.options.get("found") == "title":
            lines = [header.Line(block.text, block.location) for block in blocks]
            values, used = header.title_lines(lines, event)
            self._header += values
        named = event is not None and any(header.is_named(block.text, event) for block in blocks)
        year = ""
        for index, block in enumerate(blocks):
            if index in used or not block.text or self._guidance.is_title(block.text):
                self._ledger.form(block)
                year = _year_at_end(block.text)
            elif not self._head_line(block, event, session, year, named=named):
                self._ledger.leave(block)

    def _spoken(self, blocks: Sequence[Block], session: Field) -> set[int]:
        opening = next((met.blocks for met in self._met.values() if met.segment is None), [])
        lines = [header.Line(block.text, block.location) for block in (*blocks, *opening)]
        values, used = header.sentence(lines, session, self._guidance.is_title)
        self._header += values
        return {used} if used is not None and used < len(blocks) else set()

    def _head_line(
        self,
        block: Block,
        event: Field | None,
        session: Field | None,
        year: str,
        *,
        named: bool,
    ) -> bool:
        """Take an event line, or a title of the form that goes on with event or session, off the head.

        `year` is the year that the form's title line ends with: "Reporting Template 2018" above
        "Working sessions of …" is one title, wrapped. `named` says that some line names the event: then
        dates and place may stand on a line of their own.
        """
        text, location = block.text, block.location
        gone = self._guidance.title_at_start(text)
        rest = text[gone:].strip(" :–—-")
        if event and named and not header.is_named(rest, event):
            if not self._has("/event/dates") and (values := header.date_line(rest, location)):
                self._header += values
                self._ledger.form(block)
                return True
        elif event and not self._has("/event/title") and (values := header.event_line(rest, location, event)):
            self._header += _with_year(values, year)
            self._ledger.form(block)
            return True
        if gone and session and rest:
            if not self._has("/session"):
                self._header += header.session(rest, location, session)
                self._ledger.form(block)
                return True
            known = " ".join(value.text for key, value in self._header if key.startswith("/session"))
            if _same_words(rest, known):
                self._ledger.form(block)
                return True
        return False

    def _has(self, pointer: str) -> bool:
        return any(key.startswith(pointer) for key, _ in self._header)

    def _field(self, kind: Kind) -> Field | None:
        return next((field for field in self._template.header if field.kind is kind), None)

    def _chapters(self) -> None:
        """Where chapters have no label of their own, they begin inside the answer before them."""
        fields = self._template.leaves()
        for index, field in enumerate(fields):
            if field.kind is not Kind.CHAPTERS or index == 0:
                continue
            own = self._met.get((field.pointer, None))
            if own and starts(own.blocks):
                continue
            above = self._met.get((fields[index - 1].pointer, None))
            begun = starts(above.blocks) if above else ()
            if above and len(begun) >= 2:
                first = begun[0]
                kept = before(above.blocks, first)
                moved = above.blocks[first.block :]
                if first.offset:
                    moved = [cut(moved[0], first.offset, len(moved[0].text)), *moved[1:]]
                above.blocks = kept
                met = self._met.setdefault((field.pointer, None), _Met([]))
                met.blocks = moved + met.blocks

    def _sections(self) -> None:
        """Sections begin at the first heading inside the answer before them."""
        fields = self._template.leaves()
        for index, field in enumerate(fields):
            if field.kind is not Kind.SECTIONS or index == 0:
                continue
            above = self._met.get((fields[index - 1].pointer, None))
            if above:
                head = first_heading(above.blocks)
                self._met[field.pointer, None] = _Met(above.blocks[head:])
                above.blocks = above.blocks[:head]

    def _answer(self, field: Field) -> Answer:
        met = self._met.get((field.pointer, None))
        if field.kind is Kind.GROUPS:
            points = tuple(self._groups(field, met))
        elif met is None:
            return Answer(field.pointer)
        else:
            points = self._points(field, met.blocks)
        segment = met.segment if met else None
        if segment is None:
            return Answer(field.pointer, points)
        return Answer(
            field.pointer,
            points,
            label=" ".join(block.text for block in segment.label) or field.label,
            heading=(segment.label or segment.blocks)[0].location
            if segment.label or segment.blocks
            else None,
            label_score=segment.found.likeness,
        )

    def _points(self, field: Field, blocks: Sequence[Block]) -> tuple[Point, ...]:
        said = list(self._without_fillers(blocks))
        if field.kind is Kind.CHAPTERS:
            begun = starts(said)
            head = before(said, begun[0]) if begun else said
            for block in head:
                self._shelve(block)
            return chapters(said, begun) if begun else ()
        if field.kind is Kind.SECTIONS:
            for block in said[: first_heading(said)]:
                self._shelve(block)
            return sections(said)
        return KINDS[field.kind or Kind.POINTS](said)

    def _without_fillers(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """Fillers alone in a field, and items left empty, are no answer."""
        alone = all(is_filler(block.text) for block in blocks)
        for block in blocks:
            if not block.text or (is_filler(block.text) and (alone or not any(map(str.isalnum, block.text)))):
                self._ledger.form(block)
            else:
                yield block

    def _groups(self, field: Field, met: _Met | None) -> Iterator[Point]:
        """Numbered groups: each one's own text, then its named lists."""
        own, *parts = field.parts
        for block in met.blocks if met else ():
            self._shelve(block)
        highest = max((group for (_, group) in self._met if group is not None), default=-1)
        for group in range(highest + 1):
            head = self._met.get((own.pointer, group))
            said = self._points(own, head.blocks) if head else ()
            lists = tuple(
                (
                    part.name,
                    self._points(part, below.blocks)
                    if (below := self._met.get((part.pointer, group)))
                    else (),
                )
                for part in parts
            )
            if said or any(points for _, points in lists):
                yield _group(said, lists)

    def _in_order(self) -> tuple[tuple[str, Value], ...]:
        """Header values in the template's order, the first of each."""
        first: dict[str, Value] = {}
        for key, value in self._header:
            if value.text:
                first.setdefault(key, value)
        ordered = [field.pointer for field in self._template.header]
        return tuple(
            (key, value) for top in ordered for key, value in first.items() if key.startswith(f"{top}/")
        )


def _year_at_end(text: str) -> str:
    found = re.search(r"\s((?:19|20)\d{2})$", text)
    return found[1] if found else ""


def _with_year(values: header.Values, year: str) -> header.Values:
    """Give an event's title the year in front, where the event line itself holds no figure."""
    if not year or any(re.search(r"\d{4}", value.text) for _, value in values):
        return values
    return [
        (key, Value(f"{year} {value.text}", value.location) if key.endswith("/title") else value)
        for key, value in values
    ]


def _group(said: tuple[Point, ...], lists: tuple[tuple[str, tuple[Point, ...]], ...]) -> Point:
    if not said:
        place = next(points[0].location for _, points in lists if points)
        return Point("", place, parts=lists)
    first = said[0]
    more = said[1:]
    text = "\n".join(point.text for point in said) if not any(point.points for point in more) else first.text
    below = first.points if text != first.text or not more else (*first.points, *more)
    return replace(first, text=text, points=below, parts=lists)


def _answering(segment: Segment, *, several: bool) -> int:
    """How many blocks after a header label answer it: the rest of its line or row, or the line below."""
    blocks, label = segment.blocks, segment.label[-1] if segment.label else None
    if not blocks:
        return 0
    first = blocks[0]
    if label is not None and same_row(label, first) and first.columns > 1:
        return _while(blocks, lambda block: same_row(first, block))
    if label is not None and first.location.block == label.location.block:
        same = _while(blocks, lambda block: block.location.block == label.location.block)
        return same + _while(blocks[same:], _is_rest_of_line)
    if label is not None and label.columns > 1 and not same_row(label, first):
        return 0
    if several:
        return _while(
            blocks,
            lambda block: (
                block is first
                or (
                    len(block.text) <= 140
                    and same_cell(first, block)
                    and not block.blank_before
                    and block.kind is first.kind
                    and block.kind is BlockKind.ITEM
                )
            ),
        )
    return _while(
        blocks,
        lambda block: (
            block is first or (bool(first.columns) and same_cell(first, block)) or _is_rest_of_line(block)
        ),
    )


def _is_rest_of_line(block: Block) -> bool:
    """Whether a block is what a narrow column wrapped: "… inclusion of migrants in / communities."."""
    return block.text[:1].islower() and not block.marker and not block.blank_before and len(block.text) < 120


def _while(blocks: Sequence[Block], holds: Callable[[Block], bool]) -> int:
    count = 0
    for block in blocks:
        if not holds(block):
            break
        count += 1
    return count


def _is_prose(block: Block) -> bool:
    """Whether a block reads as running text and not as a line of the title."""
    if block.kind is BlockKind.HEADING:
        return False
    return len(block.text) > 90 or (len(block.text) > 50 and block.text.endswith((".", ":", "!", "?")))


def _same_words(one: str, other: str) -> bool:
    here, there = set(words(one)), set(words(other))
    return len(here & there) >= 0.8 * max(1, len(here))
