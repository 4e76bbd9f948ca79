"""Marks of a word processor, a web page or a converter stand in the text.

Why it matters: they are printed as they stand, in the middle of somebody's point.

Example: "<b>Firewalls</b> protect", "**Firewalls** protect", "Firewalls &amp; access", or the field code
"HYPERLINK" in front of an address.

How to mend: delete the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said

_MARKUP = re.compile(
    r"""
    </?(?:p|ul|ol|li|i|b|u|em|strong|span|div|br|a|table|thead|tbody|tr|td|th|font|sup|sub|h[1-6])(?:\s[^<>]*)?/?>
    | &(?:[a-z]{2,8}|\#\d{1,6}|\#x[0-9a-f]{1,5});
    | \*\*(?=\S)[^*]{1,200}\*\*
    | (?<!\w)__(?=\S)[^_]{1,200}__(?!\w)
    | ^\#{1,6}\ (?=\S)
    | \[[^\[\]]{1,200}\]\(https?://[^()\s]{1,300}\)
    | \b(?:HYPERLINK|MERGEFIELD|PAGEREF|INCLUDEPICTURE)\s+\\?["l\w]
    | \\(?:par|pard|b0|i0)\b
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield one finding for each text with marks in it, quoting the first."""
    for pointer, text in reading.texts:
        if mark := _MARKUP.search(text):
            label = reading.label(pointer)
            yield rule.finding(reading, "markup", pointer, label=label, mark=mark[0].strip()[:40])


RULE = Rule(
    "H001",
    "leaked-markup",
    Severity.WARNING,
    __doc__,
    check,
    {"markup": Said("{label} holds marks of a converter: “{mark}”", "Delete the marks and keep the words.")},
)
