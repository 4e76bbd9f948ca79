"""What an editor decided, applied to the whole set of reports before any point is joined or withheld.

Decisions name points by an id that neither their place nor the set of reports changes: session, question and
words. A decision about a point that is not there changes nothing; `merge.unmet` says so.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from rapportkit.merge.group import Choices, Node, group, roots
from rapportkit.merge.records import Record
from rapportkit.merge.sessions import twice
from rapportkit.model.decisions import SHORTEST, Decisions
from rapportkit.model.summary import ReportEntry, Summary, SummaryPoint, Support
from rapportkit.model.template import Role
from rapportkit.text.likeness import normalise


def point_id(stem: str, pointer: str, text: str) -> str:
    """What decisions call a point: its session, its question and a mark of its words.

    >>> point_id("RT 1.2", "/recommendations/0/actions/1", "Local partnerships are key.")
    'RT 1.2:recommendations/actions:5ea623df'
    """
    field = "/".join(name for name in pointer.strip("/").split("/") if not name.isdigit())
    mark = hashlib.sha1((normalise(text) or text).encode("utf-8", "surrogatepass"), usedforsecurity=False)
    return f"{stem}:{field}:{mark.hexdigest()[:8]}"


def identified(records: Sequence[Record]) -> tuple[Record, ...]:
    """Give every point its id."""
    return tuple(
        replace(
            record,
            supports=tuple(
                (role, replace(each, id=point_id(record.entry.stem, each.pointer, each.text)))
                for role, each in record.supports
            ),
        )
        for record in records
    )


def decided(records: Sequence[Record], decisions: Decisions) -> tuple[Record, ...]:
    """Apply what was decided about single points and reports; pairs are minded where points are grouped."""
    behind = _superseded([record.entry for record in records], decisions.preferred)
    marked = [_marked(record, decisions, behind) for record in records]
    return _moved(marked, decisions)


def without_ids(summary: Summary) -> Summary:
    """A summary whose points have no ids: whoever guesses at withheld words could prove them by an id."""

    def plain(point: SummaryPoint) -> SummaryPoint:
        return replace(
            point,
            support=tuple(replace(each, id="") for each in point.support),
            points=tuple(map(plain, point.points)),
        )

    return replace(
        summary,
        sections=tuple(
            replace(section, points=tuple(map(plain, section.points))) for section in summary.sections
        ),
    )


def _superseded(entries: Sequence[ReportEntry], preferred: Sequence[str]) -> frozenset[str]:
    """The keys of the reports behind which another on their session and form was put."""
    if not preferred:
        return frozenset()
    behind: set[str] = set()
    for several in twice(entries):
        forms: dict[str, list[ReportEntry]] = defaultdict(list)
        for entry in several:
            forms[entry.template].append(entry)
        for alike in forms.values():
            counting = {
                entry.key for entry in alike if any(is_file(entry.source.sha256, each) for each in preferred)
            }
            if counting:
                behind.update(entry.key for entry in alike if entry.key not in counting)
    return frozenset(behind)


def is_file(sha256: str, told: str) -> bool:
    """Whether the first signs of a sha256, as a decision tells them, are those of this one."""
    return len(told) >= SHORTEST and sha256.startswith(told.casefold())


def _marked(record: Record, decisions: Decisions, behind: Collection[str]) -> Record:
    """A report with its flags, and those of its points; what hangs below a hidden point is hidden."""
    hidden: set[str] = set()
    supports: list[tuple[Role, Support]] = []
    for role, each in record.supports:
        if each.id in decisions.hidden or _above(each.pointer) in hidden:
            hidden.add(each.pointer)
        flags = each.pointer in hidden, each.id in decisions.approved
        is_so = (each.hidden, each.approved) == flags
        supports.append((role, each if is_so else replace(each, hidden=flags[0], approved=flags[1])))
    return Record(replace(record.entry, superseded=record.entry.key in behind), tuple(supports))


def _moved(records: Sequence[Record], decisions: Decisions) -> tuple[Record, ...]:
    """Put points under other roles: each with all that says the same, and with all that hangs below."""
    goals = dict(decisions.moved)
    if not goals:
        return tuple(records)
    choices = Choices.of(decisions)
    away: dict[tuple[int, str], Role] = {}
    for role, nodes in roots(records).items():
        if any(node.support.id in goals for node in nodes):
            for like in group(nodes, choices):
                goal = _goal(like, goals)
                if goal not in {None, role}:
                    away.update(((node.rank[0], node.support.pointer), goal) for node in like if goal)
    return tuple(_under(record, index, away) for index, record in enumerate(records))


def _goal(like: Sequence[Node], goals: dict[str, Role]) -> Role | None:
    return next((goals[node.support.id] for node in like if node.support.id in goals), None)


def _under(record: Record, index: int, away: dict[tuple[int, str], Role]) -> Record:
    supports: list[tuple[Role, Support]] = []
    for role, each in record.supports:
        goal = away.get((index, each.pointer)) or away.get((index, _above(each.pointer)))
        if goal:
            away[index, each.pointer] = goal
            supports.append((goal, replace(each, moved_from=role)))
        else:
            supports.append((role, each))
    return Record(record.entry, tuple(supports))


def _above(pointer: str) -> str:
    return pointer.rsplit("/", 2)[0]
