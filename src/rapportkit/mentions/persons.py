"""Persons named in a text: by address or office, by a given name, or by what stands around a name.

Written for precision: "San Francisco", "Abu Dhabi Dialogue" and "Kofi Annan Foundation" stay. A run of
capitalised words is a name when enough speaks for it; capitals alone are not enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapportkit.mentions.ahead import ATTRIBUTION, THANKS
from rapportkit.mentions.countries import Mention
from rapportkit.mentions.vocabulary import UPPER, Vocabulary, vocabulary

Span = tuple[int, int]
NEAR = 400
"""How many letters around a name are looked at: a text may be one line of two million."""

_ABBREVIATED = r"(?:Mr|Mrs|Ms|Dr|Prof|Hon|Rev|Sr|Sra|Srta|Dra|Profa|Ing|Lic|Mtro|Mtra|Pr|Mme|Mlle|Amb|St|Ste|H\. ?E|S\. ?E)\."
_INITIALS = rf"{UPPER}\.(?:[ -]?{UPPER}\.)*"
_CAPITALISED = (
    rf"(?:{_ABBREVIATED}|{_INITIALS}|(?:[Aa]l-|[Ee]l-|[DdOL]['’])?{UPPER}[^\W\d_]*(?:['’‑-][^\W\d_]+)*)"
)
_PARTICLE = (
    r"(?:de las|de los|de la|de|del|da|das|do|dos|di|della|van der|van den|van|von der|von|der|den|ter|zu|"
    r"bin|binti|ibn|ould|mint|al|el)"
)
_GAP = rf"[-‐]?[ \u00a0]+(?:{_PARTICLE}[ \u00a0]+)?"
_RUN = re.compile(rf"(?<![^\W_]){_CAPITALISED}(?:{_GAP}{_CAPITALISED})*")
_WORD = re.compile(_CAPITALISED)
_ROMAN = re.compile(r"[IVX]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_APPOSITION = re.compile(r"\s*,\s+(?:the\s+|la\s+|le\s+|el\s+)?")
_BRACKETS = re.compile(r"\s*\(([^()]{2,60})\)")
_LOCATIVE = re.compile(r"\b(?:in|at|near|from|to|en|à|dans|vers|desde|hacia)\s+(?:the\s+)?$", re.IGNORECASE)
_SMALL = re.compile(
    r"(?<![\w.])(?<!\d )(?:(?:mr|mrs|ms|mme|mlle|sra|srta)\.?|(?:dr|prof|sr)\.) "
    r"(?P<name>[^\W\dA-Z_][\w'’-]*(?: [^\W\dA-Z_][\w'’-]*)?)",
)
# “Presidente de las Jornadas”: what somebody presides over, and no name.
_OF = re.compile(r"\bd(?:e|el|u|es|a|o|as|os|i|ella)\b")
_AHEAD = 50
_MARKS = " \t\"'“‘«([*-–•"
_WORD_AHEAD = re.compile(r"\b([^\W\d_A-Z][\w-]+)[ \u00a0]$")
_WORD_BEHIND = re.compile(r"[ \u00a0]([^\W\d_A-Z][\w-]+)")
_FUNCTION_WORDS = frozenset(
    ["of", "is", "was", "are", "has", "had", "will", "would", "can", "who", "whose", "came", "left"]
)
PREFIX = re.compile(r"\s*(?:\([^()]{1,60}\)\s*)?(?:[:–—]|-\s)\s*")


@dataclass(frozen=True, slots=True)
class Word:
    """A capitalised word of a run, without a genitive ending."""

    text: str
    start: int
    end: int

    @property
    def plain(self) -> str:
        """The word as it is looked up."""
        return self.text.casefold().rstrip(".")


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row; `named[i]` says whether the i-th could be part of a person's name."""

    words: tuple[Word, ...]
    named: tuple[bool, ...]

    @property
    def start(self) -> int:
        """Where the run begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the run ends."""
        return self.words[-1].end


def runs(text: str, mentioned: Sequence[Mention]) -> list[Run]:
    """The runs of capitalised words in a text; words of a country's name are no names."""
    known = vocabulary()
    countries = {at for mention in mentioned for at in range(mention.start, mention.end)}
    found = []
    for match in _RUN.finditer(text):
        words = tuple(
            Word(
                _POSSESSIVE.sub("", each.group()),
                each.start(),
                each.start() + len(_POSSESSIVE.sub("", each.group())),
            )
            for each in _WORD.finditer(text, match.start(), match.end())
        )
        has_given = any(word.text in known.given for word in words)
        named = tuple(
            _could_name(word, known, has_given=has_given) and word.start not in countries for word in words
        )
        found.append(Run(words, _with_surname(words, named, known)))
    return found


