"""What the body of a paper may tell: points with what hangs below them, and the part where each belongs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from rapportkit.mentions.courtesy import is_courtesy, is_unwritten
from rapportkit.mentions.differing import agrees, differs
from rapportkit.merge.content import stems
from rapportkit.merge.forked import mapped
from rapportkit.merge.objectives import PARTNERS
from rapportkit.model.grouping import Theme
from rapportkit.model.outline import Part, Why
from rapportkit.model.summary import Summary, SummaryPoint, Support
from rapportkit.model.template import Role

_PARTS = {
    Role.KEY_MESSAGES: Part.KEY_MESSAGES,
    Role.CHALLENGES: Part.CHALLENGES,
    Role.GOOD_PRACTICES: Part.PRACTICES,
    Role.RECOMMENDATIONS: Part.RECOMMENDATIONS,
    Role.QUESTIONS: Part.QUESTIONS,
    Role.QUOTES: Part.QUOTES,
    Role.OTHER: Part.OTHER,
}
"""Roles with a part of their own; what was discussed under any other is told by theme."""
_PAIR = 2
_SAME_MATTER = 0.25
_MANY = 1000
"""Points: to judge as many is worth a process of its own."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A point that the body may tell in one part.

    `title` is the titled stretch that it stands in; `theme` the one that it belongs to, if any; `place` its
    place in its list, from 0; `rank` its place in the summary.
    """

    point: SummaryPoint
    role: Role
    part: Part
    place: int
    rank: int
    title: SummaryPoint | None = None
    theme: Theme | None = None

    @property
    def session(self) -> str:
        """The report whose words are told."""
        return self.point.told.report


@dataclass(slots=True)
class Gathered:
    """All candidates in the order of the summary, and why other supports are not told."""

    candidates: list[Candidate]
    unused: dict[str, Why]


def gather(summary: Summary) -> Gathered:
    """Find what may be told; what an editor left out, what is superseded and mere courtesy stay out."""
    gathered = Gathered([], {})
    themes = {reference: theme for theme in _telling(summary) for reference in theme.members}
    superseded = {entry.key for entry in summary.reports if entry.superseded}
    listed = [
        _Listed(title, each, section.role)
        for section in summary.sections
        for point in section.points
        if (live := _live(point, superseded, gathered.unused)) is not None
        for title, each in _parted(live, section.role)
    ]
    alike = {each for pair in summary.suggestions for each in (pair.left, pair.right)}
    for each, judged in zip(listed, mapped(_judged, listed, _MANY), strict=True):
        _add(gathered, each, judged, themes, alike)
    gathered.candidates = list(_differences(gathered.candidates))
    return gathered


class _Listed(NamedTuple):
    """A point as it may be told, the title that it stands below, and its role."""

    title: SummaryPoint | None
    point: SummaryPoint
    role: Role


class _Judged(NamedTuple):
    """Whether a point is a mere formula, and whether it says that views differed where that decides its part."""

    is_formula: bool
    differs: bool


def _judged(each: _Listed) -> _Judged:
    text, language = each.point.text, each.point.told.language
    if not each.point.points and (
        is_unwritten(text, language) or is_courtesy(text, language) or _leads_nowhere(each.point)
    ):
        return _Judged(is_formula=True, differs=False)
    return _Judged(is_formula=False, differs=_own_part(each) is None and bool(differs(text, language)))


def _leads_nowhere(point: SummaryPoint) -> bool:
    """Whether a point only leads to a list, which is not there."""
    return point.text.rstrip().endswith(":") and not point.told.heading


def _add(
    gathered: Gathered, each: _Listed, judged: _Judged, themes: dict[str, Theme], alike: set[str]
) -> None:
    title, point, role = each
    told = point.told
    if judged.is_formula:
        gathered.unused.update((support.reference, Why.COURTESY) for support in point.support)
        return
    theme = _theme(point, themes)
    part = _own_part(each) or _part(point, theme, alike, differs=judged.differs)
    if part is Part.CONVERGENCE and theme is not None and theme.sessions == 1:
        theme = None
    gathered.candidates.append(
        Candidate(
            point,
            role,
            part,
            place=_place(told),
            rank=len(gathered.candidates),
            title=title,
            theme=theme,
        )
    )


def _parted(point: SummaryPoint, role: Role) -> Iterator[tuple[SummaryPoint | None, SummaryPoint]]:
    """A titled stretch is told point by point, its title ahead of the first; so is a list of good practices."""
    listed = role is Role.GOOD_PRACTICES and point.text.rstrip().endswith(":")
    if (point.told.heading or listed) and point.points:
        for below in point.points:
            yield point, below
    else:
        yield None, point


def _own_part(each: _Listed) -> Part | None:
    """The part of its role, if it has one; what stands below a title was discussed, whatever the title announces."""
    part = _PARTS.get(each.role)
    return None if part is Part.KEY_MESSAGES and each.title is not None else part


def _part(point: SummaryPoint, theme: Theme | None, alike: set[str], *, differs: bool) -> Part:
    """Where what was discussed is told; what is alike in other sessions was not raised in one only."""
    if differs:
        return Part.DIFFERENCE
    shared = (
        point.sessions > 1
        or (theme is not None and theme.sessions > 1)
        or any(support.reference in alike for support in point.supports())
    )
    return Part.CONVERGENCE if shared else Part.SINGLE


def _differences(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Where views on a matter differed, what speaks of agreement on it stands beside them and not above them."""
    listed = [*candidates]
    differing: dict[str, list[frozenset[str]]] = defaultdict(list)
    for each in listed:
        if each.part is Part.DIFFERENCE and each.theme is not None and not _agrees(each):
            differing[each.theme.id].append(_words(each))
    for each in listed:
        is_disputed = (
            each.part is Part.CONVERGENCE
            and each.theme is not None
            and each.theme.id in differing
            and _agrees(each)
            and any(_is_alike(_words(each), other) for other in differing[each.theme.id])
        )
        yield replace(each, part=Part.DIFFERENCE) if is_disputed else each


def _agrees(candidate: Candidate) -> bool:
    return bool(agrees(candidate.point.text, candidate.point.told.language))


def _words(candidate: Candidate) -> frozenset[str]:
    return frozenset(stems(candidate.point.text, candidate.point.told.language))


def _is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two points of one theme speak of the same matter: a quarter of their words is common to both."""
    return 2 * len(one & other) >= _SAME_MATTER * (len(one) + len(other))


def _telling(summary: Summary) -> Iterator[Theme]:
    """The themes that a paper tells: what points are about, not who acts; and no chance likeness of two points."""
    alike = {frozenset((each.left, each.right)) for each in summary.suggestions}
    for theme in summary.themes:
        is_chance = (
            not theme.objective and len(theme.members) == _PAIR and frozenset(theme.members) not in alike
        )
        if theme.objective not in PARTNERS and not is_chance:
            yield theme


def _theme(point: SummaryPoint, themes: dict[str, Theme]) -> Theme | None:
    return next((themes[support.reference] for support in point.support if support.reference in themes), None)


def _place(support: Support) -> int:
    """The place of a point in its list: the last number of its pointer."""
    return next((int(step) for step in reversed(support.pointer.split("/")) if step.isdigit()), 0)


def _live(point: SummaryPoint, superseded: set[str], unused: dict[str, Why]) -> SummaryPoint | None:
    """A point without what is not to be told, below it as well; None where nothing is left of it."""
    below = tuple(live for each in point.points if (live := _live(each, superseded, unused)) is not None)
    why = _why(point, superseded)
    if why is not None:
        unused.update((support.reference, why) for support in point.support)
        if why is Why.HIDDEN or not below:
            unused.update((support.reference, why) for each in below for support in each.supports())
            return None
    return replace(point, points=below) if len(below) < len(point.points) else point


def _why(point: SummaryPoint, superseded: set[str]) -> Why | None:
    if any(support.hidden for support in point.support):
        return Why.HIDDEN
    if all(support.report in superseded for support in point.support):
        return Why.SUPERSEDED
    return None
