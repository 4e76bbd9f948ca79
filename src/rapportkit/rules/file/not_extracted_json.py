"""The JSON was not written by `rapportkit extract` or `rapportkit merge`, or was changed since.

Why it matters: points are traced back to their source by what stands in this file; with parts
missing they would hang in the air.

Example: a list of points without the `template` and `source` beside it.

How to mend: extract the report again from its document.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "F009",
    "not-extracted-json",
    Severity.ERROR,
    __doc__,
    messages={"unread": Said("{sentence}", "Extract the report again from its document.")},
)
