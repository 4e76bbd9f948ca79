"""The PDF has no text that can be read.

Why it matters: a person can read a picture of a page, a program cannot; guessing letters from pictures
makes errors in names and figures.

Example: a printed form, filled in by hand and scanned; blank pages; a PDF whose fonts do not say which
letters they show.

How to mend: send the file that was printed, or a PDF with recognised text that somebody has read
through.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "F008",
    "pdf-without-text",
    Severity.ERROR,
    __doc__,
    messages={"unread": Said("{sentence}", "Send the file that was printed, or one with recognised text.")},
)
