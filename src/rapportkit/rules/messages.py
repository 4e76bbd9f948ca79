"""In what words a rule speaks: the form owner's, those of a catalogue, or the English ones beside the rule.

`catalogues/TAG.json` holds a language: "rules" maps code and key to [message, help] with the {names} of the
English sentence, "place" the words of `PlaceWords`, "quotes" what stands around an author's words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from rapportkit.model.location import ENGLISH, PlaceWords

LANGUAGES = ("en", "fr", "es")
"""Base language tags in which every rule can speak."""

_NAME = re.compile(r"\{([a-z_]+)\}")
_QUOTED = re.compile(r"[“«][ \xa0\u202f]?$")
_CLOSING = {"“": "”", "«": "»", "„": "“", '"': '"'}
_BLANKS = " \xa0\u202f"
_STRAY = re.compile(r"\{[^{}]*\}|[{}]")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One language: sentences by (code, key), words for places, quotation marks."""

    sentences: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    places: PlaceWords = ENGLISH
    quotes: tuple[str, str] = ("“", "”")


def base(language: str) -> str:
    """The base tag of a language in which rules can speak: "fr" for "fr-CH"; English where there is none.

    >>> [base(each) for each in ("fr-CH", "ES", "sw", "")]
    ['fr', 'es', 'en', 'en']
    """
    tag = language.partition("-")[0].casefold()
    return tag if tag in LANGUAGES else "en"


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a base language tag."""
    if language == "en":
        return Catalogue()
    data = json.loads(files("rapportkit.rules.catalogues").joinpath(f"{language}.json").read_text("utf-8"))
    sentences = {
        (code, key): (said[0], said[1]) for code, keys in data["rules"].items() for key, said in keys.items()
    }
    opening, closing = data["quotes"]
    return Catalogue(sentences, _places(data["place"]), (opening, closing))


def filled(sentence: str, args: Mapping[str, object]) -> str:
    """A sentence with its {names} filled in; a name that nothing fills stays as it is.

    >>> filled("{label} holds {count} points {here}", {"label": "“Quotes”", "count": 3})
    '“Quotes” holds 3 points {here}'
    """

    def fill(name: re.Match[str]) -> str:
        said = str(args.get(name[1], name[0]))
        return _bare(said) if _QUOTED.search(sentence[: name.start()]) else said

    return _NAME.sub(fill, sentence)


def _bare(said: str) -> str:
    """A quotation without marks of its own, which the sentence puts around it; any other words as they are.

    >>> _bare("“Oui.”"), _bare("“Oui…"), _bare("“Oui” et “non”"), _bare("« Oui ! »")
    ('Oui.', 'Oui…', '“Oui” et “non”', 'Oui !')
    """
    inside = said[1:].strip(_BLANKS)
    closing = _CLOSING.get(said[:1])
    if not closing or not inside or closing in inside[:-1]:
        return said
    return inside.removesuffix(closing).rstrip(_BLANKS) or said


def names(sentence: str) -> frozenset[str]:
    """The {names} of a sentence."""
    return frozenset(_NAME.findall(sentence))


def stray_brace(sentence: str) -> str:
    """The first thing in braces that is no {name}, or a brace that stands alone; "" for none.

    >>> stray_brace("{label} and {label.x}"), stray_brace("{0} {"), stray_brace("{label}")
    ('{label.x}', '{0}', '')
    """
    found = _STRAY.search(_NAME.sub(" ", sentence))
    return found[0] if found else ""


def _places(words: Mapping[str, object]) -> PlaceWords:
    ordinals, areas = words["ordinals"], words["areas"]
    assert isinstance(ordinals, list)
    assert isinstance(areas, dict)
    rest = {key: str(said) for key, said in words.items() if key not in {"ordinals", "areas"}}
    return PlaceWords(**rest, ordinals=tuple(ordinals), areas=tuple(areas.items()))
