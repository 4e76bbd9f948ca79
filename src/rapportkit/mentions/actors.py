"""Whether a piece of text names somebody who can act: an office, a body, a country or a city, with what goes with it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rapportkit.mentions.cities import cities
from rapportkit.mentions.countries import mentions

LONGEST = 160
"""The letters that the name of an actor may have."""
# “UN” is no Spanish article.
_ARTICLE = re.compile(
    r"(?:(?:[Aa]nd|[Bb]ut|[Ee]t|[Mm]ais|[Yy]|[Pp]ero|[Tt]he|[Aa]n?|[Oo]ur|[Ll]es?|[Ll]a|[Aa]ux?|[Dd]es|[Dd]u|[Ll]os|[Ll]as|[Ee]l|[Aa]l|[Uu]na?|[Uu]ne)\s+|[Ll]['’]\s?|[^\w(]+)+"
)
FINITE = re.compile(
    r"\b(?:is|are|was|were|asks|calls|urges|asked|said|says|told|noted|stressed|explained|argued|recalled|dit|dijo|subrayó|señaló|invites|encourages|has|have|had|do|does|did|can|could|may|might|must|should|shall|will|would|needs?|"
    r"est|sont|ont|doi(?:t|vent)|peut|peuvent|faut|devrai(?:t|ent)|es|son|está|están|han|deben?|pueden?|hay|"
    r"deber[íi]an?|it|there|we|they|he|she|you|nous|vous|ils|elles|il|elle)\b",
    re.IGNORECASE,
)
_PARTS = {
    "en": re.compile(
        r"\s(?:of|in|at|from|with|for|to|on|by|between|across|among|within|under|without|through|who|that|which|whose|"
        r"responsible|involved|concerned|along|together|plus|as|and|or|including|such|like|&|not)\s|[,(;/]",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\s(?:de|des|du|à|aux?|dans|en|avec|pour|par|entre|sur|qui|que|dont|et|ou|ainsi|notamment|comme|y compris|non)\s|\sd['’]|[,(;/]",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\s(?:de|del|a|al|en|con|para|por|entre|sobre|que|y|e|o|u|así|incluid[oa]s?|como|no)\s|[,(;/]",
        re.IGNORECASE,
    ),
}
_GERUND = re.compile(r"(?<=\w)\s\w{2,}ing\b")
_THOSE = re.compile(
    r"(?:all |tou[st]e?s )?(?:those|ce(?:ux|lles)|quienes|los que|las que) (?:who|responsible|qui|que)?\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")

Span = tuple[int, int]
_AMONG_FIRST = 3
# “Agencies that recruit” names somebody, “the mayor explained that the key” does not.
_THAT = re.compile(r"(\w+)\s+(?:that\b|que\b|qu['’])", re.IGNORECASE)
_BESIDE = re.compile(
    r",\s(?:in|with|together|along|for|through|under|where|when|if|as (?:well|a)|at|on|by|after|before|avec|en|pour|par|dans|sous|après|"
    r"junto|con|para|bajo|tras)\s",
    re.IGNORECASE,
)
_AND = frozenset(["and", "or", "et", "ou", "y", "e", "o", ","])
# What holds no sentence's end, no dash and no word that opens a clause is one name.
_NO_NAME = re.compile(
    r"[!?:;]|(?<!\b[A-Z])\.\s|\s[–—-]\s|^(?:if|when|while|how|as|because|that|which|for|with|in|at|on|by|to|from|whether|since|no|not|none|neither|nor|"
    r"aucune?|nul|ningun[oa]?|ningún|ni|si|quand|comme|que|pour|avec|dans|en|sur|par|cuando|como|para|con|por|sobre|porque)\b"
    r"|\swhether\s|\s(?:and|or|but|et|ou|mais|y|e|o|pero)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Words:
    """The closed lists of data/addressees.json, in lower case but for bodies; heads and verbs by language."""

    heads: dict[str, frozenset[str]]
    people: dict[str, frozenset[str]]
    bodies: frozenset[str]
    before: dict[str, frozenset[str]]
    not_before: dict[str, frozenset[str]]
    shared: dict[str, frozenset[str]]
    acts: frozenset[str]


def actor(
    text: str, start: int, end: int, tag: str, *, people: bool = False, places: bool = True
) -> Span | None:
    """The part of a span that names who acts, without its article; None where it names nobody.

    `tag` is the language of the words; `people` lets those count who more often receive than act, `places`
    lets countries and cities count.

    >>> text = "the UN agencies and trade unions of Kenya"
    >>> actor(text, 0, len(text), "en"), actor("all visas", 0, 9, "en")
    ((4, 41), None)
    """
    article = _ARTICLE.match(text, start, end)
    start = article.end() if article else start
    # “Governments, in consultation with employers, should”: who acts is told ahead of the comma.
    if beside := _BESIDE.search(text, start, end):
        end = beside.start()
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ")."):
        end -= 1
    named = text[start:end]
    if not named or end - start > LONGEST or FINITE.search(named) or _NO_NAME.search(named):
        return None
    if named.count("(") != named.count(")"):
        return None
    if _THOSE.match(named):
        return start, end
    if any(
        said[1].casefold() not in _words().heads[tag] | _words().people[tag] for said in _THAT.finditer(named)
    ):
        return None
    return (start, end) if _names(named, tag, people=people, places=places) else None


def _names(named: str, tag: str, *, people: bool, places: bool) -> bool:
    part = _PARTS[tag].search(named)
    core = named[: part.start()] if part else named
    if _has_head(core, tag, people=people) or (places and _is_place(named, core)):
        return True
    # “Local and national authorities”: the first has its head with the second.
    if part and core.casefold() in _words().shared[tag] and part[0].strip() in _AND:
        return _names(named[part.end() :], tag, people=people, places=False)
    # “Countries negotiating …”, but “development financing institutions”.
    gerund = _GERUND.search(core)
    return gerund is not None and _has_head(core[: gerund.start()], tag, people=people)


def _has_head(core: str, tag: str, *, people: bool) -> bool:
    """Whether a noun that can act stands where the language has it: last in English, among the first elsewhere."""
    known = _words()
    spelled = _WORD.findall(core)
    if not spelled:
        return False
    if (spelled[-1] if tag == "en" else spelled[0]) in known.bodies:
        return True
    lower = [word.casefold() for word in spelled]
    heads = known.heads[tag] | known.people[tag] if people else known.heads[tag]
    if tag != "en":
        return any(word in heads for word in lower[:_AMONG_FIRST])
    head, ahead = lower[-1], lower[-2] if len(lower) > 1 else ""
    if head in known.before and ahead not in known.before[head]:
        return False
    return head in heads and ahead not in known.not_before.get(head, ())


def _is_place(named: str, core: str) -> bool:
    """Whether it begins with a country or city that is all of its core: “Trinidad and Tobago”, “Kenya and Mali”."""
    found = [*mentions(named), *cities(named)]
    return any(each.start == 0 and not each.demonym and each.end >= len(core.rstrip()) for each in found)


@cache
def _words() -> _Words:
    data = json.loads(files("rapportkit.mentions.data").joinpath("addressees.json").read_text("utf-8"))

    def sets(key: str) -> dict[str, frozenset[str]]:
        return {name: frozenset(words.split()) for name, words in data[key].items()}

    return _Words(
        heads=sets("heads"),
        people=sets("beneficiaries"),
        bodies=frozenset(data["bodies"].split()),
        before=sets("before_head"),
        not_before=sets("not_before"),
        shared=sets("shared"),
        acts=frozenset(data["acts"]["en"].split()),
    )


def is_act(word: str) -> bool:
    """Whether an English verb, in its ground form, tells what somebody is to do, in either spelling.

    >>> is_act("organize"), is_act("map"), is_act("meetings")
    (True, True, False)
    """
    word = word.casefold()
    return word in _words().acts or word.replace("iz", "is").replace("yz", "ys") in _words().acts
