"""A finding as JSON, out and back: the shape in schemas/shapes/finding.json."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rapportkit.errors import ReadError
from rapportkit.model.finding import Finding, Severity
from rapportkit.wire import place


def dump(finding: Finding, path: str = "") -> dict[str, Any]:
    """Turn a finding into the contract's JSON; `location` is null where the place is not known.

    `path` is where the file is, for programs that look for it.
    """
    return {
        "file": finding.file,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "pointer": finding.pointer,
        "location": _place(finding),
        "help": finding.help,
        "key": finding.key,
        "args": dict(finding.args),
        "quote": finding.quote,
    } | {key: said for key, said in (("waived", finding.waived), ("path", path)) if said}


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
            location=data["location"] and place.load(data["location"], data["file"]),
            help=data["help"],
            key=data.get("key", ""),
            args=tuple(data.get("args", {}).items()),
            quote=data.get("quote", ""),
            place=(data["location"] or {}).get("place", ""),
            waived=data.get("waived", ""),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as trouble:
        raise ReadError(
            f"This JSON is no finding of “rapportkit validate” ({type(trouble).__name__}: {trouble}); "
            "validate the report again.",
            code="F009",
        ) from trouble


def _place(finding: Finding) -> dict[str, Any] | None:
    """What is known of the place, and the place as a person would say it."""
    location = finding.location
    if location is None or not location.place:
        return None
    return place.dump(location) | {"place": finding.place or location.place}
