"""Sessions by what their points are about: objectives, goals, groups, countries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from rapportkit.model.summary import ReportEntry, Summary
from rapportkit.text.sessions import sessions
from rapportkit.writers.summary.table_phrases import TablePhrases

OBJECTIVES = tuple(f"gcm-{number}" for number in range(1, 24))
GOALS = tuple(f"sdg-{number}" for number in range(1, 18))
GROUPS = TablePhrases().keys("groups")
"""Those of whom the plenary asks, as tags name them."""


class Count(NamedTuple):
    """How many points cite an id, and how many more tell of it without citing it."""

    cited: int = 0
    inferred: int = 0


class CrossRow(NamedTuple):
    """One session: the keys of the reports on it, its name as the first of them prints it, and in which language.

    `counts` stand in the order of the ids that were asked for.
    """

    keys: tuple[str, ...]
    session: str
    language: str
    counts: tuple[Count, ...]


def cross(summary: Summary, ids: Sequence[str]) -> tuple[CrossRow, ...]:
    """Count the points of each session that cite or tell of each id, whatever their depth.

    A point counts once for each session that supports it; a target counts for its goal, and one that is cited
    anywhere in the point is not counted as inferred. Superseded reports do not count. Sessions stand in the
    order of their first reports.
    """
    told = meetings(summary)
    counted = {entry.key: number for number, several in enumerate(told) for entry in several}
    cited: list[dict[str, int]] = [defaultdict(int) for _ in told]
    inferred: list[dict[str, int]] = [defaultdict(int) for _ in told]
    wanted = set(ids)
    for point in summary.points():
        said = {*point.themes, *point.countries} & wanted
        beside = ({each.id.partition(".")[0] for each in point.inferred} & wanted) - said
        if not said and not beside:
            continue
        for number in {counted[each.report] for each in point.support if each.report in counted}:
            for each in said:
                cited[number][each] += 1
            for each in beside:
                inferred[number][each] += 1
    return tuple(
        CrossRow(
            keys=tuple(entry.key for entry in several),
            session=several[0].session,
            language=several[0].source.language,
            counts=tuple(Count(cited[number].get(each, 0), inferred[number].get(each, 0)) for each in ids),
        )
        for number, several in enumerate(told)
    )


def meetings(summary: Summary) -> tuple[tuple[ReportEntry, ...], ...]:
    """The reports that count, those on one session together, in the order of the first of each."""
    entries = summary.reports
    numbers = sessions([each.head for each in entries])
    several: dict[int, list[ReportEntry]] = defaultdict(list)
    for entry, number in zip(entries, numbers, strict=True):
        if not entry.superseded:
            several[number].append(entry)
    return tuple(map(tuple, several.values()))
