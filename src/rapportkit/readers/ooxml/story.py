"""A story (the body, a note, a comment, a header) becomes located blocks in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from rapportkit.model.document import Block, BlockKind, Furniture, FurnitureKind, Note
from rapportkit.model.location import Location
from rapportkit.readers.bounds import over
from rapportkit.readers.ooxml import tables
from rapportkit.readers.ooxml.choice import branch
from rapportkit.readers.ooxml.inline import Inline
from rapportkit.readers.ooxml.line import Box, Citation, Line, is_visible, one_line
from rapportkit.readers.ooxml.names import (
    ALTERNATE,
    P_PR,
    R_PR,
    RUN,
    SDT,
    SDT_CONTENT,
    TBL,
    P,
    R,
    W,
    is_on,
)
from rapportkit.readers.ooxml.numbering import Counting, in_list
from rapportkit.readers.ooxml.setting import Margin, Setting
from rapportkit.readers.ooxml.styles import Paragraph, read_paragraph

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LETTERS = frozenset({RUN, W + "hyperlink", W + "fldSimple", W + "smartTag"})
_PIECE = W + "altChunk"
_LISTED = f"{W}numPr/{W}ins"  # the change that made a paragraph part of a list


class Story:
    """Reads one story: give it the root element and what all stories share, then call `read` once.

    `part` names the part that the root stands in, `area` the place to say for its blocks ("" in the
    body). `cite` turns the citation of a note into the note, `embed` the relation id of an embedded
    file into its texts (None where it cannot be read); both find nothing unless set.
    """

    def __init__(
        self,
        root: Element,
        setting: Setting,
        margin: Margin,
        *,
        part: str,
        area: str = "",
        page_numbers: bool = True,
    ) -> None:
        self._root, self._setting, self._margin, self._view = root, setting, margin, setting.view
        self._inline = Inline(
            root,
            setting.package,
            setting.sheet,
            setting.prompts,
            setting.view,
            part=part,
            page_numbers=page_numbers,
        )
        self._inline.on_change = self._note_change
        self._counting = Counting(setting.lists)
        self._blocks: list[Block] = []
        self._carried: Line | None = None
        self._blank = False
        self._area, self._table, self._row, self._cell, self._columns = area, 0, 0, 0, 0
        self._depth = 0
        self._paragraphs = self._tables = self._boxes = 0
        self.cite: Callable[[Citation], Note | None] = _no_note
        self.embed: Callable[[str], list[str] | None] = _no_texts
        self._readers: dict[str, Callable[[Element], None]] = {
            P: self._paragraph,
            TBL: self._read_table,
            SDT: self._control,
            ALTERNATE: self._alternate,
            _PIECE: self._embedded,
            **dict.fromkeys(self._view.gone, self._gone),
            **dict.fromkeys(self._view.shown, self._shown),
            **dict.fromkeys(_LETTERS, self._loose_letters),
        }

    def read(self) -> list[Block]:
        """The blocks of the whole story."""
        self._walk(self._root)
        self._flush()
        return self._blocks

    def _walk(self, parent: Element) -> None:
        for child in parent:
            reader = self._readers.get(child.tag)
            if reader is not None:
                reader(child)
            elif len(child) and not child.tag.endswith("Pr"):
                self._walk(child)

    def _paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find(P_PR)
        formats = read_paragraph(self._view.properties(paragraph, P_PR))
        if self._view.original and properties is not None and properties.find(_LISTED) is not None:
            formats = replace(formats, list=None, depth=None)
        line = self._carried or Line()
        before, changes = len(line.pieces), dict(self._margin.changes)
        self._inline.read_paragraph(paragraph, formats.style, line)
        # A deleted mark joins two paragraphs; the one that brings text gives the form.
        if (
            line.formats is None
            or not line.has_text
            or any(is_visible(text) for text, _ in line.pieces[before:])
        ):
            line.formats = formats
        mark = None if properties is None else properties.find(R_PR)
        if mark is not None and self._is_mark_gone(mark, changes):
            self._carried = line
            return
        self._carried = None
        self._finish(line, mark_hidden=mark is not None and is_on(mark.find(W + "vanish")))

    def _is_mark_gone(self, mark: Element, before: dict[str, int]) -> bool:
        """Whether a change took the mark out; one that also holds letters of the paragraph counts once."""
        view = self._view
        found = [change.tag for change in mark if change.tag in view.gone or change.tag in view.shown]
        for tag in found:
            kind = view.kind(tag)
            if self._margin.changes.get(kind) == before.get(kind):
                self._note_change(kind)
        return any(tag in view.gone for tag in found)

    def _flush(self) -> None:
        """Bring out a line whose next paragraph, to which it was joined, never came."""
        line, self._carried = self._carried, None
        if line is not None and (line.has_text or line.hidden or line.citations or line.boxes):
            self._finish(line, mark_hidden=False)

    def _finish(self, line: Line, *, mark_hidden: bool) -> None:
        own = line.formats or Paragraph()
        rendered = line.render()
        label, formats = "", own.over(self._setting.sheet.paragraph(own.style))
        if rendered.text or not mark_hidden:
            formats = in_list(formats, own, self._setting.lists, self._setting.sheet)
            label = self._counting.label(formats.list or "", formats.depth or 0)
        location = self._here()
        notes, text = self._cite_all(line, location), rendered.text
        if notes and not text:  # the page shows the mark alone
            text = ", ".join(note.label for note in notes)
        if text:
            self._emit(text, rendered.lead, label, formats, location, notes, rendered.shift)
        elif not line.boxes and not line.hidden and not mark_hidden:
            self._blank = True
        self._margin.gather(line, location)
        for box in line.boxes:
            self._read_box(box)

    def _emit(
        self,
        text: str,
        lead: int,
        label: str,
        formats: Paragraph,
        location: Location,
        notes: tuple[Note, ...],
        shift: float,
    ) -> None:
        outline = formats.outline or 0
        kind = BlockKind.HEADING if outline else BlockKind.ITEM if label else BlockKind.PARAGRAPH
        if location.paragraph is not None:
            self._paragraphs = location.paragraph
        self._blocks.append(
            Block(
                kind=kind,
                text=text,
                location=location,
                level=outline or ((formats.depth or 0) + 1 if label else 0),
                marker=label,
                lead=lead,
                columns=self._columns,
                notes=notes,
                blank_before=self._blank,
                indent=(formats.indent or 0.0) + shift,
                centred=bool(formats.centred),
            )
        )
        self._blank = False

    def _here(self) -> Location:
        if self._table:
            return Location(table=self._table, row=self._row, cell=self._cell, area=self._area)
        return Location(area=self._area, paragraph=None if self._area else self._paragraphs + 1)

    def _cite_all(self, line: Line, location: Location) -> tuple[Note, ...]:
        notes = []
        for citation in line.citations:
            note = self.cite(citation)
            if note is not None and citation.hidden:
                self._margin.hidden.append(Furniture(FurnitureKind.HIDDEN, one_line(note.text), location))
            elif note is not None:
                notes.append(note)
        return tuple(notes)

    def _read_box(self, box: Box) -> None:
        with self._aside(box):
            for text in box.texts:
                line = Line(hidden=[text]) if box.hidden else Line(pieces=[(text, False)])
                self._finish(line, mark_hidden=False)
            if box.content is not None:
                self._walk(box.content)
                self._flush()

    @contextmanager
    def _aside(self, box: Box) -> Iterator[None]:
        """Stand in a text box: a place of its own, but in the same table cell as its anchor."""
        self._boxes += 1
        saved = self._area, self._inline.hiding
        self._area = ", ".join(filter(None, (self._area, f"text box {self._boxes}")))
        self._inline.hiding = self._inline.hiding or box.hidden
        self._blank = False
        with self._inline.fields.apart():
            yield
        self._area, self._inline.hiding = saved
        self._blank = False

    def _read_table(self, table: Element) -> None:
        self._flush()
        rows = list(tables.shown_rows(table, self._view, self._note_row))
        if not rows:
            return
        package = self._setting.package
        self._tables, self._depth = self._tables + 1, self._depth + 1
        if self._depth > package.limits.table_depth:
            raise over(package.name, "table_depth", package.limits)
        saved = self._table, self._row, self._cell, self._columns
        saved_looks = self._inline.table_bold, self._inline.hiding
        boldness, number = tables.read_boldness(table, self._setting.sheet), self._tables
        blank, first = self._blank, len(self._blocks)
        for row, piece in enumerate(rows, 1):
            self._inline.hiding = saved_looks[1] or tables.is_hidden_row(piece.element)
            cells = tables.cells(piece.element, self._view)
            with self._inline.inside(piece.control):
                for cell, inner in enumerate(cells, 1):
                    self._table, self._row, self._cell, self._columns = number, row, cell, len(cells)
                    self._inline.table_bold = boldness.at(row, cell, len(rows), len(cells))
                    self._blank = blank and len(self._blocks) == first
                    with self._inline.inside(inner.control):
                        self._walk(inner.element)
                    self._flush()
        self._table, self._row, self._cell, self._columns = saved
        self._depth -= 1
        self._inline.table_bold, self._inline.hiding = saved_looks
        self._blank = False

    def _note_row(self, kind: str, row: int) -> None:
        self._margin.note_change(kind, Location(table=self._tables + 1, row=row, area=self._area))

    def _control(self, control: Element) -> None:
        content = control.find(SDT_CONTENT)
        if content is not None:
            with self._inline.inside(control):
                self._walk(content)

    def _alternate(self, alternate: Element) -> None:
        option = branch(alternate)
        if option is not None:
            self._walk(option)

    def _embedded(self, piece: Element) -> None:
        self._flush()
        texts = self.embed(piece.get(R + "id", ""))
        if texts is None:
            self._margin.unread.append(("an embedded file", self._here()))
        for text in texts or ():
            self._finish(Line(pieces=[(text, False)]), mark_hidden=False)

    def _loose_letters(self, letters: Element) -> None:
        """Letters where only paragraphs may stand: kept, as a paragraph."""
        line = Line()
        self._inline.read_loose(letters, line)
        self._finish(line, mark_hidden=False)

    def _gone(self, element: Element) -> None:
        self._note_change(self._view.gone[element.tag])

    def _shown(self, element: Element) -> None:
        self._note_change(self._view.shown[element.tag])
        self._walk(element)

    def _note_change(self, kind: str) -> None:
        self._margin.note_change(kind, self._here())


def _no_note(citation: Citation) -> Note | None:
    del citation  # notes cite nothing themselves
    return None


def _no_texts(identifier: str) -> list[str] | None:
    del identifier  # only the body embeds files
    return None
