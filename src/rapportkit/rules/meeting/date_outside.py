"""The report bears a date on which the event, or this session, did not take place.

Why it matters: it is mostly last year's form, filled in anew; the rest of its head may be last year's, too.

Example: "8-9 December 2016" on a report for an event of 5 to 7 December 2018; "6 December" for a session
that the programme puts on the 7th. It is asked where `--programme` names a programme with days.

How to mend: write the day of the session, or the days of the event.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.template import Kind
from rapportkit.rules.header import value
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.text.days import days


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for days outside those of the event, or for another day than the session's."""
    programme = reading.meeting.programme
    pointer, said = value(reading, Kind.EVENT, "dates")
    if programme is None or not said or programme.first is None or programme.last is None:
        return
    first, last = programme.first, programme.last
    found = days(said, first.year)
    if found is None:
        return
    label, quote = reading.label(pointer), shortened(said)
    planned = programme.session(value(reading, Kind.SESSION, "number")[1])
    if found.last < first or found.first > last:
        key = "event" if first != last else "day"
        yield rule.finding(
            reading, key, pointer, label=label, quote=quote, first=first.isoformat(), last=last.isoformat()
        )
    elif planned and planned.date and found.first == found.last != planned.date:
        yield rule.finding(
            reading,
            "session",
            pointer,
            label=label,
            quote=quote,
            number=planned.number,
            day=planned.date.isoformat(),
        )


RULE = Rule(
    "M007",
    "date-outside-event",
    Severity.WARNING,
    __doc__,
    check,
    {
        "event": Said(
            "{label}: “{quote}” is outside the event, which lasts from {first} to {last}",
            "Write the days of this event.",
        ),
        "day": Said(
            "{label}: “{quote}” is not the day of the event, which is {first}", "Write the day of this event."
        ),
        "session": Said(
            "{label}: “{quote}”, but the programme puts session {number} on {day}",
            "Write the day of the session, or correct its number.",
        ),
    },
)
