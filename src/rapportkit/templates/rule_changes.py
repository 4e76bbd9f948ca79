"""What a form's owner changes about rules, read from a template's “rules”; docs/templates.md tells how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rapportkit.errors import TemplateError
from rapportkit.model.finding import Severity
from rapportkit.model.settings import Changes, RuleChange

MOST = 10**9
"""No threshold is above that; the shape of a template says so, too."""
_OFF = "off"
_KEYS = ("severity", "messages", "helps", "options")


def changes(annotation: Any) -> Changes:
    """Read the changes by a rule's code or name.

    Raises TemplateError for what is of a wrong type, with a sentence that tells where; whether there are such
    rules, sentences and thresholds is for `rules.changes.faults` to say.
    """
    return {rule: _change(said, rule) for rule, said in _object(annotation, "rules").items()}


def _change(said: Any, rule: str) -> RuleChange:
    where = f"rules: {rule}"
    known = _object(said, where)
    for key in known:
        if key not in _KEYS:
            raise TemplateError(f"{where}: there is no “{key}”. There are: {', '.join(_KEYS)}.")
    severity = known.get("severity")
    if severity is not None and severity not in (*Severity, _OFF):
        raise TemplateError(f"{where}, severity: one of {', '.join((*Severity, _OFF))}.")
    return RuleChange(
        severity=None if severity in {None, _OFF} else Severity(severity),
        off=severity == _OFF,
        messages=dict(_sentences(known.get("messages"), f"{where}, messages")),
        helps=dict(_sentences(known.get("helps"), f"{where}, helps")),
        options=dict(_options(known.get("options"), f"{where}, options")),
    )


def _sentences(annotation: Any, where: str) -> Iterator[tuple[tuple[str, str], str]]:
    for key, said in _object(annotation, where).items():
        for tag, text in _object(said, f"{where}, {key}").items():
            if not isinstance(text, str) or not text.strip():
                raise TemplateError(f"{where}, {key}, {tag}: a sentence is wanted.")
            yield (key, tag), text


def _options(annotation: Any, where: str) -> Iterator[tuple[str, int]]:
    for name, number in _object(annotation, where).items():
        # True is a number to Python.
        if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number <= MOST:
            raise TemplateError(f"{where}, {name}: a threshold is a whole number from 0 to {MOST}.")
        yield name, number


def _object(annotation: Any, where: str) -> Mapping[str, Any]:
    """The members of an object; nothing where there is none."""
    if annotation is None:
        return {}
    if not isinstance(annotation, Mapping):
        raise TemplateError(f"{where}: an object in braces is wanted here.")
    return annotation
