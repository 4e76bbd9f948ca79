"""What stands around a person's name and tells as much: address, office and affiliation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from rapportkit.mentions.persons import NEAR, Run, Span, Word
from rapportkit.mentions.vocabulary import UPPER, vocabulary

_BRACKETS = r"(?:\s*\([^()]{1,60}\))?"
# In apposition to a name: offices, institutions and countries, up to the verb.
# A full stop within a word, or behind a single letter, ends no sentence.
_CAPITALISED = rf"{UPPER}(?:[\w'’&/()-]|\.(?=\w)|(?<=\b[A-Z])\.)*"
_SEGMENT = (
    rf"\s*,\s*(?:the\s+)?(?:{_CAPITALISED}|(?:head|chef|jefe|jefa|director|directora|directeur|directrice|"
    r"representing|représentant|representante|responsible|in charge|chargée?|responsable|from|of)\b)"
    rf"(?:\s+(?:{_CAPITALISED}|\({UPPER}\w*\)|(?:of|for|and|on|to|in|the|s|de|du|des|la|le|les|del|los|las|"
    r"et|y|para|pour|aux?|l['’]\w+)\b))*"
)
_APPOSITION = re.compile(rf"{_BRACKETS}(?:{_SEGMENT})*")
_GENITIVE = re.compile(r"['’]s?\s+")
_LOOSE_END = re.compile(r"(?:\s+(?:of|for|and|on|to|in|the|s|de|du|des|la|le|et|y))+$")


def described(text: str, span: Span, found: Sequence[Run]) -> Span:
    """Widen the span of a person's name to address, office and affiliation around it."""
    known = vocabulary()
    start, end = span
    run = _run_at(start, found)
    if run:
        at = bisect_right(run.words, start, key=lambda word: word.end) - 1
        while at >= 0 and (known.is_title(run.words[at].text) or run.words[at].plain in known.honorifics):
            start = run.words[at].start
            at -= 1
        if at >= 0 and _GENITIVE.fullmatch(text, run.words[at].end, start):
            start = next(without_opener(run), run.words[at]).start
    apposition = _APPOSITION.match(text, end, end + NEAR)
    if apposition and apposition.end() > end:
        end += len(_LOOSE_END.sub("", apposition[0]))
    return start, _balanced(text, start, max(end, span[1]))


def _run_at(at: int, found: Sequence[Run]) -> Run | None:
    """The run that a place stands in; runs are in order and apart."""
    index = bisect_right(found, at, key=lambda run: run.start) - 1
    return found[index] if index >= 0 and at < found[index].end else None


def _balanced(text: str, start: int, end: int) -> int:
    """An end before the bracket that closes what was opened ahead of the span."""
    depth = 0
    for at in range(start, end):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth < 0:
            return at
    return end


def without_opener(run: Run) -> Iterator[Word]:
    """The words of a run from the first that does not merely open a sentence: “In”, “The”, “However”."""
    return dropwhile(lambda word: word.plain in vocabulary().openers, run.words)
