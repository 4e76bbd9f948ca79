"""The reader noticed something about the document that has no rule of its own.

Why it matters: it may explain why a text stands elsewhere than you expect, or is missing.

Example: a part of the file in a format that is not read.

How to mend: read the remark; mostly there is nothing to do.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.document.remarks import GENERAL
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding, in the reader's own sentence, for each remark that no other rule has words for."""
    for remark in reading.report.remarks:
        if remark.key == GENERAL:
            place = remark.location if remark.location.place else None
            sentence = remark.text.rstrip(".") or rule.summary.rstrip(".")
            yield rule.finding(reading, GENERAL, location=place, sentence=sentence)


RULE = Rule(
    "D000",
    "document-remark",
    Severity.INFO,
    __doc__,
    check,
    {GENERAL: Said("{sentence}", "See whether anything is missing from the report.")},
)
