"""A quotation says neither who spoke, nor "anonymous", nor that the speaker agreed.

Why it matters: the form asks for one of the two, leave to name the speaker or the word "anonymous". An
unmarked quotation is treated as anonymous; whether the speaker may be recognised by the words, only the
author of the report can tell.

Example: a bare sentence under "Inspiring quotes".

How to mend: put "anonymous" behind it, or the name with "(quoted with approval)".
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.quotations.marks import is_unmarked, quotations
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each quotation without any mark."""
    for placed in quotations(reading):
        if is_unmarked(placed):
            yield rule.finding(
                reading,
                "unmarked",
                placed.pointer,
                label=reading.label(placed.pointer),
                quote=shortened(placed.point.text.strip("“”\"'« »")),
            )


RULE = Rule(
    "Q002",
    "quotation-unmarked",
    Severity.WARNING,
    __doc__,
    check,
    {
        "unmarked": Said(
            "{label}: “{quote}” bears neither a speaker nor “anonymous”",
            "Put “anonymous” behind it, or the speaker's name with “(quoted with approval)”.",
        ),
    },
)
