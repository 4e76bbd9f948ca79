"""A story (the body, a note, a comment, a header) becomes located blocks in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from rapportkit.model.document import Block, BlockKind, Document, Furniture, FurnitureKind, Note
from rapportkit.model.location import Location
from rapportkit.readers.bounds import over
from rapportkit.readers.ooxml import tables
from rapportkit.readers.ooxml.changes import VIEWS, View
from rapportkit.readers.ooxml.choice import branch
from rapportkit.readers.ooxml.controls import is_own
from rapportkit.readers.ooxml.inline import Inline
from rapportkit.readers.ooxml.line import Box, Citation, Line, Rendered, is_visible, one_line
from rapportkit.readers.ooxml.names import (
    ALTERNATE,
    MATH,
    RUN,
    SDT,
    SDT_CONTENT,
    TBL,
    P,
    R,
    W,
    child,
)
from rapportkit.readers.ooxml.numbering import Counting
from rapportkit.readers.ooxml.setting import Margin, Setting
from rapportkit.readers.ooxml.standing import Standing
from rapportkit.readers.ooxml.styles import Paragraph

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LETTERS = frozenset(
    {RUN, W + "hyperlink", W + "fldSimple", W + "smartTag", MATH + "oMath", MATH + "oMathPara"}
)
_NOWHERE = Location()
_PIECE, _OUTSIDE = W + "altChunk", W + "subDoc"


class Story:
    """Reads one story: give it the root element and what all stories share, then call `read` once.

    `part` names the part that the root stands in, `area` the place to say for its blocks ("" in the
    body). `cite` turns the citation of a note into the note, `embed` the relation id of an embedded
    file into a document (None where it cannot be read); both find nothing unless set.
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
        self._inline = Inline(root, setting, part=part, page_numbers=page_numbers)
        self._inline.on_change = self._note_change
        self._forms = setting.forms
        self._counting = Counting(setting.lists)
        self._blocks: list[Block] = []
        self._carried: Line | None = None
        self._blank = False
        self._standing, self._is_body = Standing(setting.package.name, area), not area
        self.cite: Callable[[Citation], Note | None] = _no_note
        self.embed: Callable[[str], Document | None] = _no_file
        self._readers = _READERS[self._view.original]
        # Only blocks of the body stay blocks; what is read of the other parts ends as text.
        paragraphs = root.iter(P) if self._is_body else ()
        self._anchors = {paragraph: (part, index) for index, paragraph in enumerate(paragraphs)}
        self._holder: tuple[str, int] | None = None  # the anchor of the paragraph around a text box

    def read(self) -> list[Block]:
        """The blocks of the whole story."""
        self._walk(self._root)
        self._flush()
        return self._blocks

    @classmethod
    def register(cls, view: View) -> dict[str, Callable[[Story, Element], None]]:
        """What reads each mark in a view; what is not named is a wrapper, and what it wraps is read."""
        return {
            P: cls._paragraph,
            TBL: cls._read_table,
            SDT: cls._control,
            ALTERNATE: cls._alternate,
            _PIECE: cls._embedded,
            _OUTSIDE: cls._linked,
            **dict.fromkeys(view.gone, cls._gone),
            **dict.fromkeys(view.shown, cls._shown),
            **dict.fromkeys(_LETTERS, cls._loose_letters),
        }

    def _walk(self, parent: Element) -> None:
        readers = self._readers
        for piece in parent:
            reader = readers.get(piece.tag)
            if reader is not None:
                reader(self, piece)
            elif len(piece) and not piece.tag.endswith("Pr"):
                self._walk(piece)

    def _paragraph(self, paragraph: Element) -> None:
        form = self._forms.of(paragraph)
        line = self._carried or Line()
        before, changes = len(line.pieces), dict(self._margin.changes) if form.changes else {}
        if line is not self._carried or not line.has_text:
            line.anchor = self._anchors.get(paragraph)
        self._inline.read_paragraph(paragraph, form.style, line)
        # A deleted end joins two paragraphs; the one that brings text gives the form.
        if (
            line is not self._carried
            or not line.has_text
            or any(is_visible(text) for text, _ in line.pieces[before:])
        ):
            line.form = form
        if form.changes and self._is_end_gone(form.changes, changes):
            self._carried = line
            return
        self._carried = None
        self._finish(line, end_hidden=form.end_hidden)

    def _is_end_gone(self, marks: tuple[str, ...], before: dict[str, int]) -> bool:
        """Whether a change took the end out; one that also holds letters of the paragraph counts once."""
        for mark in marks:
            kind = self._view.kind(mark)
            if self._margin.changes.get(kind) == before.get(kind):
                self._note_change(kind)
        return any(mark in self._view.gone for mark in marks)

    def _flush(self) -> None:
        """Bring out a line whose next paragraph, to which it was joined, never came."""
        line, self._carried = self._carried, None
        if line is not None and (line.has_text or line.hidden or line.citations or line.boxes):
            self._finish(line, end_hidden=False)

    def _finish(self, line: Line, *, end_hidden: bool) -> None:
        form = line.form or self._forms.unsaid
        rendered, more = line.render(), line.has_more
        text, label, formats = rendered.text, "", form.plain
        if text or not end_hidden:
            formats = form.listed
            if formats.list:
                label = self._counting.label(formats.list, formats.depth or 0)
        place = self._standing.here(self._index) if more else _NOWHERE
        notes = self._cite_all(line, place) if line.citations else ()
        if notes and not text:  # the page shows the mark alone
            rendered = Rendered(", ".join(note.label for note in notes), 0, 0.0)
        if rendered.text:
            self._emit(rendered, label, formats, notes, line)
        elif not line.boxes and not line.hidden and not end_hidden:
            self._blank = True
        if more:
            self._margin.gather(line, place)
        for box in line.boxes:
            self._read_box(box, line.anchor)

    def _emit(
        self, rendered: Rendered, label: str, formats: Paragraph, notes: tuple[Note, ...], line: Line
    ) -> None:
        outline = formats.outline or 0
        kind = BlockKind.HEADING if outline else BlockKind.ITEM if label else BlockKind.PARAGRAPH
        location = self._standing.next(self._index, line.links)
        self._blocks.append(
            Block(
                kind=kind,
                text=rendered.text,
                location=location,
                level=outline or ((formats.depth or 0) + 1 if label else 0),
                marker=label,
                lead=rendered.lead,
                columns=self._standing.columns,
                notes=notes,
                blank_before=self._blank,
                indent=(formats.indent or 0.0) + rendered.shift,
                centred=bool(formats.centred),
                anchor=line.anchor or self._holder,
            )
        )
        self._blank = False

    @property
    def _index(self) -> int:
        """The index of the block that comes next; only those of the body are counted."""
        return len(self._blocks) if self._is_body else 0

    def _cite_all(self, line: Line, location: Location) -> tuple[Note, ...]:
        notes = []
        for citation in line.citations:
            note = self.cite(citation)
            if note is not None and citation.hidden:
                self._margin.hidden.append(Furniture(FurnitureKind.HIDDEN, one_line(note.text), location))
            elif note is not None:
                notes.append(note)
        return tuple(notes)

    def _read_box(self, box: Box, holder: tuple[str, int] | None) -> None:
        with self._aside(box, holder or self._holder):
            for text in box.texts:
                line = Line(hidden=[text]) if box.hidden else Line(pieces=[(text, False)])
                self._finish(line, end_hidden=False)
            if box.content is not None:
                self._walk(box.content)
                self._flush()
            if box.file:
                self._adopt(self.embed(box.file), hidden=box.hidden)

    @contextmanager
    def _aside(self, box: Box, holder: tuple[str, int] | None) -> Iterator[None]:
        """Read a text box, which stands apart from the text around its anchor in the paragraph `holder`."""
        saved, around = self._inline.hiding, self._holder
        self._inline.hiding, self._holder = saved or box.hidden, holder
        self._blank = False
        with self._standing.in_box(), self._inline.fields.apart():
            yield
        self._inline.hiding, self._holder = saved, around
        self._blank = False

    def _read_table(self, table: Element) -> None:
        self._flush()
        rows = tables.shown_rows(table, self._view, self._note_row)
        if not rows:
            return
        with self._standing.in_table() as number:
            package = self._setting.package
            if self._standing.depth > package.limits.table_depth:
                raise over(package.name, "table_depth", package.limits)
            self._read_rows(rows, self._setting.tables.boldness(table), number)
        self._blank = False

    def _read_rows(self, rows: Sequence[tables.Row], boldness: tables.Boldness, table: int) -> None:
        inline, standing = self._inline, self._standing
        saved, blank, first = (inline.table_bold, inline.hiding), self._blank, len(self._blocks)
        for row, (control, cells, hidden) in enumerate(rows, 1):
            inline.hiding = saved[1] or hidden
            with inline.inside(control):
                for cell, inner in enumerate(cells, 1):
                    standing.table, standing.row, standing.cell = table, row, cell
                    standing.columns = len(cells)
                    inline.table_bold = boldness.at(row, cell, len(rows), len(cells))
                    self._blank = blank and len(self._blocks) == first
                    with inline.inside(inner.control):
                        self._walk(inner.element)
                    self._flush()
        inline.table_bold, inline.hiding = saved

    def _note_row(self, kind: str, row: int) -> None:
        self._margin.note_change(kind, self._standing.at_row(row))

    def _control(self, control: Element) -> None:
        content = child(control, SDT_CONTENT)
        if content is not None and not is_own(control):
            with self._inline.inside(control):
                self._walk(content)

    def _alternate(self, alternate: Element) -> None:
        option = branch(alternate)
        if option is not None:
            self._walk(option)

    def _embedded(self, piece: Element) -> None:
        self._flush()
        self._adopt(self.embed(piece.get(R + "id", "")))

    def _adopt(self, document: Document | None, *, hidden: bool = False) -> None:
        """Take in an embedded file at this place, with tables of its own; None for one that cannot be read."""
        here = self._standing.here()
        if document is None:
            self._margin.unread.append(("embedded", here))
            return
        self._margin.furniture += [replace(each, location=here) for each in document.furniture]
        self._margin.remarks += [replace(each, location=here) for each in document.remarks]
        before = self._standing.tables
        for block in document.blocks:
            if hidden:
                self._finish(Line(hidden=[block.text]), end_hidden=False)
                continue
            place = self._standing.inner(self._index, block.location, before)
            columns = self._standing.columns if block.location.table is None else block.columns
            blank = block.blank_before or self._blank
            self._blocks.append(
                replace(
                    block,
                    location=place,
                    columns=columns,
                    blank_before=blank,
                    breaks=(),
                    anchor=self._holder,
                )
            )
            self._blank = False

    def _linked(self, piece: Element) -> None:
        del piece  # a part of the document that lies in a file of its own
        self._margin.unread.append(("linked", self._standing.here()))

    def _loose_letters(self, letters: Element) -> None:
        """Letters where only paragraphs may stand: kept, as a paragraph."""
        line = Line()
        self._inline.read_loose(letters, line)
        self._finish(line, end_hidden=False)

    def _gone(self, element: Element) -> None:
        self._note_change(self._view.gone[element.tag])

    def _shown(self, element: Element) -> None:
        self._note_change(self._view.shown[element.tag])
        self._walk(element)

    def _note_change(self, kind: str) -> None:
        self._margin.note_change(kind, self._standing.here(self._index))


_READERS = {view.original: Story.register(view) for view in VIEWS.values()}


def _no_note(citation: Citation) -> Note | None:
    del citation  # notes cite nothing themselves
    return None


def _no_file(identifier: str) -> Document | None:
    del identifier  # only the body embeds files
    return None
