"""The remarks of a reader as findings, in the words of their rules."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.document import Remark
from rapportkit.model.finding import Finding
from rapportkit.rules.messages import filled
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule

GENERAL = "remark"
"""The key of remarks that no rule has a sentence of its own for."""


def of(rule: Rule, reading: Reading) -> Iterator[Remark]:
    """The remarks that a rule has a sentence for."""
    return (each for each in reading.report.remarks if each.code == rule.code and each.key in rule.messages)


def remarks(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each remark that the rule has a sentence for."""
    for remark in of(rule, reading):
        yield finding(rule, reading, remark)


def finding(rule: Rule, reading: Reading, remark: Remark, **words: str) -> Finding:
    """Say a remark in the rule's sentence, with `words` beside what the remark itself fills in."""
    place = remark.location if remark.location.place else None
    args: dict[str, str | int] = {**dict(remark.args), **words}
    return rule.finding(reading, remark.key, "", location=place, severity=None, **args)


def listed(rule: Rule, reading: Reading, remark: Remark) -> str:
    """What a remark counts, in words: "2 insertions, 1 deletion".

    The rule has words for one of each kind under its name, and for several under "…_many".
    """
    return ", ".join(
        _counted(rule, reading, kind, int(count)) for kind, count in remark.args if kind in rule.messages
    )


def phrase(rule: Rule, reading: Reading, key: str, **args: str | int) -> str:
    """Words that stand inside a sentence of the rule."""
    return filled(reading.terms.worded(rule.code, rule.name, key, "", rule.messages[key])[0], args)


def _counted(rule: Rule, reading: Reading, kind: str, count: int) -> str:
    """So many of a kind in words."""
    return phrase(rule, reading, kind if count == 1 else f"{kind}_many", count=count)
