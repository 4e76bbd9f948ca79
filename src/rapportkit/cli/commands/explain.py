"""`rapportkit explain`: what a rule of `validate` means and how to satisfy it."""

from __future__ import annotations

from typing import Annotated

import typer

from rapportkit.cli import completing, options

EXAMPLE = options.example(
    "rapportkit explain L001", "rapportkit explain too-many-points", "rapportkit explain --all"
)


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE|NAME",
            help="The code or the name at the end of a finding.",
            autocompletion=completing.rules,
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Explain every rule there is.")] = False,
) -> int:
    """Say what a validation rule means and how to satisfy it."""
    from rapportkit import rules
    from rapportkit.cli import outputs
    from rapportkit.cli.outcome import Status
    from rapportkit.errors import UsageError

    if every == (code is not None):
        raise UsageError("Name one rule, such as L001 or too-many-points, or ask for --all.")
    pages = [rule.code for rule in rules.RULES] if code is None else [code]
    said = "\n\n\n".join(rules.explain(each).rstrip("\n") for each in pages)
    outputs.write(said.encode() + b"\n", None)
    return Status.DONE
