"""Choices that look free and are always the same: a hash of a seed decides, never chance."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


class Draw:
    """A series of choices that depends on its seed alone, on every machine and Python."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._count = 0

    def below(self, limit: int) -> int:
        """A whole number from 0 to limit - 1."""
        self._count += 1
        digest = hashlib.sha256(f"{self._seed}/{self._count}".encode()).digest()
        return int.from_bytes(digest[:8], "big") % limit

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def pick(self, things: Sequence[Thing]) -> Thing:
        """One of the things."""
        return things[self.below(len(things))]

    def shuffled(self, things: Sequence[Thing]) -> list[Thing]:
        """All the things in another order."""
        rest = list(things)
        return [rest.pop(self.below(len(rest))) for _ in range(len(rest))]


class Deck:
    """Deals a sequence in a drawn order and starts again when it is used up."""

    def __init__(self, draw: Draw, things: Sequence[str]) -> None:
        self._draw = draw
        self._things = things
        self._rest: list[str] = []

    def deal(self) -> str:
        """The next thing; none comes twice before all have come once."""
        if not self._rest:
            self._rest = self._draw.shuffled(self._things)
        return self._rest.pop()
