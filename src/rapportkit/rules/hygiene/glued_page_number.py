"""A page number or a running head is glued to a line.

Why it matters: "… access to services. 3" reads like a figure that somebody gave.

Example: "Page 2 of 5" in the middle of a point, a lone number behind a full stop, the running head of the
next page at the end of a sentence. Where a sentence only refers to a page, nothing is told.

How to mend: delete the number, or send the Word file instead of a copy of its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportkit.model.document import FurnitureKind
from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.quoting import around
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.text.page_numbers import glued, is_page_number

_RUNNING = frozenset({FurnitureKind.HEADER, FurnitureKind.FOOTER})
_FEWEST_WORDS = 4
_MOST_HEADS = 20
_END = re.compile(r"[.!?:;”»]\s*$")


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each point with a page number or running head in it."""
    heads = _heads(reading)
    for pointer, point, _ in reading.points:
        if is_page_number(point.text):
            key, span = "alone", (0, len(point.text))
        elif found := glued(point.text):
            key, span = "number", found
        elif running := _running(point.text, heads):
            key, span = "head", running
        else:
            continue
        label, quote = reading.label(pointer), around(point.text, span)
        yield rule.finding(reading, key, pointer, label=label, quote=quote)


def _heads(reading: Reading) -> tuple[str, ...]:
    """Running heads and feet of the document that are long enough to be known again."""
    furniture = reading.document.furniture if reading.document else ()
    texts = (" ".join(each.text.split()) for each in furniture if each.kind in _RUNNING)
    return tuple(dict.fromkeys(each for each in texts if len(each.split()) >= _FEWEST_WORDS))[:_MOST_HEADS]


def _running(text: str, heads: tuple[str, ...]) -> tuple[int, int] | None:
    """Where a running head stands behind the last sentence of a text, or before its first."""
    for head in heads:
        before = len(text) - len(head)
        if before > 0 and text.endswith(head) and _END.search(text[:before]):
            return before, len(text)
        if text.startswith(f"{head} ") and text[len(head) + 1 : len(head) + 2].isupper():
            return 0, len(head)
    return None


RULE = Rule(
    "H004",
    "glued-page-number",
    Severity.WARNING,
    __doc__,
    check,
    {
        "number": Said("{label} has a page number in a point: “{quote}”", "Delete the page number."),
        "alone": Said("{label} has a page number for a point: “{quote}”", "Delete the page number."),
        "head": Said(
            "{label} has the running head of a page in a point: “{quote}”", "Delete the running head."
        ),
    },
)
