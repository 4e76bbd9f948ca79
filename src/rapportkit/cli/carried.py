"""JSON that rapportkit wrote, read back: one value, a list of values, or one value a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rapportkit.errors import ReadError

VERSION = "1"


def looks_like_json(data: bytes) -> bool:
    """Whether bytes of unknown kind are JSON: a report on paper may begin with a bracket too.

    >>> looks_like_json(b' {"rapportkit": "1"}'), looks_like_json(b"[Draft] Report of session 4")
    (True, False)
    """
    text = _decode(data)
    if text is None or text.lstrip()[:1] not in {"{", "["}:
        return False
    try:
        json.JSONDecoder().raw_decode(text.lstrip())
    except (ValueError, RecursionError):
        return False
    return True


def values(data: bytes, name: str) -> Iterator[tuple[str, Any]]:
    """Yield every value with the name of its place; a ReadError stands for one that cannot be read."""
    text = _decode(data)
    if text is None:
        yield name, ReadError(f"{name} is not JSON: its bytes are no text.", code="F009")
        return
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as trouble:
        yield from _lines(text, name, trouble)
        return
    if not isinstance(whole, list):
        yield name, whole
        return
    for number, value in enumerate(whole, 1):
        yield f"{name}, entry {number}", value


def _lines(text: str, name: str, whole: Exception) -> Iterator[tuple[str, Any]]:
    """One value a line; where no line is one, the text as a whole is at fault."""
    # str.splitlines would also cut at U+2028 and its like, which may stand inside a JSON string.
    lines = [(f"{name}, line {number}", line) for number, line in enumerate(text.split("\n"), 1)]
    parsed = [(place, _parse(line, place)) for place, line in lines if line.strip()]
    if any(isinstance(value, dict) for _, value in parsed):
        yield from parsed
    else:
        yield (
            name,
            ReadError(f"{name} is not sound JSON ({_told(whole)}): extract the report again.", code="F009"),
        )


def _parse(line: str, place: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as trouble:
        return ReadError(f"{place} is not sound JSON ({_told(trouble)}): was it cut short?", code="F009")


def is_ours(value: Any) -> bool:
    """Whether a value is something that rapportkit wrote."""
    return isinstance(value, dict) and "rapportkit" in value


def check_version(value: dict[str, Any], place: str) -> None:
    """Refuse a shape of another time with a ReadError."""
    if value["rapportkit"] != VERSION:
        raise ReadError(
            f"{place} has the shape number {value['rapportkit']}, and this rapportkit knows {VERSION}: "
            "bring rapportkit up to date, or extract the report again.",
            code="F009",
        )


def is_summary(value: dict[str, Any]) -> bool:
    """Whether an object is what `merge` wrote, and not `extract`."""
    return "conservation" in value and "sections" in value


def _decode(data: bytes) -> str | None:
    """The text, also from a PowerShell that redirects in UTF-16; None where the bytes are no text."""
    try:
        return data.decode(json.detect_encoding(data))
    except UnicodeDecodeError:
        return None


def _told(trouble: Exception) -> str:
    if isinstance(trouble, json.JSONDecodeError):
        return f"line {trouble.lineno}, column {trouble.colno}"
    return "nested too deeply" if isinstance(trouble, RecursionError) else "cannot be decoded"
