"""The remarks of a reader as findings."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.document import Remark
from rapportkit.model.finding import Finding
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule

WITH_A_RULE = frozenset({"D001", "D002", "D003", "D004", "D005", "D006"})


def remarks(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each remark that bears the code of the rule."""
    for remark in reading.report.remarks:
        if remark.code == rule.code:
            yield _finding(rule, reading, remark)


def others(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each remark whose code no rule knows."""
    for remark in reading.report.remarks:
        if remark.code not in WITH_A_RULE:
            yield _finding(rule, reading, remark)


def _finding(rule: Rule, reading: Reading, remark: Remark) -> Finding:
    """Say the reader's own sentence, and what the rule's page advises."""
    place = remark.location if remark.location.place else None
    return rule.finding(
        reading, "remark", location=place, sentence=remark.text.rstrip(".") or rule.summary.rstrip(".")
    )
