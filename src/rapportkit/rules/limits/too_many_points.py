"""A question holds more points than the form asks for.

Why it matters: forms say "up to four" because every report is read aloud in the closing session;
the fifth point is the one that nobody hears.

Example: a recommendation with three actions, on a form that asks for two at most. The finding stands
at the third.

How to mend: keep the strongest points, or join two that say the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.template import Kind
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield one finding for each crowded question, at its first point too many."""
    for key, pointer, most, count in _counts(reading):
        if most is None or count <= most:
            continue
        yield rule.finding(
            reading,
            key,
            f"{pointer}/{most}",
            label=reading.label(pointer),
            count=count,
            limit=most,
        )


def _counts(reading: Reading) -> Iterator[tuple[str, str, int | None, int]]:
    """Each list of the form: the sentence for it, its pointer, its limit and how much it holds."""
    for field in reading.template.header:
        if field.kind is Kind.PERSONS:
            yield "persons", field.pointer, field.at_most, len(reading.persons(field))
    for pointer, field, points in reading.asked:
        yield "points", pointer, field.at_most, len(points)


RULE = Rule(
    "L001",
    "too-many-points",
    Severity.ERROR,
    __doc__,
    check,
    {
        "points": Said(
            "{label} holds {count} points; the form asks for {limit} at most",
            "Keep the strongest points, or join two that say the same.",
        ),
        "persons": Said(
            "{label} holds {count} names; the form asks for {limit} at most",
            "Keep those who wrote this report.",
        ),
    },
)
