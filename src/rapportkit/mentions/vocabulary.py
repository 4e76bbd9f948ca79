"""The words by which names and speakers are recognised, from data/persons.json."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

UPPER = "[" + "".join(chr(code) for code in range(0x530) if chr(code).isupper()) + "]"
"""One capital letter of the Latin, Greek or Cyrillic script, for use in a pattern."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Sets of words; all but the given names in lower case."""

    given: frozenset[str]
    surnames_too: frozenset[str]
    honorifics: frozenset[str]
    titles: frozenset[str]
    single: frozenset[str]
    heads: frozenset[str]
    particles: frozenset[str]
    institutions: frozenset[str]
    place_words: frozenset[str]
    places: frozenset[tuple[str, ...]]
    work_of: frozenset[str]
    generic_speakers: frozenset[str]
    speaker_nouns: frozenset[str]
    offices: frozenset[str]
    openers: frozenset[str]
    no_name: frozenset[str]
    ordinary: frozenset[str]
    organisations: frozenset[str]
    bodies: frozenset[str]
    no_affiliation: frozenset[str]
    short_acronyms: frozenset[str]
    speaking: str
    speaking_of_persons: str

    def is_title(self, word: str) -> bool:
        """Whether a word is an office or address, also in parts: "Director-General".

        >>> vocabulary().is_title("Director-General"), vocabulary().is_title("Diaspora")
        (True, False)
        """
        plain = word.casefold().rstrip(".")
        return plain in self.titles or all(part in self.titles for part in re.split("[-‐‑]", plain))


@cache
def vocabulary() -> Vocabulary:
    """Load the words, once."""
    data = json.loads(files("rapportkit.mentions.data").joinpath("persons.json").read_text("utf-8"))
    titles = _words(data["titles"]) | _words(data["title_words"])
    institutions = _words(data["institutions"])
    honorifics = frozenset(word.rstrip(".") for word in _words(data["honorifics"]))
    no_name = (
        titles
        | honorifics
        | institutions
        | _words(data["openers"])
        | _words(data["common"])
        | _words(data["work_of"])
        | _words(data["generic_speakers"])
    )
    return Vocabulary(
        given=_words(data["given_names"], fold=False),
        surnames_too=_words(data["surnames_too"]),
        honorifics=honorifics,
        titles=titles,
        single=_words(data["single"]),
        heads=_words(data["heads"]),
        particles=_words(data["particles"]),
        institutions=institutions,
        place_words=_words(data["place_words"]),
        places=frozenset(tuple(place.split("_")) for place in data["places"].split()),
        work_of=_words(data["work_of"]),
        generic_speakers=_words(data["generic_speakers"]),
        speaker_nouns=_words(data["speaker_nouns"]),
        offices=_words(data["offices"]),
        openers=_words(data["openers"]),
        no_name=no_name,
        ordinary=no_name | _words(data["place_words"]),
        organisations=_words(data["organisations"]),
        bodies=frozenset(name.replace("_", " ") for name in _words(data["bodies"])),
        no_affiliation=_words(data["no_affiliation"]),
        short_acronyms=_words(data["short_acronyms"]),
        speaking=_speaking(data, "speaking"),
        speaking_of_persons=_speaking(data, "speaking", "speaking_of_persons"),
    )


def _words(held: Any, *, fold: bool = True) -> frozenset[str]:
    listed = held.values() if isinstance(held, dict) else [held]
    return frozenset(
        sys.intern(word.casefold() if fold else word) for line in listed for word in line.split()
    )


def _speaking(data: dict[str, Any], *keys: str) -> str:
    """A pattern for a verb of saying, with an adverb or two before it."""
    verbs = "|".join(verb for key in keys for verb in data[key].values())
    adverbs = "|".join(data["adverbs"].split())
    return rf"(?:,\s[^,.;:()]{{1,60}},|,?\s+(?:{adverbs}|in turn),?){{0,3}}\s+(?:{verbs})\b"
