"""The mail came with a file that was not read.

Why it matters: the report was read from the text of the mail; if it stands in the attachment, nothing
of it is in the summary.

Example: a mail whose text is the report, with the agenda of the session attached; a letter with a
spreadsheet beside the report.

How to mend: if the file belongs to the report, save it out of the mail and give it by itself.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.document.remarks import remarks
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "D005",
    "unread-attachment",
    Severity.WARNING,
    __doc__,
    remarks,
    {
        "attachment": Said(
            "The attachment {attachment} was not read",
            "If it belongs to the report, save it out of the mail and give it by itself.",
        )
    },
)
