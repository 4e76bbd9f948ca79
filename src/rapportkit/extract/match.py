"""How well each stretch of a document reads as each label of the form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from rapidfuzz import fuzz

from rapportkit.extract.lexicon import Lexicon, digits_of
from rapportkit.extract.prepare import same_cell, same_row
from rapportkit.extract.slots import Slot
from rapportkit.extract.stretches import LONGEST, Prepared, Stretch, is_lead, past_delimiter
from rapportkit.extract.styles import Style, is_capital, style
from rapportkit.extract.subtract import ALIKE, Guidance
from rapportkit.model.document import Block, BlockKind
from rapportkit.text.markers import counts_as, is_bullet, number_of, split_marker
from rapportkit.text.plain import plain

THRESHOLD = 0.42
"""Below this gain a stretch is no label: found on made-up forms, never on the seeds alone."""

_WEAKEST = 0.05
# A report of a hundred pages has some two thousand blocks. Beyond this many only exact labels are
# looked for, so that no input takes for ever.
_MOST_BLOCKS = 3000
_MOST_LINES = 40
# "11:00 Challenges" is a line of an agenda.
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?:\b|\s*[-–])")
_WORD_FOR_WORD, _NEARLY = 0.99, 0.95
_RUN_ON = 1500
_TO_COLON = re.compile(r"([A-ZÀ-Þ][^.!?:]{2,120}):")
_SURE = 0.85


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a label: from (block, start) to (last, stop), its slot, likeness and gain.

    `gain` weighs the likeness with everything else that speaks for or against a label; `style` is how
    the stretch is set, None where it begins inside a block; `marker` stands in front of it.
    """

    block: int
    start: int
    last: int
    stop: int
    slot: int
    likeness: float
    gain: float
    style: Style | None = None
    marker: str = ""


