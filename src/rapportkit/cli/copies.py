"""Copies of the author's own file: one with comments, one with what is safe to mend mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
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


def plan(wanted: Wanted, inputs: Sequence[Input]) -> None:
    """Find out before the work starts that a copy cannot be written as asked; UsageError or OutputError if so."""
    for option, target in (("--annotate", wanted.annotated), ("--fix", wanted.mended)):
        if target is None:
            continue
        if any(given.path is None for given in inputs):
            raise UsageError(f"{option} wants files: of standard input there is nothing to copy.")
        if target.is_dir():
            continue
        if len(inputs) > 1:
            raise OutputError(
                f"{target} is no folder: for {len(inputs)} files, {option} wants a folder that is there."
            )
        outputs.check(target)
        if any(given.path and target.exists() and target.samefile(given.path) for given in inputs):
            raise UsageError(
                f"{target} is the report itself: {option} never writes over it; name another file."
            )


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
            work.refuse(str(trouble))


def _file(given: Input, target: Path, kind: str, suffix: str, *, shared: bool) -> Path:
    """The file for a copy; in a folder, files of one name are told apart by the folder they come from."""
    if not target.is_dir():
        if target.suffix.casefold() != suffix:
            raise UsageError(f"{target}: the copy of {given.shown} is a {suffix} file; give it that suffix.")
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
