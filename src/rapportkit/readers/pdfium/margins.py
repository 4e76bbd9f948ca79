"""How far text may run before it wraps: what tells a full line from a short one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from rapportkit.readers.pdfium.layout import Item, Line, Page, Table

_TERMINAL = tuple(".!?:;…。؟")
_CLOSING = "\"'”’»)]* "
_BREAK = re.compile("[-–—\x02]")
MAX_RAGGED = 40.0  # how far short of the right margin the longest line of ragged text may end
SPACE = 0.25  # of the letter size: the width of a space, nearly


def is_terminal(text: str) -> bool:
    """Whether a sentence or clause ends with this text."""
    return text.rstrip(_CLOSING).endswith(_TERMINAL)


def is_low(text: str) -> bool:
    """Whether a text begins in the middle of a sentence, as far as its first letter tells."""
    return text[:1].islower() or text[:1] in ",;)]»”%" or (text[:1] in "(“«\"'‘" and text[1:2].islower())


def first_word_width(line: Line) -> float:
    """How much room the line's first unbreakable word takes."""
    pieces = line.pieces
    first = pieces[-1] if line.mirrored and len(pieces) == 1 else pieces[0]
    last = first
    for piece in pieces[1:]:
        if not piece.glued:
            break
        last = piece
    width = abs(last.x1 - first.x0)
    text = first.text
    found = _BREAK.search(text, 1, len(text) - 1)
    return (first.x1 - first.x0) * found.end() / len(text) if found else width


def room(line: Line, following: Line) -> float:
    """The room left on a line once the next line's first word stood on it; below 0 where it is full."""
    space = 0.0 if line.pieces[-1].text.endswith(("-", "\x02", "—", "\xad")) else SPACE * line.size
    return line.right - line.x1 - space - first_word_width(following)


def is_full(line: Line, following: Line, slack: float = 0.5) -> bool:
    """Whether the next line's first word found no room on this one, so that the line had to wrap."""
    if abs(line.x0 - following.x0) > 2.5 and is_centred(line) and is_centred(following):
        # Centred text leaves half of its free room on each side.
        return room(line, following) - (line.x0 - line.left) <= slack
    return room(line, following) <= slack


def is_centred(line: Line) -> bool:
    """Whether a line stands in the middle of its region, with room on both sides."""
    return is_even(line) and line.x0 - line.left > 12 and line.right - line.x1 > 12


def is_even(line: Line) -> bool:
    """Whether a line leaves the same room on both sides, if only a little."""
    middle = line.middle if line.middle is not None else (line.left + line.right) / 2
    return abs((line.x0 + line.x1) / 2 - middle) <= 1.5


def is_wrapped(line: Line, following: Line) -> bool:
    """Whether two lines are one sentence beyond doubt: the first breaks off, the second goes on low."""
    pitch = following.base - line.base
    return (
        following.text[:1].islower()
        and line.page == following.page
        and abs(line.size - following.size) < 0.5
        and 0.8 * line.size < pitch < 2.6 * line.size
        and not is_terminal(line.pieces[-1].text)
        and following.head is None
        and not line.pieces[-1].typed
        and not following.pieces[0].typed
    )


def wrapped(lines: Sequence[Line]) -> list[int]:
    """The indexes of lines that surely go on in the next one."""
    return [index for index, (one, two) in enumerate(pairwise(lines)) if is_wrapped(one, two)]


def settled(lines: Sequence[Line], wraps: Sequence[int]) -> list[Line]:
    """Correct a region's right limit where its own wrapped lines show that text wraps earlier."""
    if len(lines) < 3:
        return list(lines)
    pairs = [(lines[index], lines[index + 1]) for index in wraps]
    if len(pairs) < 2:
        return list(lines)
    early = [pair for pair in pairs if not is_full(*pair, slack=1.5)]
    if len(early) <= 0.5 * len(pairs):
        return list(lines)
    reach = max(one.x1 for one, _ in pairs)
    if any(line.x1 > reach + 1 for line in lines):
        return list(lines)
    return [line._replace(right=min(line.right, reach)) for line in lines]


def narrowed(lines: Sequence[Line]) -> list[Line]:
    """Give a right margin of its own to a stretch that keeps away from its region's, as quotations do."""
    found = list(lines)
    start = 0
    for index in range(1, len(found) + 1):
        if index < len(found) and _runs_on(
            found[index - 1], found[index], found[start + 1].base - found[start].base
        ):
            continue
        if index - start > 2:
            found[start:index] = _kept_away(found[start:index])
        start = index
    return found


