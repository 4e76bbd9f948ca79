"""A point names the person who said it.

Why it matters: under the Chatham House Rule, what was said may be used freely, and neither the identity
nor the affiliation of the speaker may be revealed. "X said" tells both to everybody who was in the room.

Example: "Ana Exemplo said that fees must go", "according to Ms Exemplo", "as Minister Exemplo underlined".
The rapporteur whom the form asks for and the persons on the programme may be named, and so may a speaker who
agreed, in the form's own question for quotations.

How to mend: tell what was said and leave out who said it, or write "a participant", "a delegate".
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.mentions.way import Way
from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.chatham.asked import findings
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each person who is told to have spoken."""
    yield from findings(rule, reading, Way.SPEAKER, "named")


RULE = Rule(
    "R001",
    "speaker-named",
    Severity.ERROR,
    __doc__,
    check,
    {
        "named": Said(
            "{label} names “{quote}” as the one who spoke",
            "Leave the name out, or write “a participant” or “a delegate”.",
        ),
    },
)
