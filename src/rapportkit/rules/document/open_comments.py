"""The document holds comments.

Why it matters: comments are not part of the report and nothing of them is used. They do travel with
the file, names included.

Example: "Did she really say this?" beside a quotation.

How to mend: settle the comments and delete them.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.document.remarks import remarks
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "D002",
    "open-comments",
    Severity.WARNING,
    __doc__,
    remarks,
    {
        "one": Said("1 comment is still open", "Settle the comment and delete it."),
        "many": Said("{count} comments are still open", "Settle the comments and delete them."),
    },
)
