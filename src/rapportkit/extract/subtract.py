"""The form's own wording, taken out of what people wrote into it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rapidfuzz import fuzz, process

from rapportkit.extract.header.values import Values, left_over, wordings
from rapportkit.extract.mixed import Wordings
from rapportkit.extract.prepare import cut
from rapportkit.model.document import Block
from rapportkit.model.report import Passage
from rapportkit.model.template import Template
from rapportkit.text.plain import plain, sentences

ALIKE = 86
"""From this likeness on (of 100) a stretch is the form's guidance."""
_SENTENCE = 88
_REWORDED = 58
_LONG = 9  # words
_SHORTEST = 12
_MOST_KNOWN = 1000
_LONGEST_TITLE = 200
_SHORTEST_SENTENCE = 18
_SENTENCE_END = re.compile(r"[.!?][\"'”’»)\]]*\s*$")


@dataclass(slots=True)
class Ledger:
    """Where every block, or part of one, ended up that is no answer."""

    wording: list[Passage] = field(default_factory=list)
    unplaced: list[Passage] = field(default_factory=list)

    def form(self, block: Block) -> None:
        """Book a block as the form's own wording, with its marker and its notes."""
        self._book(self.wording, block)

    def form_rest(self, blocks: Sequence[Block], values: Values) -> None:
        """Book the words of header lines that are in none of their values."""
        rest = left_over(" ".join(block.text for block in blocks), values)
        if rest:
            self.wording.append(Passage(rest, blocks[0].location))
        for block in blocks:
            self.form(replace(block, text=""))

    def leave(self, block: Block) -> None:
        """Book a block as text that found no place."""
        self._book(self.unplaced, block)

    def _book(self, shelf: list[Passage], block: Block) -> None:
        text = " ".join(part for part in (block.marker, block.text) if part)
        if text:
            shelf.append(Passage(text, block.location))
        shelf.extend(Passage(note.text, block.location) for note in block.notes)


class Guidance:
    """All that a form says by itself outside its labels, ready for comparison."""

    def __init__(self, template: Template) -> None:
        self._whole = sorted(sorted(set(_said(template))), key=len)
        self._lengths = [len(said) for said in self._whole]
        # A block is asked about when labels are looked for, and again when its answer is read.
        self._known: dict[tuple[str, bool], float] = {}
        self._single = tuple(
            sorted({plain(text[start:stop]) for text in _raw(template) for start, stop in sentences(text)})
        )
        self._titles = tuple(sorted({plain(text) for text in template.titles.all()}, key=len, reverse=True))
        self._bare = tuple(title.replace(" n ", " ") for title in self._titles)
        self._names = frozenset(plain(name) for field in template.header for name in wordings(field, "names"))
        self._wordings = Wordings((*self._whole, *self._single), _named(template))

    def is_guidance(self, text: str) -> bool:
        """Whether a text is a stretch of the form's guidance, give or take small edits."""
        return self.likeness(text) >= ALIKE

    def likeness(self, text: str, *, reworded: bool = True) -> float:
        """How like a text is to the nearest stretch of guidance, from 0 to 100; `reworded` allows edits.

        Whatever is far from any guidance counts as 0.
        """
        alike = plain(text)
        if len(alike) < _SHORTEST:
            return 0.0
        key = alike, reworded
        if key not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[key] = self._likeness(alike, reworded=reworded)
        return self._known[key]

    def _likeness(self, alike: str, *, reworded: bool) -> float:
        found = self._near(alike)
        best = max((score for _, score in found), default=0.0)
        if best < ALIKE and reworded and any(_is_reworded(alike, said) for said, _ in found):
            return float(ALIKE)
        return best

    def _near(self, alike: str) -> list[tuple[str, float]]:
        """The stretches of guidance that a text made alike is much like, with how much."""
        low = bisect_right(self._lengths, len(alike) / 1.8)
        near = self._whole[low : bisect_left(self._lengths, len(alike) * 2)]
        found = process.extract(alike, near, scorer=fuzz.ratio, score_cutoff=_REWORDED, limit=None)
        return [(said, score) for said, score, _ in found]

    def leading(self, text: str) -> int:
        """How many characters at the start of a text are sentences of the form."""
        end = 0
        for start, stop in sentences(text):
            if not self._is_sentence(text[start:stop]) or self._added(text[start:stop]):
                break
            end = stop
        return end

    def _is_sentence(self, text: str) -> bool:
        alike = plain(text)
        if len(alike) < _SHORTEST_SENTENCE:
            return False
        found = process.extractOne(alike, self._single, scorer=fuzz.ratio, score_cutoff=_SENTENCE)
        return found is not None

    def answered(self, text: str) -> tuple[int, int] | None:
        """Where in a text somebody else than the form speaks, from start to end; None for nowhere.

        The form's words around it are left out only where they are the form's beyond doubt: otherwise they
        stay with the answer.
        """
        added = self._added(text)
        if not added:
            return None
        start, stop = added[0][0], added[-1][1]
        return (
            start if self._is_form(text[:start], text[:start]) else 0,
            stop if self._is_form(text[stop:], text[:stop]) else len(text),
        )

    def _added(self, text: str) -> tuple[tuple[int, int], ...]:
        return self._wordings.added(text, [said for said, _ in self._near(plain(text))])

    def _is_form(self, text: str, upto: str) -> bool:
        """Whether words beside an answer are the form's beyond doubt: `upto` is what stands before the seam."""
        if self._wordings.is_said(text):
            return True
        certain = self._wordings.is_closed(text) or _SENTENCE_END.search(upto) is not None
        return certain and (self.is_guidance(text) or self.leading(text) == len(text))

    def is_title(self, text: str) -> bool:
        """Whether a line is one of those that head the form."""
        alike = plain(text)
        return any(fuzz.ratio(alike, said) >= 92 for said in self._titles)

    def holds_title(self, text: str) -> bool:
        """Whether a line holds a title of the form, and little else: "Rapporteur's summary – Roundtable 4"."""
        if len(text) > _LONGEST_TITLE:
            return False
        alike = plain(text)
        return any(fuzz.partial_ratio(said, alike) >= 92 and len(said) <= len(alike) for said in self._bare)

    def is_elsewhere(self, alike: str) -> bool:
        """Whether words, made alike, are a title of the form or the name of an event: then they are no label."""
        return alike in self._names or any(fuzz.ratio(alike, said) >= 92 for said in self._titles)

    def title_at_start(self, text: str) -> int:
        """How many characters at the start of a line are a title of the form; 0 for none."""
        said = text.split()
        for title in self._titles:
            count = len(title.split())
            if len(said) > count and plain(" ".join(said[:count])) == title:
                # The year after "Reporting Template" is the event's.
                kept = said[: count - 1] if re.fullmatch(r"(?:19|20)\d{2}", said[count - 1]) else said[:count]
                at = 0
                for word in kept:
                    at = text.index(word, at) + len(word)
                return at
        return 0


