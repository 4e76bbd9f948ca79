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
    # Participles say how the items came about: “were put forward”, “ont été relevés”, “fueron señalados”.
    | [a-z]{2,}ed | [^\W\d]{2,}[ée]e?s | [^\W\d]{2,}[ai]d[oa]s
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
# Who speaks and how long it takes is counted in passing; anything else in the plural may be what is listed.
_IN_PASSING = r"""
    years | months | weeks | days | hours | minutes | times | decades | delegates | delegations | participants | speakers
    | panell?ists | members | ministers | states | governments | rapporteurs | moderators | colleagues | women | men
    | ans | ann[ée]es | mois | semaines | jours | heures | minutes | fois | d[ée]l[ée]gu[ée]e?s | d[ée]l[ée]gations
    | participante?s | orateurs | intervenante?s | membres | ministres | [ée]tats | gouvernements | femmes | hommes
    | años | meses | semanas | d[íi]as | horas | minutos | veces | delegad[oa]s | delegaciones | participantes
    | orador[ea]s | miembros | ministr[oa]s | estados | gobiernos | mujeres | hombres
"""
_PLURAL = rf"(?!(?:{_IN_PASSING})\b)[^\W\d][\w’'-]+(?<![su])[sx]"
# “Dos and don’ts”, “once reforms are made” are English; and a figure may be the name of what stands ahead.
_SPELT = "|".join(word for words in _NUMBERS for word in sorted({*words} - {"once"}, key=len, reverse=True))
_THINGS = rf"(?<![\w.,/-])(?P<number>{_SPELT})\s+(?:(?!(?:and|of|or|to|et|ou|de|des|y|o)\b)[^\W\d][\w’'-]*\s+)?{_PLURAL}"
# “In two sessions”, “over three panels”: where it was, and no list of them.
_NO_PLACE = r"(?<!\bin\s)(?<!\bat\s)(?<!\bfor\s)(?<!\bover\s)(?<!\bamong\s)(?<!\bafter\s)(?<!\bduring\s)(?<!\bacross\s)"
_NO_PLACE += (
    r"(?<!\ben\s)(?<!\bdans\s)(?<!\bpendant\s)(?<!\bdurante\s)(?<!\bentre\s)(?<!\btras\s)(?<!\bapr[eè]s\s)"
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
_ALL_OF_THEM = re.compile(
    # As in "seven panels:", "seven panels were held:", "cinq ateliers ont été organisés :".
    rf"{_NO_PLACE}{_THINGS}(?:\s+(?:(?:were|are|have|has|been|being|ont|sont|furent|[ée]t[ée]|fueron|son|han|sido)\s+)+"
    r"[^\W\d]+(?:ed|ade|eld|iven|en|[ée]e?s|[ai]d[oa]s|stas|stos))?\s*:\s*$",
    re.IGNORECASE | re.VERBOSE,
)
# As in "was built around seven panels, each on one of the main themes:" ahead of "1) …": a free tail, where
# the number is an object, and nobody else becomes the subject ahead of the colon.
_BUILT_OF = re.compile(
    r"\b(?:into|around|of|on|with|ha[sd]|have|are|were|is|was|held|made|includ\w+|compris\w+|cover\w+|contain\w+|[a-z]{3,}ed"
    r"|en|autour\s+de|compren\w+|comport\w+|compt\w+|avait|a|tiene|tenía|incluye|comprende|sobre)\s+(?:the\s+|its\s+|these\s+|following\s+)?"
    rf"{_THINGS}(?P<tail>[^.;:\n]*):\s*$",
    re.IGNORECASE | re.VERBOSE,
)
_ANOTHER_CLAUSE = re.compile(
    rf"\b(?:following|suivante?s|siguientes|{_IN_PASSING})\b"
    r"|\b(?:and|but|while|where|when|whose|et|mais|o[uù]|y|pero|donde)\b"
    r"|\b(?:who|they|we|it|he|she|ils|elles|nous|on|ellos|ellas)\b",
    re.IGNORECASE | re.VERBOSE,
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
    for form in (*_ANNOUNCED, _ALL_OF_THEM):
        if found := form.search(last):
            return None if _is_unsure(last, found) else _announced(found["number"])
    return None


def _is_unsure(last: str, found: re.Match[str]) -> bool:
    """Whether another number stands beside it, or it names something.

    Of “two of the three priorities:” no one knows which is meant.
    """
    return len(_numbers(last)) > 1 or _NAMED.search(last[: found.start("number")]) is not None


def _built_of(text: str) -> Announced | None:
    """The number of things that a sentence is about, which an enumeration in its own line then counts."""
    end = text[-_LONGEST:].rstrip()
    last = end[max((found.end() for found in _SENTENCE_END.finditer(end)), default=0) :]
    found = _BUILT_OF.search(last)
    if found is None or _ANOTHER_CLAUSE.search(found["tail"]) or _is_unsure(last, found):
        return None
    return _announced(found["number"])


def announced_inside(text: str) -> tuple[Announced, int, int] | None:
    """What a text announces and then counts in its own line: announcement, items, and where the colon ends.

    >>> announced_inside("The law has four principles: 1) work; 2) school; 3) health.")
    (Announced(word='four', number=4), 3, 28)
    """
    for found in islice(_RUN.finditer(text), _MOST_RUNS):
        ahead = text[max(0, found.start() - _LONGEST) : found.start() + 1]
        said = announced(ahead) or _built_of(ahead)
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
