"""How a summary is laid out as a paper: which point is told where, and which stands in the annex alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from rapportkit.model.coverage import Coverage
from rapportkit.model.summary import Summary, SummaryPoint
from rapportkit.model.template import Role

PACE = 130
"""Words a minute, as one speaks to a hall with interpretation."""


class Part(StrEnum):
    """The parts of the paper's body, in their order."""

    KEY_MESSAGES = "key-messages"
    CONVERGENCE = "convergence"
    DIFFERENCE = "difference"
    CHALLENGES = "challenges"
    RECOMMENDATIONS = "recommendations"
    PRACTICES = "good-practices"
    SINGLE = "single"
    QUESTIONS = "questions"
    QUOTES = "quotes"
    OTHER = "other"


class Why(StrEnum):
    """Why a point stands in the annex alone."""

    BUDGET = "budget"
    """The body is full."""
    HIDDEN = "hidden"
    """An editor left it out of the body."""
    SUPERSEDED = "superseded"
    """It comes from a report behind which an editor put another version."""
    COURTESY = "courtesy"
    """It thanks, opens or closes; or a place was held for an answer that never came."""


@dataclass(frozen=True, slots=True)
class Told:
    """A point of the summary as the body tells it, with all that hangs below it.

    `role` is the section of the summary that it comes from, `number` its paragraph's, from 1 through the whole
    body; `title` is the title of the stretch that begins with it, told ahead of its words; `addressee` are the
    words of the point that say who is to act, `owner` those that say whose practice it is (a city or a body,
    below its country).
    """

    point: SummaryPoint
    role: Role
    number: int = 0
    title: SummaryPoint | None = None
    addressee: str = ""
    owner: str = ""

    @property
    def reference(self) -> str:
        """The code under which the annex lists the words that are told."""
        return self.point.told.reference


@dataclass(frozen=True, slots=True)
class Group:
    """Points under a heading of their own, "" for none.

    `kind` is "theme", "country", "organisation", "session" or ""; `id` that of the theme or country, the key of
    the report for a session. `sessions` counts those that raise it, `also` are the numbers of paragraphs in other
    parts that belong to it.
    """

    told: tuple[Told, ...]
    kind: str = ""
    id: str = ""
    title: str = ""
    sessions: int = 0
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of the body with all that is told in it; `left` counts its points that stand in the annex alone."""

    part: Part
    groups: tuple[Group, ...]
    left: int = 0

    def told(self) -> Iterator[Told]:
        """Every paragraph of the chapter, in order."""
        for group in self.groups:
            yield from group.told


@dataclass(frozen=True)
class Outline:
    """The body, and why what it lacks is not in it (`unused`: by the reference of each support).

    `words` counts what the body tells. `asked` says who is to act
    on which recommendations, told in the body or not: the words of one of them, and the references of all.
    """

    chapters: tuple[Chapter, ...] = ()
    unused: dict[str, Why] = field(default_factory=dict)
    words: int = 0
    asked: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The paragraph in which each support is told, whole points with all that hangs below them."""
        return {
            support.reference: told.number
            for chapter in self.chapters
            for told in chapter.told()
            for support in (*told.point.supports(), *(told.title.support if told.title else ()))
        }


@dataclass(frozen=True, slots=True)
class Paper:
    """A summary, how it is laid out, and what stands beside it.

    `language` is that of the paper's own few words. `coverage` holds the reports, by their keys, against the
    programme. With `minutes`, the paper is what to say in so many minutes. `countries` are the names of countries
    in that language by ISO code; where one is missing, its code stands for it. `unlooked` are the languages of
    reports under the Chatham House Rule in which names are not looked for.
    """

    summary: Summary
    outline: Outline
    language: str = "en"
    coverage: Coverage | None = None
    minutes: int = 0
    countries: tuple[tuple[str, str], ...] = ()
    unlooked: tuple[str, ...] = ()
