"""What the paper is made of before it is Word, Markdown or PDF: headings, paragraphs, tables and pictures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; a newline breaks the line. `link` and `anchor` are names within the paper."""

    text: str
    bold: bool = False
    italic: bool = False
    small: bool = False
    link: str = ""
    anchor: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 0 is the paper's title. `counted` ones are numbered."""

    level: int
    runs: tuple[Run, ...]
    counted: bool = False
    breaks_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without a number; `style` is "subtitle", "lead", "notice", "list" or ""."""

    runs: tuple[Run, ...]
    style: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered paragraph: level 0 counts through the whole paper, deeper ones below their parent.

    A `kept` one stays on the page of what follows.
    """

    level: int
    runs: tuple[Run, ...]
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; a `label` row has one cell over the whole width. `level` indents the second cell.

    A `kept` row stays on the page of what follows.
    """

    cells: tuple[tuple[Run, ...], ...]
    label: bool = False
    level: int = 0
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head; `widths` are the shares of its columns, `figures` the columns set right."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    figures: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of numbers: a dot for each row and column, larger for a larger count, none for 0.

    `columns` are short keys, `rows` names of any length; `title` stands above, and tells it to those who cannot
    see it.
    """

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


Node = Heading | Paragraph | Item | Table | Picture
