"""The PDF is a dynamic form (XFA) that only its own program can show.

Why it matters: its pages hold nothing but the request to open them elsewhere; the answers lie in a
part that is no PDF text.

Example: a form that says "Please wait…" in every other viewer.

How to mend: open it in the program it was made for and print it to a new PDF, or copy the answers
into the Word form.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "F007",
    "dynamic-form",
    Severity.ERROR,
    __doc__,
    messages={
        "unread": Said("{sentence}", "Print the form to a new PDF, or copy the answers into the Word form.")
    },
)
