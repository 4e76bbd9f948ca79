"""Header values and quotations as rapporteurs type them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from making.event.told import Told
from making.source import Point


def session_line(told: Told) -> str:
    """Number and title of the session."""
    session = told.fields["session"]
    between = " : " if told.language == "fr" else ": "
    return f"{session['number']}{between}{session['title']}"


def persons(told: Told) -> str:
    """Who reports, with what they belong to."""
    named = (
        ", ".join(filter(None, (each["name"], each.get("affiliation"))))
        for each in told.fields["rapporteurs"]
    )
    return "; ".join(named)


def quoted(quotes: Iterable[Point]) -> Iterator[str]:
    """Each quotation, a dash and who said it, and in brackets that he or she agreed."""
    for quote in quotes:
        speaker = f" – {quote['speaker']}" if "speaker" in quote else ""
        consent = f" ({quote['consent']})" if "consent" in quote else ""
        yield f"{quote['text']}{speaker}{consent}"
