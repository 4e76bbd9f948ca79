"""What a form is made of before it is Word: paragraphs and tables, frozen and without any XML."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Marks(StrEnum):
    """How the paragraphs of a list are marked; Word counts the numbers itself."""

    BULLETS = "bullets"
    NUMBERS = "numbers"
    QUESTIONS = "questions"
    CHAPTERS = "chapters"


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph's place in a list: its marks, its depth from 0, and where the count begins anew."""

    marks: Marks
    level: int = 0
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look; a newline in it breaks the line.

    A `prompt` says what to write here: the run is a control to fill in, named by its prompt, and its
    text goes once somebody writes. A `note` is the text of a footnote cited after the run, `mark` the
    author's own sign for it where Word would count another.
    """

    text: str
    bold: bool = False
    prompt: str = ""
    note: str | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in one of the form's styles; without runs an empty line to write on."""

    runs: tuple[Run, ...] = ()
    style: str = ""
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell over `span` columns; `shaded` for what the form itself says."""

    paragraphs: tuple[Paragraph, ...]
    span: int = 1
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A bordered table; `widths` are the shares of its columns."""

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]


Node = Paragraph | Table


def said(text: str, style: str = "", *, bold: bool = False) -> Paragraph:
    """A paragraph that says one thing."""
    return Paragraph((Run(text, bold=bold),), style)


def prompt(hint: str, *, bold: bool = False) -> Run:
    """A control to write in, named by a hint; it shows dots, which mean “nothing” on paper too."""
    return Run("…………", bold=bold, prompt=hint)


def room(hint: str) -> Run:
    """A control at the end of a line that may go on; it shows no more than some room."""
    return Run("\N{NO-BREAK SPACE}" * 4, prompt=hint)
