"""The table of reports: what came on which session, what is missing, how long and how sound it is."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.coverage import Coverage, CoveredSession, Received
from rapportkit.model.outline import Paper
from rapportkit.writers.summary.anchors import Anchors
from rapportkit.writers.summary.nodes import Heading, Node, Paragraph, Row, Run, Table
from rapportkit.writers.summary.phrases import Phrases

_COLUMNS = ("session", "title", "key", "form", "language", "words_column", "points_column", "open_column")
_WIDTHS = (0.08, 0.27, 0.11, 0.22, 0.1, 0.07, 0.07, 0.08)


def coverage_table(paper: Paper, phrases: Phrases, anchors: Anchors) -> Iterator[Node]:
    """One row for each report, in the order of the programme where there is one, and one for each session without."""
    if paper.coverage is None or not paper.summary.reports:
        return
    yield Heading(1, (Run(phrases.say("coverage")),), counted=True)
    rows = [row for session in paper.coverage.sessions for row in _rows(session, phrases, anchors, paper)]
    rows.extend(
        _row(report.number, report.title, report, phrases, anchors, paper) for report in paper.coverage.beside
    )
    yield Table(
        tuple(phrases.say(what) for what in _COLUMNS),
        (*rows, _total(paper.coverage, phrases)),
        _WIDTHS,
        frozenset({5, 6, 7}),
    )
    for notice in paper.summary.notices:
        yield Paragraph((Run(notice),), "notice")


def _rows(session: CoveredSession, phrases: Phrases, anchors: Anchors, paper: Paper) -> Iterator[Row]:
    for report in session.reports:
        yield _row(session.number, report.title or session.title, report, phrases, anchors, paper)
    if not session.reports:
        cells = (session.number or "–", session.title or "–", phrases.say("missing"), "", "", "", "", "")
        yield Row(tuple((Run(cell, italic=index == 2),) for index, cell in enumerate(cells)))


def _row(number: str, title: str, report: Received, phrases: Phrases, anchors: Anchors, paper: Paper) -> Row:
    superseded = any(each.superseded for each in paper.summary.reports if each.key == report.file)
    key = [Run(report.file, link=anchors.reports[report.file])]
    if superseded:
        key.append(Run(f"\n({phrases.say('superseded')})", italic=True, small=True))
    return Row(
        (
            (Run(number or "–"),),
            (Run(title or "–", language=report.language),),
            tuple(key),
            (Run(report.form),),
            (Run(phrases.tongue(report.language) or "–"),),
            (Run(str(report.words)),),
            (Run(str(report.points)),),
            (Run(str(report.errors + report.warnings)),),
        ),
    )


def _total(coverage: Coverage, phrases: Phrases) -> Row:
    reports = [*(report for each in coverage.sessions for report in each.reports), *coverage.beside]
    figures = (
        sum(each.words for each in reports),
        sum(each.points for each in reports),
        sum(each.errors + each.warnings for each in reports),
    )
    bold = tuple((Run(str(figure), bold=True),) for figure in figures)
    return Row(((Run(phrases.say("total"), bold=True),), (), (), (), (), *bold))
