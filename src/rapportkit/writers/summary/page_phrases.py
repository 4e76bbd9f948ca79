"""What the page of a summary says beside the paper itself: its filters, its panel of sources, its contents."""

from __future__ import annotations

from rapportkit.writers.phrasebook import Phrasebook


class PagePhrases(Phrasebook):
    """The phrases of one language.

    >>> PagePhrases("fr").say("close"), PagePhrases().count("sources", 2)
    ('Fermer', '2 sources')
    """

    name = "page"

    def named(self, what: str, key: str) -> str:
        """One of several words of a kind ("languages", "groups"), the key itself where there is none."""
        return str(self._said[what].get(key.partition("-")[0] if what == "languages" else key, key))

    def script(self) -> dict[str, str]:
        """What the script says, its gaps left open."""
        return dict(self._said["script"])
