"""What the PATHS of a command mean: files, folders, patterns and standard input, each thing once."""

from __future__ import annotations

import glob
import os
import stat
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from rapportkit.errors import ReadError
from rapportkit.model.options import AS_USUAL
from rapportkit.readers import READERS
from rapportkit.readers.bounds import amount

STDIN = "-"
CARRIED = (".json", ".jsonl", ".ndjson")
"""Suffixes of what rapportkit itself has written, to be read back."""

LARGEST = AS_USUAL.limits.file_bytes
"""Bytes. No report comes near it; a film that is named .docx should not fill the memory."""


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read. `path` is None for standard input.

    `name` is the file's name without folders, fit to be printed; `shown` is what the person called it.
    `searched` says that it was come upon in a folder, and so perhaps not meant. `part` is the number of one
    document among several in a mail.
    """

    name: str
    shown: str
    path: Path | None = None
    searched: bool = False
    part: int | None = None

    @property
    def suffix(self) -> str:
        """The suffix in small letters, "" where there is none."""
        return Path(self.name).suffix.casefold()

    def take(self, most: int | None = None) -> bytes:
        """The bytes; ReadError where they cannot be had, or are more than `most` (or than any report has)."""
        if self.path is None:
            return _take_stdin(most)
        try:
            if self.path.stat().st_size > (most or LARGEST):
                raise _too_large(self.shown, most)
            # A device and a pipe say nothing of their size, and some have no end.
            with self.path.open("rb") as file:
                return _bounded(file, self.shown, most)
        except OSError as trouble:
            raise ReadError(f"{self.shown} {_why(trouble)}") from trouble


@dataclass(frozen=True, slots=True)
class Unread:
    """An input, or one entry of it, that could not be read: the message and the rule that explains it.

    `key` and `args` are what `ReadError` has of the same names.
    """

    input: Input
    message: str
    code: str = "F001"
    key: str = "unread"
    args: tuple[tuple[str, str | int], ...] = ()


@dataclass(slots=True)
class Inputs:
    """What was found under the paths: things to read, what is not to be had, and files left aside.

    `again` are the files that were named before, by this name or another; `linked` the links to folders
    elsewhere that a search came upon and did not follow.
    """

    found: list[Input] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    _seen: set[tuple[int, int] | str] = field(default_factory=set)

    def add(self, path: Path, *, searched: bool = False) -> None:
        """Take a file in, unless it was named before, by this name or another."""
        try:
            status = path.stat()
        except OSError as trouble:
            self.miss(path, _why(trouble))
            return
        if self._is_new((status.st_dev, status.st_ino)):
            self.found.append(Input(printable(path.name), printable(path), path, searched))
        else:
            self.again.append(printable(path))

    def add_stdin(self) -> None:
        """Take standard input in, once."""
        if self._is_new(STDIN):
            self.found.append(Input("stdin", "standard input"))
        else:
            self.again.append("standard input")

    def miss(self, path: Path | str, why: str) -> None:
        """Note that a path gives nothing to read, and why."""
        shown = printable(path)
        self.unread.append(Unread(Input(shown, shown), f"{shown} {why}"))

    def of(self, output: Path) -> Input | None:
        """The thing to read that an output file would replace, if there is one."""
        if not output.exists():
            return None
        return next((each for each in self.found if each.path and each.path.samefile(output)), None)

    def _is_new(self, key: tuple[int, int] | str) -> bool:
        is_new = key not in self._seen
        self._seen.add(key)
        return is_new


def gather(paths: Sequence[str]) -> Inputs:
    """Find everything that the paths stand for, in the order in which they were named."""
    inputs = Inputs()
    for path in paths:
        if path == STDIN:
            inputs.add_stdin()
        elif not path:
            # An empty variable in a script would otherwise search the folder it happens to run in.
            inputs.miss("“”", "is an empty name: name a file or a folder.")
        else:
            _add(Path(path), inputs)
    return inputs


def one(path: str) -> Input:
    """The single thing that an option names; ReadError where there is none."""
    inputs = Inputs()
    if path == STDIN:
        inputs.add_stdin()
    else:
        inputs.add(Path(path))
    for unread in inputs.unread:
        raise ReadError(unread.message)
    return inputs.found[0]


def _add(path: Path, inputs: Inputs) -> None:
    if path.is_dir():
        _search(path, inputs)
    elif glob.has_magic(str(path)) and not path.exists():
        _expand(path, inputs)
    else:
        inputs.add(path)


def _expand(pattern: Path, inputs: Inputs) -> None:
    """Do what the shell did not: Windows leaves patterns to the program, and so do quotation marks."""
    matches = sorted(glob.glob(str(pattern), recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not matches:
        inputs.miss(pattern, "matches no file: look at the folder's name.")
    for match in matches:
        if Path(match).is_dir():
            _search(Path(match), inputs)
        else:
            inputs.add(Path(match), searched=True)


def _search(folder: Path, inputs: Inputs) -> None:
    """Take in every file of a folder that can be read; say so where there is none."""
    missed = len(inputs.unread)
    files = list(_files(folder, inputs))
    readable = [path for path in files if _is_readable(path)]
    for path in readable:
        inputs.add(path, searched=True)
    inputs.aside.extend(printable(path) for path in files if path not in readable)
    if len(inputs.unread) > missed:
        return
    if not files:
        inputs.miss(folder, "is a folder with nothing in it.")
    elif not readable:
        kinds = ", ".join(READERS)
        inputs.miss(folder, f"holds no file that can be read ({kinds}).")


def _files(folder: Path, inputs: Inputs) -> Iterator[Path]:
    """Every plain file below a folder, in sorted order, without hidden ones and Word's lock files.

    What is named like a report and cannot be opened like one is missed: it may be a report that is lost.
    """

    def complain(trouble: OSError) -> None:
        inputs.miss(trouble.filename, _why(trouble))

    for place, folders, names in os.walk(folder, onerror=complain):
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        inputs.linked.extend(
            printable(Path(place, name)) for name in folders if _leads_out(Path(place, name), folder)
        )
        for name in sorted(names):
            path = Path(place, name)
            if _is_hidden(name):
                continue
            why = _no_file(path)
            if not why:
                yield path
            elif _is_readable(path):
                inputs.miss(path, why)
            else:
                inputs.aside.append(printable(path))


def _leads_out(path: Path, folder: Path) -> bool:
    """Whether a folder is a link to one that is not searched anyway."""
    return path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())


def _no_file(path: Path) -> str:
    """Why something in a folder is no plain file; "" for one that is."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return "is a link that leads nowhere: the file it stood for is gone."
    except OSError as trouble:
        return _why(trouble)
    return "" if stat.S_ISREG(mode) else "is no file but a pipe or a device: name it by itself to read it."


