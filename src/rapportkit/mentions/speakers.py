"""Under the Chatham House Rule: the affiliation of who spoke, beside the name.

“Spain said …” tells who spoke; “in Spain, the law …” and “Spain – Law on …” tell whose practice it is.
Only the first is withheld. Group labels (“participants”, “a youth delegate”) may stay.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapportkit.mentions.around import without_opener
from rapportkit.mentions.attribution import bracketed, prefixed
from rapportkit.mentions.countries import Mention
from rapportkit.mentions.offices import holders
from rapportkit.mentions.persons import NEAR, Run, Span, Word
from rapportkit.mentions.vocabulary import vocabulary

_LINK = re.compile(r"\s*(?:,\s*(?:and\s+|et\s+|y\s+|the\s+)?|\s(?:and|et|y|&)\s+(?:the\s+|la\s+|le\s+)?)")
_AND = re.compile(r"\b(?:and|et|y)\b|&")
_BRACKETS = r"(?:\s*\([^()]{1,60}\))?"
_LOCATIVE = re.compile(
    r"\b(?:in|at|near|en|dans|au|aux|à|across|within|visiting)\s+(?:the\s+|la\s+|el\s+)?$",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:of|du|de la|de|del)\s+(?:the\s+)?$", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:(?:said|noted|stressed|explained|argued|underlined|underscored|emphasi[sz]ed|highlighted|mentioned|"
    r"suggested|proposed|recommended|echoed|reiterated|pointed out|raised|voiced|expressed|requested|recalled|"
    r"cited|described|put forward|questioned|called for|souligné|noté|rappelé|proposé|exprimé|évoqué|demandé|"
    r"señalado|subrayado|destacado|mencionado|propuesto|expresado|planteado)e?s? (?:by|par|por)|"
    r"(?:interventions?|statements?|remarks|comments?|presentations?|questions?|proposals?) (?:by|from)|"
    r"(?:speaking|spoke) for|on behalf of|au nom de?|en nombre del?|en representación del?|"
    r"interventions? (?:de|du|d['’])|intervenci(?:ón|ones) del?) ?(?:the |la |le |el |l['’])?$",
    re.IGNORECASE,
)
_FROM_TAIL = r"(?:\s+\w+){0,3}?\s+(?:of|from|for|du|de la|de|des|del)\s+(?:the\s+|la\s+|l['’]|el\s+)?$"
_SPOKESMAN = re.compile(
    r"(?:['’]s?)?(?:\s+\w+)?\s+(?:representative|delegate|delegation|official|spokes(?:person|man|woman)|ambassador)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r",? (?:and|et|y) |, ")
_SENTENCE_ENDS = re.compile(r"(?:[.!?:;\n]|^\W*(?:\d{1,2}|[a-z])\))\W*$")
_CLOSE = 40
_MOST = 50  # names in one breath
_LINKS = frozenset(
    [
        "of",
        "from",
        "for",
        "to",
        "by",
        "par",
        "por",
        "per",
        "du",
        "de",
        "des",
        "del",
        "selon",
        "según",
        "d'après",
        "d’après",
    ]
)
_ARTICLES = frozenset(["the", "la", "le", "el"])
# Of a country only: “according to” an organisation gives the source of a figure.
_PER = re.compile(
    r"(?:\b(?:according to|selon|según|as per)|\bd['’]après)\s(?:the |la |le |l['’]|el )?$", re.IGNORECASE
)
_OWNED = re.compile(r"['’]s?(?=\s)")


_PAPERS = (
    r"(?:d[ée]clarations?|declaraci[oó]n(?:es)?|pactes?|pactos?|conventions?|convenci[oó]n(?:es)?|convenios?|accords?"
    r"|acuerdos?|agendas?|cadres?|marcos?|protocoles?|protocolos?|processus|procesos?|consensus|consensos?|compacts?"
    r"|chartes?|charters?|cartas?)"
)
_PAPER = re.compile(rf"{_PAPERS}\b", re.IGNORECASE)
_PAPER_OF = re.compile(rf"\b{_PAPERS}\s+(?:de|du|del|of)\s+(?:la\s+|las\s+|los\s+)?$", re.IGNORECASE)
_PAPERS_NAME = 40
"""Letters before a place within which the paper that bears its name is looked for."""


def affiliations(
    text: str,
    mentioned: Sequence[Mention],
    found: Sequence[Run],
    *,
    practice: bool = False,
) -> Iterator[Span]:
    """Where a text tells for whom somebody spoke: a country or an organisation, with its verb or mark.

    What stands in brackets behind a `practice` tells its owner, and stays.
    """
    named = _named(mentioned, found)
    told = [*_countries(text, mentioned), *_organisations(text, found), *holders(text)]
    told += prefixed(text, [*_breaths(text, named)], vocabulary().speaking)
    if not practice:
        yield from bracketed(text, named)
    for span in told:
        if not _is_paper(text, span):
            yield _breath(text, span, named)


def _is_paper(text: str, span: Span) -> bool:
    """Whether a name is that of a paper, or of the place where one was signed: “la Déclaration de New York”."""
    return bool(_PAPER.match(text, *span) or _PAPER_OF.search(text[max(0, span[0] - _PAPERS_NAME) : span[0]]))


def _named(mentioned: Sequence[Mention], found: Sequence[Run]) -> list[Span]:
    """Every country and every organisation, in order; a country in an organisation's name is that."""
    organisations = [
        (words[0].start, words[-1].end)
        for run in found
        if (words := [*without_opener(run)]) and _is_organisation(words, is_marked=len(words) > 1)
    ]
    countries = [
        (each.start, each.end)
        for each in mentioned
        if not each.demonym and not _stands_in(each.start, organisations)
    ]
    return sorted([*organisations, *countries])


