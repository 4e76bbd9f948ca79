"""What an editor decided in vain: decisions that have no effect on a summary, each in a sentence that says why.

Whatever can be seen in the summary itself is looked up there, so that nothing is told that did happen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapportkit.merge.decide import is_file
from rapportkit.merge.propose import names_speaker
from rapportkit.merge.sessions import twice
from rapportkit.model.decisions import Decisions, ThemeDecision
from rapportkit.model.grouping import Theme
from rapportkit.model.summary import ReportEntry, Summary, SummaryPoint, Support
from rapportkit.model.template import Role


def unmet(decisions: Decisions, summary: Summary, themes: Sequence[Theme]) -> tuple[str, ...]:
    """Say what of the decisions that were applied to a restricted summary has no effect, each thing once.

    `themes` are those of the edition that is written.
    """
    if decisions == Decisions():
        return ()
    seen = _Seen.of(summary)
    told = [
        *_unknown(decisions, seen),
        *_pairs(decisions, seen),
        *_moves(decisions, seen),
        *_quotes(decisions, seen),
        *_versions(decisions, summary.reports),
        *_themes(decisions.themes, themes, seen),
    ]
    return tuple(dict.fromkeys(told))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a point stands: its section, the point that it hangs below ("" at the top), the list there."""

    role: Role
    above: str
    part: str
    heading: bool


@dataclass(frozen=True, slots=True)
class _Seen:
    """Of each id the supports that have it, each with its place, and all ids of the points it is told in."""

    supports: Mapping[str, Sequence[tuple[Support, _Place]]]
    together: Mapping[str, set[str]]

    @classmethod
    def of(cls, summary: Summary) -> _Seen:
        supports: dict[str, list[tuple[Support, _Place]]] = defaultdict(list)
        together: dict[str, set[str]] = defaultdict(set)
        waiting: list[tuple[Role, str, SummaryPoint]] = [
            (section.role, "", point) for section in summary.sections for point in section.points
        ]
        while waiting:
            role, above, point = waiting.pop()
            waiting += [(role, point.told.reference, below) for below in point.points]
            ids = {each.id for each in point.support}
            for each in point.support:
                supports[each.id].append((each, _Place(role, above, each.part, each.heading)))
                together[each.id] |= ids
        return cls(dict(supports), dict(together))

    def places(self, name: str) -> set[_Place]:
        return {place for _, place in self.supports[name]}


def _unknown(decisions: Decisions, seen: _Seen) -> Iterator[str]:
    for name in decisions.ids():
        if name not in seen.supports:
            yield f"nothing has the id {name}; what it decides has no effect."


def _pairs(decisions: Decisions, seen: _Seen) -> Iterator[str]:
    for left, right in decisions.together:
        known = left in seen.supports and right in seen.supports
        if known and right not in seen.together[left]:
            yield f"[[pair]] {left} and {right}: {_hindrance(seen.places(left), seen.places(right))}."


def _hindrance(left: set[_Place], right: set[_Place]) -> str:
    """Why two points are not told as one."""
    if {each.role for each in left}.isdisjoint(each.role for each in right):
        return "they stand in different sections, so they cannot be told as one; move one of them first"
    if {each.above for each in left}.isdisjoint(each.above for each in right):
        return "they do not hang below one and the same point, so they cannot be told as one"
    if left.isdisjoint(right):
        return "they stand in different lists, so they cannot be told as one"
    return "by another [[pair]], one is to stay apart from what is told with the other"


def _moves(decisions: Decisions, seen: _Seen) -> Iterator[str]:
    for name, goal in decisions.moved:
        found = seen.supports.get(name, ())
        there = [each for each, place in found if place.role == goal]
        if not found or any(each.moved_from for each in there):
            continue
        if there:
            yield f"[[point]] {name}: it stands in “{goal}” already, so it is not moved."
        elif all(place.above for _, place in found):
            yield (
                f"[[point]] {name}: it hangs below another point, and only points at the top of a list can move; "
                "move the one above it."
            )
        else:
            yield f"[[point]] {name}: another [[point]] moves it or what says the same, so it is not in “{goal}”."


def _quotes(decisions: Decisions, seen: _Seen) -> Iterator[str]:
    for name in decisions.approved:
        found = [each for each, _ in seen.supports.get(name, ())]
        if found and not any(map(names_speaker, found)):
            yield f"[[quote]] {name}: no speaker is named there, so there is nobody whom “approved” could name."


def _versions(decisions: Decisions, entries: Sequence[ReportEntry]) -> Iterator[str]:
    outweighs: set[str] = set()
    for several in twice(entries):
        forms = {entry.template for entry in several if entry.superseded}
        outweighs.update(each.key for each in several if each.template in forms and not each.superseded)
    for told in decisions.preferred:
        files = [entry for entry in entries if is_file(entry.source.sha256, told)]
        if not files:
            yield f"[[version]] {told}: no report comes from a file with this sha256, so it cannot be preferred."
        elif outweighs.isdisjoint(entry.key for entry in files):
            yield (
                f"[[version]] {told}: no other report on the same session and form is there to be put behind it."
            )


def _themes(decisions: Sequence[ThemeDecision], themes: Sequence[Theme], seen: _Seen) -> Iterator[str]:
    names = {each.name for each in themes}
    ids = {each.id for each in themes}
    for decision in decisions:
        points = [each for each in decision.points if each in seen.supports]
        # Where all points are unknown, that has been said of each.
        if decision.name in names or (decision.points and not points and not decision.id):
            continue
        head = f"[[theme]] “{decision.name}”"
        if decision.split:
            yield f"{head}: its points are in no theme or have left with another entry, so none is made of them."
        elif decision.id in ids or not decision.id:
            yield f"{head}: the theme that it means is called otherwise by another entry, or is no more."
        else:
            yield f"{head}: no theme has the id “{decision.id}”, so none is called so."
