"""`rapportkit explain`: what a rule of `validate` means and how to satisfy it."""

from __future__ import annotations

from typing import Annotated

import typer

from rapportkit.cli import options

EXAMPLE = options.example("rapportkit explain L001")


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code at the end of a finding.")],
) -> int:
    """Say what a validation rule means and how to satisfy it."""
    from rapportkit import rules
    from rapportkit.cli import outputs
    from rapportkit.cli.outcome import Status

    outputs.write(rules.explain(code).rstrip("\n").encode() + b"\n", None)
    return Status.DONE
