"""Brackets behind a sentence that tell where something is so, and not whose view it is."""

from __future__ import annotations

import re

from rapportkit.mentions.persons import Span

_FAR = 600
_SENTENCE = re.compile(r"(?:.*(?:[.!?]\s|\n))?(.*)", re.DOTALL)
# “In four countries (Kenya, …)”: the bracket names what was counted.
_PLACES = re.compile(
    r"\b(?:countries|states|cities|towns|corridors|regions|provinces|municipalities|districts|islands|ports|places|"
    r"pays|états|etats|villes|régions|provinces|communes|îles|couloirs|"
    r"países|estados|ciudades|regiones|provincias|municipios|islas|corredores)\s*[\[(]?\s*$",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d|\bper cent\b|%|\bpour cent\b|\bpor ciento\b", re.IGNORECASE)
# What makes a sentence somebody's view: that something ought to be, or is good or bad, or that it was said.
_VIEW = re.compile(
    r"\b(?:should|must|need\w*|ought|could|may|might|would|can|cannot|importan\w+|essential|crucial|key|vital|urgent\w*|"
    r"better|best|necessary|challeng\w+|concern\w*|agree\w*|disagree\w*|consensus|views?|participants?|speakers?|"
    r"delegat\w+|panell?ists?|members?|some|several|many|others?|one|we|our|said|noted|stressed|called|asked|mentioned|"
    r"highlighted|raised|reported|cited|example|proposed|suggested|want\w*|prefer\w*|believ\w+|"
    r"doi\w+|devr\w+|fau[td]\w*|importan\w+|nécessaire\w*|plusieurs|certains|participants?|orateurs?|délég\w+|exemple|"
    r"deb\w+|necesari\w+|varios|varias|algun\w+|delegad\w+|orador\w*|ejemplo|nous|nosotros)\b",
    re.IGNORECASE,
)


def is_fact(text: str, span: Span) -> bool:
    """Whether the sentence ahead of a bracket counts or measures, and holds no view.

    >>> text = "Fees fell to 3 months of wages (Kenya). Fees should fall to 3 months of wages (Nepal)."
    >>> [is_fact(text, (text.index(name), text.index(name) + 5)) for name in ("Kenya", "Nepal")]
    [True, False]
    """
    sentence = _SENTENCE.fullmatch(text, max(0, span[0] - _FAR), span[0])
    said = sentence[1] if sentence else ""
    return bool(_FIGURE.search(said) or _PLACES.search(said)) and not _VIEW.search(said)
