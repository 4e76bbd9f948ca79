"""A report as JSON, out and back: the shape in schemas/shapes/report.json."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rapportkit.errors import ReadError
from rapportkit.model.document import FurnitureKind, Note, Source
from rapportkit.model.fields import fields, title_of
from rapportkit.model.location import Location
from rapportkit.model.report import Answer, Passage, Point, Report, Value
from rapportkit.model.template import Field, Template
from rapportkit.wire import place

VERSION = "1"


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
    places = {pointer: place.load(each, name) for pointer, each in data.get("provenance", {}).items()}
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
                place.load(each, name),
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
    title = title_of(field)
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


def _provenance(report: Report) -> dict[str, Any]:
    placed = [(pointer, value.location, value.text) for pointer, value in report.header]
    placed += [(pointer, each.location, each.text) for pointer, each in report.points()]
    return {pointer: place.dump(location) | {"text": text} for pointer, location, text in placed}


def _passage(passage: Passage) -> dict[str, Any]:
    kind = {"kind": passage.kind.value} if passage.kind else {}
    return {"text": passage.text} | place.dump(passage.location) | kind


def _source(source: Source) -> dict[str, Any]:
    known = {"name": source.name, "sha256": source.sha256, "format": source.format}
    optional = {"pages": source.pages, "language": source.language}
    return known | {key: value for key, value in optional.items() if value}


def _leaves(value: Any, pointer: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, below in value.items():
            yield from _leaves(below, f"{pointer}/{key}")
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _leaves(below, f"{pointer}/{index}")
    elif value is not None:
        yield pointer, value
