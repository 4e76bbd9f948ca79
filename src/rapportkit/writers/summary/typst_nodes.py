"""The paper's nodes as data for typst: nothing that a report says is ever read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapportkit.writers.summary import picture_svg
from rapportkit.writers.summary.nodes import Heading, Item, Node, Paragraph, Picture, Row, Run, Table
from rapportkit.writers.summary.picture import HIGHEST, WIDTH, breadth, draw

FACE = "Libertinus Serif"
"""The face that the paper is set in; typst brings it along."""

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
_DEEPEST = 8
_FORMS = ("1.", "(a)", "(i)", "(A)", "(1)", "(a)", "(i)", "(A)", "(1)")
_HELD = frozenset({"subtitle", "list"})
# Rows of fewer lines stay on one page; longer ones may run over, or pages would stay half empty. What stays with the
# next row must never be higher than a page: nothing of it would run over.
_WHOLE_LINES, _HEAD_LINES, _MOST_HELD = 16, 6, 3
# Points, as in paper.typ.
_SIZE, _HEADING_SIZE, _TABLE_SIZE = 11.0, 15.0, 9.0
_STEP, _CELL_STEP, _CELL_MARGINS = 28.4, 11.4, 8.0
# The book face is narrower than the plain one that `breadth` reckons with.
_NARROW = 0.85
_HEAD_NARROW = 0.92
_MOST_FOR_HEAD = 0.2
_PARTS = re.compile(r"[^-_/.,;:?&=+@]*[-_/.,;:?&=+@]+|[^-_/.,;:?&=+@]+")
# A reference that is no longer than this stays on one line.
_ONE_PIECE = 16
_TAG = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-|$)")
# Control characters and half letters, which neither typst nor a reader of PDFs takes.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAK = "\N{ZERO WIDTH SPACE}"
Data = dict[str, Any]


@dataclass(slots=True)
class Telling:
    """Turns nodes into data, one after the other.

    `anchors` are the names that anything leads to: a link to another name would stop typst.
    """

    anchors: frozenset[str]
    counts: list[int] = field(default_factory=lambda: [0] * (_DEEPEST + 1))
    set_anchors: set[str] = field(default_factory=set)

    def told(self, nodes: Sequence[Node]) -> Iterator[Data]:
        """Each node's data."""
        opening = False
        for node in nodes:
            match node:
                case Heading():
                    opening = True
                    yield self._heading(node)
                    continue
                case Paragraph(style="notice") if opening:
                    # What is told of a heading stays with it, on the page of what it opens.
                    yield self._paragraph(node) | {"kept": True}
                    continue
                case Paragraph():
                    yield self._paragraph(node)
                case Item():
                    yield self._item(node)
                case Table():
                    yield self._table(node)
                case Picture():
                    yield _picture(node)
            opening = False

    def _heading(self, node: Heading) -> Data:
        told = {"kind": "heading", "level": node.level, "counted": node.counted, "breaks": node.breaks_page}
        # A heading without words would be no bookmark.
        blank = not any(clean(run.text).strip() for run in node.runs)
        return told | self._runs((*node.runs, Run("–")) if blank else node.runs, WIDTH, _HEADING_SIZE)

    def _paragraph(self, node: Paragraph) -> Data:
        level = min(node.level, _DEEPEST)
        told = {"kind": "paragraph", "style": node.style, "level": level, "kept": node.style in _HELD}
        return told | self._runs(node.runs, _room(level), _SIZE)

    def _item(self, node: Item) -> Data:
        level = min(node.level, _DEEPEST)
        self.counts[level] += 1
        self.counts[level + 1 :] = [0] * (_DEEPEST - level)
        told = {"kind": "item", "level": level, "kept": node.kept}
        told |= {"number": self.counts[level], "form": _FORMS[level]}
        return told | self._runs(node.runs, _room(level + 1), _SIZE)

    def _table(self, node: Table) -> Data:
        widths = _fitted(node)
        rooms = [_cell_room(share, 0) for share in widths]
        rows = [self._row(row, widths) for row in node.rows]
        _hold(rows)
        return {
            "kind": "table",
            "head": [
                broken(clean(name), room, _TABLE_SIZE) for name, room in zip(node.head, rooms, strict=True)
            ],
            "repeated": max(map(_lines, node.head, rooms), default=0) < _HEAD_LINES,
            "widths": widths,
            "figures": sorted(node.figures),
            "rows": rows,
            "holds": any(row["held"] > 1 for row in rows),
        }

    def _row(self, row: Row, widths: Sequence[float]) -> Data:
        shares = (1.0,) if row.label else widths
        rooms = [
            _cell_room(share, row.level if column == 1 else 0)
            for column, share in enumerate(shares[: len(row.cells)])
        ]
        lines = max(
            (
                _lines("".join(run.text for run in runs), room)
                for runs, room in zip(row.cells, rooms, strict=True)
            ),
            default=0,
        )
        return {
            "label": row.label,
            "level": min(row.level, _DEEPEST),
            "kept": (row.kept or row.label) and lines < _HEAD_LINES,
            "whole": lines < _WHOLE_LINES,
            "cells": [
                self._runs(runs, room, _TABLE_SIZE) for runs, room in zip(row.cells, rooms, strict=True)
            ],
        }

    def _runs(self, runs: Sequence[Run], room: float, size: float) -> Data:
        """Runs, and the direction of most of what they say."""
        longest = max(runs, key=lambda run: len(run.text)).language if runs else ""
        language, _ = _parted(longest)
        return {
            "rtl": language in _RIGHT_TO_LEFT,
            "lang": language,
            "runs": [self._run(run, room, size) for run in runs],
        }

    def _run(self, run: Run, room: float, size: float) -> Data:
        language, region = _parted(run.language)
        anchor = run.anchor if run.anchor not in self.set_anchors else ""
        self.set_anchors.add(anchor)
        text = clean(run.text)
        if run.link and len(text) <= _ONE_PIECE:
            text = text.replace(" ", "\N{NO-BREAK SPACE}")
        return {
            "lines": [broken(line, room, size) for line in text.split("\n")],
            "bold": run.bold,
            "italic": run.italic,
            "small": run.small,
            "link": run.link if run.link in self.anchors else None,
            "anchor": anchor or None,
            "lang": language,
            "region": region,
        }


