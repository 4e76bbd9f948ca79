"""The wordings of a form's labels, indexed by their words."""

from __future__ import annotations

from collections.abc import Sequence

from rapportkit.extract.slots import Slot, Wording


class Lexicon:
    """All wordings of a form's labels, indexed by their words."""

    def __init__(self, slots: Sequence[Slot]) -> None:
        self.entries: list[tuple[int, Wording]] = [
            (index, wording) for index, slot in enumerate(slots) for wording in slot.wordings
        ]
        self.alikes = [wording.plain for _, wording in self.entries]
        self.words = [tuple(alike.split()) for alike in self.alikes]
        self.digits = [digits_of(alike) for alike in self.alikes]
        self._by_word: dict[str, list[int]] = {}
        for which, words in enumerate(self.words):
            for word in set(words):
                self._by_word.setdefault(word, []).append(which)

    def beginning(self, alike: str) -> list[int]:
        """The entries whose words a text begins with, and goes on after."""
        first = alike.split(maxsplit=1)[:1]
        return [which for which in self.sharing(first) if alike.startswith(f"{self.alikes[which]} ")]

    def sharing(self, words: Sequence[str]) -> list[int]:
        """The entries that share a word with these, in order."""
        return sorted({which for word in words for which in self._by_word.get(word, ())})


def digits_of(text: str) -> frozenset[str]:
    """The figures that stand in a text as words of their own."""
    return frozenset(word for word in text.split() if word.isdigit())
