"""What the page knows of every point: its row in the annex, and what it can be filtered by.

A point is found under its themes, its countries and its tags, and under those of the points that it hangs
below: what stands under “In Kenya:” is about Kenya.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from rapportkit.model.outline import Paper
from rapportkit.model.summary import ReportEntry, Summary, SummaryPoint, Support
from rapportkit.text.sessions import sessions
from rapportkit.writers.summary.body import raised


@dataclass(frozen=True, slots=True)
class Marks:
    """What one support is filtered by: numbers of themes from 1, and ids of tags and countries.

    `above` is the row of the point that it hangs below, unless that is a title; None for none. `inferred` are
    the tags that its words tell, each with those words.
    """

    themes: tuple[int, ...] = ()
    codes: tuple[str, ...] = ()
    above: int | None = None
    inferred: tuple[tuple[str, str], ...] = ()


class Index:
    """All supports of a summary in the order of the annex.

    `listed` holds those of each report, `rows` the place of each in the page's list, from 0, `session` the number
    of each report's session, from 1. `raising` has for each theme the first point of each report that raises it.
    """

    def __init__(self, paper: Paper) -> None:
        summary = paper.summary
        self.listed = _listed(summary)
        self.rows = {
            each.reference: row for row, each in enumerate(chain.from_iterable(self.listed.values()))
        }
        self.session = _sessions(summary.reports)
        self.meetings = tuple(_meetings(summary.reports, self.session))
        self.raising = raised(summary)
        self.marks = dict(_marks(summary, self.rows))
        self.countries = {
            group.id: group.title
            for chapter in paper.outline.chapters
            for group in chapter.groups
            if group.kind == "country"
        } | dict(paper.countries)

    def themes(self) -> Counter[int]:
        """How many points each theme has."""
        return Counter(chain.from_iterable(each.themes for each in self.marks.values()))

    def codes(self) -> Counter[str]:
        """How many points each tag and each country has."""
        return Counter(chain.from_iterable(each.codes for each in self.marks.values()))


def is_country(code: str) -> bool:
    """Whether an id is that of a country: ISO 3166 has three capitals."""
    return len(code) == 3 and code.isupper()


def _listed(summary: Summary) -> dict[str, list[Support]]:
    found: dict[str, list[Support]] = {entry.key: [] for entry in summary.reports}
    for support in summary.supports():
        found[support.report].append(support)
    return {key: sorted(several, key=lambda each: each.order) for key, several in found.items()}


def _sessions(reports: Sequence[ReportEntry]) -> dict[str, int]:
    numbers = sessions([each.head for each in reports])
    return {entry.key: number + 1 for entry, number in zip(reports, numbers, strict=True)}


def _meetings(reports: Sequence[ReportEntry], session: dict[str, int]) -> Iterator[ReportEntry]:
    """The first report of each session, in the order of their numbers."""
    met: set[int] = set()
    for entry in reports:
        if session[entry.key] not in met:
            met.add(session[entry.key])
            yield entry


def _marks(summary: Summary, rows: dict[str, int]) -> Iterator[tuple[str, Marks]]:
    held: dict[str, list[int]] = defaultdict(list)
    for number, theme in enumerate(summary.themes, 1):
        for reference in theme.members:
            held[reference].append(number)
    for section in summary.sections:
        for point in section.points:
            yield from _walk(point, Marks(), {}, held, rows)


def _walk(
    point: SummaryPoint,
    above: Marks,
    parents: dict[tuple[str, str], int],
    held: dict[str, list[int]],
    rows: dict[str, int],
) -> Iterator[tuple[str, Marks]]:
    """The marks of all supports of a point and of those below; `parents` are rows by report and pointer."""
    themes = {number for each in point.support for number in held.get(each.reference, ())}
    codes = {*point.themes, *point.countries, *(each.id for each in point.inferred)}
    codes |= {code.partition(".")[0] for code in codes}
    own = Marks(tuple(sorted(themes.union(above.themes))), tuple(sorted(codes.union(above.codes))))
    inferred = tuple((each.id, each.words) for each in point.inferred)
    for support in point.support:
        parent = parents.get((support.report, support.pointer.rsplit("/", 2)[0]))
        yield support.reference, Marks(own.themes, own.codes, parent, inferred)
    below = {(each.report, each.pointer): rows[each.reference] for each in point.support if not each.heading}
    for each in point.points:
        yield from _walk(each, own, below, held, rows)
