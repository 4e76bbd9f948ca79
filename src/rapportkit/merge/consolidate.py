"""The recipe: reports and earlier summaries become one summary.

Merging is algebra. Every input is taken apart into the reports that it holds; each report counts once;
order, keys, groups and wording are computed from the whole set. So any order of the inputs and any
nesting of merges gives the same summary, and merging twice changes nothing.

What an editor decided is applied to the whole set, too. A summary that is taken apart again has forgotten it, so
that decisions given with the last step count for all of it, and no others do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapportkit.errors import RapportkitError, ReadError, UsageError
from rapportkit.merge.decide import decided, identified, without_ids
from rapportkit.merge.editions import publish
from rapportkit.merge.found import find
from rapportkit.merge.group import Choices, Node, group, roots
from rapportkit.merge.records import Record, distinct, from_report, from_summary
from rapportkit.merge.sessions import by_session, named, twice
from rapportkit.merge.tags import tag, tags_of
from rapportkit.merge.unmet import unmet
from rapportkit.merge.wording import listed, said
from rapportkit.model.decisions import UNDECIDED, Decisions
from rapportkit.model.report import Report
from rapportkit.model.summary import (
    PUBLIC,
    RESTRICTED,
    Conservation,
    ReportEntry,
    Summary,
    SummaryPoint,
    SummarySection,
    Support,
)
from rapportkit.model.template import Role, Template
from rapportkit.text.likeness import normalise


def consolidate(
    reports: Sequence[tuple[Report, Template]],
    summaries: Sequence[Summary] = (),
    *,
    edition: str = PUBLIC,
    language: str = "en",
    decisions: Decisions = UNDECIDED,
    findings: Sequence[tuple[int, int]] = (),
) -> Summary:
    """Make one summary of reports and earlier restricted summaries; `language` is that of its headings.

    `findings` counts the errors and the warnings of each report, in the order of `reports`; empty if unknown.

    Raises UsageError for an unknown edition, ReadError for a summary whose words are withheld, and
    RapportkitError when a point would be lost, which is an error of this program.
    """
    if edition not in {PUBLIC, RESTRICTED}:
        raise UsageError(f"There is no edition “{edition}”: choose {PUBLIC} or {RESTRICTED}.")
    if any(summary.edition != RESTRICTED for summary in summaries):
        raise ReadError(
            "A summary of the public edition cannot be merged, since words are withheld in it: merge the "
            "reports themselves, or a summary that was written with “--edition restricted”.",
            code="F009",
        )
    records = identified(named(distinct(_records(reports, summaries, findings))))
    whole = _summary(decided(records, decisions), language, Choices.of(decisions))
    _check(records, whole)
    told = publish(without_ids(whole)) if edition == PUBLIC else whole
    # A report may be called otherwise in public.
    ids = {public.reference: each.id for each, public in zip(whole.supports(), told.supports(), strict=True)}
    tags = tags_of(told)
    found = find(tag(told, tags), tags, ids, decisions, language)
    return replace(found, unmet=unmet(decisions, whole, found.themes))


def _records(
    reports: Sequence[tuple[Report, Template]],
    summaries: Iterable[Summary],
    findings: Sequence[tuple[int, int]],
) -> Iterable[Record]:
    counted = findings or [(0, 0)] * len(reports)
    for (report, template), found in zip(reports, counted, strict=True):
        yield from_report(report, template, found)
    for summary in summaries:
        yield from from_summary(summary)


def _summary(records: Sequence[Record], language: str, choices: Choices) -> Summary:
    entries = tuple(record.entry for record in records)
    joining = _Joining(
        by_session(entries), frozenset(entry.key for entry in entries if entry.superseded), choices
    )
    tops = roots(records)
    sections = tuple(
        SummarySection(role, said(role.value, language), joining.points(tops[role]))
        for role in Role
        if role in tops
    )
    points_in = sum(len(record.supports) for record in records)
    whole = Summary(
        title=_title(entries, language),
        edition=RESTRICTED,
        reports=entries,
        sections=sections,
        conservation=Conservation(points_in, 0, 0),
        notices=tuple(_notices(entries, language)),
        sessions=len(set(joining.sessions.values())),
    )
    points_out = sum(1 for _ in whole.supports())
    told = sum(_count(section.points) for section in sections)
    return replace(whole, conservation=Conservation(points_in, points_out, points_out - told))


def _count(points: Sequence[SummaryPoint]) -> int:
    return sum(1 + _count(point.points) for point in points)


@dataclass(frozen=True, slots=True)
class _Joining:
    """What joining minds: the session of each report, the reports that are superseded, an editor's choices."""

    sessions: Mapping[str, int]
    superseded: frozenset[str]
    choices: Choices

    def points(self, nodes: Sequence[Node]) -> tuple[SummaryPoint, ...]:
        """Join what says the same; list by list, what more sessions say first, titled stretches last."""
        points = [self._point(like) for like in group(nodes, self.choices)]
        lists = {
            part: index for index, part in enumerate(dict.fromkeys(point.support[0].part for point in points))
        }

        def order(point: SummaryPoint) -> tuple[int, bool, int]:
            first = point.support[0]
            return lists[first.part], first.heading, -point.sessions

        return tuple(sorted(points, key=order))

    def _point(self, like: Sequence[Node]) -> SummaryPoint:
        counting = [node.support for node in like if node.support.report not in self.superseded]
        others = [node.support for node in like if node.support.report in self.superseded]
        supports = (*counting, *others)
        return SummaryPoint(
            text=self._wording(counting or others),
            support=supports,
            points=self.points([below for node in like for below in node.below]),
            sessions=len({self.sessions[support.report] for support in counting or others}),
        )

    def _wording(self, supports: Sequence[Support]) -> str:
        """The words that most sessions use; of equals, those of the first report."""
        used = Counter(text for text, _ in {(each.text, self.sessions[each.report]) for each in supports})
        return max((each.text for each in supports), key=lambda text: used[text])


