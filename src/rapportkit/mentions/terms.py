"""Terms of a lexicon, found in a text word by word: phrases, words near each other, words of one sentence.

A term is written as people write it; case, accents and the plural do not matter. `work*` is any word that
begins so, `fair|ethical` either of two words. ` .. ` parts words that stand near each other in this order,
with at most four words between, and ` + ` parts what may stand anywhere in the same sentence:

    ethical recruitment
    recruitment .. fee|fees
    search + rescue + sea|desert
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_END_OF_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s|\n")
# What stands between the words of one phrase is none of these.
_PARTED = re.compile(r"[;:.!?…()\n]")
_WORD_OR_START = re.compile(r"[^\W_]+\*?")
_NEAR = 4
# Only so many places of one phrase in one sentence are tried as the first of a chain.
_TRIED = 8
_KEPT = 1 << 16

Place = tuple[int, int]
"""The first and the last word of a phrase, by number."""
_Words = tuple[int, ...]
_Chain = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A term that stands in a text, from `start` to `stop`, and the id it speaks for."""

    id: str
    start: int
    stop: int
    term: int


class Word(NamedTuple):
    """A word as it stands, from `start` to `stop`, and folded: without case and accents."""

    folded: str
    start: int
    stop: int


# One text is asked for by several lists, one after the other.
@lru_cache(2)
def words(text: str) -> tuple[Word, ...]:
    """The words and numbers of a text, in order."""
    return tuple(Word(fold(match[0]), *match.span()) for match in _WORD.finditer(text))


@lru_cache(_KEPT)
def fold(word: str) -> str:
    """A word without case and accents.

    >>> fold("Réintégration")
    'reintegration'
    """
    if word.isascii():
        return word.casefold()
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


@lru_cache(_KEPT)
def stem(folded: str) -> str:
    """What singular and plural of a folded word share, in English, French and Spanish.

    >>> [stem(word) for word in ("cities", "city", "mujeres", "mujer", "centres", "centre", "status", "access")]
    ['city', 'city', 'mujer', 'mujer', 'centr', 'centr', 'status', 'access']
    """
    if len(folded) > 3 and folded[-1] == "s" and folded[-2] not in "sui":
        folded = folded[:-1]
    if len(folded) > 4 and folded.endswith("ie"):
        return folded[:-2] + "y"
    return folded[:-1] if len(folded) > 4 and folded[-1] == "e" else folded


@dataclass(slots=True)
class _Node:
    """A step of the tree of phrases: what may follow, and the phrase that ends here (-1: none)."""

    below: dict[int, _Node] = field(default_factory=dict)
    phrase: int = -1


