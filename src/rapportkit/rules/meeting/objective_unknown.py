"""An objective of the Global Compact for Migration is cited that does not exist.

Why it matters: the Compact has 23 objectives; the summary's table of objectives has no row for another.

Example: "GCM Objective 24". "Objective 30" alone is not told: it may be of another list.

How to mend: look the objective up by its title and write its number.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.meeting.cited import beyond
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each number that the list does not have."""
    yield from beyond(rule, reading, "gcm")


RULE = Rule(
    "M010",
    "gcm-objective-unknown",
    Severity.WARNING,
    __doc__,
    check,
    {
        "unheard": Said(
            "{label} cites objective {number} of the Global Compact, which does not exist: “{quote}”",
            "There are objectives 1 to 23; write the number that is meant.",
        ),
    },
)