def _with_surname(words: tuple[Word, ...], named: tuple[bool, ...], known: Vocabulary) -> tuple[bool, ...]:
    """Take a common word that ends the run for a surname when a given name stands right before it."""
    if len(words) > 1 and words[-2].text in known.given and words[-1].plain in known.surnames_too:
        return (*named[:-1], True)
    return named


def persons(text: str, found: Sequence[Run]) -> Iterator[Span]:
    """Where a text names persons: the names alone, without address or office."""
    known = vocabulary()
    saying = saying_pattern()
    for run in found:
        for first, last in _blocks(run):
            if _is_person(text, run, first, last, known, saying):
                yield run.words[first].start, run.words[last].end
    yield from _in_small_letters(text, known)


def _in_small_letters(text: str, known: Vocabulary) -> Iterator[Span]:
    """Names behind an address, all in small letters: "ms. ana exemplo said"."""
    saying = saying_pattern()
    for match in _SMALL.finditer(text):
        words = [*re.finditer(r"[^\W\d_][\w'’-]*", match["name"])]
        kept = []
        for word in words:
            at = match.start("name") + word.start()
            is_word = word[0] in known.no_name or word[0] in known.particles or word[0] in _FUNCTION_WORDS
            if is_word or saying.match(text, at - 1):
                break
            kept.append(word)
        if kept and len(kept[0][0]) > 1:
            yield match.start("name"), match.start("name") + kept[-1].end()


def rare_names(text: str, found: Sequence[Run]) -> Iterator[Span]:
    """Whatever could be a name, whatever stands around it; a word that opens the text is no name alone.

    >>> text = "Approved by Ilva Modelska"
    >>> [text[slice(*span)] for span in rare_names(text, runs(text, ()))]
    ['Ilva Modelska']
    """
    for run in found:
        for first, last in _blocks(run):
            start = run.words[first].start
            if last > first or not opens(text, start):
                yield start, run.words[last].end


def _blocks(run: Run) -> Iterator[tuple[int, int]]:
    """The stretches of a run that could be a name, as first and last index."""
    first = None
    for index, named in enumerate((*run.named, False)):
        if named and first is None:
            first = index
        elif not named and first is not None:
            yield first, index - 1
            first = None


def _could_name(word: Word, known: Vocabulary, *, has_given: bool) -> bool:
    plain = word.plain
    if word.text in known.given or _ROMAN.fullmatch(word.text):
        return True
    if plain in known.no_name or plain in known.place_words or known.is_title(word.text):
        return False
    # An acronym, unless a given name beside it shows that surnames are written in capitals here.
    letters = re.sub(r"[. -]", "", word.text)
    is_initial = len(letters) < len(word.text) and len(letters) <= 2 + (" " in word.text)
    is_acronym = len(letters) < 2 or plain in known.no_affiliation or plain in known.short_acronyms
    return is_initial or not letters.isupper() or (has_given and not is_acronym)


def _is_person(
    text: str,
    run: Run,
    first: int,
    last: int,
    known: Vocabulary,
    saying: re.Pattern[str],
) -> bool:
    words = run.words[first : last + 1]
    before = run.words[first - 1] if first else None
    after = run.words[last + 1] if last + 1 < len(run.words) else None
    if (before and before.plain in known.place_words) or _bears_name(text, run, first, last, known):
        return False
    if tuple(word.plain for word in words) in known.places or all(
        _ROMAN.fullmatch(word.text) for word in words
    ):
        return False
    full = [word for word in words if len(word.text.replace(".", "")) > 1]
    if not full:
        return False
    if before and (before.plain in known.honorifics or before.plain == "amb"):
        return True
    addressed = (
        before is not None
        and known.is_title(before.text)
        and not (_OF.search(text, before.end, words[0].start) or _is_elided(words[0]))
    )
    given = any(word.text in known.given for word in words)
    if first == 0 and not _is_elided(words[0]) and _holds_office(text, words[0].start, known):
        return True
    if before and addressed and (len(words) > 1 or given or before.plain.split("-")[0] in known.single):
        return True
    rest = text[run.words[last].end : run.words[last].end + NEAR]
    speaks = bool(saying.match(rest))
    if len(words) == 1:
        is_thanked = THANKS.search(text, max(0, words[0].start - _AHEAD), words[0].start)
        return given and (speaks or bool(is_thanked) or _is_prefix(text, run, first, last))
    if given:
        return True
    if after is not None:
        return False
    ahead = (max(0, words[0].start - _AHEAD), words[0].start)
    is_body = not known.organisations.isdisjoint(word.plain for word in words)
    if len(full) > 1 and (ATTRIBUTION.search(text, *ahead) or (THANKS.search(text, *ahead) and not is_body)):
        return True
    if _LOCATIVE.search(text, max(0, words[0].start - 12), words[0].start):
        return False
    return (
        _has_office(rest, known)
        or _is_affiliated(rest, words, known, saying)
        or (speaks and len(full) < len(words))
    )


