"""Papers for tests of the page: themes, an outline and a table of reports laid by hand upon a summary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from merge.made import Pair, made, said
from rapportkit.merge.consolidate import consolidate
from rapportkit.model.coverage import Coverage, CoveredSession, Received
from rapportkit.model.grouping import Suggestion, Theme
from rapportkit.model.outline import Chapter, Group, Outline, Paper, Part, Told, Why
from rapportkit.model.summary import Summary, SummaryPoint
from rapportkit.model.template import Role

PARTS = {
    Role.KEY_MESSAGES: Part.KEY_MESSAGES,
    Role.DISCUSSION: Part.CONVERGENCE,
    Role.CHALLENGES: Part.CHALLENGES,
    Role.RECOMMENDATIONS: Part.RECOMMENDATIONS,
    Role.GOOD_PRACTICES: Part.PRACTICES,
    Role.QUESTIONS: Part.QUESTIONS,
    Role.QUOTES: Part.QUOTES,
}
COUNTRIES = {"KEN": "Kenya", "PHL": "Philippines", "CIV": "Côte d’Ivoire", "MAR": "Morocco"}


def paper(summary: Summary, *, language: str = "en", every: int = 8) -> Paper:
    """A paper of all points but every so manieth, which stands in the annex alone."""
    themed = summary if summary.themes else replace(summary, themes=themes(summary))
    if not themed.suggestions and themed.conservation.points_in > 1:
        themed = replace(themed, suggestions=suggested(themed))
    laid = outline(themed, every=every)
    return Paper(themed, laid, language, coverage(themed))


def walk(points: tuple[SummaryPoint, ...]) -> Iterator[SummaryPoint]:
    """All points, those above before those below."""
    for point in points:
        yield point
        yield from walk(point.points)


def themes(summary: Summary) -> tuple[Theme, ...]:
    """One theme for each objective and goal that points cite or imply, most sessions first."""
    members: dict[str, list[SummaryPoint]] = defaultdict(list)
    for section in summary.sections:
        for point in walk(section.points):
            ids = [*point.themes, *(each.id for each in point.inferred)]
            if theme := next((each for each in ids if each[:4] in {"gcm-", "sdg-"} and "." not in each), ""):
                members[theme].append(point)
    found = [
        Theme(
            theme,
            f"About {theme}",
            tuple(point.told.reference for point in several),
            len({support.session for point in several for support in point.support}),
            theme,
        )
        for theme, several in members.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.sessions, each.id)))


def outline(summary: Summary, *, every: int) -> Outline:
    """Chapters by role, the discussion by theme, practices by country."""
    superseded = {entry.key for entry in summary.reports if entry.superseded}
    by_point = {reference: theme for theme in summary.themes for reference in theme.members}
    numbers, turn = count(1), count(1)
    unused: dict[str, Why] = {}
    chapters = []
    for section in sorted(summary.sections, key=lambda each: [*Part].index(PARTS.get(each.role, Part.OTHER))):
        part = PARTS.get(section.role, Part.OTHER)
        groups: dict[tuple[str, str, str, int], list[tuple[SummaryPoint, SummaryPoint | None]]]
        groups = defaultdict(list)
        for title, point in parted(section.points):
            if point.told.report in superseded or next(turn) % every == 0:
                why = Why.SUPERSEDED if point.told.report in superseded else Why.BUDGET
                unused.update((each.reference, why) for each in point.supports())
                continue
            theme = by_point.get(point.told.reference)
            head = ("", "", "", 0)
            if part is Part.CONVERGENCE and theme:
                head = ("theme", theme.id, theme.name, theme.sessions)
            elif part is Part.PRACTICES and point.countries:
                code = point.countries[0]
                head = ("country", code, COUNTRIES.get(code, code), 0)
            groups[head].append((point, title))
        laid = tuple(
            Group(tuple(Told(point, section.role, next(numbers), title) for point, title in several), *head)
            for head, several in sorted(groups.items(), key=lambda pair: (not pair[0][0], pair[0]))
        )
        if laid:
            chapters.append(Chapter(part, joined(chapters, part, laid)))
    whole = Outline(tuple(crossed(chapters)), unused)
    for support in summary.supports():
        if support.reference not in whole.numbers:
            unused.setdefault(support.reference, Why.HIDDEN)
    return whole


def crossed(chapters: list[Chapter]) -> Iterator[Chapter]:
    """Every theme of the convergences with three paragraphs of other parts that are to be seen also."""
    others = [told.number for each in chapters if each.part is not Part.CONVERGENCE for told in each.told()]
    for chapter in chapters:
        groups = (
            replace(group, also=tuple(sorted(others[at : at + 3]))) for at, group in enumerate(chapter.groups)
        )
        yield Chapter(chapter.part, tuple(groups)) if chapter.part is Part.CONVERGENCE else chapter


def joined(chapters: list[Chapter], part: Part, groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """With the groups of a chapter that stands already, which is taken away."""
    if chapters and chapters[-1].part is part:
        return (*chapters.pop().groups, *groups)
    return groups


def parted(points: tuple[SummaryPoint, ...]) -> Iterator[tuple[SummaryPoint | None, SummaryPoint]]:
    """Points, those below a title with it."""
    for point in points:
        if point.told.heading and point.points:
            for at, below in enumerate(point.points):
                yield (None if at else point), below
        else:
            yield None, point


def coverage(summary: Summary) -> Coverage:
    """All reports by session, and a session that nobody reports on."""
    sessions: dict[str, list[Received]] = defaultdict(list)
    for entry in summary.reports:
        received = Received(
            entry.key,
            entry.template,
            entry.form,
            entry.number,
            entry.title,
            entry.source.language,
            entry.words,
            entry.points,
            entry.errors,
            entry.warnings,
        )
        sessions[entry.session].append(received)
    covered = [
        CoveredSession(each[0].number, each[0].title, reports=tuple(each)) for each in sessions.values()
    ]
    return Coverage("", planned=True, sessions=(*covered, CoveredSession("9.9", "Nobody’s")))


def forum(*, edition: str = "public") -> Paper:
    """A small event: four sessions, three languages, points joined, nested, quoted, and one that would break a page."""
    return paper(consolidate(reports(), edition=edition))


def reports() -> list[Pair]:
    """The reports of that event."""
    care = made(
        {
            "rapporteurs": [{"name": "Ana Exemplo", "affiliation": "Harbour Institute"}],
            "discussion_points": [
                *said("The employer pays the cost of recruitment (GCM 6).", "Domestic work is decent work."),
                {
                    "text": "In Kenya:",
                    "points": said("Desks open when the night shift ends.", "Women chair the board."),
                },
            ],
            "challenges": said("Recognition of skills takes too long.", "L’accès à la santé reste inégal."),
            "good_practices": said(
                "Kenya – one desk for all papers.", "Philippines – a licence looked up by phone."
            ),
            "quotes": [
                {"text": "“We sold the ox to buy the job.”", "speaker": "Berta Muestra, Port Union"},
                {
                    "text": "“A door is a border, too.”",
                    "speaker": "Carl Beispiel, Care Network",
                    "consent": "quoted with approval",
                    "notes": [{"label": "1", "text": "Said at the close."}],
                },
            ],
        },
        number="1.1",
        title="Care behind the door",
        places={"/discussion_points/0": {"page": 1, "line": 12, "text": "The employer pays"}},
    )
    sante = made(
        {
            "discussion_points": said("The employer pays the cost of recruitment (GCM 6)."),
            "challenges": said(
                "Les soins s’arrêtent à la porte de l’hôpital.", "Une clinique à Mombasa, au Kenya."
            ),
            "agenda_2030": said("La cible 3.8 parle de tous."),
        },
        number="1.2",
        title="Santé et logement",
        language="fr",
    )
    towns = made(
        {
            "recommendations": [
                {
                    "text": "To cities: open one desk, as SDG 11 asks.",
                    "actions": said("Exchange staff between ports.", "Pay interpreters."),
                    "indicators": said("Days to a first answer."),
                },
            ],
            "women": said("A room with a door."),
            "priority_messages": said("Mayors need a seat.", HOSTILE, "المدن ترحب بالعمال."),
        },
        "gfmd-csd-2016",
        number="2.1",
        title="Ports & <towns>",
    )
    again = made(
        {
            "priority_messages": said(
                "Mayors need a seat.", "Count what reception costs.", "Überseehafen" * 14
            )
        },
        "gfmd-csd-2016",
        number="2.2",
        title="Budgets",
    )
    return [care, sante, towns, again]


HOSTILE = "</script><script>alert(\"1\")</script> 'x' \x07 \u202eevil\u202c &amp; <b onclick=a>"
"""What a page must tell and never do."""


def suggested(summary: Summary) -> tuple[Suggestion, ...]:
    """One pair that may say the same."""
    first, second = [each.reference for each in summary.supports()][:2]
    return (Suggestion(first, second, 0.61, ("ports", "desks"), ("figures",)),)