@dataclass(frozen=True, slots=True)
class _Search:
    """What is searched, and for what."""

    text: Prepared
    slots: Sequence[Slot]
    lexicon: Lexicon
    guidance: Guidance

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks that are searched."""
        return self.text.blocks


def candidates(
    text: Prepared,
    slots: Sequence[Slot],
    lexicon: Lexicon,
    guidance: Guidance,
) -> tuple[Candidate, ...]:
    """Every stretch that reads like a label, in reading order."""
    search = _Search(text, slots, lexicon, guidance)
    best: dict[tuple[int, int, int, int, int], Candidate] = {}
    known: dict[tuple[str, bool], dict[int, float]] = {}
    for index in range(len(text.blocks)):
        for found in _at_block(search, index, known):
            key = (found.block, found.start, found.last, found.stop, found.slot)
            if found.gain >= _WEAKEST and (key not in best or best[key].gain < found.gain):
                best[key] = found
    kept = _without_overlong(list(best.values()), slots)
    return tuple(sorted(kept, key=lambda each: (each.block, each.start, -each.stop, each.slot)))


def _without_overlong(found: Sequence[Candidate], slots: Sequence[Slot]) -> list[Candidate]:
    """Where the label of a header line stands word for word, a longer stretch that is only like it holds the answer too.

    "Roundtable session: 2.3 – title" reads much like "Roundtable session number and title".
    """
    exact = {
        (each.block, each.start, each.slot): each.stop
        for each in found
        if each.likeness >= _WORD_FOR_WORD and each.block == each.last and slots[each.slot].is_header
    }
    return [
        each
        for each in found
        if each.likeness >= _NEARLY or each.stop <= exact.get((each.block, each.start, each.slot), each.stop)
    ]


def weighed(found: Sequence[Candidate], usual: Style | None = None) -> tuple[Candidate, ...]:
    """The candidates that may be labels after all, set against each other.

    A label stands once: where one stretch reads much more like it, the others count for less. The
    labels of one form look alike: the `usual` style speaks for a candidate.
    """
    styled = [replace(each, gain=each.gain + _in_style(each, usual)) for each in found]
    styled = [each for each in styled if each.gain >= THRESHOLD]
    top: dict[int, float] = {}
    for each in styled:
        top[each.slot] = max(top.get(each.slot, 0.0), each.gain)
    set_off = (replace(each, gain=each.gain - 0.8 * (top[each.slot] - each.gain)) for each in styled)
    return tuple(each for each in set_off if each.gain > 0.1)


def _in_style(each: Candidate, usual: Style | None) -> float:
    if usual is None or each.style != usual:
        return 0.0
    return 0.5 if usual.is_bulleted else 0.1


def _at_block(
    search: _Search, index: int, known: dict[tuple[str, bool], dict[int, float]]
) -> Iterator[Candidate]:
    blocks, guidance = search.blocks, search.guidance
    text = blocks[index].text
    if _CLOCK.match(text):
        return
    exact = index >= _MOST_BLOCKS
    said = 0.0 if exact else guidance.likeness(text)
    for stretch in search.text.stretches[index]:
        if said >= ALIKE and guidance.likeness(blocks[stretch.last].text[stretch.stop :]) < said:
            # "Indicator(s) of change: What specific events …" is guidance, though a label begins it.
            continue
        if (stretch.alike, exact) not in known:
            known[stretch.alike, exact] = _likely(stretch.alike, search.lexicon, exact=exact)
        for which, likeness in known[stretch.alike, exact].items():
            yield from _candidate(search, stretch, which, likeness)
    yield from _opened(search, index)
    if not exact:
        yield from _announced(search, index, said)
        yield from _at_lines(search, index)
    if len(text) > _RUN_ON:
        yield from _inside(search, index)


def _likely(alike: str, lexicon: Lexicon, *, exact: bool) -> dict[int, float]:
    """The likeness of a stretch to each slot that it may name."""
    found: dict[int, float] = {}
    if len(alike) < 3:
        return found
    digits = digits_of(alike)
    for which, likeness in lexicon.exactly(alike) if exact else lexicon.alike(alike):
        if len(lexicon.digits[which]) == 1 and lexicon.digits[which] - digits:
            continue
        slot = lexicon.entries[which][0]
        found[slot] = max(found.get(slot, 0.0), likeness)
    for slot, likeness in () if exact else _containing(alike, lexicon):
        found[slot] = max(found.get(slot, 0.0), likeness)
    return found


def _containing(alike: str, lexicon: Lexicon) -> Iterator[tuple[int, float]]:
    """A label with a word or two more or less is the same label, reworded."""
    said = alike.split()
    if len(said) > 14:
        return
    here = set(said)
    for which in lexicon.sharing(said):
        there = lexicon.words[which]
        more = len(said) - len(there)
        if (more >= 0 and more <= 3 and here.issuperset(there)) or (
            len(said) >= 3 and 0 <= -more <= 6 and here.issubset(there)
        ):
            slot, wording = lexicon.entries[which]
            shorter, longer = sorted((len(alike), len(wording.plain)))
            yield slot, 0.6 + 0.36 * shorter / longer


def _candidate(search: _Search, stretch: Stretch, which: int, likeness: float) -> Iterator[Candidate]:
    slot = search.slots[which]
    base = (likeness - 0.58) / 0.42
    if base <= 0 or (slot.is_header and _is_no_header(search, stretch, slot, likeness)):
        return
    strength = 0.6 + 0.4 * min(1.0, len(stretch.alike) / 24)
    gain = base * strength + sum(_speaking(search.blocks, stretch, slot))
    yield Candidate(
        stretch.block,
        stretch.start,
        stretch.last,
        stretch.stop,
        which,
        likeness,
        round(gain, 4),
        style(search.blocks, stretch),
        stretch.marker,
    )


def _is_no_header(search: _Search, stretch: Stretch, slot: Slot, likeness: float) -> bool:
    """Whether words that read like a header label are an event, a title of the form, or the start of one.

    A heading above header lines stands alone; "Session 2.3" below "Session and theme:" is an answer.
    """
    if likeness < 1 and search.guidance.is_elsewhere(stretch.alike):
        return True
    if stretch.whole:
        return False
    text = search.blocks[stretch.block].text
    rest = text[stretch.stop :].strip(" :–—-")
    titled = search.guidance.is_title(rest) or search.guidance.is_title(text)
    return slot.field.kind is None or titled


def _speaking(blocks: Sequence[Block], stretch: Stretch, slot: Slot) -> Iterator[float]:
    """What speaks for a label (above 0) and against it (below 0), beside its words."""
    block, last = blocks[stretch.block], blocks[stretch.last]
    yield from _numbered(stretch.marker, slot)
    yield from _set_apart(block, stretch)
    if stretch.whole:
        yield 0.12
        if last.text.endswith((":", "?")):
            yield 0.08
        elif last.text.endswith((".", ";", ",")) and not last.text.endswith(")."):
            yield -0.15
    else:
        if not stretch.marker and slot.number:
            yield -0.08
        if not is_lead(block, stretch.stop) and block.text[: stretch.stop].rstrip().endswith("."):
            yield -0.25
    if stretch.start:
        yield -0.1
        return
    if block.columns > 1:
        yield from _in_row(blocks, stretch)
    if block.level > 1 and block.kind is BlockKind.ITEM:
        yield -0.3
    if slot.guidance and _is_explained(blocks, stretch.last + 1, slot):
        yield 0.25


def _numbered(marker: str, slot: Slot) -> Iterator[float]:
    if is_bullet(marker):
        yield -0.4
    elif marker and number_of(marker) is not None:
        if not slot.number:
            yield -0.1
        else:
            yield 0.22 if counts_as(marker, number_of(slot.number) or 0) else -0.02


def _set_apart(block: Block, stretch: Stretch) -> Iterator[float]:
    bold = not stretch.start and (block.is_bold or is_lead(block, stretch.stop))
    if block.kind is BlockKind.HEADING or bold or is_capital(block.text):
        yield 0.16


def _is_explained(blocks: Sequence[Block], following: int, slot: Slot) -> bool:
    """Whether the guidance of the question follows."""
    if following >= len(blocks):
        return False
    after = plain(blocks[following].text[:400])[:200]
    return bool(after) and max(fuzz.ratio(after, said[:200]) for said in slot.guidance) > 75


def _in_row(blocks: Sequence[Block], stretch: Stretch) -> Iterator[float]:
    """A label stands in the first cell that holds words; an answer beside it may sound like another."""
    before = stretch.block - 1
    while before >= 0 and same_row(blocks[before], blocks[stretch.block]):
        if blocks[before].text and not same_cell(blocks[before], blocks[stretch.block]):
            yield -0.6
            return
        before -= 1
    yield 0.12


def _announced(search: _Search, index: int, whole: float) -> Iterator[Candidate]:
    """Labels that run on into their guidance or answer with nothing in between."""
    block = search.blocks[index]
    text, guidance = block.text, search.guidance
    for which, stop in _begun(text, search.lexicon):
        rest = text[stop:].lstrip(" .:?*–—-")
        if not rest or (whole >= ALIKE and guidance.likeness(rest) < whole):
            continue
        slot, wording = search.lexicon.entries[which]
        spoken = rest[:1].isupper() or rest[:1] in '“"«‘•¿¡'
        long = len(wording.plain.split()) >= 6 or _has_own_number(block.marker, search.slots[slot])
        answered = long and spoken and not is_capital(text)
        if answered or guidance.likeness(rest) >= ALIKE or guidance.leading(rest):
            stretch = Stretch(index, 0, index, stop, wording.plain, whole=False, marker=block.marker)
            yield from _candidate(search, stretch, slot, 1.0)


def _has_own_number(marker: str, slot: Slot) -> bool:
    own = number_of(slot.number) if slot.number else None
    return own is not None and bool(marker) and not is_bullet(marker) and counts_as(marker, own)


def _begun(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The wordings that a text begins with word for word, and the offset at which each ends."""
    for which in lexicon.beginning(plain(text[:LONGEST])):
        wording = lexicon.alikes[which]
        stop = _after_words(text, len(wording.split()))
        if stop and plain(text[:stop]) == wording:
            yield which, stop


