"""`rapportkit merge`: one consolidated summary of many reports."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapportkit.cli import options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rapportkit.cli.reports import Earlier
    from rapportkit.cli.work import Work
    from rapportkit.errors import OutputError
    from rapportkit.model.outline import Paper
    from rapportkit.model.report import Report
    from rapportkit.model.summary import Summary
    from rapportkit.model.template import Template

    Given = tuple[list[tuple[Report, Template]], list[Summary]]

FORMATS = ("docx", "md", "html", "pdf", "json", "xlsx", "csv")
PAPERS = frozenset({"docx", "md", "html", "pdf"})
BINARY = frozenset({"docx", "pdf", "xlsx"})
EDITIONS = ("public", "restricted")
MINUTES = ("3", "5", "10")
EXAMPLE = options.example(
    "rapportkit merge reports/ -o summary.docx -o summary.html",
    "rapportkit merge reports/ --programme programme.csv --lang fr -o summary.pdf",
    "rapportkit merge reports/ --suggest decisions.toml -o draft.docx",
    "rapportkit merge reports/ late/ --decisions decisions.toml -o summary.docx",
    "rapportkit merge reports/ --notes 5 -o closing.docx",
)


def merge(
    paths: options.Paths,
    template: options.Template = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", metavar="|".join(FORMATS), help="The summary's format; md by default."
        ),
    ] = None,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            readable=False,
            help="Write to this file, whole or not at all; its suffix names the format. May be repeated.",
        ),
    ] = None,
    edition: Annotated[
        str,
        typer.Option(
            metavar="public|restricted",
            help="public (the default) withholds who spoke; restricted keeps every word.",
            show_default=False,
        ),
    ] = "public",
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The summary's title.")] = None,
    max_words: Annotated[
        int,
        typer.Option(
            metavar="N",
            min=0,
            help="How many words the body may have; the rest stands in the annex. 0 for no bound.",
        ),
    ] = 3300,
    notes: Annotated[
        str | None,
        typer.Option(metavar="3|5|10", help="Speaking notes for so many minutes in place of the paper."),
    ] = None,
    programme: options.Programme = None,
    decisions: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", readable=False, help="What an editor decided, as --suggest wrote it for you."
        ),
    ] = None,
    suggest: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            readable=False,
            help="Write down what there is to decide; a file that is there keeps what was decided in it.",
        ),
    ] = None,
    withheld: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            readable=False,
            help="List each case in which the public edition withholds words (csv or txt).",
        ),
    ] = None,
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
    """Make one consolidated summary of many reports, on whatever forms they came.

    Takes documents, the output of “extract” and earlier summaries (json, restricted) alike, in any
    order. Every point of every report stands in the summary, with its source; like points of
    different reports are joined.

    Exit status: 0 done · 2 nothing could be written · 3 some input could not be read or follows no
    template; the others were merged.
    """
    from rapportkit import api
    from rapportkit.cli import beside, outputs
    from rapportkit.cli import config as settled
    from rapportkit.cli.checking import ask
    from rapportkit.cli.outcome import status
    from rapportkit.cli.work import begin

    known = settled.find(config, isolated=isolated)
    asked = ask(known, lang=lang, select=None, ignore=None, programme=programme, baseline=None)
    language = asked.settings.language.partition("-")[0].casefold()
    targets = _targets(form, output or [])
    options.one_of("edition", edition, EDITIONS)
    minutes = int(options.one_of("length of speaking notes", notes, MINUTES)) if notes else 0
    wanted = beside.wanted(decisions, suggest, withheld)
    read = [programme, *([decisions] if decisions != suggest else [])]
    outputs.refuse_twice([*(file for _, file in targets), suggest, withheld, *read])
    work = begin(
        paths,
        template=template,
        template_dir=(*known.template_dir, *(template_dir or ())),
        reading=options.reading(revisions, password_file, ocr, limit),
        output=targets[0][1],
        further=[file for file in (*(file for _, file in targets[1:]), suggest, withheld) if file],
        quiet=quiet,
    )
    reports, earlier = given = _collect(work)
    if reports or earlier:
        summary = api.merge(reports, earlier, edition=edition, language=language, decisions=wanted.decisions)
        if title and title.strip():
            summary = replace(summary, title=title)
        paper = api.paper(
            summary, language=language, max_words=max_words, programme=asked.programme, minutes=minutes
        )
        failed = [trouble for shape, file in targets if (trouble := _tried(paper, shape, file)) is not None]
        came = len(reports) + sum(len(each.reports) for each in earlier)
        _account(work, paper, came, laid=any(shape in PAPERS for shape, _ in targets))
        for sentence in summary.unmet:
            work.screen.note(f"{wanted.file}: {sentence}")
        beside.write(
            wanted,
            lambda: api.merge(*given, edition="restricted", language=language, decisions=wanted.decisions),
            language,
            work.screen,
        )
        for trouble in failed:
            work.screen.complain(str(trouble))
        if failed:
            return failed[0].status
    return status(unread=work.unread)


def _targets(form: str | None, output: Sequence[Path]) -> list[tuple[str, Path | None]]:
    """What is to be written where; UsageError for what cannot be."""
    from rapportkit.cli import outputs
    from rapportkit.errors import UsageError

    if len(output) > 1 and form is not None:
        raise UsageError("With several outputs the suffix of each names its format: leave out -f.")
    files: list[Path | None] = [*output] or [None]
    targets = [(outputs.choose_format(form, file, FORMATS, "md"), file) for file in files]
    for shape, file in targets:
        if shape in BINARY:
            outputs.refuse_terminal(file, f"summary.{shape}")
    return targets


def _collect(work: Work) -> Given:
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


def _written(paper: Paper, shape: str) -> bytes:
    if shape == "json":
        from rapportkit.cli import outputs
        from rapportkit.wire import summary as wire

        return outputs.json_page(wire.dump(paper.summary))
    from rapportkit.writers import WRITERS

    return WRITERS[shape](paper)


def _tried(paper: Paper, shape: str, file: Path | None) -> OutputError | None:
    """Write one output; what prevents it is returned, since the others are still to be written."""
    from rapportkit.cli import outputs
    from rapportkit.errors import OutputError

    try:
        outputs.write(_written(paper, shape), file)
    except OutputError as trouble:
        named = str(trouble) if file is None or str(file) in str(trouble) else f"{file}: {trouble}"
        return OutputError(named)
    return None


def _account(work: Work, paper: Paper, given: int, *, laid: bool) -> None:
    """Close the books before the person's eyes: what came in stands in what goes out.

    `given` counts every report that came, those that came twice as well; `laid` says that a paper was written.
    """
    from rapportkit.cli.screen import count

    summary = paper.summary
    if paper.unlooked:
        languages = ", ".join(each or "?" for each in paper.unlooked)
        work.screen.note(
            f"Names are not looked for in reports in {languages}: read these before the paper circulates."
        )
    for notice in summary.notices:
        work.screen.note(notice)
    if again := given - len(summary.reports):
        alike = "is the same as another and counts" if again == 1 else "are the same as others and count"
        work.screen.note(f"{count(again, 'report')} {alike} once.")
    if paper.outline.unused and laid:
        left = count(len(paper.outline.unused), "point")
        stand = "stands" if len(paper.outline.unused) == 1 else "stand"
        work.screen.note(f"The body has {paper.outline.words} words; {left} {stand} in the annex alone.")
    kept = summary.conservation
    read = f"{count(len(summary.reports), 'report')} on {count(summary.sessions, 'session')}"
    points = f"{count(kept.points_in, 'point')} in, {kept.points_out} out, {kept.merged} joined"
    work.screen.note(f"Merged {read}: {points}.")
