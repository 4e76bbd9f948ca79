"""What the paper says in words of its own, and arithmetic to fill it."""

from __future__ import annotations

from rapportkit.writers.phrasebook import Phrasebook


class Phrases(Phrasebook):
    """The phrases of one language.

    >>> Phrases().say("support", n=3, of=6)
    'raised in 3 of 6 sessions'
    >>> Phrases("es").count("points", 1), Phrases("es").count("points", 12)
    ('1 punto', '12 puntos')
    """

    name = "summary"

    def tongue(self, tag: str) -> str:
        """The name of a language, its tag where the table has no name for it."""
        return str(self._said["languages"].get(tag, tag))
