"""The form's own guidance stands among the answers.

Why it matters: the form's words are taken for somebody's point, counted, and printed in the summary,
often several times over, since every report on this form has the same guidance.

Example: "Describe, as concretely as possible, up to four examples identified during the session" as the
first point under a question.

How to mend: delete the form's words and keep yours.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each point or unplaced passage that is guidance, or has guidance in it."""
    for pointer, point, _ in reading.points:
        if key := reading.guidance.share(point.text):
            label = reading.label(pointer)
            yield rule.finding(reading, key, pointer, label=label, quote=shortened(point.text))
    for passage in reading.report.unplaced:
        if passage.kind is None and reading.guidance.share(passage.text):
            quote = shortened(passage.text)
            yield rule.finding(reading, "unplaced", location=passage.location, quote=quote)


RULE = Rule(
    "A003",
    "guidance-left",
    Severity.WARNING,
    __doc__,
    check,
    {
        "all": Said("{label} holds the form's own guidance: “{quote}”", "Delete the form's words."),
        "some": Said(
            "{label} mixes the form's own guidance with the answer: “{quote}”", "Delete the form's words."
        ),
        "unplaced": Said(
            "The form's own guidance stands where it is not expected: “{quote}”", "Delete the form's words."
        ),
    },
)
