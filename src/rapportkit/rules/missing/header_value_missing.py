"""Something else that the form asks for in its head is missing.

Why it matters: the head of the form is what tells one report from another: the event, its place and
dates, the affiliation of those who report. A form that requires them needs them for its cover.

Example: a form that requires the dates of the event, and a report whose first line has none.

How to mend: write what is missing on the line that the finding names.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.template import Kind
from rapportkit.rules.missing.header import gaps
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said

_TOLD_ELSEWHERE = {(Kind.PERSONS, "name"), (Kind.SESSION, "number"), (Kind.SESSION, "title")}


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each required header value that no other rule is about."""
    for kind in (Kind.EVENT, Kind.SESSION, Kind.PERSONS):
        for pointer, name in gaps(reading, kind):
            if (kind, name) not in _TOLD_ELSEWHERE:
                key = name if name in rule.messages else "value" if name else "whole"
                yield rule.finding(reading, key, pointer, label=reading.label(pointer), missing=name)


RULE = Rule(
    "M004",
    "header-value-missing",
    Severity.ERROR,
    __doc__,
    check,
    {
        "title": Said("{label} bears no title", "Write the title on this line of the form."),
        "place": Said("{label} bears no place", "Write the place on this line of the form."),
        "dates": Said("{label} bears no dates", "Write the dates on this line of the form."),
        "affiliation": Said("{label} bears no affiliation", "Write the affiliation behind the name."),
        "value": Said("{label} bears no {missing}", "Write the {missing} on this line of the form."),
        "whole": Said("{label} is empty", "Fill in this line of the form."),
    },
)
