"""A paragraph of a Word file as its bytes hold it: what stands in it from where to where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from rapportkit.writers.annotated.names import Dialect


class Change(Enum):
    """What a tracked change did to letters."""

    NONE = "none"
    IN = "put in"
    OUT = "taken out"


@dataclass(slots=True)
class Mark:
    """One element: the offsets at which its tags begin and end. An element of one tag has both in one."""

    kind: str
    start: int
    opened: int
    closing: int = 0
    end: int = 0


@dataclass(slots=True)
class Unit(Mark):
    """A child of a paragraph, with its own children: between two of them marks may stand."""

    children: list[Mark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters as they stand in a paragraph.

    `at` is the offset of the first byte, -1 where the letters have none of their own (a tab, a break);
    `unit` is the child of the paragraph that holds them, `child` the child of that one; None if deeper.
    """

    text: str
    unit: int
    child: int | None
    at: int
    change: Change


@dataclass(slots=True)
class Paragraph:
    """One `w:p` outside text boxes. `inside` says which unit holds each paragraph of its text boxes.

    `content` is the offset behind its properties. `is_closed` says that no comment can stand in it: it is one
    empty tag, or a control around it is filled in anew whenever the file is opened.
    """

    index: int
    start: int
    content: int
    dialect: Dialect
    is_closed: bool
    closing: int = 0
    units: list[Unit] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    inside: dict[int, int] = field(default_factory=dict)

    def views(self) -> Iterator[list[Piece]]:
        """Its letters as they are with all tracked changes accepted, and with all rejected."""
        yield [piece for piece in self.pieces if piece.change is not Change.OUT]
        yield [piece for piece in self.pieces if piece.change is not Change.IN]


@dataclass(frozen=True, slots=True)
class FieldMarks:
    """Where a field begins, where its code ends and its result begins, and where that ends."""

    begin: int
    separate: int
    end: int
