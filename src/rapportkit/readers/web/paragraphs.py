"""Letters become located blocks: where a paragraph begins and ends, and what it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from rapportkit.model.document import Block, BlockKind, Furniture, FurnitureKind, Note
from rapportkit.model.location import Location
from rapportkit.readers.counting import BULLET
from rapportkit.readers.ooxml.line import is_visible, one_line
from rapportkit.readers.ooxml.symbols import plain
from rapportkit.readers.web.frames import Table
from rapportkit.readers.web.line import Line
from rapportkit.readers.web.looks import PLAIN, Look
from rapportkit.text.levels import Levels

_MOST_ROWS = 100
"""Lines of one bullet; what goes on longer is no bullet."""


@dataclass(slots=True)
class Paragraphs:
    """The blocks of a page as they are written down.

    `at` is the line of the source that was reached, `look` how letters look there. `marker` and
    `level` wait for the first paragraph of an item; `item` is the index of a bullet that further
    paragraphs belong to. `heading` is the level of an open heading, `aside` what is written now if
    it is no text of the report, `cell` the open cell of `table`, 0 outside cells.
    """

    blocks: list[Block] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    line: Line = field(default_factory=Line)
    levels: Levels = field(default_factory=Levels)
    at: int = 1
    look: Look = PLAIN
    marker: str = ""
    level: int = 0
    item: int | None = None
    heading: int = 0
    aside: FurnitureKind | None = None
    table: Table | None = None
    cell: int = 0
    blank: bool = False
    _start: Look = PLAIN
    _joins: bool = False

    @property
    def here(self) -> Location:
        """The place that was reached."""
        return self._place(self.at)

    def add(self, text: str | None) -> None:
        """Write letters."""
        if not text:
            return
        if not text.isascii() or len(text) == 1:
            text = plain(text, self.look.font)
        if not self.line.filled:
            self._start = self.look
        first, *rows = text.split("\n") if self.look.kept else (text,)
        self._add(first)
        for row in rows:
            self.end_row()
            self.at += 1
            self._add(row)

    def _add(self, text: str) -> None:
        self.line.add(text, self.look.emphasised, self.at)
        self.at += text.count("\n")

    def cite(self, note: Note) -> None:
        """Hang a note on the paragraph under way."""
        self.line.notes.append(note)

    def end_row(self) -> None:
        """End a line; an empty line between two paragraphs parts them, unless they make one item."""
        if self.line.ends_blank and not self.marker and self.item is None and not self.heading:
            self.end()
            self.blank = True
        else:
            self.line.end_row()

    def mark(self, marker: str, level: int, *, joins: bool = False) -> None:
        """Set the label that the next paragraph carries; `joins` says that the item may have more of them.

        The paragraphs of a bullet are one thing said; below a number a question may have its answer.
        """
        self.marker, self.level, self._joins = marker, level, joins and marker == BULLET

    def take_mark(self) -> str:
        """The letters of the paragraph so far, which turn out to be its label."""
        text, self.line = self.line.text, Line()
        return text

    def end_item(self) -> None:
        """End an item, or keep what follows from becoming part of one."""
        self.marker, self.level, self._joins, self.item = "", 0, False, None

    def end(self) -> None:
        """End a paragraph, if one is under way."""
        line, self.line = self.line, Line()
        text = line.text or ", ".join(note.label for note in line.notes)
        if not is_visible(text):
            self.blank = self.blank or line.touched
            return
        location = self._place(line.line or self.at)
        if self.aside is not None:
            for said in (text, *(note.text for note in line.notes)):
                self.keep(self.aside, said, location)
        elif self._goes_on:
            self.blocks[-1] = _continued(self.blocks[-1], text, line, location)
        else:
            self._write(text, line, location)

    @property
    def _goes_on(self) -> bool:
        """Whether this is one more paragraph of the bullet above."""
        if self.item is None or self.item != len(self.blocks) - 1 or self.heading:
            return False
        return len(self.blocks[-1].breaks) < _MOST_ROWS

    def keep(self, kind: FurnitureKind, text: str, location: Location | None = None) -> None:
        """Keep what stands beside the text."""
        text = one_line(text)
        if is_visible(text):
            self.furniture.append(Furniture(kind, text, location or self.here))

    def _write(self, text: str, line: Line, location: Location) -> None:
        marker, level = self.marker, self.level
        kind = BlockKind.HEADING if self.heading else BlockKind.ITEM if marker else BlockKind.PARAGRAPH
        if not marker:
            self.levels.end()
        joins = self._joins and not self.heading
        self.end_item()
        self.item = len(self.blocks) if joins else None
        self.blocks.append(
            Block(
                kind,
                text,
                location,
                level=self.heading or (level if marker else 0),
                marker=marker,
                lead=line.lead,
                columns=self.table.columns if self.table and self.cell else 0,
                notes=tuple(line.notes),
                blank_before=self.blank,
                indent=max(0.0, self._start.indent),
                centred=self._start.centred,
                breaks=_breaks(line, location),
            )
        )
        self.blank = False

    def _place(self, line: int) -> Location:
        if self.table is None or not self.cell:
            return Location(line=line)
        return Location(line=line, table=self.table.number, row=self.table.row, cell=self.cell)


def _breaks(line: Line, location: Location, start: int = 0) -> tuple[tuple[int, Location], ...]:
    return tuple((start + offset, replace(location, line=row)) for offset, row in line.breaks)


def _continued(block: Block, text: str, line: Line, location: Location) -> Block:
    """A bullet with one more paragraph."""
    start = len(block.text) + 1
    return replace(
        block,
        text=f"{block.text}\n{text}",
        lead=start + line.lead if block.is_bold and line.lead else block.lead,
        notes=(*block.notes, *line.notes),
        breaks=(*block.breaks, (start, location), *_breaks(line, location, start)),
    )
