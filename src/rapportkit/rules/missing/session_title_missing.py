"""The form asks for the title of the session, and it is missing.

Why it matters: readers of the summary know a session by its theme; a bare number tells them nothing.

Example: an empty cell beside "Session theme".

How to mend: write the title as the programme prints it.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.template import Kind
from rapportkit.rules.missing.header import gaps
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding where a form asks for a session's title and there is none."""
    for pointer, name in gaps(reading, Kind.SESSION):
        if name == "title":
            yield rule.finding(reading, "missing", pointer, label=reading.label(pointer))


RULE = Rule(
    "M003",
    "session-title-missing",
    Severity.ERROR,
    __doc__,
    check,
    {
        "missing": Said(
            "{label} bears no session title", "Write the title as the programme prints it, after the number."
        ),
    },
)
