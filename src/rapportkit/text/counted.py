"""Lists that are announced with their number: "the following three recommendations:", in English, French and Spanish."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

_NUMBERS = (
    ("two", "deux", "dos"),
    ("three", "trois", "tres"),
    ("four", "quatre", "cuatro"),
    ("five", "cinq", "cinco"),
    ("six", "six", "seis"),
    ("seven", "sept", "siete"),
    ("eight", "huit", "ocho"),
    ("nine", "neuf", "nueve"),
    ("ten", "dix", "diez"),
    ("eleven", "onze", "once"),
    ("twelve", "douze", "doce"),
)
_VALUES = {word: number for number, words in enumerate(_NUMBERS, 2) for word in words} | {
    str(number): number for number in range(2, 21)
}
# What lists are lists of. States, groups, years and the like are counted, too, but mostly in passing.
_NOUNS = r"""
    recommendations? | points? | messages? | priorit(?:y|ies) | actions? | indicators? | challenges? | examples?
    | areas? | themes? | topics? | questions? | parts? | observations? | principles? | steps? | lessons? | issues?
    | proposals? | measures? | ways? | reasons? | pillars? | practices? | objectives? | goals? | conclusions? | ideas?
    | gaps? | needs? | factors? | elements? | commitments? | obstacles? | barriers? | concerns? | opportunities
    | things? | aspects? | suggestions? | findings? | takeaways? | conditions? | solutions? | initiatives? | tasks?
    | recommandations? | d[ée]fis? | exemples? | domaines? | th[èe]mes? | observations? | principes?
    | [ée]tapes? | le[çc]ons? | enjeux | propositions? | mesures? | raisons? | piliers? | pratiques? | objectifs?
    | conclusions? | id[ée]es? | lacunes? | besoins? | facteurs? | [ée]l[ée]ments? | engagements? | obstacles?
    | pr[ée]occupations? | messages? | priorit[ée]s? | axes? | pistes? | constats?
    | recomendaci[óo]n(?:es)? | puntos? | mensajes? | prioridad(?:es)? | acci[óo]n(?:es)? | indicador(?:es)?
    | desaf[íi]os? | retos? | ejemplos? | [áa]reas? | temas? | preguntas? | partes? | observacion(?:es)?
    | principios? | pasos? | lecci[óo]n(?:es)? | cuestion(?:es)? | propuestas? | medidas? | razon(?:es)? | pilares?
    | pr[áa]cticas? | objetivos? | conclusion(?:es)? | ideas? | brechas? | necesidad(?:es)? | factor(?:es)?
    | elementos? | compromisos? | obst[áa]culos? | preocupacion(?:es)? | oportunidad(?:es)? | ejes?
"""
# What may stand between the noun and the colon without making another sentence of it.
_TAIL = r"""
    were | was | are | is | be | been | being | emerged | identified | raised | stressed | made | agreed | discussed
    | proposed | highlighted | mentioned | suggested | named | given | noted | shared | stand | stood | out | can | could
    | should | here | below | following | as | follows | in | the | this | our | for | to | from | of | by | and | session | participants
    | discussion | debate | group | particular | on | that | which | main | key | way | forward | up | at | end | we | have | has
    | governments? | states? | civil | society | policy | practice | action | improvement | concern
    | convergence | agreement | divergence | importance
    | sont | ont | [ée]t[ée] | suivante?s? | principales? | principaux | cl[ée]s? | formul[ée]e?s? | identifi[ée]e?s?
    | retenue?s? | soulev[ée]e?s? | propos[ée]e?s? | ressorti | [ée]merg[ée] | de | la | le | les | l | d | du | des | se
    | session | s[ée]ance | participants? | comme | suit | ci-dessous | pour | par | dans | au | cours | prioritaires?
    | son | fueron | han | sido | siguientes? | clave | formulad[ao]s? | identificad[ao]s? | planteada?o?s? | propuest[ao]s?
    | surgieron | se | sesi[óo]n | el | los | las | en | con | una? | para | por | principales | prioritari[ao]s
    | como | sigue | a | continuaci[óo]n | participantes | durante
