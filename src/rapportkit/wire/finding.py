"""A finding as JSON, out and back: the shape in schemas/shapes/finding.json."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rapportkit.errors import ReadError
from rapportkit.model.finding import Finding, Severity
from rapportkit.model.location import Location

_NUMBERS = ("page", "line", "paragraph", "table", "row", "cell")


def dump(finding: Finding) -> dict[str, Any]:
    """Turn a finding into the contract's JSON; `location` is null where the place is not known."""
    return {
        "file": finding.file,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "pointer": finding.pointer,
        "location": _place(finding.location),
        "help": finding.help,
    }


def load(data: Mapping[str, Any]) -> Finding:
    """Read a finding back; ReadError F009 where its shape is another."""
    try:
        return Finding(
            file=data["file"],
            code=data["code"],
            name=data["name"],
            severity=Severity(data["severity"]),
            message=data["message"],
            pointer=data["pointer"],
            location=_location(data["location"], data["file"]),
            help=data["help"],
        )
    except (AttributeError, KeyError, TypeError, ValueError) as trouble:
        raise ReadError(
            f"This JSON is no finding of “rapportkit validate” ({type(trouble).__name__}: {trouble}); "
            "validate the report again.",
            code="F009",
        ) from trouble


def _place(location: Location | None) -> dict[str, Any] | None:
    """The numbers that are known, and the place as a person would say it."""
    if location is None or not location.place:
        return None
    place: dict[str, Any] = {
        name: getattr(location, name) for name in _NUMBERS if getattr(location, name) is not None
    }
    if location.area:
        place["area"] = location.area
    if location.box:
        place["box"] = [round(edge, 1) for edge in location.box]
    return place | {"place": location.place}


def _location(place: Mapping[str, Any] | None, file: str) -> Location | None:
    if place is None:
        return None
    left, top, right, bottom = place.get("box") or (0, 0, 0, 0)
    return Location(
        file,
        **{name: place[name] for name in _NUMBERS if name in place},
        area=place.get("area", ""),
        box=(left, top, right, bottom) if place.get("box") else None,
    )
