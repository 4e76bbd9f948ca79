"""The file is a sound archive, but there is no Word document in it.

Why it matters: Word files are zip archives; one that was packed by hand, or a spreadsheet renamed
to `.docx`, looks alike from outside.

Example: a folder of pictures, zipped and renamed to `report.docx`.

How to mend: unpack it and send the report itself.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "F004",
    "no-word-document",
    Severity.ERROR,
    __doc__,
    messages={"unread": Said("{sentence}", "Send the report itself as .docx, .pdf or .txt.")},
)
