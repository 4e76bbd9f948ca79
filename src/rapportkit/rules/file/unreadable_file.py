"""The file could not be read, for a reason of its own.

Why it matters: nothing of this report is in the summary. The other files were read all the same.

Example: a file on a drive that was taken away, or one that another program holds open.

How to mend: open the file yourself. If that works, save a copy under a new name and try that one.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "F001",
    "unreadable-file",
    Severity.ERROR,
    __doc__,
    messages={"unread": Said("{sentence}", "Open the file, save a copy and try that one.")},
)
