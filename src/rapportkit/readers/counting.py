"""Item numbers as web pages and OpenDocument files count: 1, 01, a, A, i, I."""

from __future__ import annotations

from rapportkit.readers.ooxml.numerals import spell

BULLET = "•"


def numeral(count: int, kind: str) -> str:
    """A number in one of the common ways to count; kinds that are not known count 1, 2, 3.

    >>> [numeral(count, kind) for count, kind in ((3, "1"), (3, "01"), (28, "a"), (4, "I"), (2, "?"))]
    ['3', '03', 'ab', 'IV', '2']
    """
    match kind:
        case "a" | "A":
            letters = _letters(count)
            return letters.upper() if kind == "A" else letters
        case "i" | "I":
            return spell(count, "lowerRoman" if kind == "i" else "upperRoman")
        case "01":
            return f"{count:02}"
        case _:
            return str(count)


def _letters(count: int) -> str:
    """Letters as figures: z, aa, ab. Word, unlike these two, doubles the letter."""
    if not 0 < count < 10_000:
        return str(count)
    letters = ""
    while count:
        count, place = divmod(count - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters
