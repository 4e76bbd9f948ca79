"""Paragraphs and tables into the blocks of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise, takewhile

from rapportkit.model.document import Block, BlockKind, Note
from rapportkit.model.location import Location
from rapportkit.readers.pdfium import margins
from rapportkit.readers.pdfium.glyphs import HYPHEN, SOFT
from rapportkit.readers.pdfium.layout import NOTE, STRONG, Item, Line, Page, Piece, Table, around, spell
from rapportkit.readers.pdfium.paragraphs import NEAR, Paragraph, Pitches, split
from rapportkit.text import hyphens

Place = tuple[int | None, int | None, int | None]
"""The table, row and cell that a region stands in; all None on the open page."""

EMPTY_LINE = 0.75  # room above, in lines, that an empty line leaves
SHORT_HEADING = 120  # letters: a longer bold paragraph is stressed, no heading


class Spelling:
    """A document's own words, learnt when the first doubtful line end asks for them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in lower case."""
        # A line of one word may be a torn one: no witness for how words are written.
        return hyphens.learn(line.text for line in self._lines if len(line.pieces) > 1)

    @cached_property
    def breaks_words(self) -> bool:
        """Whether words are broken at line ends."""
        return hyphens.is_breaking_words([line.text for line in self._lines], self.words)


@dataclass(frozen=True, slots=True)
class Manner:
    """What holds for the whole document: its words, whether it breaks them, its usual letter size."""

    spelling: Spelling
    size: float
    pitches: Pitches
    notes: Mapping[tuple[int, str], str]
    pages: Mapping[int, Page]


def manner_of(
    items: Sequence[Item], notes: Mapping[tuple[int, str], str], pages: Sequence[Page] = ()
) -> Manner:
    """Learn a document's manner from all its lines."""
    regions = list(_regions(items))
    wraps = [(lines, margins.wrapped(lines)) for lines in regions]
    spelling = Spelling([line for lines in regions for line in lines])
    return Manner(spelling, usual_size(items), Pitches(wraps), notes, {page.number: page for page in pages})


def usual_size(items: Sequence[Item]) -> float:
    """The letter size of most of the text; filled-in values have none of their own."""
    found: Counter[float] = Counter()
    for lines in _regions(items):
        for line in lines:
            if not line.pieces[0].typed:
                found[line.size] += len(line.text)
    sizes: Counter[float] = Counter()
    for size, count in found.items():
        sizes[round(size, 1)] += count
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 0.0


def _regions(items: Sequence[Item]) -> Iterator[list[Line]]:
    """The lines of each region, tables left out of the text around them."""
    yield [item for item in items if isinstance(item, Line)]
    for item in items:
        if isinstance(item, Table):
            for row in item.rows:
                for cell in row.cells:
                    yield from _regions(cell.items)


def blocks_of(items: Sequence[Item], manner: Manner, source: str) -> tuple[Block, ...]:
    """The blocks of the document that is called `source`, in reading order, headings ranked by letter size."""
    writer = _Writer(manner, source)
    writer.region(items, (None, None, None), 0)
    return _ranked(writer.blocks, writer.sizes)


