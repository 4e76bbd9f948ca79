"""Slips of the pen in the form's own labels, set right letter by letter; a reworded label is left alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from rapportkit.model.location import Location
from rapportkit.model.report import Report
from rapportkit.model.template import Field, Template
from rapportkit.text import likeness
from rapportkit.writers.mended.edits import Edit, Sheet, Swap

_WORD = re.compile(r"\{n\}|[^\W_]+")
_LONGEST, _SHORTEST, _LONG = 24, 4, 9
_SEVERAL = 4
"""In a label of so many words, of which all others are right, an ending is lost by a slip."""
_LINES = 3
"""A label runs over so many lines of a narrow page."""
_MOST_SLIPS = 2


@dataclass(frozen=True, slots=True)
class Wordings:
    """Every wording that a form has for its labels, as words; `known` are all these words."""

    by_length: dict[int, list[tuple[str, ...]]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    said: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, text: str) -> None:
        """Take in one wording."""
        words = tuple(_WORD.findall(text))
        folded = tuple(map(str.casefold, words))
        if words and folded not in self.said:
            self.said.add(folded)
            self.known.update(folded)
            self.by_length.setdefault(len(words), []).append(words)

    def meant(self, met: Sequence[str]) -> tuple[str, ...] | None:
        """The one wording that was meant by these words; None where they are as they should be, or unsure."""
        if len(met) > _LONGEST or self._is_known(met):
            return None
        near = [words for words in self.by_length.get(len(met), ()) if self._is_slip(met, words)]
        changed = {tuple(map(str.casefold, words)) for words in near}
        return near[0] if len(changed) == 1 else None

    def _is_known(self, met: Sequence[str]) -> bool:
        folded = tuple(map(str.casefold, met))
        return any(
            len(words) == len(folded) and all(_stands_for(*pair) for pair in zip(words, folded, strict=True))
            for words in self.by_length.get(len(folded), ())
        )

    def _is_slip(self, met: Sequence[str], words: Sequence[str]) -> bool:
        other = [
            (one.casefold(), two.casefold())
            for one, two in zip(met, words, strict=True)
            if not _stands_for(two, one.casefold())
        ]
        return len(other) <= _MOST_SLIPS and all(
            (one not in self.known and is_misspelt(one, two))
            or (len(words) >= _SEVERAL and len(other) == 1 and _is_ending_lost(one, two))
            for one, two in other
        )


def _stands_for(word: str, met: str) -> bool:
    """Whether a form's word is the one met; "{n}" is any number."""
    return met.isdigit() if word == "{n}" else word.casefold() == met


def _is_ending_lost(met: str, word: str) -> bool:
    """Whether a word has lost its last letter, or has one more: “point” for “points”."""
    return min(len(met), len(word)) >= _SHORTEST and (met[:-1] == word or word[:-1] == met)


def is_misspelt(met: str, word: str) -> bool:
    """Whether a word is another with a slip in it: neither inflected otherwise nor in another spelling.

    >>> is_misspelt("chalenges", "challenges"), is_misspelt("challenge", "challenges")
    (True, False)
    >>> is_misspelt("organisation", "organization"), is_misspelt("defis", "défis")
    (False, True)
    """
    if min(len(met), len(word)) < _SHORTEST or not (met.isalpha() and word.isalpha()):
        return False
    if met.startswith(word) or word.startswith(met) or likeness.words(met) == likeness.words(word):
        return False
    # The first letter and the last carry sense: emigrants and immigrants, participantes and participantas.
    if met[0] != word[0] or met[-1] != word[-1]:
        return False
    most = 2 if min(len(met), len(word)) >= _LONG else 1
    return OSA.distance(met, word, score_cutoff=most) <= most


def edits(sheet: Sheet, report: Report, template: Template) -> Iterator[Edit]:
    """Yield one edit for each word of a label with a slip in it."""
    wordings = Wordings()
    for text in _labels(template):
        wordings.add(text)
    seen: set[tuple[int, tuple[Swap, ...]]] = set()
    for text, location in _met(report):
        for edit in _mending(sheet, text, location, wordings):
            if (edit.row, edit.swaps) not in seen:
                seen.add((edit.row, edit.swaps))
                yield edit


def _labels(template: Template) -> Iterator[str]:
    for entry in (*template.header, *template.headings, *template.fields):
        yield from _of(entry)


def _of(entry: Field) -> Iterator[str]:
    yield entry.label
    yield from (*entry.labels.all(), *entry.aliases.all())
    for inner in (*entry.fields, *entry.parts):
        yield from _of(inner)


def _met(report: Report) -> Iterator[tuple[str, Location]]:
    """What was taken for the form's wording."""
    for answer in report.answers:
        if answer.label and answer.heading:
            yield answer.label, answer.heading
    yield from ((passage.text, passage.location) for passage in report.wording if passage.kind is None)


def _mending(sheet: Sheet, text: str, location: Location, wordings: Wordings) -> Iterator[Edit]:
    met = _WORD.findall(text[:1000])
    # "2. Challenges", where the number is no part of the label.
    for words in (met, met[1:]) if met and len(met[0]) <= 2 else (met,):
        meant = wordings.meant(words)
        row = sheet.row_of(location) if meant else None
        places = None if row is None else _found(sheet, row, words)
        if meant is None or places is None:
            continue
        for (at, start), old, new in zip(places, words, meant, strict=True):
            if not _stands_for(new, old.casefold()) and not _is_capitals(old, new):
                yield Edit("label", at, (Swap(start, start + len(old), _cased(new, old)),))
        return


def _found(sheet: Sheet, row: int, words: Sequence[str]) -> list[tuple[int, int]] | None:
    """Where each word stands: its row and offset; None where they do not stand there once, one after the other."""
    last = row + _LINES if sheet.rows[row].location.line else row + 1
    here = [
        (word[0], (at, word.start()))
        for at in range(row, min(last, len(sheet.rows)))
        for word in _WORD.finditer(sheet.rows[at].text)
    ]
    starts = [
        start
        for start in range(len(here) - len(words) + 1)
        if all(here[start + n][0] == word for n, word in enumerate(words))
    ]
    return [place for _, place in here[starts[0] : starts[0] + len(words)]] if len(starts) == 1 else None


def _is_capitals(met: str, word: str) -> bool:
    """Whether a word is only written in capitals without accents, as many do."""
    bare = (sign for sign in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(sign))
    return met.isupper() and met.casefold() == "".join(bare)


def _cased(new: str, old: str) -> str:
    """A word in the capitals of another.

    >>> _cased("challenges", "CHALENGES"), _cased("Challenges", "chalenges")
    ('CHALLENGES', 'challenges')
    """
    if old.isupper():
        return new.upper()
    first = new[0].upper() if old[0].isupper() else new[0].lower()
    return first + new[1:]
