"""The file breaks off, is damaged, or is not what its name says.

Why it matters: a part of the report may be lost, so nothing of it is used.

Example: a Word file of which only the first half arrived, or a picture renamed to `.pdf`.

How to mend: open it in the program that made it, save it again and send that copy.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "F003",
    "broken-file",
    Severity.ERROR,
    __doc__,
    messages={
        "unread": Said("{sentence}", "Save the report again in the program that made it, and send that copy.")
    },
)