class _Writer:
    def __init__(self, manner: Manner, source: str) -> None:
        self._manner = manner
        self._source = source
        self._tables = 0
        self.blocks: list[Block] = []
        self.sizes: list[float] = []

    def region(self, items: Sequence[Item], place: Place, columns: int) -> None:
        """Write what one region holds: its paragraphs, and its tables where they stand."""
        lines: list[Line] = []
        for item in items:
            if isinstance(item, Line):
                lines.append(item)
                continue
            self._paragraphs(lines, place, columns)
            lines = []
            self._table(item)
        self._paragraphs(lines, place, columns)

    def _table(self, table: Table) -> None:
        self._tables += 1
        number = self._tables
        for count, row in enumerate(table.rows, 1):
            for cell in row.cells:
                self.region(cell.items, (number, count, cell.number), cell.columns)

    def _paragraphs(self, lines: Sequence[Line], place: Place, columns: int) -> None:
        if not lines:
            return
        wraps = margins.wrapped(lines)
        lines = margins.narrowed(margins.settled(lines, wraps))
        levels: list[float] = []
        edges = Counter(round(line.x0) for line in lines)
        for paragraph in split(lines, self._manner.pitches, wraps):
            text, lead, notes = self._write(paragraph)
            if not text and not (paragraph.head and paragraph.head.number):
                continue
            level = 0
            if paragraph.head:
                level = _level(levels, paragraph.head.x)
            elif levels and paragraph.lines[0].x0 <= levels[0] + NEAR:
                levels.clear()
            first = paragraph.lines[0]
            self.sizes.append(first.size)
            self.blocks.append(
                Block(
                    kind=self._kind(paragraph, text, lead, columns),
                    text=text,
                    location=self._location(paragraph, place),
                    level=level,
                    marker=paragraph.head.marker if paragraph.head else "",
                    lead=lead,
                    columns=columns,
                    notes=notes,
                    blank_before=paragraph.gap > EMPTY_LINE,
                    indent=_indent(first),
                    centred=_is_centred(paragraph, edges),
                )
            )

    def _location(self, paragraph: Paragraph, place: Place) -> Location:
        """Where a paragraph begins, and the box of its lines on that page."""
        first = paragraph.lines[0]
        return Location(
            self._source,
            len(self.blocks),
            first.page,
            self._manner.pages[first.page].line_at(first.base),
            None,
            *place,
            box=around(line.box for line in paragraph.lines if line.page == first.page),
        )

    def _kind(self, paragraph: Paragraph, text: str, lead: int, columns: int) -> BlockKind:
        size = paragraph.lines[0].size
        if paragraph.lines[0].pieces[0].typed:
            return BlockKind.ITEM if paragraph.head else BlockKind.PARAGRAPH
        large = size > 1.12 * self._manner.size
        if not columns and large and len(text) <= 2 * SHORT_HEADING:
            return BlockKind.HEADING
        if paragraph.head:
            return BlockKind.ITEM
        bold = lead >= len(text) <= SHORT_HEADING and not text.endswith((".", ";", ","))
        if not columns and bold and any(letter.isalpha() for letter in text):
            return BlockKind.HEADING
        return BlockKind.PARAGRAPH

    def _write(self, paragraph: Paragraph) -> tuple[str, int, tuple[Note, ...]]:
        """The paragraph's text with its lines joined, its bold start, and the notes it cites."""
        manner = self._manner
        text, lead, bold = "", 0, True
        notes: list[Note] = []
        for index, line in enumerate(paragraph.lines):
            pieces = paragraph.head.rest if index == 0 and paragraph.head else line.pieces
            cited = [piece.note for piece in pieces if piece.note]
            notes += [Note(label, manner.notes[line.page, label]) for label in cited]
            pieces = _without_notes(pieces)
            if not pieces:
                continue
            words = line.text if pieces is line.pieces else spell(pieces)
            text = self._join(text, words, paragraph.lines[index - 1] if index else None)
            if bold:
                start = _bold_start(pieces, len(words))
                lead = len(text) - len(words) + start if start or not index else lead
                bold = start == len(words)
        shown = _shown(text)
        return shown, min(len(_shown(text[:lead])), len(shown)), tuple(notes)

    def _join(self, text: str, words: str, above: Line | None) -> str:
        """Put the next line's words behind the text of the lines before."""
        if not text or above is None:
            return words
        spelling, last = self._manner.spelling, above.pieces[-1]
        end = text[-1]
        if last.trailed and end in {"-", HYPHEN, "/", "–", "—"}:
            return f"{text} {words}"
        if (end in "/—" and text[-2:-1].strip()) or (words[0] == "—" and words[1:2].strip()):
            # Lines break at these signs without a space; one that had room would have been painted.
            return text + words
        if _is_torn(above, text, words, spelling):
            return text + words
        if end not in hyphens.HYPHENS:
            return f"{text} {words}"
        return hyphens.join(text, words, spelling.words, breaks_words=spelling.breaks_words)


def _is_torn(above: Line, text: str, words: str, spelling: Spelling) -> bool:
    """Whether the line break tears a word that is longer than its line is wide."""
    if len(above.pieces) > 1 or not words[0].isalnum() or not text[-1].isalnum():
        return False
    if above.right - above.x1 > 0.7 * above.size or above.x0 - above.left > 3 * above.size:
        return False
    if "://" in above.text or above.text.startswith("www."):
        return True
    if not words[0].islower():
        return False
    word, rest = hyphens.last_word(text).casefold(), hyphens.first_word(words).casefold()
    brim = above.right - above.x1 <= 0.3 * above.size
    known = spelling.words
    return word + rest in known or (brim and word not in known)


def _is_centred(paragraph: Paragraph, edges: Mapping[int, int]) -> bool:
    """Whether all lines stand in the middle, and not merely at an indent that other lines share."""
    if paragraph.head is not None:
        return False
    return all(map(margins.is_even, paragraph.lines)) and any(
        margins.is_centred(line) and edges[round(line.x0)] < 3 for line in paragraph.lines
    )


def _indent(line: Line) -> float:
    """How far a line is set in; less than a border's width is nothing."""
    indent = line.x0 - line.left
    return round(indent, 1) if indent > 1.5 else 0.0


def _shown(text: str) -> str:
    return text.replace(HYPHEN, "-").replace(SOFT, "")


def _without_notes(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces without the raised numbers of notes; a comma behind one stands behind the word before it."""
    if not any(map(NOTE, pieces)):
        return pieces
    kept: list[Piece] = []
    for before, piece in pairwise((None, *pieces)):
        if piece is None or piece.note:
            continue
        behind = before is not None and before.note and before.glued and piece.text[0] in ",.;:!?)]»”"
        kept.append(piece._replace(glued=True) if behind else piece)
    return tuple(kept)


def _bold_start(pieces: Sequence[Piece], length: int) -> int:
    """How many letters at the start are bold, of words that are `length` letters long."""
    strong = list(takewhile(STRONG, pieces))
    return length if len(strong) == len(pieces) else len(spell(strong)) if strong else 0


def _level(levels: list[float], x: float) -> int:
    """The depth of an item at this indent, given those it may hang under."""
    while levels and levels[-1] > x + NEAR:
        levels.pop()
    if not levels or levels[-1] < x - NEAR:
        levels.append(x)
    return len(levels)


def _ranked(blocks: list[Block], sizes: list[float]) -> tuple[Block, ...]:
    """Give headings their level: the largest letters first, merely bold ones last."""
    heads = sorted(
        {round(size) for block, size in zip(blocks, sizes, strict=True) if block.kind is BlockKind.HEADING},
        reverse=True,
    )
    return tuple(
        replace(block, level=heads.index(round(size)) + 1) if block.kind is BlockKind.HEADING else block
        for block, size in zip(blocks, sizes, strict=True)
    )
