"""`rapportkit templates`: the templates at hand, one in detail, and whether a template file is sound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rapportkit.cli import options
from rapportkit.errors import TemplateError

if TYPE_CHECKING:
    from rapportkit.model.template import Field, Template

FORMATS = ("text", "json")
Form = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="text|json", help="How to tell it; text by default."),
]

app = typer.Typer(
    name="templates",
    rich_markup_mode=None,
    epilog=options.example("rapportkit templates list"),
)


@app.callback(no_args_is_help=True)
def templates() -> None:
    """List the templates at hand, show one in detail, check a template file."""


@app.command(
    "list",
    short_help="List the templates at hand.",
    epilog=options.example("rapportkit templates list --template-dir our-forms/"),
)
def list_(
    form: Form = None,
    output: options.Output = None,
    template_dir: options.TemplateDir = None,
    quiet: options.Quiet = False,
) -> int:
    """List the templates at hand: those that come with rapportkit and those of --template-dir."""
    from rapportkit.cli import outputs
    from rapportkit.cli.outcome import Status
    from rapportkit.cli.reports import choose
    from rapportkit.cli.screen import Screen, table

    shape = outputs.choose_format(form, output, FORMATS, "text")
    known = choose(template_dir or (), None, Screen(quiet)).templates
    if shape == "json":
        outputs.write(outputs.json_page([_brief(each) for each in known]), output)
    else:
        rows = [(each.id, each.edition, each.title) for each in known]
        told = table(("id", "edition", "form"), rows, drawn=outputs.is_stdout(output))
        outputs.write(told.encode(), output)
    return Status.DONE


def _brief(template: Template) -> dict[str, Any]:
    return {
        "id": template.id,
        "edition": template.edition,
        "title": template.title,
        "chatham_house": template.chatham_house,
        "fields": [field.pointer for field in (*template.header, *template.leaves())],
    }


@app.command(
    short_help="Show one template in detail.",
    epilog=options.example("rapportkit templates list", "rapportkit templates show ID"),
)
def show(
    template: Annotated[str, typer.Argument(metavar="ID|FILE", help="The template.")],
    form: Form = None,
    output: options.Output = None,
    template_dir: options.TemplateDir = None,
    quiet: options.Quiet = False,
) -> int:
    """Show one template: its questions in order, their roles and limits; with -f json, its schema."""
    from rapportkit.cli import outputs, screen
    from rapportkit.cli.outcome import Status
    from rapportkit.cli.reports import choose

    shape = outputs.choose_format(form, output, FORMATS, "text")
    named = choose(template_dir or (), template, screen.Screen(quiet)).named
    assert named is not None
    if shape == "json":
        outputs.write(outputs.json_page(named.schema), output)
    else:
        columns = screen.width(drawn=outputs.is_stdout(output))
        lines = [screen.wrapped(line, columns) for line in _lines(named)]
        outputs.write("".join(f"{line}\n" for line in lines).encode(), output)
    return Status.DONE


def _lines(template: Template) -> Iterator[str]:
    yield f"{template.id} ({template.edition})"
    yield template.title
    rule = "applies" if template.chatham_house else "does not apply: the form is on the record"
    yield f"The Chatham House Rule {rule}."
    yield ""
    for field in (*template.header, *template.fields):
        yield from _question(field, 0)


def _question(field: Field, depth: int) -> Iterator[str]:
    """A question with its pointer, role and limits; what belongs to it is set in."""
    label = " ".join(part for part in (field.number, field.labels.first(fallback=field.label)) if part)
    facts = [
        field.kind.value if field.kind else "heading",
        field.role.value if field.role else "",
        *_limits(field),
    ]
    yield f"{'  ' * depth}{label}"
    yield f"{'  ' * depth}    {field.pointer or '–'}  ({', '.join(fact for fact in facts if fact)})"
    for below in (*field.fields, *field.parts):
        yield from _question(below, depth + 1)


def _limits(field: Field) -> Iterator[str]:
    if field.required:
        yield "required"
    if field.at_least is not None and field.at_least == field.at_most:
        yield f"exactly {field.at_most}"
        return
    if field.at_least is not None:
        yield f"at least {field.at_least}"
    if field.at_most is not None:
        yield f"at most {field.at_most}"


@app.command(
    short_help="Say whether a template file is sound.",
    epilog=options.example("rapportkit templates check our-forms/forum-2027.json"),
)
def check(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", readable=False, help="Template files (.json).")
    ],
    quiet: options.Quiet = False,
) -> int:
    """Say whether a template file is sound, and everything that is wrong with it.

    Exit status: 0 sound · 2 unsound, or not a template.
    """
    from rapportkit.cli import outputs
    from rapportkit.cli.outcome import Status
    from rapportkit.cli.screen import Screen
    from rapportkit.templates.catalog import read
    from rapportkit.templates.soundness import problems, stops

    unsound = False
    screen = Screen(quiet)
    for file in files:
        try:
            schema = read(file)
            found = problems(schema, file.name)
            if not any(map(stops, found)):
                found = (*found, *_rule_faults(schema, file.name))
        except TemplateError as trouble:
            unsound = True
            screen.complain(str(trouble))
            continue
        outputs.write("".join(f"{each}\n" for each in found).encode(), None)
        if any(map(stops, found)):
            unsound = True
        else:
            screen.note(f"{file.name} is a sound template.")
    return Status.WRONG if unsound else Status.DONE


def _rule_faults(schema: Mapping[str, Any], name: str) -> Iterator[str]:
    """What a template changes about rules that there are not, or in words that nothing fills."""
    from rapportkit.rules import RULES
    from rapportkit.rules.changes import faults_of
    from rapportkit.templates.build import build

    for each in faults_of(build(schema, name), RULES):
        yield f"{name}: rules: {each}"
