"""The options that commands share, each described once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Annotated

import typer

from rapportkit.cli import completing
from rapportkit.errors import UsageError
from rapportkit.model.options import Limits, ReadOptions
from rapportkit.model.options import Ocr as Ocr_
from rapportkit.model.options import Revisions as Revisions_

_LONG_LIST = 65_536
"""Bytes that no list of passwords has."""

_AMOUNT = re.compile(r"(?P<number>\d{1,12}) ?(?P<unit>|kb|mb|gb)", re.IGNORECASE | re.ASCII)
_UNITS = {"": 1, "kb": 2**10, "mb": 2**20, "gb": 2**30}

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
        autocompletion=completing.templates,
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

Programme = Annotated[
    Path | None,
    typer.Option(
        "--programme",
        metavar="FILE",
        readable=False,
        help="The event's programme (CSV or JSON) to hold against.",
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="en|fr|es",
        help="The language of what is told.",
        autocompletion=completing.languages,
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        readable=False,
        help="Read the settings from this file; without it, from the nearest rapportkit.toml or pyproject.toml.",
    ),
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Use no configuration file.")]
Revisions = Annotated[
    str,
    typer.Option(
        "--revisions",
        metavar="final|original",
        help="Tracked changes: final (the default) reads them as accepted, original as rejected.",
        show_default=False,
    ),
]
PasswordFile = Annotated[
    Path | None,
    typer.Option(
        "--password-file",
        metavar="FILE",
        readable=False,
        help="Open locked files with the password in this file; several lines are tried in turn.",
    ),
]
Ocr = Annotated[
    str,
    typer.Option(
        "--ocr",
        metavar="auto|off|force",
        help="Recognise letters in scans (with tesseract): auto (the default) where there are no others.",
        show_default=False,
    ),
]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=VALUE",
        help="Change a bound of reading, such as seconds=300 or pages=5000 (may be repeated).",
    ),
]


def example(*lines: str) -> str:
    """The end of a help text: command lines that work as they stand, never wrapped."""
    word = "Example" if len(lines) == 1 else "Examples"
    return "\b\n" + f"{word}:\n" + "\n".join(f"  {line}" for line in lines)


def reading(revisions: str, password_file: Path | None, ocr: str, limit: Sequence[str] | None) -> ReadOptions:
    """How documents are to be read; UsageError for what cannot be meant."""
    return ReadOptions(
        Revisions_(one_of("view of tracked changes", revisions, tuple(Revisions_))),
        _passwords(password_file),
        Ocr_(one_of("way to recognise letters", ocr, tuple(Ocr_))),
        _limits(limit or ()),
    )


def _passwords(file: Path | None) -> tuple[str, ...]:
    """The lines of a password file; they are never told again, not even in a complaint."""
    if file is None:
        return ()
    if str(file) == "-":
        raise UsageError(
            "--password-file wants the name of a file; “-” is not taken, for standard input may be a report."
        )
    try:
        with file.open("rb") as opened:
            data = opened.read(_LONG_LIST + 1)
        text = data.decode("utf-8-sig")
    except OSError as trouble:
        why = (trouble.strerror or type(trouble).__name__).lower()
        raise UsageError(f"{file}: the password file cannot be read ({why}).") from None
    except UnicodeDecodeError:
        raise UsageError(f"{file}: the password file is no text in UTF-8.") from None
    if len(data) > _LONG_LIST:
        raise UsageError(f"{file} is too long for a password file: it holds one password a line.")
    lines = tuple(line for line in re.split(r"\r\n|\n|\r", text) if line)
    if not lines:
        raise UsageError(f"{file}: there is no password in the password file.")
    return lines


def _known_limits() -> dict[str, str]:
    """The names of the limits as people write them, and as `Limits` does."""
    return {field.name.replace("_", "-"): field.name for field in fields(Limits)}


def _limits(given: Sequence[str]) -> Limits:
    known = _known_limits()
    chosen: dict[str, int] = {}
    for each in given:
        name, _, value = each.partition("=")
        name = name.strip().casefold().replace("_", "-")
        if name not in known:
            raise UsageError(f"There is no limit “{name}”. Known are: {', '.join(known)}.")
        chosen[known[name]] = _amount(name, value.strip())
    return Limits(**chosen)


def _amount(name: str, value: str) -> int:
    found = _AMOUNT.fullmatch(value)
    unit = found["unit"].casefold() if found else ""
    if found is None or (unit and not name.endswith("-bytes")) or not int(found["number"]):
        example = "64MB" if name.endswith("-bytes") else "300"
        raise UsageError(f"--limit {name} wants a whole number above 0, such as {name}={example}.")
    return int(found["number"]) * _UNITS[unit]


def one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    """The value of an option if it is known; UsageError names what is."""
    if value in known:
        return value
    raise UsageError(f"There is no {name} “{value}”. Known are: {', '.join(known)}.")
