"""Lines to paragraphs: which line breaks are the author's and which only the page's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_TERMINAL = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_OPEN = re.compile(r"(?:[\w,&/(–—-]|[^\W\d_]['’])$")


@dataclass(frozen=True, slots=True)
class Measure:
    """The width that a text was wrapped at, in characters; 0 when its lines are not wrapped.

    `slack` is the share of the width that may stay empty at the end of a full line: none where a
    program counted characters, some where a printed page was scanned.
    """

    width: int
    slack: float = 0.08

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
    if full < max(4, len(lengths) * 0.22):
        return Measure(0)
    return Measure(lengths[-1], 0.0) if _is_counted(lines, lengths[-1]) else Measure(width)


def _is_counted(lines: Sequence[str], width: int) -> bool:
    """Whether every line inside a sentence is as full as the width allows."""
    inside = [
        len(before.rstrip()) + 1 + len(after.split(maxsplit=1)[0])
        for before, after in pairwise(lines)
        if after.strip() and after.strip()[0].islower() and before.strip() and _OPEN.search(before.rstrip())
    ]
    return len(inside) >= 4 and sum(length > width for length in inside) >= 0.95 * len(inside)


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
    needed = len(before) + 1 + len(after.split(maxsplit=1)[0])
    if blank:
        return not ended and needed > wrapped.width and not _heading_like(before)
    return needed > width * (1 - wrapped.slack) and not _heading_like(before)


_LABEL = re.compile(r"[A-ZÀ-ÞQ\d][^.!?:;]{1,70}:(?:\s|$)")


def begins_like_label(line: str) -> bool:
    """Whether a line begins with words and a colon, as a form's "Name of rapporteur: …" does.

    >>> begins_like_label("Session # and theme: 1.2 Mayors")
    True
    """
    return _LABEL.match(line) is not None


def _heading_like(line: str) -> bool:
    letters = [sign for sign in line if sign.isalpha()]
    return bool(letters) and all(sign.isupper() for sign in letters)
