"""A point tells for whom somebody spoke: a State, an organisation or an office.

Why it matters: the Chatham House Rule covers the speaker's affiliation as well as the name. Most delegations
send one person into a room, so that "Spain said" names that person.

Example: "Spain said", "IOM's representative noted", "the Mayor of Beispielstadt explained", "Spain: we need …".
A country may be told as the owner of a practice or as a place ("In Spain, the law says", "Mexico – one-stop
shops"), a document may speak ("the Compact states"), and groups may be named ("a youth delegate").

How to mend: write "a delegate" or "one State", or tell the fact without who said it.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.mentions.way import Way
from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.chatham.asked import findings
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each State, organisation or office that is told to have spoken."""
    yield from findings(rule, reading, Way.AFFILIATION, "speaks")


RULE = Rule(
    "R003",
    "affiliation-speaks",
    Severity.WARNING,
    __doc__,
    check,
    {
        "speaks": Said(
            "{label}: “{quote}” tells for whom somebody spoke",
            "Write “a delegate” or “one State”, or tell the fact without who said it (“In Spain, …”).",
        ),
    },
)
