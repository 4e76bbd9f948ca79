"""The words of annotated copies, in all their languages."""

from __future__ import annotations

from dataclasses import fields
from string import Formatter

import pytest

from rapportkit.model.finding import Severity
from rapportkit.writers.annotated.phrases import Phrases, phrases


@pytest.mark.parametrize("language", ["fr", "es"])
def test_every_phrase_is_said_and_takes_the_same_values(language):
    english, other = phrases("en"), phrases(language)
    assert other.tag == language
    for field in fields(Phrases):
        ours, theirs = getattr(english, field.name), getattr(other, field.name)
        assert gaps(ours) == gaps(theirs), field.name
        assert theirs
    assert other.severity(Severity.WARNING) not in {"", "warning"}


def gaps(said: str | tuple[str, ...]) -> list[int]:
    each = (said,) if isinstance(said, str) else said
    return [sum(name is not None for _, name, _, _ in Formatter().parse(text)) for text in each]
