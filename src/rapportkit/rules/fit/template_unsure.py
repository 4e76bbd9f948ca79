"""It is not sure that the report follows the form it was read against.

Why it matters: every other finding is measured by that form. On the wrong one, a good report looks full
of holes, and its answers land under the wrong questions.

Example: a report that keeps three of a form's thirteen labels.

How to mend: name the form with `--template`, or copy the answers into a blank one made by
`rapportkit new`. `rapportkit identify` shows what speaks for each form.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said

_SURE = 0.6


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield one finding where the confidence is low."""
    confidence = reading.report.confidence
    if confidence < _SURE:
        title = reading.template.title
        yield rule.finding(reading, "unsure", title=title, confidence=f"{confidence:.2f}")


RULE = Rule(
    "T001",
    "template-unsure",
    Severity.WARNING,
    __doc__,
    check,
    {
        "unsure": Said(
            "The report is read as “{title}”, and that is not sure (confidence {confidence})",
            "Name the form with --template, or copy the answers into a blank form.",
        ),
    },
)
