"""A copy of an author's file in which what is safe to mend was mended."""

from __future__ import annotations

from dataclasses import dataclass

from rapportkit.model.location import Location


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch that reads otherwise in the copy: where, how it read, how it reads, and what was wrong.

    `kind` is "spacing", "markup", "bullet" or "label".
    """

    kind: str
    location: Location
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Mended:
    """The bytes of the copy, and every change in the order of the file; without changes, the bytes as they were."""

    data: bytes
    changes: tuple[Change, ...] = ()
