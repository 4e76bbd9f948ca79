"""The options that commands share, each described once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rapportkit.errors import UsageError

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATHS...",
        help="Files, folders (searched for files that can be read), or - for standard input.",
        show_default=False,
    ),
]
Template = Annotated[
    str | None,
    typer.Option(
        "--template",
        "-t",
        metavar="ID|FILE",
        help="The template to read documents against; without it, it is detected.",
    ),
]
TemplateDir = Annotated[
    list[Path] | None,
    typer.Option(
        "--template-dir",
        metavar="DIR",
        # Whether it can be read is for the catalogue to say, which names what would help.
        readable=False,
        help="A folder with further templates (may be repeated).",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        # An output need not be readable.
        readable=False,
        help="Write to this file, whole or not at all; its suffix names the format.",
    ),
]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="Say nothing beside the data but what went wrong."),
]


def example(*lines: str) -> str:
    """The end of a help text: command lines that work as they stand, never wrapped."""
    word = "Example" if len(lines) == 1 else "Examples"
    return "\b\n" + f"{word}:\n" + "\n".join(f"  {line}" for line in lines)


def one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    """The value of an option if it is known; UsageError names what is."""
    if value in known:
        return value
    raise UsageError(f"There is no {name} “{value}”. Known are: {', '.join(known)}.")
