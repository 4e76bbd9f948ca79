"""Words for people, on standard error: notes, complaints, and a progress bar where there is a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from shutil import get_terminal_size
from textwrap import shorten, wrap
from typing import TYPE_CHECKING, TextIO, TypeVar

if TYPE_CHECKING:
    from rapportkit.model.finding import Severity

_FEW = 4
"""Fewer inputs than this are done before a progress bar could be read."""

_NAME = 48
"""Columns that one of several names may take in a line."""

_NARROWEST = 16
"""Columns below which a cell is better left whole than broken into words."""

Thing = TypeVar("Thing")


def tell(text: str) -> None:
    """Write a line to standard error; whoever closed it does not want to know."""
    if sys.stderr is not None:
        with suppress(BrokenPipeError):
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()


def is_lively(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal that wants more than plain text.

    NO_COLOR is the convention of no-color.org: any value but the empty one counts.
    """
    return (
        stream is not None
        and stream.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )


def is_watched() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def width(*, drawn: bool) -> int:
    """The columns to wrap at: those of a terminal on standard output; 0 for a file (`drawn` is False) and a pipe.

    Somebody who wants no colour has a terminal of the same width all the same.
    """
    if not (drawn and is_watched()):
        return 0
    return get_terminal_size().columns


def wrapped(line: str, columns: int) -> str:
    """A line broken between words, set in a little further where it goes on; whole where `columns` is 0.

    >>> print(wrapped("  one two three", 12))
      one two
          three
    """
    inner = line[: len(line) - len(line.lstrip())]
    if columns <= len(inner) + 8:
        return line
    return "\n".join(
        wrap(
            line.strip(),
            columns,
            initial_indent=inner,
            subsequent_indent=f"{inner}    ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


@dataclass(frozen=True, slots=True)
class Screen:
    """What a person sees beside the data; `quiet` leaves the complaints and drops the rest."""

    quiet: bool = False

    def note(self, text: str) -> None:
        """Say something good to know."""
        if not self.quiet:
            tell(text)

    def complain(self, text: str) -> None:
        """Say that something went wrong."""
        tell(text)

    def progress(self, things: Sequence[Thing], doing: str) -> Iterable[Thing]:
        """Pass things on; show a bar meanwhile where there is a terminal and enough to wait for."""
        if self.quiet or len(things) < _FEW or not is_lively(sys.stderr):
            return things
        return _with_bar(things, doing)


def _with_bar(things: Sequence[Thing], doing: str) -> Iterator[Thing]:
    from rich.console import Console
    from rich.progress import track

    yield from track(things, doing, console=Console(stderr=True), transient=True)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, drawn: bool = False) -> str:
    """Lay out rows in columns, aligned with blanks; `drawn` lets rich draw them where there is a terminal.

    >>> print(table(("id", "title"), [("a-1", "First"), ("b", "Second")]), end="")
    id   title
    a-1  First
    b    Second
    """
    if drawn and is_lively(sys.stdout):
        return _drawn(heads, rows)
    lines = [heads, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    room = width(drawn=drawn) - sum(widths[:-1]) - 2 * len(widths[:-1])
    return "".join(_row(line, widths, room) for line in lines)


def _row(cells: Sequence[str], widths: Sequence[int], room: int) -> str:
    """One row; the last cell goes on below itself where there is room for it at all, but not enough."""
    last = wrap(cells[-1], room, break_long_words=False) if room >= _NARROWEST else [cells[-1]]
    lines = [
        [*cells[:-1], last[0] if last else ""],
        *([*([""] * (len(cells) - 1)), more] for more in last[1:]),
    ]
    return "".join(
        "  ".join(cell.ljust(column) for cell, column in zip(line, widths, strict=True)).rstrip() + "\n"
        for line in lines
    )


def _drawn(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(*heads)
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    console = Console()
    with console.capture() as captured:
        console.print(drawn)
    return captured.get()


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "report"), count(3, "report"), count(2, "summary", "summaries")
    ('1 report', '3 reports', '2 summaries')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def some(names: Sequence[str], most: int = 4) -> str:
    """The first of many names, each cut to a length that leaves room for the others.

    >>> some(["Challenges", "What was learned from the discussions with governments during Common Space?"])
    '“Challenges”, “What was learned from the discussions with…”'
    >>> some(["a", "b", "c"], most=2)
    '“a”, “b” and 1 more'
    """
    shown = ", ".join(f"“{_cut(name)}”" for name in names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown


def _cut(name: str) -> str:
    """A name in the columns it may take; a path without blanks keeps its end."""
    if " " not in name.strip() and len(name) > _NAME:
        return f"…{name[1 - _NAME :]}"
    return shorten(name, _NAME, placeholder="…")


@dataclass(frozen=True, slots=True)
class Style:
    """How findings look: wrapped and coloured where somebody watches, plain whole lines for a program."""

    width: int = 0
    colours: bool = False

    def paint(self, text: str, part: str, severity: Severity | None) -> str:
        """Colour a part of a finding by what it is; the words say the same without."""
        colour = _SEVERE[severity] if severity and part in {"code", "severity"} else _PARTS.get(part, "")
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colours and colour else text


_PARTS = {"file": "1", "place": "1", "help": "2"}
_SEVERE = {"error": "31", "warning": "33", "info": "36"}


def style(*, drawn: bool) -> Style:
    """The style for standard output; a file (`drawn` is False) and a pipe get the plain one."""
    return Style(width=width(drawn=drawn), colours=drawn and is_lively(sys.stdout))