def _title(entries: Sequence[ReportEntry], language: str) -> str:
    """The event's title where the reports name one and the same."""
    events = {
        normalise(title): title for entry in reversed(entries) if (title := dict(entry.event).get("title"))
    }
    if len(events) != 1:
        return said("title", language)
    return said("title_event", language, event=next(iter(events.values())))


def _notices(entries: Sequence[ReportEntry], language: str) -> Iterator[str]:
    for several in twice(entries):
        keys = listed([entry.key for entry in several], language)
        behind = [entry.key for entry in several if entry.superseded]
        counting = [entry.key for entry in several if not entry.superseded]
        if behind:
            counts, annexed = listed(counting, language), listed(behind, language)
            yield said("version_chosen", language, keys=keys, counts=counts, behind=annexed)
        else:
            yield said("same_session", language, keys=keys)
    files: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        files[entry.source.sha256].append(entry.key)
    for alike in files.values():
        if len(alike) > 1:
            yield said("same_file", language, keys=listed(alike, language))


def _check(records: Sequence[Record], whole: Summary) -> None:
    """Every point of every report stands in exactly one support, word for word; else stop."""
    given = Counter(
        (support.report, role, support.pointer, support.text)
        for record in records
        for role, support in record.supports
    )
    found = Counter(
        (support.report, support.moved_from or section.role, support.pointer, support.text)
        for section in whole.sections
        for point in section.points
        for support in point.supports()
    )
    if given != found:
        lost, added = given - found, found - given
        report, _, pointer, _ = next(iter((lost or added).elements()))
        raise RapportkitError(
            f"An error of rapportkit: merging lost {lost.total()} points and added {added.total()}, the first at "
            f"{pointer} of {report}; nothing was written. Please report it with the files, if you may.",
        )
