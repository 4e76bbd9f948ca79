"""What came, went and changed between two versions of a report, or between two summaries."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said: under which heading, in which words, and where it stands (a place or references)."""

    heading: str
    text: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A thing said in other words than before; the heading is that of the new one.

    `moved_from` is the heading under which it stood before, where that is another; the words may be the same.
    """

    before: Said
    after: Said
    moved_from: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs under one heading, in the order of the new version; `same` counts what does not."""

    heading: str
    came: tuple[Said, ...] = ()
    went: tuple[Said, ...] = ()
    changed: tuple[Change, ...] = ()
    same: int = 0

    @property
    def is_none(self) -> bool:
        """Whether nothing differs."""
        return not (self.came or self.went or self.changed)
