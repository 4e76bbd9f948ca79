"""A form with its answers as a page of lines: titles, questions, paragraphs, items and rows of tables.

A form is written as people would draw it on paper. Each line is one of

    = a title          ## a question          * an item, ** one below it, *** one below that
    * alone: an empty item
    | a cell | another cell |     (neighbouring rows are one table; an empty line ends it)

or else a paragraph. `{name}` stands for an answer, which is lines of the same kind; an answer on a line of
its own may also bring rows of a table. Below a line of `=====` stand sound answers under their [names].
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
_GAP = re.compile(r"\{(\w+)\}")
_NAMED = re.compile(r"\[(\w+)\]")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; `kind` is title, question, item or text, `level` that of an item, from 0."""

    text: str
    kind: str = "text"
    level: int = 0


Cell = tuple[Line, ...]
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one or two cells."""

    rows: tuple[Row, ...]


Block = Line | Table


def form(name: str) -> tuple[str, dict[str, str]]:
    """The lines of a form, and its sound answers by name."""
    drawn, _, answered = (HERE / "forms" / f"{name}.txt").read_text("utf-8").partition("\n=====\n")
    return drawn, answers(answered)


def answers(text: str) -> dict[str, str]:
    """Answers under their names in square brackets, each of which stands on a line of its own."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if named := _NAMED.fullmatch(line):
            found[named[1]] = []
        else:
            found[next(reversed(found))].append(line)
    return {name: "\n".join(lines).strip("\n") for name, lines in found.items()}


def blocks(drawn: str, said: Mapping[str, str]) -> tuple[Block, ...]:
    """The blocks of a form with its answers."""
    found: list[Block] = []
    rows: list[Row] = []
    for line in _lines(drawn, said):
        if line.startswith("|"):
            rows.append(tuple(_cell(each.strip(), said) for each in line.strip("|").split("|")))
            continue
        if rows:
            found.append(Table(tuple(rows)))
            rows = []
        found += _spoken(line, said)
    return (*found, Table(tuple(rows))) if rows else tuple(found)


def _lines(drawn: str, said: Mapping[str, str]) -> Iterator[str]:
    for line in drawn.splitlines():
        alone = _GAP.fullmatch(line)
        yield from said[alone[1]].splitlines() if alone else [line]


def _cell(text: str, said: Mapping[str, str]) -> Cell:
    filled = said[gap[1]] if (gap := _GAP.fullmatch(text)) else text
    return tuple(each for line in filled.splitlines() for each in _spoken(line, said))


def _spoken(line: str, said: Mapping[str, str]) -> list[Line]:
    line = _GAP.sub(lambda gap: said[gap[1]], line)
    if not line.strip():
        return []
    if line.strip() == "*":
        return [Line("", "item")]
    for sign, made in (
        ("= ", Line("", "title")),
        ("## ", Line("", "question")),
        ("*** ", Line("", "item", 2)),
        ("** ", Line("", "item", 1)),
        ("* ", Line("", "item", 0)),
    ):
        if line.startswith(sign):
            return [Line(line.removeprefix(sign), made.kind, made.level)]
    return [Line(line)]
