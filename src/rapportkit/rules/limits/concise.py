"""Which questions ask for points, and not for prose."""

from __future__ import annotations

from rapportkit.model.template import Field, Kind
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule

PROSE = "prose"
"""The layout of speeches and papers: what is a list of points there is a list of paragraphs."""
_LISTS = frozenset({Kind.POINTS, Kind.ROWS, Kind.QUOTES})


def limit(rule: Rule, reading: Reading, field: Field, pointer: str, name: str) -> int | None:
    """The limit of a rule at a question; None for prose, unless the form or the settings give one."""
    if field.kind in _LISTS and reading.template.layout != PROSE:
        return rule.option(reading, name, pointer)
    return reading.terms.option(rule.code, rule.name, name, pointer)


def count_words(text: str) -> int:
    """How many words a text has, as a word processor counts them.

    >>> count_words("Migrants’ rights – in 3 cities.")
    6
    """
    return len(text.split())
