"""Text that stands under no question of the form.

Why it matters: nothing of it comes into the summary. Mostly it is a remark above the first question or
a line that came along with an e-mail; sometimes it is an answer below a label that was changed.

Example: a paragraph of thanks between the title and the first question. Passages that follow one
another are told together; those below a heading of the author's own are told with that (T004).

How to mend: move it below the question it answers, or delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.location import Location
from rapportkit.model.report import Passage
from rapportkit.rules.order import Places
from rapportkit.rules.quoting import has_letters, shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.rules.titles import years_beside_title

_BESIDE = 2
"""Words beside the form's title, a place and a year, that make another title of it: T007 looks at those."""

_HEADINGS = frozenset({"T004", "T005"})
"""Rules that tell of a heading and of what stands below it."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each run of unplaced passages that is not page furniture."""
    for run in _runs(reading):
        key = "one" if len(run) == 1 else "many"
        yield rule.finding(
            reading, key, location=run[0].location, quote=shortened(run[0].text), count=len(run)
        )


def _runs(reading: Reading) -> list[list[Passage]]:
    """Unplaced passages, those with nothing placed between them together.

    What stands below a heading that is no question of the form is told with that heading.
    """
    placed = Places(_placed(reading))
    headings = {remark.location.block for remark in reading.report.remarks if remark.code in _HEADINGS}
    runs: list[list[Passage]] = []
    for passage in reading.report.unplaced:
        if passage.kind or not has_letters(passage.text) or reading.guidance.share(passage.text):
            continue
        if years_beside_title(passage.text, reading.template, _BESIDE):
            continue
        is_heading = passage.location.block in headings
        if runs and not is_heading and not placed.between(runs[-1][-1].location, passage.location):
            runs[-1].append(passage)
        else:
            runs.append([passage])
    return [run for run in runs if run[0].location.block not in headings]


def _placed(reading: Reading) -> Iterator[Location]:
    yield from (value.location for _, value in reading.report.header)
    yield from (answer.heading for answer in reading.report.answers if answer.heading)
    yield from (each.point.location for each in reading.points)


RULE = Rule(
    "U001",
    "unplaced-text",
    Severity.WARNING,
    __doc__,
    check,
    {
        "one": Said(
            "“{quote}” stands under no question of the form",
            "Move it below the question it answers, or delete it.",
        ),
        "many": Said(
            "{count} passages from “{quote}” on stand under no question of the form",
            "Move them below the questions they answer, or delete them.",
        ),
    },
)
