"""All that is recognised in one text, worked out once for everybody who asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapportkit.mentions.addressed import addressed
from rapportkit.mentions.around import apposed
from rapportkit.mentions.countries import Mention, mentions
from rapportkit.mentions.persons import Run, Span, persons, runs
from rapportkit.mentions.rows import in_rows, labelled


@dataclass(frozen=True, slots=True)
class Seen:
    """What was recognised in a text: countries, runs of capitalised words, and persons among them."""

    mentioned: tuple[Mention, ...]
    runs: tuple[Run, ...]
    persons: tuple[Span, ...]


def look(text: str, language: str = "") -> Seen:
    """Recognise what a text names, once for all that is asked of it."""
    mentioned = tuple(mentions(text, language))
    found = tuple(runs(text, mentioned))
    named = {
        *persons(text, found),
        *apposed(text, found),
        *in_rows(text),
        *labelled(text, found),
        *addressed(text),
    }
    return Seen(mentioned, found, tuple(sorted(named)))


def people(text: str, seen: Seen) -> Iterator[str]:
    """The full names by which a text names persons: later on, one end of a name will do."""
    for start, end in seen.persons:
        if " " in text[start:end]:
            name = text[start:end]
            yield name.title() if name.islower() else name
