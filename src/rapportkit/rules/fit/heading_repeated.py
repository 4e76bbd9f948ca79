"""A question of the form stands in the report twice.

Why it matters: a question is asked once, and its answer is looked for in one place. What stands below the
second label goes where the finding says: into the same answer, into that of the question above, or nowhere.

Example: "Challenges" at the top, and once more after the quotations, with what came to mind later.

How to mend: put everything below one label and delete the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said

_HELP = "Put everything below one of the two labels and delete the other."


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each label that was met once too often, and say where its answer went."""
    for remark in reading.report.remarks:
        if remark.code != rule.code:
            continue
        args = {key: str(value) for key, value in remark.args}
        label, place = reading.label(args["pointer"]), remark.location
        if remark.key == "elsewhere":
            other = reading.label(args["other"])
            yield rule.finding(reading, "elsewhere", location=place, label=label, other=other)
        else:
            yield rule.finding(reading, remark.key, location=place, label=label)


RULE = Rule(
    "T005",
    "heading-repeated",
    Severity.WARNING,
    __doc__,
    check,
    {
        "joined": Said("{label} stands twice; both answers were put together", _HELP),
        "elsewhere": Said("{label} stands twice; what is below it here was read as part of {other}", _HELP),
        "left": Said("{label} stands twice; what is below it here is in no answer", _HELP),
    },
)
