"""The board of who has sent what, as JSON."""

from __future__ import annotations

from typing import Any

from rapportkit.model.coverage import Coverage, CoveredSession, Received


def dump(coverage: Coverage) -> dict[str, Any]:
    """Turn the board into JSON; what is not known is left out."""
    return {
        "rapportkit": "1",
        "event": coverage.event,
        "planned": coverage.planned,
        "sessions": [_session(each) for each in coverage.sessions],
        "beside": [_report(each) for each in coverage.beside],
        "unread": [{"file": file, "message": why} for file, why in coverage.unread],
        "missing": coverage.missing,
    }


def _session(session: CoveredSession) -> dict[str, Any]:
    told: dict[str, Any] = {"number": session.number, "title": session.title, "state": session.state.value}
    if session.date:
        told["date"] = session.date.isoformat()
    if session.rapporteurs:
        told["rapporteurs"] = list(session.rapporteurs)
    return told | {"reports": [_report(each) for each in session.reports]}


def _report(report: Received) -> dict[str, Any]:
    names = ("file", "template", "number", "title", "language")
    counts = ("words", "points", "errors", "warnings", "infos")
    return {name: getattr(report, name) for name in (*names, *counts)}
