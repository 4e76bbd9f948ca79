"""The gate of the public edition: words that would tell who spoke are replaced by […].

Persons are withheld from every report. From reports under the Chatham House Rule, also the office and
affiliation around a name, and the country or organisation that somebody spoke for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from rapportkit.merge.countries import Mention, countries, mentions
from rapportkit.merge.persons import Run, Span, persons, runs
from rapportkit.merge.speakers import affiliations, described
from rapportkit.merge.vocabulary import UPPER, vocabulary
from rapportkit.model.summary import WITHHELD

_CONTACTS = (
    re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?<!\w)@\w{3,}"),
    re.compile(
        r"(?:\b(?:tel|phone|mobile|cell|whatsapp|fax|tél|téléphone|móvil|teléfono)\b\.?\s*:?\s*)"
        r"(\+?\(?\d[\d\s().\-/]{4,}\d)",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\w.,])(?:\+|00)\s?\d(?:[\s().\-/]{0,2}\d){7,}(?!\w)"),
    re.compile(r"(?<![\w.,])\(\d{2,5}\)\s?\d{3}[\s.-]?\d{2,4}(?:[\s.-]?\d{2,4})?(?!\w)"),
)
_AND = re.compile(r"\s+(?:and|et|y|&)\s+|;\s*|\n")
_NOT_BEHIND_IN = r"(?<!\b[Ii]n )(?<!\b[Aa]t )(?<!\b[Ee]n )(?<!\bnear )(?<!\bà )"
_SHORT = 2
_NAME_PART = re.compile(rf"{UPPER}[\w'’-]*")


@dataclass(frozen=True, slots=True)
class Known:
    """People known by name: their full names, and each end of a name alone, always with its capital.

    A name that may as well be a common word or a place does not count alone.
    """

    pattern: re.Pattern[str] | None

    def spans(self, text: str) -> Iterator[Span]:
        """Where a text names one of them."""
        if self.pattern:
            for match in self.pattern.finditer(text):
                yield match.span()


def known_people(names: Iterable[str], *, sure: bool = True, read: bool = False) -> Known:
    """Prepare to find people by their names, whole or by one end of a name alone.

    Where it is not `sure` that a name is a person's, only the whole name counts unless it reads like one.
    A first name that was `read` in a text may be a town's too: behind “in” it does not count.

    >>> list(known_people(["Ambassador Ana P. Exemplo"]).spans("As Exemplo said, ANA EXEMPLO and Ana P. Exemplo"))
    [(3, 10), (17, 28), (33, 47)]
    """
    forms = {
        form
        for several in names
        for name in _AND.split(several)
        for form in _forms(name, sure=sure, read=read)
    }
    if not forms:
        return Known(None)
    listed = sorted(forms, key=lambda form: (-len(form), form))
    return Known(re.compile(rf"(?<!\w)(?:{'|'.join(listed)})(?!\w)"))


@dataclass(frozen=True, slots=True)
class Seen:
    """What was recognised in a text: countries, runs of capitalised words, and persons among them."""

    mentioned: tuple[Mention, ...]
    runs: tuple[Run, ...]
    persons: tuple[Span, ...]


def look(text: str, language: str = "") -> Seen:
    """Recognise what a text names, once for all that is asked of it."""
    mentioned = tuple(mentions(text, language))
    found = tuple(runs(text, mentioned))
    return Seen(mentioned, found, tuple(persons(text, found)))


def withhold(
    text: str,
    known: Sequence[Known],
    *,
    rule: bool,
    practice: bool = False,
    seen: Seen | None = None,
) -> str:
    """Replace what tells a person, or under the `rule` also a speaker's affiliation, by […].

    The owner of a `practice` may be told.

    >>> withhold("Minister Exemplo said that Spain has a law; Spain noted its cost.", [], rule=True)
    '[…] said that Spain has a law; […] noted its cost.'
    """
    seen = seen or look(text)
    spans = [*seen.persons, *(span for people in known for span in people.spans(text))]
    if rule:
        spans = [described(text, span, seen.runs) for span in spans]
        spans.extend(affiliations(text, seen.mentioned, seen.runs, practice=practice))
    return _replaced(text, [*spans, *_contacts(text)])


def people(text: str, seen: Seen) -> Iterator[str]:
    """The full names by which a text names persons: later on, one end of a name will do."""
    for start, end in seen.persons:
        if " " in text[start:end]:
            name = text[start:end]
            yield name.title() if name.islower() else name


def _contacts(text: str) -> Iterator[Span]:
    for pattern in _CONTACTS:
        for match in pattern.finditer(text):
            yield match.span(1 if pattern.groups else 0)


def _replaced(text: str, spans: Iterable[Span]) -> str:
    parts: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if start > at or not parts:
            parts.extend((text[at:start], WITHHELD))
        at = max(at, end)
    return "".join((*parts, text[at:]))


def _forms(name: str, *, sure: bool, read: bool) -> Iterator[str]:
    """The patterns under which one person's name is looked for."""
    known = vocabulary()
    plain = re.split(r"[,(;/]|\s[-–—]\s", name, maxsplit=1)[0].split()
    words = list(dropwhile(_is_address, plain))
    if words and "".join(words).upper() == "".join(words).lower():  # a script without capitals
        yield _spaced(words)
    names = [word for word in words if _NAME_PART.fullmatch(word.rstrip(".")) and len(word.rstrip(".")) > 1]
    if not names or all(word.casefold() in known.no_name for word in names):
        return  # “a youth delegate”, “Participants”: a label, no name
    for several in (words, names, [names[0], names[-1]]):
        if len(several) > 1:
            yield f"(?i:{_spaced(several)})"
    is_person = sure or (len(names) > 1 and (len(words) < len(plain) or not known.given.isdisjoint(names)))
    for one in (names[-1], names[0]) if is_person else ():
        alone = [_spaced([form]) for form in (one, one.upper(), one.title())]
        if _is_ordinary(one):
            continue
        if len(one) <= _SHORT:  # “Li” and “Ba” may be any two letters
            yield from (f"{form}(?={known.speaking})" for form in alone)
        elif read and one == names[0]:
            yield from (f"{_NOT_BEHIND_IN}{form}" for form in alone)
        else:
            yield from alone


def _is_address(word: str) -> bool:
    known = vocabulary()
    return known.is_title(word) or word.casefold().rstrip(".") in known.honorifics


def _spaced(words: list[str]) -> str:
    return r"\s+".join(map(re.escape, words))


def _is_ordinary(word: str) -> bool:
    """Whether a name alone may as well be a common word or a country: "King", "Jordan"."""
    known = vocabulary()
    plain = word.casefold()
    return (
        plain in known.no_name
        or plain in known.surnames_too
        or plain in known.place_words
        or bool(countries(word))
    )
