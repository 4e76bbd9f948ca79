"""The points of a summary as values that can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapportkit.merge.sessions import by_session
from rapportkit.model.grouping import Raised
from rapportkit.model.summary import Summary, SummaryPoint
from rapportkit.model.template import Role


def raised(summary: Summary) -> tuple[Raised, ...]:
    """Every point of a summary at every depth, in its order; what was joined already is one."""
    numbers = by_session(summary.reports)
    sessions = {entry.key: numbers[entry.key] for entry in summary.reports if not entry.superseded}
    return tuple(
        each for section in summary.sections for each in _raised(section.points, section.role, "", sessions)
    )


def in_order(points: Sequence[Raised]) -> list[Raised]:
    """Points in an order of their own, whatever order they came in."""
    return sorted(points, key=lambda each: (each.language, each.text, each.reference))


def _raised(
    points: Sequence[SummaryPoint], role: Role, above: str, sessions: Mapping[str, int]
) -> Iterator[Raised]:
    for point in points:
        told = point.told
        yield Raised(
            reference=told.reference,
            text=told.text,
            language=told.language,
            sessions=tuple(
                sorted({sessions[each.report] for each in point.support if each.report in sessions})
            ),
            role=role,
            label=told.label,
            part=told.part,
            heading=told.heading,
            above=above,
        )
        yield from _raised(point.points, role, told.reference, sessions)
