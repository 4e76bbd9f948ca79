"""A point begins with a person's name, like a note of who spoke.

Why it matters: notes are taken as "Maria: …", and the name stays when they are copied into the form. Under
the Chatham House Rule a given name is enough to know the speaker by.

Example: "Maria – we need shelters", "Maria: …", "Maria Shelters are full". A country, a city or an
organisation that labels a practice ("Mexico – one-stop shops") and a topic ("Housing: …") are no such names.

How to mend: take the name away.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.mentions.way import Way
from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.chatham.asked import findings
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each point that a person's name opens like a label."""
    yield from findings(rule, reading, Way.PREFIX, "opens")


RULE = Rule(
    "R002",
    "name-prefix",
    Severity.WARNING,
    __doc__,
    check,
    {
        "opens": Said(
            "{label}: a point begins with the name “{quote}”, like a note of who spoke",
            "Take the name away; what was said may stay.",
        ),
    },
)
