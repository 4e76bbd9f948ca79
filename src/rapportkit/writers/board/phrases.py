"""What the board says in words of its own."""

from __future__ import annotations

from rapportkit.model.coverage import Coverage, CoveredSession, Received, State
from rapportkit.writers.phrasebook import Phrasebook


class Phrases(Phrasebook):
    """The phrases of one language.

    >>> Phrases("es").count("points", 1), Phrases("fr").count("errors", 12)
    ('1 punto', '12 erreurs')
    """

    name = "board"

    def title(self, coverage: Coverage) -> str:
        """What the board is called."""
        return self.say("title_event", event=coverage.event) if coverage.event else self.say("title")

    def session(self, session: CoveredSession) -> str:
        """A session by number and title."""
        return " ".join(filter(None, (session.number, session.title))) or self.say("untitled")

    def awaited(self, session: CoveredSession) -> str:
        """When a session met and whom its report is asked of; "" where the programme says neither."""
        day = self.say("on", day=session.date.isoformat()) if session.date else ""
        names = ", ".join(session.rapporteurs)
        persons = self.say("from", persons=names) if names else ""
        return ", ".join(filter(None, (day, persons)))

    def about(self, report: Received) -> str:
        """What a report is: its form, language, size and findings."""
        tongues: dict[str, str] = self._said["languages"]
        told = [
            report.form,
            tongues.get(report.language, report.language),
            self.count("words", report.words),
            self.count("points", report.points),
            self.count("errors", report.errors) if report.errors else "",
            self.count("warnings", report.warnings) if report.warnings else "",
        ]
        return ", ".join(filter(None, told))

    def closing(self, coverage: Coverage) -> str:
        """The line that closes the board: how many sessions are reported, and what is still to be done."""
        total, missing = len(coverage.sessions), coverage.missing
        if total and not missing:
            parts = [self.say("closing_all", n=total)]
        else:
            sessions = self.count("sessions", total)
            parts = [self.say("closing", reported=total - missing, sessions=sessions)]
        states = {state: sum(each.state is state for each in coverage.sessions) for state in State}
        counts = {
            f"is_{state.value}": number for state, number in states.items() if state is not State.RECEIVED
        }
        counts |= {"is_beside": len(coverage.beside), "is_unread": len(coverage.unread)}
        parts += [self.count(what, number) for what, number in counts.items() if number]
        return f"{'; '.join(parts)}."
