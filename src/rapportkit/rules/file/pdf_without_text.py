"""The PDF has no text that can be read.

Why it matters: a person can read a picture of a page; a program can only guess at its letters, and only
where tesseract is installed and `--ocr off` was not asked for.

Example: a printed form, filled in by hand and scanned; blank pages; a PDF whose fonts do not say which
letters they show.

How to mend: send the file that was printed, or a PDF with recognised text that somebody has read
through; or install tesseract with the languages of your reports (Debian, Ubuntu: `apt install
tesseract-ocr tesseract-ocr-fra tesseract-ocr-spa`).
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "F008",
    "pdf-without-text",
    Severity.ERROR,
    __doc__,
    messages={"unread": Said("{sentence}", "Send the file that was printed, or one with recognised text.")},
)
