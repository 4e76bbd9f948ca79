"""`rapportkit status`: who has sent what, what is wrong with it, and what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapportkit.cli import options

if TYPE_CHECKING:
    from rapportkit.cli.checking import Result
    from rapportkit.cli.work import Work
    from rapportkit.model.coverage import Coverage, Received

FORMATS = ("text", "html", "json")
EXAMPLE = options.example(
    "rapportkit status reports/ --programme programme.csv",
    "rapportkit status reports/ --programme programme.csv -o board.html",
)


def status(
    paths: options.Paths,
    programme: options.Programme = None,
    template: options.Template = None,
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="text|html|json", help="How to tell it; text by default."),
    ] = None,
    output: options.Output = None,
    lang: options.Lang = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
    template_dir: options.TemplateDir = None,
    revisions: options.Revisions = "final",
    password_file: options.PasswordFile = None,
    ocr: options.Ocr = "auto",
    limit: options.Limit = None,
    quiet: options.Quiet = False,
) -> int:
    """Say who has sent what, what is wrong with it, and what is missing.

    Exit status: 0 done, whatever is missing · 3 some input could not be read or follows no template.
    """
    from rapportkit import api
    from rapportkit.cli import config as settled
    from rapportkit.cli import outputs
    from rapportkit.cli.checking import ask, check
    from rapportkit.cli.outcome import status as outcome
    from rapportkit.cli.work import begin

    shape = outputs.choose_format(form, output, FORMATS, "text")
    known = settled.find(config, isolated=isolated)
    asked = ask(known, lang=lang, select=None, ignore=None, programme=programme, baseline=None)
    work = begin(
        paths,
        template=template,
        template_dir=(*known.template_dir, *(template_dir or ())),
        reading=options.reading(revisions, password_file, ocr, limit),
        further=[output] if output else (),
        quiet=quiet,
    )
    result = check(work, asked)
    unread = [(each.file, each.message) for each in result.unread]
    board = api.cover(_received(result), asked.programme, unread, asked.settings.language)
    _tell(board, shape, output, work)
    return outcome(unread=work.unread)


def _received(result: Result) -> list[Received]:
    """The reports that came, with what was found in each."""
    from rapportkit.cli.checking import session
    from rapportkit.model.coverage import Received
    from rapportkit.model.finding import Severity

    found = {file.name: result.checked.of(file) for file in result.checked.files}
    return [
        Received(
            file=(name := read.report.source.name),
            template=read.template.id,
            form=read.template.title,
            number=session(read, "number"),
            title=session(read, "title"),
            language=read.report.source.language,
            words=sum(len(point.text.split()) for _, point in read.report.points()),
            points=sum(1 for _ in read.report.points()),
            errors=sum(each.severity is Severity.ERROR for each in found[name]),
            warnings=sum(each.severity is Severity.WARNING for each in found[name]),
            infos=sum(each.severity is Severity.INFO for each in found[name]),
        )
        for read in result.reports
    ]


def _tell(board: Coverage, shape: str, output: Path | None, work: Work) -> None:
    """Write the board; its closing line goes to the person, and into a file of text."""
    from rapportkit.cli import outputs, screen
    from rapportkit.writers.board import html, text

    if shape == "json":
        from rapportkit.wire import coverage

        outputs.write(outputs.json_page(coverage.dump(board)), output)
    elif shape == "html":
        outputs.write(html.write(board), output)
    elif outputs.is_stdout(output):
        style = screen.style(drawn=True)
        told = text.tell(board, width=style.width, paint=style.paint)
        outputs.write(told.page, output)
        work.screen.note(told.closing)
    else:
        outputs.write(text.write(board), output)
