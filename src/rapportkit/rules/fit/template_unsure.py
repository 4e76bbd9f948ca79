"""It is not sure that the report follows the form it was read against.

Why it matters: every other finding is measured by that form. On the wrong one, a good report looks full
of holes, and its answers land under the wrong questions.

Example: a report that keeps three of a form's thirteen labels.

How to mend: `rapportkit identify` shows what speaks for each form. If the report follows another
one, name that with `--template`. If it follows this one, give its questions the form's own wording:
`rapportkit new` makes a blank form to copy the answers into.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.report import SURE
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield one finding where the confidence is low."""
    confidence = reading.report.confidence
    if confidence < SURE:
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
            "The report is read as “{title}”, but is not much like that form (confidence {confidence})",
            "If it follows another form, name that one with --template; if it follows this one, use the form's "
            "own wording.",
        ),
    },
)
