"""What the paper says in words of its own: a closed table by language, and arithmetic to fill it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

_DEFAULT = "en"


class Phrases:
    """The phrases of one language; English stands in for a language that is not at hand."""

    def __init__(self, language: str = _DEFAULT) -> None:
        tag = language.split("-", maxsplit=1)[0]
        self.language = tag if tag in _table() else _DEFAULT
        self._said = _table()[self.language]

    def say(self, what: str, **filled: object) -> str:
        """A phrase with its gaps filled.

        >>> Phrases().say("support", n=3, of=6)
        'raised in 3 of 6 sessions'
        """
        return str(self._said[what]).format(**filled)

    def count(self, what: str, n: int, **filled: object) -> str:
        """A phrase about `n` things.

        >>> Phrases("es").count("points", 1), Phrases("es").count("points", 12)
        ('1 punto', '12 puntos')
        """
        forms = self._said[what]
        form = "none" if n == 0 and "none" in forms else "one" if n == 1 else "many"
        return str(forms[form]).format(n=n, **filled)

    def tongue(self, tag: str) -> str:
        """The name of a language, its tag where the table has no name for it."""
        return str(self._said["languages"].get(tag, tag))


@cache
def _table() -> dict[str, dict[str, Any]]:
    data = json.loads(files("rapportkit.writers.data").joinpath("summary_phrases.json").read_text("utf-8"))
    return {key: value for key, value in data.items() if isinstance(value, dict)}
