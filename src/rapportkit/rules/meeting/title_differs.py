"""The session has another title than on the programme.

Why it matters: readers know a session by its theme. Two titles look like two sessions, and a number
beside the wrong title is mostly the wrong number.

Example: "1.2 Migrants and public services" where the programme calls session 1.2 "Regional mobility".
A subtitle that was left out and a slip of the pen are not told. It is asked where `--programme` names one.

How to mend: look at the programme, and correct the number or the title.
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
    """Yield a finding for a title unlike that of the session with this number."""
    programme = reading.meeting.programme
    number = value(reading, Kind.SESSION, "number")[1]
    pointer, title = value(reading, Kind.SESSION, "title")
    planned = programme.session(number) if programme and number else None
    if not (planned and planned.title and title) or same_title(title, planned.title):
        return
    yield rule.finding(
        reading,
        "differs",
        pointer,
        label=reading.label(pointer),
        quote=shortened(title),
        number=planned.number,
        title=shortened(planned.title),
    )


RULE = Rule(
    "M006",
    "session-title-differs",
    Severity.WARNING,
    __doc__,
    check,
    {
        "differs": Said(
            "{label}: “{quote}”, but the programme calls session {number} “{title}”",
            "Correct the number or the title.",
        ),
    },
)
