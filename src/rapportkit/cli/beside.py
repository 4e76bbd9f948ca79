"""What goes with a summary: an editor's decisions read and written, and the list of what is withheld."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rapportkit import api
from rapportkit.cli import outputs
from rapportkit.cli.checking import take_text
from rapportkit.cli.screen import Screen, count
from rapportkit.errors import UsageError
from rapportkit.model.decisions import UNDECIDED, Decisions
from rapportkit.model.summary import Summary


@dataclass(frozen=True, slots=True)
class Wanted:
    """The files that were named, and what was decided; `text` is that of the `file` of decisions, if there is one."""

    suggest: Path | None = None
    withheld: Path | None = None
    file: Path | None = None
    text: str | None = None
    decisions: Decisions = UNDECIDED


def wanted(decisions: Path | None, suggest: Path | None, withheld: Path | None) -> Wanted:
    """Read what was decided: in the file of decisions, or in the one that is to be brought up to date.

    Raises UsageError for a file that cannot be read, and for what cannot be meant.
    """
    if withheld is not None and withheld.suffix.casefold() not in {".csv", ".txt"}:
        raise UsageError(f"{withheld}: the list of what is withheld is written as .csv or .txt.")
    known = suggest is not None and suggest.is_file()
    if decisions and suggest and known and not suggest.samefile(decisions):
        raise UsageError(f"{suggest} is there already: decide by one file, or name a new one with --suggest.")
    file = decisions or (suggest if known else None)
    if file is None:
        return Wanted(suggest, withheld)
    data = take_text(file, "file of decisions")
    try:
        text = data.decode("utf-8")
        return Wanted(suggest, withheld, file, text, api.decide(text))
    except UnicodeDecodeError:
        raise UsageError(f"{file}: the file of decisions is no text in UTF-8.") from None
    except UsageError as trouble:
        raise UsageError(f"{file}: {trouble}") from None


def write(wanted: Wanted, whole: Callable[[], Summary], language: str, screen: Screen) -> None:
    """Write what was asked for; `whole` makes the restricted summary, with all that was decided."""
    if wanted.suggest is None and wanted.withheld is None:
        return
    summary = whole()
    if wanted.suggest is not None:
        proposed = api.propose(summary, wanted.decisions, wanted.text)
        outputs.write(proposed.encode(), wanted.suggest)
        screen.note(f"Wrote {wanted.suggest}: decide there, then merge with --decisions {wanted.suggest}.")
    if wanted.withheld is not None:
        from rapportkit.writers.withheld import write_csv, write_text

        cases = api.withheld(summary)
        as_text = wanted.withheld.suffix.casefold() == ".txt"
        outputs.write(write_text(cases, language) if as_text else write_csv(cases), wanted.withheld)
        kept = sum(case.kept for case in cases)
        told = f"{count(len(cases) - kept, 'case')} withheld" + (
            f", {count(kept, 'name')} kept" if kept else ""
        )
        screen.note(f"Wrote {wanted.withheld}: {told}. It holds what is withheld: not for circulation.")
