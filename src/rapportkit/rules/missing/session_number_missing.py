"""The form asks for the number of the session, and it is missing.

Why it matters: every reference in the summary, such as [RT 1.2], is made of this number, and sessions
are counted by it. Without it the report cannot be put beside the others.

Example: "Roundtable session: Migrants and public services", with no number before the title.

How to mend: write the number as the programme prints it ("1.2") before the title.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.template import Kind
from rapportkit.rules.missing.header import gaps
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding where a form asks for a session's number and there is none."""
    for pointer, name in gaps(reading, Kind.SESSION):
        if name == "number":
            yield rule.finding(reading, "missing", pointer, label=reading.label(pointer))


RULE = Rule(
    "M002",
    "session-number-missing",
    Severity.ERROR,
    __doc__,
    check,
    {
        "missing": Said(
            "{label} bears no session number",
            "Write the number as the programme prints it, such as 1.2, before the title.",
        ),
    },
)
