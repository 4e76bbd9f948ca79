"""What a rule found: one sentence, one place, one thing to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rapportkit.model.location import Location


class Severity(StrEnum):
    """How much a finding matters, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


Args = tuple[tuple[str, str | int], ...]
"""The values that fill the {names} of a sentence."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Trouble with one report.

    `message` starts with the form's own label and quotes briefly; `pointer` is a JSON Pointer into the
    report's fields ("" for the whole report); `help` is the one thing to do. Message, help and `place`, which
    is the location in words, are in one language. `key` names the rule's sentence and `args` what fills it, so
    that a program need not read sentences. `quote` are the author's words that the finding is about, if it
    quotes any. `waived` is the reason why it is let pass; such findings are kept apart from the others.
    """

    file: str
    code: str
    name: str
    severity: Severity
    message: str
    pointer: str = ""
    location: Location | None = None
    help: str = ""
    key: str = ""
    args: Args = ()
    quote: str = ""
    place: str = ""
    waived: str = ""
