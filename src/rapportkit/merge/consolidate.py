"""The recipe: reports and earlier summaries become one summary.

Merging is algebra. Every input is taken apart into the reports that it holds; each report counts once;
order, keys, groups and wording are computed from the whole set. So any order of the inputs and any
nesting of merges gives the same summary, and merging twice changes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rapportkit.errors import RapportkitError, ReadError, UsageError
from rapportkit.merge.editions import publish
from rapportkit.merge.group import Node, group
from rapportkit.merge.records import Record, distinct, from_report, from_summary
from rapportkit.merge.sessions import by_session, named, twice
from rapportkit.merge.tags import tag
from rapportkit.merge.wording import listed, said
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
) -> Summary:
    """Make one summary of reports and earlier restricted summaries; `language` is that of its headings.

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
    records = named(distinct(_records(reports, summaries)))
    whole = _summary(records, language)
    _check(records, whole)
    return tag(publish(whole) if edition == PUBLIC else whole)


def _records(reports: Iterable[tuple[Report, Template]], summaries: Iterable[Summary]) -> Iterable[Record]:
    for report, template in reports:
        yield from_report(report, template)
    for summary in summaries:
        yield from from_summary(summary)


def _summary(records: Sequence[Record], language: str) -> Summary:
    entries = tuple(record.entry for record in records)
    sessions = by_session(entries)
    roots = _roots(records)
    sections = tuple(
        SummarySection(role, said(role.value, language), _points(roots[role], sessions))
        for role in Role
        if role in roots
    )
    points_in = sum(len(record.supports) for record in records)
    whole = Summary(
        title=_title(entries, language),
        edition=RESTRICTED,
        reports=entries,
        sections=sections,
        conservation=Conservation(points_in, 0, 0),
        notices=tuple(_notices(entries, language)),
        sessions=len(set(sessions.values())),
    )
    points_out = sum(1 for _ in whole.supports())
    told = sum(_count(section.points) for section in sections)
    return replace(whole, conservation=Conservation(points_in, points_out, points_out - told))


def _count(points: Sequence[SummaryPoint]) -> int:
    return sum(1 + _count(point.points) for point in points)


def _roots(records: Sequence[Record]) -> dict[Role, list[Node]]:
    """The points that hang below no other, by role, each with its own below it."""
    roots: dict[Role, list[Node]] = defaultdict(list)
    for index, record in enumerate(records):
        placed: dict[str, Node] = {}
        for role, support in record.supports:
            node = placed[support.pointer] = Node(support, (index, support.order))
            above = placed.get(support.pointer.rsplit("/", 2)[0])
            (above.below if above else roots[role]).append(node)
    return roots


def _points(nodes: Sequence[Node], sessions: dict[str, int]) -> tuple[SummaryPoint, ...]:
    """Join what says the same; list by list, what more sessions say first, titled stretches last."""
    points = [_point(like, sessions) for like in group(nodes)]
    lists = {
        part: index for index, part in enumerate(dict.fromkeys(point.support[0].part for point in points))
    }

    def order(point: SummaryPoint) -> tuple[int, bool, int]:
        first = point.support[0]
        return lists[first.part], first.heading, -point.sessions

    return tuple(sorted(points, key=order))


def _point(like: Sequence[Node], sessions: dict[str, int]) -> SummaryPoint:
    supports = tuple(node.support for node in like)
    return SummaryPoint(
        text=_wording(supports, sessions),
        support=supports,
        points=_points([below for node in like for below in node.below], sessions),
        sessions=len({sessions[support.report] for support in supports}),
    )


def _wording(supports: Sequence[Support], sessions: dict[str, int]) -> str:
    """The words that most sessions use; of equals, those of the first report."""
    used = Counter(text for text, _ in {(each.text, sessions[each.report]) for each in supports})
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
        yield said("same_session", language, keys=listed([entry.key for entry in several], language))
    files: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        files[entry.source.sha256].append(entry.key)
    for keys in files.values():
        if len(keys) > 1:
            yield said("same_file", language, keys=listed(keys, language))


def _check(records: Sequence[Record], whole: Summary) -> None:
    """Every point of every report stands in exactly one support, word for word; else stop."""
    given = Counter(
        (support.report, role, support.pointer, support.text)
        for record in records
        for role, support in record.supports
    )
    found = Counter(
        (support.report, section.role, support.pointer, support.text)
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
