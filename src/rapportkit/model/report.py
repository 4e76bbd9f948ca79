"""One report read against its template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rapportkit.model.document import FurnitureKind, Note, Remark, Source
from rapportkit.model.location import Location

SURE = 0.6
"""Below this confidence a person should look whether the template is the right one."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing somebody said, with what hangs below it.

    `parts` holds named lists beside `points` (a recommendation's actions and indicators), in the
    template's order. `speaker` and `consent` belong to quotations ("" where the author gives none).
    A titled stretch (a convergence, a section of a speech) is a Point whose `text` is its title;
    `number` is its printed number, if any.
    """

    text: str
    location: Location = field(default_factory=Location)
    points: tuple[Point, ...] = ()
    parts: tuple[tuple[str, tuple[Point, ...]], ...] = ()
    speaker: str = ""
    consent: str = ""
    number: int | None = None
    notes: tuple[Note, ...] = ()

    def part(self, name: str) -> tuple[Point, ...]:
        """The named list, empty where there is none."""
        return next((points for key, points in self.parts if key == name), ())


def walk(points: tuple[Point, ...], pointer: str) -> Iterator[tuple[str, Point]]:
    """Every point of a list, and below it, with its JSON Pointer: parents before children, parts first."""
    for index, each in enumerate(points):
        here = f"{pointer}/{index}"
        yield here, each
        for name, listed in each.parts:
            yield from walk(listed, f"{here}/{name}")
        yield from walk(each.points, f"{here}/points")


@dataclass(frozen=True, slots=True)
class Value:
    """One header value as printed, with its place."""

    text: str
    location: Location = field(default_factory=Location)


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that is in no field, with its place; `kind` is set for page furniture."""

    text: str
    location: Location
    kind: FurnitureKind | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands under one question of the form.

    `pointer` is the JSON Pointer of the field ("/challenges"). `label` is the wording met in the
    source and `heading` its place; both are empty where the question was not found.
    `label_score` is the likeness (0 to 1) of that wording to the template's. `parts` are the places of the
    labels met in its numbered groups, by the pointer of what they name ("/recommendations/0/actions").
    """

    pointer: str
    points: tuple[Point, ...] = ()
    label: str = ""
    heading: Location | None = None
    label_score: float = 0.0
    parts: tuple[tuple[str, Location], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A document's answers by field, and everything in it that is no answer.

    `header` maps JSON Pointers ("/session/number", "/rapporteurs/0/name") to values, in the
    template's order. `answers` holds one entry for each field of the template, in its order.
    `wording` is the form's own text as it was met in the source: labels, guidance, fillers.
    Every word of the document is in `header`, `answers`, `unplaced` or `wording`. `rivals` are other
    templates that fit about as well, as (id, confidence).
    """

    source: Source
    template: str
    confidence: float
    header: tuple[tuple[str, Value], ...] = ()
    answers: tuple[Answer, ...] = ()
    unplaced: tuple[Passage, ...] = ()
    wording: tuple[Passage, ...] = ()
    remarks: tuple[Remark, ...] = ()
    rivals: tuple[tuple[str, float], ...] = ()

    def answer(self, pointer: str) -> Answer:
        """The answer at a pointer; an empty one where the report has none."""
        return next((answer for answer in self.answers if answer.pointer == pointer), Answer(pointer))

    def points(self) -> Iterator[tuple[str, Point]]:
        """Every point with its JSON Pointer, in order, parents before what hangs below them."""
        for answer in self.answers:
            yield from walk(answer.points, answer.pointer)

    def value(self, pointer: str) -> str:
        """A header value, "" where the form does not carry it."""
        return next((value.text for key, value in self.header if key == pointer), "")
