"""A text is not written in the way that the form asks for.

Why it matters: numbers and codes are matched letter by letter, so that reports of one session find one
another; "RT one-two" will not be put beside "1.2".

Example: "RT one-two" where the form asks for a number such as "1.2".

How to mend: write it as the finding shows.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said

_DESCRIBED = 200


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each text that does not follow its pattern; the template's own words help."""
    for each in reading.violations:
        if each.keyword != "pattern":
            continue
        example = str(next(iter(each.schema.get("examples") or ()), ""))
        described = str(each.schema.get("description") or "")
        pointer = reading.known(each.pointer)
        yield rule.finding(
            reading,
            "example" if example else "described" if described else "pattern",
            pointer,
            label=reading.label(pointer),
            quote=shortened(str(each.value)),
            example=example,
            described=shortened(described.rstrip("."), _DESCRIBED),
        )


RULE = Rule(
    "S003",
    "wrong-pattern",
    Severity.ERROR,
    __doc__,
    check,
    {
        "example": Said(
            "{label} says “{quote}”, which is not written as the form asks", "Write it like “{example}”."
        ),
        "pattern": Said(
            "{label} says “{quote}”, which is not written as the form asks",
            "Write it in the way that the form asks for.",
        ),
        "described": Said(
            "{label} says “{quote}”, which is not written as the form asks",
            "Write it in the way that the form asks for: “{described}”.",
        ),
    },
)
