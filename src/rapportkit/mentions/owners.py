"""Whose a good practice is: the country, city or body that it belongs to, as far as the words say so.

First what stands as a label ahead of a colon or dash (“Ghana – …”), then what stands in brackets (“(Canada)”),
then the place or State that the sentence is about. Countries that are merely named (of origin, of destination,
of the people concerned) own nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from rapportkit.mentions.cities import cities
from rapportkit.mentions.claims import Place, claims
from rapportkit.mentions.countries import mentions
from rapportkit.mentions.persons import Span
from rapportkit.mentions.vocabulary import UPPER, vocabulary

_LABEL = re.compile(
    r"(?:^|\n|(?<=[.!?;])\s)[\s\"“«•*·–—-]*(?P<label>[^:–—\n!?;]{2,90}?)\s*(?::(?=\s)|[–—]|(?<=\s)-|-(?=\s))"
)
_LABEL_LONGEST = 60
_SENTENCE_IN = re.compile(r"[a-zà-ÿ)]\.\s")
_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]\n]{2,60})[)\]]")
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")


def _words(key: str) -> frozenset[str]:
    data = json.loads(files("rapportkit.mentions.data").joinpath("owners.json").read_text("utf-8"))
    return frozenset(data[key].split())


_JOINTS = _words("joints")
_CITY_OF = re.compile(
    r"^(?:(?:the|la|le|el)\s+)?(?:city|town|municipality|ville|ciudad|municipio|ayuntamiento|port)\s+(?:of|de la|de|du|d['’])\s*",
    re.IGNORECASE,
)
# Towns that no list knows: “Port Selene”, “San Ejemplo”.
_TOWN = re.compile(
    rf"(?:Port|Puerto|San|Santa|Santo|Saint|Sainte|St\.?|Fort|Ciudad|Villa|Nueva)[ -]{UPPER}[\w'’-]+(?:\s{UPPER}[\w'’-]+)?"
)
_LIST = re.compile(r"\s*(?:[,(/;&]|\)|\b(?:and|et|y)\b)\s*")
_NAME = rf"(?:{UPPER}[\w'’&.-]*|{UPPER}\w*)"
_LINK = r"(?:of|for|and|on|the|de|du|des|del|la|le|les|el|los|las|et|y|para|pour|&)"
_NAMES = re.compile(rf"{_NAME}(?:\s+(?:{_LINK}\s+){{0,3}}(?:[ld]['’])?{_NAME})*")
_BODY_WORDS = _words("bodies")
_HEADINGS = _words("headings")
# “(Permanent Representative of Utopia to the Office of Samples)”: where somebody holds an office.
_ROLE_OF = re.compile(r"\bto\s+(?:the\s+)?$")
_NEAR = 20
_FAR = 6000
"""No practice is looked at beyond so many letters."""
_ARTICLES = frozenset(["The", "La", "Le", "Les", "El", "Los", "Las"])
_SHORT = 2
_BODY_LONGEST = 12
_HEAD = 3
"""A word for a body is one of the first so many words of a label in small letters."""


@dataclass(frozen=True, slots=True)
class Owners:
    """Whose a practice is: countries by code, cities (or regions) as written, and a body, "" for none.

    A city that is known brings its country.
    """

    countries: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    body: str = ""

    def __bool__(self) -> bool:
        return bool(self.countries or self.cities or self.body)


NOBODY = Owners()


def owners(text: str, language: str = "") -> Owners:
    """Whose a practice is.

    >>> owners("Rotterdam (Netherlands) – joint ship visits with crews from Ghana")
    Owners(countries=('NLD',), cities=('Rotterdam',), body='')
    >>> owners("Northern Pier Diaspora Forum: monthly clinic in French"), owners("Cards for all residents (Ecuador).")
    (Owners(countries=(), cities=(), body='Northern Pier Diaspora Forum'), Owners(countries=('ECU',), cities=(), body=''))
    """
    text = text[:_FAR]
    found = _places(text, language)
    return (
        _labelled(text, found) or _bracketed(text, found) or _claimed(text, found) or Owners(body=_body(text))
    )


def _places(text: str, language: str) -> tuple[Place, ...]:
    """Countries and cities in order; a city in a country's name is none."""
    named = [
        Place(each.start, each.end, each.code, "people" if each.demonym else "country")
        for each in mentions(text, language)
    ]
    taken = [(each.start, each.end) for each in named]
    towns = [
        Place(each.start, each.end, each.code, "city")
        for each in cities(text)
        if not any(start < each.end and each.start < end for start, end in taken)
    ]
    return tuple(sorted([*named, *towns]))


def _labelled(text: str, found: Sequence[Place]) -> Owners:
    """What the labels of a text name: of the first, also a body."""
    told: list[Owners] = []
    for label in _LABEL.finditer(text):
        span = label.span("label")
        if span[1] - span[0] > _LABEL_LONGEST or _SENTENCE_IN.search(label["label"]):
            continue
        here = _in_label(text, span, found)
        if not here and not told and not text[: label.start()].strip():
            here = _body_of(label["label"], [each for each in found if _within(each, span)])
        if here and not (here.body and told):
            told.append(here)
    return _joined(told)


def _within(place: Place, span: Span) -> bool:
    return place.kind != "people" and span[0] <= place.start and place.end <= span[1]


