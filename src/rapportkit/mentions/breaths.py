"""Names that are told in one breath: “Germany, Mexico and the ILO”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rapportkit.mentions.countries import Mention
from rapportkit.mentions.persons import Span

_LINK = re.compile(r"\s*(?:,\s*(?:and\s+|et\s+|y\s+|the\s+)?|\s(?:and|et|y|&)\s+(?:the\s+|la\s+|le\s+)?)")
_AND = re.compile(r"\b(?:and|et|y)\b|&")
_GOES_ON = re.compile(r",? (?:and|et|y) |, ")
_MOST = 50  # names in one breath
LOCATIVE = re.compile(
    r"\b(?:in|at|near|en|dans|au|aux|à|across|within|visiting)\s+(?:the\s+|la\s+|el\s+)?$",
    re.IGNORECASE,
)
"""What stands ahead of a place in which something is."""


def breaths(text: str, named: Sequence[Span]) -> Iterator[Span]:
    """The names that are listed in one go, as one span each."""
    start = end = None
    for first, last in named:
        if end is None or not _LINK.fullmatch(text, end, first):
            if start is not None and end is not None:
                yield start, end
            start = first
        end = last
    if start is not None and end is not None:
        yield start, end


def breath(text: str, span: Span, named: Sequence[Span]) -> Span:
    """Widen a speaker to all who speak in the same breath: “Germany, Mexico and the ILO”.

    A comma alone does not make a list: “In view of Syria, UNHCR noted”.
    """
    start, end = span
    is_list = False
    at = bisect_left(named, (start, 0))
    for first, last in reversed(named[max(0, at - _MOST) : at]):
        link = _LINK.fullmatch(text, last, start)
        is_list = is_list or bool(link and _AND.search(link[0]))
        if not link or not is_list or LOCATIVE.search(text, max(0, first - 30), first):
            break
        start = first
    for first, last in named[at : at + _MOST]:
        if first < end:
            continue
        link = _LINK.fullmatch(text, end, first)
        if not link or not _lists_on(text, last, link[0]):
            break
        end = last
    return start, end


def _lists_on(text: str, end: int, link: str) -> bool:
    """Whether a name behind a speaker is the next of a list, and not the subject of what comes."""
    return bool(_AND.search(link)) or bool(_GOES_ON.match(text, end))


def lists(text: str, mentioned: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Countries named in one breath: “Spain, Morocco and Mexico”."""
    group: list[Mention] = []
    for mention in mentioned:
        linked = group and _LINK.fullmatch(text, group[-1].end, mention.start)
        if group and not linked:
            yield group
            group = []
        group.append(mention)
    if group:
        yield group
