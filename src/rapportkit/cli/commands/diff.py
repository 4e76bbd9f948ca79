"""`rapportkit diff`: what came, went and changed between two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from rapportkit.cli import options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rapportkit.cli.work import Work
    from rapportkit.model.difference import Difference, Said

FORMATS = ("text", "md", "json")
EXAMPLE = options.example(
    "rapportkit diff rt12-v1.docx rt12-v2-FINAL.docx",
    "rapportkit diff monday.json tuesday.json -o changes.md",
)


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The earlier report or summary.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The later one.")],
    template: options.Template = None,
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="text|md|json", help="How to tell it; text by default."),
    ] = None,
    output: options.Output = None,
    template_dir: options.TemplateDir = None,
    revisions: options.Revisions = "final",
    password_file: options.PasswordFile = None,
    ocr: options.Ocr = "auto",
    limit: options.Limit = None,
    quiet: options.Quiet = False,
) -> int:
    """Say what came, went and changed between two versions of a report, or two summaries (json).

    Exit status: 0 done, whatever differs · 3 one of the two could not be read or follows no template.
    """
    from rapportkit import api
    from rapportkit.cli import outputs
    from rapportkit.cli.outcome import status
    from rapportkit.cli.work import begin

    shape = outputs.choose_format(form, output, FORMATS, "text")
    work = begin(
        [old, new],
        template=template,
        template_dir=template_dir,
        reading=options.reading(revisions, password_file, ocr, limit),
        further=[output] if output else (),
        quiet=quiet,
    )
    said = _said(work)
    if said is None:
        return status(unread=True)
    found = api.differences(*said)
    outputs.write(_page(found, shape, drawn=outputs.is_stdout(output)), output)
    work.screen.note(_closing(found))
    return status(unread=work.unread)


def _said(work: Work) -> tuple[Sequence[Said], Sequence[Said]] | None:
    """What the two say; None where one of them could not be read. UsageError where they are not two."""
    from rapportkit import api
    from rapportkit.cli.reports import Earlier, Read
    from rapportkit.errors import UsageError

    found = [each for each in work.readings("Reading", merging=True) if isinstance(each, Read | Earlier)]
    if work.unread:
        return None
    if len(found) != 2:
        raise UsageError(f"diff compares one thing with one other; here are {len(found)}: name two files.")
    one, other = (
        api.said(each.report, each.template) if isinstance(each, Read) else api.said(each.summary)
        for each in found
    )
    return one, other


def _page(found: Sequence[Difference], shape: str, *, drawn: bool) -> bytes:
    from rapportkit.cli import outputs, screen
    from rapportkit.writers import difference

    if shape == "json":
        from rapportkit.wire import difference as wire

        return outputs.json_page(wire.dump(found))
    if shape == "md":
        return difference.markdown(found)
    style = screen.style(drawn=drawn)
    return difference.text(found, width=style.width, paint=style.paint)


def _closing(found: Sequence[Difference]) -> str:
    came, went, changed, same = (
        sum(len(each.came) for each in found),
        sum(len(each.went) for each in found),
        sum(len(each.changed) for each in found),
        sum(each.same for each in found),
    )
    if not came + went + changed:
        return f"Nothing differs: {same} the same."
    return f"{came} came, {went} went, {changed} changed, {same} the same."