def _is_readable(path: Path) -> bool:
    return path.suffix.casefold() in (*READERS, *CARRIED)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def _take_stdin(most: int | None) -> bytes:
    if sys.stdin is None:
        raise ReadError("standard input is closed: name a file instead of “-”.")
    try:
        return _bounded(sys.stdin.buffer, "standard input", most)
    except OSError as trouble:
        raise ReadError(f"standard input {_why(trouble)}") from trouble


def _bounded(stream: BinaryIO, shown: str, most: int | None) -> bytes:
    bound = most or LARGEST
    data = stream.read(bound + 1)
    if len(data) > bound:
        raise _too_large(shown, most)
    return data


def _too_large(shown: str, most: int | None) -> ReadError:
    hint = "; --limit file-bytes=… allows more" if most else ""
    return ReadError(
        f"{shown} is larger than {amount('file_bytes', most or LARGEST)}: that is no report. "
        f"Send the document itself, without films or raw pictures{hint}.",
        code="F006",
    )


def _why(trouble: OSError) -> str:
    if isinstance(trouble, FileNotFoundError):
        return "does not exist: look at the name and the folder."
    if isinstance(trouble, PermissionError):
        return "cannot be opened: you have no permission to read it."
    if isinstance(trouble, IsADirectoryError):
        return "is a folder."
    return f"cannot be read ({(trouble.strerror or type(trouble).__name__).lower()})."


def printable(name: Path | str) -> str:
    r"""A file name that can stand in one line of UTF-8: composed letters, no control characters.

    >>> printable("Kenya\x1b[2J.txt")
    'Kenya�[2J.txt'
    """
    composed = unicodedata.normalize("NFC", str(name))
    return "".join(
        letter if letter.isprintable() else " " if letter.isspace() and letter not in "\n\r" else "�"
        for letter in composed
    )
