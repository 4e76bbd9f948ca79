"""The board as one web page that needs nothing else: no network, no script; state in words, never colour alone."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from rapportkit.model.coverage import Coverage, CoveredSession, Received, State
from rapportkit.writers.board.phrases import Phrases
from rapportkit.writers.findings.signs import one_line

_MARKS = {State.MISSING: "error", State.SEVERAL: "warning", State.TO_MEND: "warning", State.RECEIVED: "info"}


def write(coverage: Coverage) -> bytes:
    """The page in UTF-8."""
    return ("\n".join(_page(coverage, Phrases(coverage.language))) + "\n").encode()


def _page(coverage: Coverage, phrases: Phrases) -> Iterator[str]:
    title = _text(phrases.title(coverage))
    style = files("rapportkit.writers.data").joinpath("findings.css").read_text("utf-8")
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    yield f'<!DOCTYPE html>\n<html lang="{phrases.language}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>"
    yield f'<p class="closing">{_text(phrases.closing(coverage))}</p>\n</header>\n<main>'
    yield from _sessions(coverage, phrases)
    if coverage.beside:
        yield f"<section>\n<h2>{_text(phrases.say('beside'))}</h2>\n<ul>"
        yield from (f"<li>{_report(report, phrases, named=True)}</li>" for report in coverage.beside)
        yield "</ul>\n</section>"
    if coverage.unread:
        yield f"<section>\n<h2>{_text(phrases.say('unread'))}</h2>\n<ul>"
        yield from (
            f'<li><strong><bdi>{_text(file)}</bdi></strong> <span class="about">{_text(why)}</span></li>'
            for file, why in coverage.unread
        )
        yield "</ul>\n</section>"
    yield "</main>\n</body>\n</html>"


def _sessions(coverage: Coverage, phrases: Phrases) -> Iterator[str]:
    labels = [phrases.say(what) for what in ("session", "state", "report")]
    heads = "".join(f'<th scope="col" role="columnheader">{_text(label)}</th>' for label in labels)
    yield f'<table role="table" class="board">\n<thead role="rowgroup">\n<tr role="row">{heads}</tr>\n</thead>'
    yield '<tbody role="rowgroup">'
    for session in coverage.sessions:
        yield _row(session, phrases, labels)
    yield "</tbody>\n</table>"


def _row(session: CoveredSession, phrases: Phrases, labels: list[str]) -> str:
    awaited = phrases.awaited(session)
    about = f'<span class="about">{_text(awaited)}</span>' if awaited else ""
    name = f'<th scope="row" role="rowheader"><bdi>{_text(phrases.session(session))}</bdi>{about}</th>'
    state = f'<span class="severity {_MARKS[session.state]}">{_text(phrases.say(session.state.value))}</span>'
    reports = "".join(f"<p>{_report(report, phrases)}</p>" for report in session.reports) or "–"
    return (
        f'<tr role="row">{name}<td role="cell" data-label="{_text(labels[1])}">{state}</td>'
        f'<td role="cell" data-label="{_text(labels[2])}">{reports}</td></tr>'
    )


def _report(report: Received, phrases: Phrases, *, named: bool = False) -> str:
    called = " ".join(filter(None, (report.number, report.title))) if named else ""
    about = ", ".join(filter(None, (called, phrases.about(report))))
    return f'<strong><bdi>{_text(report.file)}</bdi></strong> <span class="about">{_text(about)}</span>'


def _text(text: str) -> str:
    return escape(one_line(text))
