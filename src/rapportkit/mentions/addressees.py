"""Who is to act, in the words of a recommendation: “Governments should …”, “We call on cities to …”.

Written for precision: only nouns that name somebody who can act count (data/addressees.json), bodies by their
letters, countries and cities; things as subjects (“Visas should …”) and those to whom something is done name
nobody.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rapportkit.mentions.actors import FINITE, LONGEST, Span, actor, is_act

# How much of a text is looked at: who is to act is said early.
_FAR = 4000
_FEW = 7
_LANGUAGES = ("en", "fr", "es")
_STARTS = re.compile(
    r"(?:^|\n|[.!?](?:[”»\")]*)\s|[;:•]\s?|[–—]\s|\s-\s|[“«\"(]|…\s?|\.\.\.\s?)[\s*•–-]*(?:\d{1,2}[.)]\s*)?(?:\([^()]{1,40}\)\s*)?"
)
# An abbreviation's point ends no sentence.
_SHORT = re.compile(r"(?:\b[A-Z]|\b(?:St|Dr|Mr|Mrs|Ms|Ste|Sr|Sra|e\.g|i\.e))\.\s$")
_SAID = re.compile(r"\b(?:that|which|what|because|since|que|where)\s+|\bqu['’]\s?", re.IGNORECASE)
_LATER = re.compile(r",\s+")
_JOINS = re.compile(r"\s(?:and|but|so|et|mais|y|e|pero|while|whereas)\s+", re.IGNORECASE)
# “The school first: teaching …” is a title.
_QUOTED = re.compile(r"[“«\"]")
_AND = re.compile(r"\s(?:and|or|but|et|ou|mais|y|e|o|pero)$", re.IGNORECASE)
_MARK = re.compile(
    r"\b(?:address(?:ed|ees?)|target(?:ed|s)?|directed|responsible(?: part(?:y|ies)| actors?)?|lead(?: actors?)?|actors?|"
    r"destinataires?|adressée?s?|cibles?|responsables?|acteurs?|destinatari[oa]s?|dirigid[oa]s?|actores)"
    r"(?:\s*[:–—-]\s*|\s+(?:to|at|à|aux?|al?)\s*:?\s+)(?:(?:to|at|à|aux?|al?)\s+)?(?P<who>[^;.()\n]{2,120}(?:\([^()]{1,60}\))?)(?=[;.)\n]|$)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?P<who>[^:;.!?\n]{2,120}?)\s*:\s+(?P<verb>[^\W\d_][\w'’-]*)")
_ADVERB = r"(?:,?\s+(?:also|therefore|thus|both|jointly|always|now|all|donc|aussi|también|por tanto),?)?"
# A verb opens what is to be done in small letters.
_FLAGS = {"to": re.NOFLAG, "verb": re.NOFLAG}
_INFINITIVE = {"fr": re.compile(r"\w{2,}(?:er|ir|re)"), "es": re.compile(r"\w{2,}(?:ar|er|ir)(?:se)?")}
# “Invite inspectors to the assemblies”, “to meetings”: no verb follows.
_NO_VERB = re.compile(r"the|an?|th(?:is|at|ese|ose)|their|its|our|all|each|every|both|any|other|more|\w+s")
_AFTER_WEAK = re.compile(
    r"\b(?:to|should|must|could|can|would|will|shall|and|or|not|may|please)\s+$|(?:^|[.;:!?]\s*)$",
    re.IGNORECASE,
)
_BY_ENDS = re.compile(
    r"\s(?:by|before|through|when|without|to|for|until|so|if|while|rather|on|with|during|within|via|not|"
    r"in \w+ (?:days|weeks|months|years|languages)|in (?:cooperation|collaboration|consultation|partnership|coordination|line|order|an?|time|\d)|"
    r"and (?:\w+ed|to|by|not|made|kept|paid)|avant|sans|pour|afin|lorsque|en (?:coopération|concertation|collaboration|consultation|\d)|"
    r"antes|sin|para|cuando|en \w+ (?:días|semanas|meses|años)|en (?:cooperación|colaboración|consulta|coordinación|\d))\b|[,)(]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Tongue:
    """How a language says who is to act; see data/addressees.json."""

    modal: re.Pattern[str]
    suffers: re.Pattern[str]
    label: re.Pattern[str]
    calls: re.Pattern[str]
    to: re.Pattern[str]
    that: re.Pattern[str]
    verb: re.Pattern[str]
    by: re.Pattern[str]
    hints: dict[str, tuple[str, ...]]


@cache
def _tongue(tag: str) -> _Tongue:
    data = json.loads(files("rapportkit.mentions.data").joinpath("addressees.json").read_text("utf-8"))
    said = data["said"][tag]
    modal = rf"{_ADVERB}(?:\s+(?:ne|no))?\s+(?:n['’])?(?:{said['modals']})(?!\w)"
    others = {name: said[name] for name in ("suffers", "label", "calls", "to", "that", "verb", "by")}
    compiled = {name: re.compile(each, _FLAGS.get(name, re.IGNORECASE)) for name, each in others.items()}
    hints = {name: tuple(pieces) for name, pieces in said["hints"].items()}
    return _Tongue(re.compile(modal, re.IGNORECASE), hints=hints, **compiled)


def addressee(text: str, language: str = "") -> str:
    """The words of a recommendation that say who is to act, without leading article; "" where nobody is named.

    `language` is tried ahead of the others.

    >>> addressee("The GFMD should meet in ports."), addressee("To civil society: map the agencies.")
    ('GFMD', 'civil society')
    >>> addressee("Les visas devraient être gratuits.", "fr"), addressee("Ratify the convention by 2030.")
    ('', '')
    """
    text = text[:_FAR]
    lower = text.lower()
    tags = sorted(_LANGUAGES, key=lambda tag: tag != language)
    for finders in (_marked,), (_labelled,), (_subjects, _wanted, _called), (_agents,):
        for tag in tags:
            hints = _tongue(tag).hints
            tried = (
                find for find in finders if any(hint in lower for hint in hints[find.__name__.strip("_")])
            )
            if found := [span for find in tried for span in find(text, tag)]:
                start, end = min(found)
                return text[start:end]
    return ""


def _marked(text: str, tag: str) -> Iterator[Span]:
    """“(addressed to: local authorities)”, “Target: states”."""
    for match in _MARK.finditer(text):
        if span := actor(text, *match.span("who"), tag, people=True):
            yield span


def _labelled(text: str, tag: str) -> Iterator[Span]:
    """“To states in all regions: bring …”, “Governments: ratify …”, “Governments to ratify …” at the start of a sentence."""
    for start in _STARTS.finditer(text):
        label, named = _tongue(tag).label.match(text, start.end()), _NAMED.match(text, start.end())
        if label and (span := actor(text, *label.span("who"), tag, people=True)):
            yield span
        if (
            named
            and not _QUOTED.search(start[0])
            and _orders(named["verb"], tag)
            and (span := actor(text, *named.span("who"), tag, places=False))
        ):
            yield span
        if tag == "en":
            yield from filter(lambda span: _is_bare(text[slice(*span)]), _ended(text, start.end(), tag))


def _orders(verb: str, tag: str) -> bool:
    return is_act(verb) if tag == "en" else _INFINITIVE[tag].fullmatch(verb.casefold()) is not None


def _is_bare(named: str) -> bool:
    """Whether it is short and no verb is in it: “Governments to ratify”, not “Ask cities to open”, “they urged cities”."""
    words = re.sub(r"\([^()]*\)", " ", named).split()
    return len(words) <= _FEW and not is_act(words[0]) and not _tongue("en").calls.search(named)


def _ended(text: str, start: int, tag: str, *, any_verb: bool = False) -> Iterator[Span]:
    """Who is named from a place up to “to ratify”, in the words of the language."""
    for to in _tongue(tag).to.finditer(text, start, start + LONGEST):
        verb = to["verb"]
        if tag == "en" and not is_act(verb) and (not any_verb or _NO_VERB.fullmatch(verb)):
            continue
        if span := actor(text, start, to.start(), tag, people=any_verb, places=any_verb):
            yield span
            return


def _subjects(text: str, tag: str) -> Iterator[Span]:
    """“Governments should …”, “recommended that the Forum report …”."""
    for modal in _tongue(tag).modal.finditer(text):
        if _tongue(tag).suffers.match(text, modal.end()) or _asks(text, modal.end()):
            continue
        spans = (actor(text, start, modal.start(), tag) for start in _openings(text, modal.start()))
        span = next(filter(None, spans), None) or _shared(text, modal.start(), tag)
        if span:
            yield span


def _shared(text: str, end: int, tag: str) -> Span | None:
    """The subject of a first verb that a second one shares: “Cities know the dates and could plan ahead”."""
    if not _AND.search(text, max(0, end - 8), end):
        return None
    begin = _begin(text, end)
    first = FINITE.search(text, begin, end) if tag == "en" else _tongue(tag).verb.search(text, begin, end)
    return actor(text, begin, first.start(), tag) if first else None


def _asks(text: str, at: int) -> bool:
    """Whether the sentence that goes on here is a question."""
    end = re.search(r"[.!?](?=\s|$)", text[at:])
    return end is not None and end[0] == "?"


def _openings(text: str, end: int) -> Iterator[int]:
    """Where the subject that ends here may begin: with the sentence, or with a later clause.

    What is said (“states that governments should”) comes first, then the longest.
    """
    begin = _begin(text, end)
    yield from (match.end() for match in reversed([*_SAID.finditer(text, begin, end)]))
    yield begin
    yield from (match.end() for match in _LATER.finditer(text, begin, end))
    for match in _JOINS.finditer(text, begin, end):
        if FINITE.search(text, begin, match.start()):
            yield match.end()


def _begin(text: str, end: int) -> int:
    """Where the sentence begins in which something ends."""
    begin = low = max(0, end - 2 * LONGEST)
    for start in _STARTS.finditer(text, low, end):
        closed = start[0].startswith("(") and ")" in text[start.end() : end]
        if not closed and not _SHORT.search(text, max(0, start.end() - 6), start.end()):
            begin = start.end()
    return begin


def _wanted(text: str, tag: str) -> Iterator[Span]:
    """“recommended that the Forum report”, “Necesidad de que los consulados visiten”."""
    for that in _tongue(tag).that.finditer(text):
        for word in _tongue(tag).verb.finditer(text, that.end(), that.end() + LONGEST):
            if tag != "en" or is_act(word["verb"]):
                if span := actor(text, that.end(), word.start(), tag):
                    yield span
                break


def _called(text: str, tag: str) -> Iterator[Span]:
    """“We call on UN agencies to …”, “Se insta a los gobiernos a …”."""
    for call in _tongue(tag).calls.finditer(text):
        kind = call.groupdict()
        if kind.get("weak") and _AFTER_WEAK.search(text, max(0, call.start() - 12), call.start()):
            continue
        yield from _ended(text, call.end(), tag, any_verb=not kind.get("need"))


def _agents(text: str, tag: str) -> Iterator[Span]:
    """“should be ensured by employers”."""
    for match in _tongue(tag).by.finditer(text):
        start, end = match.span("who")
        if ends := _BY_ENDS.search(text, start, end):
            end = ends.start()
        if span := actor(text, start, end, tag):
            yield span
