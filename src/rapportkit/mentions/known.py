"""People whose names are known from elsewhere, found again in a text in whole or by one end of a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import dropwhile

from rapportkit.mentions.countries import countries
from rapportkit.mentions.persons import Span
from rapportkit.mentions.terms import fold
from rapportkit.mentions.vocabulary import UPPER, vocabulary

_AND = re.compile(r"\s+(?:and|et|y|&)\s+|;\s*|\n")
_NOT_BEHIND_IN = r"(?<!\b[Ii]n )(?<!\b[Aa]t )(?<!\b[Ee]n )(?<!\bnear )(?<!\bà )"
_SHORT = 2
_LONG = 5
_SIGNS = r"[^\s,;:()<>\[\]«»“”\"/_@\\.]"
# A token that signs hold together: each sign looked at once.
_ADDRESS = re.compile(rf"(?:(?:https?|ftp|mailto):/{{0,2}})?{_SIGNS}++(?:[/_@\\.:]++{_SIGNS}++)++")
_SIGN_WITHIN = re.compile(r"[/_@\\]|\w\.\w")
_LETTERS = re.compile(r"[^\W\d_]+")
_NAME_PART = re.compile(rf"{UPPER}[\w'’-]*")


def surnames(names: Iterable[str]) -> frozenset[str]:
    """The last words of whole names, in lower case; none that may as well be a common word or a place.

    >>> sorted(surnames(["Ana Exemplo", "Michael Jordan", "Chidi King", "Bo Li"]))
    ['exemplo']
    """
    last = (name.split()[-1] for name in names if " " in name)
    return frozenset(word.casefold() for word in last if len(word) > _SHORT and not _is_ordinary(word))


@dataclass(frozen=True, slots=True)
class Known:
    """People known by name: their full names, and each end of a name alone, always with its capital.

    A name that may as well be a common word or a place does not count alone.
    """

    pattern: re.Pattern[str] | None
    parts: frozenset[str] = frozenset()
    """Last names in small plain letters, by which they are found in addresses and file names."""

    def spans(self, text: str) -> Iterator[Span]:
        """Where a text names one of them, also in an address or file name: “ficticia_final.docx”."""
        if self.pattern:
            for match in self.pattern.finditer(text):
                yield match.span()
        if self.parts and _SIGN_WITHIN.search(text):
            for token in _ADDRESS.finditer(text):
                if any(self._names(word[0]) for word in _LETTERS.finditer(fold(token[0]))):
                    yield token.span()

    def _names(self, word: str) -> bool:
        return word in self.parts or any(
            word.startswith(part) or word.endswith(part) for part in self.parts if len(part) > _LONG
        )


def known_people(names: Iterable[str], *, sure: bool = True, read: bool = False) -> Known:
    """Prepare to find people by their names, whole or by one end of a name alone.

    Where it is not `sure` that a name is a person's, only the whole name counts unless it reads like one.
    A first name that was `read` in a text may be a town's too: behind “in” it does not count.

    >>> list(known_people(["Ambassador Ana P. Exemplo"]).spans("As Exemplo said, ANA EXEMPLO and Ana P. Exemplo"))
    [(3, 10), (17, 28), (33, 47)]
    """
    listed = [name for several in names for name in _AND.split(several)]
    forms = {form for name in listed for form in _forms(name, sure=sure, read=read)}
    if not forms:
        return Known(None)
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)")
    return Known(pattern, frozenset(part for name in listed for part in _parts(name, sure=sure)))


def _parts(name: str, *, sure: bool) -> Iterator[str]:
    """The parts of a last name as addresses have them."""
    words = list(dropwhile(_is_address, _bare(name)))
    if len(words) > 1 and (sure or not vocabulary().given.isdisjoint(words)):
        for part in _LETTERS.findall(fold(words[-1])):
            if len(part) > _SHORT + 1 and not _is_ordinary(part.title()):
                yield part


def _bare(name: str) -> list[str]:
    """The words of a name without what follows it: “Ana Exemplo, Ministry of Examples”."""
    return re.split(r"[,(;/]|\s[-–—]\s", name, maxsplit=1)[0].split()


def _forms(name: str, *, sure: bool, read: bool) -> Iterator[str]:
    """The patterns under which one person's name is looked for."""
    known = vocabulary()
    plain = _bare(name)
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
    halves = [
        half for half in re.split("[-‐‑]", names[-1])[:3] if half != names[-1] and len(half) > _LONG - 1
    ]
    for one in (names[-1], names[0], *halves) if is_person else ():
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
