"""Odd spaces in a line: before a comma, after no full stop, doubled, or signs that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# French sets a space before two-part signs; only comma and full stop have none there.
_BEFORE = re.compile(r"(?<=[^\W_]|[)»”,])[ \t]+[,.;:!?](?=\s|$)(?!\s\.)")
_BEFORE_FRENCH = re.compile(r"(?<=[^\W_]|[)»”,])[ \t]+[,.](?=\s|$)(?!\s\.)")
# "networks.Cities" and "work,school", but neither "example.org" nor "e.g." nor "gov.Uk".
_AFTER = re.compile(
    r"(?<![\w@/.\-])(?P<word>[^\W\d_]{3,}(?:[.;!?](?=[A-ZÀ-Þ][a-zß-ÿ]{2,})|,(?=[^\W\d_]{3,})))[^\W\d_]++(?!\.[^\W\d_])"
)
_DOUBLED = re.compile(r"(?<=[^\s.:!?…”»\"])(?:[ \xa0]{2,}|[ \xa0]*\t[ \t\xa0]*)(?=[a-zß-ÿ(])")
_UNSEEN = re.compile(
    r"[\u200b\u2060\ufeff]|(?<=[^\W\d_])\xad(?=[^\W\d_])|(?<=[A-Za-zÀ-ÿ])[\u200c\u200d](?=[A-Za-zÀ-ÿ])"
)
_SIGNS = re.compile(r"(?<=[^\W_])([ \xa0\u202f]?)[;:!?](?=\s|$)")
_FEWEST = 3
_ADDRESS = re.compile(r"[@/\\=]|www\.")

Odd = tuple[str, tuple[int, int]]
"""What is odd ("before", "after", "doubled", "unseen") and where: (start, end) offsets."""


def odd_spaces(text: str, language: str = "en") -> Iterator[Odd]:
    """Each odd space in a text, in no order; `language` is a BCP 47 tag, "" where unknown.

    >>> [kind for kind, _ in odd_spaces("Cities , towns  and villages.Others")]
    ['before', 'after', 'doubled']
    >>> list(odd_spaces("Pourquoi ? Parce que : voilà !", "fr"))
    []
    """
    known = language and not language.startswith("fr")
    yield from (("before", found.span()) for found in (_BEFORE if known else _BEFORE_FRENCH).finditer(text))
    for found in _AFTER.finditer(text):
        if not _ADDRESS.search(_word(text, found.start(), found.end())):
            yield "after", found.span()
    yield from (("doubled", found.span()) for found in _DOUBLED.finditer(text))
    yield from (("unseen", found.span()) for found in _UNSEEN.finditer(text))


def sets_apart(texts: Iterable[str]) -> bool:
    """Whether a space stands before ; : ! and ? in some texts more often than none does, as French has it.

    >>> sets_apart(["Foyers : oui ; ici !", "Villes: oui"]), sets_apart(["Foyers : oui", "Villes: non"])
    (True, False)
    """
    met = [bool(space) for text in texts for space in _SIGNS.findall(text)]
    return sum(met) >= _FEWEST and sum(met) * 2 > len(met)


def _word(text: str, start: int, end: int) -> str:
    """The run of signs without a space around a place, as far as an address may reach."""
    before = text[max(0, start - 100) : start].rpartition(" ")[2]
    return before + text[start:end] + text[end : end + 100].partition(" ")[0]
