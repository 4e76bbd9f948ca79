"""The whole report is longer than a session's report should be.

Why it matters: several reports have to become one paper, often within the hour; a long report is
shortened by somebody who was not in the room.

Example: 4,000 words on a form that asks for concise points. The limit is 2,500 words, or what the form or
your configuration says (`words`). Speeches and papers have none unless they set one.

How to mend: keep what the plenary must hear, and send the rest as an annex.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.limits.concise import PROSE, count_words
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield one finding where the points of all questions come to too many words."""
    most = rule.option(reading, "words")
    if reading.template.layout == PROSE and reading.terms.option(rule.code, rule.name, "words") is None:
        return
    words = sum(count_words(each.point.text) for each in reading.points)
    if words > most:
        yield rule.finding(
            reading, "long", title=reading.quoted(reading.template.title), words=words, limit=most
        )


RULE = Rule(
    "L004",
    "report-too-long",
    Severity.WARNING,
    __doc__,
    check,
    {
        "long": Said(
            "{title} holds {words} words in all; the limit is {limit}",
            "Keep what the plenary must hear, and send the rest as an annex.",
        )
    },
    options={"words": 2500},
)