def _joined(told: Sequence[Owners]) -> Owners:
    if not told or told[0].body:
        return told[0] if told else NOBODY
    return Owners(
        tuple(dict.fromkeys(code for each in told for code in each.countries)),
        tuple(dict.fromkeys(city for each in told for city in each.cities)),
    )


def _in_label(text: str, span: Span, found: Sequence[Place]) -> Owners:
    """The places of a label that holds hardly anything else; a name beside a country is that of a city or region."""
    start, end = span
    inside = [each for each in found if _within(each, span)]
    if not inside:
        named = text[start:end].strip()
        return Owners(cities=(named,)) if _TOWN.fullmatch(named) else NOBODY
    rest = [word for word in _rest(text, span, inside) if word.casefold().strip(".") not in _JOINTS]
    if len(rest) > _SHORT or any(word[0].islower() for word in rest):
        return NOBODY
    known = vocabulary()
    countries = tuple(dict.fromkeys(each.code for each in inside))
    towns = [text[each.start : each.end] for each in inside if each.kind == "city"]
    if any(_is_body_word(word) or word.isupper() for word in rest):
        return Owners(countries, tuple(towns), text[start:end].strip())
    if rest and any(each.kind == "country" for each in inside):
        towns += list(_regions(text[start:end], {text[each.start : each.end] for each in inside}))
    elif rest and not all(word.casefold() in known.no_name for word in rest):
        return NOBODY
    return Owners(countries, tuple(towns))


def _rest(text: str, span: Span, inside: Sequence[Place]) -> Iterator[str]:
    """The words of a label that belong to no place."""
    for word in _WORD.finditer(text, *span):
        if not any(each.start < word.end() and word.start() < each.end for each in inside):
            yield word[0]


def _regions(label: str, names: set[str]) -> Iterator[str]:
    """The parts of a label beside the places known: “Bologna, Italy”, “Canada (Manitoba)”."""
    for part in _LIST.split(label):
        name = _CITY_OF.sub("", part.strip(" .")).strip()
        if name and name[0].isupper() and not any(each in name for each in names):
            yield name


def _bracketed(text: str, found: Sequence[Place]) -> Owners:
    """What stands in brackets and is nothing but places."""
    for match in _BRACKETS.finditer(text):
        start, end = match.span("inside")
        inside = [each for each in found if _within(each, (start, end))]
        if inside and all(
            word.casefold().strip(".") in _JOINTS for word in _rest(text, (start, end), inside)
        ):
            ahead = [
                each
                for each in found
                if each.kind == "city" and each.end in {match.start(), match.start() - 1}
            ]
            return _of([*ahead, *inside], text)
    return NOBODY


def _claimed(text: str, found: Sequence[Place]) -> Owners:
    return _of(claims(text, found), text)


def _of(places: Sequence[Place], text: str) -> Owners:
    return Owners(
        tuple(dict.fromkeys(each.code for each in places)),
        tuple(dict.fromkeys(text[each.start : each.end] for each in places if each.kind == "city")),
    )


def _is_body_word(word: str) -> bool:
    known = vocabulary()
    plain = re.sub(r"['’]s?$", "", word.casefold())
    return plain in known.organisations or plain in known.institutions or plain in _BODY_WORDS


def _body_of(label: str, inside: Sequence[Place]) -> Owners:
    """A label that names a body: with a word for one, in capitals, or as a name of two words and more."""
    words = [word.strip(".,()“”\"'’") for word in label.split()]
    if not words or len(words) > _BODY_LONGEST or label[0].islower():
        return NOBODY
    content = [word for word in words if word and word.casefold() not in _JOINTS]
    is_name = len(content) > 1 and all(word[0].isupper() for word in content)
    has_word = any(_is_body_word(word) for word in words[:_HEAD]) or (
        is_name and any(map(_is_body_word, words))
    )
    is_acronym = any(
        len(word) > _SHORT and word.isupper() and word.casefold() not in vocabulary().no_affiliation
        for word in words
    )
    is_heading = any(word.casefold() in _HEADINGS for word in content)
    if has_word or is_acronym or (is_name and not is_heading):
        return Owners(tuple(dict.fromkeys(each.code for each in inside)), (), label.strip())
    return NOBODY


def _body(text: str) -> str:
    """A body that the text begins with, or the first that bears a word for one in its name."""
    known = vocabulary()
    for match in _NAMES.finditer(text):
        if _ROLE_OF.search(text, max(0, match.start() - _NEAR), match.start()):
            continue
        words = match[0].split()
        capitals = [word for word in words if word[0].isupper()]
        opens = not text[: match.start()].strip(' "“«•*–-') or text[: match.start()].strip() in _ARTICLES
        goes_on = re.match(r",|\s+[a-zà-ÿ]", text[match.end() : match.end() + _SHORT])
        is_acronym = (
            len(words[0]) > _SHORT and words[0].isupper() and words[0].casefold() not in known.no_affiliation
        )
        is_name = len(capitals) > 1 and not any(word in known.given for word in words)
        is_proper = not known.ordinary.issuperset(word.casefold() for word in capitals)
        if (opens and goes_on and (is_acronym or (is_name and is_proper))) or (
            len(capitals) > 1 and any(map(_is_body_word, words))
        ):
            return re.sub(r"^(?:The|La|Le|Les|El|Los|Las)\s+|['’]s?$", "", match[0])
    return ""