def _is_reworded(alike: str, said: str) -> bool:
    """Whether a long stretch, much like another letter by letter, keeps the form's words."""
    return len(alike.split()) >= _LONG and fuzz.token_set_ratio(alike, said) >= 84


def _raw(template: Template) -> Iterable[str]:
    yield from template.guidance.all()
    for entry in (*template.header, *template.headings, *template.fields, *template.leaves()):
        yield from entry.guidance.all()
        for part in entry.parts:
            yield from part.guidance.all()


def _said(template: Template) -> Iterable[str]:
    """Each stretch of guidance alone, those of one question and neighbours together, and a heading with its own."""
    yield from (plain(text) for text in _raw(template))
    for _, said in template.guidance.by_language:
        # Authors set two of its sentences in one paragraph.
        yield from (plain(" ".join(pair)) for pair in pairwise(said))
    for entry in (*template.headings, *template.fields, *template.leaves()):
        labels = dict(entry.labels.by_language)
        for language, said in entry.guidance.by_language:
            together = " ".join(said)
            yield plain(together)
            for label in labels.get(language, ()) if entry.kind is None else ():
                yield plain(f"{label} {together}")


def _named(template: Template) -> Iterable[str]:
    """The labels of a form, in all their wordings, and its titles."""
    yield from template.titles.all()
    for entry in (*template.header, *template.headings, *template.fields, *template.leaves()):
        for each in (entry, *entry.parts):
            yield from (*each.labels.all(), *each.aliases.all())


def subtract(blocks: Sequence[Block], guidance: Guidance, ledger: Ledger) -> list[Block]:
    """Book the form's own wording among the blocks and give back what people wrote."""
    kept: list[Block] = []
    index = 0
    while index < len(blocks):
        run = _run(blocks, index, guidance)
        own = guidance.answered(blocks[index].text) if run == 1 else None
        if own:
            kept.append(_parted(blocks[index], own, ledger))
            index += 1
            continue
        if run:
            for block in blocks[index : index + run]:
                ledger.form(block)
            index += run
            continue
        block = blocks[index]
        said = guidance.leading(block.text)
        if said >= len(block.text.rstrip()) > 0:
            ledger.form(block)
        elif said:
            ledger.form(cut(block, 0, said))
            kept.append(cut(block, said, len(block.text)))
        else:
            kept.append(block)
        index += 1
    return kept


def _parted(block: Block, own: tuple[int, int], ledger: Ledger) -> Block:
    """Book the form's words before and behind an answer that stands in one paragraph with them."""
    start, stop = own
    if start:
        ledger.form(cut(block, 0, start))
    if stop < len(block.text):
        ledger.form(replace(cut(block, stop, len(block.text)), notes=()))
    kept = cut(block, start, stop)
    return replace(kept, kind=block.kind, notes=block.notes)


def _run(blocks: Sequence[Block], index: int, guidance: Guidance) -> int:
    """How many blocks from here on make up one stretch of guidance (it may be wrapped); 0 for none."""
    if guidance.is_guidance(blocks[index].text):
        return 1
    text = blocks[index].text
    for count, block in enumerate(blocks[index + 1 : index + 3], start=2):
        if guidance.is_guidance(block.text):
            # A long stretch would carry a short line above it along.
            break
        text = f"{text} {block.text}"
        if guidance.likeness(text, reworded=False) >= ALIKE and not guidance.answered(text):
            return count
    return 0
