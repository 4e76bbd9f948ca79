"""Many findings of one kind in one file: the first are told in full, of the rest the places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapportkit.model.checked import Checked, CheckedFile
from rapportkit.model.finding import Finding
from rapportkit.writers.findings.phrases import Phrases

_SHOWN = 5
"""So many findings of one rule are told in full for one file; of those that follow, the places are."""

_FEWEST_GROUPED = 3
"""Fewer than these are no shorter when grouped."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """Findings of one rule in one file that are told together."""

    findings: tuple[Finding, ...]

    def say(self, phrases: Phrases) -> str:
        """How many more, and where they are in words; by pointer where there are none."""
        places = phrases.row(each.place or each.pointer for each in self.findings)
        return phrases.say("more_at" if places else "more", n=len(self.findings), places=places)


def told(findings: Sequence[Finding]) -> Iterator[Finding | Repeats]:
    """The findings of one file in their order, repeats of a kind together behind the first few."""
    rest = {code: _beyond(findings, code) for code in {each.code for each in findings}}
    seen: dict[str, int] = {}
    for finding in findings:
        count = seen[finding.code] = seen.get(finding.code, 0) + 1
        if count <= _SHOWN or not rest[finding.code]:
            yield finding
        elif count == _SHOWN + 1:
            yield Repeats(rest[finding.code])


def by_file(checked: Checked) -> Iterator[tuple[CheckedFile, tuple[Finding, ...]]]:
    """Each file with its findings, in the order of the files; then those that no file was named for."""
    found: dict[str, list[Finding]] = {file.name: [] for file in checked.files}
    for each in checked.findings:
        found.setdefault(each.file, []).append(each)
    files = {file.name: file for file in checked.files}
    for name, findings in found.items():
        yield files.get(name, CheckedFile(name)), tuple(findings)


def _beyond(findings: Sequence[Finding], code: str) -> tuple[Finding, ...]:
    """The findings of a rule after those told in full; none where they are too few to be worth a line."""
    rest = tuple(each for each in findings if each.code == code)[_SHOWN:]
    return rest if len(rest) >= _FEWEST_GROUPED else ()
