"""The session's number is not on the programme.

Why it matters: the summary counts reports against the programme. A report of a session that it does not
know is shown as one too many, and the session that was meant as missing.

Example: "RT 2.3" where the programme ends with 2.2. It is asked where `--programme` names one.

How to mend: write the number as the programme prints it.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.template import Kind
from rapportkit.rules.header import value
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.text.titles import same_title


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for a number that no session of the programme has."""
    programme = reading.meeting.programme
    pointer, number = value(reading, Kind.SESSION, "number")
    if programme is None or not number or programme.session(number):
        return
    title = value(reading, Kind.SESSION, "title")[1]
    meant = next((each for each in programme.sessions if title and same_title(title, each.title)), None)
    label = reading.label(pointer)
    if meant:
        yield rule.finding(
            reading, "meant", pointer, label=label, quote=shortened(number), number=meant.number
        )
    else:
        yield rule.finding(reading, "unknown", pointer, label=label, quote=shortened(number))


RULE = Rule(
    "M005",
    "session-not-on-programme",
    Severity.WARNING,
    __doc__,
    check,
    {
        "meant": Said(
            "{label}: session “{quote}” is not on the programme, where this title has the number {number}",
            "Write the number {number}, if this is the session.",
        ),
        "unknown": Said(
            "{label}: session “{quote}” is not on the programme",
            "Write the number as the programme prints it.",
        ),
    },
)
