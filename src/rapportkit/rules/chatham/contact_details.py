"""A point holds an e-mail address, a telephone number or the name of an account.

Why it matters: an address leads to a person, and under the Chatham House Rule no participant may be known
from a report. Reports are also published, and what is published is collected.

Example: "write to ana@example.org", "tel. 022 555 01 44", "@exampleunion". An address of a web page is fine.

How to mend: take it out, and give it to the secretariat apart from the report.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.mentions.way import Way
from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.chatham.asked import findings
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each address and number at which somebody can be reached."""
    yield from findings(rule, reading, Way.CONTACT, "reached")


RULE = Rule(
    "R004",
    "contact-details",
    Severity.WARNING,
    __doc__,
    check,
    {
        "reached": Said(
            "{label} holds “{quote}”, at which somebody can be reached",
            "Take it out; give it to the secretariat apart from the report.",
        ),
    },
)
