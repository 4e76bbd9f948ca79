"""Every point of a summary as a row: what it says, where it comes from and where the paper tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapportkit.model.grouping import Theme
from rapportkit.model.outline import Paper
from rapportkit.model.summary import Summary, SummaryPoint, SummarySection, Support


class PointRow(NamedTuple):
    """One report's point.

    `paragraph` is its number in the body of the paper, None where it is not told there, for the reason `unused`.
    `level` is 0 for a point of a list, 1 for what hangs below it. What a reader wants on paper
    stands first.
    """

    reference: str
    session: str
    section: str
    question: str
    part: str
    text: str
    paragraph: int | None
    unused: str
    theme: str
    place: str
    report: str
    level: int
    speaker: str
    consent: str
    notes: str
    theme_id: str
    themes: str
    countries: str
    inferred: str
    sessions: int
    joined_with: str
    language: str
    withheld: str


def points(paper: Paper) -> Iterator[PointRow]:
    """Every support of the summary, in the order of its sections."""
    themes = theme_of(paper.summary)
    for section in paper.summary.sections:
        for point, level in walk(section.points):
            theme = next((themes[each.reference] for each in point.support if each.reference in themes), None)
            told = _told(point)
            for support in point.support:
                yield _row(paper, section, level, support, theme, told)


def walk(listed: Sequence[SummaryPoint], level: int = 0) -> Iterator[tuple[SummaryPoint, int]]:
    """Every point and all below it, each with its level."""
    for point in listed:
        yield point, level
        yield from walk(point.points, level + 1)


def theme_of(summary: Summary) -> dict[str, Theme]:
    """The theme of each reference that has one."""
    return {reference: theme for theme in summary.themes for reference in theme.members}


class _Told(NamedTuple):
    """What the supports of one point have in common."""

    themes: str
    countries: str
    inferred: str
    sessions: int
    references: tuple[str, ...]


def _told(point: SummaryPoint) -> _Told:
    return _Told(
        " ".join(point.themes),
        " ".join(point.countries),
        "; ".join(f"{each.id} ({each.words})" for each in point.inferred),
        point.sessions,
        tuple(each.reference for each in point.support),
    )


def _row(
    paper: Paper, section: SummarySection, level: int, support: Support, theme: Theme | None, told: _Told
) -> PointRow:
    reference = support.reference
    why = paper.outline.unused.get(reference)
    return PointRow(
        reference=reference,
        session=support.session,
        section=section.title,
        question=support.label,
        part=support.part,
        text=support.text,
        paragraph=paper.outline.numbers.get(reference),
        unused=why.value if why else "",
        theme=theme.name if theme else "",
        place=support.place,
        report=support.report,
        level=level,
        speaker=support.speaker,
        consent=support.consent,
        notes=" / ".join(note.text for note in support.notes),
        theme_id=theme.id if theme else "",
        themes=told.themes,
        countries=told.countries,
        inferred=told.inferred,
        sessions=told.sessions,
        joined_with=" ".join(f"[{other}]" for other in told.references if other != reference),
        language=support.language,
        withheld="yes" if support.withheld else "",
    )
