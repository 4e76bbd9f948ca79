"""The lines of a text, opened: tags, Markdown, bullets and cells taken off and noted beside the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from rapportkit.readers.plain.tables import Cell, tables
from rapportkit.text.markers import next_letter, split_inline, split_lettered, split_marker, split_misread
from rapportkit.text.markup import has_tags, open_tags, unclosed
from rapportkit.text.wrap import Measure

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"\s*(?:[-*_=~]\s*){3,}")
_UNDERLINE = re.compile(r"\s*(=|-|~){3,}\s*")
_RULED = re.compile(r"\s*([-=_*~])\1{2,}\s+(?P<text>\S.*?)\s+\1{3,}\s*")
_RULED_OPEN = re.compile(r"\s*([-=_*~])\1{2,}\s+(?P<text>[^\W_].*)")
_STRONG = re.compile(r"\s*(\*\*|__)(?=\S)(?P<text>(?:(?!\1).)+)\1\s*")
_HEADING_LINES = 2
_LONGEST_HEADING = 200
# A page that is one line lost its paragraphs: seed 003 holds thirteen of them.
_LOST = 600


@dataclass(slots=True)
class Line:
    """One line of the file, or a piece of it, on its way to a block.

    `number` counts from 1, `blank` says that an empty line stands above, `paged` that a page ended there.
    `indent` and `start` are the columns of the piece and of its words. `unsure` marks a marker that may be a word or a misread
    sign, `joined` a line that surely goes on, `strong` one that is bold from end to end. `nested`
    counts the lists that tags open around it. `room` is the width of its cell, `end` the column at which
    its line ends; both are 0 where nothing tells.
    """

    text: str
    number: int
    blank: bool = False
    paged: bool = False
    indent: int = 0
    start: int = 0
    marker: str = ""
    unsure: bool = False
    heading: int = 0
    strong: bool = False
    joined: bool = False
    nested: int = 0
    table: int = 0
    row: int = 0
    cell: int = 0
    columns: int = 0
    room: int = 0
    end: int = 0

    @property
    def edge(self) -> str:
        """The line as it fills the page up to its end."""
        said = (f"{self.marker} " if self.marker else "") + self.text
        return said.rjust(self.end or len(said) + self.start)


def opened(raw: Sequence[str], breaks: AbstractSet[int], wrapped: Measure) -> list[Line]:
    """Open each line; `breaks` are the indices at which a page ends."""
    raw, headings, joined = _headings(raw)
    rows = tables(raw, wrapped, breaks)
    joined |= _in_tags(raw)
    lines: list[Line] = []
    blank = page = False
    letter = "D"
    for index, original in enumerate(raw):
        if not original.strip() or _RULE.fullmatch(original):
            blank = True
            page = page or index in breaks
            continue
        goes_on = index in joined or (page and bool(lines) and len(lines[-1].text) > _LOST)
        pieces = list(_pieces(original, index + 1, rows[index], letter))
        if pieces and not pieces[-1].room:
            pieces[-1].end = len(original.rstrip())
        for piece in pieces:
            piece.blank, piece.paged, blank = blank, blank and page, False
            piece.joined, goes_on = goes_on, False
            piece.heading = piece.heading or headings.get(index, 0)
            letter = next_letter(piece.marker, letter)
            lines.append(piece)
        page = index in breaks
    return [line for line in lines if line.text or line.marker]


def _headings(raw: Sequence[str]) -> tuple[list[str], dict[int, int], set[int]]:
    """Headings that rules set apart: "=== so ===", or underlined. Gives lines, levels and further lines."""
    lines = list(raw)
    levels: dict[int, int] = {}
    joined: set[int] = set()
    for index, line in enumerate(lines):
        if found := _RULED.fullmatch(line):
            lines[index], levels[index] = found["text"], 3
        elif found := _RULED_OPEN.fullmatch(line):
            sign = found[1]
            rest = re.fullmatch(
                rf"(.*\S)\s+{re.escape(sign)}{{3,}}\s*", "".join(lines[index + 1 : index + 2])
            )
            if rest:
                lines[index], lines[index + 1], levels[index] = found["text"], rest[1], 3
                joined.add(index + 1)
    for index, (line, under) in enumerate(pairwise(raw)):
        if _UNDERLINE.fullmatch(under) and line.strip() and not _RULE.fullmatch(line):
            first = _first_of(raw, index)
            if first is not None:
                levels[first] = 1 if "=" in under else 2
                joined.update(range(first + 1, index + 1))
    return lines, levels, joined


def _first_of(raw: Sequence[str], last: int) -> int | None:
    """Where an underlined heading begins: an empty line or rule stands above; None where it is too long."""
    first = last
    while first and raw[first - 1].strip() and not _RULE.fullmatch(raw[first - 1]):
        first -= 1
    length = sum(map(len, raw[first : last + 1]))
    fits = last - first < _HEADING_LINES and length <= _LONGEST_HEADING and "\t" not in raw[last]
    return first if fits and not raw[last].rstrip().endswith(".") else None


def _in_tags(raw: Sequence[str]) -> set[int]:
    """The lines that go on inside a paragraph, heading or item that a tag opened above them."""
    inside: set[int] = set()
    tag = ""
    for index, line in enumerate(raw):
        if tag and line.strip() and not line.lstrip().startswith("<"):
            inside.add(index)
        if tag and (f"</{tag}>" in line.casefold() or not line.strip() or line.lstrip().startswith("<")):
            tag = ""
        tag = (unclosed(line) if has_tags(line) else "") or tag
    return inside


def _pieces(original: str, number: int, cells: list[Cell] | None, letter: str) -> Iterator[Line]:
    if cells is None:
        for part in _parts(original):
            yield _marked(part, number, letter)
        return
    for cell in cells:
        for part in _parts(cell.text):
            piece = _marked(part, number, letter)
            piece.start += cell.start
            piece.table, piece.row, piece.cell = cell.table, cell.row, cell.cell
            piece.columns, piece.room = cell.columns, cell.room
            yield piece


def _parts(text: str) -> list[str]:
    """Cut a piece of text at the structure that tags or inline bullets give it."""
    parts: list[str] = []
    tagged = has_tags(text)
    for line in (open_tags(text) if tagged else text).split("\n"):
        if not line.strip():
            continue
        inner = split_inline(line)
        head, *bullets = inner if len(inner) > 1 else (line.rstrip(),)
        nested = "\t" * (len(line) - len(line.lstrip("\t"))) if tagged else ""
        if head.strip():
            pieces = split_lettered(head) if tagged else (head,)
            parts.append(nested + pieces[0] if tagged else pieces[0])
            parts += [f"{nested}{chr(97 + n)}. {piece}" for n, piece in enumerate(pieces[1:]) if piece]
        # A line that begins with a bullet keeps its indent, and the bullets after it stand at the same.
        indent = "" if tagged or head.strip() else line[: len(line) - len(line.lstrip())]
        parts += [f"{nested}{indent}• {bullet}" for bullet in bullets if bullet]
    return [part for part in parts if part.strip()]


def _marked(text: str, number: int, letter: str) -> Line:
    """Take heading marks, bullets and bold leads off a piece of text."""
    nested = len(text) - len(text.lstrip("\t"))
    body = text.expandtabs(4)
    indent = len(body) - len(body.lstrip())
    line = Line(body.strip(), number, indent=indent, start=indent, nested=nested)
    if _STRONG.fullmatch(line.text):
        line.strong = True
    emphasis = line.text[:2] if line.text[:2] in {"**", "__"} else ""
    bare = line.text[len(emphasis) :]
    if heading := _HEADING.fullmatch(line.text):
        line.heading, line.text = len(heading[1]), heading[2]
    elif marked := split_marker(bare, letter):
        line.marker, line.text = marked.marker, emphasis + marked.text
    elif misread := split_misread(line.text):
        line.marker, line.text, line.unsure = misread.marker, misread.text, True
    return line
