"""Page numbers, and the lines that stand beside them on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from rapportkit.model.document import Furniture, FurnitureKind
from rapportkit.model.location import Location

_PAGE = re.compile(
    # What has been taken is not given back: a line of blanks would be tried at every one of them.
    r"[-–—|\s]*+(?:page|p\.|página|seite)?\s*+(\d{1,4})(?:\s*+(?:of|de|sur|/|von)\s*+\d{1,4})?[-–—|\s]*+(?:page)?\s*+",
    re.IGNORECASE,
)
_GLUED = re.compile(r"\s(\d{1,3})$")
_GLUED_LINE = 40
_LATE_START = 20
_LONGEST_RUNNING = 160


@dataclass(slots=True)
class Pages:
    """Page numbers and running lines taken out of the text, and the lines that a new page interrupts."""

    furniture: list[Furniture] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)

    def take(self, lines: list[str], index: int, kind: FurnitureKind, text: str, rest: str = "") -> None:
        """Take a text off a line, in place."""
        self.furniture.append(Furniture(kind, text, Location(line=index + 1)))
        lines[index] = rest
        self.breaks.add(index)


def take_pages(lines: list[str], starts: AbstractSet[int] = frozenset()) -> Pages:
    """Take page numbers out, in place: alone on a line, or glued to the last line of each page.

    `starts` are the indices of the lines that begin a page, where the text says so.
    """
    pages = Pages()
    alone = _rising(
        [
            (index, int(match[1]))
            for index, line in enumerate(lines)
            if (match := _PAGE.fullmatch(line)) and match[1]
        ]
    )
    _take_running(lines, [index for index, _ in alone], starts, pages)
    for index, _ in alone:
        pages.take(lines, index, FurnitureKind.PAGE_NUMBER, lines[index].strip())
    _take_glued(lines, pages)
    return pages


def _take_running(lines: list[str], numbers: Sequence[int], starts: AbstractSet[int], pages: Pages) -> None:
    """What stands at an edge of three pages or more, or next to their numbers, runs along them."""
    beside = {near for index in numbers for near in (_near(lines, index, -1), _near(lines, index, 1))}
    if starts:
        beside |= {_near(lines, index - 1, 1) for index in (0, *starts)}
        beside |= {_near(lines, index, -1) for index in (*starts, len(lines))}
    beside -= {-1, len(lines), *numbers}
    said = Counter(lines[index].strip() for index in beside)
    fewest = max(3, len(numbers) // 2, len(starts) // 2)
    for index in sorted(beside):
        text = lines[index].strip()
        if text and said[text] >= fewest and len(text) <= _LONGEST_RUNNING:
            pages.take(lines, index, FurnitureKind.HEADER, text)


def _near(lines: Sequence[str], index: int, step: int) -> int:
    """The index of the nearest line with text, at most three lines off; the line itself if there is none."""
    places = range(index + step, index + 4 * step, step)
    return next((at for at in places if 0 <= at < len(lines) and lines[at].strip()), index)


def _take_glued(lines: list[str], pages: Pages) -> None:
    chain = _rising(
        [
            (index, int(match[1]))
            for index, line in enumerate(lines)
            if len(line) > _GLUED_LINE
            and (match := _GLUED.search(line.rstrip()))
            and _ends_a_chunk(lines, index)
        ]
    )
    for index, number in chain if len(chain) >= 3 else ():
        line = lines[index].rstrip()
        rest = line[: len(line) - len(str(number))].rstrip()
        pages.take(lines, index, FurnitureKind.PAGE_NUMBER, str(number), rest)


def _ends_a_chunk(lines: Sequence[str], index: int) -> bool:
    return index + 1 >= len(lines) or not lines[index + 1].strip()


def _rising(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of numbers that count up by one: pages do, quantities do not."""
    following: list[int | None] = []
    length: list[int] = []
    seen: dict[int, int] = {}
    for at in range(len(found) - 1, -1, -1):  # backwards, so that each run is known where it is met
        after = seen.get(found[at][1] + 1)
        following.append(after)
        length.append(1 if after is None else length[len(found) - 1 - after] + 1)
        seen[found[at][1]] = at
    following.reverse()
    length.reverse()
    start, most = None, 0
    for at, (_, number) in enumerate(found):
        if length[at] >= most and not (number > _LATE_START and most):
            start, most = at, length[at]
    best = []
    while start is not None:
        best.append(found[start])
        start = following[start]
    return best if len(best) >= 2 or (best and best[0][1] == 1) else []
