"""A page as a text file: a blank line around what stands alone, items below one another, cells after a tab."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

from faulty.page import Block, Cell, Line, Table

_WORD_ONLY = re.compile(r"\{-.*?-\}|\{!.*?!\}|\{\?.*?\?\}|\{\+|\+\}")


def write(blocks: Sequence[Block], width: int = 0) -> bytes:
    """The bytes of the file; lines are wrapped at `width`, if any."""
    lines: list[str] = []
    before = ""
    for block in blocks:
        kind = "table" if isinstance(block, Table) else block.kind
        if lines and (kind != before or kind in {"question", "text"}):
            lines.append("")
        lines += _rows(block) if isinstance(block, Table) else _wrapped(block, width)
        before = kind
    return ("\n".join(lines) + "\n").encode()


def plain(text: str) -> str:
    """A text without what only Word can hold: changes are accepted, comments and hidden words are gone."""
    return _WORD_ONLY.sub("", text)


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        if len(row) == 1:
            yield from map(_flat, row[0])
            continue
        label, answer = row
        first, *more = _flats(answer) or [""]
        yield f"{' '.join(_flats(label))}\t{first}"
        yield from (f"\t{line}" for line in more)


def _flats(cell: Cell) -> list[str]:
    return [_flat(line) for line in cell]


def _flat(line: Line) -> str:
    return _mark(line) + plain(line.text)


def _mark(line: Line) -> str:
    return "  " * line.level + "- " if line.kind == "item" else ""


def _wrapped(line: Line, width: int) -> list[str]:
    mark = _mark(line)
    if not width or line.kind in {"title", "question"}:
        return [_flat(line)]
    return textwrap.wrap(
        plain(line.text),
        width,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )
