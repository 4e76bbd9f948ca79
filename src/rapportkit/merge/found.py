"""Themes and suggestions of a summary, from the words that its edition has, as an editor wants them.

What an editor left out, and what only a superseded report says, takes no part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapportkit.mentions.tags import titles
from rapportkit.merge.clusters import natural, themes
from rapportkit.merge.forked import both
from rapportkit.merge.group import Choices
from rapportkit.merge.naming import slug
from rapportkit.merge.raised import raised
from rapportkit.merge.suggestions import suggest
from rapportkit.merge.tags import Tags
from rapportkit.model.decisions import Decisions, ThemeDecision
from rapportkit.model.grouping import Raised, Suggestion, Theme
from rapportkit.model.summary import Summary, SummaryPoint

_MANY = 1000
"""Points: as many are worth a second process."""
Ids = Mapping[str, str]
"""The id of each support, by its reference."""


def find(summary: Summary, tags: Tags, ids: Ids, decisions: Decisions, language: str) -> Summary:
    """Give a summary its themes and suggestions; `language` is that of the titles of objectives."""
    counting = live(summary)
    points = raised(counting)
    tagged = {each.reference: tags[each.text, each.language] for each in points}
    grouping, suggestions = both(
        lambda: themes(points, tagged, titles(language)), lambda: suggest(points), apart=len(points) > _MANY
    )
    known = _Known.of(counting, points, ids)
    return replace(
        summary,
        themes=_decided(grouping.themes, decisions.themes, known),
        suggestions=tuple(_open(suggestions, decisions, known)),
    )


def live(summary: Summary) -> Summary:
    """The summary without points that are hidden or only superseded reports support, and what hangs below them."""
    behind = frozenset(entry.key for entry in summary.reports if entry.superseded)
    if not behind and not any(each.hidden for each in summary.supports()):
        return summary

    def counting(points: Iterable[SummaryPoint]) -> tuple[SummaryPoint, ...]:
        return tuple(
            replace(point, support=support, points=counting(point.points))
            for point in points
            if not any(each.hidden for each in point.support)
            and (support := tuple(each for each in point.support if each.report not in behind))
        )

    return replace(
        summary,
        sections=tuple(replace(section, points=counting(section.points)) for section in summary.sections),
    )


@dataclass(frozen=True)
class _Known:
    """Points by the ids that they have: an id to references, a reference to all ids of its point.

    `points` are those by reference, each behind the one it hangs below.
    """

    references: Mapping[str, frozenset[str]]
    ids: Mapping[str, frozenset[str]]
    points: Mapping[str, Raised]

    @classmethod
    def of(cls, summary: Summary, points: Sequence[Raised], ids: Ids) -> _Known:
        held: dict[str, frozenset[str]] = {}
        for point in summary.points():
            held[point.told.reference] = frozenset(ids[each.reference] for each in point.support)
        references: dict[str, set[str]] = defaultdict(set)
        for reference, several in held.items():
            for each in several:
                references[each].add(reference)
        return cls(
            {each: frozenset(several) for each, several in references.items()},
            held,
            {each.reference: each for each in points},
        )

    def named(self, ids: Iterable[str]) -> set[str]:
        """The references of the points that have one of these ids."""
        return {reference for each in ids for reference in self.references.get(each, ())}


def _open(suggestions: Iterable[Suggestion], decisions: Decisions, known: _Known) -> Iterable[Suggestion]:
    """Suggestions that nobody refused."""
    apart = Choices.of(decisions).apart
    for each in suggestions:
        left, right = known.ids[each.left], known.ids[each.right]
        if all(apart.get(one, frozenset()).isdisjoint(right) for one in left):
            yield each


def _decided(found: Sequence[Theme], decisions: Sequence[ThemeDecision], known: _Known) -> tuple[Theme, ...]:
    """The themes as an editor calls and splits them; the first decision about a theme or a point counts."""
    if not decisions:
        return tuple(found)
    names = _names(found, [each for each in decisions if not each.split], known)
    called = [replace(theme, name=names.get(theme.id, theme.name)) for theme in found]
    taken: set[str] = set()
    made: list[Theme] = []
    for decision in decisions:
        members = _going(decision, called, known) - taken if decision.split else set()
        if members:
            taken |= members
            others = {theme.id for theme in (*called, *made)}
            made.append(Theme(slug(decision.name, others), decision.name, (), 0))
            made[-1] = _with(made[-1], members, known)
    rest = [_with(theme, set(theme.members) - taken, known) for theme in called] if taken else called
    # One point alone is no likeness; one point on an objective is on it all the same.
    kept = [theme for theme in rest if theme.members and (theme.objective or len(theme.members) > 1)]
    return tuple(sorted((*kept, *made), key=lambda each: (-each.sessions, -len(each.members), each.id)))


def _names(found: Sequence[Theme], decisions: Sequence[ThemeDecision], known: _Known) -> dict[str, str]:
    """What themes are called, by their id; who calls one by its id goes before who lists its points."""
    held = {theme.id: frozenset().union(*(known.ids[each] for each in theme.members)) for theme in found}
    names: dict[str, str] = {}
    for decision in sorted(decisions, key=lambda each: each.id not in held):
        if meant := decision.meant(held):
            names.setdefault(meant, decision.name)
    return names


def _going(decision: ThemeDecision, found: Sequence[Theme], known: _Known) -> set[str]:
    """The points that leave their theme, each with what hangs below it in the same theme."""
    theme_of = {reference: theme.id for theme in found for reference in theme.members}
    going = known.named(decision.points)
    for reference, point in known.points.items():
        if point.above in going and theme_of.get(reference) == theme_of.get(point.above):
            going.add(reference)
    return going


def _with(theme: Theme, members: Iterable[str], known: _Known) -> Theme:
    return replace(
        theme,
        members=tuple(sorted(members, key=natural)),
        sessions=len({session for each in members for session in known.points[each].sessions}),
    )
