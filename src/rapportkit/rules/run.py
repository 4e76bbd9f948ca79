"""The recipe: every rule asks, one that fails is told and the others go on, findings are put in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportkit.model.finding import Finding
from rapportkit.model.location import Location
from rapportkit.model.settings import Settings
from rapportkit.rules.changes import is_called
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule
from rapportkit.rules.running import rule_failed


def run(rules: Sequence[Rule], reading: Reading) -> tuple[Finding, ...]:
    """Collect the findings of all rules in the order of the form.

    What concerns the report as a whole comes first, what stands under no question last.
    """
    asked = [rule for rule in rules if is_asked(rule, reading.settings)]
    found = [
        finding
        for rule in asked
        for finding in _asked(rule, reading)
        if not reading.terms.is_off(rule.code, rule.name, finding.pointer)
    ]
    order = {rule.code: number for number, rule in enumerate(rules)}
    return tuple(sorted(found, key=lambda each: (*_place(each, reading), order.get(each.code, -1))))


def is_asked(rule: Rule, settings: Settings) -> bool:
    """Whether settings want a rule: selected (or nothing is) and not ignored.

    That a rule could not be checked is told whatever is selected, unless it is ignored by name.
    """
    selected = (
        not settings.select
        or rule is rule_failed.RULE
        or any(is_called(rule, each) for each in settings.select)
    )
    return selected and not any(is_called(rule, each) for each in settings.ignore)


def _asked(rule: Rule, reading: Reading) -> Iterator[Finding]:
    try:
        yield from rule.check(rule, reading)
    except Exception as fault:  # noqa: BLE001 - whatever goes wrong in one rule must not silence the others
        yield rule_failed.RULE.finding(
            reading, "failed", code=rule.code, name=rule.name, fault=type(fault).__name__
        )


def _place(finding: Finding, reading: Reading) -> tuple[int, tuple[tuple[int, str], ...], int]:
    """Where a finding belongs: the whole report, header and answers, the rest; numbers count as numbers."""
    if not finding.pointer:
        return (0, (), 0) if finding.location is None else (2, (), _line(finding.location))
    first, *rest = finding.pointer.strip("/").split("/")
    steps = tuple((int(step), "") if step.isdigit() else (0, step) for step in rest)
    return 1, ((_rank(finding.pointer, reading), first), *steps), 0


def _line(place: Location) -> int:
    """How far down a place is, among others that are told in the same way."""
    return place.block or place.line or place.paragraph or 0


def _rank(pointer: str, reading: Reading) -> int:
    """The number of a pointer's question in the order of the form."""
    asked = (*reading.template.header, *reading.template.leaves())
    return next(
        (
            number
            for number, field in enumerate(asked)
            if f"{pointer}/".startswith(f"{field.pointer}/") or field.pointer.startswith(f"{pointer}/")
        ),
        len(asked),
    )
