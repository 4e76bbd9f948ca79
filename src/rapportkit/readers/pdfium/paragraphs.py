"""Lines into paragraphs, by what geometry and weight say about each line break."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapportkit.readers.pdfium.layout import Head, Line
from rapportkit.readers.pdfium.margins import (
    is_centred,
    is_even,
    is_full,
    is_low,
    is_terminal,
    justified_edges,
)
from rapportkit.readers.pdfium.markers import typed_number

NEAR = 2.5  # two edges nearer than this are one
MAX_HANG = 30.0  # how much further in than its first line an item may wrap
LOOKAHEAD = 6  # lines in which a bullet may come again
USUAL_PITCH = 1.22  # of the letter size, where no wrapped lines show it


@dataclass(slots=True)
class Paragraph:
    """Lines that are one paragraph; `head` is its list marker. `gap` is the room above, in lines."""

    lines: list[Line]
    head: Head | None = None
    gap: float = 0.0
    columns: int = field(default=0)

    @property
    def left(self) -> float:
        """The left edge of its words."""
        return self.head.text_x if self.head else self.lines[0].x0


class Pitches:
    """The distance of lines within a paragraph, by letter size, learnt from lines that surely wrap."""

    def __init__(self, regions: Iterable[tuple[Sequence[Line], Sequence[int]]] = ()) -> None:
        seen: defaultdict[float, Counter[float]] = defaultdict(Counter)
        for lines, wraps in regions:
            for index in wraps:
                one, two = lines[index], lines[index + 1]
                seen[_size(one)][round(two.base - one.base, 1)] += 1
        self._usual = {size: _most_frequent(pitches) for size, pitches in seen.items()}

    def of(self, line: Line, region: Pitches) -> float:
        """The usual distance at this line's letter size: in its own region, else in the document."""
        size = _size(line)
        usual = region._usual.get(size) or self._usual.get(size)
        return usual or USUAL_PITCH * line.size


def _most_frequent(pitches: Counter[float]) -> float:
    return max(pitches, key=lambda pitch: (pitches[pitch], -pitch))


def _size(line: Line) -> float:
    return round(line.size * 2) / 2


def split(lines: Sequence[Line], pitches: Pitches, wraps: Sequence[int]) -> list[Paragraph]:
    """Cut a region's lines into paragraphs and list items; `wraps` are the indexes of lines that surely wrap."""
    found: list[Paragraph] = []
    own = Pitches([(lines, wraps)])
    edges = justified_edges(lines, wraps)
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        block = found[-1] if found else None
        pitch = pitches.of(line, own)
        head = line.head
        if head is not None:
            head = _Mark(lines, index, head).head_after(block, found)
        if (
            block is not None
            and head is None
            and not _ends_early(block, line, edges)
            and continues(found, line, following, pitch)
        ):
            block.lines.append(line)
            continue
        gap = 0.0
        if block is not None and block.lines[-1].page == line.page:
            gap = (line.base - block.lines[-1].base) / pitch - 1
        found.append(Paragraph([line], head, gap))
    return found


class _Mark:
    """The marker that a line may begin with, and the lines behind it as witnesses."""

    def __init__(self, lines: Sequence[Line], index: int, head: Head) -> None:
        self._line = lines[index]
        self._next = lines[index + 1] if index + 1 < len(lines) else None
        self._below = lines[index + 1 : index + LOOKAHEAD]
        self._head = head

    def head_after(self, block: Paragraph | None, before: Sequence[Paragraph]) -> Head | None:
        """The marker, if it is one: what looks like a bullet may be a dash in the middle of a sentence."""
        head = self._head
        alike = any(other.head and _is_alike(other.head, head) for other in before[-12:])
        if not head.rest:
            # A number alone is an empty item only where its list stands above; else it is text.
            return head if alike or head.sure else None
        if head.sure:
            return head
        if head.number:
            return head if head.wide or self._hangs(head) else None
        if head.wide or alike or self._is_fresh(block) or self._hangs(head):
            return head
        ended = block is not None and is_terminal(block.lines[-1].text)
        return head if ended and self._recurs(head) else None

    def _is_fresh(self, block: Paragraph | None) -> bool:
        """Whether the line cannot go on with the one above it."""
        line = self._line
        if block is None or line.pieces[0].typed or block.lines[-1].page != line.page:
            return True
        last = block.lines[-1]
        bold = all(piece.strong for piece in last.pieces)
        return not is_full(last, line) or (bold and not any(piece.strong for piece in line.pieces))

    def _recurs(self, head: Head) -> bool:
        """Whether the same sign stands at the same place again, a few lines below."""
        return any((other := line.head) is not None and _is_alike(other, head) for line in self._below)

    def _hangs(self, head: Head) -> bool:
        """Whether the next line begins where this line's words do, and not where its marker stands."""
        following = self._next
        return (
            following is not None
            and following.page == self._line.page
            and abs(following.x0 - head.text_x) <= 1.5
            and head.text_x - head.x > 5
            and following.base - self._line.base < 2 * self._line.size
        )


def _is_alike(one: Head, other: Head) -> bool:
    return abs(one.x - other.x) <= NEAR and _kind(one) == _kind(other)


def _kind(head: Head) -> str:
    return "number" if head.number else head.marker


