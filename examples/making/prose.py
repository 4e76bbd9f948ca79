"""The two reports that are prose: a secretariat's summary and a rapporteur's speech."""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Cm, Pt

from making.lists import BULLETS, ListStyle, begin_list
from making.source import Fields, Point, Seed
from making.word import add, add_page_number, add_points, new_document


def summary_of_conclusions(seed: Seed, fields: Fields) -> Document:
    """Lay out the dialogue's summary: centred title lines, numbered lead-ins, page numbers."""
    document = new_document("Times New Roman", 12, margin=2.54)
    event, session = fields["event"], fields["session"]
    add(document, event["title"], bold=True, size=16, align=ALIGN.CENTER)
    add(document, session["title"], bold=True, size=13, align=ALIGN.CENTER)
    add(document, event["dates"], size=12, align=ALIGN.CENTER)
    add(document, event["place"], size=12, align=ALIGN.CENTER)
    add(document, "Summary of Conclusions", bold=True, size=14, align=ALIGN.CENTER)
    _paragraphs(document, fields["introduction"])
    for area in fields["convergences"]:
        lead_in = f"{area['number']}. {area['title']}"
        first, *others = area["points"]
        _justified(document, f"**{lead_in}{seed.after(lead_in)}** {first['text']}")
        _paragraphs(document, others)
    add(document, "Sharing Good Practices", bold=True, size=13)
    _paragraphs(document, fields["good_practices"])
    first, *others = fields["conclusion"]
    _justified(document, f"**Conclusion:** {first['text']}")
    _paragraphs(document, others)
    _paragraphs(document, fields["acknowledgements"])
    footer = document.sections[0].footer.paragraphs[0]
    footer.alignment = ALIGN.CENTER
    add_page_number(footer)
    return document


def spoken_summary(seed: Seed, fields: Fields) -> Document:
    """Lay out the speech: a title, paragraphs, headings in capitals, bulleted lists."""
    document = new_document("Arial", 11, margin=2.54)
    bullets = begin_list(document, BULLETS)
    add(document, seed.line("Roundtable"), bold=True, size=13)
    _spoken(document, fields["opening"], bullets, indented=True)
    for section in fields["sections"]:
        _heading(document, section["heading"])
        _spoken(document, section["points"], bullets)
    _heading(document, seed.line("CONCLUSION"))
    _spoken(document, fields["conclusion"], bullets)
    return document


def _paragraphs(document: Document, points: Iterable[Point]) -> None:
    for point in points:
        _justified(document, point["text"])


def _justified(document: Document, text: str) -> None:
    paragraph = add(document, text, align=ALIGN.JUSTIFY)
    paragraph.paragraph_format.space_after = Pt(10)
    paragraph.paragraph_format.line_spacing = 1.15


def _heading(document: Document, text: str) -> None:
    paragraph = add(document, text, bold=True)
    paragraph.paragraph_format.space_before = Pt(10)
    paragraph.paragraph_format.keep_with_next = True


def _spoken(
    document: Document, points: Iterable[Point], bullets: ListStyle, *, indented: bool = False
) -> None:
    """Write paragraphs; what hangs below one is a bulleted list.

    The speaker's first list of an indented part is no list but full paragraphs set in from the margin.
    """
    for point in points:
        paragraph = add(document, point["text"])
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(4), Pt(8)
        below = point.get("points", [])
        if below and indented:
            for observation in below:
                set_in = add(document, observation["text"])
                set_in.paragraph_format.left_indent = Cm(1.27)
                set_in.paragraph_format.space_after = Pt(9)
            indented = False
        else:
            add_points(document, below, bullets)
