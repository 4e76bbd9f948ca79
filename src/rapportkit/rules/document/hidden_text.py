"""The document holds hidden text.

Why it matters: whoever wrote the report may not know that it is there; whoever gets the file can
make it visible. It is kept apart from the answers.

Example: a paragraph of an earlier version, formatted as hidden.

How to mend: show hidden text in Word, and delete it or make it visible.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.document.remarks import remarks
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "D003",
    "hidden-text",
    Severity.WARNING,
    __doc__,
    remarks,
    {
        "one": Said(
            "Hidden text stands in 1 place; it was not read as part of the report",
            "Show hidden text, and delete it or make it visible.",
        ),
        "many": Said(
            "Hidden text stands in {count} places; it was not read as part of the report",
            "Show hidden text, and delete it or make it visible.",
        ),
    },
)
