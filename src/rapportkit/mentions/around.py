"""What stands around a person's name and tells as much: address, office and affiliation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import dropwhile

from rapportkit.mentions.countries import Mention
from rapportkit.mentions.persons import NEAR, Run, Span, Word, saying_pattern
from rapportkit.mentions.vocabulary import UPPER, vocabulary

_BRACKETS = r"(?:\s*\([^()]{1,60}\))?"
# In apposition to a name: offices, institutions and countries, up to the verb.
# A full stop within a word, or behind a single letter, ends no sentence.
_CAPITALISED = rf"{UPPER}(?:[\w'’&/()-]|\.(?=\w)|(?<=\b[A-Z])\.)*"
_SEGMENT = (
    rf"\s*,\s*(?:the\s+)?(?:{_CAPITALISED}|(?:head|chef|jefe|jefa|director|directora|directeur|directrice|"
    r"representing|représentant|representante|responsible|in charge|chargée?|responsable|from|of)\b"
    rf"|(?:de la|du|des|del|de)(?=\s{UPPER})|(?:de\sl|d)['’]{_CAPITALISED})"
    rf"(?:\s+(?:{_CAPITALISED}|\({UPPER}\w*\)|(?:of|for|and|on|to|in|the|s|de|du|des|la|le|les|del|los|las|"
    r"et|y|para|pour|aux?|l['’]\w+)\b))*"
)
_APPOSITION = re.compile(rf"{_BRACKETS}(?:{_SEGMENT})*")
_GENITIVE = re.compile(r"['’]s?\s+")
# “Minister Exemplo of Freedonia”, “Ana Exemplo from the Agency for Examples”, “Ana Exemplo, who heads the Agency”.
_BEHIND = re.compile(
    rf"(?:\s+(?:of|from|for|with|du|de la|de|des|del)\s+"
    rf"|,?\s+(?:who|qui|quien|que)\s+(?:heads|leads|chairs|directs|runs|works (?:for|at|with)|represents|dirige|préside|"
    rf"preside|représente|representa|travaille (?:à|pour)|trabaja (?:en|para))\s+)"
    rf"(?:(?:the|la|le|el)\s+|l['’])?{_CAPITALISED}"
    rf"(?:\s+(?:(?:of|and|for|de|du|des|del|y|et|on)\s+(?:(?:the|la)\s+)?)?{_CAPITALISED}){{0,8}}",
)
_AHEAD = 160
_SMALL_WORDS = r"(?:\s+[a-zà-ÿ]+){0,2}"
_NAME_LENGTH = (2, 3, 4)
_ENDS = re.compile(r"\s*(?:[,.;:(]|$)|\s(?:of|from)\s")
_ONE_OF = re.compile(
    r"\b(?:panell?ists?|speakers?|participants?|delegates?|moderators?|co-chairs?|experts?|discussants?|presenters?|"
    r"orateurs?|oratrices?|intervenante?s?|participante?s?|panélistes?|orador(?:es|as?)?|ponentes?)\s*,\s*$",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(r"(?:\s+(?:of|for|and|on|to|in|the|s|de|du|des|la|le|et|y))+$")


def described(text: str, span: Span, found: Sequence[Run]) -> Span:
    """Widen the span of a person's name to address, office and affiliation around it."""
    known = vocabulary()
    start, end = span
    run = _run_at(start, found)
    if run:
        at = bisect_right(run.words, start, key=lambda word: word.end) - 1
        while at >= 0 and (known.is_title(run.words[at].text) or run.words[at].plain in known.honorifics):
            start = run.words[at].start
            at -= 1
        if at >= 0 and _GENITIVE.fullmatch(text, run.words[at].end, start):
            start = next(without_opener(run), run.words[at]).start
    apposition = _APPOSITION.match(text, end, end + NEAR)
    if apposition and apposition.end() > end:
        end += len(_LOOSE_END.sub("", apposition[0]))
    return start, _balanced(text, start, max(end, span[1]))


def introduced(text: str, span: Span, mentioned: Sequence[Mention]) -> Span:
    """Widen a person's span to the office told ahead of the name, and to whom it is of, told behind.

    >>> text = "In it, the Director of the Agency for Examples, Ana Exemplo, and Kenya's labour minister Eva Muster spoke."
    >>> [text[slice(*introduced(text, (text.index(name), text.index(name) + len(name)), ()))] for name in ("Ana Exemplo", "Eva Muster")]
    ['Director of the Agency for Examples, Ana Exemplo', "Kenya's labour minister Eva Muster"]
    """
    start, end = span
    ahead = max(0, start - _AHEAD)
    before = text[ahead:start]
    found = [start]
    if office := _office_ahead().search(before):
        found.append(ahead + office.start("office"))
    if whose := _whose_office().search(before):
        found.append(ahead + whose.start())
    if (people := _people_ahead(before, ahead, mentioned)) is not None:
        found.append(people)
    start = min(found)
    behind = _BEHIND.match(text, end, end + NEAR)
    end = behind.end() if behind else end
    # “De la Croix-Rouge tunisienne”: the people ends the name of the body.
    at = bisect_right(mentioned, end, key=lambda each: each.start)
    is_people = (
        end > span[1] and at < len(mentioned) and mentioned[at].demonym and mentioned[at].start == end + 1
    )
    return start, mentioned[at].end if is_people else end


