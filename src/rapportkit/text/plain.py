"""Wordings made alike, so that only their words are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

_QUOTES = "‘’‚‛′`´"
_LETTERS = re.compile(r"[^\w'#]+")


def plain(text: str) -> str:
    """Lower case, no accents, no punctuation, one space between words.

    >>> plain("3. Opportunities / good practices — “Défis”:")
    '3 opportunities good practices defis'
    """
    return _known(text) if len(text) <= _SHORT else _plain(text)


def _plain(text: str) -> str:
    bare = text.casefold() if text.isascii() else _bare(text)
    return _LETTERS.sub(" ", bare).replace("'", "").replace("`", "").strip()


# The same lines are compared with the labels of one form after the other.
_SHORT = 1000
_known = lru_cache(maxsize=4096)(_plain)


def _bare(text: str) -> str:
    for quote in _QUOTES:
        text = text.replace(quote, "'")
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    for sign in filter(unicodedata.combining, set(decomposed)):
        decomposed = decomposed.replace(sign, "")
    return decomposed


def words(text: str) -> tuple[str, ...]:
    """The words of a text, made alike.

    >>> words("Women's rights, 2018")
    ('womens', 'rights', '2018')
    """
    return tuple(plain(text).split())


_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-ZÀ-Þ0-9])")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a text begin and end: (start, end) offsets."""
    edges = [0, *(found.end() for found in _SENTENCE.finditer(text)), len(text)]
    return tuple((start, end) for start, end in pairwise(edges) if end > start)
