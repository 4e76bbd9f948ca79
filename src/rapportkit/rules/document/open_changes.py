"""The document holds tracked changes that nobody has accepted or rejected.

Why it matters: the report is read as if all of them were accepted (with `--revisions original`, as if
all were rejected). If one of them should not be, the summary will say what was struck out of the report.

Example: a sentence that a colleague put in during the session, still underlined in red.

How to mend: accept or reject every change and save the report.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.document.remarks import remarks
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "D001",
    "open-changes",
    Severity.WARNING,
    __doc__,
    remarks,
    {"remark": Said("{sentence}", "Accept or reject every change and save the report.")},
)
