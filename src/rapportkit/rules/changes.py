"""Whether what somebody changes about rules can be meant: such rules, sentences, {names} and thresholds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from rapportkit.model.settings import Changes, RuleChange
from rapportkit.model.template import Template
from rapportkit.rules.messages import names, stray_brace
from rapportkit.rules.quoting import shortened
from rapportkit.rules.rule import Rule


def is_called(rule: Rule, called: str) -> bool:
    """Whether a rule is called by its code, by the beginning of its code, or by its name."""
    wanted = called.casefold()
    return rule.name == wanted or (bool(wanted) and rule.code.casefold().startswith(wanted))


def unknown(called: Sequence[str], rules: Sequence[Rule]) -> Iterator[str]:
    """A sentence for each that calls no rule, with the nearest that is one."""
    for each in called:
        if any(is_called(rule, each) for rule in rules):
            continue
        known = {key: shown for rule in rules for key, shown in _keys(rule)}
        near = get_close_matches(each.casefold(), known, n=1, cutoff=0.5)
        hint = f"Did you mean {known[near[0]]}?" if near else "“rapportkit explain --all” shows them."
        yield f"there is no rule “{each}”. {hint}"


def faults(changes: Changes, rules: Sequence[Rule]) -> Iterator[str]:
    """A sentence for each thing that would change nothing, or that a sentence could not be filled with."""
    met: dict[str, str] = {}
    for called, change in changes.items():
        rule = next((rule for rule in rules if called.casefold() in dict(_keys(rule))), None)
        if rule is None:
            told = next(
                unknown((called,), rules), f"name “{called}” by a whole code or a name, such as L001."
            )
            yield told
            continue
        if rule.code in met:
            yield f"{called}: that is the rule of “{met[rule.code]}” again; say it once."
        met.setdefault(rule.code, called)
        yield from (f"{called}: {fault}" for fault in _of_rule(change, rule))


def faults_of(template: Template, rules: Sequence[Rule]) -> tuple[str, ...]:
    """A sentence for each fault in what a form's owner changes about rules, for the form or a question of it."""
    asked = (*template.header, *template.fields, *template.leaves())
    changed = (template.rules, *(each.rules for field in asked for each in (field, *field.parts)))
    return tuple(dict.fromkeys(fault for changes in changed for fault in faults(changes, rules)))


def _of_rule(change: RuleChange, rule: Rule) -> Iterator[str]:
    for option in change.options:
        if option not in rule.options:
            known = f"It has {_listed(rule.options)}." if rule.options else "It has none."
            yield f"the rule has no threshold “{option}”. {known}"
    for kind, sentences in (("messages", change.messages), ("helps", change.helps)):
        for (key, tag), said in sentences.items():
            if key not in rule.messages:
                yield f"{kind}: the rule has no sentence “{key}”. It has {_listed(rule.messages)}."
                continue
            usual = rule.messages[key]
            filled = names(usual.message) | names(usual.help)
            there = f"There is {_listed(sorted(filled), '{', '}')}."
            for name in sorted(names(said) - filled):
                yield f"{kind}.{key}.{tag}: nothing fills {{{name}}}. {there}"
            if stray := stray_brace(said):
                yield f"{kind}.{key}.{tag}: “{shortened(stray)}” is no {{name}}; a reader would see the braces. {there}"


def _keys(rule: Rule) -> tuple[tuple[str, str], ...]:
    return (rule.code.casefold(), rule.code), (rule.name, rule.name)


def _listed(words: Iterable[str], opening: str = "“", closing: str = "”") -> str:
    return ", ".join(f"{opening}{word}{closing}" for word in words) or "nothing"
