"""What the lists of findings say in words of their own: a closed table by language."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

_DEFAULT = "en"


class Phrases:
    """The phrases of one language; English stands in for a language that is not at hand."""

    def __init__(self, language: str = _DEFAULT) -> None:
        tag = language.partition("-")[0].casefold()
        self.language = tag if tag in _table() else _DEFAULT
        self._said = _table()[self.language]

    def say(self, what: str, **filled: object) -> str:
        """A phrase with its gaps filled.

        >>> Phrases().say("more_at", n=3, places="line 4; line 5; line 9")
        '3 more of this kind: line 4; line 5; line 9'
        """
        return str(self._said[what]).format(**filled)

    def row(self, parts: Iterable[str]) -> str:
        """Parts in a row, as the language parts them.

        >>> Phrases().row(["line 4", "line 9", ""])
        'line 4; line 9'
        """
        gap = self.say("then", first="", last="")
        return gap.join(filter(None, parts))

    def count(self, what: str, n: int) -> str:
        """A phrase about `n` things.

        >>> Phrases("es").count("reports", 1), Phrases("es-MX").count("reports", 12)
        ('1 informe', '12 informes')
        """
        return str(self._said[what]["one" if n == 1 else "many"]).format(n=n)


@cache
def _table() -> dict[str, dict[str, Any]]:
    data = json.loads(files("rapportkit.writers.data").joinpath("finding_phrases.json").read_text("utf-8"))
    return {key: value for key, value in data.items() if isinstance(value, dict)}
