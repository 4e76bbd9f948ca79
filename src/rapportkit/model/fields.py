"""The bare fields of a report: plain dicts and lists, as the template's own schema describes them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from rapportkit.model.document import Note
from rapportkit.model.report import Point, Report
from rapportkit.model.template import Field, Kind, Template


def title_of(field: Field) -> str:
    """The key of a point's own words: "text", or "title" and "heading" of a stretch of prose."""
    return {Kind.CHAPTERS: "title", Kind.SECTIONS: "heading"}.get(field.kind or Kind.POINTS, "text")


def fields(report: Report, template: Template) -> dict[str, Any]:
    """The bare fields, as the template's own schema describes them."""
    found: dict[str, Any] = {}
    for pointer, value in report.header:
        _put(found, pointer, value.text)
    for field in template.leaves():
        said = [point(each, title_of(field)) for each in report.answer(field.pointer).points]
        _put(found, field.pointer, said)
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
