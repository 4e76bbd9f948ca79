"""Where data goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from rapportkit.errors import OutputError, UsageError

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the file would be larger than this system allows",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "the disk can only be read",
    errno.ENAMETOOLONG: "the name is too long",
}


_SUFFIXES = {"text": "txt"}
"""Formats whose files have another suffix than their name."""

_ELSEWHERE = ("docx", "md", "json", "jsonl", "pdf", "odt", "html")
"""Suffixes that promise a format, whether the command at hand writes it or not."""


def choose_format(wanted: str | None, output: Path | None, known: Sequence[str], default: str) -> str:
    """The format asked for, else the output's suffix, else the default.

    Raises UsageError for an unknown one, and where the two contradict each other.

    >>> choose_format(None, Path("day1.MD"), ("docx", "md", "json"), "md")
    'md'
    """
    if wanted is not None and wanted.casefold() not in known:
        raise UsageError(f"There is no format “{wanted}” here. Known are: {', '.join(known)}.")
    asked = wanted.casefold() if wanted is not None else None
    if output is None or is_stdout(output) or _is_special(output):
        return asked or default
    suffix = output.suffix.casefold().removeprefix(".")
    by_suffix = {_SUFFIXES.get(name, name): name for name in known}
    if asked is not None:
        if suffix in (*_ELSEWHERE, *by_suffix) and by_suffix.get(suffix) != asked:
            raise UsageError(
                f"{output}: the suffix “{output.suffix}” promises another format than “-f {asked}”: "
                "change one of the two.",
            )
        return asked
    if suffix in by_suffix or not suffix:
        return by_suffix.get(suffix, default)
    listed = ", ".join(f".{name}" for name in by_suffix)
    or_else = "; or name the format with -f" if suffix not in _ELSEWHERE and len(known) > 1 else ""
    raise UsageError(
        f"{output}: the suffix “{output.suffix}” names no format that can be written here. "
        f"Known are: {listed}{or_else}.",
    )


def is_stdout(output: Path | None) -> bool:
    """Whether data goes to standard output: no file is named, or “-”."""
    return output is None or str(output) == "-"


def json_page(value: Any) -> bytes:
    """A value as JSON for people and programs: indented, in UTF-8."""
    return _encoded(json.dumps(value, ensure_ascii=False, indent=2))


def json_line(value: Any) -> bytes:
    """A value as one line of JSON."""
    return _encoded(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _encoded(text: str) -> bytes:
    # A broken document can hold half a surrogate pair, for which UTF-8 has no bytes.
    return f"{text}\n".encode(errors="replace")


def refuse_terminal(output: Path | None, name: str) -> None:
    """Keep the bytes of a Word file or a workbook off the screen: UsageError names what to do."""
    if is_stdout(output) and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError(f"Such a file is not for the screen: name a file, such as -o {name}.")


def refuse_twice(files: Sequence[Path | None]) -> None:
    """Keep one file from being written over by another of the same run: UsageError names it."""
    met: set[Path] = set()
    for file in files:
        if file is None or is_stdout(file) or _is_special(file):
            continue
        if file.resolve() in met:
            raise UsageError(f"{file} is named twice: give each file that is written a name of its own.")
        met.add(file.resolve())


def check(output: Path | None) -> None:
    """Find out before the work starts that an output cannot be written; OutputError if so."""
    if output is None or is_stdout(output):
        return
    if output.is_dir():
        raise OutputError(f"{output} is a folder: name a file in it, such as {output / 'summary.docx'}.")
    if not output.parent.is_dir():
        raise OutputError(
            f"{output} cannot be written: there is no folder {output.parent}. Make it, or name another.",
        )
    if output.exists() and not os.access(output, os.W_OK):
        raise OutputError(f"{output} cannot be written: it is write-protected.")


def write(data: bytes, output: Path | None) -> bool:
    """Write data where it belongs. False when the reader at the other end of a pipe has gone."""
    if output is None or is_stdout(output):
        return _to_stdout(data)
    check(output)
    try:
        if _is_special(output):
            output.write_bytes(data)
        else:
            _replace(data, output.resolve())
    except OSError as trouble:
        raise OutputError(f"{output} cannot be written: {_reason(trouble)}.") from trouble
    return True


def _to_stdout(data: bytes) -> bool:
    if sys.stdout is None:
        raise OutputError("Standard output is closed: name a file with -o.")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _drop_stdout()
        return False
    except OSError as trouble:
        _drop_stdout()
        raise OutputError(f"Standard output cannot be written: {_reason(trouble)}.") from trouble
    return True


def _drop_stdout() -> None:
    """Lead standard output nowhere, so that Python's own flush at the end has nothing to say."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _replace(data: bytes, target: Path) -> None:
    """Write beside the target and move into its place in one step."""
    handle, name = tempfile.mkstemp(prefix=".rapportkit-", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those of any new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _is_special(output: Path) -> bool:
    """A device or a pipe is written into, never replaced."""
    return output.exists() and not output.is_file()


def _reason(trouble: OSError) -> str:
    return _REASONS.get(trouble.errno or 0, (trouble.strerror or type(trouble).__name__).lower())
