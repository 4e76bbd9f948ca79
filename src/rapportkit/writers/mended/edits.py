"""What may be changed: rows of letters, and edits that put other letters into a row."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Protocol

from rapportkit.model.location import Location
from rapportkit.text.language import language, may_be_french
from rapportkit.text.markers import split_marker
from rapportkit.text.spacing import sets_apart

KINDS = ("markup", "bullet", "label", "spacing")
"""The kinds of change, in the order in which they are made where two would touch the same letters."""


ATTRIBUTES = r"""(?:\s+[\w:.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))*\s*"""
"""What may stand in a tag behind its name; "<b and c>" is no tag but somebody's words."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a text, or one paragraph of a Word file.

    `lead` is the offset at which its words begin: behind indentation, quoting marks, bullet or number. `cells`
    says that tabs or strokes part it into cells, `plain` that no strokes draw them; `fixed` are the stretches
    (start, stop) that must stay as they are, sorted. `begins` says that a block of the document begins here, and
    `marker` is that block's: the bullet or number that Word sets by itself, or the one typed in a text.
    `language` is a BCP 47 tag or "". `group` and `indent` are equal for items of one list.
    """

    text: str
    location: Location
    lead: int = 0
    cells: bool = False
    plain: bool = True
    fixed: tuple[tuple[int, int], ...] = ()
    begins: bool = True
    marker: str = ""
    language: str = ""
    group: tuple[object, ...] = ()
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Swap:
    """Letters (start, stop) of a row that make room for others; a line break in the new ones begins another row."""

    start: int
    stop: int
    new: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that is made whole or not at all, in one row; `gone` says that the row itself goes."""

    kind: str
    row: int
    swaps: tuple[Swap, ...]
    gone: bool = False


class Sheet(Protocol):
    """A file laid out in rows, which can be written with some edits made."""

    @property
    def rows(self) -> Sequence[Row]:
        """All that may be looked at, in the order of the file."""
        ...

    def row_of(self, location: Location) -> int | None:
        """Which row holds a place; None where none does."""
        ...

    def takes(self, edit: Edit) -> bool:
        """Whether the file can hold what an edit puts in."""
        ...

    def written(self, edits: Iterable[Edit]) -> bytes:
        """The file with these edits made."""
        ...


@dataclass(slots=True)
class Plan:
    """Edits that do not touch one another: the first that claims letters has them."""

    rows: Sequence[Row]
    edits: list[Edit] = field(default_factory=list)
    _taken: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, edit: Edit) -> bool:
        """Take an edit in; False where it changes nothing, or would touch what must stay or has been claimed."""
        text = self.rows[edit.row].text
        if not edit.gone and all(text[swap.start : swap.stop] == swap.new for swap in edit.swaps):
            return False
        stretches = [(swap.start, swap.stop) for swap in edit.swaps] or [(0, len(text))]
        taken = self._taken.setdefault(edit.row, [])
        fixed = self.rows[edit.row].fixed
        if any(_meets(taken, *each, near=True) or _meets(fixed, *each, near=False) for each in stretches):
            return False
        for each in stretches:
            insort(taken, each)
        self.edits.append(edit)
        return True


def _meets(busy: Sequence[tuple[int, int]], start: int, stop: int, *, near: bool) -> bool:
    """Whether a stretch overlaps one of these, sorted and apart from one another; or touches it, where `near`."""
    at = bisect_left(busy, (start, stop))
    return any(
        (start <= last and first <= stop) if near else (start < last and first < stop)
        for first, last in busy[max(0, at - 1) : at + 1]
    )


def applied(text: str, swaps: Iterable[Swap]) -> str:
    """A row with letters swapped.

    >>> applied("one  two ,", [Swap(8, 9, ""), Swap(3, 5, " ")])
    'one two,'
    """
    pieces, done = [], 0
    for swap in sorted(swaps, key=attrgetter("start")):
        pieces += [text[done : swap.start], swap.new]
        done = swap.stop
    return "".join([*pieces, text[done:]])


def blanks_before(text: str, at: int, floor: int) -> int:
    """Where the blanks begin that stand before a place, no further back than `floor`."""
    while at > floor and text[at - 1] in " \u00a0":
        at -= 1
    return at


def usual_language(texts: Sequence[str], told: str) -> str:
    """The language of what does not tell its own, in a file that is in another as a whole; French where it may be.

    >>> usual_language(["Challenges", "Les villes et les régions sont au centre"], "en")
    'fr'
    """
    french = any(language(unicodedata.normalize("NFC", text)) == "fr" for text in texts)
    return "fr" if french or sets_apart(texts) else told.partition("-")[0]


def language_of(text: str, usual: str) -> str:
    """The language of a row in a file where the others are mostly in another; French where that may be.

    >>> language_of("Défis : « oui »", "en"), language_of("Challenges", "en")
    ('fr', 'en')
    """
    if may_be_french(text) or "»" in text:
        return "fr"
    return language(unicodedata.normalize("NFC", text)) or usual


def lead_of(text: str) -> int:
    """Where the words of a row begin, behind indentation, quoting marks, bullets and numbers.

    >>> lead_of("  - 1. Words"), lead_of("> words"), lead_of("•")
    (7, 2, 1)
    """
    rest = text.lstrip().lstrip(">").lstrip() if text.lstrip().startswith(">") else text.lstrip()
    while marked := split_marker(rest):
        rest = rest[len(rest.rstrip()) - len(marked.text) :] if marked.text else ""
    return len(text) - len(rest)
