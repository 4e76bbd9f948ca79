"""What the body tells where not everything can be told: a number of words, spent by a rule on the whole set.

What more sessions raise goes first, then the rapporteurs' own priorities, then what stands first in its list.
So every list of every report has its first points told before any has its last. A theme is told by the
sentence that stands for it, and by one of another session; a rapporteur's own priority has the support of its
theme.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapportkit.merge.outline.candidates import Candidate
from rapportkit.model.outline import Part
from rapportkit.model.summary import SummaryPoint
from rapportkit.text.excerpts import opening

_SIDES = 2
"""Where views differed there were two at least: neither is left out for want of room before others are."""


def words(point: SummaryPoint) -> int:
    """How many words the body needs for a point and all that hangs below it."""
    return len(opening(point.text).split()) + sum(words(below) for below in point.points)


def chosen(candidates: Sequence[Candidate], support: Mapping[int, int], budget: int) -> list[Candidate]:
    """The candidates that fit, in their order; all of them where the budget is 0.

    `support` gives, by rank, that of those which stand for a theme; any other has that of its point.
    """
    if not budget:
        return [*candidates]

    def order(each: Candidate) -> tuple[int, bool, bool, int, int]:
        shared = support.get(each.rank, each.point.sessions)
        if each.part is Part.DIFFERENCE:
            shared = max(shared, _SIDES)
        if each.part is Part.KEY_MESSAGES:
            shared = max(shared, _SIDES, each.theme.sessions if each.theme else 0)
        return -shared, each.part is not Part.KEY_MESSAGES, each.part is Part.OTHER, each.place, each.rank

    left = budget
    taken: set[int] = set()
    titles: set[tuple[str, Part, str]] = set()
    for each in sorted(candidates, key=order):
        title = _title(each)
        is_new = each.title is not None and title not in titles
        needed = words(each.point) + (len(each.title.text.split()) if each.title and is_new else 0)
        if needed <= left:
            left -= needed
            taken.add(each.rank)
            titles.add(title)
    return [each for each in candidates if each.rank in taken]


def _title(candidate: Candidate) -> tuple[str, Part, str]:
    """A title is told once in each group that holds points from below it."""
    reference = candidate.title.told.reference if candidate.title else ""
    return reference, candidate.part, candidate.theme.id if candidate.theme else ""
