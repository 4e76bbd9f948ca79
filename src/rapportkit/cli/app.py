"""The commands, in the order in which `rapportkit --help` shows them."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Annotated

import typer
import typer.core
from click import Context
from typer.core import TyperGroup

from rapportkit import __version__
from rapportkit.cli.commands import (
    config,
    diff,
    explain,
    extract,
    identify,
    merge,
    new,
    status,
    templates,
    validate,
)
from rapportkit.cli.options import example

# Rich would draw boxes round the help and cost a tenth of a second each time; and where it is installed,
# typer escapes its own brackets for it even when told not to use it.
typer.core.HAS_RICH = False


class _InOrder(TyperGroup):
    """The commands in the order of the work; typer would put those with commands of their own last."""

    def list_commands(self, ctx: Context) -> list[str]:
        """Name the commands in the order in which help shows them."""
        del ctx
        return [
            "validate",
            "extract",
            "merge",
            "status",
            "diff",
            "identify",
            "templates",
            "new",
            "explain",
            "config",
        ]


app = typer.Typer(
    cls=_InOrder,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=example("rapportkit validate reports/", "rapportkit merge reports/ -o summary.docx"),
)
app.command(short_help="Say what a rapporteur must fix, and where.", epilog=validate.EXAMPLE)(
    validate.validate
)
app.command(short_help="Turn reports into data (JSON).", epilog=extract.EXAMPLE)(extract.extract)
app.command(short_help="Make one consolidated summary of many reports.", epilog=merge.EXAMPLE)(merge.merge)
app.command(short_help="Say who has sent what, and what is missing.", epilog=status.EXAMPLE)(status.status)
app.command(short_help="Say what differs between two versions.", epilog=diff.EXAMPLE)(diff.diff)
app.command(short_help="Say which template each file follows.", epilog=identify.EXAMPLE)(identify.identify)
app.add_typer(templates.app, short_help="List, show and check the templates.")
app.command(short_help="Make a blank form, or one filled in from data.", epilog=new.EXAMPLE)(new.new)
app.command(short_help="Say what a validation rule means.", epilog=explain.EXAMPLE)(explain.explain)
app.add_typer(config.app, short_help="Show what is settled, and where it comes from.")


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """The commands that a command line may need: where it begins with the name of one, none but that.

    typer builds every command that it knows of before it runs one, which takes longer than most of them.
    """
    named = [
        each
        for each in app.registered_commands
        if each.callback and [each.callback.__name__] == [*arguments[:1]]
    ]
    if not named:
        return app
    narrowed = copy(app)
    narrowed.registered_commands, narrowed.registered_groups = named, []
    narrowed._add_completion = False  # noqa: SLF001 - typer gives the options that install it to every app
    return narrowed


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rapportkit {__version__}")
        raise typer.Exit


@app.callback(no_args_is_help=True)
def rapportkit(
    version: Annotated[
        bool,
        typer.Option("--version", "-V", callback=_version, is_eager=True, help="Print the version and end."),
    ] = False,
) -> None:
    """Check, read and merge rapporteurs' session reports.

    Give it Word files, PDFs or plain text: it knows the reporting templates, says what a rapporteur
    must fix, turns reports into data, and makes one summary of many. Nothing leaves this machine.

    Exit status: 0 done · 1 validate found errors · 2 wrong command line, template or output ·
    3 some input could not be read, the others were done · 130 interrupted.
    """
