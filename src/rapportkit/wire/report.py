"""A report as JSON, out and back: the shape in schemas/shapes/report.json."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from rapportkit.errors import ReadError
from rapportkit.model.document import FurnitureKind, Note, Source
from rapportkit.model.location import Location
from rapportkit.model.report import Answer, Passage, Point, Report, Value
from rapportkit.model.template import Field, Kind, Template

VERSION = "1"
_TITLES = {Kind.CHAPTERS: "title", Kind.SECTIONS: "heading"}
_PLACE = ("page", "line", "paragraph", "table", "row", "cell")


def dump(report: Report, template: Template) -> dict[str, Any]:
    """Turn a report into the contract's JSON; `provenance` is written from the locations of its points."""
    return {
        "rapportkit": VERSION,
        "template": report.template,
        "confidence": round(report.confidence, 2),
        "source": _source(report.source),
        "fields": fields(report, template),
        "provenance": _provenance(report),
        "unplaced": [_passage(passage) for passage in report.unplaced],
    }


def fields(report: Report, template: Template) -> dict[str, Any]:
    """The bare fields, as the template's own schema describes them."""
    found: dict[str, Any] = {}
    for pointer, value in report.header:
        _put(found, pointer, value.text)
    for field in template.leaves():
        title = _TITLES.get(field.kind or Kind.POINTS, "text")
        _put(found, field.pointer, [point(each, title) for each in report.answer(field.pointer).points])
    return found


def point(said: Point, title: str = "text") -> dict[str, Any]:
    """One point; `title` is the key of its own words ("text", or "title"/"heading" of a stretch)."""
    if title != "text":
        numbered = {"number": said.number} if said.number is not None else {}
        dumped = {**numbered, title: said.text, "points": [point(each) for each in said.points]}
        return dumped | ({"notes": _notes(said.notes)} if said.notes else {})
    dumped = {"text": said.text}
    for name, value in (("speaker", said.speaker), ("consent", said.consent)):
        if value:
            dumped[name] = value
    for name, below in said.parts:
        dumped[name] = [point(each) for each in below]
    if said.points:
        dumped["points"] = [point(each) for each in said.points]
    if said.notes:
        dumped["notes"] = _notes(said.notes)
    return dumped


def load(data: Mapping[str, Any], template: Template) -> Report:
    """Read a report back from the contract's JSON; ReadError F009 where its shape is another."""
    try:
        return _load(data, template)
    except (AttributeError, KeyError, TypeError, ValueError) as trouble:
        raise ReadError(
            "This JSON is not the output of “rapportkit extract” "
            f"({type(trouble).__name__}: {trouble}); extract the report again.",
            code="F009",
        ) from trouble


def _load(data: Mapping[str, Any], template: Template) -> Report:
    source = data["source"]
    name = source["name"]
    places = {pointer: _location(place, name) for pointer, place in data.get("provenance", {}).items()}
    header = tuple(
        (pointer, Value(str(value), places.get(pointer, Location(name))))
        for field in template.header
        for pointer, value in _leaves(data["fields"].get(field.name), field.pointer)
    )
    return Report(
        source=Source(
            name,
            source["sha256"],
            source["format"],
            source.get("pages"),
            source.get("language", ""),
        ),
        template=data["template"],
        confidence=float(data["confidence"]),
        header=header,
        answers=tuple(_answer(field, data["fields"], places, name) for field in template.leaves()),
        unplaced=tuple(
            Passage(
                each["text"],
                _location(each, name),
                FurnitureKind(each["kind"]) if "kind" in each else None,
            )
            for each in data.get("unplaced", ())
        ),
    )


def _answer(
    field: Field,
    found: Mapping[str, Any],
    places: Mapping[str, Location],
    source: str,
) -> Answer:
    value: Any = found
    for step in field.pointer.strip("/").split("/"):
        value = value.get(step, {})
    title = _TITLES.get(field.kind or Kind.POINTS, "text")
    parts = tuple(part.name for part in field.parts[1:])
    return Answer(
        field.pointer,
        tuple(
            _load_point(each, f"{field.pointer}/{index}", places, source, title, parts)
            for index, each in enumerate(value or ())
        ),
    )


