"""The lists of an OpenDocument file: which label each item carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapportkit.readers.counting import BULLET, numeral
from rapportkit.readers.opendocument.names import (
    FO,
    LOEXT,
    STYLE,
    STYLE_NAME,
    TEXT,
    XML_ID,
    points,
    whole,
)
from rapportkit.readers.opendocument.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BULLETS = (TEXT + "list-level-style-bullet", TEXT + "list-level-style-image")
_FORMATS = (LOEXT + "num-list-format", STYLE + "num-list-format")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, what stands around the number, where its text begins (points)."""

    kind: str = BULLET
    before: str = ""
    after: str = ""
    format: str = ""
    shown: int = 1
    start: int = 1
    indent: float | None = None


@dataclass(slots=True)
class _List:
    """An open list; all levels of one outer list share their counts."""

    style: str
    counts: dict[int, int]
    depth: int
    fresh: bool = False
    start: int | None = None


@dataclass(slots=True)
class Numbering:
    """Counts the items of one story."""

    styles: Styles
    _open: list[_List] = field(default_factory=list)
    _known: dict[str, dict[int, Level]] = field(default_factory=dict)
    _by_id: dict[str, dict[int, int]] = field(default_factory=dict)
    _by_style: dict[str, dict[int, int]] = field(default_factory=dict)
    _outline: dict[int, int] = field(default_factory=dict)

    @contextmanager
    def inside(self, entry: Element) -> Iterator[None]:
        """Read what follows as the items of a list."""
        outer = self._open[-1] if self._open else None
        style = entry.get(STYLE_NAME) or (outer.style if outer else "")
        counts = outer.counts if outer and style == outer.style else self._counts(entry, style)
        self._open.append(_List(style, counts, outer.depth + 1 if outer else 1))
        self._by_style[style] = counts
        if entry.get(XML_ID):
            self._by_id[entry.get(XML_ID, "")] = counts
        yield
        self._open.pop()

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Read what follows outside all lists: a table, a box."""
        saved, self._open = self._open, []
        yield
        self._open = saved

    def begin(self, item: Element) -> None:
        """Begin an item: the first paragraph in it carries the label."""
        here = self._open[-1]
        here.fresh = item.tag == TEXT + "list-item"
        here.start = whole(item.get(TEXT + "start-value"), 99_999)

    def end(self) -> None:
        """End an item."""
        self._open[-1].fresh = False

    def label(self, asked: str | None) -> tuple[str, int, float | None]:
        """The label, depth and indent of the next paragraph; `asked` is the list style it names itself."""
        if not self._open:
            return "", 0, None
        here = self._open[-1]
        if not here.fresh or asked == "":
            return "", 0, None
        here.fresh = False
        levels = self._levels(here.style or asked or "")
        level = levels.get(here.depth, Level())
        if here.start is not None:
            here.counts[here.depth] = here.start
        elif here.depth in here.counts:
            here.counts[here.depth] += 1
        else:
            here.counts[here.depth] = level.start
        return _said(here.depth, levels, here.counts), here.depth, level.indent

    def heading(self, heading: Element, depth: int) -> str:
        """The number of a heading, where the file's outline numbers its level."""
        if self.styles.outline is None or heading.get(TEXT + "is-list-header") == "true":
            return ""
        levels = self._levels(self.styles.outline.get(STYLE + "name", "Outline"))
        level = levels.get(depth)
        if level is None or not level.kind:
            return ""
        start = whole(heading.get(TEXT + "start-value"), 99_999)
        anew = heading.get(TEXT + "restart-numbering") == "true"
        upcoming = level.start if anew or depth not in self._outline else self._outline[depth] + 1
        self._outline[depth] = upcoming if start is None else start
        return _said(depth, levels, self._outline)

    def _counts(self, entry: Element, style: str) -> dict[int, int]:
        followed = entry.get(TEXT + "continue-list")
        if followed and followed in self._by_id:
            return self._by_id[followed]
        if entry.get(TEXT + "continue-numbering") == "true":
            return self._by_style.get(style, {})
        return {}

    def _levels(self, style: str) -> dict[int, Level]:
        if style not in self._known:
            entry = self.styles.list_style(style)
            levels = () if entry is None else map(_read_level, entry)
            self._known[style] = {depth: level for depth, level in levels if depth}
        return self._known[style]


def _said(depth: int, levels: dict[int, Level], counts: dict[int, int]) -> str:
    for deeper in [other for other in counts if other > depth]:
        del counts[deeper]
    level = levels.get(depth, Level())
    if level.kind in {"", BULLET}:
        return level.kind

    def number(other: int) -> str:
        above = levels.get(other, Level("1"))
        return numeral(counts.get(other, above.start), above.kind if above.kind != BULLET else "1")

    if level.format:
        return re.sub(r"%(\d{1,2})%", lambda found: number(int(found[1])), level.format).strip()
    numbers = ".".join(number(other) for other in range(max(1, depth - level.shown + 1), depth + 1))
    return f"{level.before}{numbers}{level.after}".strip()


def _read_level(entry: Element) -> tuple[int, Level]:
    depth = whole(entry.get(TEXT + "level"), 20) or 0
    bullet = entry.tag in _BULLETS
    start = whole(entry.get(TEXT + "start-value"), 99_999)
    return depth, Level(
        kind=BULLET if bullet else entry.get(STYLE + "num-format", ""),
        before=entry.get(STYLE + "num-prefix", ""),
        after=entry.get(STYLE + "num-suffix", ""),
        format=next(filter(None, map(entry.get, _FORMATS)), ""),
        shown=whole(entry.get(TEXT + "display-levels"), 20) or 1,
        start=1 if start is None else start,
        indent=_indent(entry),
    )


def _indent(entry: Element) -> float | None:
    properties = entry.find(STYLE + "list-level-properties")
    if properties is None:
        return None
    aligned = properties.find(STYLE + "list-level-label-alignment")
    if aligned is not None and aligned.get(FO + "margin-left"):
        return points(aligned.get(FO + "margin-left"))
    before, width = (points(properties.get(TEXT + name)) for name in ("space-before", "min-label-width"))
    return None if before is None and width is None else round((before or 0.0) + (width or 0.0), 2)
