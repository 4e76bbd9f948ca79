"""What tesseract writes, as words of a page: with baseline, letter size, and the page's slant taken out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import NamedTuple

_COLUMNS = 12
_WORD_LEVEL = "5"
_NOISE = 30.0  # signs without letters that the engine itself hardly believes in are specks

_DESCENDING = frozenset("gjpqyçþQ,;()[]{}|/\\@$§µ_")
_DOTTED = frozenset("ijt")
_ASCENDING = frozenset("\"“”‘’'bdfhklßABCDEFGHIJKLMNOPRSTUVWXYZ0123456789")
_RISE = 0.715  # of the letter size: how high ascenders and capitals stand above the baseline
_DOTTED_RISE, _LOW_RISE = 0.66, 0.48  # the same for small letters with a dot or a "t", and for the others
_DROP = 0.21  # how far descenders reach below it
_LEVEL = 0.0015  # a slant below this (3 dots in 2,000) is none
_STEEP = 0.2
_ALIKE, _LOOSELY_ALIKE = 1.13, 1.3  # sizes that differ by less are one: heights are measured in whole dots
_TELLING = 12  # letters of one size that make it a size of its own


class Word(NamedTuple):
    """A word in dots of the picture: its box, how sure the engine is (0 to 1), and the line it is on.

    `base` and `size` are its baseline and letter size.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    sure: float
    line: tuple[int, ...]
    base: float = 0.0
    size: float = 0.0


def read_words(told: str) -> list[Word]:
    r"""The words of a TSV answer, in its order; specks and rules that were taken for letters are left out.

    >>> read_words("level\n5\t1\t1\t1\t1\t1\t10\t20\t30\t8\t96.5\tNeed\n")[0][:6]
    ('Need', 10.0, 20.0, 40.0, 28.0, 0.965)
    """
    return list(_words(told))


def _words(told: str) -> Iterator[Word]:
    for row in told.splitlines():
        cells = row.split("\t", _COLUMNS - 1)
        if len(cells) != _COLUMNS or cells[0] != _WORD_LEVEL or not cells[11].strip():
            continue
        try:
            *line, _, left, top, width, height = map(int, cells[1:10])
            sure = float(cells[10])
        except ValueError:
            continue
        text = "".join(cells[11].split())
        if sure < _NOISE and not any(map(str.isalnum, text)):
            continue
        yield Word(
            "I" if text == "|" else text,  # what is a ruled line is left out later
            float(left),
            float(top),
            float(left + width),
            float(top + height),
            min(1.0, max(0.0, sure / 100)),
            tuple(line),
        )


def slant(words: Sequence[Word]) -> float:
    """How far lines fall per dot to the right (negative: rise), 0.0 for a page that stands straight."""
    falls = []
    for line in _lines(words):
        low = [word for word in line if _stands(word.text)]
        if len(low) > 2 and low[-1].left > low[0].left:
            deep = low[-1].bottom - low[0].bottom
            # A falling word is deepest at its right end, a rising one at its left.
            run = low[-1].right - low[0].right if deep > 0 else low[-1].left - low[0].left
            falls.append((deep / max(1.0, run), run))
    if not falls:
        return 0.0
    half = sum(run for _, run in falls) / 2
    passed = 0.0
    for fall, run in sorted(falls):
        passed += run
        if passed >= half:
            return fall if _LEVEL < abs(fall) < _STEEP else 0.0
    return 0.0


def straight(words: Sequence[Word], fall: float) -> list[Word]:
    """The words as they would stand on a page without slant."""
    if not fall:
        return list(words)
    found = []
    for word in words:
        # A slanted box is as much too high as the word is long.
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        high = max(1.0, (word.bottom - word.top) - abs(fall) * (word.right - word.left)) / 2
        wide = (word.right - word.left) / 2
        new_x, new_y = x + fall * y, y - fall * x
        found.append(
            word._replace(left=new_x - wide, right=new_x + wide, top=new_y - high, bottom=new_y + high)
        )
    return found


def measured(words: Sequence[Word]) -> list[Word]:
    """The words with their baseline and letter size, which those on one line share."""
    found = []
    for line in _lines(words):
        low = [word.bottom for word in line if _stands(word.text)]
        base = median(low) if low else None
        size = _size(line, base)
        if base is None:
            base = max(word.bottom for word in line) - _DROP * size
        found += [word._replace(base=base, size=size) for word in line]
    return found


def _size(line: Sequence[Word], base: float | None) -> float:
    """The letter size of a line, from how high its words stand."""
    low, drop = (max(word.bottom for word in line), _DROP) if base is None else (base, 0.0)
    for letters, rise in ((_ASCENDING, _RISE), (_DOTTED, _DOTTED_RISE), (None, _LOW_RISE)):
        tops = [word.top for word in line if letters is None or letters.intersection(word.text)]
        if tops:
            return max(1.0, (low - median(tops)) / (rise + drop))
    return 1.0


def evened(sizes: Mapping[float, int]) -> dict[float, float]:
    """Letter sizes that are nearly the same, brought to the one that most letters have.

    `sizes` counts the letters of each size; what few letters tell is less exact.

    >>> evened({29.0: 500, 30.0: 40, 28.0: 60, 34.0: 5, 40.0: 12})
    {29.0: 29.0, 30.0: 29.0, 28.0: 29.0, 34.0: 29.0, 40.0: 40.0}
    """
    usual: list[float] = []
    found: dict[float, float] = {}
    for size in sorted(sizes, key=lambda size: (-sizes[size], size)):
        alike = _ALIKE if sizes[size] >= _TELLING else _LOOSELY_ALIKE
        near = next((one for one in usual if max(one, size) <= alike * min(one, size)), None)
        if near is None:
            usual.append(size)
        found[size] = size if near is None else near
    return {size: found[size] for size in sizes}


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    lines: defaultdict[tuple[int, ...], list[Word]] = defaultdict(list)
    for word in words:
        lines[word.line].append(word)
    return list(lines.values())


def _stands(text: str) -> bool:
    """Whether a word stands on the baseline with all its letters."""
    return any(map(str.isalnum, text)) and not _DESCENDING.intersection(text)
