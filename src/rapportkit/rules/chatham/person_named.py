"""A point names a person who is not told to have spoken.

Why it matters: the Chatham House Rule covers every participant, not only those who speak. A thank-you or an
example can tell who was in the room.

Example: "thanks to Ana Exemplo for the background paper". The rapporteur whom the form asks for and the
persons on the programme may be named; a foundation or a law that bears somebody's name is no person.

How to mend: leave the name out, or write what the person is ("the author of the paper").
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.mentions.way import Way
from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.chatham.asked import findings
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each person who is named without being told to have spoken."""
    yield from findings(rule, reading, Way.PERSON, "named")


RULE = Rule(
    "R005",
    "person-named",
    Severity.WARNING,
    __doc__,
    check,
    {
        "named": Said(
            "{label} names “{quote}”",
            "Leave the name out, unless it is public knowledge that the person took part and said so.",
        ),
    },
)
