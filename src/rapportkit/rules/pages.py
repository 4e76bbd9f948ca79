"""The pages of the rules: one by one for `explain`, all of them for docs/rules.md."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from inspect import cleandoc

from rapportkit.errors import UsageError
from rapportkit.rules.rule import Rule


def find(asked: str, rules: Sequence[Rule]) -> Rule:
    """The rule with this code or name; UsageError, naming the nearest, where there is none."""
    wanted = asked.strip().strip("[]").casefold()
    known = {key.casefold(): rule for rule in rules for key in (rule.code, rule.name)}
    if wanted in known:
        return known[wanted]
    near = [known[key] for key in get_close_matches(wanted, known, n=1, cutoff=0.5)]
    hint = (
        f"Did you mean {near[0].code} {near[0].name}?"
        if near
        else f"There are {', '.join(rule.code for rule in rules)}."
    )
    raise UsageError(f"There is no rule “{asked.strip()}”. {hint}")


def page(rule: Rule) -> str:
    """One rule's page as plain text: its code, name and severity, then its documentation."""
    said = f"{rule.code} {rule.name} ({rule.severity.value})\n\n{cleandoc(rule.page or '')}\n"
    return f"{said}\n{_thresholds(rule)}\n" if rule.options else said


def _thresholds(rule: Rule) -> str:
    """What may be changed about a rule beside its severity and its words."""
    listed = ", ".join(f"{name} = {number}" for name, number in rule.options.items())
    return f"May be changed in the configuration and by the form: {listed}."


def reference(rules: Sequence[Rule]) -> str:
    """The reference of all rules in Markdown, a table first."""
    rows = [
        f"| [{rule.code}](#{_anchor(rule)}) | {rule.name} | {rule.severity.value} | {rule.summary} |"
        for rule in rules
    ]
    head = [
        "# Rules",
        "",
        "What `rapportkit validate` looks for. Each page is also shown by `rapportkit explain CODE`. This file is",
        "made of the rules' own docstrings by `python -m rapportkit.rules.reference > docs/rules.md`.",
        "",
        "| code | name | severity | found when |",
        "|---|---|---|---|",
    ]
    pages = [
        f"## {rule.code} {rule.name}\n\nSeverity: {rule.severity.value}\n\n{cleandoc(rule.page or '')}\n"
        + (f"\n{_thresholds(rule)}\n" if rule.options else "")
        for rule in rules
    ]
    return "\n".join([*head, *rows, "", *pages])


def _anchor(rule: Rule) -> str:
    return f"{rule.code.casefold()}-{rule.name}"
