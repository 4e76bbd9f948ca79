"""Persons told by a list or a label: “Ahmed – better data; Sofia – more visas”, “Panel: Greta Muster (Maravelle)”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice
from json import loads

from rapportkit.mentions.countries import countries
from rapportkit.mentions.persons import Run, Span
from rapportkit.mentions.vocabulary import UPPER, vocabulary

_NAME = rf"{UPPER}[^\W\d_]*[a-zß-ÿ](?:['’-]{UPPER}?[^\W\d_]+)?"
_ITEM = re.compile(
    rf"(?P<ahead>^|[\n:;]|[.!?]\s)[ \t•*]*(?P<name>{_NAME})(?P<sign>\s?[–—:]|\s-)\s+(?=[^\W\d_])"
)
_LABEL = re.compile(
    r"\b(?P<label>(?:panell?ists?|speakers?|moderators?|moderated by|discussants?|presenters?|keynote(?: speaker)?|"
    r"orateurs?|oratrices?|intervenante?s?|panélistes?|modérat(?:eur|rice)|orador(?:es|as?)?|ponentes?|panelistas?|moderador(?:es|as?)?)"
    r"|panel|table ronde)\s?:\s+",
    re.IGNORECASE,
)
_NEXT = re.compile(r"(?:\s*\([^()]{1,60}\))?\s*(?:,|;|\s(?:and|et|y|&))\s*(?:and |et |y )?")
_AFFILIATED = re.compile(rf"\s*\({UPPER}")
# Common nouns in the capitals of a title.
_NOUN = re.compile(
    r"(?:ment|[ts]ion|ing|it[ye]|ics|ness|[ae]nce|ship|ism|ies|ers|ción|dad|ité)s?$", re.IGNORECASE
)
_NAME_LENGTH = (2, 3, 4)
_ROW = 2


def in_rows(text: str) -> Iterator[Span]:
    """First names that mark who said what, in a row of such marks; one of them must be no town's.

    >>> text = "Open floor: Ahmed – better data; Sofia – more visas."
    >>> [text[slice(*span)] for span in in_rows(text)]
    ['Ahmed', 'Sofia']
    >>> list(in_rows("Paris – a desk; Sofia – a hotline"))
    []
    """
    known = vocabulary()
    items = [*_ITEM.finditer(text)]
    names = known.given | _towns()
    given = [match for match in items if match["name"] in names]
    sure = {match["sign"].strip() for match in given if match["name"] not in _towns()}
    if not sure:
        return
    rare = [match for match in items if match["name"] not in names and _is_rare(match["name"])]
    if len(given) + len(rare) < _ROW:
        return
    # Where most marks are no first names, the others are no names either.
    for match in sorted((*given, *rare[: len(given)]), key=lambda match: match.start()):
        if match["sign"].strip() in sure:
            yield match.span("name")


def labelled(text: str, found: Sequence[Run]) -> Iterator[Span]:
    """Names behind a label: “Speakers: …”; behind “Panel:”, which titles have, with an affiliation in brackets."""
    for label in _LABEL.finditer(text):
        at = label.end()
        needs_brackets = label["label"].casefold() in {"panel", "table ronde"}
        first = bisect_left(found, at, key=lambda run: run.start)
        for run in islice(found, first, None):
            is_named = run.start == at and _could_be_name(run)
            if not is_named or (needs_brackets and not _AFFILIATED.match(text, run.end)):
                break
            yield run.start, run.end
            needs_brackets = False
            following = _NEXT.match(text, run.end)
            if not following:
                break
            at = following.end()


def _could_be_name(run: Run) -> bool:
    known = vocabulary()
    plain = [word.plain for word in run.words]
    return (
        len(plain) in _NAME_LENGTH
        and all(run.named)
        and known.ordinary.isdisjoint(plain)
        and known.organisations.isdisjoint(plain)
        and tuple(plain) not in known.places
        and not any(_NOUN.search(word) for word in plain)
    )


def _is_rare(name: str) -> bool:
    """Whether a word is neither common nor a country: it may be a name that no list has."""
    plain = name.casefold()
    known = vocabulary()
    return (
        plain not in known.ordinary
        and plain not in known.organisations
        and not _NOUN.search(plain)
        and not countries(name)
    )


@cache
def _towns() -> frozenset[str]:
    """First names that are towns' too."""
    data = loads(files("rapportkit.mentions.data").joinpath("cities.json").read_text("utf-8"))
    return frozenset(
        data["also_given"] if isinstance(data["also_given"], list) else data["also_given"].split()
    )
