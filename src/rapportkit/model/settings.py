"""What a person may change about the rules: which are asked, how grave they are, and in whose words they speak."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rapportkit.model.finding import Severity

SEVERAL = "*"
"""Every language, in the place of a BCP 47 tag."""


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What is changed about one rule; None and empty where nothing is.

    `messages` and `helps` map (key of the rule's sentence, BCP 47 tag) to other words with the same {names}.
    `options` are thresholds of the rule by their names.
    """

    severity: Severity | None = None
    off: bool = False
    messages: Mapping[tuple[str, str], str] = field(default_factory=dict)
    helps: Mapping[tuple[str, str], str] = field(default_factory=dict)
    options: Mapping[str, int] = field(default_factory=dict)


NO_CHANGE = RuleChange()
Changes = Mapping[str, RuleChange]
"""A rule's code or name to what is changed about it."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """Findings that are let pass, and why.

    `files` is a pattern for file names ("rt*.docx"), `rule` a code, a name or the beginning of codes, `field` a
    JSON Pointer at or below which they stand, "" for anywhere.
    """

    files: str
    rule: str
    reason: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """How rules are asked.

    `language` is a BCP 47 tag; `select` and `ignore` hold codes, names or beginnings of codes ("L" for all about
    length); an empty `select` means all.
    """

    language: str = "en"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    changes: Changes = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()


AS_SHIPPED = Settings()


def change_of(changes: Changes, code: str, name: str) -> RuleChange:
    """What is changed about a rule, which may be called by its code or its name, in letters of any case."""
    for key, change in changes.items():
        if key.casefold() in {code.casefold(), name.casefold()}:
            return change
    return NO_CHANGE
