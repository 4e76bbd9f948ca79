"""How well each stretch of blocks reads as each label of the form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from rapidfuzz import fuzz

from rapportkit.extract.lexicon import Lexicon, digits_of
from rapportkit.extract.prepare import same_cell, same_row
from rapportkit.extract.slots import Slot
from rapportkit.extract.subtract import ALIKE, Guidance
from rapportkit.model.document import Block, BlockKind
from rapportkit.text.markers import is_bullet, number_of
from rapportkit.text.plain import plain

THRESHOLD = 0.42
"""Below this gain a stretch is no label: found on made-up forms, never on the seeds alone."""

_LONGEST = 330
# A report of a hundred pages has some two thousand blocks. Beyond this many only exact labels are
# looked for, so that no input takes for ever.
_MOST_BLOCKS = 3000
_DELIMITER = re.compile(r"\s*[:?]\s+|\s+[–—-]\s+|(?<=[\w)])\.\s+|\s*[:?]$")
_RUN_ON = 1500


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a label: from (block, start) to (last, stop), its slot, likeness and gain.

    `gain` weighs the likeness with everything else that speaks for or against a label.
    """

    block: int
    start: int
    last: int
    stop: int
    slot: int
    likeness: float
    gain: float


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words that may be a label, and whether anything follows them in the block."""

    block: int
    last: int
    stop: int
    alike: str
    whole: bool
    delimited: bool


def candidates(
    blocks: Sequence[Block],
    slots: Sequence[Slot],
    lexicon: Lexicon,
    guidance: Guidance,
) -> tuple[Candidate, ...]:
    """Every stretch that reads like a label, in reading order."""
    best: dict[tuple[int, int, int, int], Candidate] = {}
    known: dict[tuple[str, bool], dict[int, float]] = {}
    for index, block in enumerate(blocks):
        exact = index >= _MOST_BLOCKS
        said = 0.0 if exact else guidance.likeness(block.text)
        for stretch in _stretches(blocks, index):
            if said >= ALIKE and guidance.likeness(blocks[stretch.last].text[stretch.stop :]) < said:
                # "Indicator(s) of change: What specific events …" is guidance, though a label begins it.
                continue
            if (stretch.alike, exact) not in known:
                known[stretch.alike, exact] = _likely(stretch.alike, lexicon, exact=exact)
            for which, likeness in known[stretch.alike, exact].items():
                _keep(best, _candidate(blocks, stretch, slots, which, likeness))
        for found in () if exact else _announced(blocks, index, slots, lexicon, guidance):
            _keep(best, found)
        for found in _opened(blocks, index, slots):
            _keep(best, found)
        if len(block.text) > _RUN_ON:
            for found in _inside(blocks, index, slots):
                _keep(best, found)
    weighed = _against_better(list(best.values()))
    return tuple(sorted(weighed, key=lambda each: (each.block, each.start, -each.stop, each.slot)))


def _against_better(found: list[Candidate]) -> list[Candidate]:
    """A label stands once: where one stretch reads much more like it, the others count for less."""
    top: dict[int, float] = {}
    for each in found:
        top[each.slot] = max(top.get(each.slot, 0.0), each.gain)
    weighed = [replace(each, gain=each.gain - 0.8 * (top[each.slot] - each.gain)) for each in found]
    return [each for each in weighed if each.gain > 0.1]


def _keep(best: dict[tuple[int, int, int, int], Candidate], found: Candidate | None) -> None:
    if found is None or found.gain < THRESHOLD:
        return
    key = (found.block, found.start, found.last * 100_000 + found.stop, found.slot)
    if key not in best or best[key].gain < found.gain:
        best[key] = found


def _stretches(blocks: Sequence[Block], index: int) -> Iterator[_Stretch]:
    block = blocks[index]
    text = block.text
    if not text:
        return
    if len(text) <= _LONGEST:
        yield _Stretch(index, index, len(text), plain(text), whole=True, delimited=True)
    for count, found in enumerate(_DELIMITER.finditer(text[:_LONGEST])):
        if count == 4:
            break
        if found.start() > 2 and found.end() < len(text):
            yield _Stretch(
                index, index, found.end(), plain(text[: found.start()]), whole=False, delimited=True
            )
    if 4 < block.lead < len(text):
        alike = plain(text[: block.lead])
        yield _Stretch(index, index, block.lead, alike, whole=False, delimited=True)
    joined = text
    for last in range(index + 1, min(index + 3, len(blocks))):
        after = blocks[last]
        if after.marker or not same_cell(block, after) or len(joined) + len(after.text) > _LONGEST:
            break
        joined = f"{joined} {after.text}"
        yield _Stretch(index, last, len(after.text), plain(joined), whole=True, delimited=True)


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


def _candidate(
    blocks: Sequence[Block],
    stretch: _Stretch,
    slots: Sequence[Slot],
    which: int,
    likeness: float,
) -> Candidate | None:
    slot = slots[which]
    base = (likeness - 0.58) / 0.42
    if base <= 0:
        return None
    strength = 0.6 + 0.4 * min(1.0, len(stretch.alike) / 24)
    gain = base * strength + sum(_speaking(blocks, stretch, slot))
    return Candidate(stretch.block, 0, stretch.last, stretch.stop, which, likeness, round(gain, 4))


def _speaking(blocks: Sequence[Block], stretch: _Stretch, slot: Slot) -> Iterator[float]:
    """What speaks for a label (above 0) and against it (below 0), beside its words."""
    block, last = blocks[stretch.block], blocks[stretch.last]
    text = block.text
    own = number_of(block.marker) if block.marker else None
    if slot.number and own is not None:
        asked = number_of(slot.number)
        yield 0.22 if own == asked else -0.02
    elif own is not None and not slot.number:
        yield -0.1
    if stretch.whole:
        yield 0.12
    if (
        block.kind is BlockKind.HEADING
        or block.is_bold
        or _is_capital(text)
        or (0 < block.lead == stretch.stop)
    ):
        yield 0.16
    if stretch.whole and last.text.endswith((":", "?")):
        yield 0.08
    if is_bullet(block.marker):
        yield -0.4
    elif not block.marker and not stretch.whole and slot.number:
        yield -0.08
    if (
        not stretch.whole
        and stretch.stop
        and text[: stretch.stop].rstrip().endswith(".")
        and stretch.stop != block.lead
    ):
        yield -0.25
    if block.columns > 1:
        yield from _in_row(blocks, stretch)
    following = stretch.last + 1
    if slot.guidance and following < len(blocks):
        after = plain(blocks[following].text[:400])
        if after and max(fuzz.ratio(after[:200], said[:200]) for said in slot.guidance) > 75:
            yield 0.25
    if stretch.whole and last.text.endswith((".", ";", ",")) and not last.text.endswith(")."):
        yield -0.15
    if block.level > 1 and block.kind is BlockKind.ITEM:
        yield -0.3


def _in_row(blocks: Sequence[Block], stretch: _Stretch) -> Iterator[float]:
    """A label stands in the first cell that holds words; an answer beside it may sound like another."""
    before = stretch.block - 1
    while before >= 0 and same_row(blocks[before], blocks[stretch.block]):
        if blocks[before].text and not same_cell(blocks[before], blocks[stretch.block]):
            yield -0.6
            return
        before -= 1
    yield 0.12


def _is_capital(text: str) -> bool:
    return len(text) > 3 and text.upper() == text and any(sign.isalpha() for sign in text)


def _announced(
    blocks: Sequence[Block],
    index: int,
    slots: Sequence[Slot],
    lexicon: Lexicon,
    guidance: Guidance,
) -> Iterator[Candidate | None]:
    """Labels that run on into their guidance or answer with nothing in between."""
    text = blocks[index].text
    alike = plain(text[:_LONGEST])
    whole = guidance.likeness(text)
    for which in lexicon.beginning(alike):
        slot, wording = lexicon.entries[which]
        count = len(wording.plain.split())
        stop = _after_words(text, count)
        if plain(text[:stop]) != wording.plain or stop >= len(text.rstrip(" .:?")):
            continue
        rest = text[stop:].lstrip(" .:?*–—-")
        if whole >= ALIKE and guidance.likeness(rest) < whole:
            continue
        answered = count >= 6 and (rest[:1].isupper() or rest[:1] in '“"«‘•¿¡')
        if answered or guidance.likeness(rest) >= ALIKE or guidance.leading(rest):
            stretch = _Stretch(index, index, stop, wording.plain, whole=False, delimited=False)
            yield _candidate(blocks, stretch, slots, slot, 1.0)


def _after_words(text: str, count: int) -> int:
    """The offset after so many words, with the punctuation that closes the last."""
    found = list(islice(re.finditer(r"[\w'’#]+[)\]:.?]*", text), count))
    return found[-1].end() if len(found) == count else 0


def _opened(blocks: Sequence[Block], index: int, slots: Sequence[Slot]) -> Iterator[Candidate]:
    """Phrases that begin an answer and belong to it."""
    text = blocks[index].text
    folded = text.casefold()
    for which, slot in enumerate(slots):
        for phrase in slot.opens:
            if phrase.casefold() not in folded:
                continue
            for found in re.finditer(rf"(?:^|(?<=[.!?”\"»)]\s)){re.escape(phrase)}\b", text, re.IGNORECASE):
                yield Candidate(index, found.start(), index, found.start(), which, 1.0, 0.6)


def _inside(blocks: Sequence[Block], index: int, slots: Sequence[Slot]) -> Iterator[Candidate]:
    """Labels that stand in the middle of a line, where a converter lost the line breaks."""
    text = blocks[index].text
    for which, slot in enumerate(slots):
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
