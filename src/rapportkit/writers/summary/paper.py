"""A paper laid out, before it is Word, Markdown or PDF: headings, numbered paragraphs, tables and a picture.

All three tell these nodes and nothing else, so that every format says the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.outline import Chapter, Paper, Part
from rapportkit.writers.summary.anchors import Anchors
from rapportkit.writers.summary.annex import annex
from rapportkit.writers.summary.body import Body
from rapportkit.writers.summary.cover import cover
from rapportkit.writers.summary.crosses import cross_tables, themes_picture
from rapportkit.writers.summary.log import merge_log
from rapportkit.writers.summary.nodes import Node
from rapportkit.writers.summary.notes import notes
from rapportkit.writers.summary.phrases import Phrases
from rapportkit.writers.summary.received import coverage_table

_BEFORE_TABLES = (*Part,)[: (*Part,).index(Part.SINGLE) + 1]


def lay_out(paper: Paper, phrases: Phrases) -> Iterator[Node]:
    """All nodes of the paper; of one that is to be spoken, what to say."""
    if paper.minutes:
        yield from notes(paper, phrases)
        return
    anchors = Anchors.of(paper)
    yield from cover(paper, phrases)
    yield from coverage_table(paper, phrases, anchors)
    body = Body(paper, phrases, anchors)
    chapters = paper.outline.chapters
    yield from _told([each for each in chapters if each.part in _BEFORE_TABLES], body, paper, phrases)
    yield from cross_tables(paper, phrases)
    yield from _told([each for each in chapters if each.part not in _BEFORE_TABLES], body, paper, phrases)
    yield from annex(paper, phrases, anchors)
    yield from merge_log(paper, phrases, anchors)


def _told(chapters: list[Chapter], body: Body, paper: Paper, phrases: Phrases) -> Iterator[Node]:
    for chapter in chapters:
        yield from body.chapter(chapter)
        if chapter.part is Part.CONVERGENCE:
            yield from themes_picture(paper, phrases)
