"""The board as lines: a session, how it stands with it, and below it the reports that came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportkit.model.coverage import Coverage, CoveredSession, Received, State
from rapportkit.model.finding import Severity
from rapportkit.writers.board.phrases import Phrases
from rapportkit.writers.findings.lines import Paint, Part, Told, plainly, set_in

_INDENT = 4
_GRAVE = {State.MISSING: Severity.ERROR, State.SEVERAL: Severity.WARNING, State.TO_MEND: Severity.WARNING}
"""In what colour a state is painted: like a finding as grave."""


def tell(coverage: Coverage, *, width: int = 0, paint: Paint = plainly) -> Told:
    """Tell the board; `width` wraps at that many columns, 0 leaves lines whole."""
    phrases = Phrases(coverage.language)
    lines: list[str] = []
    for severity, parts, indent in _lines(coverage, phrases):
        lines.extend(set_in(parts, severity, paint, width=width, indent=indent))
    return Told(tuple(lines), paint(phrases.closing(coverage), "count", None))


def write(coverage: Coverage) -> bytes:
    """The lines as a file, the count at the end."""
    told = tell(coverage)
    return told.page + f"{told.closing}\n".encode(errors="replace")


Line = tuple[Severity | None, list[tuple[str, Part]], int]
"""How grave it is, its parts, and by how many columns it is set in."""


def _lines(coverage: Coverage, phrases: Phrases) -> Iterator[Line]:
    for session in coverage.sessions:
        yield from _session(session, phrases)
    if coverage.beside:
        yield None, [(f"{phrases.say('beside')}:", "file")], 0
        for report in coverage.beside:
            named = " ".join(filter(None, (report.number, report.title)))
            yield None, _report(report, phrases, named), _INDENT
    if coverage.unread:
        yield None, [(f"{phrases.say('unread')}:", "file")], 0
        for file, why in coverage.unread:
            yield Severity.ERROR, [(f"{file}:", "place"), (why, "message")], _INDENT


def _session(session: CoveredSession, phrases: Phrases) -> Iterator[Line]:
    state = session.state
    title: list[tuple[str, Part]] = [
        (f"{phrases.session(session)}:", "file"),
        (phrases.say(state.value), "severity"),
    ]
    awaited = phrases.awaited(session) if state is State.MISSING else ""
    if awaited:
        title.append((f"({awaited})", "about"))
    yield _GRAVE.get(state), title, 0
    for report in session.reports:
        yield None, _report(report, phrases), _INDENT


def _report(report: Received, phrases: Phrases, named: str = "") -> list[tuple[str, Part]]:
    about: Sequence[str] = [f"“{named}”" if named else "", phrases.about(report)]
    return [(f"{report.file}:", "place"), (", ".join(filter(None, about)), "about")]
