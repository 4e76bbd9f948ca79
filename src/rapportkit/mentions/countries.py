"""Countries that a text names, by ISO 3166 alpha-3 code: a word trie over names, aliases and demonyms."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from rapportkit.mentions.tongues import is_tongue
from rapportkit.mentions.vocabulary import vocabulary

_WORD = re.compile(r"[^\W\d_]+|&")
# What may stand between the words of one name; a comma parts two names.
_GAP = re.compile(r"[ \u00a0'’.\-‐‑]{0,3}")
_COMMA = re.compile(r",? ")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
# Written together with the next word: and, in, to, so, as.
_ARABIC_PREFIXES = "وبلفك"
_HYPHENS = frozenset("-‐‑–")
_TONGUES = frozenset(["en", "fr", "es"])


@dataclass(frozen=True, slots=True)
class Mention:
    """A country named in a text, from `start` to `end`; `demonym` where an adjective or people names it."""

    start: int
    end: int
    code: str
    demonym: bool = False


@dataclass(frozen=True, slots=True)
class _Name:
    """One name: its words after the first, its code ("" for what is no country), and its spelling."""

    rest: tuple[str, ...]
    code: str
    demonym: bool
    spelling: str
    exact: bool


def countries(text: str, language: str = "") -> tuple[str, ...]:
    """The codes of all countries named in a text, sorted.

    >>> countries("Mexico’s law and New Mexico’s; for us, the UK and Moroccan returnees from Guinea-Bissau")
    ('GBR', 'GNB', 'MAR', 'MEX')
    """
    return tuple(sorted({mention.code for mention in mentions(text, language)}))


def country_name(code: str, language: str = "en") -> str:
    """The short name of a country as the United Nations write it, in English, French or Spanish.

    English stands in for another language, and the code itself for what is no country's.

    >>> country_name("CIV", "es"), country_name("NLD", "fr"), country_name("TUR", "ru"), country_name("XYZ")
    ("Côte d'Ivoire", 'Pays-Bas (Royaume des)', 'Türkiye', 'XYZ')
    """
    names = _un_names()
    return names.get(language.partition("-")[0].casefold(), names["en"]).get(code, code)


def mentions(text: str, language: str = "") -> list[Mention]:
    """Where a text names countries, in order; the longest name wins ("South Sudan" is not Sudan).

    Demonyms are known in English and in the text's own language.
    """
    tongues = frozenset({"en", language}) & _TONGUES
    found = [*_spelled(text, tongues)]
    if _HAN.search(text):
        found.extend(
            Mention(each.start(), each.end(), _han()[0][each[0]]) for each in _han()[1].finditer(text)
        )
    return sorted(found, key=lambda mention: mention.start)


def _spelled(text: str, tongues: frozenset[str]) -> Iterator[Mention]:
    table = _table(tongues)
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    folded = [_fold(word) for word, _, _ in words]
    is_shouted = text.isupper()
    at = 0
    while at < len(words):
        names = table.get(folded[at], ())
        if not names and _ARABIC.match(words[at][0]) and folded[at][0] in _ARABIC_PREFIXES:
            names = table.get(folded[at][1:], ())
        for name in names:
            last = at + len(name.rest)
            if _stands(name, words[at : last + 1], folded[at : last + 1], text, is_shouted=is_shouted):
                if name.code and not (
                    is_tongue(text, words, at, last) if name.demonym else _is_person(name, words, at, text)
                ):
                    yield from _compound(words, folded, at, text, demonym=name.demonym)
                    yield Mention(words[at][1], words[last][2], name.code, name.demonym)
                at = last
                break
        at += 1


def _stands(
    name: _Name, words: list[tuple[str, int, int]], folded: list[str], text: str, *, is_shouted: bool
) -> bool:
    if tuple(folded[1:]) != name.rest:
        return False
    first = words[0][0]
    if name.exact:
        return "".join(word for word, _, _ in words) == name.spelling and not is_shouted
    # “China” and “china”: a name that is written with a capital must be met with one.
    if name.spelling[0].isupper() and first[0].islower():
        return False
    gap = _COMMA if "," in name.spelling else _GAP
    return all(gap.fullmatch(text, end, start) for (_, _, end), (_, start, _) in pairwise(words))


def _is_person(name: _Name, words: list[tuple[str, int, int]], at: int, text: str) -> bool:
    """Whether a country's name is that of a person: “Michael Jordan”, “Jordan Exemplo said”."""
    if name.spelling not in _also_persons():
        return False
    known = vocabulary()
    if at and text[words[at - 1][2] : words[at][1]] == " " and words[at - 1][0] in known.given:
        return words[at - 1][0].casefold() not in known.ordinary
    following = [word for word, start, _ in words[at + 1 : at + 3] if text[start - 1 : start] == " "]
    if len(following) < 2 or text[words[at][2] : words[at + 1][1]] != " ":
        return False
    return (
        following[0].istitle()
        and following[1].islower()
        and following[0].casefold() not in known.ordinary | known.organisations
        and _fold(following[0]) not in _table(frozenset())
    )


