"""Letters as pdfplumber tells them, put together into words."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from rapportkit.readers.pdfium import glyphs
from rapportkit.readers.pdfium.styles import Style
from rapportkit.readers.pdfium.words import OPEN, Words

SPACE = 0.14  # of the letter size: a wider gap parts two words
OVERLAP = 0.5  # of the letter size: what goes back further begins anew
SAME_LINE = 0.6  # of the letter size: what is raised or lowered more stands on another line

_DIRECTIONS = {"L": "L", "EN": "L", "AN": "L", "R": "R", "AL": "R"}
_UNNAMED = re.compile(r"\(cid:\d+\)")


class Letter(NamedTuple):
    """One painted letter: its style, its box in the page's space (y upwards), its direction and advance."""

    text: str
    style: Style
    left: float
    bottom: float
    right: float
    top: float
    toward: tuple[float, float]
    advance: float

    @property
    def reads(self) -> str:
        """The direction it is read in: "R" from right to left, "L" from left to right, "" either way."""
        return next(
            (_DIRECTIONS[kind] for kind in map(unicodedata.bidirectional, self.text) if kind in _DIRECTIONS),
            "",
        )

    @property
    def is_space(self) -> bool:
        """Whether nothing is seen of it."""
        return not self.text.strip()

    def step(self, other: Letter) -> tuple[float, float]:
        """How far another letter begins from this one: along the line, and above it."""
        x, y = other.style.x - self.style.x, other.style.y - self.style.y
        return x * self.toward[0] + y * self.toward[1], y * self.toward[0] - x * self.toward[1]


def words_of(chars: Iterable[Mapping[str, Any]]) -> Words:
    """The words that some letters make, in the order of painting."""
    letters = list(_in_reading_order(_once(map(letter_of, chars))))
    words: list[list[Letter]] = []
    glued: set[int] = set()
    trailed: set[int] = set()
    before: Letter | None = None
    for letter in letters:
        if letter.is_space:
            if words and before is words[-1][-1] and before.text[-1] in OPEN:
                trailed.add(len(words) - 1)
        elif before is None or before.is_space or _is_apart(before, letter):
            words.append([letter])
        elif letter.style.is_like(before.style):
            words[-1].append(letter)
        else:
            glued.add(len(words))
            words.append([letter])
        before = letter
    return _columns(words, glued, trailed)


def letter_of(char: Mapping[str, Any]) -> Letter:
    """A letter as pdfplumber tells it."""
    a, b, c, d, x, y = char["matrix"]
    scale = math.hypot(a, b) or math.hypot(c, d) or 1.0
    cos, sin = (a / scale, b / scale) if a or b else (1.0, 0.0)
    advance = float(char["adv"]) * scale
    left, bottom, right, top = (float(char[edge]) for edge in ("x0", "y0", "x1", "y1"))
    # The box of a turned letter is as high as its size and its advance make it.
    if abs(cos) >= abs(sin):
        size = (top - bottom - advance * abs(sin)) / abs(cos)
    else:
        size = (right - left - advance * abs(cos)) / abs(sin)
    bold, symbolic = _look(char["fontname"])
    turn = round(math.degrees(math.atan2(sin, cos)) / 90)
    oblique = abs(math.degrees(math.atan2(sin, cos)) - 90 * turn) >= 10
    style = Style(
        -1 if oblique else turn % 4,
        abs(size) or 1.0,
        bold,
        symbolic,
        float(x),
        float(y),
        char.get("tag") == "Artifact",
    )
    text = _UNNAMED.sub("\ufffd", char["text"])
    return Letter(text, style, left, bottom, right, top, (cos, sin), advance)


@cache
def _look(font: str) -> tuple[bool, bool]:
    """Whether a font is bold, and whether its letters are signs, as far as its name tells."""
    return bool(glyphs.is_bold(font)), glyphs.is_symbolic(font)


def _once(letters: Iterable[Letter]) -> Iterator[Letter]:
    """The letters without those that are painted twice, as some programs do for bold."""
    seen: set[tuple[str, int, int]] = set()
    for letter in letters:
        place = round(2 * letter.style.x), round(2 * letter.style.y)
        if letter.is_space or (letter.text, *place) not in seen:
            seen.add((letter.text, *place))
            yield letter


def _in_reading_order(letters: Iterable[Letter]) -> Iterator[Letter]:
    """The letters, with what is read from right to left, but painted from the left, turned round."""
    line: list[Letter] = []
    for letter in letters:
        if line and not _goes_on(line[-1], letter):
            yield from _logical(line)
            line = []
        line.append(letter)
    yield from _logical(line)


def _goes_on(before: Letter, letter: Letter) -> bool:
    """Whether a letter stands further along the line of another one."""
    along, above = before.step(letter)
    return along > 0 and abs(above) <= SAME_LINE * max(before.style.size, letter.style.size)


def _logical(line: list[Letter]) -> Iterator[Letter]:
    """A line's letters from the left, in the order of reading."""
    strong = [letter for letter in line if letter.reads]
    mirrored = sum(letter.reads == "R" for letter in strong)
    if not mirrored:
        yield from line
        return
    main = "R" if 2 * mirrored > len(strong) else "L"
    for reads, same in groupby(_with_neighbours(line[::-1] if main == "R" else line, main), itemgetter(0)):
        run = [letter for _, letter in same]
        yield from run if reads == main else run[::-1]


def _with_neighbours(line: Sequence[Letter], main: str) -> Iterator[tuple[str, Letter]]:
    """Each letter with the direction it is read in; signs between two letters go with both or with the line."""
    behind: list[str] = []
    following = ""
    for letter in reversed(line):
        following = letter.reads or following
        behind.append(following)
    before = ""
    for letter, following in zip(line, reversed(behind), strict=True):
        before = letter.reads or before
        yield (before if before == following else main), letter


def _is_apart(before: Letter, letter: Letter) -> bool:
    """Whether a letter begins a new word behind another one."""
    along, above = before.step(letter)
    size = max(before.style.size, letter.style.size)
    if before.style.turn != letter.style.turn or abs(above) > SAME_LINE * size:
        return True
    backwards = along < 0 and "R" in {before.reads, letter.reads}
    gap = -along - letter.advance if backwards else along - before.advance
    return not -OVERLAP * size <= gap <= SPACE * size


def _columns(words: Sequence[Sequence[Letter]], glued: set[int], trailed: set[int]) -> Words:
    """The words as columns, written as people would type them; what has no meaning is left out."""
    texts = [
        glyphs.clean("".join(letter.text for letter in word), symbolic=word[0].style.symbolic)
        for word in words
    ]
    kept = [index for index, text in enumerate(texts) if text]
    found = [words[index] for index in kept]
    styles = [word[0].style for word in found]
    return Words(
        [texts[index] for index in kept],
        styles,
        [min(letter.left for letter in word) for word in found],
        [max(letter.right for letter in word) for word in found],
        [min(letter.bottom for letter in word) for word in found],
        [max(letter.top for letter in word) for word in found],
        frozenset(place for place, index in enumerate(kept) if index in glued and index - 1 in {*kept}),
        frozenset(place for place, index in enumerate(kept) if index in trailed),
        frozenset(style.turn for style in styles),
    )
