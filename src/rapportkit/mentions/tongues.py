"""When the adjective of a country names a language: “in French, Somali and Tigrinya”, “Spanish-speaking staff”."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib.resources import files

from rapportkit.text.plain import plain

Spelled = tuple[str, int, int]
"""A word, and where it begins and ends."""


def _words(key: str) -> frozenset[str]:
    data = json.loads(files("rapportkit.mentions.data").joinpath("tongues.json").read_text("utf-8"))
    return frozenset(data[key].split())


_IN = _words("spoken_in")
_LANGUAGE = _words("behind")
_FOR = frozenset(["for", "from", "of", "de", "du", "pour"])
_BEFORE = _words("ahead")
# Adjectives of countries that are names of languages too, as `plain` writes them; no others are.
_TONGUES = _words("languages_of_countries")
# Names of languages that are no country's adjective: what is listed with them is a language.
_ONLY_TONGUES = _words("other_languages")
# Behind a language stands no noun that it could be said of.
_NO_NOUN = _words("no_noun")
_LIST = re.compile(
    r"\s*(?:,\s*(?:and|or|et|ou|y|o|u|e)?|/|\s(?:and|or|et|ou|y|o|u|e)|\()\s*(?:en\s+|in\s+|l['’]|the\s+|le\s+)?"
)
_MOST = 12


def is_tongue(text: str, words: Sequence[Spelled], first: int, last: int) -> bool:
    """Whether the adjective of words `first` to `last` is the name of a language there."""
    before = plain(words[first - 1][0]) if first else ""
    after = plain(words[last + 1][0]) if last + 1 < len(words) else ""
    if after == "creole" or (after in _LANGUAGE and plain(words[last][0]) in _TONGUES):
        return True
    if plain(words[last][0]) not in _TONGUES:
        return False
    ahead, behind = _chain(text, words, first, -1), _chain(text, words, last, 1)
    opened, ended = first - len(ahead) - 1, last + len(behind)
    if before in _BEFORE or any(plain(word) in _ONLY_TONGUES for word in ahead + behind):
        return True
    if ended + 1 < len(words) and behind and plain(words[ended + 1][0]) in _LANGUAGE:
        return True
    if opened < 0 or _is_said_of_a_noun(text, words, ended):
        return False
    opener = plain(words[opened][0])
    return opener in _IN or (opener in _FOR and opened > 0 and plain(words[opened - 1][0]) in _LANGUAGE)


def _chain(text: str, words: Sequence[Spelled], at: int, step: int) -> list[str]:
    """The names of languages listed with a word, on one side of it."""
    found: list[str] = []
    while len(found) < _MOST:
        here, there = sorted((at, at + step))
        if here < 0 or there >= len(words):
            break
        skipped = _skip(text, words, at, step)
        if skipped is None:
            break
        word = words[skipped][0]
        if plain(word) not in _TONGUES | _ONLY_TONGUES:
            break
        found.extend(word for word, _, _ in words[min(at, skipped) : max(at, skipped)][1:])
        found.append(word)
        at = skipped
    return found


def _skip(text: str, words: Sequence[Spelled], at: int, step: int) -> int | None:
    """The next word of a list, over an “and” or an article; None where the list ends."""
    for far in (1, 2, 3):
        there = at + step * far
        if not 0 <= there < len(words):
            return None
        left, right = sorted((at, there))
        if _LIST.fullmatch(text, words[left][2], words[right][1]):
            return there
    return None


def _is_said_of_a_noun(text: str, words: Sequence[Spelled], last: int) -> bool:
    """Whether a noun follows that the adjective belongs to: “in Italian cities”."""
    if last + 1 >= len(words):
        return False
    following, start, _ = words[last + 1]
    between = text[words[last][2] : start]
    return between in {" ", "\u00a0"} and following.islower() and plain(following) not in _NO_NOUN