"""
_WORDS = "|".join(sorted(_VALUES, key=len, reverse=True))
_NUMBER = rf"(?<![\w.,/-])(?P<number>{_WORDS})(?![\w/%-]|[.,]\d)"
# "SDG 8 priorities:", "Under item 3, points …:" name something by its number.
_NAMED = re.compile(
    r"(?:goals?|sdgs?|targets?|objectives?|articles?|items?|sessions?|groups?|tables?|paragraphs?|paras?|sections?|parts?"
    r"|chapters?|annex(?:es)?|odd|ods|objectifs?|cibles?|points?|partie|s[ée]ances?|groupes?|objetivos?|metas?|puntos?"
    r"|sesi[óo]n(?:es)?|grupos?|no|n[o°º]|nos|round\s*table|roundtable|day|jour|d[íi]a|phase|pillar|pilier|pilar)\W*$",
    re.IGNORECASE,
)
_ANNOUNCED = (
    # As in "three general observations were made" before the colon.
    re.compile(
        rf"{_NUMBER}(?:\s+[\w’'-]+){{0,2}}?\s+(?:{_NOUNS})(?:[\s,’']+(?:{_TAIL})){{0,9}}\s*:\s*$",
        re.IGNORECASE | re.VERBOSE,
    ),
    # As in "the following three", "the following three cities of the region", "les trois villes suivantes".
    re.compile(rf"\bfollowing\s+{_NUMBER}(?:\s+[\w’'-]+){{0,5}}\s*:\s*$", re.IGNORECASE),
    re.compile(
        rf"\b(?:les|los|las)\s+{_NUMBER}(?:\s+[\w’'-]+){{1,3}}\s+(?:suivante?s|siguientes)\s*:\s*$",
        re.IGNORECASE,
    ),
)
_LONGEST = 200
_MOST_RUNS = 5
_SENTENCE_END = re.compile(r"[.!?;]\s+(?=\S)")
_RUN = re.compile(r":\s*(?=\(?[1a][.)]\s)")


class Announced(NamedTuple):
    """A number that announces a list: as it is written, and as a number."""

    word: str
    number: int


def announced(text: str) -> Announced | None:
    """The number of items that a text announces with its last words; None where it announces none.

    >>> announced("The session made the following three recommendations:")
    Announced(word='three', number=3)
    >>> announced("Trois recommandations ont été formulées :").number, announced("Cinco mensajes clave:").number
    (3, 5)
    >>> announced("In these three countries, participants noted:") is None
    True
    """
    end = text[-_LONGEST:].rstrip()
    if not end.endswith(":"):
        return None
    starts = [found.end() for found in _SENTENCE_END.finditer(end)]
    last = end[starts[-1] :] if starts else end
    for form in _ANNOUNCED:
        if found := form.search(last):
            # Of "two of the three priorities:" the first number counts, and no one knows which is meant.
            several = len(_numbers(last)) > 1 or _NAMED.search(last[: found.start("number")])
            return None if several else _announced(found["number"])
    return None


def announced_inside(text: str) -> tuple[Announced, int, int] | None:
    """What a text announces and then counts in its own line: announcement, items, and where the colon ends.

    >>> announced_inside("The law has four principles: 1) work; 2) school; 3) health.")
    (Announced(word='four', number=4), 3, 28)
    """
    for found in islice(_RUN.finditer(text), _MOST_RUNS):
        said = announced(text[max(0, found.start() - _LONGEST) : found.start() + 1])
        if said is not None and (count := _chain(text[found.end() :])) > 1:
            return said, count, found.start() + 1
    return None


def _announced(word: str) -> Announced:
    return Announced(word, _VALUES[word.casefold()])


def _numbers(text: str) -> list[str]:
    return re.findall(_NUMBER.replace("?P<number>", "?:"), text, re.IGNORECASE)


def _chain(text: str) -> int:
    """How far "1) … 2) … 3) …" or "a) … b) …" counts."""
    found = re.match(r"(\(?)([1a])([.)])", text)
    if found is None:
        return 0
    opening, first, closing = map(str, found.groups())
    count, at = 1, found.end()
    while count < 20:
        label = str(count + 1) if first == "1" else chr(ord("a") + count)
        following = re.compile(rf"(?<=\s){re.escape(opening + label + closing)}(?=\s)").search(text, at)
        if following is None:
            return count
        count, at = count + 1, following.end()
    return count
