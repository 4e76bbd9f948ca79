"""Paragraphs that hold words of the form and words of the author: which are whose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby, pairwise

from rapidfuzz.distance import Indel

from rapportkit.text.plain import plain, sentences, words

_TOGETHER = 4
"""So many words in the form's order are the form's: an answer may share three by accident."""
_FEW, _SEVERAL = 2, 3
_LETTERS, _STEM = 4, 6
_WORD = re.compile(r"[\w#]+(?:['’‘`´][\w#]+)*")
# Behind a sentence, a colon or a dash, and before what is quoted, somebody else may speak.
_BREAK = re.compile(r"(?<=[:;])\s+|\s+[–—-]\s+|\s+(?=[“«„\"])")
_CLOSED = re.compile(r"[^\w\s]*[\s:–—-]*")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text: where it begins and ends, and itself, made alike.

    `said` tells that it stands in a run of words of the form, `whole` that it stands in guidance that the
    text repeats word for word.
    """

    start: int
    stop: int
    alike: str
    said: bool
    whole: bool

    @property
    def stem(self) -> str:
        """What the forms of a word have in common, by and large: "concisos", "concisas"."""
        return self.alike[:_STEM]

    @property
    def is_weighty(self) -> bool:
        """Whether a word is no mere "the" or "of"."""
        return len(self.alike) >= _LETTERS


class Wordings:
    """All that a form says, word after word: its guidance, and its labels and titles."""

    def __init__(self, guidance: Iterable[str], named: Iterable[str]) -> None:
        told = [words(text) for text in guidance]
        self._whole: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for whole in sorted(set(told), key=lambda whole: (-len(whole), whole)):
            if len(whole) > _TOGETHER:
                self._whole.setdefault(whole[:_TOGETHER], []).append(whole)
        told += [words(text) for text in named]
        self._runs = frozenset(run for text in told for run in _runs(text))
        self._stems = frozenset(word[:_STEM] for text in told for word in text)

    def added(self, text: str, near: Sequence[str]) -> tuple[tuple[int, int], ...]:
        """Where the pieces of a text stand, from start to end, that hold words of somebody else than the form.

        `near` is the guidance, made alike, that the text is like: it is more like it without what was added,
        and less so without what was only worded in another way.
        """
        said = self._words(text)
        kept = " ".join(word.alike for word in said if word.whole)
        theirs = [
            [word[:_STEM] for word in wording.split() if len(word) >= _LETTERS]
            for wording in near
            if kept in wording
        ]
        there = frozenset(word for wording in theirs for word in wording)
        found = []
        for start, stop in _pieces(text, said):
            piece = [word for word in said if start <= word.start < stop]
            runs = self._beside(piece) if kept else self._between(piece, text[:stop], there)
            if any(_is_added(said, run, theirs) for run in runs):
                found.append((start, stop))
        return tuple(found)

    def is_said(self, text: str) -> bool:
        """Whether every word of a text stands in the form, in the form's order."""
        return all(word.said for word in self._words(text))

    def is_closed(self, text: str) -> bool:
        """Whether the first and the last word of a text stand in the form, in the form's order."""
        said = self._words(text)
        return bool(said) and said[0].said and said[-1].said

    def _words(self, text: str) -> list[_Word]:
        found = [(each.start(), each.end(), plain(each[0])) for each in _WORD.finditer(text)]
        alike = [word for _, _, word in found]
        said, whole = [False] * len(found), [False] * len(found)
        for at, run in enumerate(_runs(alike)):
            if run in self._runs:
                said[at : at + len(run)] = [True] * len(run)
            for wording in self._whole.get(run, ()):
                if tuple(alike[at : at + len(wording)]) == wording:
                    whole[at : at + len(wording)] = [True] * len(wording)
                    break
        return [_Word(*each, *own) for each, own in zip(found, zip(said, whole, strict=True), strict=True)]

    def _beside(self, piece: Sequence[_Word]) -> Iterator[Sequence[_Word]]:
        """The words of a piece beside guidance that stands there word for word: whatever has weight is added."""
        if any(word.is_weighty and not word.whole for word in piece):
            yield [word for word in piece if not word.whole]

    def _between(
        self, piece: Sequence[_Word], upto: str, near: AbstractSet[str]
    ) -> Iterator[Sequence[_Word]]:
        """The words of a piece that may be somebody else's: all of them, or some between the form's.

        Two words of weight are enough, or one that the form never says. Between words of the form and of the
        guidance `near` it takes three that the form never says: fewer were put in the place of others.
        """
        theirs = sum(word.said for word in piece)
        if theirs <= len(piece) / 2:
            weighty = [word for word in piece if word.is_weighty]
            unknown = any(word.stem not in self._stems for word in weighty)
            if len(weighty) >= _FEW or (unknown and not upto.rstrip().endswith(":")):
                yield piece
        if not theirs:
            return
        for known, run in groupby(
            piece, key=lambda word: word.said or (word.is_weighty and word.stem in near)
        ):
            own = [] if known else list(run)
            if sum(word.is_weighty and word.stem not in self._stems for word in own) >= _SEVERAL:
                yield own


def _is_added(text: Sequence[_Word], run: Sequence[_Word], near: Sequence[Sequence[str]]) -> bool:
    """Whether a text is more like all guidance near it without a run of its words; mere "the" and "of" aside."""
    start, stop = run[0].start, run[-1].stop
    whole = [word.stem for word in text if word.is_weighty]
    rest = [word.stem for word in text if word.is_weighty and not start <= word.start < stop]
    return all(
        Indel.normalized_similarity(rest, said) > Indel.normalized_similarity(whole, said) for said in near
    )


def _runs(said: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every run of so many words; all of them, where they are fewer."""
    for at in range(max(1, len(said) - _TOGETHER + 1)):
        yield tuple(said[at : at + _TOGETHER])


def _pieces(text: str, said: Sequence[_Word]) -> list[tuple[int, int]]:
    """A text cut into sentences, and these at colons, dashes and quotation marks, and where whole guidance ends."""
    edges = {0, len(text)}
    for start, stop in sentences(text):
        edges |= {start, *(start + found.end() for found in _BREAK.finditer(text[start:stop]))}
    for one, other in pairwise(said):
        if one.whole and not other.whole:
            closed = _CLOSED.match(text, one.stop)
            edges.add(closed.end() if closed else other.start)
        elif other.whole and not one.whole:
            gap = text[one.stop : other.start]
            edges.add(one.stop + len(gap) - len(gap.split()[-1]) if gap[-1:].strip() else other.start)
    # What guidance says in several sentences is one piece.
    inside = [(one.start, other.start) for one, other in pairwise(said) if one.whole and other.whole]
    kept = sorted(edge for edge in edges if not any(start < edge <= stop for start, stop in inside))
    return list(pairwise(kept))
