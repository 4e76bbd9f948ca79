"""The questions of a form with their answers, in its three layouts: tables, headings, prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from rapportkit.model.report import Point
from rapportkit.model.template import Field, Kind
from rapportkit.writers import form_answers as answers
from rapportkit.writers.form_head import LABEL_WIDTHS, Form
from rapportkit.writers.form_nodes import Cell, Item, Marks, Node, Paragraph, Run, Table, said

_ROW_WIDTHS = (0.07, 0.93)
_BLANK_ROWS = 2
_NUMBER = re.compile(r"(\d+)[.)]?")


def tables(form: Form) -> Iterator[Node]:
    """Bordered tables: a shaded row with the question, and below it the answer."""
    for field in form.template.fields:
        if field.kind is None and field.pointer:
            yield said(form.label(field), "Heading1")
            yield from form.guidance(field)
            for child in field.fields:
                yield _table(form, child)
        elif field.kind is None:
            yield Table((*_asked(form, field), *_below(form, field)), LABEL_WIDTHS)
        else:
            yield _table(form, field)


def _table(form: Form, field: Field) -> Table:
    asked = _asked(form, field)
    if field.kind is Kind.ROWS:
        return Table((*asked, *_numbered(_points(form, field), field.at_most)), _ROW_WIDTHS)
    if field.kind is Kind.GROUPS:
        return Table((*asked, *_groups(form, field)), LABEL_WIDTHS)
    return Table((*asked, (Cell(_answer(form, field), span=2),)), LABEL_WIDTHS)


def _asked(form: Form, field: Field) -> tuple[tuple[Cell, ...], ...]:
    guidance = form.guidance(field)
    rows = [Cell((said(form.label(field), "Label"),), span=2, shaded=True)] if field.labels.all() else []
    rows += [Cell(guidance, span=2)] if guidance else []
    return tuple((cell,) for cell in rows)


def _below(form: Form, heading: Field) -> Iterator[tuple[Cell, ...]]:
    """The questions under a heading that is no question itself: label beside answer."""
    for field in heading.fields:
        label = (said(form.label(field), "Label"), *form.guidance(field))
        yield (Cell(label, shaded=True), Cell(_answer(form, field)))


def _numbered(points: Sequence[Point], at_most: int | None) -> Iterator[tuple[Cell, ...]]:
    least = at_most or _BLANK_ROWS
    for index in range(max(least, len(points))):
        written = tuple(answers.row(points[index])) if index < len(points) else (Paragraph(),)
        yield (Cell((said(f"{index + 1}.", "Label"),)), Cell(written))


def _groups(form: Form, field: Field) -> Iterator[tuple[Cell, ...]]:
    points = _points(form, field)
    own, *parts = field.parts
    for index in range(max(field.at_most or _BLANK_ROWS, len(points))):
        point = points[index] if index < len(points) else None
        label = form.label(own).replace("{n}", str(index + 1))
        written = tuple(answers.row(point)) if point else (Paragraph(),)
        yield (Cell((said(label, "Label"), *form.guidance(own)), shaded=True), Cell(written))
        for part in parts:
            beside = (said(form.label(part), "Plain"), *form.guidance(part))
            yield (
                Cell(beside, shaded=True),
                Cell(_items(form, part, point.part(part.name) if point else ())),
            )


def headings(form: Form) -> Iterator[Node]:
    """Headings and numbered questions, with bullets below to write on."""
    asked = _Count()
    for field in form.template.fields:
        if field.kind is None:
            yield said(form.label(field), "Heading1")
            yield from form.guidance(field)
            for child in field.fields:
                yield from _question(form, child, asked)
        else:
            yield from _question(form, field, asked)


class _Count:
    """The number that Word would count next; a form may begin anew in each section."""

    def __init__(self) -> None:
        self._next: int | None = None

    def start(self, number: int) -> int | None:
        """Where the count has to begin anew for this number, None where it goes on."""
        start = None if number == self._next else number
        self._next = number + 1
        return start


def _question(form: Form, field: Field, asked: _Count) -> Iterator[Node]:
    counted = _NUMBER.fullmatch(form.number(field))
    if counted:
        item = Item(Marks.QUESTIONS, start=asked.start(int(counted[1])))
        yield Paragraph((Run(field.labels.first(form.language, field.label)),), "Heading2", item)
    elif field.labels.all():
        yield said(form.label(field), "Heading2")
    yield from form.guidance(field)
    if field.kind is Kind.GROUPS:
        yield from _headed_groups(form, field)
    elif field.kind is Kind.ROWS:
        yield from _numbers(form, field)
    else:
        yield from _answer(form, field)


def _numbers(form: Form, field: Field) -> Iterator[Paragraph]:
    points = _points(form, field)
    yield from answers.numbered(points)
    if not points:
        yield from answers.empty_items(_one(form) or field.at_most, Marks.NUMBERS)


def _headed_groups(form: Form, field: Field) -> Iterator[Node]:
    points = _points(form, field)
    own, *parts = field.parts
    for index in range(max(field.at_most or _BLANK_ROWS, len(points))):
        point = points[index] if index < len(points) else None
        yield said(form.label(own).replace("{n}", str(index + 1)), "Heading3")
        yield from form.guidance(own)
        yield from answers.row(point) if point else (Paragraph(),)
        for part in parts:
            yield said(form.label(part), "Heading4")
            yield from form.guidance(part)
            yield from _items(form, part, point.part(part.name) if point else ())


def prose(form: Form) -> Iterator[Node]:
    """Running text under headings."""
    for field in form.template.fields:
        if field.labels.all():
            yield said(form.label(field), "Heading1")
        yield from form.guidance(field)
        for child in field.fields:
            if child.labels.all():
                yield said(form.label(child), "Heading2")
            yield from form.guidance(child)
            yield from _written(form, child)
        if field.kind is not None:
            yield from _written(form, field)


def _written(form: Form, field: Field) -> Iterator[Node]:
    points = _points(form, field)
    if field.kind is Kind.GROUPS:
        yield from _headed_groups(form, field)
    elif field.kind is Kind.ROWS:
        yield from _numbers(form, field)
    elif field.kind in {Kind.POINTS, Kind.CELL}:
        yield from answers.prose(points) if points else (Paragraph(),)
    else:
        yield from _answer(form, field)


def _answer(form: Form, field: Field) -> tuple[Paragraph, ...]:
    """The answer as it stands in one cell or below a question; something to write on where there is none."""
    points = _points(form, field)
    match field.kind:
        case Kind.CHAPTERS:
            written = answers.chapters(points) if points else answers.empty_chapters(form.phrases)
        case Kind.SECTIONS:
            written = (
                answers.sections(points, "Heading2")
                if points
                else answers.empty_sections(form.phrases, "Heading2")
            )
        case Kind.CELL:
            written = answers.cell(points)
        case _:
            return _items(form, field, points)
    return tuple(written) or (Paragraph(),)


def _items(form: Form, field: Field, points: Sequence[Point]) -> tuple[Paragraph, ...]:
    """A list; numbered where the form asks for an exact number of points."""
    exact = field.at_most is not None and field.at_least == field.at_most
    marks = Marks.NUMBERS if exact else Marks.BULLETS
    if points:
        return tuple(answers.bullets(points, marks=marks))
    return tuple(answers.empty_items(_one(form) or field.at_most, marks))


def _one(form: Form) -> int | None:
    """A filled form leaves one empty item for an empty answer, a blank one as many as are asked for."""
    return 1 if form.report else None


def _points(form: Form, field: Field) -> tuple[Point, ...]:
    return form.report.answer(field.pointer).points if form.report else ()


LAYOUTS: dict[str, Callable[[Form], Iterator[Node]]] = {
    "table": tables,
    "headings": headings,
    "prose": prose,
}
"""The layouts that a template may ask for."""
