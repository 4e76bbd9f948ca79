"""A text is longer or shorter than the form allows.

Why it matters: a form that asks for one sentence prints one sentence; the rest will be cut by somebody
who was not in the room.

Example: 900 characters in a field that allows 500.

How to mend: shorten the text, or split it where the form allows more than one point.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said

_KEYS = {"maxLength": "long", "minLength": "short"}


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each text whose length the template does not allow."""
    for each in reading.violations:
        pointer = reading.known(each.pointer)
        # What a group without words of its own lacks is told by A001 and A004.
        if each.keyword not in _KEYS or (not each.value and reading.is_group(pointer)):
            continue
        yield rule.finding(
            reading,
            _KEYS[each.keyword] if each.value else "empty",
            pointer,
            label=reading.label(pointer),
            count=len(each.value),
            limit=each.asked,
            quote=shortened(each.value),
        )


RULE = Rule(
    "S001",
    "wrong-length",
    Severity.ERROR,
    __doc__,
    check,
    {
        "long": Said(
            "{label} has {count} characters; the form allows {limit}: “{quote}”",
            "Shorten the text to {limit} characters.",
        ),
        "short": Said(
            "{label} has {count} characters; the form asks for {limit} at least: “{quote}”",
            "Say it more fully.",
        ),
        "empty": Said("{label} has a point without words", "Write the point, or delete it."),
    },
)
