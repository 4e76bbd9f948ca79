"""The vocabulary under “x-rapportkit”: what each kind of answer needs and writes.

The words themselves are described by schemas/shapes/template.json and told in docs/templates.md; here
stands what soundness has to know beyond their shape.
"""

from __future__ import annotations

from typing import Any

from rapportkit.model.template import Kind

LABELLED = (Kind.POINTS, Kind.ROWS, Kind.CELL, Kind.QUOTES, Kind.GROUPS, Kind.PERSONS)
"""Kinds whose answer is found by a label. The author's own titles tell the others, or the title lines."""

_POINT: dict[str, Any] = {
    "text": "text",
    "points": [{"text": "text"}],
    "notes": [{"label": "1", "text": "text"}],
}
_STRETCH: dict[str, Any] = {"points": [_POINT]}

WRITTEN: dict[Kind, Any] = {
    Kind.POINTS: [_POINT],
    Kind.ROWS: [_POINT],
    Kind.CELL: [_POINT],
    Kind.QUOTES: [_POINT | {"speaker": "text", "consent": "text"}],
    Kind.GROUPS: [_POINT],
    Kind.CHAPTERS: [{"number": 1, "title": "text"} | _STRETCH],
    Kind.SECTIONS: [{"heading": "text"} | _STRETCH],
    Kind.EVENT: {"title": "text", "place": "text", "dates": "text"},
    Kind.SESSION: {"number": "text", "title": "text"},
    Kind.PERSONS: [{"name": "text", "affiliation": "text"}],
}
"""The fullest answer that extraction writes for each kind; a template's schema has to accept it."""


def written(kind: Kind, parts: tuple[str, ...] = ()) -> Any:
    """The fullest answer of a kind, with the named lists that its groups hold."""
    if kind is not Kind.GROUPS:
        return WRITTEN[kind]
    return [_POINT | {name: [_POINT] for name in parts}]
