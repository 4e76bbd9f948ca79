"""The three forms that people fill in, laid out as their organisers sent them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from making.lists import (
    BULLETS,
    BULLETS_THEN_LETTERS,
    NUMBERS_THEN_BULLETS,
    NUMBERS_THEN_NUMBERS,
    Levels,
    ListStyle,
    begin_list,
)
from making.source import Fields, Point, Seed
from making.tables import FormTable, drop_first_paragraph, new_table
from making.word import add, add_page_number, add_points, new_document, write


def roundtable(seed: Seed, fields: Fields) -> Document:
    """Lay out the roundtable form: guidance, two header rows, six questions, each answer in a box."""
    document = new_document("Arial", 10.5)
    add(document, seed.line("Roundtable Sessions"), bold=True, size=14, align=ALIGN.CENTER)
    add(document, seed.line("Reporting Template"), bold=True, size=13, align=ALIGN.CENTER)
    for start in ("This template is meant", "In the interest of time", "When quoting", "Thank you for"):
        add(document, seed.line(start))
    head = new_table(document, 4.6, 12)
    for start in ("Name of Rapporteur", "Roundtable session"):
        label, value = seed.row(start)
        write(head.pair(label, bold=True)[1].paragraphs[0], value)
    document.add_paragraph()
    body = new_table(document, 4.6, 12)
    body.label(f"**{seed.line('Reporting Template')}**")
    bullets = begin_list(document, BULLETS)
    for start, field in (
        ("1. Summary", "discussion_points"),
        ("2. Challenges", "challenges"),
        ("3. Opportunities", "good_practices"),
        ("4. Relevance", "gcm_relevance"),
        ("5. Contributions", "agenda_2030"),
    ):
        body.label(f"**{seed.row(start)[0]}**")
        _fill(body.wide(), fields[field], bullets)
    question, _, wish = seed.line("6. Inspiring quotes").partition(": ")
    note = seed.line("**Please note").strip("*")
    body.label(f"**{question}:** {wish}", f"<i>*{note}</i>")
    _fill(body.wide(), fields["quotes"])
    _repeat_on_later_pages(document, "Round Table " + fields["session"]["number"])
    add_page_number(_footer(document, ALIGN.CENTER), of_total=True)
    return document


def working_session(seed: Seed, fields: Fields) -> Document:
    """Lay out the working-session form of 2016: eight tables of numbered or labelled rows."""
    document = new_document("Arial", 10)
    add(document, seed.line("Civil Society Days"), bold=True, size=14)
    add(document, seed.line("Reporting Template"), bold=True, size=11)
    head = _form_table(document, seed, "Session\t")
    for start in ("Name of rapporteur(s)", "Session # and theme"):
        label, value = seed.row(start)
        write(head.pair(label)[1].paragraphs[0], value)
    progress = _form_table(document, seed, "1. Progress", "Describe, as", left=1.2)
    _numbered_rows(progress, fields["progress"], rows=4)
    _recommendations(document, seed, fields["recommendations"])
    governance = _form_table(document, seed, "3. Governance", "Did your session")
    _labelled_rows(governance, seed, fields, ("1. Governance mechanisms:", "2. Global Compact:"))
    agenda = _form_table(document, seed, "4. Implementing", "One year after", left=1.2)
    _numbered_rows(agenda, fields["agenda_2030"], rows=2, style=begin_list(document, BULLETS))
    women_children = _form_table(document, seed, "5. Recommendations", "Do any of")
    _labelled_rows(women_children, seed, fields, ("1. Women:", "2. Children:"))
    messages = _form_table(document, seed, "6. Priority", "If your session", left=1.2)
    _numbered_rows(messages, fields["priority_messages"], rows=2)
    _fill(_form_table(document, seed, "7. Inspiring", "If you like").wide(), fields["quotes"])
    _fill(_form_table(document, seed, "8. Other", "Provide here").wide(), fields["other_information"])
    document.sections[0].header.paragraphs[0].alignment = ALIGN.RIGHT
    write(document.sections[0].header.paragraphs[0], fields["event"]["title"], size=8)
    add_page_number(_footer(document, ALIGN.RIGHT))
    return document


def two_day_form(seed: Seed, fields: Fields) -> Document:
    """Lay out the form of 2018: two sections, numbered questions that begin again, bulleted answers."""
    document = new_document("Times New Roman", 11.5)
    event = fields["event"]["title"]
    add(
        document,
        seed.line("Reporting Template").removesuffix(event).strip(),
        bold=True,
        size=15,
        align=ALIGN.CENTER,
    )
    add(document, event, bold=True, size=13, align=ALIGN.CENTER)
    label, _ = seed.row("Session theme:")
    theme = add(document, f"**{label}**\t{fields['session']['title']}")
    theme.paragraph_format.tab_stops.add_tab_stop(Cm(3.5))
    theme.paragraph_format.left_indent, theme.paragraph_format.first_line_indent = Cm(3.5), Cm(-3.5)
    questions = _questions(seed, fields)
    head, _, subtitle = seed.line("SECTION A").partition(" Priority")
    _section(document, head, f"Priority{subtitle}")
    _answers(document, questions, fields["recommendations_day"])
    _quotes(document, seed)
    document.add_paragraph()
    _section(document, seed.line("SECTION B"), seed.line("Civil society convergences"))
    _answers(document, questions, fields["commitments_day"])
    _quotes(document, seed)
    add_page_number(_footer(document, ALIGN.CENTER))
    return document


def _fill(cell: _Cell, points: Iterable[Point], style: ListStyle | None = None) -> None:
    """Write points into an empty cell: items of a list, or paragraphs where none is given."""
    for point in points:
        if style:
            add_points(cell, [point], style)
        else:
            for line in point["text"].split("\n"):
                cell.add_paragraph(line)
    if len(cell.paragraphs) > 1:
        drop_first_paragraph(cell)


def _form_table(
    document: Document, seed: Seed, question: str, guidance: str = "", left: float = 4.2
) -> FormTable:
    document.add_paragraph().paragraph_format.space_after = Pt(0)
    table = new_table(document, left, 16.6 - left)
    explained = _paragraphs(seed.row(guidance)[0]) if guidance else []
    table.label(f"**{seed.row(question)[0]}**", *explained)
    return table


def _paragraphs(cell: str) -> list[str]:
    """Split a converted cell into its paragraphs; a converter's stray "e" goes."""
    inside = re.findall(r"<p>(.*?)</p>", cell) or [cell]
    return [line.replace("</u> e will", "</u> will") for line in inside]


