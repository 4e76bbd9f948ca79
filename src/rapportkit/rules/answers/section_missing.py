"""A question of the form was not found in the document.

Why it matters: what stood under it is now read as part of the answer before, or not at all. Questions
go missing when a report is retyped, when a section is deleted because there was nothing to say, or
when its label is reworded beyond recognition.

Example: a report that goes from "3." to "5.". A whole section that is gone is told once.

How to mend: put the question back, in the form's own words, above its answer. For a question that the
form leaves free, this is for information only.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.template import Field
from rapportkit.rules.answers.openness import is_missing
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said

_UNPRINTED = "prose"
"""The layout of reports that have no printed form: a free heading that is not there is no deviation."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each question, or whole section, whose label is nowhere."""
    for section in reading.template.fields:
        leaves = section.fields or (section,)
        gone = [leaf for leaf in leaves if is_missing(reading, leaf)]
        if section.pointer and len(gone) == len(leaves) > 1:
            yield from _finding(rule, reading, section, gone)
        else:
            for leaf in gone:
                yield from _finding(rule, reading, leaf, [leaf])


def _finding(rule: Rule, reading: Reading, field: Field, gone: list[Field]) -> Iterator[Finding]:
    required = any(leaf.required for leaf in gone)
    if not required and reading.template.layout == _UNPRINTED:
        return
    yield rule.finding(
        reading,
        "missing",
        field.pointer,
        severity=None if required else Severity.INFO,
        label=reading.label(field.pointer),
    )


RULE = Rule(
    "A002",
    "section-missing",
    Severity.ERROR,
    __doc__,
    check,
    {
        "missing": Said(
            "{label} was not found in the document",
            "Put this question back, in these words, above its answer.",
        )
    },
)
