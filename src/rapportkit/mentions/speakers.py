"""Under the Chatham House Rule: the affiliation of who spoke, beside the name.

“Spain said …” tells who spoke; “in Spain, the law …” and “Spain – Law on …” tell whose practice it is.
Only the first is withheld. Group labels (“participants”, “a youth delegate”) may stay.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapportkit.mentions.around import without_opener
from rapportkit.mentions.attribution import bracketed, prefixed
from rapportkit.mentions.bodies import is_organisation, with_body
from rapportkit.mentions.breaths import LOCATIVE, breath, breaths, lists
from rapportkit.mentions.countries import Mention
from rapportkit.mentions.facts import is_fact
from rapportkit.mentions.heard import aside, said_behind, standing_by, viewed
from rapportkit.mentions.offices import holders
from rapportkit.mentions.papers import is_paper
from rapportkit.mentions.persons import NEAR, Run, Span
from rapportkit.mentions.vocabulary import UPPER, vocabulary

_BRACKETS = r"(?:\s*\([^()]{1,60}\))?"
_OF = re.compile(r"\b(?:of|du|de la|de|del)\s+(?:the\s+)?$", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:(?:said|noted|stressed|explained|argued|underlined|underscored|emphasi[sz]ed|highlighted|mentioned|"
    r"suggested|proposed|recommended|echoed|reiterated|pointed out|raised|voiced|expressed|requested|recalled|"
    r"cited|described|put forward|questioned|called for|souligné|noté|rappelé|proposé|exprimé|évoqué|demandé|"
    r"señalado|subrayado|destacado|mencionado|propuesto|expresado|planteado)e?s? (?:by|par|por)|"
    r"(?:interventions?|statements?|remarks|comments?|presentations?|questions?|proposals?) (?:by|from)|"
    r"(?:speaking|spoke) for|representing|on behalf of|au nom de?|en nombre del?|en representación del?|"
    r"interventions? (?:de|du|d['’])|intervenci(?:ón|ones) del?) ?(?:the |la |le |el |l['’])?"
    r"(?:(?:City|Town|Municipality|Province|Ville|Ciudad) (?:of|de la|de|du) )?$",
    re.IGNORECASE,
)
# “…”, said the union leader from Nepal: the verb ahead of its subject.
_SAID_ONE_FROM = re.compile(
    r"\b(?:said|asked|added|explained|noted|replied|dijo|señaló|explicó|añadió|a (?:dit|déclaré|expliqué|ajouté)) "
    r"(?:an?|one|the|une?|una?|el|la|le) (?:[\w'’-]+ ){1,4}(?:from|of|du|de la|de|des|del) (?:the |la |el |l['’])?$",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(rf"\s(?:{UPPER}|government|ministr|authorit|embass|parliament|mission|delegation)")
_IT_WAS = re.compile(
    r"\b(?:it (?:was|is)|c['’](?:est|était)|fue|es) (?:the |la |le |el |l['’])?$", re.IGNORECASE
)
_THAT = re.compile(r" (?:that|who|which|qui|que|quien)(?= )")
_FROM_TAIL = r"(?:\s+\w+){0,3}?\s+(?:of|from|for|du|de la|de|des|del)\s+(?:the\s+|la\s+|l['’]|el\s+)?$"
_SPOKESMAN = re.compile(
    r"(?:['’]s?)?(?:\s+\w+)?\s+(?:representative|delegate|delegation|official|spokes(?:person|man|woman)|ambassador)\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"(?:[.!?:;\n]|^\W*(?:\d{1,2}|[a-z])\))\W*$")
_CLOSE = 40
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


def affiliations(
    text: str,
    mentioned: Sequence[Mention],
    found: Sequence[Run],
    *,
    practice: bool = False,
    persons: Sequence[Span] = (),
) -> Iterator[Span]:
    """Where a text tells for whom somebody spoke: a country or an organisation, with its verb or mark.

    What stands in brackets behind a `practice`, or ahead of a colon, tells its owner, and stays. Who stood by one
    of the `persons` that the text names spoke with them.
    """
    named = _named(mentioned, found)
    told = [
        *_countries(text, mentioned),
        *_organisations(text, found),
        *holders(text),
        *said_behind(text, named),
    ]
    told += prefixed(text, [*breaths(text, named)], vocabulary().speaking)
    if not practice:
        yield from (span for span in bracketed(text, named) if not is_fact(text, span))
        told += viewed(text, mentioned)
    yield from aside(text, mentioned, found, practice=practice)
    told += standing_by(text, [*breaths(text, named)], [*told, *persons])
    for span in told:
        if not is_paper(text, span):
            yield with_body(text, breath(text, span, named))


def _named(mentioned: Sequence[Mention], found: Sequence[Run]) -> list[Span]:
    """Every country and every organisation, in order; a country in an organisation's name is that."""
    organisations = [
        (words[0].start, words[-1].end)
        for run in found
        if (words := [*without_opener(run)]) and is_organisation(words, is_marked=len(words) > 1)
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


def _countries(text: str, mentioned: Sequence[Mention]) -> Iterator[Span]:
    """Countries before a verb of saying, after “by”, and those that a speaker is said to come from.

    A delegate always tells whose; a government does only where it says something: what it does is a
    practice.
    """
    pattern = _patterns()
    for group in lists(text, mentioned):
        start, end = group[0].start, group[-1].end
        before, after = text[max(0, start - 60) : start], text[end : end + 120]
        if group[-1].demonym:
            told = bool(
                pattern.speaker_after.match(after)
                or pattern.office_after.match(after)
                or pattern.speaker_ahead.search(before)
                or (_INSTITUTION.match(after) and _is_speakers(before[-_CLOSE:]))
                or (pattern.office_ahead.search(before) and pattern.saying.match(after))
            )
        else:
            owned = _OWNED.match(after)
            linked = _is_linked(before)
            of = linked and _OF.search(before) and not pattern.office_before.search(before)
            told = bool(
                _is_picked_out(before, after, pattern.saying)
                or (
                    linked
                    and (
                        _SAID_ONE_FROM.search(before)
                        or pattern.speaker_before.search(before)
                        or _BY.search(before)
                    )
                )
                or (linked and not owned and _PER.search(before))
                or (owned and pattern.office_after.match(after, owned.end()))
                or (owned and pattern.speaker_after.match(after, owned.end()))
                or (pattern.saying.match(after) and not of and not LOCATIVE.search(before))
            )
        if told:
            yield start, end


def _is_picked_out(before: str, after: str, saying: re.Pattern[str]) -> bool:
    """Whether it is said that this one spoke: “It was Chile that asked”."""
    who = _THAT.match(after)
    return bool(who and _IT_WAS.search(before) and saying.match(after, who.end()))


def _is_linked(before: str) -> bool:
    """Whether a word such as “of” or “by” stands ahead, perhaps with an article: all that could tell whose.

    Asked first: most countries have none, and a hostile text may name a million.
    """
    words = before[-_CLOSE:].casefold().split()
    if words and words[-1] in _ARTICLES:
        words.pop()
    return bool(words) and (words[-1] in _LINKS or words[-1][-1] in "'’")


def _organisations(text: str, found: Sequence[Run]) -> Iterator[Span]:
    """An organisation before a verb of saying or a word for who speaks for it ("the ILO delegate").

    A phrase of ordinary words only is a group label; one capitalised word that opens a sentence may be
    any word, unless it is an acronym.
    """
    saying = _patterns().saying
    for run in found:
        words = [*without_opener(run)]
        if not words or LOCATIVE.search(text, max(0, words[0].start - 14), words[0].start):
            continue
        is_marked = len(words) > 1 or not _opens_sentence(text, words[0].start)
        speaks = (
            saying.match(text, run.end)
            or _SPOKESMAN.match(text, run.end)
            or _BY.search(text, max(0, words[0].start - _CLOSE), words[0].start)
            or _is_speakers(text[max(0, words[0].start - _CLOSE) : words[0].start])
        )
        if speaks and is_organisation(words, is_marked=is_marked):
            yield words[0].start, words[-1].end


def _is_speakers(before: str) -> bool:
    """Whether somebody who speaks is said to be from there: “a colleague from the …”."""
    return _is_linked(before) and bool(_patterns().speaker_before.search(before))


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
