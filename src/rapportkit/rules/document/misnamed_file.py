"""The file is of another kind than its name says.

Why it matters: it was read as what it is, so nothing is lost here. Others cannot open it with a double click,
and mail programs and archives refuse such files.

Example: a Word file whose name was changed to `report.pdf`; a web page that calls itself `report.doc`.

How to mend: give it the ending that belongs to it, which the finding names, or save it again as `.docx`.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.document.remarks import remarks
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "D007",
    "misnamed-file",
    Severity.WARNING,
    __doc__,
    remarks,
    {
        "docx": Said(
            "The file is a Word file, though its name ends in {suffix}", "Give it the ending .docx."
        ),
        "pdf": Said("The file is a PDF, though its name ends in {suffix}", "Give it the ending .pdf."),
        "odt": Said(
            "The file is an OpenDocument text, though its name ends in {suffix}", "Give it the ending .odt."
        ),
        "html": Said(
            "The file is a web page, though its name ends in {suffix}",
            "Open it in Word and save it as .docx.",
        ),
        "eml": Said(
            "The file is a mail or a web archive, though its name ends in {suffix}",
            "Save the report itself as .docx and send that.",
        ),
        "office": Said(
            "The file is in an old format of Word or of another program, though its name ends in {suffix}",
            "Open it in the program that made it and save it as .docx.",
        ),
    },
)
