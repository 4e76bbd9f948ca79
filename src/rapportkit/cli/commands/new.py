"""`rapportkit new`: a form to fill in, or one filled in already."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rapportkit.cli import options

if TYPE_CHECKING:
    from rapportkit.cli.inputs import Input
    from rapportkit.model.report import Report
    from rapportkit.model.template import Template, Texts

FORMATS = ("docx",)
EXAMPLE = options.example(
    "rapportkit templates list",
    "rapportkit new ID -o form.docx",
    "rapportkit new ID --data rt12.json -o rt12.docx",
)


def new(
    template: Annotated[
        str, typer.Argument(metavar="ID|FILE", help="The template; ids: rapportkit templates list.")
    ],
    output: options.Output = None,
    data: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Fill the form in with this report: JSON as extract writes it."),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(metavar="TAG", help="The form's language, such as fr; English by default."),
    ] = None,
    template_dir: options.TemplateDir = None,
    quiet: options.Quiet = False,
) -> int:
    """Make a Word form to fill in, or one that is filled in from extracted JSON (--data).

    What is filled in comes out of “extract” as it went in. Without -o, the file goes to standard
    output.
    """
    from rapportkit import api
    from rapportkit.cli import outputs
    from rapportkit.cli.outcome import Status
    from rapportkit.cli.reports import choose
    from rapportkit.cli.screen import Screen

    outputs.choose_format(None, output, FORMATS, "docx")
    outputs.refuse_terminal(output, "form.docx")
    outputs.check(output)
    form = choose(template_dir or (), template, Screen(quiet)).named
    assert form is not None
    language = _language(form, lang)
    outputs.write(api.blank(form, _report(data, form) if data else None, language), output)
    return Status.DONE


def _language(form: Template, asked: str | None) -> str:
    """The form's own tag for a language, whatever its case and region; UsageError for one it does not speak."""
    from rapportkit.errors import UsageError

    spoken = tuple(dict.fromkeys(tag for texts in _wordings(form) for tag, said in texts.by_language if said))
    wanted = (asked or "en").strip().replace("_", "-").casefold()
    base = wanted.partition("-")[0]
    # Portuguese is better answered in pt-BR than not at all.
    near = {tag.casefold().partition("-")[0]: tag for tag in reversed(spoken)}
    exact = {tag.casefold(): tag for tag in spoken}
    for known, tag in ((exact, wanted), (exact, base), (near, base)):
        if tag in known:
            return known[tag]
    if asked is None or not spoken:
        return next(iter(spoken), "en")
    raise UsageError(f"{form.id} has no wording in “{asked}”. Its languages are: {', '.join(spoken)}.")


def _wordings(form: Template) -> Iterator[Texts]:
    """What the form prints: its titles and the labels of its questions."""
    yield form.titles
    for field in (*form.header, *form.fields, *form.leaves()):
        yield field.labels


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

    from rapportkit.cli import carried
    from rapportkit.errors import ReadError, UsageError

    if not isinstance(value, dict):
        raise ReadError(f"{given.shown} is no JSON object with the fields of a report.", code="F009")
    if carried.is_ours(value):
        carried.check_version(value, given.shown)
    if carried.is_summary(value):
        raise ReadError(
            f"{given.shown} is a summary of several reports; a form is filled in with one. "
            "Name the JSON that “rapportkit extract” writes of it.",
            code="F009",
        )
    if value.get("template", form.id) != form.id:
        raise UsageError(
            f"{given.shown} is a report on {value['template']}; it does not fit the form {form.id}."
        )
    fields = value.get("fields", value)
    known = {field.pointer.split("/")[1] for field in (*form.header, *form.leaves())}
    if isinstance(fields, dict) and fields and not known & set(fields):
        raise ReadError(f"{given.shown} holds none of the fields of the form {form.id}.", code="F009")
    source = {"name": given.name, "sha256": sha256(data).hexdigest(), "format": "json"}
    by_hand = {"template": form.id, "confidence": 1.0, "source": source, "fields": fields}
    return value if isinstance(value.get("source"), dict) else by_hand
