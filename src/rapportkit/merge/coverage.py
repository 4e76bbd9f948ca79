"""Reports laid beside the programme: which session has one, which has several, which has none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapportkit.model.coverage import Coverage, CoveredSession, Received
from rapportkit.model.programme import PlannedSession, Programme, bare_number
from rapportkit.model.summary import Summary
from rapportkit.text.titles import same_title


def cover(
    received: Sequence[Received],
    programme: Programme | None = None,
    unread: Sequence[tuple[str, str]] = (),
    language: str = "en",
) -> Coverage:
    """Lay reports beside the sessions of a programme, or beside those that they name themselves.

    A report belongs to the session of its number, unless the titles contradict each other and another session
    has its title; without a number, to that of its title. The order of the reports is kept within a session.
    """
    if programme is None:
        return Coverage("", planned=False, sessions=_named(received), unread=tuple(unread), language=language)
    placed: dict[str, list[Received]] = {each.number: [] for each in programme.sessions}
    beside: list[Received] = []
    for report in received:
        session = _session(report, programme)
        (placed[session.number] if session else beside).append(report)
    sessions = tuple(
        CoveredSession(each.number, each.title, each.date, each.rapporteurs, tuple(placed[each.number]))
        for each in programme.sessions
    )
    return Coverage(programme.title, True, sessions, tuple(beside), tuple(unread), language)


def covered(summary: Summary, programme: Programme | None = None, language: str = "en") -> Coverage:
    """Lay the reports of a summary beside the programme; they are called by their keys."""
    received = [
        Received(
            file=entry.key,
            template=entry.template,
            form=entry.form,
            number=entry.number,
            title=entry.title,
            language=entry.source.language,
            words=entry.words,
            points=entry.points,
            errors=entry.errors,
            warnings=entry.warnings,
        )
        for entry in summary.reports
    ]
    return cover(received, programme, language=language)


def _session(report: Received, programme: Programme) -> PlannedSession | None:
    by_number = programme.session(report.number) if report.number else None
    if by_number and (not (report.title and by_number.title) or same_title(report.title, by_number.title)):
        return by_number
    by_title = next(
        (each for each in programme.sessions if report.title and same_title(report.title, each.title)), None
    )
    return by_title or by_number


def _named(received: Sequence[Received]) -> tuple[CoveredSession, ...]:
    """The sessions that reports name, in the order of their numbers; each without a number and title by itself."""
    found: list[list[Received]] = []
    # Reports with different numbers are never on one session: only those with the same are laid side by side.
    numbered: dict[str, list[list[Received]]] = defaultdict(list)
    for report in received:
        near = numbered[bare_number(report.number)]
        alike = next((several for several in near if _is_same(several[0], report)), None)
        if alike is None:
            found.append([report])
            near.append(found[-1])
        else:
            alike.append(report)
    sessions = [CoveredSession(each[0].number, each[0].title, reports=tuple(each)) for each in found]
    return tuple(sorted(sessions, key=lambda each: _order(each.number)))


def _is_same(one: Received, other: Received) -> bool:
    if one.number or other.number:
        alike = bare_number(one.number) == bare_number(other.number) != ""
        return alike and (not one.title or not other.title or same_title(one.title, other.title))
    return bool(one.title) and same_title(one.title, other.title)


def _order(number: str) -> tuple[bool, tuple[tuple[int, str], ...]]:
    """Numbers as people count them: 1.2 before 1.10, sessions without a number last."""
    steps = bare_number(number).replace("-", ".").split(".")
    return not number, tuple((int(step), "") if step.isdigit() else (0, step) for step in steps)
