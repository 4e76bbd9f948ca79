"""A place in a source as JSON, out and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rapportkit.model.location import Location

_NUMBERS = ("page", "line", "column", "paragraph", "table", "row", "cell", "columns", "nth")
_TEXTS = ("area", "under")
_LISTS = ("bullets", "links")


def dump(location: Location) -> dict[str, Any]:
    """What is known of a place, without the source's name."""
    place = {name: getattr(location, name) for name in _NUMBERS if getattr(location, name) is not None}
    place |= {name: getattr(location, name) for name in _TEXTS if getattr(location, name)}
    place |= {name: list(getattr(location, name)) for name in _LISTS if getattr(location, name)}
    if location.box:
        place["box"] = [round(edge, 1) for edge in location.box]
    return place


def load(place: Mapping[str, Any], source: str) -> Location:
    """A place of the source read back."""
    left, top, right, bottom = place.get("box") or (0, 0, 0, 0)
    return Location(
        source,
        **{name: place[name] for name in (*_NUMBERS, *_TEXTS) if name in place},
        bullets=tuple(place.get("bullets", ())),
        links=tuple(place.get("links", ())),
        box=(left, top, right, bottom) if place.get("box") else None,
    )
