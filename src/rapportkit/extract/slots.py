"""The places of a form that a label can name, in the order of the form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from rapportkit.model.document import Block
from rapportkit.model.template import Field, Kind, Template, Texts
from rapportkit.text.plain import plain

MOST_GROUPS = 12
"""A form that asks for four recommendations may get seven; nobody writes more than this."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to word a label: as printed, made alike for comparison, and its language."""

    text: str
    plain: str
    language: str
    canonical: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of the form: a question, a heading, a header line, or a part of a numbered group.

    `order` counts in the order of the form; header lines all have order 0, as people move them.
    `group` is the index of the group (from 0); `parent` the order of the heading or group above.
    `opens` are phrases that begin the answer and stay in it.
    """

    order: int
    field: Field
    wordings: tuple[Wording, ...]
    opens: tuple[str, ...] = ()
    number: str = ""
    group: int | None = None
    parent: int | None = None
    is_header: bool = False
    guidance: tuple[str, ...] = ()

    @property
    def weight(self) -> float:
        """How much it tells that this label was met: short, common words tell little."""
        longest = max((len(wording.plain) for wording in self.wordings), default=0)
        return 0.4 + 0.6 * min(1.0, longest / 40)


def slots(template: Template, groups: int) -> tuple[Slot, ...]:
    """All slots of a template, its numbered groups opened so many times."""
    return tuple(_built(template, groups))


def _built(template: Template, groups: int) -> Iterator[Slot]:
    for field in template.header:
        yield _slot(0, field, is_header=True)
    for heading in template.headings:
        yield _slot(0, heading, is_header=True)
    order = 0
    for field in template.fields:
        order += 1
        yield _slot(order, field)
        parent = order
        for child in field.fields:
            order += 1
            yield _slot(order, child, parent=parent if field.labels.all() else None)
        if field.kind is Kind.GROUPS:
            for group in range(groups):
                order += 1
                own = order
                yield _slot(order, field.parts[0], group=group, parent=parent)
                for part in field.parts[1:]:
                    order += 1
                    yield _slot(order, part, group=group, parent=own)


def _slot(
    order: int,
    field: Field,
    *,
    group: int | None = None,
    parent: int | None = None,
    is_header: bool = False,
) -> Slot:
    return Slot(
        order,
        field,
        tuple(_wordings(field, group)),
        opens=field.opens.all(),
        number=field.number,
        group=group,
        parent=parent,
        is_header=is_header,
        guidance=tuple(plain(text) for text in field.guidance.all()),
    )


def _wordings(field: Field, group: int | None) -> Iterator[Wording]:
    seen: set[str] = set()
    for texts, canonical in ((field.labels, True), (field.aliases, False)):
        for language, said in _texts(texts):
            text = said.replace("{n}", str(group + 1)) if group is not None else said
            alike = plain(text)
            if alike and alike not in seen:
                seen.add(alike)
                yield Wording(text, alike, language, canonical)


def _texts(texts: Texts) -> Iterator[tuple[str, str]]:
    for language, said in texts.by_language:
        for text in said:
            yield language, text


_NUMBERED = re.compile(r"\W*([^\W\d_]{4,})\W{0,6}(\d{1,2})\b")


def groups(template: Template, blocks: Sequence[Block]) -> int:
    """How many numbered groups to look for: the form's limit, or the highest number met."""
    most = 0
    for field in template.fields:
        if field.kind is Kind.GROUPS:
            names = {plain(text.split("{n}")[0]).split()[0] for text in field.parts[0].labels.all()}
            most = max(most, field.at_most or 1, *_met(blocks, names))
    return min(most, MOST_GROUPS)


def _met(blocks: Sequence[Block], names: Iterable[str]) -> Iterator[int]:
    """The numbers after a group's name at the start of a block, the name mistyped or not."""
    yield 0
    for block in blocks:
        found = _NUMBERED.match(block.text[:60])
        if found and any(fuzz.ratio(plain(found[1]), name) >= 84 for name in names):
            yield int(found[2])
