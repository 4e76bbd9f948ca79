"""Another form fits the report about as well as the one it was read against.

Why it matters: the two forms ask other questions. If the wrong one was taken, answers stand under questions
that nobody asked, and the other findings are measured by the wrong form.

Example: a report that keeps only the labels that two editions of a form have in common.

How to mend: name the right form with `--template`; `rapportkit identify` shows what speaks for each. Whoever
keeps all of the form's own questions will not be asked again.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield one finding that names the nearest rival."""
    report = reading.report
    for rival, confidence in report.rivals[:1]:
        yield rule.finding(
            reading,
            "two",
            template=report.template,
            confidence=f"{report.confidence:.2f}",
            rival=rival,
            other=f"{confidence:.2f}",
        )


RULE = Rule(
    "T003",
    "two-templates-fit",
    Severity.WARNING,
    __doc__,
    check,
    {
        "two": Said(
            "The report is read as {template} (confidence {confidence}), but {rival} fits about as well ({other})",
            "Say which form it is: --template {template}, or --template {rival}.",
        ),
    },
)
