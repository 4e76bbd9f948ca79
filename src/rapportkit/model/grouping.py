"""What is found between points: likeness that a person may accept, and themes that several points share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rapportkit.model.template import Role


@dataclass(frozen=True, slots=True)
class Raised:
    """A point as far as comparing needs it: one point of a summary, however many reports say it.

    `reference` is the code of the support whose words the summary tells, `above` that of the point it hangs
    below ("" for none); `sessions` are the numbers of the sessions that raise it, in order; `label` is the
    question it answers, `part` the list it stands in below another point.
    """

    reference: str
    text: str
    language: str
    sessions: tuple[int, ...]
    role: Role
    label: str = ""
    part: str = ""
    heading: bool = False
    above: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two points of different sessions that may say the same; a person decides, nothing is joined.

    `left` and `right` are references, in order; `score` lies between 0 and 1, in hundredths. `shared` are the
    words that both have, as the first writes them, the most telling first; `parted` says what the two disagree
    about: "figures", "countries", "owners", "negation". Two points that are not `joinable` stand in different
    sections or below other points: a person may learn that they say the same, yet both are told where they are.
    """

    left: str
    right: str
    score: float
    shared: tuple[str, ...] = ()
    parted: tuple[str, ...] = ()
    joinable: bool = True


@dataclass(frozen=True, slots=True)
class Theme:
    """Points that are about the same thing.

    `id` is that of its objective or goal, else made of its most telling point, so that reports about other
    things do not change it. `members` are references in order; `sessions` counts distinct sessions.
    `objective` is "" where likeness alone made it.
    """

    id: str
    name: str
    members: tuple[str, ...]
    sessions: int
    objective: str = ""


@dataclass(frozen=True)
class Grouping:
    """All points by theme; each stands in one theme, or in `alone` where it fits none."""

    themes: tuple[Theme, ...] = ()
    alone: tuple[str, ...] = ()

    @property
    def shared(self) -> tuple[Theme, ...]:
        """The themes that two or more sessions raise."""
        return tuple(theme for theme in self.themes if theme.sessions > 1)

    @cached_property
    def by_point(self) -> dict[str, Theme]:
        """The theme of each reference that has one."""
        return {reference: theme for theme in self.themes for reference in theme.members}
