"""A question holds fewer points than the form asks for.

Why it matters: where a form asks for three questions to governments, three speakers have been
promised the floor; a missing one cannot be made up by those who merge the reports.

Example: two points under a question that asks for exactly three.

How to mend: add what is missing from your notes, or ask the session's chair. A question with no point
at all is told by A001.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield one finding for each question that is answered, but not in full."""
    for pointer, field, points in reading.asked:
        if field.at_least is None or not 0 < len(points) < field.at_least:
            continue
        yield rule.finding(
            reading,
            f"{'one' if len(points) == 1 else 'some'}-{'exact' if field.at_least == field.at_most else 'least'}",
            pointer,
            label=reading.label(pointer),
            count=len(points),
            limit=field.at_least,
            missing=field.at_least - len(points),
        )


RULE = Rule(
    "L002",
    "too-few-points",
    Severity.ERROR,
    __doc__,
    check,
    {
        "one-exact": Said("{label} holds 1 point; the form asks for exactly {limit}", "Add {missing} more."),
        "one-least": Said("{label} holds 1 point; the form asks for at least {limit}", "Add {missing} more."),
        "some-exact": Said(
            "{label} holds {count} points; the form asks for exactly {limit}", "Add {missing} more."
        ),
        "some-least": Said(
            "{label} holds {count} points; the form asks for at least {limit}", "Add {missing} more."
        ),
    },
)
