"""Answers as paragraphs: bullets, numbered rows, free text, quotations, titled stretches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapportkit.model.report import Point
from rapportkit.writers.form_nodes import Item, Marks, Paragraph, Run, prompt
from rapportkit.writers.form_phrases import Phrases

_BLANK_ITEMS = 3
_ENDS = (".", ":", ";", "!", "?", "…")


def bullets(points: Sequence[Point], level: int = 0, marks: Marks = Marks.BULLETS) -> Iterator[Paragraph]:
    """Each point an item, what hangs below it one level deeper. A numbered list counts from 1."""
    for index, point in enumerate(points):
        start = 1 if index == 0 and marks is Marks.NUMBERS else None
        yield Paragraph(runs(point), item=Item(marks, level, start))
        yield from bullets(point.points, level + 1)


def empty_items(count: int | None, marks: Marks = Marks.BULLETS) -> Iterator[Paragraph]:
    """Items to write on: as many as the form asks for, or a few."""
    for index in range(min(count or _BLANK_ITEMS, 2 * _BLANK_ITEMS)):
        yield Paragraph(item=Item(marks, 0, 1 if index == 0 and marks is Marks.NUMBERS else None))


def row(point: Point) -> Iterator[Paragraph]:
    """One numbered row or one cell that makes one point: its paragraphs, then bullets for what hangs below."""
    lines = point.text.split("\n")
    for line in lines[:-1]:
        yield Paragraph((Run(line),))
    yield Paragraph((Run(lines[-1]), *_notes(point)))
    yield from bullets(point.points)


def numbered(points: Sequence[Point]) -> Iterator[Paragraph]:
    """Numbered rows outside a table: the paragraphs of one row follow its number."""
    for index, point in enumerate(points):
        first, *others = row(replace(point, points=()))
        yield replace(first, item=Item(Marks.NUMBERS, 0, 1 if index == 0 else None))
        for paragraph in others:
            yield replace(paragraph, style="ListContinue")
        yield from bullets(point.points, 1)


def cell(points: Sequence[Point]) -> Iterator[Paragraph]:
    """Free text: one point as paragraphs; several, or one that holds others, as bullets."""
    if len(points) == 1 and not points[0].points:
        yield from row(points[0])
    else:
        yield from bullets(points)


def prose(points: Sequence[Point]) -> Iterator[Paragraph]:
    """Running text; a paragraph that ends with a colon is followed by its list.

    Where a point holds others without announcing them, all become bullets: only levels tell then
    what belongs to what.
    """
    if any(point.points and not point.text.endswith(":") for point in points):
        yield from bullets(points)
        return
    for point in points:
        yield Paragraph(runs(point))
        yield from bullets(point.points)


def chapters(points: Sequence[Point]) -> Iterator[Paragraph]:
    """Numbered stretches: the title in bold runs into the first paragraph."""
    expected: int | None = None
    for point in points:
        item = None
        if point.number is not None:
            item = Item(Marks.CHAPTERS, start=None if point.number == expected else point.number)
            expected = point.number + 1
        first, *others = [*prose(point.points)] or [Paragraph()]
        lead = (Run(_ended(point.text), bold=True), *_notes(point))
        if first.item is None:
            yield Paragraph((*lead, *((Run(" "),) if first.runs else ()), *first.runs), item=item)
        else:
            yield Paragraph(lead, item=item)
            others = [first, *others]
        yield from others


def empty_chapters(phrases: Phrases) -> Iterator[Paragraph]:
    """Numbered stretches to write, each with a control where its title goes."""
    for index in range(_BLANK_ITEMS):
        item = Item(Marks.CHAPTERS, start=1 if index == 0 else None)
        yield Paragraph((prompt(phrases.title, bold=True),), item=item)
        yield Paragraph()


def sections(points: Sequence[Point], style: str) -> Iterator[Paragraph]:
    """Stretches under the author's own headings."""
    for point in points:
        yield Paragraph((Run(point.text), *_notes(point)), style)
        yield from prose(point.points)


def empty_sections(phrases: Phrases, style: str) -> Iterator[Paragraph]:
    """Stretches to write, each with a control where its heading goes."""
    for _ in range(_BLANK_ITEMS):
        yield Paragraph((prompt(phrases.heading),), style)
        yield Paragraph()


def runs(point: Point) -> tuple[Run, ...]:
    """A point's words, its speaker and consent as the forms write them, and its notes."""
    told = point.text
    if point.speaker:
        told += f" – {point.speaker}"
    if point.consent:
        told += f" ({point.consent})"
    return (Run(told), *_notes(point))


def _notes(point: Point) -> tuple[Run, ...]:
    return tuple(Run("", note=note.text, mark=note.label) for note in point.notes)


def _ended(title: str) -> str:
    return title if title.endswith(_ENDS) else f"{title}."
