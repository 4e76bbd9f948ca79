"""`rapportkit identify`: which template each file follows, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rapportkit.cli import options

if TYPE_CHECKING:
    from rapportkit.cli.reports import Identified, Read

FORMATS = ("text", "json")
EXAMPLE = options.example("rapportkit identify reports/", "rapportkit identify rt12.docx -f json")


def identify(
    paths: options.Paths,
    template: options.Template = None,
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="text|json", help="How to tell it; text by default."),
    ] = None,
    output: options.Output = None,
    template_dir: options.TemplateDir = None,
    revisions: options.Revisions = "final",
    password_file: options.PasswordFile = None,
    ocr: options.Ocr = "auto",
    limit: options.Limit = None,
    quiet: options.Quiet = False,
) -> int:
    """Say which template each file follows, how sure that is (0 to 1), and what speaks for it.

    A file that follows none is told so and never forced into one; with -t, only that template is tried.

    Exit status: 0 every file follows a template · 3 one follows none or could not be read.
    """
    from rapportkit.cli import outputs, screen
    from rapportkit.cli.outcome import status
    from rapportkit.cli.reports import Identified, Read, identified
    from rapportkit.cli.work import begin

    shape = outputs.choose_format(form, output, FORMATS, "text")
    reading = options.reading(revisions, password_file, ocr, limit)
    work = begin(
        paths, template=template, template_dir=template_dir, reading=reading, output=output, quiet=quiet
    )
    verdicts = [
        _verdict(reading)
        for reading in work.readings("Identifying", identified)
        if isinstance(reading, Identified | Read)
    ]
    if shape == "json":
        is_one = len(verdicts) == 1 and work.is_single
        outputs.write(outputs.json_page(verdicts[0] if is_one else verdicts), output)
    else:
        columns = screen.width(drawn=outputs.is_stdout(output))
        lines = [screen.wrapped(line, columns) for verdict in verdicts for line in _told(verdict)]
        outputs.write("".join(f"{line}\n" for line in lines).encode(errors="replace"), output)
    return status(unread=work.unread or any(verdict["template"] is None for verdict in verdicts))


def _verdict(reading: Identified | Read) -> dict[str, Any]:
    """What is known of one file; `template` is null where none fits."""
    from rapportkit.cli.reports import Read

    if isinstance(reading, Read):
        found = {"template": reading.template.id, "confidence": round(reading.report.confidence, 2)}
        return {"file": reading.report.source.name, **found, "evidence": [], "candidates": [found]}
    best, sure = reading.candidates[0]
    return {
        "file": reading.input.shown,
        "template": best if reading.fits else None,
        "confidence": round(sure, 2),
        "evidence": list(reading.evidence),
        "candidates": [
            {"template": template, "confidence": round(confidence, 2)}
            for template, confidence in reading.candidates
        ],
    }


def _told(verdict: dict[str, Any]) -> Iterator[str]:
    """One line for the verdict and one for what speaks for it."""
    from rapportkit.cli.screen import some

    sure = f"{verdict['confidence']:.2f}"
    if verdict["template"]:
        yield f"{verdict['file']}: {verdict['template']} ({sure})"
    else:
        nearest = verdict["candidates"][0]["template"]
        yield f"{verdict['file']}: none fits; the nearest is {nearest} ({sure})"
    if verdict["evidence"]:
        yield f"    met: {some(verdict['evidence'])}"
