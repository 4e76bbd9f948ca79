"""Copies of the author's own file: one with comments, one with what is safe to mend mended."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapportkit import api
from rapportkit.cli import outputs
from rapportkit.cli.checking import Result
from rapportkit.cli.inputs import Input
from rapportkit.cli.reports import Read
from rapportkit.cli.screen import Screen
from rapportkit.cli.work import Work
from rapportkit.errors import OutputError, RapportkitError, UsageError
from rapportkit.model.options import AS_USUAL, ReadOptions


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where copies go: a file for one report, or a folder that is there for any number.

    `reading` is how the reports were read: a mended copy is read again in the same way.
    """

    annotated: Path | None = None
    mended: Path | None = None
    reading: ReadOptions = AS_USUAL


def wanted(annotate: str | None, fix: str | None, reading: ReadOptions) -> Wanted:
    """What the command line asks for; a name that ends like a folder's is one, and is made."""
    return Wanted(_named(annotate), _named(fix), reading)


def plan(wanted: Wanted, inputs: Sequence[Input]) -> None:
    """Find out before the work starts that a copy cannot be written as asked; UsageError or OutputError if so."""
    for option, target, suffixes in (
        ("--annotate", wanted.annotated, _COMMENTED),
        ("--fix", wanted.mended, _MENDED),
    ):
        if target is None:
            continue
        if any(given.path is None for given in inputs):
            raise UsageError(f"{option} wants files: of standard input there is nothing to copy.")
        if target.is_dir():
            continue
        if len(inputs) > 1:
            raise OutputError(
                f"{target} is no folder: for {len(inputs)} files, {option} wants a folder; write {target}/ to "
                "have it made."
            )
        outputs.check(target)
        for given in inputs:
            _check_file(option, target, given, suffixes)


def write(wanted: Wanted, result: Result, work: Work) -> None:
    """Write the copies that are wanted; where one cannot be made, that is told and the others go on."""
    if wanted.annotated:
        _each(result.reports, wanted.annotated, "comments", work, lambda read: _annotated(read, result))
    if wanted.mended:
        _each(
            result.reports,
            wanted.mended,
            "mended",
            work,
            lambda read: _mended(read, wanted.reading, work.screen),
        )


def _named(target: str | None) -> Path | None:
    """The file or folder of a name; a folder is made where the name ends like one's and there is none."""
    if target is None:
        return None
    path = Path(target)
    if target.endswith(("/", os.sep)) and not path.exists():
        try:
            path.mkdir()
        except OSError as trouble:
            why = (trouble.strerror or type(trouble).__name__).lower()
            raise OutputError(f"{target} cannot be made ({why}): make the folder, or name another.") from None
    return path


def _check_file(option: str, target: Path, given: Input, suffixes: Mapping[str, str]) -> None:
    """Refuse a copy over the report itself, of a kind that has none, or under the wrong suffix."""
    if given.path and target.exists() and target.samefile(given.path):
        raise UsageError(f"{target} is the report itself: {option} never writes over it; name another file.")
    wanted = suffixes.get(given.suffix)
    if wanted is None:
        known = ", ".join(suffixes)
        raise UsageError(
            f"{given.shown}: {option} copies {known} files only; ask for the report as one of these."
        )
    if target.suffix.casefold() != wanted:
        raise UsageError(f"{target}: the copy of {given.shown} is a {wanted} file; give it that suffix.")


_COMMENTED = {".docx": ".docx", ".docm": ".docm", ".dotx": ".dotx", ".txt": ".html"}
_MENDED = {".docx": ".docx", ".docm": ".docm", ".dotx": ".dotx", ".txt": ".txt"}
"""The suffix of a report to that of its copy."""

Copy = Callable[[Read], tuple[bytes, str]]
"""Makes the bytes of a copy, and the suffix that it should have."""


def _each(reports: Sequence[Read], target: Path, kind: str, work: Work, make: Copy) -> None:
    names = Counter(reading.input.name for reading in reports)
    for reading in reports:
        try:
            data, suffix = make(reading)
            file = _file(reading.input, target, kind, suffix, shared=names[reading.input.name] > 1)
            if reading.input.path and file.exists() and file.samefile(reading.input.path):
                raise UsageError(f"{file} is the report itself: name another place for its copy.")
            outputs.write(data, file)
            work.screen.note(f"Wrote {file}.")
        except RapportkitError as trouble:
            work.screen.complain(str(trouble))


def _file(given: Input, target: Path, kind: str, suffix: str, *, shared: bool) -> Path:
    """The file for a copy; in a folder, files of one name are told apart by the folder they come from."""
    if not target.is_dir():
        return target
    stem = Path(given.name).stem
    if shared and given.path is not None:
        stem = f"{given.path.resolve().parent.name}-{stem}"
    return target / f"{stem}.{kind}{suffix}"


def _annotated(reading: Read, result: Result) -> tuple[bytes, str]:
    data = _bytes(reading)
    assert reading.document is not None
    name = reading.report.source.name
    found = [each for each in result.checked.findings if each.file == name]
    return api.annotate(data, reading.document, found, result.checked.language)


def _mended(reading: Read, options: ReadOptions, screen: Screen) -> tuple[bytes, str]:
    data = _bytes(reading)
    assert reading.document is not None
    mended = api.mend(data, reading.document, reading.report, reading.template, options)
    if not mended.changes:
        screen.note(f"{reading.input.shown}: nothing that is safe to mend; its copy is the same.")
    for change in mended.changes:
        screen.note(f"{reading.input.name}, {change.location.place or 'somewhere'}: {change.kind}")
        screen.note(f"  - {change.before}\n  + {change.after}")
    return mended.data, reading.input.suffix


def _bytes(reading: Read) -> bytes:
    """The file's bytes once more, and no others than were read."""
    from hashlib import sha256

    given = reading.input
    if reading.document is None or given.part is not None:
        raise UsageError(
            f"{given.shown} is no file of its own: there is nothing to copy. Save it by itself first."
        )
    data = given.take()
    if sha256(data).hexdigest() != reading.report.source.sha256:
        raise OutputError(f"{given.shown} was changed while it was read: run the command again.")
    return data
