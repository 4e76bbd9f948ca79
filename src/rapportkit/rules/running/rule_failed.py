"""A rule could not be checked: there is a fault in it.

Why it matters: what this rule looks for may be in the report, and nobody would know. All other rules
were checked.

Example: a template with an annotation that the rule does not expect.

How to mend: nothing in the report. Look at the form's template with “rapportkit templates check”; where it
is sound, tell those who look after rapportkit, with the finding's text and, if you may, the report.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "X001",
    "rule-failed",
    Severity.ERROR,
    __doc__,
    messages={
        "failed": Said(
            "The rule {code} {name} could not be checked: {fault}",
            "Nothing to mend in the report; tell those who look after rapportkit or after the form’s template.",
        ),
    },
)