def _load_point(
    data: Mapping[str, Any],
    pointer: str,
    places: Mapping[str, Location],
    source: str,
    title: str = "text",
    parts: tuple[str, ...] = (),
) -> Point:
    def below(name: str) -> tuple[Point, ...]:
        return tuple(
            _load_point(each, f"{pointer}/{name}/{index}", places, source)
            for index, each in enumerate(data.get(name, ()))
        )

    return Point(
        text=data[title],
        location=places.get(pointer, Location(source)),
        points=below("points"),
        parts=tuple((name, below(name)) for name in parts),
        speaker=data.get("speaker", ""),
        consent=data.get("consent", ""),
        number=data.get("number"),
        notes=tuple(Note(note.get("label", ""), note["text"]) for note in data.get("notes", ())),
    )


def pointers(report: Report) -> Iterator[tuple[str, Point]]:
    """Every point of a report with its JSON Pointer, in order, parents before children."""
    for answer in report.answers:
        yield from _below(answer.points, answer.pointer)


def _below(points: tuple[Point, ...], pointer: str) -> Iterator[tuple[str, Point]]:
    for index, each in enumerate(points):
        here = f"{pointer}/{index}"
        yield here, each
        for name, listed in each.parts:
            yield from _below(listed, f"{here}/{name}")
        yield from _below(each.points, f"{here}/points")


def _provenance(report: Report) -> dict[str, Any]:
    placed = [(pointer, value.location, value.text) for pointer, value in report.header]
    placed += [(pointer, each.location, each.text) for pointer, each in pointers(report)]
    return {pointer: _place(location) | {"text": text} for pointer, location, text in placed}


def _place(location: Location) -> dict[str, Any]:
    place: dict[str, Any] = {
        name: getattr(location, name) for name in _PLACE if getattr(location, name) is not None
    }
    if location.area:
        place["area"] = location.area
    if location.box:
        place["box"] = [round(edge, 1) for edge in location.box]
    return place


def _location(place: Mapping[str, Any], source: str) -> Location:
    left, top, right, bottom = place.get("box") or (0, 0, 0, 0)
    return Location(
        source,
        **{name: place[name] for name in _PLACE if name in place},
        area=place.get("area", ""),
        box=(left, top, right, bottom) if place.get("box") else None,
    )


def _passage(passage: Passage) -> dict[str, Any]:
    kind = {"kind": passage.kind.value} if passage.kind else {}
    return {"text": passage.text} | _place(passage.location) | kind


def _source(source: Source) -> dict[str, Any]:
    known = {"name": source.name, "sha256": source.sha256, "format": source.format}
    optional = {"pages": source.pages, "language": source.language}
    return known | {key: value for key, value in optional.items() if value}


def _notes(notes: tuple[Note, ...]) -> list[dict[str, str]]:
    return [({"label": note.label} if note.label else {}) | {"text": note.text} for note in notes]


def _put(fields: dict[str, Any], pointer: str, value: Any) -> None:
    """Set a value at a JSON Pointer, making objects and lists on the way."""
    *way, last = pointer.strip("/").split("/")
    here: Any = fields
    for step, following in pairwise([*way, last]):
        empty: Any = [] if following.isdigit() else {}
        if isinstance(here, list):
            while len(here) <= int(step):
                here.append({})
            here = here[int(step)]
        else:
            here = here.setdefault(step, empty)
    if isinstance(here, list):
        here.append(value)
    else:
        here[last] = value


def _leaves(value: Any, pointer: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, below in value.items():
            yield from _leaves(below, f"{pointer}/{key}")
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _leaves(below, f"{pointer}/{index}")
    elif value is not None:
        yield pointer, value
