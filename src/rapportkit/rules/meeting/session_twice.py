"""Another report of the same run tells of the same session.

Why it matters: one of the two may be an older version. The summary would hold both, and their points
would look twice as weighty.

Example: "report 1.2.docx" beside "report 1.2 v2 FINAL.docx". Two copies of one file, byte for byte, are
told as copies; reports of one session on two forms (a table and a speech) are not told.

How to mend: ask the rapporteur which of the two counts, and leave the other out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.meeting import Sibling
from rapportkit.model.programme import bare_number
from rapportkit.model.template import Kind
from rapportkit.rules.header import value
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.text.titles import same_title


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for a report that is not the first of its session in this run."""
    pointer, number = value(reading, Kind.SESSION, "number")
    pointer = pointer or value(reading, Kind.SESSION, "title")[0]
    for other in _before(reading):
        if other.sha256 and other.sha256 == reading.report.source.sha256:
            yield rule.finding(reading, "copy", other=shortened(other.file))
            return
    own = _own(reading)
    for other in _before(reading):
        if own and other.template == own.template and _is_same(own, other):
            label = reading.label(pointer)
            session = shortened(f"{number} {own.title}".strip())
            yield rule.finding(
                reading, "same", pointer, label=label, quote=session, other=shortened(other.file)
            )
            return


def _own(reading: Reading) -> Sibling | None:
    return next((each for each in reading.meeting.reports if each.file == reading.report.source.name), None)


def _before(reading: Reading) -> Iterator[Sibling]:
    """The reports of the run that stand before this one."""
    name = reading.report.source.name
    yield from takewhile(lambda each: each.file != name, reading.meeting.reports)


def _is_same(one: Sibling, other: Sibling) -> bool:
    """Whether two reports tell of one session: the same number, and no two titles that contradict it."""
    if one.number or other.number:
        numbers = bare_number(one.number), bare_number(other.number)
        alike = bool(numbers[0]) and numbers[0] == numbers[1]
        return alike and (not one.title or not other.title or same_title(one.title, other.title))
    return bool(one.title) and same_title(one.title, other.title)


RULE = Rule(
    "M008",
    "session-reported-twice",
    Severity.WARNING,
    __doc__,
    check,
    {
        "copy": Said("The report is the same file as {other}", "Leave one of the two out."),
        "same": Said(
            "{label}: “{quote}” is reported in {other}, too",
            "Ask which of the two counts, and leave the other out.",
        ),
    },
)
