"""One report beside its template: what several rules ask of both, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from rapportkit.model.document import Document
from rapportkit.model.fields import fields
from rapportkit.model.location import Location
from rapportkit.model.meeting import ALONE, Meeting
from rapportkit.model.report import Answer, Point, Report
from rapportkit.model.settings import AS_SHIPPED, Settings
from rapportkit.model.template import Field, Kind, Template
from rapportkit.rules.guidance import Guidance
from rapportkit.rules.messages import Catalogue
from rapportkit.rules.printed import languages
from rapportkit.rules.quoting import shortened
from rapportkit.rules.terms import Terms, is_at_or_below
from rapportkit.rules.violations import Violation, violations
from rapportkit.text.plain import plain

Made = TypeVar("Made")
OWN_HEADINGS = frozenset({Kind.CHAPTERS, Kind.SECTIONS})
"""Kinds of questions whose points are headings of the author's own, with the text below them."""


class Placed(NamedTuple):
    """A point with its JSON Pointer and the question it answers."""

    pointer: str
    point: Point
    field: Field


class Text(NamedTuple):
    """A header value or the text of a point, with its JSON Pointer."""

    pointer: str
    text: str


class Asked(NamedTuple):
    """A question with the points under it; a part of a group is asked once for each group."""

    pointer: str
    field: Field
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Reading:
    """A report and the template it was read against, with what else is known.

    `settings` say how rules are asked; `document` is what the report was read from, None for one that comes
    from JSON; `meeting` is the programme and the other reports of the run.
    """

    report: Report
    template: Template
    settings: Settings = AS_SHIPPED
    document: Document | None = None
    meeting: Meeting = ALONE

    @property
    def catalogue(self) -> Catalogue:
        """The words of the language that findings are told in."""
        return self.terms.catalogue

    @cached_property
    def terms(self) -> Terms:
        """On what terms rules are asked: the settings of the run, and what the form's owner changed."""
        return Terms(self.settings, self.template)

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """Every question in the order of the form, each group's parts after the groups."""
        return tuple(self._asked())

    @cached_property
    def lists(self) -> frozenset[str]:
        """The pointers of all that a form may set a limit on: questions, parts and header fields."""
        return frozenset(
            (*(field.pointer for field in self.template.header), *(each.pointer for each in self.asked))
        )

    @cached_property
    def points(self) -> tuple[Placed, ...]:
        """Every point in the order of the form, parents before children."""
        return tuple(
            placed
            for leaf in self.template.leaves()
            for placed in _below(self.report.answer(leaf.pointer).points, leaf.pointer, leaf)
        )

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that the author wrote into a field, header first."""
        header = (Text(pointer, value.text) for pointer, value in self.report.header)
        return (*header, *(Text(each.pointer, each.point.text) for each in self.points))

    def once(self, work: Callable[[Reading], Made]) -> Made:
        """What `work` makes of this reading, worked out once for all rules that ask for it."""
        if work not in self._made:
            self._made[work] = work(self)
        made: Made = self._made[work]
        return made

    @cached_property
    def _made(self) -> dict[Callable[[Reading], Any], Any]:
        return {}

    @cached_property
    def guidance(self) -> Guidance:
        """What the form says to its authors."""
        return Guidance(self.template)

    @cached_property
    def violations(self) -> tuple[Violation, ...]:
        """What the template's own schema says against the bare fields."""
        return violations(fields(self.report, self.template), self.template)

    @cached_property
    def knows_labels(self) -> bool:
        """Whether the report says which labels were met: one read back from JSON does not."""
        return any(answer.heading is not None for answer in self.report.answers)

    def answer(self, field: Field) -> Answer:
        """What stands under a question."""
        return self.report.answer(field.pointer)

    def values(self, field: Field) -> dict[str, str]:
        """The values of a header field by their pointers."""
        return {
            pointer: value.text
            for pointer, value in self.report.header
            if value.text and is_at_or_below(pointer, field.pointer)
        }

    def persons(self, field: Field) -> tuple[str, ...]:
        """The pointers of the persons named under a header field."""
        depth = field.pointer.count("/") + 2
        return tuple(dict.fromkeys("/".join(each.split("/")[:depth]) for each in self.values(field)))

    def label(self, pointer: str, limit: int = 64) -> str:
        """The form's own words for the question at a pointer, each in quotation marks and cut at `limit`.

        A part of a group is named after its group, and a question whose label is used twice after
        its section: “Recommendation 2”, “Actions”. What stands under a heading of the author's own is
        named by that.
        """
        return ", ".join(
            self.quoted(shortened(said, limit)) for said in self._labels(pointer)
        ) or self.quoted(self.template.title)

    def quoted(self, text: str) -> str:
        """A text in the quotation marks of the findings' language."""
        opening, closing = self.catalogue.quotes
        return f"{opening}{text}{closing}"

    def label_of(self, field: Field, number: int = 0) -> str:
        """A question's label in the language in which the report prints it, or most others, where known."""
        printed = self._printed.get(field.pointer) or self._printed.get("")
        said = field.labels.first(printed or self.report.source.language or "en", field.label)
        return said.replace("{n}", str(number))

    @cached_property
    def _printed(self) -> Mapping[str, str]:
        return languages(self.report, self.template)

    def known(self, pointer: str) -> str:
        """The pointer itself, or the nearest above it that is one of ours: a point's "/text" is the point."""
        here = pointer
        while here and here not in self._pointers:
            here = here.rpartition("/")[0]
        return here

    def is_group(self, pointer: str) -> bool:
        """Whether a pointer is that of a numbered group."""
        top, _, index = pointer.rpartition("/")
        return index.isdigit() and any(leaf.parts and leaf.pointer == top for leaf in self.template.leaves())

    def location(self, pointer: str) -> Location | None:
        """Where the thing at a pointer stands, or its first point, or what it stands under; None if unknown."""
        if not pointer:
            return None
        if f"{pointer}/0" in self._places and pointer not in self._places:
            return self._places[f"{pointer}/0"]
        here = pointer
        while here and here not in self._places:
            here = here.rpartition("/")[0]
        return self._places.get(here)

    @cached_property
    def _pointers(self) -> frozenset[str]:
        persons = (each for field in self.template.header for each in self.persons(field))
        values = (pointer for pointer, _ in self.report.header)
        sections = (field.pointer for field in self.template.fields)
        points = (each.pointer for each in self.points)
        return self.lists.union(persons, values, sections, points) - {""}

    @cached_property
    def _places(self) -> dict[str, Location]:
        met = {answer.pointer: answer.heading for answer in self.report.answers if answer.heading}
        parts = {pointer: place for answer in self.report.answers for pointer, place in answer.parts}
        values = {pointer: value.location for pointer, value in self.report.header}
        # A group without a word of its own has no place but that of its label.
        points = {
            each.pointer: each.point.location
            for each in self.points
            if each.point.text or each.pointer not in parts
        }
        header = {
            field.pointer: self._label_place(field) or next(map(values.__getitem__, self.values(field)), None)
            for field in self.template.header
        }
        return {
            pointer: place
            for pointer, place in (header | met | parts | values | points).items()
            if place and place.place
        }

    def _label_place(self, field: Field) -> Location | None:
        """Where a header label was met: the place to write the value that is missing."""
        labels = {plain(label) for label in (*field.labels.all(), *field.aliases.all())} - {""}
        return next(
            (passage.location for passage in self.report.wording if plain(passage.text) in labels), None
        )

    def _asked(self) -> Iterator[Asked]:
        for leaf in self.template.leaves():
            points = self.report.answer(leaf.pointer).points
            yield Asked(leaf.pointer, leaf, points)
            for index, group in enumerate(points if leaf.parts else ()):
                for part in leaf.parts[1:]:
                    yield Asked(f"{leaf.pointer}/{index}/{part.name}", part, group.part(part.name))

    def _labels(self, pointer: str) -> Iterator[str]:
        for field in self.template.header:
            if is_at_or_below(pointer, field.pointer):
                yield self.label_of(field)
                return
        for section in self.template.fields:
            for leaf in section.fields or (section,):
                if is_at_or_below(pointer, leaf.pointer):
                    if section is not leaf and self._is_repeated(leaf):
                        yield self.label_of(section)
                    yield from self._leaf_labels(pointer, leaf)
                    return
            if is_at_or_below(pointer, section.pointer):
                yield self.label_of(section)
                return

    def _leaf_labels(self, pointer: str, leaf: Field) -> Iterator[str]:
        index, _, below = pointer.removeprefix(leaf.pointer).strip("/").partition("/")
        if not (leaf.parts and index):
            yield self._stretch_label(leaf, index, below) or self.label_of(leaf)
            return
        yield self.label_of(leaf.parts[0], int(index) + 1)
        name = below.partition("/")[0]
        yield from (self.label_of(part) for part in leaf.parts[1:] if part.name == name)

    def _stretch_label(self, leaf: Field, index: str, below: str) -> str:
        """What to call the place of a point in a question that the author's own headings answer.

        "" stands for the question itself: it is meant as a whole, or has a label that is printed. The form is
        named where neither label nor heading stands above.
        """
        if leaf.kind not in OWN_HEADINGS or not index.isdigit():
            return ""
        points = self.report.answer(leaf.pointer).points
        head = points[int(index)] if int(index) < len(points) else None
        if head and head.text and below.startswith("points"):
            return f"{head.number}. {head.text}" if head.number else head.text
        return "" if leaf.labels.all() else self.template.title

    def _is_repeated(self, leaf: Field) -> bool:
        return sum(self.label_of(each) == self.label_of(leaf) for each in self.template.leaves()) > 1


def _below(points: tuple[Point, ...], pointer: str, field: Field) -> Iterator[Placed]:
    for index, point in enumerate(points):
        here = f"{pointer}/{index}"
        yield Placed(here, point, field)
        for name, listed in point.parts:
            part = next((part for part in field.parts if part.name == name), field)
            yield from _below(listed, f"{here}/{name}", part)
        yield from _below(point.points, f"{here}/points", field)
