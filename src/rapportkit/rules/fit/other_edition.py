"""The report names another year than that of the edition it was read against.

Why it matters: editions differ in their questions and limits. What is right on the form of one year may be
missing, too long or out of place on that of another.

Example: "Reporting Template 2020" above a report that was read as the form of 2018. Where only the event is of
another year, that is for information: a form may well be used again. It is not told where a programme says when
the event was.

How to mend: if there is a template of that edition, name it with `--template` or give its folder with
`--template-dir`; otherwise fill in the edition that the finding names.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.document import FurnitureKind
from rapportkit.model.finding import Finding, Severity
from rapportkit.model.location import Location
from rapportkit.model.template import Kind
from rapportkit.rules.header import value
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.rules.titles import years, years_beside_title

_LINES = 20
_MORE = 5
"""Words that may stand beside the form's title in a line that is still its title."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield one finding for the first title line with a year that the edition does not have."""
    own = years(reading.template.edition)
    for text, place in _head(reading) if own else ():
        if years_beside_title(text, reading.template, _MORE) and own.isdisjoint(years(text)):
            yield rule.finding(
                reading,
                "year",
                location=place,
                quote=shortened(text),
                edition=reading.template.edition,
            )
            return
    programme = reading.meeting.programme
    if programme is not None and programme.first:
        return  # M007 holds the dates against those of the event.
    pointer, dates = value(reading, Kind.EVENT, "dates")
    if own and years(dates) and own.isdisjoint(years(dates)):
        yield rule.finding(
            reading,
            "event",
            pointer,
            severity=Severity.INFO,
            label=reading.label(pointer),
            quote=shortened(dates),
            edition=reading.template.edition,
        )


def _head(reading: Reading) -> Iterator[tuple[str, Location]]:
    """The lines above the first question, as they stand in the document or were kept by the report, and page heads."""
    if reading.document is not None:
        headings = (answer.heading for answer in reading.report.answers if answer.heading)
        end = min((place.block for place in headings), default=_LINES)
        blocks = reading.document.blocks[: min(end, _LINES)]
        yield from ((block.text, block.location) for block in blocks)
    else:
        yield from ((each.text, each.location) for each in reading.report.wording)
        yield from ((each.text, each.location) for each in reading.report.unplaced if each.kind is None)
    for passage in reading.report.unplaced:
        if passage.kind is FurnitureKind.HEADER:
            yield passage.text, passage.location


RULE = Rule(
    "T007",
    "other-edition",
    Severity.WARNING,
    __doc__,
    check,
    {
        "year": Said(
            "“{quote}” names another edition than the one that the report was read against ({edition})",
            "Name the template of its own edition with --template, or fill in the edition {edition}.",
        ),
        "event": Said(
            "{label} says “{quote}”, while the report was read as the form's edition {edition}",
            "If the form has changed since, name the template of its own edition with --template.",
        ),
    },
)
