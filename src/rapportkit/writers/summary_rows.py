"""A summary as tables: every point with its source, sessions by goals and objectives, practices by country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapportkit.model.summary import Summary, SummaryPoint, SummarySection, Support
from rapportkit.model.template import Role

OBJECTIVES = tuple(f"gcm-{number}" for number in range(1, 24))
GOALS = tuple(f"sdg-{number}" for number in range(1, 18))


class PointRow(NamedTuple):
    """One report's point: where it stands in the summary, what it says, and where it comes from."""

    reference: str
    report: str
    session: str
    section: str
    question: str
    part: str
    level: int
    text: str
    speaker: str
    consent: str
    notes: str
    themes: str
    countries: str
    inferred: str
    sessions: int
    joined_with: str
    place: str
    language: str
    withheld: str


def points(summary: Summary) -> Iterator[PointRow]:
    """Every support of the summary, in the order of its sections."""
    for section in summary.sections:
        for point, level in _walk(section.points):
            for support in point.support:
                yield _row(section, point, support, level)


def practices(summary: Summary) -> Iterator[tuple[str, str, str, str]]:
    """Good practices as (country, text, reference, session), by country; one that names none comes last."""
    found = [
        (country, each)
        for each in points(summary)
        if each.level == 0 and _role(summary, each.section) is Role.GOOD_PRACTICES
        for country in each.countries.split(" ")
    ]
    for country, each in sorted(found, key=lambda pair: (not pair[0], pair[0])):
        yield country, each.text, each.reference, each.session


def matrix(summary: Summary, themes: Sequence[str]) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """How many points of each report cite each theme: (report, session, counts), in the order of the reports."""
    cited: Counter[tuple[str, str]] = Counter()
    for section in summary.sections:
        for point, _ in _walk(section.points):
            cited.update((support.report, theme) for support in point.support for theme in point.themes)
    for entry in summary.reports:
        yield entry.key, entry.session, tuple(cited[entry.key, theme] for theme in themes)


def _walk(listed: Sequence[SummaryPoint], level: int = 0) -> Iterator[tuple[SummaryPoint, int]]:
    for point in listed:
        yield point, level
        yield from _walk(point.points, level + 1)


def _role(summary: Summary, title: str) -> Role | None:
    return next((section.role for section in summary.sections if section.title == title), None)


def _row(section: SummarySection, point: SummaryPoint, support: Support, level: int) -> PointRow:
    return PointRow(
        reference=support.reference,
        report=support.report,
        session=support.session,
        section=section.title,
        question=support.label,
        part=support.part,
        level=level,
        text=support.text,
        speaker=support.speaker,
        consent=support.consent,
        notes=" / ".join(note.text for note in support.notes),
        themes=" ".join(point.themes),
        countries=" ".join(point.countries),
        inferred="; ".join(f"{each.id} ({each.words})" for each in point.inferred),
        sessions=point.sessions,
        joined_with=" ".join(
            f"[{other.reference}]" for other in point.support if other.reference != support.reference
        ),
        place=support.place,
        language=support.language,
        withheld="yes" if support.withheld else "",
    )
