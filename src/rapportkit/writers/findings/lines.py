"""Lines of text in parts, broken between words and painted by whoever knows of a terminal.

Nothing here knows of one. A caller that does hands in `paint`, which is given each part and what it
is, and gives back what to write; widths are measured before anything is painted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rapportkit.model.finding import Severity
from rapportkit.writers.findings import signs

Part = Literal["file", "about", "place", "severity", "message", "code", "help", "count"]
Paint = Callable[[str, Part, Severity | None], str]
Parts = Sequence[tuple[str, Part]]

HANGING = 4
"""Columns by which a line that goes on is set in."""

ROOM_FOR_NAMES = 70
"""From this width on, a rule's name stands beside its code; 0 is a file or a pipe and wide enough."""


def plainly(text: str, _part: Part, _severity: Severity | None) -> str:
    """Leave a part as it is."""
    return text


@dataclass(frozen=True, slots=True)
class Told:
    """Findings as text: lines without line ends, and the count that closes them, which is no part of them."""

    lines: tuple[str, ...]
    closing: str

    @property
    def page(self) -> bytes:
        """The lines as a file; empty where there are none."""
        text = "\n".join(self.lines).strip("\n")
        return f"{text}\n".encode(errors="replace") if text else b""


def lay(parts: Parts, width: int = 0, hanging: int = HANGING) -> list[list[tuple[str, Part]]]:
    """Break parts into lines of words; a word longer than the line stands alone and whole.

    A rule's code and name count as one word.
    `width` are the columns of the first line, of which those that follow leave `hanging` free; 0 is
    one endless line.
    """
    laid: list[list[tuple[str, Part]]] = [[]]
    room = width
    for text, part in parts:
        # A rule's code and name are copied and looked up: they stand on one line.
        for word in [signs.one_line(text)] if part == "code" else signs.words(text):
            if width and laid[-1] and signs.columns(word) > room - 1:
                laid.append([])
                room = width - hanging
            room -= signs.columns(word) + bool(laid[-1])
            laid[-1].append((word, part))
    return [line for line in laid if line]


def painted(line: Parts, severity: Severity | None, paint: Paint) -> str:
    """A line of words, each run of one part painted as a whole."""
    runs = groupby(line, key=lambda each: each[1])
    return " ".join(paint(" ".join(word for word, _ in run), part, severity) for part, run in runs)


def columns(line: Parts) -> int:
    """The columns that a line of words takes."""
    return sum(signs.columns(word) for word, _ in line) + max(len(line) - 1, 0)


def set_in(
    parts: Parts, severity: Severity | None, paint: Paint, *, width: int, indent: int = 0
) -> list[str]:
    """Lines of parts set in by so many columns, where they go on by `HANGING` at least."""
    hanging = max(HANGING - indent, 0)
    laid = lay(parts, width - indent if width else 0, hanging)
    return [
        " " * (indent + (hanging if number else 0)) + painted(line, severity, paint)
        for number, line in enumerate(laid)
    ]