def _numbered_rows(table: FormTable, points: list[Point], rows: int, style: ListStyle | None = None) -> None:
    """Add the form's numbered rows; those that nobody filled in stay empty."""
    for index in range(rows):
        _, cell = table.pair(f"{index + 1}.")
        if index < len(points):
            _fill(cell, points[index : index + 1])
            if style:
                add_points(cell, points[index].get("points", ()), style)


def _labelled_rows(table: FormTable, seed: Seed, fields: Fields, labels: tuple[str, ...]) -> None:
    for start in labels:
        label, _ = seed.row(start)
        _, cell = table.pair(label, bold=True)
        _fill(cell, fields[label.split(". ")[1].strip(":").lower().replace(" ", "_")])


def _recommendations(document: Document, seed: Seed, recommendations: list[Point]) -> None:
    table = _form_table(document, seed, "2. Four", "<p>Recommendations:")
    actions, indicators = seed.all("Action(s) for"), seed.all("Indicator(s) of change or success on")
    for index, recommendation in enumerate(recommendations):
        label, _ = seed.row(f"Recommendation {index + 1}")
        _fill(table.pair(label, bold=True)[1], [{"text": recommendation["text"]}])
        for line, points in (
            (actions[index], recommendation["actions"]),
            (indicators[index], recommendation["indicators"]),
        ):
            _listed_answer(document, table, line, points)


def _listed_answer(document: Document, table: FormTable, line: str, points: list[Point]) -> None:
    """Add an answer as its author typed it: a list with perhaps an empty last item, or plain text."""
    label, _, typed = line.partition("\t")
    _, cell = table.pair(label)
    if "<ul" not in typed:
        _fill(cell, points)
        return
    style = begin_list(document, BULLETS_THEN_LETTERS)
    _fill(cell, points, style)
    if typed.endswith("•"):
        style.join(cell.add_paragraph())
    if re.search(r" [a-z]\.$", typed):
        style.join(cell.add_paragraph(), 1)


def _questions(seed: Seed, fields: Fields) -> list[str]:
    """List the form's questions in order; the numbered lines that are answers stay out."""
    numbered = [line[5:] for line in seed.lines if re.match(r"- \d\. ", line)]
    answers = {point["text"] for point in fields["recommendations_day"]["questions_for_governments"]}
    return [line for line in numbered if line not in answers]


def _section(document: Document, title: str, subtitle: str) -> None:
    heading = document.add_heading(level=1)
    write(heading, title)
    add(document, subtitle, bold=True, italic=True)


def _answers(document: Document, questions: list[str], answers: dict[str, list[Point]]) -> None:
    """Write each question and the points under it, and take the question off the list."""
    numbers = begin_list(document, NUMBERS_THEN_BULLETS)
    for field, points in answers.items():
        if field == "quotes":
            continue
        question = document.add_paragraph()
        question.paragraph_format.space_before = Pt(8)
        question.paragraph_format.keep_with_next = True
        write(question, questions.pop(0), italic=True)
        numbers.join(question)
        levels: Levels = NUMBERS_THEN_NUMBERS
        style = begin_list(document, levels) if field.startswith("questions") else numbers
        add_points(document, points, style, level=1)


def _quotes(document: Document, seed: Seed) -> None:
    label, _, wish = seed.line("Inspiring quotes").partition(": ")
    add(document, f"**{label}:** {wish}").paragraph_format.space_before = Pt(10)
    add(document, seed.line("*Please note"), italic=True, size=9)


def _repeat_on_later_pages(document: Document, text: str) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = ALIGN.RIGHT
    write(paragraph, text, size=8)
    first = section.first_page_footer.paragraphs[0]
    first.alignment = ALIGN.CENTER
    add_page_number(first, of_total=True)


def _footer(document: Document, align: ALIGN) -> Paragraph:
    paragraph: Paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = align
    return paragraph
