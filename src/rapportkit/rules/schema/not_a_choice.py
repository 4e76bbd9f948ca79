"""A text is none of those that the form offers.

Why it matters: a form offers a choice where answers are counted; another word is a category of its own.

Example: "mostly" where the form offers "yes", "no" and "in part".

How to mend: take one of the words that the finding lists, exactly as it is spelled there.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each text outside a list of choices."""
    for each in reading.violations:
        if each.keyword not in {"enum", "const"}:
            continue
        offered = each.asked if each.keyword == "enum" else [each.asked]
        pointer = reading.known(each.pointer)
        yield rule.finding(
            reading,
            "choice",
            pointer,
            label=reading.label(pointer),
            quote=shortened(str(each.value)),
            choices=", ".join(reading.quoted(str(choice)) for choice in offered),
        )


RULE = Rule(
    "S002",
    "not-a-choice",
    Severity.ERROR,
    __doc__,
    check,
    {"choice": Said("{label} says “{quote}”; the form offers {choices}", "Take one of these words.")},
)
