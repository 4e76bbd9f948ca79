"""What the paper says in words of its own, and arithmetic to fill it."""

from __future__ import annotations

from rapportkit.model.outline import Chapter, Part, Why
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

    def part(self, part: Part) -> str:
        """The heading of a part of the body."""
        return str(self._said["parts"][part.value])

    def left(self, chapter: Chapter) -> str:
        """How many points of a part stand in the annex alone, further ones or all of them."""
        return self.count("left" if chapter.groups else "left_all", chapter.left)

    def rest(self, part: Part, kind: str) -> str:
        """The heading of what stands in a part under no name of its own: practices of organisations, or the rest."""
        told = self._said["rest"]
        return str(told.get(kind) or told.get(part.value) or told["other"])

    def why(self, why: Why) -> str:
        """Why a point stands in the annex alone, in a word; `why_in_full` says it in a sentence."""
        return str(self._said["why"][why.value][0])

    def why_in_full(self, why: Why) -> str:
        """What the word means that `why` gives."""
        short, full = self._said["why"][why.value]
        return f"{short}: {full}"

    def objective(self, theme: str) -> str:
        """The short name of an objective or a goal by its id ("GCM 6", "SDG 8"), "" for any other theme.

        >>> Phrases("fr").objective("gcm-6"), Phrases().objective("theme-housing")
        ('PMM 6', '')
        """
        kind, _, number = theme.partition("-")
        short = self._said["objectives"].get(kind) if number.isdigit() else None
        return f"{short} {number}" if short else ""

    def group(self, group: str) -> str:
        """The name of a group by its id ("local-authorities")."""
        return str(self._said["groups"].get(group, group))
