"""A question stands in the report in other words than on the form.

Why it matters: it was recognised this time. The next rewording may not be, and readers who compare
reports look for the form's own words.

Example: "What went wrong" above the answers to "Challenges".

How to mend: use the form's words, which the finding quotes. This is for information; nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.text.plain import plain

_LIKE = 0.85
"""Below this likeness a reader stops to wonder; a typing error or another number is above it."""

_WHOLE = 200
"""Two wordings must be seen to their ends to be told apart."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each label that is far from every wording the template knows."""
    for leaf in reading.template.leaves():
        answer = reading.answer(leaf)
        known = {plain(said) for said in (*leaf.labels.all(), *leaf.aliases.all())} - {""}
        if not (answer.label and known) or answer.label_score >= _LIKE or plain(answer.label) in known:
            continue
        label, met = reading.label(leaf.pointer, _WHOLE), shortened(answer.label, _WHOLE)
        yield rule.finding(reading, "reworded", leaf.pointer, location=answer.heading, label=label, met=met)


RULE = Rule(
    "T002",
    "label-reworded",
    Severity.INFO,
    __doc__,
    check,
    {
        "reworded": Said(
            "{label} stands in the report as “{met}”",
            "Use the form's own words, so that it is found every time.",
        ),
    },
)
