"""Files of this kind are not read.

Why it matters: the report may be sound; there is only nothing here that opens it.

Example: a report as `.xlsx`, `.pptx` or `.epub`.

How to mend: save it as `.docx` or `.pdf`, or paste its text into a `.txt` file.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "F010",
    "kind-not-read",
    Severity.ERROR,
    __doc__,
    messages={"unread": Said("{sentence}", "Save it as .docx or .pdf, or paste the text into a .txt file.")},
)