def _after_words(text: str, count: int) -> int:
    """The offset after so many words, with the punctuation that closes the last."""
    found = list(islice(re.finditer(r"[\w'’#]+[)\]:.?]*", text), count))
    return found[-1].end() if len(found) == count else 0


def _at_lines(search: _Search, index: int) -> Iterator[Candidate]:
    """Labels at the start of a line inside a block: a full line above them made them look joined."""
    block = search.blocks[index]
    ends = {offset for offset, _ in block.breaks} | {len(block.text)}
    for offset, _ in block.breaks[:_MOST_LINES]:
        line = block.text[offset : offset + LONGEST]
        marked = split_marker(line)
        words = marked.text if marked else line.strip()
        start = block.text.find(words, offset)
        for slot, length, likeness in _named(words, search.lexicon):
            stop = past_delimiter(block.text, start + length)
            closed = (
                block.text[stop - 1] in ":?–—-" or stop in ends or block.text[:stop].rstrip()[-1:] in ":?"
            )
            if closed or ends & {start + length, start + length + 1}:
                stretch = Stretch(
                    index,
                    offset,
                    index,
                    stop,
                    plain(words[:length]),
                    whole=False,
                    marker=marked.marker if marked else "",
                )
                yield from _candidate(search, stretch, slot, likeness)


def _named(words: str, lexicon: Lexicon) -> Iterator[tuple[int, int, float]]:
    """The slots that words may name at their beginning, with the length and likeness of the label."""
    for which, length in _begun(words, lexicon):
        yield lexicon.entries[which][0], length, 1.0
    colon = _TO_COLON.match(words)
    if colon:
        for slot, likeness in _likely(plain(colon[1]), lexicon, exact=False).items():
            if likeness >= _SURE:
                yield slot, colon.end(), likeness


def _opened(search: _Search, index: int) -> Iterator[Candidate]:
    """Phrases that begin an answer and belong to it."""
    text = search.blocks[index].text
    folded = text.casefold()
    for which, slot in enumerate(search.slots):
        for phrase in slot.opens:
            if phrase.casefold() not in folded:
                continue
            for found in re.finditer(rf"(?:^|(?<=[.!?”\"»)]\s)){re.escape(phrase)}\b", text, re.IGNORECASE):
                yield Candidate(index, found.start(), index, found.start(), which, 1.0, 0.6)


def _inside(search: _Search, index: int) -> Iterator[Candidate]:
    """Labels that stand in the middle of a line, where a converter lost the line breaks."""
    text = search.blocks[index].text
    for which, slot in enumerate(search.slots):
        for wording in slot.wordings:
            said = wording.text.rstrip(" :.?")
            if said not in text:
                continue
            titled = said[:1].isupper() and sum(word[:1].isupper() for word in said.split()) > 1
            if titled:
                pattern = rf"(?<![\w,]){re.escape(said)}:?(?=\s+[A-ZÀ-Þ“\"«‘(])"
            else:
                pattern = rf"(?:(?<=[.!?”\"»)]\s)|^){re.escape(said)}:(?=\s)"
            for found in re.finditer(pattern, text):
                gain = 0.5 + 0.3 * min(1.0, len(wording.plain) / 24)
                yield Candidate(index, found.start(), index, found.end(), which, 1.0, gain)
