"""Cities, and a few regions, that a text names: each tells a country without naming it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rapportkit.mentions.countries import Mention
from rapportkit.mentions.rows import in_rows
from rapportkit.mentions.terms import Hit, Terms, fold, words
from rapportkit.mentions.vocabulary import vocabulary

# “Declaración de Cartagena”, “the Process of Rabat”: what stands ahead of a city's name.
_OF = re.compile(r"([^\W\d_]+)\s+(?:of|de|d['’]|del|in)\s*$")
_GIVEN = re.compile(r"([^\W\d_]+) $")
_NEXT = re.compile(r"['’]?s?[ \u00a0-]([^\W\d_]+)")
_BEFORE = 40
_SMALL = frozenset(["de", "del", "da", "la", "es", "sur", "en", "au", "le", "s", "of"])


@dataclass(frozen=True, slots=True)
class _Table:
    """The cities as terms, the folded words of each by its number, and the words that may stand around one."""

    terms: Terms
    names: tuple[tuple[str, ...], ...]
    instruments: frozenset[str]
    may_follow: frozenset[str]
    also_given: frozenset[str]


def cities(text: str) -> tuple[Mention, ...]:
    """Where a text names a city, with its country's code; a city in the name of a treaty is none.

    >>> [(each.code, each.start) for each in cities("Dakar and San Francisco, in line with the Paris Agreement")]
    [('SEN', 0), ('USA', 10)]
    """
    hits = sorted(_table().terms.everywhere(text), key=lambda hit: (hit.start, -hit.stop))
    # “Ahmed – data; Sofia – visas”: who said what.
    people = {*in_rows(text)} if hits else set()
    return tuple(each for each in _longest(text, hits) if (each.start, each.end) not in people)


def is_city(name: str) -> bool:
    """Whether a name, as it stands, is that of a city and no given name.

    >>> is_city("Barcelona"), is_city("Sofia"), is_city("Exemplo")
    (True, False, False)
    """
    is_known = tuple(word.folded for word in words(name)) in _folded()
    return is_known and name not in _table().also_given and name not in vocabulary().given


def _longest(text: str, hits: list[Hit]) -> Iterator[Mention]:
    end = 0
    for hit in hits:
        if hit.start >= end and _stands(text, hit):
            end = hit.stop
            yield Mention(hit.start, hit.stop, hit.id)


def _stands(text: str, hit: Hit) -> bool:
    named = text[hit.start : hit.stop]
    table = _table()
    spelled = words(named)
    if tuple(word.folded for word in spelled) != table.names[hit.term]:
        return False
    if any(named[word.start].islower() and word.folded not in _SMALL for word in spelled):
        return False
    before = text[max(0, hit.start - _BEFORE) : hit.start]
    of = _OF.search(before)
    if of and fold(of[1]) in table.instruments:
        return False
    given = _GIVEN.search(before)
    if given and given[1] in vocabulary().given:
        return False
    follows = _NEXT.match(text, hit.stop)
    return not follows or _may_follow(named, follows[1])


def _may_follow(named: str, word: str) -> bool:
    """Whether the city's name ends here: “Paris Agreement” and “Sofia Exemplo” are other names."""
    table = _table()
    if fold(word) in table.instruments:
        return False
    is_shouted = named.isupper() and word.isupper()
    return word[0].islower() or is_shouted or fold(word) in table.may_follow


@cache
def _folded() -> frozenset[tuple[str, ...]]:
    return frozenset(_table().names)


@cache
def _table() -> _Table:
    data = json.loads(files("rapportkit.mentions.data").joinpath("cities.json").read_text("utf-8"))
    listed = [(code, name) for code, names in data["cities"].items() for name in names]
    return _Table(
        Terms(listed, data["apart"]),
        tuple(tuple(word.folded for word in words(name)) for _, name in listed),
        frozenset(map(fold, data["instruments"].split())),
        frozenset(map(fold, data["may_follow"].split())),
        frozenset(data["also_given"].split()),
    )
