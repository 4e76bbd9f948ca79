"""The words that a page paints, all asked about at once."""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, count, pairwise, repeat
from operator import add, gt, ne
from typing import Any

from rapportkit.readers.pdfium import glyphs
from rapportkit.readers.pdfium.calls import calls, floats, handle_of, handles
from rapportkit.readers.pdfium.styles import Style, Styles

_SPACES = (
    "\n\r\t\xa0\x0b\x0c\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""What stands between words. A page has few kinds of it, and each that it lacks costs next to nothing."""

_PART = re.compile(r"[^\x02\ufffe]*[\x02\ufffe]|[^\x02\ufffe]+")
_TURNED = re.compile("[\u0622\u0623\u0625\u0627]\u0644")
OPEN = frozenset(f"-/–—{glyphs.HYPHEN}")
"""Signs behind which a line may break without a space."""

NARROW = 0.25  # of the letter size: a letter of no font in use is narrower, on the average of a long word
LONG = 5  # letters
TELLING = 5  # narrow words: fewer are chance
_LEFT, _TOP, _RIGHT, _BOTTOM = range(4)  # as PDFium orders them
_CUTS = frozenset(f"{glyphs.HYPHEN}\ufffe")


@dataclass(frozen=True, slots=True)
class Words:
    """A page's words in the order of painting, as columns: what stands at one index is one word.

    Edges are those of the file's space; `bottoms` and `tops` are empty where all words are upright.
    `glued` holds the indexes of words that go on with the one before, `trailed` those of words that a
    painted space follows; `turns` are the directions of writing.
    """

    texts: Sequence[str] = ()
    styles: Sequence[Style] = ()
    lefts: Sequence[float] = ()
    rights: Sequence[float] = ()
    bottoms: Sequence[float] = ()
    tops: Sequence[float] = ()
    glued: frozenset[int] = frozenset()
    trailed: frozenset[int] = frozenset()
    turns: frozenset[int] = frozenset()

    @property
    def are_squeezed(self) -> bool:
        """Whether some words are too narrow for their letters.

        Where a file says by "ActualText" what several lines mean, PDFium puts all of it on one line.
        """
        if self.turns != {0}:
            return False
        narrow = 0
        for text, style, left, right in zip(self.texts, self.styles, self.lefts, self.rights, strict=True):
            if len(text) >= LONG and right - left < NARROW * style[1] * len(text):
                narrow += 1
        return narrow >= TELLING


def read_words(textpage: Any) -> Words:
    """Every word that a page paints, in the order of painting."""
    return _Reader(textpage.raw).read()


class _Reader:
    """Reads one text page: `firsts` and `stops` are where words begin and end among its letters."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self._page = handle_of(handle)
        self._text = _letters(handle)
        self._styles = Styles(self._page)

    def read(self) -> Words:
        texts, firsts = _parted(self._text)
        if not texts:
            return Words()
        stops = list(map(add, firsts, map(len, texts)))
        objects = self._objects(firsts)
        styles = self._styles.of(objects, firsts)
        glued: set[int] = set()
        strange = [match.start() for match in glyphs.STRANGE.finditer(self._text)]
        torn = self._torn(firsts, stops, objects, strange)
        if torn:
            firsts, stops, styles, glued = self._cut(firsts, stops, styles, torn)
            texts = [self._text[first:stop] for first, stop in zip(firsts, stops, strict=True)]
        self._clean(texts, firsts, styles, strange)
        if not all(texts):
            firsts, stops, styles, texts, glued = _kept(firsts, stops, styles, texts, glued)
        return self._placed(firsts, stops, styles, texts, frozenset(glued))

    def _objects(self, indexes: Sequence[int]) -> list[int | None]:
        """The text objects that paint some letters."""
        return list(map(calls().text_object, repeat(self._page), indexes))

    def _torn(
        self,
        firsts: Sequence[int],
        stops: Sequence[int],
        objects: Sequence[int | None],
        strange: Sequence[int],
    ) -> list[int]:
        """The words that more than one text object paints, or in which a line ends."""
        # Where the next word is painted with this one's first letter, so is all between.
        changes = map(ne, objects, (*objects[1:], None))
        unsure = list(compress(range(len(objects)), changes))
        ends = self._objects([stops[index] - 1 for index in unsure])
        torn = {
            index
            for index, end in zip(unsure, ends, strict=True)
            if (end is None or end != objects[index]) and stops[index] - firsts[index] > 1
        }
        for place in strange:
            if self._text[place] in _CUTS:
                index = bisect_right(firsts, place) - 1
                if place < stops[index] - 1:
                    torn.add(index)
        return sorted(torn)

    def _cut(
        self, firsts: Sequence[int], stops: Sequence[int], styles: Sequence[Style], torn: Sequence[int]
    ) -> tuple[list[int], list[int], list[Style], set[int]]:
        """The columns with the torn words cut where their style changes and where lines end."""
        cuts: list[int] = []
        looks: list[Style] = []
        ends: list[int] = []
        glued: set[int] = set()
        whole = 0
        for index in torn:
            cuts += firsts[whole:index]
            ends += stops[whole:index]
            looks += styles[whole:index]
            for part in _PART.finditer(self._text, firsts[index], stops[index]):
                runs = self._runs(*part.span())
                starts = [start for start, _ in runs]
                for (_, before), (start, style) in pairwise(runs):
                    if abs(before.y - style.y) < 0.6 * max(before.size, style.size):
                        glued.add(len(cuts) + starts.index(start))
                cuts += starts
                ends += [*starts[1:], part.end()]
                looks += [style for _, style in runs]
            whole = index + 1
        cuts += firsts[whole:]
        ends += stops[whole:]
        looks += styles[whole:]
        return cuts, ends, looks, glued

    def _runs(self, first: int, stop: int) -> list[tuple[int, Style]]:
        """Where the style changes within some letters."""
        letters = range(first, stop)
        styles = self._styles.of(self._objects(letters), letters)
        return [
            (first, styles[0]),
            *(
                (index, two)
                for index, (one, two) in enumerate(pairwise(styles), first + 1)
                if one is not two and not one.is_like(two)
            ),
        ]

    def _clean(
        self, texts: list[str], firsts: Sequence[int], styles: Sequence[Style], strange: Sequence[int]
    ) -> None:
        """Write the words as people would type them."""
        unclean = {bisect_right(firsts, place) - 1 for place in strange}
        if self._styles.has_symbols:
            unclean |= {index for index, style in enumerate(styles) if style.symbolic}
        for index in unclean:
            letters = self._unturned(texts[index], firsts[index])
            texts[index] = glyphs.clean(letters, symbolic=styles[index].symbolic)

    def _unturned(self, text: str, first: int) -> str:
        """Some letters. PDFium turns Arabic text round and with it the two letters of the sign for lam-alef."""
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        for found in _TURNED.finditer(text):
            index = first + found.start()
            one, two = (
                floats(calls().loose_box, self._page, [letter], 4, 0, 1, 2, 3)
                for letter in (index, index + 1)
            )
            if one == two:
                pair = found.group()
                text = text[: found.start()] + pair[::-1] + text[found.end() :]
        return text

    def _placed(
        self,
        firsts: Sequence[int],
        stops: Sequence[int],
        styles: Sequence[Style],
        texts: Sequence[str],
        glued: frozenset[int],
    ) -> Words:
        """Ask for the boxes of each word's first and last letter."""
        columns = (_LEFT, _RIGHT, _BOTTOM, _TOP) if self._styles.turns != {0} else (_LEFT, _RIGHT)
        ask = calls().loose_box
        one = floats(ask, self._page, firsts, 4, *columns)
        two = floats(ask, self._page, [stop - 1 for stop in stops], 4, *columns)
        lefts, rights = one[0], two[1]
        if any(map(gt, lefts, two[0])) or any(map(gt, one[1], rights)):
            # The last letter stands before the first, as in Arabic.
            lefts, rights = list(map(min, lefts, two[0])), list(map(max, one[1], rights))
        bottoms, tops = (
            (list(map(min, one[2], two[2])), list(map(max, one[3], two[3]))) if one[2:] else ([], [])
        )
        open_ended = [index for index, text in enumerate(texts) if text[-1] in OPEN]
        trailed = (
            index for index in open_ended if self._is_trailed(stops[index], rights[index], styles[index])
        )
        turns = frozenset(self._styles.turns)
        return Words(texts, styles, lefts, rights, bottoms, tops, glued, frozenset(trailed), turns)

    def _is_trailed(self, stop: int, right: float, style: Style) -> bool:
        """Whether a space is painted behind a word. PDFium swallows it behind a line-end hyphen."""
        import pypdfium2.raw as pdfium

        if self._text[stop : stop + 1] == " ":
            return not pdfium.FPDFText_IsGenerated(self._handle, stop)
        (handle,) = self._objects([stop - 1])
        if style.turn or not handle:
            return False
        edges = [ctypes.c_float() for _ in range(4)]
        ink = [ctypes.c_double() for _ in range(4)]
        if not calls().object_bounds(*handles([handle]), *map(ctypes.byref, edges)):
            return False
        if not pdfium.FPDFText_GetCharBox(self._handle, stop - 1, *ink):
            return False
        _, bottom, end, top = (number.value for number in edges)
        # A space has no ink, but what is painted reaches as far as to where it begins.
        reach = end - ink[1].value > 0.01 * style.size and end - right < 0.6 * style.size
        return bottom - 1 <= style.y <= top + 1 and reach


def _parted(text: str) -> tuple[list[str], list[int]]:
    r"""The words of a text, and where each begins.

    >>> _parted("to  be\r\n")
    (['to', 'be'], [0, 4])
    """
    for space in _SPACES:
        text = text.replace(space, " ")
    parts = text.split(" ")
    firsts = list(map(add, accumulate(map(len, parts), initial=0), count()))
    if not all(parts):
        firsts = list(compress(firsts, parts))
        parts = list(filter(None, parts))
    return parts, firsts[: len(parts)]


def _kept(
    firsts: Sequence[int],
    stops: Sequence[int],
    styles: Sequence[Style],
    texts: Sequence[str],
    glued: set[int],
) -> tuple[list[int], list[int], list[Style], list[str], set[int]]:
    """The columns without what had no meaning, as letters that only say where a word may be cut."""
    kept = [index for index, text in enumerate(texts) if text]
    # A word that nothing is left of cannot be gone on with.
    first = {index + 1 for index, text in enumerate(texts) if not text and index not in glued}
    return (
        [firsts[index] for index in kept],
        [stops[index] for index in kept],
        [styles[index] for index in kept],
        [texts[index] for index in kept],
        {place for place, index in enumerate(kept) if index in glued - first},
    )


def _letters(page: Any) -> str:
    """The page's letters, one for each index that PDFium counts."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(page)
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer(2 * count + 2)
    written = pdfium.FPDFText_GetText(page, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    text = buffer.raw[: 2 * count].decode("utf-16-le", "replace")
    if written == count + 1 and len(text) == count:
        return text
    # Letters beyond the first plane take two places, letters without meaning none.
    codes = (pdfium.FPDFText_GetUnicode(page, index) for index in range(count))
    return "".join(chr(code) if 0 < code <= 0x10FFFF else "\ufffd" for code in codes)
