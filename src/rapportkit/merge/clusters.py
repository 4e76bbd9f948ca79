"""Points by theme: first by the objective or goal that they are about, then by likeness alone.

A point whose words cite or imply an objective belongs to it. What hangs below such a point belongs there too,
and so does a point that is more like those of one objective than like any others. The rest is grouped by
average likeness: two groups become one while their points are, on the whole, alike enough, the most alike
first. A chain of points of which each is like the next therefore makes no lump, and every step looks at
points that share words, so that reports about other things move nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

from rapportkit.merge.content import Content, contents
from rapportkit.merge.naming import name, slug
from rapportkit.merge.objectives import number, objective
from rapportkit.merge.pairs import pairs
from rapportkit.merge.raised import in_order
from rapportkit.model.grouping import Grouping, Raised, Theme
from rapportkit.model.tag import Tag

_LINK = 0.1
"""Below this likeness two points have nothing to do with each other."""
_PROOF = 2
"""One word in common may mean two things: “papers” are documents here and paper there."""
_JOIN = 0.35
_FEW = 3
"""A point joins an objective when its likeness to the three points there that it is most like adds up to this."""
_AVERAGE = 0.1
"""Two groups become one while their points are so much alike on average."""
_SCALE = 1_000_000
"""Likeness is counted in whole millionths, so that no order of adding changes a sum."""

Links = dict[int, dict[int, int]]
"""Of each point those that are like it, with their likeness in millionths."""


def themes(
    points: Sequence[Raised],
    tags: Mapping[str, Sequence[Tag]] | None = None,
    titles: Mapping[str, str] | None = None,
) -> Grouping:
    """Group points by theme: any order of them gives the same themes, and each point stands in one or in none.

    `tags` are those of each point, by its reference; `titles` the official short titles of objectives and
    goals, by id, which name their themes. A theme without a title is named by words that its members share: where
    words are to be withheld, ask with the points of the public edition.
    """
    ordered = in_order(points)
    found = contents(ordered, owners=False)
    tagged = [tuple((tags or {}).get(each.reference, ())) for each in ordered]
    objectives = [objective(each) for each in tagged]
    cited = [any(tag.how == "cited" and tag.kind in {"gcm", "sdg"} for tag in each) for each in tagged]
    _hand_down(ordered, objectives, cited)
    links = _links(ordered, found, objectives)
    _draw_in(links, objectives)
    _hand_down(ordered, objectives, cited)
    open_ = [at for at, where in enumerate(objectives) if not where]
    groups: dict[str, list[int]] = defaultdict(list)
    for at, where in enumerate(objectives):
        if where:
            groups[where].append(at)
    made = [_theme(where, members, ordered, found, titles or {}) for where, members in groups.items()]
    taken = set(groups)
    alone = []
    for members in average_link(open_, links):
        if len(members) == 1:
            alone.append(ordered[members[0]].reference)
        else:
            theme = _theme("", members, ordered, found, {}, taken)
            taken.add(theme.id)
            made.append(theme)
    made.sort(key=lambda each: (-each.sessions, -len(each.members), each.id))
    return Grouping(tuple(made), tuple(sorted(alone, key=natural)))


def _links(ordered: Sequence[Raised], found: Sequence[Content], objectives: Sequence[str]) -> Links:
    """What each point without an objective is like."""
    links: Links = {at: {} for at in range(len(ordered))}

    def is_open(one: int, other: int) -> bool:
        return not (objectives[one] and objectives[other])

    languages = [each.language for each in ordered]
    for one, other, likeness in pairs(found, languages, _LINK, is_open, _PROOF):
        links[one][other] = links[other][one] = round(likeness * _SCALE)
    return links


def _hand_down(ordered: Sequence[Raised], objectives: list[str], cited: Sequence[bool]) -> None:
    """What hangs below a point belongs to its objective, unless it says one of its own.

    Below a title, only a number does (`cited`): a long paragraph touches on many things, its title tells which
    it is about. A title that tells none has that of its points, where they agree.
    """
    places = {each.reference: at for at, each in enumerate(ordered)}
    below: dict[int, list[int]] = defaultdict(list)
    tops = []
    for at, each in enumerate(ordered):
        above = places.get(each.above, at)
        if above == at:
            tops.append(at)
        else:
            below[above].append(at)
    waiting = tops
    while waiting:
        at = waiting.pop()
        waiting.extend(below[at])
        if ordered[at].heading and not objectives[at]:
            told = {objectives[under] for under in below[at]}
            objectives[at] = told.pop() if len(told) == 1 else ""
        for under in below[at]:
            says = cited[under] if ordered[at].heading else objectives[under]
            if objectives[at] and not says:
                objectives[under] = objectives[at]


def _draw_in(links: Links, objectives: list[str]) -> None:
    """Points without an objective go to the one whose points they are most like, if to any."""
    drawn = {}
    for at, where in enumerate(objectives):
        if where:
            continue
        near: dict[str, list[int]] = defaultdict(list)
        for other, likeness in links[at].items():
            if objectives[other]:
                near[objectives[other]].append(likeness)
        pull = {each: sum(sorted(several, reverse=True)[:_FEW]) for each, several in near.items()}
        best = min(pull, key=lambda each: (-pull[each], number(each)), default="")
        if best and pull[best] >= _JOIN * _SCALE:
            drawn[at] = best
    for at, where in drawn.items():
        objectives[at] = where


def average_link(members: Sequence[int], links: Links) -> list[list[int]]:
    """Group points, given in order, by average likeness; each group in order, the groups by their first point."""
    groups = {at: [at] for at in members}
    sums: Links = {
        at: {other: likeness for other, likeness in links[at].items() if other in groups} for at in members
    }

    def average(one: int, other: int) -> int:
        return sums[one][other] // (len(groups[one]) * len(groups[other]))

    enough = round(_AVERAGE * _SCALE)
    waiting = [(-average(one, other), one, other) for one in sums for other in sums[one] if one < other]
    heapify(waiting)
    while waiting:
        likeness, one, other = heappop(waiting)
        if -likeness < enough:
            break
        # What was counted before one of the two grew is out of date; the new count waits as well.
        if one not in groups or other not in sums[one] or -likeness != average(one, other):
            continue
        groups[one] += groups.pop(other)
        for near, total in sums.pop(other).items():
            del sums[near][other]
            if near != one:
                sums[one][near] = sums[near][one] = sums[one].get(near, 0) + total
        for near in sums[one]:
            first, second = min(one, near), max(one, near)
            if (now := average(first, second)) >= enough:
                heappush(waiting, (-now, first, second))
    return [sorted(group) for _, group in sorted(groups.items())]


def _theme(
    where: str,
    members: Sequence[int],
    ordered: Sequence[Raised],
    found: Sequence[Content],
    titles: Mapping[str, str],
    taken: set[str] | frozenset[str] = frozenset(),
) -> Theme:
    mine = [ordered[at] for at in members]
    called = titles.get(where) or name(mine, [found[at] for at in members]) or where
    # Words may be alike in a spelling that no two members share: then the shortest of them speaks for all.
    called = called or min((each.text for each in mine), key=lambda text: (len(text), text))
    return Theme(
        id=where or slug(called, taken),
        name=called,
        members=tuple(sorted((each.reference for each in mine), key=natural)),
        sessions=len({session for each in mine for session in each.sessions}),
        objective=where,
    )


def natural(reference: str) -> tuple[str, int]:
    """References as people order them: by report, then by number.

    >>> sorted(["RT 2/1", "RT 1/10", "RT 1/9"], key=natural)
    ['RT 1/9', 'RT 1/10', 'RT 2/1']
    """
    report, _, order = reference.rpartition("/")
    return report, int(order) if order.isdigit() else 0
