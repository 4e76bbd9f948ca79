"""The document holds tracked changes that nobody has accepted or rejected.

Why it matters: the report is read as if all of them were accepted (with `--revisions original`, as if
all were rejected). If one of them should not be, the summary will say what was struck out of the report.

Example: a sentence that a colleague put in during the session, still underlined in red.

How to mend: accept or reject every change and save the report.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.document.remarks import finding, listed, of
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said

_HELP = "Accept or reject every change and save the report."


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each file whose changes are open: how many there are of each kind."""
    for remark in of(rule, reading):
        yield finding(rule, reading, remark, changes=listed(rule, reading, remark))


RULE = Rule(
    "D001",
    "open-changes",
    Severity.WARNING,
    __doc__,
    check,
    {
        "accepted": Said(
            "Tracked changes are still open ({changes}); the text was read as if all were accepted", _HELP
        ),
        "rejected": Said(
            "Tracked changes are still open ({changes}); the text was read as if all were rejected", _HELP
        ),
        "accepted_format": Said(
            "Tracked changes of format are still open; the text was read as if all were accepted", _HELP
        ),
        "rejected_format": Said(
            "Tracked changes of format are still open; the text was read as if all were rejected", _HELP
        ),
        "accepted_marked": Said(
            "Deletions are still marked in {changes}; the text was read as if all changes were accepted",
            _HELP,
        ),
        "rejected_marked": Said(
            "Deletions are still marked in {changes}; the text was read as if all changes were rejected",
            _HELP,
        ),
        "insertion": Said("{count} insertion", _HELP),
        "insertion_many": Said("{count} insertions", _HELP),
        "deletion": Said("{count} deletion", _HELP),
        "deletion_many": Said("{count} deletions", _HELP),
        "move": Said("{count} move", _HELP),
        "move_many": Said("{count} moves", _HELP),
        "place": Said("{count} place", _HELP),
        "place_many": Said("{count} places", _HELP),
    },
)