def _kept_away(stretch: list[Line]) -> list[Line]:
    """A stretch with its own right margin, if its lines are full by that."""
    low = sum(1 for line in stretch[1:] if is_low(line.text))
    if low < 0.4 * (len(stretch) - 1):
        return stretch
    reach = max(line.x1 for line in stretch)
    own = [line._replace(right=reach) for line in stretch]
    return own if all(is_full(one, two) for one, two in pairwise(own)) else stretch


def _runs_on(line: Line, following: Line, pitch: float) -> bool:
    return (
        abs(line.size - following.size) < 0.5
        and abs(line.x0 - following.x0) <= 2.5
        and (line.page != following.page or abs(following.base - line.base - pitch) < 1)
        and pitch < 2.6 * line.size
        and following.head is None
    )


def justified_edges(lines: Sequence[Line], wraps: Sequence[int]) -> dict[int, float]:
    """Where stretched lines end, by the left edge of their paragraph; text that is not stretched has no entry."""
    if len(wraps) < 3:
        return {}
    ends: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for index in wraps:
        ends[round(lines[index + 1].x0)][round(lines[index].x1)] += 1
    found: dict[int, float] = {}
    for left, counted in ends.items():
        edge, _ = max(counted.items(), key=lambda entry: (entry[1], entry[0]))
        near = sum(count for end, count in counted.items() if abs(end - edge) <= 1)
        if counted.total() >= 3 and near >= 0.8 * counted.total():
            found[left] = float(edge)
    return found


def with_margins(pages: Sequence[Page]) -> list[Page]:
    """Give the lines of the open page the margins that the document keeps."""
    bodies = [[item for item in page.items if isinstance(item, Line)] for page in pages]
    margins = body_margins(bodies, [page.width for page in pages])
    return [replace(page, items=tuple(_within(item, page, margins) for item in page.items)) for page in pages]


def _within(item: Item, page: Page, margins: Margins) -> Item:
    """A line of the open page between its margins; a column, or a box beside it, keeps a limit of its own."""
    if isinstance(item, Table) or (item.left and item.right):
        return item
    left, right = margins.get((round(page.width), item.mirrored), (0.0, page.width))
    # Ragged lines end short of the margin, so the page's own middle is the better witness.
    middle = -page.width / 2 if item.mirrored else page.width / 2
    if abs((left + right) / 2 - middle) > MAX_RAGGED / 2:
        middle = (left + right) / 2
    if not item.mirrored and item.right != page.width:
        return item._replace(left=left)
    return item._replace(left=left, right=right, middle=middle)


Margins = dict[tuple[float, bool], tuple[float, float]]
"""Width of the page, and whether its lines are mirrored, to the left and right limit of text."""


def body_margins(pages: Iterable[Sequence[Line]], widths: Sequence[float]) -> Margins:
    """The limits of text on the open page, for each width of page and direction of reading.

    Lines that surely wrap show the right limit; where there are too few, the page's margins are
    taken to be alike.
    """
    seen: defaultdict[tuple[float, bool], list[Line]] = defaultdict(list)
    wraps: defaultdict[tuple[float, bool], list[tuple[Line, Line]]] = defaultdict(list)
    for every, width in zip(pages, widths, strict=True):
        lines = [line for line in every if line.right - line.left == width]
        for line in lines:
            seen[round(width), line.mirrored].append(line)
        for index in wrapped(lines):
            wraps[round(width), lines[index].mirrored].append((lines[index], lines[index + 1]))
    return {key: _margins(found, wraps[key], *key) for key, found in seen.items()}


def _margins(
    lines: Sequence[Line],
    wraps: Sequence[tuple[Line, Line]],
    width: float,
    mirrored: bool,
) -> tuple[float, float]:
    left = _usual_least([line.x0 for line in lines])
    if len(wraps) >= 3:
        return left, _usual_most([one.x1 for one, _ in wraps])
    right = max((-width if mirrored else width) - left, left + 1.0)
    most = _usual_most([line.x1 for line in lines])
    if most < (0.0 if mirrored else width) - 15:
        right = max(right, most)
    early = [one for one, two in wraps if not is_full(one._replace(right=right), two)]
    return left, most if len(early) > 0.5 * len(wraps) else right


def _usual_least(values: Sequence[float]) -> float:
    """The smallest value that more than one line shares; the smallest where none does."""
    counted = Counter(round(value) for value in values)
    shared = [value for value, count in counted.items() if count > 1]
    near = min(shared) if shared else min(values)
    return min((value for value in values if abs(value - near) <= 1), default=near)


def _usual_most(values: Sequence[float]) -> float:
    """The largest value that is no outlier: at least three others come within 40 points of it."""
    ordered = sorted(values, reverse=True)
    for value in ordered:
        if sum(1 for other in ordered if value - 40 <= other <= value) >= min(4, len(ordered)):
            return value
    return ordered[0]
