"""What the lists of findings say in words of their own."""

from __future__ import annotations

from collections.abc import Iterable

from rapportkit.writers.phrasebook import Phrasebook


class Phrases(Phrasebook):
    """The phrases of one language.

    >>> Phrases().say("more_at", n=3, places="line 4; line 5; line 9")
    '3 more of this kind: line 4; line 5; line 9'
    >>> Phrases("es").count("reports", 1), Phrases("es-MX").count("reports", 12)
    ('1 informe', '12 informes')
    """

    name = "finding"

    def row(self, parts: Iterable[str]) -> str:
        """Parts in a row, as the language parts them.

        >>> Phrases().row(["line 4", "line 9", ""])
        'line 4; line 9'
        """
        gap = self.say("then", first="", last="")
        return gap.join(filter(None, parts))
