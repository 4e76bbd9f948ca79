"""The body of the page: chapters, groups and numbered paragraphs, each with links to its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportkit.model.outline import Chapter, Group, Paper, Part, Told
from rapportkit.model.summary import RESTRICTED, Summary, SummaryPoint, Support
from rapportkit.model.template import Role
from rapportkit.text.excerpts import opening
from rapportkit.writers.summary.anchors import Anchors
from rapportkit.writers.summary.body import Body, capital, ranges
from rapportkit.writers.summary.cover import ANONYMOUS
from rapportkit.writers.summary.html_index import Index
from rapportkit.writers.summary.html_nodes import blocks
from rapportkit.writers.summary.html_text import line, lines, spoken
from rapportkit.writers.summary.nodes import Table
from rapportkit.writers.summary.page_phrases import PagePhrases
from rapportkit.writers.summary.phrases import Phrases

_STOPS = tuple(".!?:…")


class Chapters:
    """Writes the chapters of one paper; `data-s` of a point lists the rows of its supports in the annex."""

    def __init__(self, paper: Paper, phrases: Phrases, own: PagePhrases, index: Index) -> None:
        self.paper = paper
        self.summary: Summary = paper.summary
        self.phrases = phrases
        self.own = own
        self.page = phrases.language
        self.index = index
        self.anchors = Anchors.of(paper)
        self.superseded = {entry.key for entry in paper.summary.reports if entry.superseded}

    def inside(self, chapter: Chapter) -> Iterator[str]:
        """All that stands below the heading of a chapter."""
        several = len(chapter.groups) > 1
        for number, group in enumerate(chapter.groups, 1):
            yield '<div class="group">'
            yield from self._named(chapter.part, group, number, several=several)
            yield '<ol class="paragraphs" role="list">'
            for told in group.told:
                yield from self._paragraph(told)
            yield "</ol></div>"
        if chapter.left:
            yield f'<p class="notice">{line(self.phrases.left(chapter))}</p>'
        if chapter.part is Part.RECOMMENDATIONS:
            yield from self._addressees(chapter)

    def _named(self, part: Part, group: Group, number: int, *, several: bool) -> Iterator[str]:
        """The heading of a group, and how many sessions raise it where that is told."""
        title = group.title or (self.phrases.rest(part, group.kind) if several else "")
        if title:
            short = self.phrases.objective(group.id) if group.kind == "theme" else ""
            mark = f" <small>({line(short)})</small>" if short else ""
            attributes = spoken(title, "", self.page)
            yield f'<h3 id="{part.value}-{number}"{attributes}>{line(capital(title))}{mark}</h3>'
        if part is Part.CONVERGENCE and group.kind == "theme":
            support = self.phrases.say("theme_support", n=group.sessions, of=self.summary.sessions)
            yield f'<p class="notice">{line(support)}{self._raising(group)}{self._also(group.also)}</p>'

    def _raising(self, group: Group) -> str:
        links = (
            f'<a href="#{self.anchors.point(each)}">{line(each.report)}</a>'
            for each in self.index.raising.get(group.id, ())
        )
        return f"{'; '.join(links)}."

    def _also(self, numbers: Sequence[int]) -> str:
        if not numbers:
            return ""
        told = ", ".join(
            self._link(first) if first == last else f"{self._link(first)}–{self._link(last)}"
            for first, last in ranges(numbers)
        )
        return f" {line(self.phrases.count('also', len(numbers)))} {told}."

    def _link(self, number: int) -> str:
        return f'<a href="#{self.anchors.paragraph(number)}">{number}</a>'

    def _paragraph(self, told: Told) -> Iterator[str]:
        name = self.anchors.paragraph(told.number)
        said = line(self.own.say("paragraph", n=told.number))
        yield f'<li id="{name}" data-s="{self._rows(told.point)}">'
        number = f'<a class="n" href="#{name}" aria-label="{said}">{told.number}.</a>'
        yield f"<p>{number}{self._title(told)}{self._point(told.point, told.role)}</p>"
        yield from self._sources(told.point)
        yield from self._below(told.point.points, 1, told.role)
        yield "</li>"

    def _title(self, told: Told) -> str:
        if told.title is None:
            return ""
        text = told.title.text.rstrip()
        stop = "" if text.endswith(_STOPS) else "."
        return f"<b{spoken(text, told.title.told.language, self.page)}>{line(text)}{stop}</b> "

    def _rows(self, point: SummaryPoint) -> str:
        return " ".join(str(self.index.rows[each.reference]) for each in point.support)

    def _below(self, points: Sequence[SummaryPoint], level: int, role: Role) -> Iterator[str]:
        """What hangs below a paragraph, list by list; the count runs on through its lists."""
        part: str | None = None
        for count, point in enumerate(points, 1):
            if point.support[0].part != part:
                yield "</ol></div>" if part is not None else ""
                part = point.support[0].part
                label = f'<p class="part">{line(part)}</p>' if part else ""
                yield f'<div class="list">{label}<ol role="list">'
            number = f'<span class="n">{counted(count, level)}</span>'
            yield f'<li data-s="{self._rows(point)}"><p>{number}{self._point(point, role)}</p>'
            yield from self._sources(point)
            yield from self._below(point.points, level + 1, role)
            yield "</li>"
        if part is not None:
            yield "</ol></div>"

    def _point(self, point: SummaryPoint, role: Role) -> str:
        """The words, who said them if it is a quotation, how many sessions raised the point, and its sources."""
        text = opening(point.text)
        told = [f'<span class="t"{spoken(text, point.told.language, self.page)}>{lines(text)}</span>']
        if text != point.text:
            told.append(f' <small class="in-full">({line(self.phrases.say("in_full"))})</small>')
        speakers = self._speakers(point) if role is Role.QUOTES else ""
        if speakers:
            told.append(f" — <bdi>{line(speakers)}</bdi>")
        if point.sessions > 1:
            support = self.phrases.say("support", n=point.sessions, of=self.summary.sessions)
            told.append(f" <i>({line(support)})</i>")
        return "".join((*told, self._references(point)))

    def _speakers(self, point: SummaryPoint) -> str:
        """Who is quoted; nobody where the report names none."""
        unknown = ANONYMOUS if self.summary.edition == RESTRICTED else self.phrases.say("anonymous")
        named = (unknown if each.speaker == ANONYMOUS else each.speaker for each in point.support)
        return "; ".join(dict.fromkeys(name for name in named if name))

    def _references(self, point: SummaryPoint) -> str:
        """The reports behind a point, each leading to its first support in the annex: [RT 1.2; WS 4.1]."""
        first: dict[str, Support] = {}
        for support in point.support:
            if support.report not in self.superseded:
                first.setdefault(support.report, support)
        links = "; ".join(
            f'<a href="#{self.anchors.point(support)}">{line(support.report)}</a>'
            for support in first.values()
        )
        return f'\N{NO-BREAK SPACE}<span class="r">[{links}]</span>'

    def _sources(self, point: SummaryPoint) -> Iterator[str]:
        """The wordings of a point that several reports make."""
        if len(point.support) < 2:
            return
        yield f"<details><summary>{line(self.own.count('sources', len(point.support)))}</summary><ul>"
        for support in point.support:
            words = self._wording(support, point)
            link = f'<a href="#{self.anchors.point(support)}">{line(support.reference)}</a>'
            yield f"<li>{link} {words}</li>"
        yield "</ul></details>"

    def _wording(self, support: Support, point: SummaryPoint) -> str:
        if support.text == point.text:
            return f"({line(self.own.say('same_words'))})"
        return f"<q{spoken(support.text, support.language, self.page)}>{lines(support.text)}</q>"

    def _addressees(self, chapter: Chapter) -> Iterator[str]:
        """The table that every format has: the only one in a chapter."""
        told = Body(self.paper, self.phrases, self.anchors).chapter(chapter)
        for table in told:
            if isinstance(table, Table):
                name = f"{chapter.part.value}-addressees"
                title = line(self.phrases.say("addressees"))
                yield f'<h3 id="{name}-h">{title}</h3>'
                yield from blocks([table], name, self.page)


def counted(number: int, level: int) -> str:
    """The number of what hangs below a paragraph: (a), below that (i), then (A), then (1).

    >>> counted(2, 1), counted(4, 2), counted(27, 3), counted(5, 4)
    ('(b)', '(iv)', '(AA)', '(5)')
    """
    form = (level - 1) % 4
    told = (_letters(number), _roman(number), _letters(number).upper(), str(number))[form]
    return f"({told})"


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _roman(number: int) -> str:
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    tens = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
    return "c" * (number // 100) + tens[number // 10 % 10] + ones[number % 10]