def apposed(text: str, found: Sequence[Run]) -> Iterator[Span]:
    """Names that stand between commas behind an office: “the Director of the Agency, Ilva Modelska, said”.

    >>> from rapportkit.mentions.persons import runs
    >>> text = "The Director of the Agency for Samples, Ilva Modelska, spoke"
    >>> [text[slice(*span)] for span in apposed(text, runs(text, ()))]
    ['Ilva Modelska']
    """
    known = vocabulary()
    for run in found:
        if _speaks_apart(text, run):
            yield run.start, run.end
            continue
        plain = [word.plain for word in run.words]
        is_name = len(plain) in _NAME_LENGTH and all(run.named) and known.ordinary.isdisjoint(plain)
        if not is_name or not known.organisations.isdisjoint(plain) or tuple(plain) in known.places:
            continue
        before = text[max(0, run.start - _AHEAD) : run.start]
        office = _office_ahead().search(before)
        is_single = office and not known.single.isdisjoint(office["office"].casefold().split())
        if (is_single or _ONE_OF.search(before)) and _ENDS.match(text, run.end):
            yield run.start, run.end


def _speaks_apart(text: str, run: Run) -> bool:
    """Whether a lone given name stands between commas, ahead of its verb: “a nurse, Maria, told us”."""
    return (
        len(run.words) == 1
        and run.words[0].text in vocabulary().given
        and text[max(0, run.start - 2) : run.start] == ", "
        and text[run.end : run.end + 1] == ","
        and bool(saying_pattern(of_person=True).match(text, run.end + 1, run.end + NEAR))
    )


def _people_ahead(before: str, ahead: int, mentioned: Sequence[Mention]) -> int | None:
    """Where a people stands ahead of the office: “the Norwegian foreign minister, Ana Exemplo”."""
    at = bisect_right(mentioned, ahead + len(before), key=lambda each: each.start) - 1
    if at < 0 or not mentioned[at].demonym or mentioned[at].start < ahead:
        return None
    is_office = _office_behind().fullmatch(before, mentioned[at].end - ahead)
    return mentioned[at].start if is_office else None


@cache
def _titles() -> str:
    known = vocabulary()
    words = sorted(known.single | known.offices | known.heads, key=lambda word: (-len(word), word))
    return rf"(?:{'|'.join(map(re.escape, words))})"


@cache
def _office_ahead() -> re.Pattern[str]:
    """An office with what it is over, ended by a comma."""
    linked = (
        rf"(?:\s+(?:(?:of|for|at|in|to|and|de|du|des|del|y|et|para|pour|aux?)\s+(?:(?:the|our|la|le|les|el|los|las)\s+)?"
        rf"|(?:de\s+|d|à\s+)?l?['’])?{_CAPITALISED}(?:\s+[a-zà-ÿ]{{3,}}(?=\s+(?:of|for|in|at|de|du|en|au)\s))?|\s*,\s*(?:the\s+)?{_CAPITALISED})*"
    )
    return re.compile(
        rf"(?<![\w-])(?P<office>(?:(?i:(?:deputy|vice|executive|prime|foreign|former|managing|assistant|general|acting))[\s-])?"
        rf"(?i:{_titles()})(?!\w){linked}(?:\s+(?:of|du|de la|del)\s+(?:the\s+)?[a-zà-ÿ]+{_SMALL_WORDS})?)\s*,\s*$"
    )


@cache
def _whose_office() -> re.Pattern[str]:
    """Whose office it is, with the office in small letters: “Kenya's labour minister”, “Agency director”."""
    names = rf"{_CAPITALISED}(?:\s+(?:(?:of|for|and|de|du)\s+)?{_CAPITALISED}){{0,6}}"
    return re.compile(
        rf"(?<![\w-])(?:{names}(?:['’]s|s['’])(?:\s+[a-z]+){{0,2}}|{names})\s+(?:deputy\s+|general\s+)?{_titles()}\s*,?\s*$"
    )


@cache
def _office_behind() -> re.Pattern[str]:
    return re.compile(rf"{_SMALL_WORDS}\s+(?i:{_titles()})\s*,?\s*$")


def _run_at(at: int, found: Sequence[Run]) -> Run | None:
    """The run that a place stands in; runs are in order and apart."""
    index = bisect_right(found, at, key=lambda run: run.start) - 1
    return found[index] if index >= 0 and at < found[index].end else None


def _balanced(text: str, start: int, end: int) -> int:
    """An end before the bracket that closes what was opened ahead of the span."""
    depth = 0
    for at in range(start, end):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth < 0:
            return at
    return end


def without_opener(run: Run) -> Iterator[Word]:
    """The words of a run from the first that does not merely open a sentence: “In”, “The”, “However”."""
    # “UN Women”; “un” opens sentences in French and Spanish.
    return dropwhile(lambda word: word.plain in vocabulary().openers and word.text != "UN", run.words)
