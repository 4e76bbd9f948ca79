"""Findings in the formats that were asked for, each where it belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rapportkit.cli import outputs, screen
from rapportkit.cli.checking import Result, with_unread
from rapportkit.errors import UsageError
from rapportkit.model.checked import Checked

TEXTS = ("text", "full", "concise", "grouped")
FORMATS = (*TEXTS, "json", "jsonl", "sarif", "junit", "github", "markdown", "html", "csv")
"""The formats of findings; text and full are one."""

_SUFFIXES = {
    "txt": (*TEXTS, "github"),
    "json": ("json",),
    "jsonl": ("jsonl",),
    "ndjson": ("jsonl",),
    "sarif": ("sarif",),
    "xml": ("junit",),
    "md": ("markdown",),
    "html": ("html",),
    "csv": ("csv",),
}
_NAMED = re.compile(r"(?P<form>[A-Za-z]+)=(?P<file>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Target:
    """A format and the file it goes to; None is standard output."""

    form: str
    file: Path | None = None


def targets(form: str | None, files: Sequence[str] | None) -> tuple[Target, ...]:
    """Where findings go, in which format: FILE by its suffix or by `form`, FORMAT=FILE as it says.

    Raises UsageError for a format that there is not, and where suffix and format contradict each other.

    >>> targets(None, ["a.html", "junit=b.log"])
    (Target(form='html', file=PosixPath('a.html')), Target(form='junit', file=PosixPath('b.log')))
    """
    wanted = _known(form) if form is not None else None
    found = tuple(_target(each, wanted) for each in files or ()) or (Target(wanted or "text"),)
    named = [str(each.file) for each in found if not outputs.is_stdout(each.file)]
    for file in named:
        if named.count(file) > 1:
            raise UsageError(f"{file} is named for two outputs: give each its own file.")
    if sum(outputs.is_stdout(each.file) for each in found) > 1:
        raise UsageError("Only one of the outputs can go to standard output.")
    return found


def tell(result: Result, wanted: Sequence[Target], words: screen.Screen) -> None:
    """Write what was found, everywhere it is wanted; then the count, which is for people."""
    for target in wanted:
        outputs.write(_page(result, target), target.file)
    if result.checked.files:
        words.note(_closing(with_unread(result)))
    for waiver in result.idle:
        words.note(f"A waiver meets no finding any more: {waiver.rule} in {waiver.files} ({waiver.reason}).")


def _target(given: str, wanted: str | None) -> Target:
    named = _NAMED.fullmatch(given)
    if named and not Path(given).exists():
        return Target(_known(named["form"]), Path(named["file"]))
    file = Path(given)
    if not given:
        raise UsageError("--output wants a file name, and got an empty one.")
    promised = _SUFFIXES.get(file.suffix.casefold().removeprefix("."), ())
    if wanted is not None:
        if promised and wanted not in promised:
            raise UsageError(
                f"{file}: the suffix “{file.suffix}” promises another format than “-f {wanted}”: change one of "
                f"the two, or write {wanted}={file}."
            )
        return Target(wanted, file)
    if outputs.is_stdout(file) or not file.suffix:
        return Target("text", file)
    if not promised:
        listed = ", ".join(f".{suffix}" for suffix in _SUFFIXES)
        raise UsageError(
            f"{file}: the suffix “{file.suffix}” names no format of findings. Known are: {listed}; or write "
            "FORMAT=FILE."
        )
    return Target(promised[0], file)


def _known(form: str) -> str:
    if form.casefold() in FORMATS:
        return form.casefold()
    raise UsageError(f"There is no format “{form}” here. Known are: {', '.join(FORMATS)}.")


def _page(result: Result, target: Target) -> bytes:
    if target.form in TEXTS:
        return _text(result, target)
    checked = with_unread(result)
    if target.form in {"json", "jsonl"}:
        from rapportkit.wire import finding

        paths = checked.paths()
        written = [finding.dump(each, paths.get(each.file, "")) for each in checked.findings]
        if target.form == "json":
            return outputs.json_page(written)
        return b"".join(map(outputs.json_line, written))
    from rapportkit.writers import FINDING_WRITERS

    return FINDING_WRITERS[target.form](checked)


def _text(result: Result, target: Target) -> bytes:
    """The findings as lines. A person who watches has been told already of what could not be read."""
    from rapportkit.writers import FINDING_TEXTS

    drawn = outputs.is_stdout(target.file)
    style = screen.style(drawn=drawn)
    checked = result.checked if drawn and screen.is_watched() else with_unread(result)
    told = FINDING_TEXTS["full" if target.form == "text" else target.form](
        checked, width=style.width, paint=style.paint
    )
    return told.page


def _closing(checked: Checked) -> str:
    from rapportkit.writers import FINDING_TEXTS

    return FINDING_TEXTS["full"](checked, paint=screen.style(drawn=True).paint).closing
