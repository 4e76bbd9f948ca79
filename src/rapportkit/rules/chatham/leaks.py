"""What the points of a report tell of who took part, worked out once for all rules that ask."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from rapportkit.mentions.known import surnames
from rapportkit.mentions.seen import Seen, look
from rapportkit.mentions.told import name_words, tell
from rapportkit.mentions.way import Told, Way
from rapportkit.model.location import Location
from rapportkit.model.template import Kind, Role
from rapportkit.rules.quotations.marks import is_approved
from rapportkit.rules.reading import Placed, Reading

_PERSONS = frozenset([Way.SPEAKER, Way.PREFIX, Way.PERSON])


@dataclass(frozen=True, slots=True)
class Leak:
    """Words in a point, or in one of its notes, that tell who took part."""

    way: Way
    placed: Placed
    words: str
    location: Location


def leaks(reading: Reading) -> tuple[Leak, ...]:
    """All leaks of a report in the order of its points.

    A quotation with leave may say who; how to reach anybody, it may not.
    """
    read = [*_read(reading)]
    fine = tuple({name_words(name) for name in _expected(reading)} - {frozenset()})
    told = [[*each.tell(fine)] for each in read]
    named = surnames(
        each.text[said.start : said.end]
        for each, all_said in zip(read, told, strict=True)
        for said in all_said
        if said.way in _PERSONS
    )
    return tuple(
        Leak(said.way, each.placed, each.text[said.start : said.end], _place(said, each, reading))
        for each, first in zip(read, told, strict=True)
        for said in _once(each.text, each.tell(fine, named) if each.names_any(named) else first)
        if said.way is Way.CONTACT or not (each.placed.field.kind is Kind.QUOTES and is_approved(each.placed))
    )


@dataclass(frozen=True, slots=True)
class _Text:
    """A point's text, or that of one of its notes, where it stands, and what is recognised in it."""

    placed: Placed
    text: str
    where: Location
    seen: Seen

    def tell(self, fine: Collection[frozenset[str]], named: Collection[str] = frozenset()) -> Iterator[Told]:
        """What it tells of who took part; `named` are surnames of persons named elsewhere in the report."""
        practice = self.placed.field.role is Role.GOOD_PRACTICES
        return tell(self.text, self.seen, fine=fine, surnames=named, practice=practice)

    def names_any(self, named: Collection[str]) -> bool:
        """Whether one of the surnames stands in it."""
        return any(word.plain in named for run in self.seen.runs for word in run.words)


def _read(reading: Reading) -> Iterator[_Text]:
    """Every text that an author wrote into a question; a note stands where its point does."""
    language = reading.report.source.language or ""
    for placed in reading.points:
        where = placed.point.location
        yield _Text(placed, placed.point.text, where, look(placed.point.text, language))
        for note in placed.point.notes:
            yield _Text(placed, note.text, replace(where, span=None), look(note.text, language))


def _once(text: str, told: Iterable[Told]) -> Iterator[Told]:
    """Leave out whoever is merely named in a text that also tells the same person's words, and repeats."""
    listed = sorted(told, key=lambda each: (each.way is Way.PERSON, each.start))
    spoke: set[str] = set()
    for each in listed:
        words = name_words(text[each.start : each.end])
        if each.way is Way.PERSON and words <= spoke:
            continue
        if each.way in _PERSONS:
            spoke |= words
        yield each


def _expected(reading: Reading) -> Iterator[str]:
    """Who may be named: persons whom the form asks for, and those on the programme."""
    for field in reading.template.header:
        if field.kind is Kind.PERSONS:
            yield from (said for pointer, said in reading.values(field).items() if pointer.endswith("/name"))
    for session in reading.meeting.programme.sessions if reading.meeting.programme else ():
        yield from session.persons


def _place(said: Told, each: _Text, reading: Reading) -> Location:
    """Where words stand: the point's place, narrowed to them where they are found in its block."""
    blocks = reading.document.blocks if reading.document else ()
    if each.where.span is None or each.where.block >= len(blocks):
        return each.where
    block, (start, stop) = blocks[each.where.block].text, each.where.span
    words = each.text[said.start : said.end]
    at = start + said.start
    if not block.startswith(words, at):
        at = block.find(words, start, stop)
        if at < 0 or block.find(words, at + 1, stop) >= 0:
            return each.where
    return replace(each.where, span=(at, at + len(words)))
