"""What a session's rapporteur wrote, read from a page of `told/`; answers and expected extraction are made of it.

A page has a head ("session: …") and one part for each question of the form:

    # challenges
    - a point
       - a point below it
    # quotes
    - “What was said.” | who said it | that the speaker agreed
    # recommendations
    - a recommendation
      a: an action
      i: an indicator
    # sections
    ## HEADING
    - a point
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from making.source import Fields, Point

PAGES = Path(__file__).resolve().parent / "told"
STEP = 3
"""Spaces that set a point below another one."""

Part = list[str]


@dataclass(frozen=True, slots=True)
class Told:
    """One report before anyone decides how it looks: its form, its language, and the fields of the contract."""

    form: str
    language: str
    head: dict[str, str]
    fields: Fields


@dataclass(slots=True)
class _Page:
    head: list[tuple[str, str]] = field(default_factory=list)
    parts: dict[str, Part] = field(default_factory=dict)


def read_told(name: str) -> Told:
    """Read `told/NAME.md`."""
    page = _taken_apart((PAGES / f"{name}.md").read_text("utf-8"))
    said = dict(page.head)
    fields = _header(page)
    for path, lines in page.parts.items():
        parent, _, leaf = path.rpartition("/")
        place = fields.setdefault(parent, {}) if parent else fields
        place[leaf] = _READERS.get(leaf, _points)(lines)
    return Told(said["form"], said["language"], said, fields)


def count_points(value: Any) -> int:
    """How many points stand in the fields of a report, those below others included."""
    if isinstance(value, dict):
        own = 1 if "text" in value else 0
        return own + sum(count_points(each) for each in value.values())
    return sum(map(count_points, value)) if isinstance(value, list) else 0


def _taken_apart(text: str) -> _Page:
    page = _Page()
    lines: Part | None = None
    for line in filter(str.strip, text.splitlines()):
        if line.startswith("# "):
            lines = page.parts.setdefault(line[2:].strip(), [])
        elif lines is not None:
            lines.append(line)
        else:
            name, _, value = line.partition(": ")
            page.head.append((name, value.strip()))
    return page


def _header(page: _Page) -> Fields:
    said = dict(page.head)
    event = {"title": said.get("event"), "place": said.get("place"), "dates": said.get("dates")}
    session = {"number": said.get("number"), "title": said["session"]}
    found: Fields = {}
    if any(event.values()):
        found["event"] = {key: value for key, value in event.items() if value}
    found["session"] = {key: value for key, value in session.items() if value}
    persons = [value.split(" | ") for name, value in page.head if name == "rapporteur"]
    if persons:
        found["rapporteurs"] = [
            dict(zip(("name", "affiliation"), person, strict=False)) for person in persons
        ]
    return found


def _points(lines: Sequence[str]) -> list[Point]:
    found: list[Point] = []
    above: list[list[Point]] = [found]
    for line in lines:
        bare = line.lstrip()
        level = (len(line) - len(bare)) // STEP
        point: Point = {"text": bare.removeprefix("- ")}
        del above[level + 1 :]
        if level == len(above):
            above.append(above[-1][-1].setdefault("points", []))
        above[level].append(point)
    return found


def _quotes(lines: Sequence[str]) -> list[Point]:
    found = []
    for line in lines:
        values = (value.strip() for value in line.removeprefix("- ").split("|"))
        named = zip(("text", "speaker", "consent"), values, strict=False)
        found.append({key: value for key, value in named if value})
    return found


def _recommendations(lines: Sequence[str]) -> list[Point]:
    found: list[Point] = []
    for line in lines:
        mark, _, text = line.strip().partition(" ")
        if mark == "-":
            found.append({"text": text, "actions": [], "indicators": []})
        else:
            found[-1]["actions" if mark == "a:" else "indicators"].append({"text": text})
    return found


def _headed(lines: Sequence[str]) -> list[tuple[str, Part]]:
    found: list[tuple[str, Part]] = []
    for line in lines:
        if line.startswith("## "):
            found.append((line[3:], []))
        else:
            found[-1][1].append(line)
    return found


def _sections(lines: Sequence[str]) -> list[Point]:
    return [{"heading": heading, "points": _points(below)} for heading, below in _headed(lines)]


def _convergences(lines: Sequence[str]) -> list[Point]:
    found = []
    for heading, below in _headed(lines):
        numbered = re.match(r"(\d+)\. (.*)", heading)
        assert numbered, heading
        found.append({"number": int(numbered[1]), "title": numbered[2], "points": _points(below)})
    return found


_READERS: dict[str, Callable[[Sequence[str]], list[Point]]] = {
    "quotes": _quotes,
    "recommendations": _recommendations,
    "sections": _sections,
    "convergences": _convergences,
}
