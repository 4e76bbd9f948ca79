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


@dataclass(frozen=True, slots=True)
class Finding:
    """Trouble with one report.

    `message` starts with the form's own label and quotes briefly; `pointer` is a JSON Pointer into
    the report's fields ("" for the whole report); `help` is the one thing to do.
    """

    file: str
    code: str
    name: str
    severity: Severity
    message: str
    pointer: str = ""
    location: Location | None = None
    help: str = ""
