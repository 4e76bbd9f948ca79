"""Which of the places in a sentence something belongs to: the subject, who has a law, where it is done.

Where people come from or go to, and whom something is for, are other places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapportkit.text.plain import sentences


class Place(NamedTuple):
    """A country or city named in a text; `kind` is "country", "city", or "people" for an adjective of one."""

    start: int
    end: int
    code: str
    kind: str


_AHEAD = 60
_OPENING = re.compile(
    r"[\s\"“«•*–-]*(?:(?:in|at|au|aux|en|à|dans|the|la|le|les|el|los|l['’]|city of|cities of|government of|case of|the)\s*|"
    r"(?:the |la |le |el )?(?:city|cities|town|municipality|government|province|ville|gouvernement|gobierno|ciudad|"
    r"municipio|municipalité|ayuntamiento|alcaldía) (?:of|de la|de|du|del|d['’])\s*(?:the\s*)?|for example,?\s*|"
    r"par exemple,?\s*|por ejemplo,?\s*)*$",
    re.IGNORECASE,
)
# “Skills partnerships: Germany trains …”: the sentence proper begins behind what it is about.
_TOPIC = re.compile(r"^.*(?::\s|\s[–—-]\s)", re.DOTALL)
_IN = re.compile(
    r"\b(?:in|at|across|within|throughout|au|aux|en|à|dans)\s+(?:(?:the|la|le|el|les|los)\s+|l['’])?"
    r"(?:(?:city|town|municipality|ville|ciudad|port|province|region)\s+(?:of|de|d['’])\s*)?$",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\b(?:of|by|between|among|de|du|des|del|entre|par|por|d['’])\s*(?:(?:the|la|le|el|les|los)\s+|l['’])?"
    r"(?:(?:city|town|municipality|government|ville|ciudad|gobierno|gouvernement)\s+(?:of|de|d['’])\s*)?$",
    re.IGNORECASE,
)
# Another place: of origin, of destination, of whom it is for.
_OTHER = re.compile(
    r"(?:\b(?:from|to|towards?|into|for|outside|with|against|like|near|via|through|about|on|desde|hacia|vers|depuis|"
    r"pour|contre|avec|con|para|a|"
    r"(?:living|live|lives|residing|reside|settled|working|work|works|born|abroad|stay|staying|arrived|arriving|vivant|"
    r"vivent|résidant|installés|nés|viven|residen|residentes|nacid[oa]s) (?:in|at|au|en|à|aux))\s+"
    r"|\b(?:secretariat|headquarters|headquartered|seat|secrétariat|siège|sede|secretaría) (?:in|at|à|au|en)\s+"
    r"|\b(?:migrants?|workers?|refugees?|returnees?|citizens?|nationals|people|persons|women|men|children|students|youth|"
    r"nurses|families|communit(?:y|ies)|diasporas?|emigrants?|immigrants?|ressortissants?|travailleurs|réfugiés|enfants|"
    r"personnes|migrantes|trabajadores|refugiados|ciudadanos|mujeres|niños|familias|personas|venus|originaires|"
    r"procedentes|provenientes|visas?) (?:of|from|de|du|des|del|d['’])\s*)(?:(?:the|la|le|el|les|los)\s+|l['’])?$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"['’]s?(?=\s|$)")
_STATE = re.compile(
    r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}?(?:government|ministry|minister|ministries|authorit(?:y|ies|ées)|parliament|law|laws|act|police|"
    r"policy|policies|state|cit(?:y|ies)|municipalit(?:y|ies)|embass(?:y|ies)|consulates?|agency|agencies|court|courts|"
    r"model|example|experience|case|practice|programme|program|scheme|initiative|system|fund|plan|strategy|legislation|"
    r"constitution|registry|regions?|NGOs?|cooperatives?|co-operatives?|unions?|trade unions|schools?|universit(?:y|ies)|"
    r"chambers?|employers|companies|foundation|network|campaign|pilot)\b",
    re.IGNORECASE,
)
_STATE_AHEAD = re.compile(
    r"\b(?:gouvernement|ministère|autorités|parlement|loi|police|politique|état|villes?|municipalités?|consulats?|"
    r"tribunal|modèle|exemple|expérience|programme|système|fonds|plan|stratégie|constitution|régions?|syndicats?|"
    r"écoles?|universités?|fondation|réseau|gobierno|ministerio|autoridades|parlamento|ley|policía|política|estado|"
    r"ciudad(?:es)?|municipios?|consulados?|modelo|ejemplo|experiencia|programa|sistema|fondo|estrategia|"
    r"constitución|sindicatos?|escuelas?|universidad(?:es)?|fundación|red)\s+$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\s*(?:,\s*(?:and\s+|et\s+|y\s+)?|/|[-–‑]|\s(?:and|et|y|&)\s+)(?:(?:the|la|le|el|les)\s+|l['’]|(?:du|de la|de|des|del)\s+)?"
)
_NEXT_TO = re.compile(r"\s*(?:,\s*|\()")


def claims(text: str, found: Sequence[Place]) -> tuple[Place, ...]:
    """The places that the first telling sentence belongs to, those listed with them included."""
    for start, end in _stretches(text):
        here = [each for each in found if start <= each.start and each.end <= end]
        ranked = [(rank, each) for each in here if (rank := _rank(text, each, start)) is not None]
        if ranked:
            best = min(rank for rank, _ in ranked)
            chosen = [each for rank, each in ranked if rank == best]
            return tuple(_listed(text, chosen[0], here))
    return ()


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    for start, end in sentences(text):
        at = start
        for line in text[start:end].split("\n"):
            yield at, at + len(line)
            at += len(line) + 1


def _rank(text: str, place: Place, start: int) -> int | None:
    """How surely something is the place's: 0 as what the sentence opens with, None for another place."""
    before = text[max(start, place.start - _AHEAD) : place.start]
    after = text[place.end : place.end + _AHEAD]
    if place.kind == "people":
        return 1 if _STATE.match(after) or _STATE_AHEAD.search(before) else None
    if _OPENING.fullmatch(_TOPIC.sub("", text[start : place.start])):
        return 0
    if _OTHER.search(before):
        return None
    if _IN.search(before):
        return 2
    if _OWNED.match(after) or _OF.search(before):
        return 3
    return 4


def _listed(text: str, first: Place, here: Sequence[Place]) -> Iterator[Place]:
    """A place, and those listed with it or told beside it: “Kenya and Canada”, “Mombasa, Kenya”."""
    yield first
    last = first
    for each in here:
        if each.start < last.end:
            continue
        between = text[last.end : each.start]
        if each.kind == "people" or not (_LISTED.fullmatch(between) or _NEXT_TO.fullmatch(between)):
            return
        yield each
        last = each
