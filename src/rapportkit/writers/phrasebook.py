"""A closed table of phrases by language: what a paper or a list says in words of its own.

`data/NAME_phrases.json` maps a base language tag to its phrases; {…} are filled with figures, names or titles, and
where a phrase counts, “one” is used for 1, “none”, if there is one, for 0, and “many” for any other number.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, ClassVar

_DEFAULT = "en"


class Phrasebook:
    """The phrases of one language; English stands in for a language that is not at hand."""

    name: ClassVar[str]
    """What the table's file is called before "_phrases"."""

    def __init__(self, language: str = _DEFAULT) -> None:
        table = _table(self.name)
        tag = language.partition("-")[0].casefold()
        self.language = tag if tag in table else _DEFAULT
        self._said = table[self.language]

    def say(self, what: str, **filled: object) -> str:
        """A phrase with its gaps filled."""
        return str(self._said[what]).format(**filled)

    def count(self, what: str, n: int, **filled: object) -> str:
        """A phrase about `n` things."""
        forms = self._said[what]
        form = "none" if n == 0 and "none" in forms else "one" if n == 1 else "many"
        return str(forms[form]).format(n=n, **filled)


@cache
def _table(name: str) -> dict[str, dict[str, Any]]:
    data = json.loads(files("rapportkit.writers.data").joinpath(f"{name}_phrases.json").read_text("utf-8"))
    return {key: value for key, value in data.items() if isinstance(value, dict)}
