"""The recipe: find what may be mended, prove that no answer changes, write it; until nothing is left to mend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rapportkit.errors import ReadError
from rapportkit.model.document import Document
from rapportkit.model.location import Location
from rapportkit.model.mended import Change, Mended
from rapportkit.model.report import Report
from rapportkit.model.template import Template
from rapportkit.writers.mended import bullets, labels, marks, shown, spacing, structure
from rapportkit.writers.mended.edits import Edit, Plan, Sheet
from rapportkit.writers.mended.proof import Meaning, Sieve, meaning
from rapportkit.writers.mended.refusals import refuse
from rapportkit.writers.mended.text_sheet import TextSheet

Again = Callable[[bytes], tuple[Document, Report]]
"""Reads a copy as the file itself was read, against the same template."""

_LARGE = 500_000  # letters beyond which edits are made by kind or not at all
_TRIES, _FEWEST_TRIES, _LETTERS_TRIED = 200, 16, 8_000_000
_ROUNDS = 12


def mend(data: bytes, document: Document, report: Report, template: Template, again: Again) -> Mended:
    """Mend what is safe in a text or a Word file; every value, every point and its place stay as they are.

    `data` are the bytes that `document` was read from and `report` extracted. Mending what was mended changes
    nothing. Raises UsageError for files of other kinds, and for Word files that are locked or signed.
    """
    refuse(data, document.source)
    before = meaning(document, report)
    letters = sum(len(block.text) for block in document.blocks)
    tries = max(_FEWEST_TRIES, min(_TRIES, _LETTERS_TRIED // max(1, letters)))
    changes: list[Change] = []
    for _ in range(_ROUNDS):
        sheet = _sheet(data, document)
        proof = _Proof(sheet, before, again)
        kept = Sieve(proof.holds, tries, finely=letters <= _LARGE).kept(_planned(sheet, report, template))
        if not kept:
            break
        places = _places(report)
        for edit in kept:
            row = sheet.rows[edit.row]
            changes.append(shown.change(edit, row, places.get(row.location.block, row.location)))
        data, document, report = proof.copy(kept)
    return Mended(data, tuple(sorted(changes, key=_place)))


def _sheet(data: bytes, document: Document) -> Sheet:
    if document.source.format == "txt":
        return TextSheet(data, document)
    from rapportkit.writers.mended.word_sheet import WordSheet

    return WordSheet(data, document)


def _planned(sheet: Sheet, report: Report, template: Template) -> list[Edit]:
    """What could be mended, in the order of the file; of two that touch one another, the first by kind."""
    plan = Plan(sheet.rows)
    found = [
        *structure.edits(sheet.rows),
        *marks.edits(sheet.rows),
        *bullets.edits(sheet.rows),
        *labels.edits(sheet, report, template),
        *spacing.edits(sheet.rows),
    ]
    for edit in found:
        if sheet.takes(edit):
            plan.add(edit)
    return sorted(plan.edits, key=_order)


def _places(report: Report) -> dict[int, Location]:
    """For the blocks of a Word file that hold an answer or its label, the place as findings tell it."""
    told = [
        *(point.location for _, point in report.points()),
        *(value.location for _, value in report.header),
        *(answer.heading for answer in report.answers if answer.heading),
    ]
    return {place.block: replace(place, span=None) for place in reversed(told) if place.line is None}


def _order(edit: Edit) -> tuple[int, int]:
    return edit.row, edit.swaps[0].start if edit.swaps else 0


def _place(change: Change) -> tuple[int, int]:
    return change.location.line or 0, change.location.block


class _Proof:
    """Asks whether a sheet with some edits made is still the same report; `copy` is the file with them made."""

    def __init__(self, sheet: Sheet, before: Meaning, again: Again) -> None:
        self._sheet, self._before, self._again = sheet, before, again
        self._last: tuple[set[Edit], tuple[bytes, Document, Report]] | None = None

    def holds(self, edits: Sequence[Edit]) -> bool:
        try:
            copy = self._made(edits)
        except ReadError:
            return False  # a copy that cannot be read any more is no copy
        if meaning(*copy[1:]) != self._before:
            return False
        self._last = set(edits), copy
        return True

    def copy(self, edits: Sequence[Edit]) -> tuple[bytes, Document, Report]:
        """The copy that held last is mostly the one that is kept, and reading costs most of the time."""
        if self._last and self._last[0] == set(edits):
            return self._last[1]
        return self._made(edits)

    def _made(self, edits: Sequence[Edit]) -> tuple[bytes, Document, Report]:
        data = self._sheet.written(edits)
        return (data, *self._again(data))
