"""Under the Chatham House Rule: who is told to have spoken by a mark, without a verb of saying.

“Spain: we need …” and “[Spain] We need …” mark a speaker, “Spain – Law on migration” labels a practice.
“Migrants should be heard (Norway and Morocco).” tells whose view it is; “in Bristol (UK)” tells a place,
and so does what stands behind a practice, whose owner may be told.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from rapportkit.mentions.persons import NEAR, Span
from rapportkit.mentions.vocabulary import vocabulary

_OPENS = re.compile(
    r"(?:^|\n|[.!?;]\s)[\s\"'“‘«•*–-]*(?P<bracket>[\[(])?(?:the |l['’]|la |le |el )?$", re.IGNORECASE
)
# How far ahead an opening mark, and a sentence, are looked for.
_NEAR, _FAR = 40, 1000
_MARK = re.compile(
    r"(?:\s*\([^()]{1,40}\))?(?P<closed>[\])])?\s*(?P<sign>:|[–—]|-(?=\s))?\s*(?P<quoted>[\"“‘«]\s*)?",
)
_SENTENCE = re.compile(r"[^\n]*?(?:[.!?](?=[\s\"”’»)]|$)|$)", re.MULTILINE)
_CLAUSE = re.compile(r"[\"“‘«\s]*([^:;]*)")
_QUOTED = re.compile(r"[“«\"][^”»\"\n]*[”»\"]")
# The first person as a subject or owner; “We Are Here” and “Phase I” are titles.
_FIRST_PERSON = re.compile(
    r"\b(?:(?:we|We|WE)(?:['’]\w+)?(?=\s+[a-z])|our|ours|my|"
    r"(?:nous|Nous)(?=\s+[a-zà-ÿ])|notre|nos|(?:je|Je)(?=\s)|(?:j|J)['’]\w+|"
    r"nosotros|nosotras|nuestr[oa]s?|(?:yo|Yo)(?=\s)|"
    r"(?:necesit|trabaj|agradec|ped|cre|ten|deb|quer|pod|hac|viv|apoy)[aei]mos|hemos|estamos|somos)\b"
    r"|(?:^|[,;:]\s|\b(?:and|that|if|as|when|but|what|because|where|so)\s)I(?=['’]|\s[a-z])",
)
_REPORTED = re.compile(
    r"\b(?:he|she|they|il|elle|ils|elles|él|ella|ellos|ellas),?(?:\s+(?:also|then|further))?(?P<verb>\s+\S.*)",
    re.IGNORECASE,
)
_SAID_BEHIND = re.compile(
    r"\b(?:a-t-(?:il|elle) \w+|(?:dijo|señaló|explicó|añadió)\s*[.!?]?$)", re.IGNORECASE
)
_LISTED = re.compile(r"[\[(](?P<inside>[^()\[\]\n]{2,120})[\])](?=\s*(?:[.,;:!?]|$|\n|and\b|but\b|et\b|y\b))")
_BETWEEN = re.compile(r"(?:\s|[,;/&]|\b(?:and|et|y|e|the|la|le|les|el)\b)*", re.IGNORECASE)
_ACRONYM = re.compile(r"\b[A-Z]{2,}[A-Za-z]*\b")
_NOT_A_VIEW = re.compile(
    r"(?:\be\.g\.?|\bsuch as|\blike|\bfrom|\bin|\bfor example|\bp\. ?ej\.?|\bpar ex\.?)$", re.IGNORECASE
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|do|does|did|can|could|may|might|must|should|shall|will|would|needs?|"
    r"faces?|requires?|called|noted|said|stressed|participants|remains?|makes?|"
    r"est|sont|a|ont|doit|doivent|peut|peuvent|faut|devrait|devraient|reste|"
    r"es|son|está|están|ha|han|debe|deben|puede|pueden|hay|debería|deberían)\b",
    re.IGNORECASE,
)
_LAST_SENTENCE = re.compile(r"(?:.*(?:[.!?]\s|\n))?(.*)", re.DOTALL)
_LAST_WORD = re.compile(r"[\w'’-]+(?=\W*$)")


def prefixed(text: str, groups: Sequence[Span], saying: str) -> Iterator[Span]:
    """Countries or organisations that open a statement as the mark of who made it.

    What follows must be speech: the first person, or “he said”; a practice is told otherwise.
    """
    for start, end in groups:
        opens = _OPENS.search(text, max(0, start - _NEAR), start)
        mark = _MARK.match(text, end)
        if not opens or not mark or bool(opens["bracket"]) != bool(mark["closed"]):
            continue
        if not (mark["sign"] or mark["closed"]):
            continue
        begin = mark.start("quoted") if mark["quoted"] else mark.end()
        sentence = _SENTENCE.match(text[begin : begin + NEAR])
        is_label = mark["sign"] not in {":", None}
        if sentence and _is_speech(sentence[0], saying, is_label=is_label):
            yield start, end


def _is_speech(sentence: str, saying: str, *, is_label: bool) -> bool:
    """Whether a sentence is somebody's speech; what stands behind a dash must begin as such.

    A practice may go on in the first person: “Spain – four principles: we need to manage migration well”.
    """
    first = _CLAUSE.match(sentence)
    own = first[1] if first else sentence
    speaks = _FIRST_PERSON.match(own) if is_label else _FIRST_PERSON.search(own)
    reported = _REPORTED.search(_QUOTED.sub(" ", sentence))
    return bool(
        speaks or _SAID_BEHIND.search(sentence) or (reported and _verb(saying).match(reported["verb"]))
    )


def bracketed(text: str, named: Sequence[Span]) -> Iterator[Span]:
    """Countries and organisations in brackets behind a view, as in “(Morocco)”.

    A view is a sentence with a verb. Behind a name or a bare label, and after “e.g.”, they are a place.
    """
    for match in _LISTED.finditer(text):
        before = text[max(0, match.start() - _FAR) : match.start()]
        sentence = _LAST_SENTENCE.fullmatch(before)
        word = _LAST_WORD.search(before)
        if sentence is None or word is None or not word[0][0].islower() or not _FINITE.search(sentence[1]):
            continue
        if _is_list(text, match.span("inside"), named):
            yield match.span("inside")


def _is_list(text: str, inside: Span, named: Sequence[Span]) -> bool:
    """Whether nothing but names of countries and organisations stands there."""
    start, end = inside
    near = named[bisect_left(named, (start, 0)) : bisect_left(named, (end, 0))]
    spans = [(first, last) for first, last in near if last <= end]
    acronyms = [*_ACRONYM.finditer(text, start, end)]
    if any(abbreviates(match[0], text[max(0, start - _FAR) : start]) for match in acronyms):
        return False
    spans += [match.span() for match in acronyms]
    if not spans or _NOT_A_VIEW.search(text[start : min(first for first, _ in spans)].strip()):
        return False
    at = start
    for first, last in sorted(spans):
        if first > at and not _BETWEEN.fullmatch(text, at, first):
            return False
        at = max(at, last)
    return bool(_BETWEEN.fullmatch(text, at, end))


def abbreviates(acronym: str, before: str) -> bool:
    """Whether an acronym is short for the words ahead of it, or no organisation's at all."""
    if acronym.casefold() in vocabulary().no_affiliation:
        return True
    words = re.findall(r"\w+", before)[-len(acronym) - 3 :]
    initials = iter("".join(word[0] for word in words).casefold())
    return all(letter in initials for letter in acronym.casefold())


@cache
def _verb(saying: str) -> re.Pattern[str]:
    return re.compile(saying)
