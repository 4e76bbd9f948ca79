"""How a text tells of the persons and affiliations it names: speaking, as a note-taker's mark, or just named."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator

from rapportkit.mentions.ahead import ATTRIBUTION, THANKS
from rapportkit.mentions.around import described
from rapportkit.mentions.cities import is_city
from rapportkit.mentions.contacts import contacts
from rapportkit.mentions.persons import NEAR, Span, opens, saying_pattern
from rapportkit.mentions.seen import Seen
from rapportkit.mentions.speakers import affiliations
from rapportkit.mentions.vocabulary import UPPER, vocabulary
from rapportkit.mentions.way import Told, Way

_LATER = re.compile(
    r"\s*(?:\([^()]{1,80}\))?\s*(?:put it|has it|l['’]a (?:dit|indiqué|souligné|rappelé|noté)|lo (?:dijo|expresó))\b",
)
# The verb ahead of its subject: “Como dijo el Sr. …”, “comme l'a souligné Mme …”, “», a déclaré M. …”.
_SAID_AHEAD = re.compile(
    r"\b(?:dijo|señaló|subrayó|destacó|explicó|indicó|mencionó|afirmó|recordó|preguntó|propuso|recomendó|sugirió|"
    r"manifestó|expresó|añadió|agregó|declaró|sostuvo|comentó|reiteró|enfatizó|planteó|advirtió|resaltó|recalcó|"
    r"(?:l['’])?(?:a|ont) (?:dit|déclaré|souligné|noté|expliqué|indiqué|affirmé|précisé|ajouté|estimé|observé|rappelé)|"
    r"souligne|explique|précise|rappelle|déclare|ajoute) $",
    re.IGNORECASE,
)
# “Ambassador … of Freedonia opened”: whose, between the name and the verb.
_WHOSE = re.compile(
    rf"\s+(?:of|from|for|with|du|de la|de|des|del)\s+(?:(?:the|la|le|el)\s+|l['’])?{UPPER}[\w'’&-]*"
    rf"(?:\s+(?:(?:of|and|for|de|du|des|del|y|et)\s+)?{UPPER}[\w'’&-]*){{0,6}}",
)
_IT_WAS = re.compile(r"\b(?:it was|it is|c['’](?:est|était)|fue) (?:[^\W\d_]+\.? ){0,2}$", re.IGNORECASE)
# “Según la Sra. …”, “as noted by the Minister …”: the article parts the name from what attributes it.
_ARTICLE = re.compile(r"(?:\b(?:the|la|le|el)\s+|\bl['’])$", re.IGNORECASE)
_OFFICE = re.compile(r"(?:\b(?:the|la|le|el)\s+|\bl['’])(?:[a-zà-ÿ][\w-]+\s+)?$", re.IGNORECASE)
_BEFORE = 50
_WHO = re.compile(r",? (?:who|qui|quien|que) ", re.IGNORECASE)
_SIGN = re.compile(r"\s*(?:\([^()]{1,60}\))?\s*[\])]?\s*(?:[:–—]|-\s)")
_CAPITAL_FOLLOWS = re.compile(rf" {UPPER}")
_RARE_NAME = re.compile(rf"{UPPER}[^\W\d_]*[a-zß-ÿ](?:['’-][^\W\d_]+)*")
_NAME_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def tell(
    text: str,
    seen: Seen,
    *,
    fine: Collection[frozenset[str]] = (),
    surnames: Collection[str] = (),
    practice: bool = False,
) -> Iterator[Told]:
    """What a text tells of who took part; the same words are told once, in the gravest way.

    Persons all of whose words stand in one of the `fine` sets may be named. `surnames` are those of persons
    whose whole name stands elsewhere. What stands in brackets behind a `practice` tells its owner.
    """
    reached = [*contacts(text)]
    yield from (Told(Way.CONTACT, *span) for span in reached)
    taken = _Taken(reached)
    wides = _Taken()
    for start, end in sorted({*seen.persons, *_again(seen, surnames)}):
        if not taken.add(start, end):
            continue
        wide = described(text, (start, end), seen.runs)
        whose = _WHOSE.match(text, wide[1], wide[1] + NEAR)
        wides.add(wide[0], whose.end() if whose else wide[1])
        if not any(name_words(text[start:end]) <= names for names in fine):
            yield Told(_way(text, (start, end), wide), start, end)
    for start, end in sorted(
        {*affiliations(text, seen.mentioned, seen.runs, practice=practice, persons=seen.persons)}
    ):
        # A bracket or comma may stand between a person and the affiliation.
        if not wides.touches(start - 1, end + 1) and taken.add(start, end):
            is_person = _could_be_person(text, (start, end), seen)
            if not (is_person and any(name_words(text[start:end]) <= names for names in fine)):
                yield Told(Way.SPEAKER if is_person else Way.AFFILIATION, start, end)


class _Taken:
    """Stretches of a text that were told already."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans: list[Span] = []
        for span in spans:
            self.add(*span)

    def touches(self, start: int, end: int) -> bool:
        """Whether one of the stretches shares a letter with this one."""
        at = bisect_left(self._spans, (end, 0))
        return any(start < last for _, last in self._spans[max(0, at - 2) : at])

    def add(self, start: int, end: int) -> bool:
        """Take a stretch; False where another has some of it already."""
        if self.touches(start, end):
            return False
        insort(self._spans, (start, end))
        return True