def _stands_in(at: int, spans: Sequence[Span]) -> bool:
    """Whether a place stands within one of the spans, which are in order and apart."""
    index = bisect_right(spans, (at, sys.maxsize)) - 1
    return index >= 0 and spans[index][0] <= at < spans[index][1]


def _breaths(text: str, named: Sequence[Span]) -> Iterator[Span]:
    """The names that are listed in one go, as one span each."""
    start = end = None
    for first, last in named:
        if end is None or not _LINK.fullmatch(text, end, first):
            if start is not None and end is not None:
                yield start, end
            start = first
        end = last
    if start is not None and end is not None:
        yield start, end


def _breath(text: str, span: Span, named: Sequence[Span]) -> Span:
    """Widen a speaker to all who speak in the same breath: “Germany, Mexico and the ILO”.

    A comma alone does not make a list: “In view of Syria, UNHCR noted”.
    """
    start, end = span
    is_list = False
    at = bisect_left(named, (start, 0))
    for first, last in reversed(named[max(0, at - _MOST) : at]):
        link = _LINK.fullmatch(text, last, start)
        is_list = is_list or bool(link and _AND.search(link[0]))
        if not link or not is_list or _LOCATIVE.search(text, max(0, first - 30), first):
            break
        start = first
    for first, last in named[at : at + _MOST]:
        if first < end:
            continue
        link = _LINK.fullmatch(text, end, first)
        if not link or not _lists_on(text, last, link[0]):
            break
        end = last
    return start, end


def _lists_on(text: str, end: int, link: str) -> bool:
    """Whether a name behind a speaker is the next of a list, and not the subject of what comes."""
    return bool(_AND.search(link)) or bool(_GOES_ON.match(text, end))


def _countries(text: str, mentioned: Sequence[Mention]) -> Iterator[Span]:
    """Countries before a verb of saying, after “by”, and those that a speaker is said to come from.

    A delegate always tells whose; a government does only where it says something: what it does is a
    practice.
    """
    pattern = _patterns()
    for group in _lists(text, mentioned):
        start, end = group[0].start, group[-1].end
        before, after = text[max(0, start - 60) : start], text[end : end + 120]
        if group[-1].demonym:
            told = bool(
                pattern.speaker_after.match(after)
                or pattern.office_after.match(after)
                or pattern.speaker_ahead.search(before)
                or (pattern.office_ahead.search(before) and pattern.saying.match(after))
            )
        else:
            owned = _OWNED.match(after)
            linked = _is_linked(before)
            of = linked and _OF.search(before) and not pattern.office_before.search(before)
            told = bool(
                (linked and (pattern.speaker_before.search(before) or _BY.search(before)))
                or (linked and not owned and _PER.search(before))
                or (owned and pattern.office_after.match(after, owned.end()))
                or (owned and pattern.speaker_after.match(after, owned.end()))
                or (pattern.saying.match(after) and not of and not _LOCATIVE.search(before))
            )
        if told:
            yield start, end


