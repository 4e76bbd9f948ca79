"""On what terms a rule is asked at a place of the form: how grave it is, with which thresholds, in whose words.

What the settings of a run say comes first, then what the form's owner changed for the question, for what it stands
in, and for the whole form; what nobody changed is as the rule has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rapportkit.model.finding import Severity
from rapportkit.model.settings import SEVERAL, RuleChange, Settings, change_of
from rapportkit.model.template import Field, Template
from rapportkit.rules.messages import Catalogue, base, catalogue


@dataclass(frozen=True)
class Terms:
    """The settings of a run beside the template of a report."""

    settings: Settings
    template: Template

    @cached_property
    def catalogue(self) -> Catalogue:
        """The words of the language that findings are told in."""
        return catalogue(base(self.settings.language))

    def severity(self, code: str, name: str, pointer: str) -> Severity | None:
        """How grave a finding of a rule is at a pointer, where the settings or the template say so."""
        said = (change.severity for change in self._changes(code, name, pointer))
        return next((severity for severity in said if severity), None)

    def is_off(self, code: str, name: str, pointer: str = "") -> bool:
        """Whether a rule is switched off, altogether or at a pointer: the first who says anything decides."""
        said = (change for change in self._changes(code, name, pointer) if change.off or change.severity)
        return next((change.off for change in said), False)

    def option(self, code: str, name: str, option: str, pointer: str = "") -> int | None:
        """A threshold of a rule at a pointer, where the settings or the template give one."""
        said = (change.options.get(option) for change in self._changes(code, name, pointer))
        return next((each for each in said if each is not None), None)

    def worded(
        self, code: str, name: str, key: str, pointer: str, english: tuple[str, str]
    ) -> tuple[str, str]:
        """A rule's sentence and its help: the form owner's words, those of the language, or the English ones."""
        usual = self.catalogue.sentences.get((code, key), english)
        changes = self._changes(code, name, pointer)
        language = self.settings.language
        tags = (language, base(language), SEVERAL)
        said = (change.messages.get((key, tag)) for change in changes for tag in tags)
        helped = (change.helps.get((key, tag)) for change in changes for tag in tags)
        return next(filter(None, said), usual[0]), next(filter(None, helped), usual[1])

    def _changes(self, code: str, name: str, pointer: str) -> tuple[RuleChange, ...]:
        """What is changed about a rule at a pointer: by the settings, the question, what it stands in, the form."""
        layers = [
            self.settings.changes,
            *(field.rules for field in self._fields_at(pointer)),
            self.template.rules,
        ]
        return tuple(change_of(layer, code, name) for layer in layers if layer)

    def _fields_at(self, pointer: str) -> tuple[Field, ...]:
        """The part, question and section that a pointer stands in, innermost first."""
        found: list[Field] = []
        for top in (*self.template.header, *self.template.fields):
            for leaf in (top, *top.fields):
                if not is_at_or_below(pointer, leaf.pointer):
                    continue
                found.insert(0, leaf)
                name = pointer.removeprefix(leaf.pointer).strip("/").partition("/")[2].partition("/")[0]
                found[:0] = [part for part in leaf.parts[1:] if part.name == name]
        return tuple(found)


def is_at_or_below(pointer: str, top: str) -> bool:
    """Whether a pointer is that of something, or of a part of it."""
    return bool(top) and (pointer == top or pointer.startswith(f"{top}/"))
