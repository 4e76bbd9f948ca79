"""Word building blocks: a fresh document, marked text, lists of points, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from making.lists import ListStyle
from making.source import Point

_MARKED = re.compile(r"<i>(?P<i>.*?)</i>|<u>(?P<u>.*?)</u>|\*\*(?P<b>(?!\s).*?)\*\*")


class Holder(Protocol):
    """Whatever takes paragraphs: a document, a cell, a header."""

    def add_paragraph(self, text: str = "", style: str | None = None) -> Paragraph:
        """Append a paragraph."""


def new_document(font: str, size: float, margin: float = 2.2) -> Document:
    """Begin an A4 document in one type face; margins in centimetres, size in points."""
    document = docx.Document()
    normal, heading = document.styles["Normal"], document.styles["Heading 1"]
    normal.font.name, normal.font.size = font, Pt(size)
    normal.paragraph_format.space_after = Pt(4)
    # The theme's own type face and blue would win over the ones that are set here.
    for fonts in heading.element.xpath("./w:rPr/w:rFonts"):
        fonts.attrib.clear()
    heading.font.name, heading.font.size, heading.font.color.rgb = font, Pt(size + 1.5), RGBColor(0, 0, 0)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(margin)
    return document


def write(
    paragraph: Paragraph, marked: str, *, bold: bool = False, italic: bool = False, size: float = 0
) -> None:
    """Add text to a paragraph; `<i>`, `<u>` and `**` in it become italics, underline and bold."""
    position = 0
    for match in _MARKED.finditer(marked):
        if position < match.start():
            _run(paragraph, marked[position : match.start()], bold=bold, italic=italic, size=size)
        run = _run(paragraph, match[match.lastgroup or 0], bold=bold, italic=italic, size=size)
        run.italic = italic or match.lastgroup == "i" or None
        run.underline = match.lastgroup == "u" or None
        run.bold = bold or match.lastgroup == "b" or None
        position = match.end()
    if marked[position:]:
        _run(paragraph, marked[position:], bold=bold, italic=italic, size=size)


def _run(paragraph: Paragraph, text: str, *, bold: bool, italic: bool, size: float) -> Run:
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if size:
        run.font.size = Pt(size)
    return run


def add(
    holder: Holder,
    marked: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float = 0,
    align: ALIGN | None = None,
) -> Paragraph:
    """Append one paragraph of marked text."""
    paragraph = holder.add_paragraph()
    if align is not None:
        paragraph.alignment = align
    write(paragraph, marked, bold=bold, italic=italic, size=size)
    return paragraph


def add_points(holder: Holder, points: Iterable[Point], style: ListStyle, level: int = 0) -> None:
    """Append points as items of a list, nested ones a level deeper."""
    for point in points:
        paragraph = holder.add_paragraph(point["text"])
        style.join(paragraph, level)
        add_points(holder, point.get("points", ()), style, level + 1)


def add_page_number(paragraph: Paragraph, *, of_total: bool = False) -> None:
    """Write the page number into a footer, as "3" or as "Page 3 of 4"."""
    if of_total:
        paragraph.add_run("Page ")
    _field(paragraph, "PAGE")
    if of_total:
        paragraph.add_run(" of ")
        _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, instruction: str) -> None:
    for part in ("begin", "instruction", "separate", "shown", "end"):
        run = paragraph.add_run("1" if part == "shown" else "")
        if part == "instruction":
            element = OxmlElement("w:instrText")
            element.text = f" {instruction} "
            run._r.append(element)  # noqa: SLF001  python-docx has no public way to fields
        elif part != "shown":
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), part)
            run._r.append(element)  # noqa: SLF001  as above
