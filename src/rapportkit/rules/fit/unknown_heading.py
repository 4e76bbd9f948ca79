"""A heading stands among the questions of the form that is none of them.

Why it matters: what stands below it answers no question, so it comes into no summary. It is kept apart, and
not counted as part of the question above.

Example: "Personal remarks of the rapporteur" below "Quotes", set like the form's own labels.

How to mend: move the text below a question of the form. If the heading means one of them, which the finding
then names, use the form's own words.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each such heading; a question of the form that it reads like is named."""
    for remark in reading.report.remarks:
        if remark.code != rule.code:
            continue
        args = dict(remark.args)
        quote = shortened(str(args["quote"]))
        if remark.key == "near":
            label = reading.label(str(args["pointer"]))
            yield rule.finding(reading, "near", location=remark.location, quote=quote, label=label)
        else:
            yield rule.finding(reading, "unknown", location=remark.location, quote=quote)


RULE = Rule(
    "T004",
    "unknown-heading",
    Severity.WARNING,
    __doc__,
    check,
    {
        "unknown": Said(
            "“{quote}” is no question of the form; what stands below it answers none",
            "Move that text below the question it answers, or delete it.",
        ),
        "near": Said(
            "“{quote}” is no question of the form; what stands below it answers none. The nearest is {label}",
            "If that is meant, give the heading the form's own words; if not, move the text or delete it.",
        ),
    },
)