def _ends_early(block: Paragraph, line: Line, edges: Mapping[int, float]) -> bool:
    """Whether a paragraph's last line so far is not stretched, though lines at its indent are."""
    last = block.lines[-1]
    edge = edges.get(round(block.lines[1].x0 if len(block.lines) > 1 else line.x0))
    if edge is None or any(piece.strong for piece in last.pieces) or len(last.pieces) < 3:
        return False
    return last.x1 < edge - 2 and all(row.x1 >= edge - 2 for row in block.lines[:-1])


def continues(found: Sequence[Paragraph], line: Line, following: Line | None, pitch: float) -> bool:
    """Whether a line without marker belongs to the last paragraph found."""
    block = found[-1]
    last = block.lines[-1]
    if last.pieces[-1].typed or line.pieces[0].typed:
        return False
    if last.mirrored is not line.mirrored or abs(last.size - line.size) > 0.75:
        return False
    if block.head is not None and not block.head.rest:
        return False
    full = is_full(last, line)
    low = is_low(line.text) and not is_terminal(last.text)
    if last.page != line.page or line.base < last.base:
        return _continues_over_page(block, line, following, full=full, low=low)
    extra = line.base - last.base - pitch
    if extra < -0.35 * line.size or extra > 0.3 * line.size:
        return False
    if extra > 0.12 * line.size and not (full and low):
        return False
    if _changes_weight(block, line, full=full, low=low):
        return False
    if not _is_aligned(block, line, following, full=full, low=low):
        return False
    if is_terminal(last.text) and _starts_number(found[-3:], line):
        return False
    return full


def _continues_over_page(
    block: Paragraph, line: Line, following: Line | None, *, full: bool, low: bool
) -> bool:
    """The same across the break of a page or column, where no distance tells."""
    last = block.lines[-1]
    if not full or not _is_aligned(block, line, following, full=full, low=low):
        return False
    if _changes_weight(block, line, full=full, low=low):
        return False
    if low or not is_terminal(last.text):
        return True
    if block.head is not None:
        # Text set in as far as an item's, without a marker, goes on with the item.
        return block.head.text_x - block.head.x > NEAR
    # Programs keep two lines of a paragraph together: a single line up here is a whole paragraph.
    alone = following is None or not is_full(line, following) or following.page != line.page
    return not alone and len(block.lines) > 1


def _changes_weight(block: Paragraph, line: Line, *, full: bool, low: bool) -> bool:
    """Whether bold text ends or begins here as a heading does, not as a stressed word does."""
    above = all(piece.strong for row in block.lines for piece in row.pieces)
    strong = [piece.strong for piece in line.pieces]
    if above and not any(strong):
        # A bold sentence that opens a paragraph may end where its line does; headings have no full stop.
        return not (full and (low or block.lines[-1].text.endswith(".")))
    if all(strong) and not block.lines[-1].pieces[-1].strong:
        return not (full and low)
    return False


def _starts_number(before: Sequence[Paragraph], line: Line) -> bool:
    """Whether a typed number ("2. ") begins a paragraph, and does not go on with "1) … 2) …" in a sentence."""
    number = typed_number(line)
    if number is None:
        return False
    value, sign = number
    last = f"{value - 1}{sign}"
    return all(
        last not in [piece.text for row in block.lines for piece in row.pieces][1:] for block in before
    )


def _is_aligned(block: Paragraph, line: Line, following: Line | None, *, full: bool, low: bool) -> bool:
    """Whether the line's left edge fits the paragraph: flush, hanging or after a first-line indent."""
    first, last = block.lines[0], block.lines[-1]
    if len(block.lines) > 1:
        near = abs(line.x0 - _shifted(block.lines[1], line)) <= NEAR
        return near or (is_centred(last) and is_centred(line) and abs(line.x0 - last.x0) > NEAR)
    if block.head is not None:
        left, x = _moved(block.head.text_x, first, line), _moved(block.head.x, first, line)
        if abs(line.x0 - left) <= 3:
            return True
        # Some lists wrap to the bullet or the margin, some further in than the first line's text.
        return full and (x - NEAR <= line.x0 <= left + MAX_HANG or low)
    shift = line.x0 - _shifted(first, line)
    if abs(shift) <= NEAR:
        return True
    if is_centred(line) and (is_centred(last) or (full and is_even(last))):
        return True
    if shift > NEAR and full and _begins_at_tab(first, line):
        return True
    if shift < 0:
        return full and -shift < 75
    hanging = following is not None and following.page == line.page and abs(following.x0 - line.x0) <= NEAR
    return full and shift < 75 and (low or (hanging and not is_terminal(last.text)))


def _begins_at_tab(first: Line, line: Line) -> bool:
    """Whether a line begins where the words behind a wide gap in the first line do: "Theme:    The …"."""
    return any(
        two.x0 - one.x1 > 0.6 * first.size and abs(two.x0 - line.x0) <= NEAR
        for one, two in pairwise(first.pieces)
    )


def _shifted(row: Line, line: Line) -> float:
    return _moved(row.x0, row, line)


def _moved(x: float, row: Line, line: Line) -> float:
    """An edge of one region as it stands in the next: on another page, or in another column."""
    return x - row.left + line.left
