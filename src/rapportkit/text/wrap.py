"""Lines to paragraphs: which line breaks are the author's and which only the page's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapportkit.text.markers import split_marker

_TERMINAL = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
# A no-break space holds "« Oui", "bien :" and "word –" together at a line end.
_FIRST = re.compile(r"[^ \t]+(?:[ \u00a0][-–—;:?!»%](?= |$))?")
_OPEN = re.compile(r"(?:[\w,&/(–—-]|[^\W\d_]['’])$")
_FEWEST = 3
_SHARE = 0.95


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

    @property
    def is_counted(self) -> bool:
        """Whether a program broke the lines, so that each is as full as the width allows."""
        return self.wraps and not self.slack

    def is_full(self, before: str, after: str, chunk: int = 0) -> bool:
        """Whether the first word of `after` had no room on the line `before`.

        `chunk` is the longest line near by: a scanned page has columns and captions of their own width.
        """
        needed = len(before) + 1 + len(_first_word(after))
        if self.is_counted:
            # A line beyond the width, such as a row of a table, was not wrapped at all.
            return len(before) <= self.width < needed
        return needed > (chunk or self.width) * (1 - self.slack)


UNWRAPPED = Measure(0)


def measure(lines: Sequence[str]) -> Measure:
    """Find the width that lines were wrapped at.

    A break inside a sentence is surely not the author's: if all of these agree on a width, it was
    counted. Else wrapped text has many lines that end close below one width and none far above it.
    """
    counted = _counted(lines)
    if counted:
        return Measure(counted, 0.0)
    lengths = sorted(len(line) for line in lines if line.strip())
    if len(lengths) < 6:
        return UNWRAPPED
    width = lengths[int(len(lengths) * 0.97) - 1]
    if not 40 <= width <= 130 or lengths[-1] > width * 1.6:
        return UNWRAPPED
    full = sum(width * 0.78 <= length for length in lengths)
    if full < max(4, len(lengths) * 0.22) or not _is_going_on(lines, width):
        return UNWRAPPED
    return Measure(width)


def _is_going_on(lines: Sequence[str], width: float) -> bool:
    """Whether lines of that width go on below: those of a short form are labels, with bullets under them."""
    said = [line for line in lines if line.strip()]
    below = [
        split_marker(after.strip()) is None and not begins_like_label(after.strip())
        for line, after in pairwise(said)
        if len(line) >= width * 0.78
    ]
    return sum(below) >= max(2, 0.25 * len(below))


def _counted(lines: Sequence[str]) -> int:
    """The width that explains the breaks inside sentences: no line longer, none with room left; else 0."""
    breaks = [
        (len(before.rstrip()), len(before.rstrip()) + 1 + len(_first_word(after)))
        for before, after in pairwise(lines)
        if _is_inside_sentence(before.rstrip(), after.strip())
    ]
    if len(breaks) < _FEWEST:
        return 0
    longest = sorted((length for length, _ in breaks), reverse=True)
    for width in dict.fromkeys(longest[: 1 + len(breaks) // 20]):
        if not 40 <= width <= 200:
            continue
        explained = sum(length <= width < needed for length, needed in breaks)
        if explained >= _SHARE * len(breaks):
            return width
    return 0


def _first_word(line: str) -> str:
    found = _FIRST.match(line.lstrip())
    return found[0] if found else ""


def _is_inside_sentence(before: str, after: str) -> bool:
    return (
        bool(before and after)
        and after[0].islower()
        and before[-1] not in "-\u2010\u00ad"
        and _OPEN.search(before) is not None
        and split_marker(after) is None
    )


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
    in_sentence = after[0].islower() and not ended
    if not wrapped.wraps:
        return in_sentence and _OPEN.search(before) is not None
    if not blank and _DASH.search(before):  # "“So it is.” –" above the speaker's name
        return True
    if wrapped.is_counted:
        full = wrapped.is_full(before, after) or before[-1] in "-\u2010\u00ad"
        return full and (in_sentence or not (blank or _is_heading_above(before, after)))
    if in_sentence:
        return True
    if blank:
        return not ended and Measure(wrapped.width, 0.0).is_full(before, after) and not is_capital(before)
    near = max(chunk, wrapped.width) if chunk < wrapped.width * 0.75 else chunk
    return wrapped.is_full(before, after, near) and not is_capital(before)


_DASH = re.compile(r"\S\s[–—]$")
_LABEL = re.compile(r"[A-ZÀ-ÞQ\d][^.!?:;]{1,70}:(?:\s|$)")


def begins_like_label(line: str) -> bool:
    """Whether a line begins with words and a colon, as a form's "Name of rapporteur: …" does.

    >>> begins_like_label("Session # and theme: 1.2 Mayors")
    True
    """
    return _LABEL.match(line) is not None


def _is_heading_above(line: str, after: str) -> bool:
    """Whether a line in capitals stands above one that is not: a heading over its text."""
    return is_capital(line) and not (after[0].islower() or is_capital(after))


def is_capital(line: str) -> bool:
    """Whether a line is written in capitals."""
    letters = [sign for sign in line if sign.isalpha()]
    return bool(letters) and all(sign.isupper() for sign in letters)
