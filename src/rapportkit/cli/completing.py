"""What a shell may offer behind an option: called while somebody presses Tab, and quiet whatever happens."""

from __future__ import annotations

from collections.abc import Iterator


def templates(incomplete: str) -> list[str]:
    """The ids of the templates that come with rapportkit."""
    from rapportkit.templates.catalog import shipped

    return _beginning(incomplete, (each.id for each in shipped()))


def rules(incomplete: str) -> list[str]:
    """Codes of rules, and their names once a small letter was typed."""
    from rapportkit.rules import RULES

    if incomplete[:1].islower():
        return _beginning(incomplete, (rule.name for rule in RULES))
    return _beginning(incomplete, (rule.code for rule in RULES))


def formats(incomplete: str) -> list[str]:
    """The formats of findings."""
    from rapportkit.cli.telling import FORMATS

    return _beginning(incomplete, iter(FORMATS))


def languages(incomplete: str) -> list[str]:
    """The languages in which findings are told."""
    from rapportkit.rules.messages import LANGUAGES

    return _beginning(incomplete, iter(LANGUAGES))


def severities(incomplete: str) -> list[str]:
    """What a run can fail on."""
    from rapportkit.cli.config import FAIL_ON

    return _beginning(incomplete, map(str, FAIL_ON))


def _beginning(incomplete: str, words: Iterator[str]) -> list[str]:
    """The words that begin so, in letters of any case."""
    return [word for word in words if word.casefold().startswith(incomplete.casefold())]
