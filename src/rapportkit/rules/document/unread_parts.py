"""Part of the document cannot be read.

Why it matters: what stands there is not in the summary, however well it is written.

Example: a report of three pages whose last one was signed, scanned and appended; a Word file with a
chart, or with a part in a format of its own.

How to mend: type the text of this part into the report, or send the file that was printed. Letters in
scanned pages are recognised where tesseract is installed (`--ocr`).
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.document.remarks import remarks
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "D004",
    "unread-parts",
    Severity.WARNING,
    __doc__,
    remarks,
    {"remark": Said("{sentence}", "Type this part into the report, or send the file that was printed.")},
)
