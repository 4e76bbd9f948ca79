"""The lists of a Word file: which label each list paragraph carries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rapportkit.readers.ooxml import names
from rapportkit.readers.ooxml.names import ALTERNATE, CHOICE, STYLE_ID, VAL, W, is_on, value
from rapportkit.readers.ooxml.numerals import spell
from rapportkit.readers.ooxml.styles import Paragraph, StyleSheet

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BULLET = "•"
_LEVEL_MARKS = {
    W + name: name
    for name in (
        "start", "numFmt", "lvlText", "lvlPicBulletId", "isLgl", "lvlRestart", "pStyle", "pPr", "rPr",
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it counts, and what its label looks like.

    `restart` is the level (from 1) whose use starts this one anew, 0 for never, None for any higher
    one. `style` is the paragraph style tied to the level, `indent` the text's left edge in points.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str = ""
    indent: float | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ListFormat:
    """A list as paragraphs refer to it: `group` names the list it shares its counting with."""

    group: str
    levels: Mapping[int, Level]
    overrides: Mapping[int, int] = field(default_factory=dict)

    def tied(self, style: str) -> int | None:
        """The level that a paragraph style is tied to, None where it is tied to none."""
        return next((depth for depth, level in self.levels.items() if level.style == style), None)


class Lists:
    """The lists of a numbering part, each read when a paragraph first asks for it."""

    def __init__(self, root: Element | None, sheet: StyleSheet) -> None:
        self._sheet = sheet
        entries = () if root is None else root.iterfind(W + "abstractNum")
        self._abstract = {entry.get(W + "abstractNumId", ""): entry for entry in entries}
        entries = () if root is None else root.iterfind(W + "num")
        self._concrete = {entry.get(W + "numId", ""): entry for entry in entries}
        self._known: dict[str, ListFormat | None] = {"": None}

    def get(self, identifier: str) -> ListFormat | None:
        """A list by its id; None for one that does not exist, such as "0", which stands for none."""
        if identifier not in self._known:
            entry = self._concrete.get(identifier)
            self._known[identifier] = None if entry is None else self._read(entry)
        return self._known[identifier]

    def _read(self, entry: Element) -> ListFormat:
        group = self._resolve_group(entry)
        levels = _read_levels(self._abstract.get(group))
        return _override(ListFormat(group, levels), entry)

    def _resolve_group(self, entry: Element) -> str:
        """The abstract list behind a list, also where it only names a list style that names another."""
        group = value(entry, W + "abstractNumId")
        for _ in range(len(self._abstract)):
            style = value(self._abstract.get(group), W + "numStyleLink")
            linked = self._concrete.get(self._sheet.list_of(style)) if style else None
            if linked is None:
                break
            group = value(linked, W + "abstractNumId")
        return group


def in_list(formats: Paragraph, own: Paragraph, lists: Lists, sheet: StyleSheet) -> Paragraph:
    """A paragraph's form with its list's level and indent; `own` is what it says without its style."""
    entry = lists.get(formats.list or "")
    if entry is None:
        return formats
    depth = own.depth
    if own.list is None and depth is None:
        styles = (style.get(STYLE_ID, "") for style in sheet.chain(own.style or sheet.default))
        depth = next((tied for style in styles if (tied := entry.tied(style)) is not None), None)
    depth = formats.depth or 0 if depth is None else depth
    indent = entry.levels[depth].indent if depth in entry.levels else None
    # The list's own indent outdoes the style's where the paragraph itself joins the list.
    order = (own.indent, indent, formats.indent) if own.list else (own.indent, formats.indent, indent)
    return replace(formats, depth=depth, indent=next((width for width in order if width is not None), None))


class Counting:
    """The running numbers of all lists of one story, asked for paragraph by paragraph."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._opened: set[tuple[str, int]] = set()

    def label(self, identifier: str, depth: int) -> str:
        """Count one more paragraph at a level (from 0) and give its label, "" where none shows."""
        entry = self._lists.get(identifier)
        level = entry.levels.get(depth) if entry else None
        if entry is None or level is None:
            return ""
        counts = self._counts.setdefault(entry.group, {})
        self._count(identifier, entry, depth, counts)
        if level.hidden or (level.format == "none" and "%" in level.text):
            return ""
        if level.format == "bullet":
            return BULLET if level.text.strip() else ""
        return _fill(level, entry.levels, counts)

    def _count(self, identifier: str, entry: ListFormat, depth: int, counts: dict[int, int]) -> None:
        for higher, level in entry.levels.items() if depth else ():
            if higher < depth:  # a level that was skipped counts as used
                counts.setdefault(higher, entry.overrides.get(higher, level.start))
        override = entry.overrides.get(depth)
        if depth in counts and (override is None or (identifier, depth) in self._opened):
            counts[depth] += 1
        else:
            counts[depth] = entry.levels[depth].start if override is None else override
        self._opened.add((identifier, depth))
        for deeper in [other for other in counts if other > depth]:
            restart = entry.levels[deeper].restart if deeper in entry.levels else None
            if restart is None or depth < restart:
                del counts[deeper]


def _fill(level: Level, levels: Mapping[int, Level], counts: Mapping[int, int]) -> str:
    def number(found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        other = levels.get(depth, Level())
        kind = "decimal" if level.legal and other.format != "decimalZero" else other.format
        return spell(counts.get(depth, other.start), kind)

    return re.sub(r"%([1-9])", number, level.text).strip()


def _read_levels(abstract: Element | None) -> dict[int, Level]:
    if abstract is None:
        return {}
    return {
        names.whole(entry.get(W + "ilvl")) or 0: _read_level(entry) for entry in abstract.iterfind(W + "lvl")
    }


def _read_level(entry: Element) -> Level:
    marks = {_LEVEL_MARKS[mark.tag]: mark for mark in entry if mark.tag in _LEVEL_MARKS}

    def said(name: str) -> str:
        return marks[name].get(VAL, "") if name in marks else ""

    start = names.whole(said("start"))
    ind = names.child(marks["pPr"], W + "ind") if "pPr" in marks else None
    return Level(
        start=0 if start is None else start,
        format=_read_format(entry, marks.get("numFmt")),
        text=said("lvlText") or (BULLET if "lvlPicBulletId" in marks else ""),
        legal=is_on(marks.get("isLgl")),
        restart=names.whole(said("lvlRestart")),
        style=said("pStyle"),
        indent=None if ind is None else names.points(ind.get(W + "left", ind.get(W + "start"))),
        hidden="rPr" in marks and is_on(names.child(marks["rPr"], W + "vanish")),
    )


def _read_format(entry: Element, mark: Element | None) -> str:
    """The counting of a level; newer kinds stand in a choice, such as custom "001, 002, 003, ..."."""
    if mark is None:
        mark = entry.find(f"{ALTERNATE}/{CHOICE}/{W}numFmt")
    if mark is None:
        return "decimal"
    kind = mark.get(VAL, "decimal")
    return mark.get(W + "format", "decimal").split(",")[0] if kind == "custom" else kind


def _override(entry: ListFormat, num: Element) -> ListFormat:
    levels, starts = dict(entry.levels), {}
    for override in num.iterfind(W + "lvlOverride"):
        depth = names.whole(override.get(W + "ilvl")) or 0
        level = override.find(W + "lvl")
        if level is not None:
            levels[depth] = _read_level(level)
        start = names.number(override, W + "startOverride")
        if start is not None:
            starts[depth] = start
    return replace(entry, levels=levels, overrides=starts)
