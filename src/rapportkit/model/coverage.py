"""Who has sent what: the sessions of an event beside the reports that came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """How it stands with a session, worst first."""

    MISSING = "missing"
    SEVERAL = "several"
    """More than one report on the same form: which of them counts is for a person to say."""
    TO_MEND = "to-mend"
    """A report has errors."""
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Received:
    """A report that came: `words` and `points` count its answers; `errors`, `warnings` and `infos` its findings."""

    file: str
    template: str
    form: str
    number: str = ""
    title: str = ""
    language: str = ""
    words: int = 0
    points: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0


@dataclass(frozen=True, slots=True)
class CoveredSession:
    """A session with the reports on it; `rapporteurs` are those of whom the programme says that they report."""

    number: str
    title: str = ""
    date: date | None = None
    rapporteurs: tuple[str, ...] = ()
    reports: tuple[Received, ...] = ()

    @property
    def state(self) -> State:
        """How it stands with the session."""
        forms = [report.template for report in self.reports]
        if not forms:
            return State.MISSING
        if len(set(forms)) < len(forms):
            return State.SEVERAL
        return State.TO_MEND if any(report.errors for report in self.reports) else State.RECEIVED


@dataclass(frozen=True, slots=True)
class Coverage:
    """The board: sessions in the order of the programme, then reports on sessions that it does not know.

    Without a programme, `sessions` are those that the reports name. `unread` are the files that could not be
    read, each with the reason.
    """

    event: str = ""
    planned: bool = False
    sessions: tuple[CoveredSession, ...] = ()
    beside: tuple[Received, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    language: str = "en"

    @property
    def missing(self) -> int:
        """How many sessions no report tells of."""
        return sum(each.state is State.MISSING for each in self.sessions)
