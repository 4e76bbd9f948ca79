"""What a summary says in words of its own, by language: a closed table, so that nothing else is said."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

_DEFAULT = "en"


def said(what: str, language: str = _DEFAULT, **filled: str) -> str:
    """A phrase in a language (English where it is not at hand), its gaps filled.

    >>> said("challenges"), said("title_event", "fr", event="Dialogue 2017")
    ('Challenges', 'Résumé consolidé : Dialogue 2017')
    """
    table = _table().get(language.split("-", maxsplit=1)[0], _table()[_DEFAULT])
    return table[what].format(**filled)


def listed(names: Sequence[str], language: str = _DEFAULT) -> str:
    """Names in a sentence: "RT 1a, RT 1b and RT 1c"."""
    *most, last = names
    return f"{', '.join(most)} {said('and', language)} {last}" if most else last


@cache
def _table() -> dict[str, dict[str, str]]:
    data = json.loads(files("rapportkit.merge.data").joinpath("wording.json").read_text("utf-8"))
    return {key: value for key, value in data.items() if isinstance(value, dict)}