def _is_linked(before: str) -> bool:
    """Whether a word such as “of” or “by” stands ahead, perhaps with an article: all that could tell whose.

    Asked first: most countries have none, and a hostile text may name a million.
    """
    words = before[-_CLOSE:].casefold().split()
    if words and words[-1] in _ARTICLES:
        words.pop()
    return bool(words) and (words[-1] in _LINKS or words[-1][-1] in "'’")


def _lists(text: str, mentioned: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Countries named in one breath: “Spain, Morocco and Mexico”."""
    group: list[Mention] = []
    for mention in mentioned:
        linked = group and _LINK.fullmatch(text, group[-1].end, mention.start)
        if group and not linked:
            yield group
            group = []
        group.append(mention)
    if group:
        yield group


def _organisations(text: str, found: Sequence[Run]) -> Iterator[Span]:
    """An organisation before a verb of saying or a word for who speaks for it ("the ILO delegate").

    A phrase of ordinary words only is a group label; one capitalised word that opens a sentence may be
    any word, unless it is an acronym.
    """
    saying = _patterns().saying
    for run in found:
        words = [*without_opener(run)]
        if not words or _LOCATIVE.search(text, max(0, words[0].start - 14), words[0].start):
            continue
        is_marked = len(words) > 1 or not _opens_sentence(text, words[0].start)
        speaks = (
            saying.match(text, run.end)
            or _SPOKESMAN.match(text, run.end)
            or _BY.search(text, max(0, words[0].start - 40), words[0].start)
        )
        if speaks and _is_organisation(words, is_marked=is_marked):
            yield words[0].start, words[-1].end


def _is_organisation(words: Sequence[Word], *, is_marked: bool) -> bool:
    known = vocabulary()
    plain = [word.plain for word in words]
    if plain[-1] in known.generic_speakers or set(plain) <= known.no_affiliation:
        return False
    if any(len(word.text) > 1 and word.text.isupper() for word in words):
        return True
    is_proper = any(one not in known.ordinary and not known.is_title(one) for one in plain)
    return is_marked and (is_proper or (len(words) > 1 and not known.organisations.isdisjoint(plain)))


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - NEAR) : start]
    is_first = start <= NEAR and not before.strip(" \"'“‘«(-–•")
    return is_first or bool(_SENTENCE_ENDS.search(before[-_CLOSE:]))


@dataclass(frozen=True, slots=True)
class _Patterns:
    """A verb of saying; and words for a speaker, or an office with its verb, on either side of a country.

    `…_ahead` are for a people behind the noun, `office_before` and `speaker_before` for a country behind “of”.
    """

    saying: re.Pattern[str]
    speaker_before: re.Pattern[str]
    speaker_after: re.Pattern[str]
    office_before: re.Pattern[str]
    office_after: re.Pattern[str]
    speaker_ahead: re.Pattern[str]
    office_ahead: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    known = vocabulary()
    speakers, offices = (
        "|".join(sorted(words, key=lambda word: (-len(word), word)))
        for words in (known.speaker_nouns, known.offices)
    )
    saying = _BRACKETS + known.speaking
    return _Patterns(
        re.compile(saying),
        re.compile(rf"\b(?:{speakers}){_FROM_TAIL}", re.IGNORECASE),
        re.compile(rf"(?:\s+\w+)?\s+(?:{speakers})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{offices}){_FROM_TAIL}", re.IGNORECASE),
        re.compile(rf"(?:\s+\w+)?\s+(?:{offices}){saying}", re.IGNORECASE),
        # “Le délégué tunisien”: the people behind the noun.
        re.compile(rf"\b(?:{speakers})\s+$", re.IGNORECASE),
        re.compile(rf"\b(?:{offices})\s+$", re.IGNORECASE),
    )