class Terms:
    """Many terms, each with the id it speaks for, to be found in one pass over a text."""

    def __init__(self, terms: Iterable[tuple[str, str]], apart: Iterable[str] = ()) -> None:
        """Make terms ready from pairs of id and term.

        The phrases set `apart` mean something else: their words count for no term.
        """
        self._patterns: dict[str, int] = {}
        self._tree = _Node()
        self._phrases = 0
        self._apart: set[int] = set()
        # The first phrase of a term leads to the term: its number, its id and its chains of phrases.
        self._led: dict[int, list[tuple[int, str, tuple[_Chain, ...]]]] = {}
        for number, (who, term) in enumerate(terms):
            for chains in self._readings(term):
                self._led.setdefault(chains[0][0], []).append((number, who, chains))
        for phrase in apart:
            if " .. " in phrase or " + " in phrase:
                raise ValueError(f"what is set apart is one phrase: {phrase!r}")
            self._apart.update(self._alternatives(phrase.split()))
        self._lengths = sorted({len(key) - 1 for key in self._patterns if key[-1] == "*"})
        self._matching = lru_cache(_KEPT)(self._patterns_of)

    def find(self, text: str) -> Iterator[Hit]:
        """Yield every term found, sentence by sentence; one hit a sentence for each term."""
        listed = words(text)
        places = self._places(text, listed)
        ends = [match.end() for match in _END_OF_SENTENCE.finditer(text)]
        sentences: dict[int, dict[int, list[Place]]] = {}
        for phrase, place in places:
            sentence = bisect_right(ends, listed[place[0]].start)
            sentences.setdefault(sentence, {}).setdefault(phrase, []).append(place)
        for found in sentences.values():
            for lead in found:
                for number, who, chains in self._led.get(lead, ()):
                    held = _held(chains, found)
                    if held:
                        first, last = min(place[0] for place in held), max(place[1] for place in held)
                        yield Hit(who, listed[first].start, listed[last].stop, number)

    def everywhere(self, text: str) -> Iterator[Hit]:
        """Yield every place of the terms that are one phrase, in order of their first words."""
        listed = words(text)
        for phrase, (first, last) in self._places(text, listed):
            for number, who, chains in self._led.get(phrase, ()):
                if chains == ((phrase,),):
                    yield Hit(who, listed[first].start, listed[last].stop, number)

    def _readings(self, term: str) -> Iterator[tuple[_Chain, ...]]:
        """Each way to read a term with alternatives: its chains of phrases."""
        parts = [[phrase.split() for phrase in chain.split(" .. ")] for chain in term.split(" + ")]
        choices = [[self._alternatives(phrase) for phrase in chain] for chain in parts]
        yield from product(*(list(product(*chain)) for chain in choices))

    def _alternatives(self, phrase: list[str]) -> list[int]:
        ways = product(*(word.split("|") for word in phrase))
        spelled = ([word for part in way for word in _WORD_OR_START.findall(part)] for way in ways)
        return [self._phrase([self._pattern(word) for word in way]) for way in spelled]

    def _pattern(self, word: str) -> int:
        plain = fold(word.rstrip("*"))
        key = f"{plain}*" if word.endswith("*") else stem(plain)
        return self._patterns.setdefault(key, len(self._patterns))

    def _phrase(self, patterns: Sequence[int]) -> int:
        node = self._tree
        for pattern in patterns:
            node = node.below.setdefault(pattern, _Node())
        if node.phrase < 0:
            node.phrase, self._phrases = self._phrases, self._phrases + 1
        return node.phrase

    def _patterns_of(self, folded: str) -> _Words:
        keys = [stem(folded), *(f"{folded[:length]}*" for length in self._lengths if length <= len(folded))]
        return tuple(self._patterns[key] for key in keys if key in self._patterns)

    def _places(self, text: str, listed: Sequence[Word]) -> list[tuple[int, Place]]:
        """Where the phrases stand, without those that touch what is set apart."""
        matching = [self._matching(word.folded) for word in listed]
        found = [
            (phrase, (at, last))
            for at, patterns in enumerate(matching)
            if patterns
            for phrase, last in self._from(text, listed, matching, at)
        ]
        taken = {
            at for phrase, (first, last) in found if phrase in self._apart for at in range(first, last + 1)
        }
        if not taken:
            return found
        return [
            (phrase, (first, last))
            for phrase, (first, last) in found
            if taken.isdisjoint(range(first, last + 1))
        ]

    def _from(
        self, text: str, listed: Sequence[Word], matching: list[_Words], at: int
    ) -> Iterator[tuple[int, int]]:
        """The phrases that begin at a word, each with its last word."""
        steps = [(self._tree, at)]
        while steps:
            node, here = steps.pop()
            if node.phrase >= 0:
                yield node.phrase, here - 1
            if not node.below or here == len(listed):
                continue
            if here > at and _PARTED.search(text, listed[here - 1].stop, listed[here].start):
                continue
            steps.extend(
                (node.below[pattern], here + 1) for pattern in matching[here] if pattern in node.below
            )


def _held(chains: tuple[_Chain, ...], found: dict[int, list[Place]]) -> list[Place]:
    """Where each chain of a term stands in a sentence; nothing if one of them does not."""
    held = []
    for chain in chains:
        place = _place(chain, found)
        if place is None:
            return []
        held.append(place)
    return held


def _place(chain: _Chain, found: dict[int, list[Place]]) -> Place | None:
    """The first place where the phrases of a chain follow each other closely."""
    if any(phrase not in found for phrase in chain):
        return None
    for first, end in found[chain[0]][:_TRIED]:
        last = end
        for phrase in chain[1:]:
            places = found[phrase]
            at = bisect_left(places, (last + 1, 0))
            if at == len(places) or places[at][0] > last + 1 + _NEAR:
                break
            last = places[at][1]
        else:
            return first, last
    return None
