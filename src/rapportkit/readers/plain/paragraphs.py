"""Lines joined to paragraphs, and paragraphs turned into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapportkit.model.document import Block, BlockKind
from rapportkit.model.location import Location
from rapportkit.readers.plain.lines import Line
from rapportkit.text import hyphens
from rapportkit.text.levels import Levels
from rapportkit.text.markers import is_bullet, marker_class, number_of
from rapportkit.text.markup import clean, spaced
from rapportkit.text.wrap import UNWRAPPED, Measure, begins_like_label, goes_on, is_capital

_STRONG_LEAD = re.compile(r"(?:\*\*|__)(?=\S)(.+?)(?<=\S)(?:\*\*|__)")
_LABEL_LEAD = re.compile(r"(?:\*\*|__)[^*_]{2,120}?(?::(?:\*\*|__)|(?:\*\*|__)\s*:)")
_FEWEST_HANGING = 3
_MANY_LINES = 300


@dataclass(frozen=True, slots=True)
class Setting:
    """How the text is set: its width, its words, whether it breaks words, and which items of it hang."""

    wrapped: Measure
    words: frozenset[str]
    broken: bool
    hanging: frozenset[bool]
    bullets: frozenset[str]


def setting(raw: Sequence[str], lines: Sequence[Line], wrapped: Measure) -> Setting:
    """Find out how a text is set."""
    words = hyphens.learn(raw)
    broken = hyphens.is_breaking_words(raw, words)
    return Setting(wrapped, words, broken, _hanging(lines), _bullets(lines, wrapped))


def _bullets(lines: Sequence[Line], wrapped: Measure) -> frozenset[str]:
    """The kinds of marker that surely begin list items: where the line above ends, or has room left."""
    return frozenset(
        marker_class(line.marker)
        for before, line in pairwise([None, *lines])
        if line and line.marker and (before is None or line.blank or not _is_open(before, line, wrapped))
    )


def _is_open(before: Line, line: Line, wrapped: Measure) -> bool:
    """Whether a wrapped sentence may go on from one line to the marker on the next."""
    if not wrapped.wraps or not re.search(r"[\w,]$", before.text):
        return False
    if wrapped.is_counted:
        return wrapped.is_full(before.edge, line.marker)
    return len(before.text) + before.indent >= wrapped.width * 0.85


def _hanging(lines: Sequence[Line]) -> frozenset[bool]:
    """Whether the further lines of bullets (True) and of numbered items (False) are set in.

    Those that go on inside a sentence show it. A form's own numbered questions are set otherwise than the
    lists below them.
    """
    further: dict[bool, list[bool]] = {True: [], False: []}
    for before, after in pairwise(lines):
        if before.marker and not after.marker and not after.blank and after.text[:1].islower():
            further[is_bullet(before.marker)].append(after.indent > before.indent)
    return frozenset(
        kind
        for kind, found in further.items()
        if len(found) >= _FEWEST_HANGING and sum(found) >= 0.9 * len(found)
    )


def assembled(lines: Sequence[Line], how: Setting) -> list[Block]:
    """Join the lines of a paragraph and turn each paragraph into a block."""
    chunks = _chunks(lines)
    paragraphs: list[list[Line]] = []
    for index, line in enumerate(lines):
        last = paragraphs[-1] if paragraphs else None
        if last and _continues(last, line, how, chunks[index - 1]):
            last.append(line)
        else:
            paragraphs.append([line])
    levels = Levels()
    return [_block(paragraph, levels, how) for paragraph in paragraphs]


def _chunks(lines: Sequence[Line]) -> list[int]:
    """For each line, the longest line of the run without empty lines that it stands in."""
    longest: list[int] = []
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index].blank:
            width = max(len(line.text) + line.indent for line in lines[start:index])
            longest += [width] * (index - start)
            start = index
    return longest


def _continues(paragraph: list[Line], line: Line, how: Setting, chunk: int) -> bool:
    first, last = paragraph[0], paragraph[-1]
    # The empty lines around a page number are the page's, not the author's.
    blank = line.blank and not (line.paged and how.wrapped.is_counted)
    wrapped = Measure(line.room, 0.0) if line.room and last.room else how.wrapped
    if line.joined:
        return True
    if (
        line.number == last.number
        or line.heading
        or (first.table, first.row, first.cell) != (line.table, line.row, line.cell)
        or (line.marker and not _is_stray(paragraph, line, how, wrapped))
        or line.strong
        or last.strong
    ):
        return False
    text = f"{line.marker} {line.text}" if line.marker else line.text
    if last.heading:
        return not blank and wrapped.is_counted and wrapped.is_full(last.edge, text)
    if _LABEL_LEAD.match(text):
        return False
    if first.marker and not blank and _is_set_back(paragraph, line, how):
        label = is_capital(last.text) and is_capital(text) and wrapped.is_full(last.edge, text)
        return label or goes_on(last.edge, text, UNWRAPPED, blank=blank)
    if begins_like_label(text) and (blank or (begins_like_label(first.text) and not first.marker)):
        # "Name of rapporteur: …" above "Session: …" is no paragraph.
        return False
    return goes_on(last.edge, text, wrapped, blank=blank, chunk=chunk)


def _is_set_back(paragraph: list[Line], line: Line, how: Setting) -> bool:
    """Whether a line starts further left than the further lines of this list item do."""
    first = paragraph[0]
    if not how.wrapped.wraps or line.indent >= first.indent + len(first.marker):
        return False
    return paragraph[1].indent > line.indent if len(paragraph) > 1 else is_bullet(first.marker) in how.hanging


def _is_stray(paragraph: list[Line], line: Line, how: Setting, wrapped: Measure) -> bool:
    """Whether what looks like a marker is the next word of a wrapped sentence ("Roundtable / 4. …")."""
    first, last = paragraph[0], paragraph[-1]
    if (
        (line.blank and not line.paged)
        or not _is_open(last, line, wrapped)
        or _is_next(first.marker, line.marker)
    ):
        return False
    if line.unsure or not is_bullet(line.marker):
        return True
    # "… benefits appear elsewhere / – a familiar problem", where lists have other marks.
    return marker_class(line.marker) == "dash" and "dash" not in how.bullets


def _is_next(marker: str, after: str) -> bool:
    """Whether a marker carries on the list of another: the same bullet, or the next number."""
    if not marker or marker_class(marker) != marker_class(after):
        return False
    number, following = number_of(marker), number_of(after)
    return number == following if number is None or following is None else following == number + 1


def _block(paragraph: list[Line], levels: Levels, how: Setting) -> Block:
    first = paragraph[0]
    text, breaks = _joined(paragraph, how)
    kind, level = BlockKind.PARAGRAPH, 0
    if first.heading:
        kind, level = BlockKind.HEADING, first.heading
    elif first.marker:
        kind, level = BlockKind.ITEM, levels.level(first.marker, first.indent, first.nested)
    else:
        levels.end()
    levels.announced = text.endswith(":")
    return Block(
        kind,
        text,
        _place(first),
        level=level,
        marker=first.marker,
        lead=min(_lead(paragraph), len(text)),
        columns=first.columns,
        blank_before=first.blank,
        indent=float(first.indent),
        breaks=breaks,
    )


def _place(line: Line) -> Location:
    return Location(line=line.number, table=line.table or None, row=line.row or None, cell=line.cell or None)


def _lead(paragraph: list[Line]) -> int:
    """How many characters the bold words at the start come to, once the marks are off."""
    bold = _STRONG_LEAD.match(" ".join(line.text for line in paragraph))
    return len(clean(bold[1])) if bold else 0


def _joined(paragraph: list[Line], how: Setting) -> tuple[str, tuple[tuple[int, Location], ...]]:
    text = ""
    breaks: list[tuple[int, Location]] = []
    for line in paragraph:
        said = f"{line.marker} {line.text}" if text and line.marker else line.text
        if not text:
            text = said
        elif text[-1] in hyphens.HYPHENS:
            text = hyphens.join(text, said, how.words, breaks_words=how.broken)
        else:
            text = f"{text} {said}"
        breaks.append((max(0, len(text) - len(said)), _place(line)))
    tidy = clean(text)
    if tidy != text:
        # Marks inside the text shift what follows; the places of its lines shift with them.
        breaks = list(_shifted(text, tidy, breaks))
    return tidy or spaced(text), tuple(breaks[1:])


def _shifted(text: str, tidy: str, breaks: Sequence[tuple[int, Location]]) -> Iterator[tuple[int, Location]]:
    """Where the lines of a text begin once it is tidied; in one of very many lines, each by itself."""
    many = len(breaks) > _MANY_LINES
    before = length = 0
    for offset, place in breaks:
        length = (
            length + len(clean(text[before:offset])) + bool(before) if many else len(clean(text[:offset]))
        )
        before = offset
        yield min(length, len(tidy)), place
