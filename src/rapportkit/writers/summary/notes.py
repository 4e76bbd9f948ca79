"""Speaking notes: what may be said of a summary in so many minutes, in the words of the reports."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.outline import PACE, Group, Paper, Part, Told
from rapportkit.text.excerpts import first_sentence
from rapportkit.writers.summary.body import capital
from rapportkit.writers.summary.nodes import Heading, Item, Node, Paragraph, Run
from rapportkit.writers.summary.phrases import Phrases


def notes(paper: Paper, phrases: Phrases) -> Iterator[Node]:
    """A title, then by part one sentence of each point, with the sessions that raise it and where it comes from."""
    yield Heading(0, (Run(paper.summary.title),))
    yield Paragraph((Run(phrases.say("notes_title", n=paper.minutes)),), "subtitle")
    yield Paragraph((Run(phrases.say("notes_lead", words=paper.outline.words, pace=PACE)),), "notice")
    if not paper.outline.chapters:
        yield Paragraph((Run(phrases.say("notes_none")),), "lead")
    for chapter in paper.outline.chapters:
        yield Heading(1, (Run(phrases.part(chapter.part)),))
        for group in chapter.groups:
            for told in group.told:
                lead = _theme(group, paper, phrases) if chapter.part is Part.CONVERGENCE else ()
                yield Item(0, (*lead, *_said(told, paper, phrases)))


def _theme(group: Group, paper: Paper, phrases: Phrases) -> Iterator[Run]:
    """What the theme is called and how many sessions raise it; not that they say the sentence behind it."""
    if group.kind == "theme":
        theme = capital(group.title)
        said = phrases.say("notes_theme", theme=theme, n=group.sessions, of=paper.summary.sessions)
        yield Run(said, bold=True)


def _said(told: Told, paper: Paper, phrases: Phrases) -> Iterator[Run]:
    point = told.point
    sentence = first_sentence(point.text)
    more = " …" if sentence != point.text.strip() else ""
    yield Run(sentence + more, language=point.told.language)
    if point.sessions > 1:
        yield Run(f" ({phrases.say('support', n=point.sessions, of=paper.summary.sessions)})", italic=True)
    keys = dict.fromkeys(support.report for support in point.support)
    yield Run(f"\N{NO-BREAK SPACE}[{'; '.join(keys)}]", small=True)
