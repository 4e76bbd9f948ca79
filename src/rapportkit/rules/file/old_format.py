"""The file is in an old format that only the program that made it opens well.

Why it matters: the report may be sound, but nothing of it can be read here. Where LibreOffice is
installed it is asked to convert such files; here it is missing, or could not do it.

Example: a report as `.doc`, from the years before Word wrote `.docx`; an `.rtf` or a `.pages` file.

How to mend: open it in the program that made it, choose Save As → Word document (`.docx`), and send
that.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "F012",
    "old-format",
    Severity.ERROR,
    __doc__,
    messages={"unread": Said("{sentence}", "Save it as a Word document (.docx) and send that.")},
)