def _is_elided(word: Word) -> bool:
    """Whether a word has “of” in front of it: “le maire d’Exempleville”, “la ministre d’Exemplie”."""
    return word.text.startswith(("d'", "d’"))


def _is_prefix(text: str, run: Run, first: int, last: int) -> bool:
    """A note-taker's mark of who spoke: a lone given name that opens the point.

    It ends with a colon or dash, or the sentence proper begins right after it with its own capital.
    """
    if first or not opens(text, run.words[0].start):
        return False
    rest = text[run.words[last].end : run.words[last].end + NEAR]
    follows_on = last + 1 < len(run.words) and run.words[last + 1].start == run.words[last].end + 1
    return bool(PREFIX.match(rest)) or follows_on


def _bears_name(text: str, run: Run, first: int, last: int, known: Vocabulary) -> bool:
    """Whether a work or house is called by the name: “Kofi Annan Foundation”, “école Victor Hugo”."""
    if last + 1 < len(run.words):
        behind = run.words[last + 1].plain
    else:
        word = _WORD_BEHIND.match(text, run.words[last].end)
        behind = word[1] if word else ""
    if first:
        ahead = run.words[first - 1].plain
        return behind in known.work_of or (ahead in known.work_of and not known.is_title(ahead))
    word = _WORD_AHEAD.search(text, max(0, run.words[first].start - 30), run.words[first].start)
    return behind in known.work_of or (word is not None and word[1] in known.work_of)


def _holds_office(text: str, at: int, known: Vocabulary) -> bool:
    """Whether an office in small letters stands ahead, as French and Spanish write it: “le ministre …”."""
    ahead = _WORD_AHEAD.search(text, max(0, at - 30), at)
    return ahead is not None and ahead[1] in known.single


def opens(text: str, at: int) -> bool:
    r"""Whether nothing but marks stands ahead of a place in its line.

    >>> opens("– Maria", 2), opens("Two views:\n(Maria", 12), opens("As Maria", 3)
    (True, True, False)
    """
    _, line_end, line = text[max(0, at - NEAR) : at].rpartition("\n")
    return (bool(line_end) or at <= NEAR) and not line.strip(_MARKS)


def _has_office(rest: str, known: Vocabulary) -> bool:
    """Whether an office or institution follows in apposition: ", Ghana's Deputy Minister of …"."""
    match = _APPOSITION.match(rest)
    if not match:
        return False
    for index, word in enumerate(re.split(r"[ \u00a0]+", rest[match.end() : match.end() + 80])[:6]):
        plain = word.strip(".,;:()'’").casefold()
        if known.is_title(plain) or (plain in known.institutions and index < 2 and word[:1].isupper()):
            return True
        is_way_there = word[:1].isupper() or plain in {
            "s",
            "of",
            "the",
            "de",
            "la",
            "du",
            "del",
            "for",
            "and",
        }
        if not is_way_there or word.endswith((",", ";", ".")):
            return False
    return False


def _is_affiliated(rest: str, words: Sequence[Word], known: Vocabulary, saying: re.Pattern[str]) -> bool:
    """Whether an affiliation stands behind in brackets; an organisation has its own acronym there."""
    match = _BRACKETS.match(rest)
    if not match:
        return False
    initials = "".join(word.text[0] for word in words).casefold()
    if match[1].replace(".", "").casefold()[: len(initials)] == initials:
        return False
    inside = [word.strip(",.;").casefold() for word in match[1].split()]
    has_office = match[1][0].isupper() and any(
        known.is_title(word) or word in known.institutions for word in inside
    )
    return has_office or bool(saying.match(rest))


@cache
def saying_pattern(*, of_person: bool = False) -> re.Pattern[str]:
    """A verb of saying behind a name; `of_person` where what only persons do, such as presenting, counts too."""
    known = vocabulary()
    return re.compile(
        rf"(?:\s*\([^()]{{1,60}}\))?{known.speaking_of_persons if of_person else known.speaking}"
    )
