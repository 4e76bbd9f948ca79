"""What the body tells where not everything can be told: a number of words, spent by a rule on the whole set.

Every part has its share, so that none pushes another out; what a part does not need goes to all. Within it, what
more sessions raise goes first, then the rapporteurs' own priorities, then what stands first in its list.
So every list of every report has its first points told before any has its last. A theme is told by the
sentence that stands for it, and by one of another session; a rapporteur's own priority has the support of its
theme.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rapportkit.merge.outline.candidates import Candidate
from rapportkit.model.outline import Part
from rapportkit.model.summary import SummaryPoint
from rapportkit.text.excerpts import opening

_SIDES = 2
"""Where views differed there were two at least: neither is left out for want of room before others are."""


_SHARES = {
    Part.KEY_MESSAGES: 18,
    Part.CONVERGENCE: 28,
    Part.DIFFERENCE: 8,
    Part.CHALLENGES: 10,
    Part.RECOMMENDATIONS: 15,
    Part.PRACTICES: 12,
    Part.SINGLE: 3,
    Part.QUESTIONS: 3,
    Part.QUOTES: 3,
}
"""Hundredths of the body, for what a plenary is there to hear; a part that is not there leaves its share to others."""


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

    ordered = sorted(candidates, key=order)
    purse = _Purse(budget)
    shares = {part: share for part, share in _SHARES.items() if any(each.part is part for each in ordered)}
    for part, share in shares.items():
        purse.spend((each for each in ordered if each.part is part), budget * share // sum(shares.values()))
    purse.spend(ordered, budget)
    return [each for each in candidates if each.rank in purse.taken]


class _Purse:
    """Words that are left, and what they were spent on."""

    def __init__(self, words: int) -> None:
        self.left = words
        self.taken: set[int] = set()
        self.titles: set[tuple[str, Part, str]] = set()

    def spend(self, candidates: Iterable[Candidate], most: int) -> None:
        """Take what fits, in the order given, for so many words at most."""
        for each in candidates:
            needed = self._needed(each)
            if each.rank not in self.taken and needed <= min(most, self.left):
                most -= needed
                self.left -= needed
                self.taken.add(each.rank)
                self.titles.add(_title(each))

    def _needed(self, candidate: Candidate) -> int:
        title = candidate.title if candidate.title and _title(candidate) not in self.titles else None
        return words(candidate.point) + (len(title.text.split()) if title else 0)


def _title(candidate: Candidate) -> tuple[str, Part, str]:
    """A title is told once in each group that holds points from below it."""
    reference = candidate.title.told.reference if candidate.title else ""
    return reference, candidate.part, candidate.theme.id if candidate.theme else ""
