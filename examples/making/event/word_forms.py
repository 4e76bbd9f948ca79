"""The forms as Word files: boxes, nine tables, two sections, a secretariat's paper."""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Cm, Pt
from docx.table import _Cell

from making.event import wording as words
from making.event.said import persons, quoted, session_line
from making.event.told import Told
from making.lists import BULLETS, NUMBERS_THEN_BULLETS, NUMBERS_THEN_NUMBERS, begin_list
from making.source import Point
from making.tables import FormTable, drop_first_paragraph, new_table
from making.word import Holder, add, add_page_number, add_points, new_document, write


def boxed_roundtable(told: Told) -> Document:
    """The roundtable form as it was sent out: answers in boxes below shaded questions."""
    form = words.ROUNDTABLES[told.language]
    document = new_document("Arial", 10.5)
    _title(document, told, form.title)
    for line in form.preamble:
        add(document, line, size=9.5)
    head = new_table(document, 4.6, 12)
    for label, value in ((form.rapporteur, persons(told)), (form.session, session_line(told))):
        write(head.pair(label, bold=True)[1].paragraphs[0], value)
    document.add_paragraph()
    body = new_table(document, 4.6, 12)
    body.label(f"**{form.title}**")
    bullets = begin_list(document, BULLETS)
    for field, label in form.questions.items():
        if field == "quotes":
            body.label(f"**{label}:** {form.wish}", f"<i>{form.note}</i>")
            _paragraphs(body.wide(), quoted(told.fields[field]))
        else:
            body.label(f"**{label}**")
            cell = body.wide()
            add_points(cell, told.fields[field], bullets)
            drop_first_paragraph(cell)
    _page_numbers(document, of_total=True)
    return document


def plain_roundtable(told: Told) -> Document:
    """The same form, its tables taken out by a rapporteur who finds them in the way."""
    form = words.ROUNDTABLES[told.language]
    document = new_document("Times New Roman", 12, margin=2.5)
    _title(document, told, form.title)
    for line in form.preamble:
        add(document, line, italic=True, size=10)
    add(document, f"**{form.rapporteur}** {persons(told)}")
    add(document, f"**{form.session}** {session_line(told)}")
    bullets = begin_list(document, BULLETS)
    for field, label in form.questions.items():
        question = add(document, label, bold=True)
        question.paragraph_format.space_before, question.paragraph_format.keep_with_next = Pt(12), True
        if field == "quotes":
            add(document, form.wish)
            add(document, form.note, italic=True, size=10)
            _paragraphs(document, quoted(told.fields[field]))
        else:
            add_points(document, told.fields[field], bullets)
    _page_numbers(document)
    return document


def working_session(told: Told) -> Document:
    """The form of the civil society days with limits: nine tables, rows that may stay empty."""
    document = new_document("Arial", 10)
    event = told.fields["event"]
    add(document, f"{event['title']}, {event['dates']}, {event['place']}", bold=True, size=14)
    add(document, f"{words.WORKING_SESSION} {session_line(told)}", bold=True, size=11)
    head = _table(document, words.Block(words.HEAD[0], ()))
    for label, value in zip(words.HEAD[1:], (persons(told), session_line(told)), strict=True):
        write(head.pair(label)[1].paragraphs[0], value)
    _rows(_table(document, words.PROGRESS, 1.2), told.fields["progress"], 4)
    _recommendations(document, told.fields["recommendations"])
    for block in (words.GOVERNANCE, words.AGENDA, words.WOMEN_CHILDREN):
        if block is words.AGENDA:
            _rows(_table(document, block, 1.2), told.fields["agenda_2030"], 2)
            continue
        table = _table(document, block)
        for label, field in block.rows:
            _listed(document, table.pair(label, bold=True)[1], told.fields[field])
    _rows(_table(document, words.MESSAGES, 1.2), told.fields["priority_messages"], 2)
    _paragraphs(_table(document, words.QUOTES).wide(), quoted(told.fields["quotes"]))
    _listed(document, _table(document, words.OTHER).wide(), told.fields["other_information"])
    document.sections[0].header.paragraphs[0].alignment = ALIGN.RIGHT
    write(document.sections[0].header.paragraphs[0], event["title"], size=8)
    _page_numbers(document)
    return document


