"""The cross tables: which session speaks of which objective, goal and group."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rapportkit.model.outline import Paper
from rapportkit.model.summary import Summary
from rapportkit.writers.summary.cross import GOALS, GROUPS, OBJECTIVES, Count, CrossRow, cross, meetings
from rapportkit.writers.summary.nodes import Heading, Node, Paragraph, Picture, Row, Run, Table
from rapportkit.writers.summary.phrases import Phrases

_KEY = 0.14
_WIDE = 0.3
_SHOWN = 15
"""So many themes fit a picture."""


def cross_tables(paper: Paper, phrases: Phrases) -> Iterator[Node]:
    """Sessions by objectives, goals and groups, those columns that any session speaks of."""
    tables = [
        *_table(paper.summary, OBJECTIVES, "cross_gcm", lambda each: each.partition("-")[2], phrases),
        *_table(paper.summary, GOALS, "cross_sdg", lambda each: each.partition("-")[2], phrases),
        *_table(paper.summary, GROUPS, "cross_groups", phrases.group, phrases),
    ]
    if tables:
        yield Heading(1, (Run(phrases.say("cross")),), counted=True)
        yield Paragraph((Run(phrases.say("cross_lead")),), "notice")
        yield from tables


def _table(
    summary: Summary, ids: Sequence[str], title: str, named: Callable[[str], str], phrases: Phrases
) -> Iterator[Node]:
    rows = cross(summary, ids)
    used = [at for at in range(len(ids)) if any(any(row.counts[at]) for row in rows)]
    if not used:
        return
    first = _KEY if len(used) > 8 else _WIDE
    width = min((1 - first) / len(used), 0.14)
    yield Heading(2, (Run(phrases.say(title)),))
    yield Table(
        (phrases.say("session"), *(named(ids[at]) for at in used)),
        tuple(_row(row, used) for row in rows),
        (1 - width * len(used), *[width] * len(used)),
        frozenset(range(1, len(used) + 1)),
    )


def _row(row: CrossRow, used: Sequence[int]) -> Row:
    return Row(((Run("; ".join(row.keys)),), *(tuple(_count(row.counts[at])) for at in used)))


def _count(count: Count) -> Iterator[Run]:
    if count.cited:
        yield Run(str(count.cited), bold=True)
    if count.inferred:
        yield Run(f"+{count.inferred}")


def themes_picture(paper: Paper, phrases: Phrases) -> Iterator[Node]:
    """The themes that several sessions share, by session: a dot for each, larger for more points."""
    summary = paper.summary
    told = {
        group.id for chapter in paper.outline.chapters for group in chapter.groups if group.kind == "theme"
    }
    shared = [theme for theme in summary.themes if theme.sessions > 1 and theme.id in told][:_SHOWN]
    held = meetings(summary)
    if len(shared) < 2 or len(held) < 2:
        return
    columns = {entry.key: at for at, several in enumerate(held) for entry in several}
    reports = {support.reference: support.report for support in summary.supports()}
    counts = []
    for theme in shared:
        row = [0] * len(held)
        for reference in theme.members:
            if reports.get(reference) in columns:
                row[columns[reports[reference]]] += 1
        counts.append(tuple(row))
    keys = tuple("; ".join(entry.key for entry in several) for several in held)
    names = tuple(
        " – ".join(part for part in (phrases.objective(theme.id), theme.name) if part) for theme in shared
    )
    yield Picture(phrases.say("picture"), names, keys, tuple(counts))
