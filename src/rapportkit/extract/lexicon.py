"""The wordings of a form's labels, indexed by their words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from rapportkit.extract.slots import Slot, Wording

_LEAST = 64
"""Of 100: below this likeness a text is another one."""


class Lexicon:
    """All wordings of a form's labels, indexed by their words."""

    def __init__(self, slots: Sequence[Slot]) -> None:
        self.entries: list[tuple[int, Wording]] = [
            (index, wording) for index, slot in enumerate(slots) for wording in slot.wordings
        ]
        self.alikes = [wording.plain for _, wording in self.entries]
        self.words = [tuple(alike.split()) for alike in self.alikes]
        self.digits = [digits_of(alike) for alike in self.alikes]
        self._order = sorted(range(len(self.alikes)), key=lambda which: (len(self.alikes[which]), which))
        self._sorted = [self.alikes[which] for which in self._order]
        self._shuffled = [_in_order(alike) for alike in self._sorted]
        self._lengths = [len(alike) for alike in self._sorted]
        self._exact: dict[str, list[int]] = {}
        for which, alike in enumerate(self.alikes):
            self._exact.setdefault(alike, []).append(which)
        self._by_word: dict[str, list[int]] = {}
        for which, words in enumerate(self.words):
            for word in set(words):
                self._by_word.setdefault(word, []).append(which)

    def alike(self, text: str) -> Iterator[tuple[int, float]]:
        """The entries that read like a text, with the likeness (0 to 1) of each.

        Only wordings of a comparable length are compared: two texts of which one is twice as long
        cannot be two thirds alike.
        """
        low = bisect_left(self._lengths, int(len(text) * 0.48))
        high = bisect_right(self._lengths, int(len(text) * 2.1) + 1)
        shuffled = _in_order(text)
        for said, known, share in ((text, self._sorted, 1.0), (shuffled, self._shuffled, 0.96)):
            for _, score, which in process.extract(
                said, known[low:high], scorer=fuzz.ratio, score_cutoff=_LEAST, limit=None
            ):
                yield self._order[low + which], score / 100 * share

    def exactly(self, text: str) -> Iterator[tuple[int, float]]:
        """The entries that read just so."""
        for which in self._exact.get(text, ()):
            yield which, 1.0

    def beginning(self, alike: str) -> list[int]:
        """The entries whose words a text begins with."""
        first = alike.split(maxsplit=1)[:1]
        return [which for which in self.sharing(first) if f"{alike} ".startswith(f"{self.alikes[which]} ")]

    def sharing(self, words: Sequence[str]) -> list[int]:
        """The entries that share a word with these, in order."""
        return sorted({which for word in words for which in self._by_word.get(word, ())})


def _in_order(alike: str) -> str:
    """The words of a text in the order of the alphabet: how two texts are alike whose words changed places."""
    return " ".join(sorted(alike.split()))


def digits_of(text: str) -> frozenset[str]:
    """The figures that stand in a text as words of their own, with a "#" before them or not."""
    return frozenset(bare for word in text.split() if (bare := word.lstrip("#")).isdigit())
