"""`rapportkit validate`: what a rapporteur must fix, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from rapportkit.cli import options

if TYPE_CHECKING:
    from rapportkit.cli.inputs import Unread
    from rapportkit.cli.reports import Read, Reading
    from rapportkit.model.finding import Finding

FORMATS = ("text", "json")
EXAMPLE = options.example(
    "rapportkit validate rt12.docx",
    "rapportkit validate reports/ --strict -f json -o findings.json",
)


def validate(
    paths: options.Paths,
    template: options.Template = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", metavar="text|json", help="How to tell the findings; text by default."
        ),
    ] = None,
    output: options.Output = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")] = False,
    template_dir: options.TemplateDir = None,
    revisions: options.Revisions = "final",
    password_file: options.PasswordFile = None,
    ocr: options.Ocr = "auto",
    limit: options.Limit = None,
    quiet: options.Quiet = False,
) -> int:
    """Say what a rapporteur must fix, and where.

    Exit status: 0 nothing to fix · 1 errors found (with --strict, warnings too) · 3 some input could
    not be read or follows no template.
    """
    from rapportkit.cli import outputs
    from rapportkit.cli.outcome import status
    from rapportkit.cli.reports import Read
    from rapportkit.cli.work import begin
    from rapportkit.model.finding import Severity

    shape = outputs.choose_format(form, output, FORMATS, "text")
    reading = options.reading(revisions, password_file, ocr, limit)
    work = begin(
        paths, template=template, template_dir=template_dir, reading=reading, output=output, quiet=quiet
    )
    readings = list(work.readings("Checking"))
    found = [finding for reading in _told_apart(readings) for finding in _findings(reading)]
    if shape == "json":
        outputs.write(_json(found, readings), output)
    else:
        checked = sum(isinstance(reading, Read) for reading in readings)
        lines, count = _text(found, checked, drawn=outputs.is_stdout(output))
        outputs.write(lines, output)
        if checked:
            work.screen.note(count)
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return status(found=any(each.severity in grave for each in found), unread=work.unread)


def _told_apart(readings: Sequence[Reading]) -> Iterator[Read]:
    """The reports; those that share a file name, from different folders, go by what they were called."""
    from rapportkit.cli.reports import Read

    reports = [reading for reading in readings if isinstance(reading, Read)]
    names = Counter(reading.report.source.name for reading in reports)
    for reading in reports:
        source = reading.report.source
        if names[source.name] > 1 and source.name == reading.input.name:
            source = replace(source, name=reading.input.shown)
        yield replace(reading, report=replace(reading.report, source=source))


def _findings(reading: Read) -> tuple[Finding, ...]:
    from rapportkit import api

    return api.validate(reading.report, reading.template)


def _text(found: Sequence[Finding], checked: int, *, drawn: bool) -> tuple[bytes, str]:
    """The findings as lines, and the count that closes them: the one is data, the other a courtesy."""
    from rapportkit.cli import screen
    from rapportkit.writers import findings_text

    style = screen.style(drawn=drawn)
    *lines, count = findings_text.write(found, reports=checked, width=style.width, paint=style.paint)
    text = "\n".join(lines).rstrip("\n")
    return f"{text}\n".encode(errors="replace") if text else b"", count


def _json(found: Sequence[Finding], readings: Sequence[Reading]) -> bytes:
    """All findings, those about files that could not be read at the end."""
    from rapportkit.cli import outputs
    from rapportkit.cli.inputs import Unread
    from rapportkit.wire import finding

    unread = [_of_unread(reading) for reading in readings if isinstance(reading, Unread)]
    return outputs.json_page([finding.dump(each) for each in (*found, *unread)])


def _of_unread(reading: Unread) -> Finding:
    from rapportkit import rules
    from rapportkit.errors import ReadError

    file = reading.input.shown
    message = reading.message.removeprefix(f"{file}, ")
    return rules.of_read_error(file, ReadError(message, code=reading.code))
