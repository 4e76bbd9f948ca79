"""Who is heard without being the subject of a verb right behind: beside a speaker, in brackets, behind the verb.

“…, supported by Germany, asked for time”, “The Minister (Norway) promised”, “Wages are late, said Norway.”,
“Norway: wages are late.”
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from rapportkit.mentions.attribution import abbreviates
from rapportkit.mentions.bodies import is_organisation
from rapportkit.mentions.breaths import lists
from rapportkit.mentions.countries import Mention
from rapportkit.mentions.persons import Run, Span
from rapportkit.mentions.vocabulary import UPPER, vocabulary

_NEAR, _FAR = 60, 400
_ARTICLE = r"(?:the\s|la\s|le\s|el\s|l['’]\s?)?"
_BESIDE = re.compile(
    r"(?:,|\s[–—])\s(?:(?:(?:then |later )?(?:supported|backed|seconded|joined|followed|accompanied|flanked) by|"
    r"with (?:the )?(?:support|backing) (?:of|from)|together with|along with|"
    r"(?:appuyée?s?|soutenue?s?|suivie?s?|rejointe?s?|secondée?s?|épaulée?s?) par|avec (?:l['’]appui|le soutien) d(?:e|u|es)|"
    r"(?:apoyad[oa]s?|respaldad[oa]s?|secundad[oa]s?|seguid[oa]s?) por|con el (?:apoyo|respaldo) del?)\s|"
    rf"avec (?:l['’]appui|le soutien) d['’]){_ARTICLE}$",
    re.IGNORECASE,
)
_LONG = 120
_SHORT = 2
_JOINED = re.compile(r"(?:,|,?\s(?:and|et|y))\s[^.;:!?()\n]{0,60}")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_FULL = re.compile(
    rf"{UPPER}[\w'’-]*(?:\s(?:(?:of|for|on|and|the|de|la|les?|des|du|pour|del|para|los|las|el|y|et)\s){{0,2}}(?:[dl]['’])?{UPPER}[\w'’-]*)*$"
)
_SENTENCE = re.compile(r"(?:.*(?:[.!?;]\s|\n))?", re.DOTALL)
_ENDS = re.compile(r"\s*(?:[.;!?]|$)")
# Verbs that take no country as their object.
_SAID = re.compile(
    r"[,”\"»’'!?–—-]\s?(?:(?:also|then)\s)?(?:said|says|noted|notes|argued|argues|stressed|explained|explains|insisted|replied|"
    r"warned|objected|observed|concluded|remarked|commented|answered|added|adds|"
    r"(?:a|ont) (?:dit|déclaré|souligné|noté|expliqué|ajouté|rappelé|fait valoir|répondu|estimé)|souligne|explique|"
    r"dijo|dijeron|señaló|señalaron|subrayó|subrayaron|explicó|explicaron|añadió|añadieron|agregó|agregaron|sostuvo|advirtió)"
    rf"\s{_ARTICLE}(?:(?:[\w'’-]+\s){{1,5}}\()?$",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?(?:[.;,!?)]|$)")
_AND = re.compile(rf",?\s(?:and|et|y|&)\s{_ARTICLE}|,\s{_ARTICLE}", re.IGNORECASE)
_ASIDE = re.compile(rf"(?P<who>[^\W\d_][\w'’-]*)[ \u00a0]\((?P<inside>{UPPER}[^()\n\d]{{1,60}})\)")
# What says something without being anybody.
_THINGS = re.compile(
    r"(?:reports?|papers?|documents?|texts?|agreements?|conventions?|protocols?|laws?|acts?|directives?|polic(?:y|ies)|programmes?|"
    r"programs?|projects?|plans?|strateg(?:y|ies)|frameworks?|resolutions?|data|stud(?:y|ies)|surveys?|research|articles?|"
    r"guidelines?|principles|statements?|figures?|book|guide|index|pacts?|compacts?|declarations?|charters?|campaign|"
    r"rapports?|études?|enquêtes?|lois?|accords?|pactes?|déclarations?|conventions?|stratégies?|informes?|estudios?|"
    r"encuestas?|ley(?:es)?|acuerdos?|pactos?|declaraci(?:ón|ones)|convenios?|estrategias?)",
    re.IGNORECASE,
)
_OPENS = re.compile(rf"(?:^|\n|[.!?;:]\s)[\s\"'“‘«•*–-]*{_ARTICLE}$", re.IGNORECASE)
# How things are or ought to be is a view; what a country does, and since when, is a fact.
_VIEW = re.compile(
    r"(?:\s?\([^()]{1,40}\))?\s?:\s+(?:[\"“«]\s?)?(?!that\b|under\b)[a-zà-ÿ](?:[^\d\n.!?;:]{0,60}?[^\W\d_])?(?<!\bthat)(?<!\bwho)(?<!\bwhich)(?<!\bqui)(?<!\bque)\s"
    r"(?:is|are|remains?|should|must|ought|needs?|cannot|can['’]t|isn['’]t|aren['’]t|(?:n['’])?est|(?:ne )?sont|restent?|doi(?:t|vent)|devrai(?:t|ent)|"
    r"es|son|están?|siguen?|deben?|deber[íi]an?)\b(?![^\n.!?;]*\d)"
)


def standing_by(text: str, groups: Sequence[Span], speakers: Sequence[Span]) -> Iterator[Span]:
    """Names told as standing by a speaker: between the speaker and the verb, or at the end of what was said.

    Who pays for a centre stands by no speaker: “The centre, run with the support of Chile, opened”.
    """
    heard = sorted(speakers)
    for start, end in groups:
        if not _BESIDE.search(text, max(0, start - _NEAR), start):
            continue
        if text[end : end + 1] == "," and _saying(of_person=False).match(text, end + 1):
            yield start, end
        elif _ENDS.match(text, end):
            ahead = max(0, start - _FAR)
            begin = _SENTENCE.match(text, ahead, start)
            at = bisect_left(heard, (begin.end() if begin else ahead, 0))
            if at < len(heard) and heard[at][0] < start:
                yield start, end


def said_behind(text: str, named: Sequence[Span]) -> Iterator[Span]:
    """Names behind the verb of saying, at the end of a clause: “Wages are late”, said Norway."""
    for at, (start, end) in enumerate(named):
        if _SAID.search(text, max(0, start - _NEAR), start):
            # “…, said Norway and Chile.”
            goes_on = at + 1 < len(named) and _AND.fullmatch(text, end, named[at + 1][0])
            if goes_on or _CLAUSE_ENDS.match(text, end):
                yield start, end


def aside(text: str, mentioned: Sequence[Mention], found: Sequence[Run], *, practice: bool) -> Iterator[Span]:
    """Who speaks, told in brackets ahead of the verb: “The Minister (Norway) promised”.

    Of a `practice`, showing and presenting tell its owner.
    """
    known = vocabulary()
    heard = -1
    for match in reversed([*_ASIDE.finditer(text)]):
        # “The Minister (Kenya) and the Mayor (Quito) promised”: the verb is of both.
        is_joined = heard > 0 and _JOINED.fullmatch(text, match.end(), heard)
        if not (is_joined or _saying(of_person=not practice).match(text, match.end())):
            continue
        heard = match.start()
        if _THINGS.fullmatch(match["who"]):
            continue
        if practice and match["who"][0].isupper() and not known.is_title(match["who"]):
            continue  # “Quito (Ecuador) presented its desk”
        start, end = match.span("inside")
        if " " not in match["inside"] and abbreviates(match["inside"], text[max(0, start - _FAR) : start]):
            if written := _in_full(text, match.end("who"), match["inside"]):
                yield written, match.end()
            continue
        at = bisect_left(mentioned, start, key=lambda each: each.start)
        is_country = at < len(mentioned) and mentioned[at].start < end
        first = bisect_left(found, start, key=lambda run: run.start)
        runs = found[first : bisect_left(found, end, key=lambda run: run.start)]
        if is_country or any(
            is_organisation(run.words, is_marked=True)
            or any(word.text in known.given or _is_acronym(word.text) for word in run.words)
            for run in runs
        ):
            yield start, end


def _in_full(text: str, end: int, acronym: str) -> int | None:
    """Where the body begins that a text writes in full ahead of its acronym; None for a paper or no body."""
    full = _FULL.search(text, max(0, end - _LONG), end)
    if not full or acronym.casefold() in vocabulary().no_affiliation:
        return None
    words = [word for word in _WORD.finditer(full[0]) if word[0][0].casefold() == acronym[0].casefold()]
    if not words or any(_THINGS.fullmatch(word[0]) for word in _WORD.finditer(full[0])):
        return None
    return full.start() + words[0].start()


def _is_acronym(word: str) -> bool:
    return len(word) > _SHORT and word.isupper() and word.casefold() not in vocabulary().no_affiliation


def viewed(text: str, mentioned: Sequence[Mention]) -> Iterator[Span]:
    """Countries ahead of a colon and a view: “Norway: wages are late.”, but not “Nepal: under discussion since 2025”."""
    for group in lists(text, mentioned):
        start, end = group[0].start, group[-1].end
        is_view = not group[-1].demonym and _VIEW.match(text, end)
        if is_view and _OPENS.search(text, max(0, start - _NEAR), start):
            yield start, end


@cache
def _saying(*, of_person: bool) -> re.Pattern[str]:
    known = vocabulary()
    return re.compile(known.speaking_of_persons if of_person else known.speaking)
