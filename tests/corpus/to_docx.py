"""Writes a sheet as a Word file with python-docx, and the Word features it has no words for as XML."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph

from corpus.blocks import Cell, Para, Piece, Sheet, Table
from corpus.look import Look
from corpus.ooxml import (
    Footnotes,
    Numbering,
    add_field,
    add_link,
    delete_paragraph,
    in_block_control,
    in_inline_control,
    mark_change,
    merge_down,
    placeholder_run,
    set_span,
    shade,
    with_date,
)
from corpus.soften import soften

DAY = "2018-12-07T09:00:00Z"
ZIP_DAY = (2018, 12, 7, 9, 0, 0)
LINK = "https://example.org/background"


def write_docx(sheet: Sheet, look: Look) -> bytes:
    """The bytes of the Word file; the same every time."""
    return _Writer(sheet, look).write()


class _Writer:
    """One Word file being written."""

    def __init__(self, sheet: Sheet, look: Look) -> None:
        self.sheet = sheet
        self.look = look
        self.word = docx.Document()
        self.numbering = Numbering(self.word)
        self.footnotes = Footnotes(self.word)

    def write(self) -> bytes:
        """Everything, and the bytes."""
        self._style()
        place: Document | WordCell = self.word
        if self.look.frame:
            frame = self.word.add_table(1, 1)
            frame.style = "Table Grid"
            place = frame.cell(0, 0)
        for block in self.sheet.blocks:
            if isinstance(block, Table):
                self._table(block, place)
            else:
                self._para(block, place.add_paragraph())
        if isinstance(place, WordCell):
            _drop(place.paragraphs[0])
        self._running()
        self.footnotes.store()
        self._properties()
        buffer = io.BytesIO()
        self.word.save(buffer)
        return _settled(buffer.getvalue())

    def _style(self) -> None:
        normal = self.word.styles["Normal"]
        normal.font.name = "Times New Roman" if self.look.serif else "Arial"
        normal.font.size = Pt(11 if self.look.serif else 10)
        normal.paragraph_format.space_after = Pt(6)
        section = self.word.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)

    def _properties(self) -> None:
        core = self.word.core_properties
        core.author = core.last_modified_by = "Reporting desk"
        core.title = core.comments = ""
        core.created = core.modified = dt.datetime.fromisoformat(DAY)
        core.revision = 1

    def _running(self) -> None:
        if not self.look.running:
            return
        section = self.word.sections[0]
        section.header.paragraphs[0].text = self.sheet.header
        foot = section.footer.paragraphs[0]
        foot.add_run(f"{self.sheet.footer} – ")
        add_field(foot, "PAGE")

    def _table(self, block: Table, place: Document | WordCell) -> None:
        width = len(block.widths)
        grid = place.add_table(len(block.rows), width)
        grid.style = "Table Grid"
        grid.autofit = False
        for column, centimetres in zip(grid.columns, block.widths, strict=True):
            column.width = Cm(centimetres)
        for row_at, row in enumerate(block.rows):
            self._row(grid, row_at, row, block.widths)
        gap = place.add_paragraph()
        gap.paragraph_format.space_after = Pt(0)

    def _row(self, grid: WordTable, row_at: int, row: tuple[Cell, ...], widths: tuple[float, ...]) -> None:
        column = 0
        cells = grid.rows[row_at]._tr.tc_lst
        for content, tc in zip(row, cells, strict=False):
            span = content.span if len(widths) > 1 else 1
            if span > 1:
                set_span(tc, span)
                for extra in cells[column + 1 : column + span]:
                    grid.rows[row_at]._tr.remove(extra)
            self._cell(WordCell(tc, grid), content, sum(widths[column : column + span]))
            column += span

    def _cell(self, word: WordCell, content: Cell, width: float) -> None:
        word.width = Cm(width)
        if content.merge:
            merge_down(word, content.merge)
        if content.shade:
            shade(word)
        first = word.paragraphs[0]
        for block in content.blocks:
            self._para(block, word.add_paragraph())
        if content.blocks:
            _drop(first)
        if content.blocks and content.blocks[-1].control:
            # A cell must end with a paragraph; a content control alone does not count as one.
            word.add_paragraph().paragraph_format.space_after = Pt(0)

    def _para(self, block: Para, word: Paragraph) -> None:
        self._shape(block, word)
        if block.placeholder:
            placeholder_run(word, block.text)
        else:
            if block.marker:
                word.add_run(block.marker)
            for piece in block.pieces:
                self._piece(piece, word)
        if block.role in ("question", "section") and self.look.label_style == "bold":
            for run in word.runs:
                run.bold = True
        if block.gone:
            delete_paragraph(word)
        if block.control:
            in_block_control(word, placeholder=block.placeholder)

    def _shape(self, block: Para, word: Paragraph) -> None:
        role = block.role
        if role == "title":
            word.style = "Title" if self.look.label_style == "title" else "Heading 1"
        elif role in ("section", "question"):
            self._label(block, word)
        elif role == "subtitle":
            word.alignment = WD_ALIGN_PARAGRAPH.LEFT
        elif role == "item":
            self._listed(block, word)
        if role == "line":
            word.paragraph_format.space_after = Pt(2)

    def _label(self, block: Para, word: Paragraph) -> None:
        style = self.look.label_style
        if style == "heading":
            word.style = (
                "Heading 2" if block.role == "section" else ("Heading 3" if block.level else "Heading 2")
            )
        elif style == "title":
            word.style = "Subtitle" if block.role == "question" else "Title"
        word.paragraph_format.space_before = Pt(10)
        word.paragraph_format.keep_with_next = True
        if block.list == "questions":
            self.numbering.apply(word, "questions", block.series, 0)

    def _listed(self, block: Para, word: Paragraph) -> None:
        word.paragraph_format.space_after = Pt(3)
        if block.marker:
            word.paragraph_format.left_indent = Cm(0.6 + 0.8 * block.level)
            word.paragraph_format.first_line_indent = Cm(-0.5)
            return
        if block.list == "bullets" and not self.look.list_paragraph:
            word.style = "List Bullet" if not block.level else f"List Bullet {block.level + 1}"
            return
        if self.look.list_paragraph:
            word.style = "List Paragraph"
        self.numbering.apply(word, block.list, block.series, block.level)

    def _piece(self, piece: Piece, word: Paragraph) -> None:
        text = soften(piece.text) if self.look.hyphens else piece.text
        if piece.kind == "note":
            self.footnotes.cite(word, piece.text)
        elif piece.kind == "link":
            add_link(word, text, LINK)
        else:
            self._run(piece.kind, text, word)

    def _run(self, kind: str, text: str, word: Paragraph) -> None:
        run = word.add_run()
        for place, line in enumerate(text.split("\n")):
            if place:
                run.add_break()
            run.add_text(line)
        run.bold = True if kind == "bold" else None
        run.italic = True if kind == "italic" else None
        if kind in ("inserted", "deleted"):
            mark_change(run, kind)
        elif kind == "control":
            in_inline_control(run)
        elif kind == "comment":
            self.word.add_comment(
                run, "Please check this with the co-chairs.", author="Reporting desk", initials="RD"
            )


def _drop(word: Paragraph) -> None:
    parent = word._p.getparent()
    assert parent is not None
    parent.remove(word._p)


def _settled(data: bytes) -> bytes:
    """The same package with fixed dates, so that the same sheet gives the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            data = old.read(name)
            new.writestr(entry, with_date(data, DAY) if name == "word/comments.xml" else data)
    return buffer.getvalue()
