"""A Sustainable Development Goal or target is cited that does not exist.

Why it matters: there are 17 goals with 169 targets; the summary's table of goals has no row for an
eighteenth, and a delegate who looks it up finds nothing.

Example: "SDG 18", "target 8.25", "ODS 19". Numbers that count something else ("SDG 5 and 20 schools") are
not told.

How to mend: look the goal up by its title and write its number.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.meeting.cited import beyond
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each number that the list does not have."""
    yield from beyond(rule, reading, "sdg")


RULE = Rule(
    "M009",
    "sdg-unknown",
    Severity.WARNING,
    __doc__,
    check,
    {
        "unheard": Said(
            "{label} cites SDG {number}, which does not exist: “{quote}”",
            "There are goals 1 to 17, each with its own targets; write the number that is meant.",
        ),
    },
)