def two_days(told: Told) -> Document:
    """The form with two sections: questions numbered by Word that begin again, bullets below them."""
    form = words.TWO_DAYS[told.language]
    document = new_document("Times New Roman", 12)
    _title(document, told, form.title)
    theme = add(document, f"**{form.theme}**\t{session_line(told)}")
    theme.paragraph_format.tab_stops.add_tab_stop(Cm(4.4))
    theme.paragraph_format.left_indent, theme.paragraph_format.first_line_indent = Cm(4.4), Cm(-4.4)
    days = ("recommendations_day", "commitments_day")
    for day, (title, subtitle, questions) in zip(days, form.sections, strict=True):
        write(document.add_heading(level=1), title)
        add(document, subtitle, bold=True, italic=True)
        numbers = begin_list(document, NUMBERS_THEN_BULLETS)
        for field, label in questions.items():
            question = add(document, label, italic=True)
            question.paragraph_format.space_before, question.paragraph_format.keep_with_next = Pt(8), True
            numbers.join(question)
            asked = field == "questions_for_governments"
            style = begin_list(document, NUMBERS_THEN_NUMBERS) if asked else numbers
            add_points(document, told.fields[day][field], style, level=1)
        add(document, f"**{form.quotes}:** {form.wish}").paragraph_format.space_before = Pt(10)
        add(document, form.note, italic=True, size=9)
        _paragraphs(document, quoted(told.fields[day]["quotes"]))
    _page_numbers(document)
    return document


def summary_of_conclusions(told: Told) -> Document:
    """A secretariat's paper: centred title lines, numbered areas, justified paragraphs."""
    document = new_document("Times New Roman", 12, margin=2.54)
    event, fields = told.fields["event"], told.fields
    add(document, event["title"], bold=True, size=16, align=ALIGN.CENTER)
    add(document, fields["session"]["title"], bold=True, size=13, align=ALIGN.CENTER)
    add(document, event["dates"], align=ALIGN.CENTER)
    add(document, event["place"], align=ALIGN.CENTER)
    add(document, "Summary of Conclusions", bold=True, size=14, align=ALIGN.CENTER)
    _justified(document, fields["introduction"])
    for area in fields["convergences"]:
        title = add(document, f"{area['number']}. {area['title']}", bold=True)
        title.paragraph_format.keep_with_next = True
        _justified(document, area["points"])
    for field, label in (
        ("good_practices", "Sharing Good Practices"),
        ("conclusion", "Conclusion"),
        ("acknowledgements", "Acknowledgements"),
    ):
        heading = add(document, label, bold=True, size=13)
        heading.paragraph_format.keep_with_next = True
        _justified(document, fields[field])
    _page_numbers(document)
    return document


def _title(document: Document, told: Told, form: str) -> None:
    event = told.fields["event"]
    add(
        document,
        f"{event['title']}, {event['place']}, {event['dates']}",
        bold=True,
        size=14,
        align=ALIGN.CENTER,
    )
    add(document, form, bold=True, size=13, align=ALIGN.CENTER)


def _table(document: Document, block: words.Block, left: float = 4.2) -> FormTable:
    document.add_paragraph().paragraph_format.space_after = Pt(0)
    table = new_table(document, left, 16.6 - left)
    table.label(f"**{block.title}**", *block.guidance)
    return table


def _rows(table: FormTable, points: list[Point], least: int) -> None:
    """The form's numbered rows; those that nobody filled in stay empty."""
    for index in range(max(least, len(points))):
        cell = table.pair(f"{index + 1}.")[1]
        if index < len(points):
            write(cell.paragraphs[0], points[index]["text"])


def _recommendations(document: Document, given: list[Point]) -> None:
    table = _table(document, words.RECOMMENDATIONS)
    for index in range(4):
        cells = [table.pair(words.RECOMMENDATION.format(index + 1), bold=True)[1]]
        cells += [table.pair(label)[1] for label in (words.ACTIONS, words.INDICATORS)]
        if index < len(given):
            write(cells[0].paragraphs[0], given[index]["text"])
            _listed(document, cells[1], given[index]["actions"])
            _listed(document, cells[2], given[index]["indicators"])


def _listed(document: Document, cell: _Cell, points: list[Point]) -> None:
    """One answer as plain text, several as bullets."""
    if len(points) == 1:
        write(cell.paragraphs[0], points[0]["text"])
    elif points:
        add_points(cell, points, begin_list(document, BULLETS))
        drop_first_paragraph(cell)


def _paragraphs(holder: Holder, lines: Iterable[str]) -> None:
    for line in lines:
        holder.add_paragraph(line)
    if isinstance(holder, _Cell) and len(holder.paragraphs) > 1:
        drop_first_paragraph(holder)


def _justified(document: Document, points: Iterable[Point]) -> None:
    for point in points:
        paragraph = add(document, point["text"], align=ALIGN.JUSTIFY)
        paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(9), 1.1


def _page_numbers(document: Document, *, of_total: bool = False) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = ALIGN.CENTER
    add_page_number(paragraph, of_total=of_total)