def name_words(name: str) -> frozenset[str]:
    """The words of a person's name, as names are compared: without case, initials and genitive.

    >>> sorted(name_words("Ana P. EXEMPLO’s"))
    ['ana', 'exemplo']
    """
    words = (re.sub(r"['’]s?$", "", word[0]).casefold() for word in _NAME_WORD.finditer(name))
    return frozenset(word for word in words if len(word) > 1)


def _again(seen: Seen, surnames: Collection[str]) -> Iterator[Span]:
    """Where a person whose whole name stands elsewhere is named by the surname, with the names ahead of it."""
    if not surnames:
        return
    for run in seen.runs:
        start = None
        for word, is_name in zip(run.words, run.named, strict=True):
            if not is_name:
                start = None
                continue
            start = word.start if start is None else start
            if word.plain in surnames:
                yield start, word.end
                start = None


def _could_be_person(text: str, span: Span, seen: Seen) -> bool:
    """Whether what speaks is rather a person with rare names than an organisation: “Ilva Modelska said”.

    Two or three capitalised words without an article, none of them common, a country, a city, or in capitals.
    """
    known = vocabulary()
    start, end = span
    words = text[start:end].split()
    plain = tuple(word.casefold() for word in words)
    at = bisect_left(seen.mentioned, start, key=lambda each: each.start)
    names_country = at < len(seen.mentioned) and seen.mentioned[at].start < end
    return (
        len(words) in {2, 3}
        and plain not in known.places
        and known.ordinary.isdisjoint(plain)
        and known.organisations.isdisjoint(plain)
        and all(_RARE_NAME.fullmatch(word) for word in words)
        and not names_country
        # “Barcelona Activa noted”: a body that is called after its city.
        and not any(is_city(word) for word in words)
        and not _ARTICLE.search(text, max(0, start - _BEFORE), start)
    )


def _way(text: str, span: Span, wide: Span) -> Way:
    """How a person is told, by what stands around the name; `wide` is the name with office and affiliation."""
    (start, end), (first, last) = span, wide
    if opens(text, start):
        if _SIGN.match(text, last, last + NEAR) or _SIGN.match(text, end, end + NEAR):
            return Way.PREFIX
        if " " not in text[start:end] and _CAPITAL_FOLLOWS.match(text, end):
            return Way.PREFIX
    before = _OFFICE.sub("", text[max(0, first - _BEFORE) : first])
    is_thanked = THANKS.search(before)
    if not is_thanked and (ATTRIBUTION.search(before) or _SAID_AHEAD.search(before)):
        return Way.SPEAKER
    saying = saying_pattern(of_person=True)
    whose = _WHOSE.match(text, last, last + NEAR)
    for stop in (whose.end() if whose else last, last, end):
        after = text[stop : stop + NEAR]
        who = _WHO.match(after)
        if saying.match(after) or saying.match(after, after.startswith(",")) or _LATER.match(after):
            return Way.SPEAKER
        if who and _IT_WAS.search(before) and saying.match(after, who.end() - 1):
            return Way.SPEAKER
    return Way.PERSON
