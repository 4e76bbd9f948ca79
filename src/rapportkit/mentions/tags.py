"""Tags of a text: objectives, goals and targets, countries and groups, each with the words that gave it.

Numbers and names are *cited*. What the words of a lexicon tell (data/tags_*.json), and the country of a
city, is *inferred*. The lexicon is that of the text's language, English, French or Spanish; where the
language cannot be told, all three are asked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from rapportkit.mentions.cities import cities
from rapportkit.mentions.countries import mentions
from rapportkit.mentions.terms import Hit, Terms
from rapportkit.mentions.themes import cited
from rapportkit.model.tag import How, Tag, TagKind
from rapportkit.text.language import language as language_of

TONGUES = ("en", "fr", "es")
"""The languages that have a lexicon."""
_KINDS: tuple[TagKind, ...] = ("gcm", "sdg", "country", "group")
_FILES: Mapping[TagKind, str] = {"gcm": "tags_gcm", "sdg": "tags_sdg", "group": "tags_groups"}


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The terms of one list in some languages, and of what strength each is."""

    terms: Terms
    strengths: tuple[str, ...]


def tags(text: str, language: str = "") -> tuple[Tag, ...]:
    """The tags of a text, one for each id, in order of kind and number; the surest words give it.

    `language` is the BCP 47 tag of the text, or of the report it stands in, if known.

    >>> [(tag.id, tag.how, tag.words) for tag in tags("Objective 10: victims of trafficking in Dakar", "en")]
    [('gcm-10', 'cited', 'Objective 10'), ('sdg-8', 'inferred', 'trafficking'), ('sdg-8.7', 'inferred', 'trafficking'), ('SEN', 'inferred', 'Dakar')]
    """
    tongues = _tongues(text, language)
    said = [Tag(_kind(each.id), each.id, "cited", each.span, text[slice(*each.span)]) for each in cited(text)]
    found = [*said, *_places(text, tongues[0] if len(tongues) == 1 else language)]
    for kind in _FILES:
        found.extend(_inferred(text, kind, tongues, [tag.id for tag in said if tag.kind == kind]))
    best: dict[str, Tag] = {}
    for tag in sorted(found, key=lambda tag: (tag.how, tag.span)):
        best.setdefault(tag.id, tag)
    return tuple(sorted(best.values(), key=_in_order))


def title(name: str, language: str = "en") -> str:
    """What the objective, goal, target or group of this id is called, in English where not in the language; "" if unknown.

    >>> title("sdg-1", "fr"), title("women", "de"), title("gcm-24")
    ('Éliminer la pauvreté sous toutes ses formes et partout dans le monde', 'women', '')
    """
    return titles(language).get(name, "")


@cache
def titles(language: str = "en") -> Mapping[str, str]:
    """The titles of all objectives, goals, targets and groups, by id."""
    tongue = language.partition("-")[0].casefold()
    return {
        name: entry["title"].get(tongue) or entry["title"]["en"]
        for kind in _FILES
        for name, entry in _data(kind)["entries"].items()
    }


def _tongues(text: str, language: str) -> tuple[str, ...]:
    """The lexicons to ask: that of the text's own words, else of the language given, else all or none."""
    told = language_of(text)
    for tongue in (told, language.partition("-")[0].casefold()):
        if tongue in TONGUES:
            return (tongue,)
    return () if told or language else TONGUES


def _places(text: str, language: str) -> Iterator[Tag]:
    for mention in mentions(text, language):
        yield _tag(text, "country", mention.code, "cited", mention.start, mention.end)
    for city in cities(text):
        yield _tag(text, "country", city.code, "inferred", city.start, city.end)


def _inferred(text: str, kind: TagKind, tongues: tuple[str, ...], said: list[str]) -> Iterator[Tag]:
    """What the terms of a list tell; those that count alone only where nothing else of the list is told."""
    if not tongues:
        return
    lexicon = _lexicon(kind, tongues)
    hits = [*lexicon.terms.find(text)]
    strong = [hit for hit in hits if lexicon.strengths[hit.term] != "alone"]
    for hit in strong or (() if said else _first(hits)):
        how: How = "cited" if lexicon.strengths[hit.term] == "named" else "inferred"
        yield _tag(text, kind, hit.id, how, hit.start, hit.stop)
        if "." in hit.id:
            yield _tag(text, kind, hit.id.partition(".")[0], how, hit.start, hit.stop)


def _first(hits: list[Hit]) -> Iterable[Hit]:
    """The first of the hits that count alone: a catch-all is not joined by another."""
    return sorted(hits, key=lambda hit: (hit.start, hit.stop))[:1]


def _tag(text: str, kind: TagKind, name: str, how: How, start: int, stop: int) -> Tag:
    return Tag(kind, name, how, (start, stop), text[start:stop])


def _kind(theme: str) -> TagKind:
    return "gcm" if theme.startswith("gcm") else "sdg"


def _in_order(tag: Tag) -> tuple[int, int, int, str]:
    number = tag.id.partition("-")[2] if tag.kind in {"gcm", "sdg"} else ""
    whole, _, part = number.partition(".")
    return _KINDS.index(tag.kind), int(whole or 0), int(part) if part.isdigit() else 99 * bool(part), tag.id


@cache
def _lexicon(kind: TagKind, tongues: tuple[str, ...]) -> _Lexicon:
    data = _data(kind)
    listed = [
        (name, term, strength)
        for name, entry in data["entries"].items()
        for strength in ("named", "terms", "alone")
        for tongue in tongues
        for term in entry.get(strength, {}).get(tongue, ())
    ]
    apart = [phrase for tongue in tongues for phrase in data["apart"].get(tongue, ())]
    return _Lexicon(
        Terms(((name, term) for name, term, _ in listed), apart),
        tuple(strength for _, _, strength in listed),
    )


@cache
def _data(kind: TagKind) -> dict[str, Any]:
    table: dict[str, Any] = json.loads(
        files("rapportkit.mentions.data").joinpath(f"{_FILES[kind]}.json").read_text("utf-8"),
    )
    return table
