"""The programme of an event: what its sessions are called, when they meet and who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """One session as the programme prints it; what it does not say is "" or None or empty."""

    number: str
    title: str = ""
    date: date | None = None
    persons: tuple[str, ...] = ()
    """Chairs, speakers and rapporteurs: whoever is printed there may be named."""
    rapporteurs: tuple[str, ...] = ()
    """Those of them of whom the report is asked."""


@dataclass(frozen=True, slots=True)
class Programme:
    """An event and its sessions, in the order of the programme. `first` and `last` are its days."""

    sessions: tuple[PlannedSession, ...] = ()
    title: str = ""
    place: str = ""
    first: date | None = None
    last: date | None = None

    def session(self, number: str) -> PlannedSession | None:
        """The session of a number, which may be written "RT 1.2" or "1.2."; None where there is none."""
        wanted = bare_number(number)
        return next((each for each in self.sessions if wanted and bare_number(each.number) == wanted), None)


def bare_number(number: str) -> str:
    """A session's number without the words, blanks and stops around it; one without figures is a word.

    >>> [bare_number(each) for each in ("RT 1.2", "1.2.", "Session 04", "WS-3b", " Plenary ", "")]
    ['1.2', '1.2', '4', '3b', 'plenary', '']
    """
    start = next((at for at, sign in enumerate(number) if sign.isdigit()), 0)
    bare = number[start:].strip().rstrip(".:)").casefold().replace(" ", "")
    return bare.lstrip("0") or bare
