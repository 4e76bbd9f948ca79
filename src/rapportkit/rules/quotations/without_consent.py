"""A quotation names its speaker and does not say that the speaker agreed.

Why it matters: under the Chatham House Rule, what was said may be used freely, and neither the identity
nor the affiliation of the speaker may be revealed. A name beside a quotation, without leave, is the
breach that delegates remember.

Example: “Every child counts.” – Ana Exemplo, Example Foundation. With "(quoted with approval)" behind
the name there is no finding, nor with "a youth delegate", which names a group; a request that is still
open ("approval pending") is no approval.

How to mend: ask the speaker and write "(quoted with approval)" behind the name, or put "anonymous".
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.quotations.marks import is_approved, is_named, quotations
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each named speaker without a mark of consent."""
    for placed in quotations(reading):
        if is_named(placed) and not is_approved(placed):
            yield rule.finding(
                reading,
                "open" if placed.point.consent else "unsaid",
                placed.pointer,
                label=reading.label(placed.pointer),
                speaker=shortened(placed.point.speaker),
                consent=shortened(placed.point.consent),
            )


RULE = Rule(
    "Q001",
    "quotation-without-consent",
    Severity.ERROR,
    __doc__,
    check,
    {
        "unsaid": Said(
            "{label} names “{speaker}” and does not say that the speaker agreed",
            "Ask the speaker and write “(quoted with approval)” behind the name, or put “anonymous”.",
        ),
        "open": Said(
            "{label} names “{speaker}” while consent stands at “{consent}”",
            "Put “anonymous” until the speaker has agreed.",
        ),
    },
)
