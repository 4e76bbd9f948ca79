"""`rapportkit extract`: what stands in the reports, as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rapportkit.cli import options

if TYPE_CHECKING:
    from rapportkit.cli.work import Work

FORMATS = ("json", "jsonl")
EXAMPLE = options.example(
    "rapportkit extract rt12.docx",
    "rapportkit extract reports/ -f jsonl | rapportkit merge - -o summary.docx",
)


def extract(
    paths: options.Paths,
    template: options.Template = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="json|jsonl",
            help="json: one object for one file, a list for several; jsonl: one report a line.",
        ),
    ] = None,
    output: options.Output = None,
    template_dir: options.TemplateDir = None,
    revisions: options.Revisions = "final",
    password_file: options.PasswordFile = None,
    ocr: options.Ocr = "auto",
    limit: options.Limit = None,
    quiet: options.Quiet = False,
) -> int:
    """Turn reports into data: every field as JSON, with its place in the source.

    What stands in no field is listed under “unplaced”: no word is lost.

    Exit status: 0 done · 3 some input could not be read or follows no template.
    """
    from rapportkit.cli import outputs
    from rapportkit.cli.outcome import status
    from rapportkit.cli.work import begin

    shape = outputs.choose_format(form, output, FORMATS, "json")
    reading = options.reading(revisions, password_file, ocr, limit)
    work = begin(
        paths, template=template, template_dir=template_dir, reading=reading, output=output, quiet=quiet
    )
    if shape == "json":
        _write_page(work, output)
    elif outputs.is_stdout(output):
        _stream(work)
    else:
        _write_lines(work, output)
    return status(unread=work.unread)


def _write_page(work: Work, output: Path | None) -> None:
    from rapportkit.cli import outputs

    reports = list(_reports(work))
    if reports:
        is_one = len(reports) == 1 and work.is_single
        outputs.write(outputs.json_page(reports[0] if is_one else reports), output)


def _write_lines(work: Work, output: Path | None) -> None:
    from rapportkit.cli import outputs

    lines = [outputs.json_line(report) for report in _reports(work)]
    if lines:
        outputs.write(b"".join(lines), output)


def _stream(work: Work) -> None:
    """Pass each report on as soon as it is read, until nobody listens any more."""
    from rapportkit.cli import outputs

    for report in _reports(work):
        if not outputs.write(outputs.json_line(report), None):
            return


def _reports(work: Work) -> Iterator[dict[str, Any]]:
    from rapportkit.cli.reports import Read
    from rapportkit.wire import report

    for reading in work.readings("Extracting"):
        if isinstance(reading, Read):
            if reading.doubt:
                work.screen.note(reading.doubt)
            yield report.dump(reading.report, reading.template)
