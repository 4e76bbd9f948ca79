"""Whether a copy still says what the report says, and which edits must stay undone so that it does."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rapportkit.model.document import Document
from rapportkit.model.report import Point, Report
from rapportkit.text.markers import is_bullet, split_marker
from rapportkit.writers.mended.edits import KINDS, Edit

Meaning = tuple[object, ...]

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_BESIDE_SIGNS = re.compile(r"\s*([^\w\s])\s*")


def meaning(document: Document, report: Report) -> Meaning:
    """All that mending must not touch: every value and point with its place in the report, and all that is no answer.

    White space beside signs, invisible signs and typed bullets do not count.
    """
    return (
        tuple((pointer, canonical(value.text)) for pointer, value in report.header),
        tuple((each.pointer, bool(each.label), _points(each.points)) for each in report.answers),
        tuple((passage.kind, canonical(passage.text)) for passage in report.unplaced),
        tuple((each.kind, canonical(each.text)) for each in document.furniture),
    )


def canonical(text: str) -> str:
    """A text by its words and signs alone.

    >>> canonical("• One ( or  two ) , three")
    'One(or two),three'
    """
    lines = (" ".join(_UNSEEN.sub("", line).split()) for line in text.split("\n"))
    return "\n".join(_BESIDE_SIGNS.sub(r"\1", _without_bullets(line)) for line in lines if line)


def _without_bullets(line: str) -> str:
    while (marked := split_marker(line)) and is_bullet(marked.marker):
        line = marked.text
    return line


def _points(points: Sequence[Point]) -> Meaning:
    return tuple(
        (
            canonical(point.text),
            point.number,
            canonical(point.speaker),
            canonical(point.consent),
            tuple((note.label, canonical(note.text)) for note in point.notes),
            _points(point.points),
            tuple((name, _points(listed)) for name, listed in point.parts),
        )
        for point in points
    )


class Sieve:
    """Finds the edits that may be made; `holds` says whether a set of them leaves every answer as it is.

    `tries` bounds how often that is asked; what was not proven when they are used up is not made. `finely`
    says whether single edits are tried, or only all of a kind.
    """

    def __init__(self, holds: Callable[[Sequence[Edit]], bool], tries: int, *, finely: bool) -> None:
        self._holds, self._tries, self._finely = holds, tries, finely

    def kept(self, edits: Sequence[Edit]) -> list[Edit]:
        """The edits that can be made together: all, or by kind, or one by one."""
        groups = [group for kind in KINDS if (group := [edit for edit in edits if edit.kind == kind])]
        if len(groups) > 1 and self._try(edits):
            return list(edits)
        kept: list[Edit] = []
        for group in groups:
            kept = self._with(kept, group)
        return kept

    def _with(self, kept: list[Edit], more: list[Edit]) -> list[Edit]:
        """What was kept, with as much more as holds."""
        if not more or self._tries <= 0:
            return kept
        if self._try([*kept, *more]):
            return [*kept, *more]
        if len(more) == 1 or not self._finely:
            return kept
        half = len(more) // 2
        return self._with(self._with(kept, more[:half]), more[half:])

    def _try(self, edits: Sequence[Edit]) -> bool:
        if self._tries <= 0:
            return False
        self._tries -= 1
        return self._holds(edits)
