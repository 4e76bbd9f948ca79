"""`rapportkit merge`: one consolidated summary of many reports."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from rapportkit.cli import options

if TYPE_CHECKING:
    from rapportkit.cli.reports import Earlier
    from rapportkit.cli.work import Work
    from rapportkit.model.report import Report
    from rapportkit.model.summary import Summary
    from rapportkit.model.template import Template

FORMATS = ("docx", "md", "json", "xlsx", "csv")
EDITIONS = ("public", "restricted")
EXAMPLE = options.example(
    "rapportkit merge reports/ -o summary.docx",
    "rapportkit merge monday.jsonl tuesday/ --title 'Day two' -o day2.md",
)


def merge(
    paths: options.Paths,
    template: options.Template = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", metavar="docx|md|json|xlsx|csv", help="The summary's format; md by default."
        ),
    ] = None,
    output: options.Output = None,
    edition: Annotated[
        str,
        typer.Option(
            metavar="public|restricted",
            help="public (the default) withholds who spoke; restricted keeps every word.",
            show_default=False,
        ),
    ] = "public",
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The summary's title.")] = None,
    template_dir: options.TemplateDir = None,
    revisions: options.Revisions = "final",
    password_file: options.PasswordFile = None,
    ocr: options.Ocr = "auto",
    limit: options.Limit = None,
    quiet: options.Quiet = False,
) -> int:
    """Make one consolidated summary of many reports, on whatever forms they came.

    Takes documents, the output of “extract” and earlier summaries (json, restricted) alike, in any
    order. Every point of every report stands in the summary, with its source; like points of
    different reports are joined.

    Exit status: 0 done · 2 nothing could be written · 3 some input could not be read or follows no
    template; the others were merged.
    """
    from rapportkit import api
    from rapportkit.cli import outputs
    from rapportkit.cli.outcome import status
    from rapportkit.cli.work import begin

    shape = outputs.choose_format(form, output, FORMATS, "md")
    options.one_of("edition", edition, EDITIONS)
    if shape in {"docx", "xlsx"}:
        outputs.refuse_terminal(output, f"summary.{shape}")
    reading = options.reading(revisions, password_file, ocr, limit)
    work = begin(
        paths, template=template, template_dir=template_dir, reading=reading, output=output, quiet=quiet
    )
    reports, earlier = _collect(work)
    if reports or earlier:
        summary = api.merge(reports, earlier, edition=edition)
        if title and title.strip():
            summary = replace(summary, title=title)
        outputs.write(_written(summary, shape), output)
        given = len(reports) + sum(len(each.reports) for each in earlier)
        _account(work, summary, given)
    return status(unread=work.unread)


def _collect(work: Work) -> tuple[list[tuple[Report, Template]], list[Summary]]:
    from rapportkit.cli.reports import Earlier, Read
    from rapportkit.model.summary import RESTRICTED

    reports: list[tuple[Report, Template]] = []
    earlier: list[Summary] = []
    for reading in work.readings("Reading", merging=True):
        if isinstance(reading, Read):
            if reading.doubt:
                work.screen.note(reading.doubt)
            reports.append((reading.report, reading.template))
        elif isinstance(reading, Earlier) and reading.summary.edition == RESTRICTED:
            earlier.append(reading.summary)
        elif isinstance(reading, Earlier):
            _pass_over(reading, work)
    return reports, earlier


def _pass_over(reading: Earlier, work: Work) -> None:
    """A public summary lacks the words that it withholds; one met in a folder was hardly meant as input."""
    name = reading.input.shown
    if reading.input.searched:
        work.screen.note(f"{name} is a summary of the public edition. It is left aside.")
    else:
        work.refuse(
            f"{name} is a summary of the public edition, in which words are withheld: merge the reports "
            "themselves, or a summary that was written with --edition restricted.",
        )


def _written(summary: Summary, shape: str) -> bytes:
    if shape == "json":
        from rapportkit.cli import outputs
        from rapportkit.wire import summary as wire

        return outputs.json_page(wire.dump(summary))
    from rapportkit.writers import WRITERS

    return WRITERS[shape](summary)


def _account(work: Work, summary: Summary, given: int) -> None:
    """Close the books before the person's eyes: what came in stands in what goes out.

    `given` counts every report that came, those that came twice as well.
    """
    from rapportkit.cli.screen import count

    for notice in summary.notices:
        work.screen.note(notice)
    if again := given - len(summary.reports):
        alike = "is the same as another and counts" if again == 1 else "are the same as others and count"
        work.screen.note(f"{count(again, 'report')} {alike} once.")
    kept = summary.conservation
    read = f"{count(len(summary.reports), 'report')} on {count(summary.sessions, 'session')}"
    points = f"{count(kept.points_in, 'point')} in, {kept.points_out} out, {kept.merged} joined"
    work.screen.note(f"Merged {read}: {points}.")
