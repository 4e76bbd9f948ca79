"""The same words in two writings of a text: as a reader gave it, and as the file holds it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

Span = tuple[int, int]
_JOINERS = "\u200c\u200d"


def located(text: str, span: Span, other: str) -> Span | None:
    r"""Where the words of a span of `text` stand in another writing of it; None where that is not certain.

    White space, signs and markup may differ, the letters may not. Words that occur several times are told
    apart by their order, where both writings have as many of them.

    >>> located("one two one", (8, 11), "**One**  one two\tone"), located("one two", (4, 7), "one")
    ((17, 20), None)
    """
    start, stop = span
    begin = other.find(text)
    if begin >= 0 and other.find(text, begin + 1) < 0:
        return begin + start, begin + stop
    keep = str.isalnum if any(map(str.isalnum, text[start:stop])) else _is_seen
    words, here, there = (_kept(each, keep) for each in (text[start:stop], text, other))
    if not words[0]:
        return None
    ours, theirs = _all(words[0], here[0]), _all(words[0], there[0])
    before = sum(index < start for index in here[1])
    if len(ours) != len(theirs) or before not in ours:
        return None
    found = theirs[ours.index(before)]
    return there[1][found], there[1][found + len(words[0]) - 1] + 1


def whole_words(text: str, span: Span) -> Span:
    """A span widened so that it cuts no word.

    >>> whole_words("many actors", (2, 6))
    (0, 11)
    """
    start, stop = span
    while 0 < start < len(text) and _is_letter(text[start - 1]) and _is_letter(text[start]):
        start -= 1
    while 0 < stop < len(text) and _is_letter(text[stop - 1]) and _is_letter(text[stop]):
        stop += 1
    return start, stop


def _kept(text: str, keep: Callable[[str], bool]) -> tuple[str, list[int]]:
    """The signs that count, and their offsets."""
    offsets = [index for index, sign in enumerate(text) if keep(sign)]
    return "".join([text[index] for index in offsets]), offsets


def _all(words: str, text: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _is_seen(sign: str) -> bool:
    return not sign.isspace()


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign in _JOINERS or unicodedata.category(sign).startswith("M")
