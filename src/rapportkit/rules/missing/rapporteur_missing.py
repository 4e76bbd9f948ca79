"""The form asks who reports, and nobody is named.

Why it matters: whoever merges the reports has questions, often within the hour, and must know whom to
ask. The name stays with the secretariat; a public summary does not carry it.

Example: an empty cell beside "Name of rapporteur(s)". Forms without such a line are left in peace.

How to mend: write the name, and the affiliation where the form asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.template import Kind
from rapportkit.rules.missing.header import gaps
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding where a form asks for persons and there is no name."""
    for pointer, name in gaps(reading, Kind.PERSONS):
        if name == "name":
            yield rule.finding(reading, "missing", pointer, label=reading.label(pointer))


RULE = Rule(
    "M001",
    "rapporteur-missing",
    Severity.ERROR,
    __doc__,
    check,
    {"missing": Said("{label} names nobody", "Write the name of the person who reports.")},
)