def _compound(
    words: list[tuple[str, int, int]], folded: list[str], at: int, text: str, *, demonym: bool
) -> Iterator[Mention]:
    """The country in the first half of “franco-tunisien”."""
    if demonym and at and text[words[at - 1][2] : words[at][1]] in _HYPHENS:
        code = _data()["compounds"].get(folded[at - 1])
        if code:
            yield Mention(words[at - 1][1], words[at - 1][2], str(code), demonym=True)


@cache
def _also_persons() -> frozenset[str]:
    return frozenset(_data()["also_persons"])


@cache
def _table(tongues: frozenset[str]) -> dict[str, tuple[_Name, ...]]:
    """First word to the names that begin with it, longest first."""
    data = _data()
    exact = frozenset(data["capitals_only"])
    # “Suisse” and “suisse”: a country and its people, told apart by the capital.
    spelled: dict[tuple[tuple[str, ...], bool], _Name] = {}
    entries = [(name, code, False) for code, names in data["names"].items() for name in names]
    entries += [(name, "", False) for name in data["no_country"]]
    entries += [
        (name, code, True) for tongue in sorted(tongues) for name, code in data["demonyms"][tongue].items()
    ]
    for name, code, demonym in entries:
        words = _WORD.findall(name.replace("&", " & "))
        folded = tuple(map(_fold, words))
        # Initials with full stops (“U.S.”) are as much a matter of capitals as those without.
        is_exact = name in exact or all(len(word) == 1 for word in words)
        spelling = "".join(words) if is_exact else name
        key = folded, spelling[0].islower()
        spelled.setdefault(key, _Name(folded[1:], code, demonym, spelling, is_exact))
    table: dict[str, list[_Name]] = {}
    for (folded, _), entry in spelled.items():
        table.setdefault(folded[0], []).append(entry)
    return {first: tuple(sorted(names, key=lambda name: -len(name.rest))) for first, names in table.items()}


@cache
def _han() -> tuple[dict[str, str], re.Pattern[str]]:
    """Chinese writes no spaces: its names are looked for anywhere, the longest first."""
    codes = {
        name: code for code, names in _data()["names"].items() for name in names if _HAN.fullmatch(name[0])
    }
    return codes, re.compile("|".join(sorted(map(re.escape, codes), key=len, reverse=True)))


@cache
def _un_names() -> dict[str, dict[str, str]]:
    table = json.loads(files("rapportkit.mentions.data").joinpath("un_names.json").read_text("utf-8"))
    return {language: names for language, names in table.items() if isinstance(names, dict)}


@cache
def _data() -> dict[str, dict[str, dict[str, str]]]:
    table: dict[str, dict[str, dict[str, str]]] = json.loads(
        files("rapportkit.mentions.data").joinpath("countries.json").read_text("utf-8"),
    )
    return table


@cache
def _fold(word: str) -> str:
    if word == "&":
        return "and"
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
