"""`rapportkit new`: a form to fill in, or one filled in already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from rapportkit.cli import options

if TYPE_CHECKING:
    from rapportkit.cli.inputs import Input
    from rapportkit.model.report import Report
    from rapportkit.model.template import Template

FORMATS = ("docx",)
EXAMPLE = options.example(
    "rapportkit new our-forms/forum-2027.json -o form.docx",
    "rapportkit new our-forms/forum-2027.json --data rt12.json -o rt12.docx",
)


def new(
    template: Annotated[str, typer.Argument(metavar="ID|FILE", help="The template.")],
    output: options.Output = None,
    data: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Fill the form in with this report: JSON as extract writes it."),
    ] = None,
    lang: Annotated[
        str,
        typer.Option(
            metavar="TAG", help="The form's language: en (the default), fr, es.", show_default=False
        ),
    ] = "en",
    template_dir: options.TemplateDir = None,
    _quiet: options.Quiet = False,
) -> int:
    """Make a Word form to fill in, or one that is filled in from extracted JSON (--data).

    What is filled in comes out of “extract” as it went in. Without -o, the file goes to standard
    output.
    """
    from rapportkit import api
    from rapportkit.cli import outputs
    from rapportkit.cli.outcome import Status
    from rapportkit.cli.reports import choose

    outputs.choose_format(None, output, FORMATS, "docx")
    outputs.refuse_terminal(output, "form.docx")
    outputs.check(output)
    form = choose(template_dir or (), template).named
    assert form is not None
    outputs.write(api.blank(form, _report(data, form) if data else None, lang), output)
    return Status.DONE


def _report(name: str, form: Template) -> Report:
    """The one report in a file (or standard input), made for this form."""
    from rapportkit.cli import carried
    from rapportkit.cli.inputs import one
    from rapportkit.errors import ReadError, UsageError
    from rapportkit.wire import report

    given = one(name)
    data = given.take()
    held = [value for _, value in carried.values(data, given.shown)]
    if len(held) != 1:
        raise UsageError(f"{given.shown} holds {len(held)} reports; a form is filled in with one.")
    value = held[0]
    if isinstance(value, ReadError):
        raise value
    return report.load(_completed(value, given, data, form), form)


def _completed(value: Any, given: Input, data: bytes, form: Template) -> dict[str, Any]:
    """Fields typed by hand lack what extract knows of its source; extracted ones are left as they are."""
    from hashlib import sha256

    from rapportkit.errors import ReadError, UsageError

    if not isinstance(value, dict):
        raise ReadError(f"{given.shown} is no JSON object with the fields of a report.", code="F009")
    if value.get("template", form.id) != form.id:
        raise UsageError(
            f"{given.shown} is a report on {value['template']}; it does not fit the form {form.id}."
        )
    fields = value.get("fields", value)
    source = {"name": given.name, "sha256": sha256(data).hexdigest(), "format": "json"}
    by_hand = {"template": form.id, "confidence": 1.0, "source": source, "fields": fields}
    return value if isinstance(value.get("source"), dict) else by_hand
