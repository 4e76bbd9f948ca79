"""A paper as one web page that needs nothing else: no network, no font, no picture from elsewhere.

All of it can be read, searched and printed without script. With script, points can be filtered and their sources
are told beside them; the page's policy lets run nothing but that script, known by its hash.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rapportkit.model.outline import Chapter, Paper, Part
from rapportkit.model.summary import RESTRICTED
from rapportkit.writers.summary.anchors import Anchors
from rapportkit.writers.summary.cover import events, preamble, received
from rapportkit.writers.summary.crosses import cross_tables, themes_picture
from rapportkit.writers.summary.html_annex import Annex
from rapportkit.writers.summary.html_bar import Bar
from rapportkit.writers.summary.html_body import Chapters
from rapportkit.writers.summary.html_head import head, resource
from rapportkit.writers.summary.html_index import Index
from rapportkit.writers.summary.html_nodes import blocks, picture
from rapportkit.writers.summary.html_notes import page
from rapportkit.writers.summary.html_text import line, spoken
from rapportkit.writers.summary.log import merge_log
from rapportkit.writers.summary.nodes import Heading, Node, Picture
from rapportkit.writers.summary.page_phrases import PagePhrases
from rapportkit.writers.summary.phrases import Phrases
from rapportkit.writers.summary.received import coverage_table

_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_BEFORE_TABLES = (*Part,)[: (*Part,).index(Part.SINGLE) + 1]

_MANY = 2000
"""Of more points than this, a browser lays out only what is in sight: it would take seconds else."""


class _Section(NamedTuple):
    """A section of the paper: its id, its heading, what stands below it, and whether it is a chapter of the body."""

    name: str
    heading: str
    inside: Iterator[str]
    chapter: bool = False


def write(paper: Paper) -> bytes:
    """The page in UTF-8; of a paper that is to be spoken, what to say."""
    lines = page(paper, Phrases(paper.language)) if paper.minutes else _Page(paper).lines()
    return ("\n".join(filter(None, lines)) + "\n").encode()


class _Page:
    """The page, top to bottom; its own words are those of the paper's language."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.phrases = Phrases(paper.language)
        self.own = PagePhrases(paper.language)
        self.index = Index(paper)
        self.chapters = Chapters(paper, self.phrases, self.own, self.index)
        self.sections = tuple(self._sections())

    def lines(self) -> Iterator[str]:
        bar, script = Bar(self.paper, self.phrases, self.own, self.index), resource("summary.js")
        yield from head(self.paper.summary.title, self.phrases.language, script=script)
        yield f'<a class="skip" href="#paper">{line(self.own.say("skip"))}</a>'
        yield from self._cover()
        yield from bar.filters()
        yield from self._contents()
        long = ' class="long"' if len(self.index.rows) > _MANY else ""
        yield f'<main id="paper" tabindex="-1"{long}>'
        for section in self.sections:
            name, kind = section.name, ' class="chapter"' if section.chapter else ""
            yield f'<section id="{name}"{kind} aria-labelledby="{name}-h">\n<h2 id="{name}-h">{section.heading}</h2>'
            yield from section.inside
            yield "</section>"
        yield "</main>"
        yield from bar.panel()
        yield f"<script>{script}</script>\n</body>\n</html>"

    def _cover(self) -> Iterator[str]:
        summary = self.paper.summary
        yield f"<header>\n<h1{spoken(summary.title, '', self.phrases.language)}>{line(summary.title)}</h1>"
        for event in events(self.paper):
            yield f'<p class="subtitle"><bdi>{line(event)}</bdi></p>'
        yield f'<p class="subtitle">{line(received(self.paper, self.phrases))}</p>'
        if summary.edition == RESTRICTED:
            yield f'<p class="restricted">{line(self.phrases.say("restricted"))}</p>'
        for sentence in preamble(self.paper, self.phrases):
            yield f'<p class="lead">{line(sentence)}</p>'
        yield "</header>"

    def _contents(self) -> Iterator[str]:
        if not self.sections:
            return
        yield f'<nav aria-labelledby="contents">\n<h2 id="contents">{line(self.own.say("contents"))}</h2>\n<ol role="list">'
        for section in self.sections:
            yield f'<li><a href="#{section.name}">{section.heading}</a></li>'
        yield "</ol>\n</nav>"

    def _sections(self) -> Iterator[_Section]:
        """All sections, in the order that every format has."""
        chapters = self.paper.outline.chapters
        numerals = iter(_NUMERALS)
        anchors = Anchors.of(self.paper)
        yield from self._nodes(
            "reports", coverage_table(self.paper, self.phrases, anchors), numerals, "stack"
        )
        for chapter in chapters:
            if chapter.part in _BEFORE_TABLES:
                yield self._chapter(chapter, next(numerals))
        yield from self._nodes("cross", cross_tables(self.paper, self.phrases), numerals, "wide")
        for chapter in chapters:
            if chapter.part not in _BEFORE_TABLES:
                yield self._chapter(chapter, next(numerals))
        if self.paper.summary.reports:
            annex = Annex(self.paper, self.phrases, self.own, self.index)
            yield _Section("annex", line(self.phrases.say("annex")), annex.inside())
        yield from self._nodes("log", merge_log(self.paper, self.phrases, anchors), iter(()), "")

    def _chapter(self, chapter: Chapter, numeral: str) -> _Section:
        heading = line(f"{numeral}. {self.phrases.part(chapter.part)}")
        return _Section(chapter.part.value, heading, self._inside(chapter), chapter=True)

    def _inside(self, chapter: Chapter) -> Iterator[str]:
        if chapter.part is Part.CONVERGENCE:
            for node in themes_picture(self.paper, self.phrases):
                if isinstance(node, Picture):
                    yield from picture(node, "picture", self.own.say("sessions_column"))
        yield from self.chapters.inside(chapter)

    def _nodes(
        self, name: str, nodes: Iterator[Node], numerals: Iterator[str], style: str
    ) -> Iterator[_Section]:
        """A section that every format tells alike; none where there are no nodes."""
        first, rest = next(nodes, None), [*nodes]
        if isinstance(first, Heading):
            numeral = f"{next(numerals)}. " if first.counted else ""
            heading = line(f"{numeral}{''.join(run.text for run in first.runs)}")
            yield _Section(name, heading, blocks(rest, name, self.phrases.language, style))
