"""Papers that are called after a place or a body: “la Déclaration de New York”."""

from __future__ import annotations

import re

from rapportkit.mentions.persons import Span

_PAPERS = (
    r"(?:d[ée]clarations?|declaraci[oó]n(?:es)?|pactes?|pactos?|conventions?|convenci[oó]n(?:es)?|convenios?|accords?"
    r"|acuerdos?|agendas?|cadres?|marcos?|protocoles?|protocolos?|processus|procesos?|consensus|consensos?|compacts?"
    r"|chartes?|charters?|cartas?)"
)
_PAPER = re.compile(rf"{_PAPERS}\b", re.IGNORECASE)
_PAPER_OF = re.compile(rf"\b{_PAPERS}\s+(?:de|du|del|of)\s+(?:la\s+|las\s+|los\s+)?$", re.IGNORECASE)
_PAPERS_NAME = 40
"""Letters before a place within which the paper that bears its name is looked for."""


def is_paper(text: str, span: Span) -> bool:
    """Whether a name is that of a paper, or of the place where one was signed: “la Déclaration de New York”."""
    return bool(_PAPER.match(text, *span) or _PAPER_OF.search(text[max(0, span[0] - _PAPERS_NAME) : span[0]]))
