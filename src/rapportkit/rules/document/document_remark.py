"""The reader noticed something about the document that has no rule of its own.

Why it matters: it may explain why a text stands elsewhere than you expect, or is missing.

Example: a part of the file in a format that is not read.

How to mend: read the remark; mostly there is nothing to do.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.document.remarks import others
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "D000",
    "document-remark",
    Severity.INFO,
    __doc__,
    others,
    {"remark": Said("{sentence}", "See whether anything is missing from the report.")},
)
