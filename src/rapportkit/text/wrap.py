"""Lines to paragraphs: which line breaks are the author's and which only the page's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TERMINAL = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_OPEN = re.compile(r"(?:[\w,&/(–—-]|[^\W\d_]['’])$")


@dataclass(frozen=True, slots=True)
class Measure:
    """The width that a text was wrapped at, in characters; 0 when its lines are not wrapped."""

    width: int

    @property
    def wraps(self) -> bool:
        """Whether lines were broken at a width."""
        return self.width > 0


def measure(lines: Sequence[str]) -> Measure:
    """Find the width that lines were wrapped at.

    Wrapped text has many lines that end close below one width and none far above it.
    """
    lengths = sorted(len(line) for line in lines if line.strip())
    if len(lengths) < 6:
        return Measure(0)
    width = lengths[int(len(lengths) * 0.97) - 1]
    if not 40 <= width <= 130 or lengths[-1] > width * 1.6:
        return Measure(0)
    full = sum(width * 0.78 <= length for length in lengths)
    return Measure(width if full >= max(4, len(lengths) * 0.22) else 0)


def goes_on(before: str, after: str, wrapped: Measure, *, blank: bool, chunk: int = 0) -> bool:
    """Whether `after` continues the paragraph whose last line is `before`.

    `blank` says that an empty line stands between; `chunk` is the longest line of the run of lines
    around `before`. A stray empty line inside a sentence does not end it; in wrapped text a line
    that had room for the next word does.
    """
    before, after = before.rstrip(), after.strip()
    if not before or not after:
        return False
    ended = _TERMINAL.search(before) is not None
    lower = after[0].islower()
    if not wrapped.wraps:
        return lower and not ended and _OPEN.search(before) is not None
    if lower and not ended:
        return True
    width = max(chunk, wrapped.width) if blank or chunk < wrapped.width * 0.75 else chunk
    room = len(before) + 1 + len(after.split(maxsplit=1)[0]) <= width * 0.92
    if blank:
        return not ended and not room and not _heading_like(before)
    return not room and not _heading_like(before)


def _heading_like(line: str) -> bool:
    letters = [sign for sign in line if sign.isalpha()]
    return bool(letters) and all(sign.isupper() for sign in letters)
