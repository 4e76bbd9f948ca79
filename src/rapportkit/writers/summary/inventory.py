"""Good practices, recommendations and themes as rows: what a secretariat follows up after the event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapportkit.model.outline import Group, Outline, Paper, Told, Why
from rapportkit.model.summary import SummaryPoint, Support
from rapportkit.model.template import Role
from rapportkit.text.plain import plain
from rapportkit.writers.summary.rows import walk

_LEFT_OUT = frozenset([Why.HIDDEN, Why.SUPERSEDED, Why.COURTESY])
"""What an inventory leaves out; for want of room in the body nothing is missing from it."""


class PracticeRow(NamedTuple):
    """A good practice of one country; one that tells of several stands under each.

    `country` is a name where the paper has one, else a code, "" where the practice names none. `owner` is the
    city or body whose it is. `paragraph` is None where the body does not tell it.
    """

    country: str
    owner: str
    practice: str
    paragraph: int | None
    references: str
    session: str
    sessions: int


class RecommendationRow(NamedTuple):
    """A recommendation with what hangs below it: `parts` are its named lists, in the order of their heads."""

    recommendation: str
    addressee: str
    parts: tuple[str, ...]
    below: str
    paragraph: int | None
    references: str
    session: str
    sessions: int


class ThemeRow(NamedTuple):
    """A theme: `reports` are the keys of those that raise it, `points` counts what is told on it."""

    theme: str
    theme_id: str
    objective: str
    sessions: int
    points: int
    reports: str
    paragraph: str


def practices(paper: Paper) -> tuple[PracticeRow, ...]:
    """Good practices by country in the order of the alphabet, then those that name none; as the body tells them."""
    last = max(paper.outline.numbers.values(), default=0) + 1

    def order(row: PracticeRow) -> tuple[bool, str, int]:
        return not row.country, plain(row.country), row.paragraph or last

    return tuple(sorted(_practices(paper), key=order))


def _practices(paper: Paper) -> Iterator[PracticeRow]:
    told = _by_reference(paper.outline)
    names = {group.id: group.title for _, group in told.values() if group.kind == "country"}
    for title, point in _listed(paper, Role.GOOD_PRACTICES):
        here, group = told.get(point.told.reference, (None, None))
        owner = group.id if group and group.kind == "country" else ""
        for code in _countries(point, owner):
            yield PracticeRow(
                country=names.get(code, code),
                owner=here.owner if here and code in {owner, ""} else "",
                practice=_whole(paper, point, title),
                paragraph=here.number if here else None,
                references=_references(point),
                session=_sessions(point),
                sessions=point.sessions,
            )


def recommendations(paper: Paper) -> tuple[tuple[str, ...], tuple[RecommendationRow, ...]]:
    """The heads of the lists that hang below recommendations, as the form prints them, and all recommendations.

    A list is known by its step in the pointers, since forms in several languages print several heads.
    """
    listed = list(_listed(paper, Role.RECOMMENDATIONS))
    heads: dict[str, str] = {}
    for _, point in listed:
        for support in (below.told for below in point.points):
            if support.part:
                heads.setdefault(_step(support), support.part)
    told = _by_reference(paper.outline)
    rows = []
    for title, point in listed:
        here, _ = told.get(point.told.reference, (None, None))
        rows.append(
            RecommendationRow(
                recommendation=f"{title.text}: {point.text}" if title else point.text,
                addressee=here.addressee if here else "",
                parts=tuple(_hanging(paper, _in(point.points, step)) for step in heads),
                below=_hanging(paper, _in(point.points, "")),
                paragraph=here.number if here else None,
                references=_references(point),
                session=_sessions(point),
                sessions=point.sessions,
            )
        )
    return tuple(heads.values()), tuple(rows)


def themes(paper: Paper) -> Iterator[ThemeRow]:
    """The themes of the summary, in its order, with the paragraphs that tell of them."""
    numbers = paper.outline.numbers
    for theme in paper.summary.themes:
        told = sorted({numbers[each] for each in theme.members if each in numbers})
        yield ThemeRow(
            theme=theme.name,
            theme_id=theme.id,
            objective=theme.objective,
            sessions=theme.sessions,
            points=len(theme.members),
            reports=", ".join(dict.fromkeys(each.rpartition("/")[0] for each in theme.members)),
            paragraph=", ".join(map(str, told)),
        )


def _listed(paper: Paper, role: Role) -> Iterator[tuple[SummaryPoint | None, SummaryPoint]]:
    """The points of a role, those below the title of a stretch one by one with that title."""
    for section in paper.summary.sections:
        for point in section.points if section.role is role else ():
            if point.told.heading and point.points:
                yield from ((point, below) for below in point.points if _counts(paper, below))
            elif _counts(paper, point):
                yield None, point


def _counts(paper: Paper, point: SummaryPoint) -> bool:
    unused = paper.outline.unused
    return any(unused.get(each.reference) not in _LEFT_OUT for each in point.support)


def _by_reference(outline: Outline) -> dict[str, tuple[Told, Group]]:
    return {
        told.reference: (told, group)
        for chapter in outline.chapters
        for group in chapter.groups
        for told in group.told
    }


def _countries(point: SummaryPoint, owner: str) -> Sequence[str]:
    """The country whose practice it is, then those that it names; else those of its cities."""
    named = dict.fromkeys([*([owner] if owner else []), *point.countries])
    inferred = [each.id for each in point.inferred if each.id.isupper()]
    return list(named) or inferred or [""]


def _whole(paper: Paper, point: SummaryPoint, title: SummaryPoint | None) -> str:
    """A point with all that hangs below it, a line each."""
    first = f"{title.text}: {point.text}" if title else point.text
    return "\n".join(filter(None, (first, _hanging(paper, point.points))))


def _hanging(paper: Paper, points: Sequence[SummaryPoint]) -> str:
    return "\n".join(
        f"{'– ' * (level + 1)}{point.text}" for point, level in walk(points) if _counts(paper, point)
    )


def _in(points: Sequence[SummaryPoint], step: str) -> list[SummaryPoint]:
    return [each for each in points if _step(each.told) == step]


def _step(support: Support) -> str:
    """The named list that a point stands in: the same in every language of the form; "" for none."""
    return support.pointer.split("/")[-2] if support.part else ""


def _references(point: SummaryPoint) -> str:
    return " ".join(f"[{each.reference}]" for each in point.support)


def _sessions(point: SummaryPoint) -> str:
    return "; ".join(dict.fromkeys(each.session for each in point.support))
