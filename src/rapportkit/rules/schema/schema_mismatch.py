"""The report differs from its template in a way that no other rule tells more plainly.

Why it matters: tools that read the extracted fields hold them against the template's JSON Schema and
will stop where this finding points.

Example: the same point twice in a list whose items must differ, or a speaker beside a point that the
template lets have none.

How to mend: read the question once more; if the report is right, tell the owner of the template.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.rules.violations import Violation

_KEYS = {
    "uniqueItems": "twice",
    "required": "lacks",
    "additionalProperties": "extra",
    "unevaluatedProperties": "extra",
    "maxItems": "many",
    "minItems": "few",
}
_TOLD_BY_SCHEMA_RULES = {"maxLength", "minLength", "enum", "const", "pattern"}


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each violation that the rules on limits, header and answers leave."""
    for each in reading.violations:
        if each.keyword in _TOLD_BY_SCHEMA_RULES or _is_told_elsewhere(each, reading):
            continue
        pointer = reading.known(each.pointer)
        yield rule.finding(
            reading,
            _KEYS.get(each.keyword, "other"),
            pointer,
            label=reading.label(pointer),
            name=each.name,
            asked=each.asked,
            keyword=each.keyword,
        )


def _is_told_elsewhere(each: Violation, reading: Reading) -> bool:
    """Whether L…, M… or A… say the same in better words."""
    if each.keyword in {"maxItems", "minItems"}:
        return each.pointer in reading.lists
    if each.keyword == "required":
        tops = {field.pointer for field in reading.template.header}
        persons = {person for field in reading.template.header for person in reading.persons(field)}
        return each.pointer in {"", *tops, *persons} or reading.is_group(each.pointer)
    return False


RULE = Rule(
    "S004",
    "schema-mismatch",
    Severity.ERROR,
    __doc__,
    check,
    {
        "twice": Said("{label} says the same thing twice", "Delete one of the two."),
        "lacks": Said("{label} lacks its “{name}”", "Add what is missing."),
        "extra": Said(
            "{label} holds “{name}”, which this form does not have", "Delete it, or use the right form."
        ),
        "many": Said(
            "{label} holds more points than the form's limit of {asked}", "Keep the strongest points."
        ),
        "few": Said(
            "{label} holds fewer points than the {asked} that the form asks for", "Add what is missing."
        ),
        "other": Said(
            "{label} is not as the form's schema describes it ({keyword})",
            "Read the question once more; if the report is right, tell the owner of the template.",
        ),
    },
)
