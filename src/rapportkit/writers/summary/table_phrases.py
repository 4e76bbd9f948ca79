"""What tables made of a summary say in words of their own: sheets, heads of columns, groups."""

from __future__ import annotations

from rapportkit.writers.phrasebook import Phrasebook


class TablePhrases(Phrasebook):
    """The phrases of one language.

    >>> TablePhrases("fr").named("sheets", "points"), TablePhrases("es").head("sdg-10")
    ('Points', 'ODS 10')
    """

    name = "table"

    def named(self, what: str, key: str) -> str:
        """One of several words of a kind ("sheets", "columns", "why", …), the key itself where there is none."""
        return str(self._said[what].get(key, key))

    def keys(self, what: str) -> tuple[str, ...]:
        """What there are words for, in the order of the table."""
        return tuple(self._said[what])

    def head(self, about: str) -> str:
        """How the column of an objective, a goal or a group is headed; a country by its code."""
        kind, _, number = about.partition("-")
        if number.isdigit():
            return self.say("objective" if kind == "gcm" else "goal", n=number)
        return self.named("groups", about)
