"""The text was recognised in pictures of pages.

Why it matters: a program that reads letters in a picture makes errors, most of all in names, figures and
handwriting, and it cannot know where. The confidence of such a report is lowered: for each letter that
was recognised, 0.9 times what the program itself believes.

Example: a form that was printed, signed and scanned; a PDF whose fonts do not say which letters they show.

How to mend: send the file that was printed. Where there is none, compare the report with the original;
`--ocr off` leaves pictures unread.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.document.remarks import remarks
from rapportkit.rules.rule import Rule, Said

_HELP = "Compare names, figures and quotations with the original."

RULE = Rule(
    "D006",
    "recognised-text",
    Severity.WARNING,
    __doc__,
    remarks,
    {
        "page": Said(
            "Page {numbers} is a picture; its text was recognised by a program, which makes errors", _HELP
        ),
        "pages": Said(
            "Pages {numbers} are pictures; their text was recognised by a program, which makes errors", _HELP
        ),
    },
)
