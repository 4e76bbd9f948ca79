"""The file follows none of the forms at hand.

Why it matters: a text forced into a form it does not follow gives answers that nobody gave. What
follows no form is set aside instead.

Example: an agenda in the same folder as the reports; a report on a form whose template is not at
hand.

How to mend: if it is a report, name its form with `--template`, or give the folder of your own
templates with `--template-dir`. `rapportkit identify` shows what speaks for each form.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "F011",
    "no-template-fits",
    Severity.ERROR,
    __doc__,
    messages={
        "unread": Said("{sentence}", "If it is a report, name its form with --template."),
        "nearest": Said("{sentence}", "If it is a report, name its form with --template."),
    },
)
