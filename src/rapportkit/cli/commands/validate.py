"""`rapportkit validate`: what a rapporteur must fix, and where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapportkit.cli import completing, options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rapportkit.cli.checking import Result
    from rapportkit.cli.work import Work

EXAMPLE = options.example(
    "rapportkit validate rt12.docx",
    "rapportkit validate rt12.docx --annotate rt12-comments.docx --lang fr",
    "rapportkit validate reports/ --programme programme.csv -o findings.html",
    "rapportkit validate reports/ -f concise --select L,R --fail-on warning",
)


def validate(
    paths: options.Paths,
    template: options.Template = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="How to tell the findings: text (or full, the default), concise, grouped, json, jsonl, sarif, "
            "junit, github, markdown, html, csv.",
            autocompletion=completing.formats,
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|FORMAT=FILE",
            help="Write to this file, whole or not at all; its suffix names the format (may be repeated).",
        ),
    ] = None,
    lang: options.Lang = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="CODES",
            help="Ask only these rules: L001, L, too-many-points.",
            autocompletion=completing.rules,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore", metavar="CODES", help="Do not ask these rules.", autocompletion=completing.rules
        ),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="error|warning|info|never",
            help="From which severity on the exit status is 1; error by default.",
            autocompletion=completing.severities,
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="The same as --fail-on warning.")] = False,
    programme: options.Programme = None,
    annotate: Annotated[
        str | None,
        typer.Option(
            "--annotate",
            metavar="FILE|FOLDER/",
            help="Write a copy of the Word file with comments, or of a text as a page with marks.",
        ),
    ] = None,
    fix: Annotated[
        str | None,
        typer.Option(
            "--fix",
            metavar="FILE|FOLDER/",
            help="Write a copy in which what is safe to mend is mended.",
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline", metavar="FILE", readable=False, help="Leave out what this baseline knows."
        ),
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option(
            "--write-baseline", metavar="FILE", readable=False, help="Write what is found as a baseline."
        ),
    ] = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on, and check again whatever is saved, until interrupted.")
    ] = False,
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
    from rapportkit.cli import config as settled
    from rapportkit.cli import copies, telling, watching
    from rapportkit.cli.checking import ask, check
    from rapportkit.cli.work import begin

    known = settled.find(config, isolated=isolated)
    asked = ask(known, lang=lang, select=select, ignore=ignore, programme=programme, baseline=baseline)
    grave = options.one_of("severity to fail on", fail_on or known.fail_on or "error", settled.FAIL_ON)
    wanted = telling.targets(form or (None if output else known.format), output)
    reading = options.reading(revisions, password_file, ocr, limit)
    files = [target.file for target in wanted if target.file] + [each for each in (write_baseline,) if each]
    copying = copies.wanted(annotate, fix, reading)

    def run(each: list[str]) -> int:
        work = begin(
            each,
            template=template,
            template_dir=(*known.template_dir, *(template_dir or ())),
            reading=reading,
            further=files,
            quiet=quiet,
        )
        copies.plan(copying, work.inputs)
        result = check(work, asked)
        telling.tell(result, wanted, work.screen)
        copies.write(copying, result, work)
        if write_baseline:
            _write_baseline(result, write_baseline, work)
        return _status(result, "warning" if strict and fail_on is None else grave, work)

    if not watch:
        return run(paths)
    return watching.watch(paths, run)


def _write_baseline(result: Result, file: Path, work: Work) -> None:
    from rapportkit.cli import outputs
    from rapportkit.cli.screen import count
    from rapportkit.rules import passing
    from rapportkit.wire import baseline

    files = {each.name for each in result.checked.files}
    others = [key for key, n in _kept(file).items() if key[0] not in files for _ in range(n)]
    known = [*others, *map(passing.known, result.found)]
    outputs.write(outputs.json_page(baseline.dump(known)), file)
    work.screen.note(f"Wrote {file}: {count(len(result.found), 'finding')} known from now on.")


def _kept(file: Path) -> Mapping[tuple[str, str, str], int]:
    """What a baseline knows already: of files that are not in this run, it goes on knowing that."""
    from rapportkit.cli.checking import take_text
    from rapportkit.wire import baseline

    return baseline.load(take_text(file, "baseline"), str(file)) if file.is_file() else {}


def _status(result: Result, fail_on: str, work: Work) -> int:
    """The exit status: whether anything is as grave as that, or could not be read."""
    from rapportkit.cli.outcome import status
    from rapportkit.model.finding import Severity

    grave = [each for each in Severity if fail_on != "never" and each.rank <= Severity(fail_on).rank]
    return status(found=any(each.severity in grave for each in result.checked.findings), unread=work.unread)
