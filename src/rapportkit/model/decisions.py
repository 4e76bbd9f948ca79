"""What an editor decided about a summary: kept in a file of its own, so that merging again keeps it.

A point is known by an id that neither its place nor the set of reports changes ("RT 1.2:challenges:3f9a1c20"):
its session, its question and its words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from rapportkit.model.template import Role

SHORTEST = 8
"""So many signs of a file's sha256 tell which it is."""


@dataclass(frozen=True, slots=True)
class ThemeDecision:
    """A theme that is called `name`: the one with this `id`, else the one that holds most of the `points`.

    With `split`, the `points` leave their theme and make one of their own.
    """

    name: str
    id: str = ""
    points: tuple[str, ...] = ()
    split: bool = False

    def meant(self, themes: Mapping[str, Collection[str]]) -> str:
        """The theme that is called otherwise, of themes by their id with the ids of their points; "" for none.

        >>> ThemeDecision("Fees", "gcm-6", ("a", "b")).meant({"theme-fees": {"a", "b"}, "theme-visas": {"c"}})
        'theme-fees'
        """
        if self.id in themes:
            return self.id
        held = {theme: len(set(self.points).intersection(points)) for theme, points in themes.items()}
        best = max(held, key=lambda theme: held[theme], default="")
        return best if held.get(best) else ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions. Pairs hold two ids each, in order; `moved` maps an id to the role it is told under.

    `preferred` are the files (by the first signs of their sha256, eight or more) that count where a session was
    reported twice; the other reports on that session on the same form are superseded.
    """

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    themes: tuple[ThemeDecision, ...] = ()
    hidden: tuple[str, ...] = ()
    moved: tuple[tuple[str, Role], ...] = ()
    preferred: tuple[str, ...] = ()
    approved: tuple[str, ...] = ()

    def ids(self) -> Iterator[str]:
        """Every id of a point that a decision names, in order, some perhaps more than once."""
        for pair in (*self.together, *self.apart):
            yield from pair
        for theme in self.themes:
            yield from theme.points
        yield from self.hidden
        yield from (name for name, _ in self.moved)
        yield from self.approved


UNDECIDED = Decisions()
"""No decision at all."""
