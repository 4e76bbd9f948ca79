"""The file is empty.

Why it matters: an empty file is mostly an upload or a download that broke off; whoever sent it
believes that the report has arrived.

Example: a `.docx` of 0 bytes.

How to mend: ask for the file again.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "F002",
    "empty-file",
    Severity.ERROR,
    __doc__,
    messages={"unread": Said("{sentence}", "Ask for the file again.")},
)
