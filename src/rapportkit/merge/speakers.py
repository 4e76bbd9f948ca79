"""Under the Chatham House Rule: the affiliation of who spoke, beside the name.

“Spain said …” tells who spoke; “in Spain, the law …” and “Spain – Law on …” tell whose practice it is.
Only the first is withheld. Group labels (“participants”, “a youth delegate”) may stay.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import dropwhile

from rapportkit.merge.attribution import bracketed, prefixed
from rapportkit.merge.countries import Mention
from rapportkit.merge.persons import Run, Span, Word
from rapportkit.merge.vocabulary import UPPER, vocabulary

_LINK = re.compile(r"\s*(?:,\s*(?:and\s+|et\s+|y\s+|the\s+)?|\s(?:and|et|y|&)\s+(?:the\s+|la\s+|le\s+)?)")
_AND = re.compile(r"\b(?:and|et|y)\b|&")
_BRACKETS = r"(?:\s*\([^()]{1,60}\))?"
_LOCATIVE = re.compile(
    r"\b(?:in|at|near|en|dans|au|aux|à|across|within|visiting)\s+(?:the\s+|la\s+|el\s+)?$",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:of|du|de la|de|del)\s+(?:the\s+)?$", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:said|noted|stressed|explained|argued|underlined|underscored|emphasi[sz]ed|highlighted|mentioned|"
    r"suggested|proposed|recommended|echoed|reiterated|pointed out|raised|souligné|noté|rappelé|proposé|"
    r"señalado|subrayado|destacado|mencionado|propuesto) (?:by|par|por) (?:the )?$",
    re.IGNORECASE,
)
_FROM_TAIL = r"(?:\s+\w+){0,3}?\s+(?:of|from|for|du|de la|de|des|del)\s+(?:the\s+|la\s+|l['’]|el\s+)?$"
# In apposition to a name: offices, institutions and countries, up to the verb.
# A full stop within a word, or behind a single letter, ends no sentence.
_CAPITALISED = rf"{UPPER}(?:[\w'’&/()-]|\.(?=\w)|(?<=\b[A-Z])\.)*"
_SEGMENT = (
    rf"\s*,\s*(?:the\s+)?(?:{_CAPITALISED}|(?:head|chef|jefe|jefa|director|directora|directeur|directrice|"
    r"representing|représentant|representante|responsible|in charge|chargée?|responsable|from|of)\b)"
    rf"(?:\s+(?:{_CAPITALISED}|\({UPPER}\w*\)|(?:of|for|and|on|to|in|the|s|de|du|des|la|le|les|del|los|las|"
    r"et|y|para|pour|aux?|l['’]\w+)\b))*"
)
_APPOSITION = re.compile(rf"{_BRACKETS}(?:{_SEGMENT})*")
_SPOKESMAN = re.compile(
    r"(?:\s+\w+)?\s+(?:representative|delegate|delegation|official|spokes(?:person|man|woman)|ambassador)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r",? (?:and|et|y) |, ")
_MOST = 200  # names in one breath
_GENITIVE = re.compile(r"['’]s?\s+")
_LOOSE_END = re.compile(r"(?:\s+(?:of|for|and|on|to|in|the|s|de|du|des|la|le|et|y))+$")


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
    told = [*_countries(text, mentioned), *_organisations(text, found)]
    told += prefixed(text, [*_breaths(text, named)], vocabulary().speaking)
    if not practice:
        yield from bracketed(text, named)
    for span in told:
        yield _breath(text, span, named)


def _named(mentioned: Sequence[Mention], found: Sequence[Run]) -> list[Span]:
    """Every country and every organisation, in order; a country in an organisation's name is that."""
    organisations = [
        (words[0].start, words[-1].end)
        for run in found
        if (words := _without_opener(run)) and _is_organisation(words, is_marked=len(words) > 1)
    ]
    countries = [
        (each.start, each.end)
        for each in mentioned
        if not each.demonym and not any(start <= each.start < end for start, end in organisations)
    ]
    return sorted([*organisations, *countries])


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


def described(text: str, span: Span, found: Sequence[Run]) -> Span:
    """Widen the span of a person's name to address, office and affiliation around it."""
    known = vocabulary()
    start, end = span
    for run in found:
        if run.start <= start < run.end:
            before = [word for word in run.words if word.end <= start]
            while before and (known.is_title(before[-1].text) or before[-1].plain in known.honorifics):
                start = before.pop().start
            if before and _GENITIVE.fullmatch(text, before[-1].end, start):
                start = next((word.start for word in _without_opener(run)), start)
    apposition = _APPOSITION.match(text, end)
    if apposition and apposition.end() > end:
        end = len(_LOOSE_END.sub("", text[: apposition.end()]))
    return start, _balanced(text, start, max(end, span[1]))


def _balanced(text: str, start: int, end: int) -> int:
    """An end before the bracket that closes what was opened ahead of the span."""
    depth = 0
    for at in range(start, end):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth < 0:
            return at
    return end


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
            told = bool(pattern.speaker_after.match(after) or pattern.office_after.match(after))
        else:
            stands_for = not _OF.search(before) or pattern.office_before.search(before)
            told = bool(
                pattern.speaker_before.search(before)
                or _BY.search(before)
                or (stands_for and not _LOCATIVE.search(before) and pattern.saying.match(after))
            )
        if told:
            yield start, end


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
        words = _without_opener(run)
        if not words or _LOCATIVE.search(text, max(0, words[0].start - 14), words[0].start):
            continue
        is_marked = len(words) > 1 or not _opens_sentence(text, words[0].start)
        speaks = saying.match(text, run.end) or _SPOKESMAN.match(text, run.end)
        if speaks and _is_organisation(words, is_marked=is_marked):
            yield words[0].start, words[-1].end


def _without_opener(run: Run) -> list[Word]:
    return [*dropwhile(lambda word: word.plain in vocabulary().openers, run.words)]


def _is_organisation(words: Sequence[Word], *, is_marked: bool) -> bool:
    known = vocabulary()
    plain = [word.plain for word in words]
    if plain[-1] in known.generic_speakers or set(plain) <= known.no_affiliation:
        return False
    if any(len(word.text) > 1 and word.text.isupper() for word in words):
        return True
    ordinary = known.no_name | known.place_words
    is_proper = any(one not in ordinary and not known.is_title(one) for one in plain)
    return is_marked and (is_proper or (len(words) > 1 and not known.organisations.isdisjoint(plain)))


def _opens_sentence(text: str, start: int) -> bool:
    return not text[:start].strip(" \"'“‘«(-–•") or bool(re.search(r"[.!?:;\n]\W*$", text[:start]))


@dataclass(frozen=True, slots=True)
class _Patterns:
    """A verb of saying; and words for a speaker, or an office with its verb, on either side of a country."""

    saying: re.Pattern[str]
    speaker_before: re.Pattern[str]
    speaker_after: re.Pattern[str]
    office_before: re.Pattern[str]
    office_after: re.Pattern[str]


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
    )
