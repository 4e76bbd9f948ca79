"""Writes sentences from a topic's words and a language's frames, and never the same one twice."""

from __future__ import annotations

import re

from corpus.draw import Deck, Draw
from corpus.words.topic import Tongue, Topic

DOUBLED = frozenset({"forbid", "map", "begin", "set", "admit", "run", "plan", "let", "enrol", "put", "stop"})
OWN_KINDS = frozenset({"discussion", "challenge", "area", "priority", "counter", "lesson", "progress"})


class Author:
    """One document's writer.

    `used` is shared by all documents of a set, so that each document has its own points.
    """

    def __init__(
        self, draw: Draw, tongue: Tongue, topic: Topic, persons: tuple[str, ...], used: set[str]
    ) -> None:
        self.draw = draw
        self._tongue = tongue
        self._used = used
        self._topic = topic
        self._decks = {
            "issue": Deck(draw, (topic.issue,)),
            "group": Deck(draw, topic.groups),
            "actor": Deck(draw, topic.actors),
            "obstacle": Deck(draw, topic.obstacles),
            "measure": Deck(draw, topic.measures),
            "fact": Deck(draw, topic.facts),
            "country": Deck(draw, tongue.countries),
            "city": Deck(draw, tongue.cities),
            "person": Deck(draw, persons),
            "ordinal": Deck(draw, ("second", "third")),
            "own": Deck(draw, topic.own),
        }
        self._frames: dict[str, Deck] = {}

    def sentence(self, kind: str) -> str:
        """A sentence of a kind; now and then one that only this topic has."""
        for _ in range(80):
            own = kind in OWN_KINDS and self.draw.below(5) == 0
            text = self._decks["own"].deal() if own else self._fill(self._frame(kind))
            if text not in self._used:
                self._used.add(text)
                return text
        raise RuntimeError(f"no new sentence left of the kind {kind!r}; write more frames")

    def lead(self, kind: str = "lead") -> str:
        """A line that ends with a colon and introduces a list; it may come again in another document."""
        return self._fill(self._frame(kind))

    def paragraph(self, kind: str, count: int) -> str:
        """Several sentences of a kind in one paragraph."""
        texts = [self.sentence(kind) for _ in range(count)]
        stops = [text if text[-1] in ".!?…”’»:" else f"{text}." for text in texts[:-1]]
        return " ".join([*stops, texts[-1]])

    def phrases(self, kind: str, count: int) -> list[str]:
        """Short lines for a nested list, all different."""
        texts: list[str] = []
        while len(texts) < count:
            text = self._fill(self._frame(kind))
            if text not in texts:
                texts.append(text)
        return texts

    def _frame(self, kind: str) -> str:
        if kind not in self._frames:
            self._frames[kind] = Deck(self.draw, self._tongue.frames[kind])
        return self._frames[kind].deal()

    def _fill(self, frame: str) -> str:
        return re.sub(r"\{(\w+)\}", lambda slot: self._word(slot[1]), frame)

    def _word(self, slot: str) -> str:
        low = slot.lower()
        word = self._value(low)
        return word[0].upper() + word[1:] if slot[0].isupper() else word

    def _value(self, slot: str) -> str:
        if slot == "few":
            return str(self.draw.between(2, 9))
        if slot == "many":
            return str(self.draw.between(21, 480))
        if slot == "share":
            return str(self.draw.between(8, 67))
        if slot == "year":
            return str(self.draw.between(2015, 2027))
        if slot == "other":
            return self._decks["country"].deal()
        if slot == "measuring":
            return gerund(self._decks["measure"].deal())
        return self._decks[slot].deal()


def gerund(phrase: str) -> str:
    """A verb phrase as a gerund phrase.

    >>> gerund("make employers jointly liable")
    'making employers jointly liable'
    >>> gerund("set up a wage guarantee fund"), gerund("agree in advance")
    ('setting up a wage guarantee fund', 'agreeing in advance')
    """
    verb, space, rest = phrase.partition(" ")
    if verb in DOUBLED:
        verb += verb[-1]
    elif verb.endswith("e") and not verb.endswith("ee"):
        verb = verb[:-1]
    return f"{verb}ing{space}{rest}"
