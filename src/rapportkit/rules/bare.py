"""The bare fields of a report, as the template's own schema describes them.

`wire` writes the same shape into files. Rules rebuild it because rooms in the middle of the house do
not know one another; a test holds the two against each other.
"""

from __future__ import annotations

from typing import Any

from rapportkit.model.report import Point, Report
from rapportkit.model.template import Field, Kind, Template

_TITLE = {Kind.CHAPTERS: "title", Kind.SECTIONS: "heading"}


def bare(report: Report, template: Template) -> dict[str, Any]:
    """Turn header and answers into plain dicts and lists, ready for a JSON Schema validator."""
    fields: dict[str, Any] = {}
    for pointer, value in report.header:
        _put(fields, pointer.strip("/").split("/"), value.text)
    for leaf in template.leaves():
        *above, name = leaf.pointer.strip("/").split("/")
        holder = fields
        for step in above:
            holder = holder.setdefault(step, {})
        holder[name] = [_point(point, leaf) for point in report.answer(leaf.pointer).points]
    return fields


def _point(point: Point, field: Field | None = None) -> dict[str, Any]:
    title = _TITLE.get(field.kind, "text") if field and field.kind else "text"
    said: dict[str, Any] = {title: point.text}
    if point.number is not None and title != "text":
        said["number"] = point.number
    said |= {name: value for name in ("speaker", "consent") if (value := getattr(point, name))}
    said |= {name: [_point(each) for each in listed] for name, listed in point.parts}
    if point.points or title != "text":
        said["points"] = [_point(each) for each in point.points]
    if point.notes:
        said["notes"] = [
            ({"label": note.label} if note.label else {}) | {"text": note.text} for note in point.notes
        ]
    return said


def _put(holder: Any, way: list[str], value: str) -> None:
    """Set a header value; a digit in its way is a place in a list."""
    for step, following in zip(way, [*way[1:], ""], strict=True):
        below: Any = value if not following else [] if following.isdigit() else {}
        if isinstance(holder, dict):
            holder = holder.setdefault(step, below)
        else:
            holder.extend({} for _ in range(int(step) + 1 - len(holder)))
            holder[int(step)] = holder[int(step)] or below
            holder = holder[int(step)]
