"""The body: what the outline tells, part by part, in numbered paragraphs with their sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportkit.model.outline import Chapter, Group, Paper, Part, Told
from rapportkit.model.summary import RESTRICTED, Summary, SummaryPoint, Support
from rapportkit.model.template import Role
from rapportkit.text.excerpts import opening
from rapportkit.writers.summary.anchors import Anchors
from rapportkit.writers.summary.cover import ANONYMOUS
from rapportkit.writers.summary.nodes import Heading, Item, Node, Paragraph, Row, Run, Table
from rapportkit.writers.summary.phrases import Phrases

_NO_BREAK = "\N{NO-BREAK SPACE}"
_END = ".!?:…"


class Body:
    """Writes chapters of one paper."""

    def __init__(self, paper: Paper, phrases: Phrases, anchors: Anchors) -> None:
        self.summary: Summary = paper.summary
        self.phrases = phrases
        self.anchors = anchors
        self.themes = {theme.id: theme for theme in self.summary.themes}
        self.placed = {each.reference: (at, each) for at, each in enumerate(self.summary.supports())}
        self.order = {entry.key: at for at, entry in enumerate(self.summary.reports)}
        self.raised = raised(paper.summary)
        self.outline = paper.outline
        self.superseded = {entry.key for entry in paper.summary.reports if entry.superseded}

    def chapter(self, chapter: Chapter) -> Iterator[Node]:
        """The heading of a part and all that is told in it."""
        yield Heading(1, (Run(self.phrases.part(chapter.part)),), counted=True)
        several = len(chapter.groups) > 1
        for group in chapter.groups:
            yield from self._opened(chapter.part, group, several=several)
            for told in group.told:
                yield from self._paragraph(told)
        if chapter.left:
            yield Paragraph((Run(self.phrases.left(chapter)),), "notice")
        if chapter.part is Part.RECOMMENDATIONS:
            yield from self._addressees()

    def _opened(self, part: Part, group: Group, *, several: bool) -> Iterator[Node]:
        """The heading of a group, and how many sessions raise it where that is told."""
        title = group.title
        if not title and several:
            title = self.phrases.rest(part, group.kind)
        if title:
            theme = self.phrases.objective(group.id) if group.kind == "theme" else ""
            mark = [Run(f" ({theme})", small=True)] if theme else []
            yield Heading(2, (Run(capital(title)), *mark))
        if part is Part.CONVERGENCE and group.kind == "theme":
            yield Paragraph(tuple(self._support(group)), "notice")

    def _support(self, group: Group) -> Iterator[Run]:
        yield Run(self.phrases.say("theme_support", n=group.sessions, of=self.summary.sessions))
        for index, support in enumerate(self.raised.get(group.id, ())):
            yield Run("; " if index else "")
            yield Run(support.report, link=self.anchors.point(support))
        yield Run(".")
        if group.also:
            yield Run(f" {self.phrases.count('also', len(group.also))} ")
            yield from self.numbers(group.also)
            yield Run(".")

    def numbers(self, numbers: Sequence[int]) -> Iterator[Run]:
        """Paragraphs by number, each a link, three or more in a row as a range."""
        for index, (first, last) in enumerate(ranges(numbers)):
            yield Run(", " if index else "")
            yield Run(str(first), link=self.anchors.paragraph(first))
            if last > first:
                yield Run("–")
                yield Run(str(last), link=self.anchors.paragraph(last))

    def _paragraph(self, told: Told) -> Iterator[Node]:
        point = told.point
        lead = [Run("", anchor=self.anchors.paragraph(told.number))]
        if told.title:
            title = told.title.text.rstrip()
            stop = "" if title.endswith(tuple(_END)) else "."
            lead.append(Run(f"{title}{stop} ", bold=True, language=told.title.told.language))
        yield Item(0, (*lead, *self._told(point, told.role)), kept=bool(point.points))
        yield from self._below(point.points, 1, told.role)

    def _below(self, points: Sequence[SummaryPoint], level: int, role: Role) -> Iterator[Node]:
        part = ""
        for point in points:
            if point.support[0].part != part:
                part = point.support[0].part
                yield Paragraph((Run(part, italic=True),), "list", level)
            yield Item(level, tuple(self._told(point, role)), kept=bool(point.points))
            yield from self._below(point.points, level + 1, role)

    def _told(self, point: SummaryPoint, role: Role) -> Iterator[Run]:
        """The words, who said them if it is a quotation, how many sessions raised the point, and its sources."""
        text = opening(point.text)
        yield Run(text, italic=role is Role.QUOTES, language=point.told.language)
        if text != point.text:
            yield Run(f" ({self.phrases.say('in_full')})", italic=True, small=True)
        speakers = self._speakers(point) if role is Role.QUOTES else ""
        if speakers:
            yield Run(f" — {speakers}")
        if point.sessions > 1:
            yield Run(
                f" ({self.phrases.say('support', n=point.sessions, of=self.summary.sessions)})", italic=True
            )
        yield from self._references(point)

    def _speakers(self, point: SummaryPoint) -> str:
        """Who is quoted; nobody where the report names none."""
        unknown = ANONYMOUS if self.summary.edition == RESTRICTED else self.phrases.say("anonymous")
        named = (unknown if each.speaker == ANONYMOUS else each.speaker for each in point.support)
        return "; ".join(dict.fromkeys(name for name in named if name))

    def _references(self, point: SummaryPoint) -> Iterator[Run]:
        """The reports behind a point, each leading to its first support in the annex: [RT 1.2; WS 4.1]."""
        first: dict[str, Support] = {}
        for support in point.support:
            if support.report not in self.superseded:
                first.setdefault(support.report, support)
        for index, support in enumerate(first.values()):
            yield Run("; " if index else f"{_NO_BREAK}[", small=True)
            yield Run(support.report, small=True, link=self.anchors.point(support))
        yield Run("]", small=True)

    def _addressees(self) -> Iterator[Node]:
        """Who is asked to act, in the words of the reports, and where: paragraphs, then what the annex alone tells."""
        if not self.outline.asked:
            return
        yield Heading(2, (Run(self.phrases.say("addressees")),))
        rows = tuple(
            Row(((Run(capital(name)),), tuple(self._places(references))))
            for name, references in self.outline.asked
        )
        yield Table((self.phrases.say("addressee"), self.phrases.say("paragraphs")), rows, (0.5, 0.5))

    def _places(self, references: Sequence[str]) -> Iterator[Run]:
        numbers = sorted(self.outline.numbers[each] for each in references if each in self.outline.numbers)
        yield from self.numbers(numbers)
        annexed = [each for each in references if each not in self.outline.numbers]
        for index, reference in enumerate(annexed):
            yield Run("; " if index or numbers else "")
            yield Run(reference, link=self.anchors.reference(reference))


def raised(summary: Summary) -> dict[str, tuple[Support, ...]]:
    """The first point of each report that belongs to a theme, by theme, in the order of the reports."""
    themes = {reference: theme.id for theme in summary.themes for reference in theme.members}
    first: dict[str, dict[str, Support]] = {}
    for point in summary.points():
        theme = next((themes[each.reference] for each in point.support if each.reference in themes), "")
        for support in point.support if theme else ():
            first.setdefault(theme, {}).setdefault(support.report, support)
    keys = [entry.key for entry in summary.reports if not entry.superseded]
    return {theme: tuple(found[key] for key in keys if key in found) for theme, found in first.items()}


def ranges(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Numbers in order as ranges; two in a row stay two.

    >>> ranges([3, 4, 7, 8, 9])
    [(3, 3), (4, 4), (7, 9)]
    """
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return [
        each
        for first, last in found
        for each in ([(first, first), (last, last)] if last == first + 1 else [(first, last)])
    ]


def capital(name: str) -> str:
    """A name as a heading begins."""
    return name[:1].upper() + name[1:]