def _hold(rows: Sequence[Data]) -> None:
    """Tell each row how many it holds together: kept ones with the next, as far as a page surely has room for them.

    Those that another one holds have 0.
    """
    at = 0
    while at < len(rows):
        end = at
        while (
            rows[end]["kept"] and end - at + 1 < _MOST_HELD and end + 1 < len(rows) and rows[end + 1]["whole"]
        ):
            end += 1
        for row in rows[at : end + 1]:
            row["held"] = 0
        rows[at]["held"] = end - at + 1
        at = end + 1


def _picture(node: Picture) -> Data:
    return {
        "kind": "picture",
        "title": clean(node.title),
        "svg": picture_svg.write(node, FACE),
        # One with more rows than a page holds is made smaller.
        "width": min(1.0, HIGHEST / draw(node).height),
    }


def anchors(nodes: Sequence[Node]) -> frozenset[str]:
    """The names of all anchors."""
    return frozenset(run.anchor for node in nodes for run in _every_run(node) if run.anchor)


def _every_run(node: Node) -> Iterator[Run]:
    match node:
        case Heading() | Paragraph() | Item():
            yield from node.runs
        case Table():
            for row in node.rows:
                for cell in row.cells:
                    yield from cell


def clean(text: str) -> str:
    """A text without control characters and half letters."""
    return _FORBIDDEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")


def broken(text: str, room: float, size: float) -> str:
    r"""A text in which a word that is wider than its room, in points, may be broken, with nothing to be seen.

    >>> broken("shareholders met", 40, 10).split("\N{ZERO WIDTH SPACE}")
    ['sh', 'ar', 'eh', 'ol', 'de', 'rs met']
    >>> broken("report_final/14", 40, 10).split("\N{ZERO WIDTH SPACE}")
    ['report_', 'final/', '14']
    """
    # No letter is wider than its size, so what is shorter needs no measuring.
    long = re.compile(rf"\S{{{max(int(room / size), 4)},}}")
    return long.sub(lambda word: _BREAK.join(_pieces(word[0], max(room, size), size)), text)


def _pieces(word: str, room: float, size: float) -> Iterator[str]:
    """A word that fits; or pieces of one that does not, parted behind its marks, without marks anywhere."""
    if breadth(word, _NARROW * size) <= room:
        yield word
        return
    for part in _PARTS.findall(word):
        if breadth(part, _NARROW * size) <= room:
            yield part
            continue
        # Small pieces fill their lines, however wide their letters are.
        step = max(int(room / size / 2), 1)
        yield from (part[at : at + step] for at in range(0, len(part), step))


def _fitted(table: Table) -> list[float]:
    """The shares of the columns, so that no word of the head is wider than its column if others can give way."""
    needed = [min(_share(name), _MOST_FOR_HEAD) for name in table.head]
    lacking = sum(max(need - share, 0) for need, share in zip(needed, table.widths, strict=True))
    spare = sum(max(share - need, 0) for need, share in zip(needed, table.widths, strict=True))
    if not lacking or lacking > spare / 2:
        return list(table.widths)
    return [
        max(need, share - lacking * max(share - need, 0) / spare)
        for need, share in zip(needed, table.widths, strict=True)
    ]


def _share(name: str) -> float:
    """The share of the page that the longest word of a head takes."""
    widest = max((breadth(word, _HEAD_NARROW * _TABLE_SIZE) for word in clean(name).split()), default=0.0)
    return (widest + _CELL_MARGINS) / WIDTH


def _cell_room(share: float, level: int) -> float:
    return share * WIDTH - _CELL_MARGINS - _CELL_STEP * min(level, _DEEPEST)


def _lines(text: str, room: float) -> float:
    """About how many lines a cell takes."""
    return text.count("\n") + 0.5 * _TABLE_SIZE * len(text) / max(room, 4 * _TABLE_SIZE)


def _room(level: int) -> float:
    """The width of a line that stands in so many steps, in points."""
    return WIDTH - _STEP * level


def _parted(tag: str) -> tuple[str | None, str | None]:
    """A language tag's language and region as typst takes them.

    >>> _parted("pt-BR"), _parted("zh-Hant-TW"), _parted("x")
    (('pt', 'BR'), ('zh', 'TW'), (None, None))
    """
    parts = _TAG.match(tag)
    if parts is None:
        return None, None
    return parts[1].lower(), parts[2].upper() if parts[2] else None
