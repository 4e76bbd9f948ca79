"""Bordered form tables: a narrow label column, a wide answer column, shaded rows over both."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from making.word import write

SHADE = "D9E2F3"


@dataclass(frozen=True, slots=True)
class FormTable:
    """A two-column table that grows row by row."""

    table: Table
    widths: tuple[Length, Length]

    def label(self, marked: str, *guidance: str) -> None:
        """Add a shaded row over both columns: the question, and below it what explains it."""
        cell = self.wide()
        _shade(cell)
        _keep_on_one_page(self.table.rows[-1])
        write(first_paragraph(cell), marked)
        for line in guidance:
            write(cell.add_paragraph(), line)

    def wide(self) -> _Cell:
        """Add an empty row over both columns."""
        left, right = self.pair()
        merged: _Cell = left.merge(right)
        return merged

    def pair(self, label: str = "", *, bold: bool = False) -> tuple[_Cell, _Cell]:
        """Add a row with a label on the left and nothing yet on the right."""
        row: _Row = self.table.add_row()
        left, right = row.cells
        left.width, right.width = self.widths
        write(first_paragraph(left), label, bold=bold)
        return left, right


def new_table(document: Document, left: float, right: float) -> FormTable:
    """Begin a bordered table; widths in centimetres."""
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    widths = (Cm(left), Cm(right))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    return FormTable(table, widths)


def first_paragraph(cell: _Cell) -> Paragraph:
    """Return the paragraph that every new cell already has."""
    first: Paragraph = cell.paragraphs[0]
    return first


def drop_first_paragraph(cell: _Cell) -> None:
    """Take the empty first paragraph away once others stand below it."""
    cell._tc.remove(first_paragraph(cell)._p)  # noqa: SLF001  python-docx cannot delete


def _keep_on_one_page(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001  python-docx has no public way to it


def _shade(cell: _Cell) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001  python-docx has no public way to shading
