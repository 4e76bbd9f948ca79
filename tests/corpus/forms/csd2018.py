"""The GFMD Civil Society Days working-session template, Marrakesh 2018, as other people fill it in."""

from __future__ import annotations

from corpus.blocks import Cell, Para, Sheet, Table, para
from corpus.content import Filled
from corpus.forms.csd2018_wording import WORDINGS, Section, Wording
from corpus.forms.parts import (
    PAGE_WIDTH,
    Question,
    answer,
    header_blocks,
    header_row,
    label_cell,
    lay_out,
    session_line,
    side_by_side,
)
from corpus.look import Look


def compose(filled: Filled, look: Look, language: str, order: list[str]) -> Sheet:
    """The filled form on a sheet; `order` lists the paths of the questions that are there."""
    wording = WORDINGS[language]
    sheet = Sheet()
    _top(sheet, filled, look, wording)
    theme = (wording.theme.read(look), [session_line(filled, look, wording.words)])
    rows: list[tuple[Cell, ...]] = []
    if look.layout == "columns":
        rows.append(header_row(*theme))
    else:
        sheet.add(*header_blocks([theme], look))
    for section in wording.sections:
        there = [question for path in order for question in section.questions if question.path == path]
        _section(sheet, rows, section, look)
        for question in there:
            style = _style(question, look)
            answers = answer(filled, question.path, look, sheet, language, style)
            label, guidance = question.label.read(look), question.hints(look)
            if look.layout in ("table", "columns"):
                rows += _rows(look, question, label, guidance, answers)
            else:
                lay_out(sheet, look, question.number, label, guidance, answers)
        if look.layout == "table":
            sheet.add(Table(tuple(rows), (PAGE_WIDTH,)))
            rows = []
    if look.layout == "columns":
        sheet.add(Table(tuple(rows), (6.5, PAGE_WIDTH - 6.5)))
    return sheet


def _rows(
    look: Look, question: Question, label: str, guidance: tuple[str, ...], answers: list[Para]
) -> list[tuple[Cell, ...]]:
    head = label_cell(look, question.number, label, guidance)
    if look.layout == "columns":
        return side_by_side(look, head, answers)
    return [(head,), (Cell(tuple(answers)),)]


def _style(question: Question, look: Look) -> str:
    if question.path.endswith("questions_for_governments") and look.points in ("bullets", "dash", "dot"):
        return "numbers" if look.points == "bullets" else "paren"
    if question.path.endswith("quotes") and look.points not in ("bullets", "dash"):
        return "paragraphs" if look.layout not in ("table", "columns") else look.points
    return ""


def _section(sheet: Sheet, rows: list[tuple[Cell, ...]], section: Section, look: Look) -> None:
    title = para(section.title.read(look), "section")
    subtitle = [para(section.subtitle, "guidance")] if look.guidance != "missing" else []
    if look.layout == "columns":
        lines = tuple(para(each.text, "line", "bold") for each in (title, *subtitle))
        rows.append((Cell(lines, span=2, shade=True),))
    else:
        sheet.add(title, *subtitle)


def _top(sheet: Sheet, filled: Filled, look: Look, wording: Wording) -> None:
    title = filled.event.get("title", "")
    if look.event == "line":
        sheet.add(para(f"{wording.template}\n{title}", "title"))
        return
    sheet.add(para(wording.template, "title"))
    if look.event == "lines":
        sheet.add(
            para(title, "subtitle"), para(f"{filled.event['place']}, {filled.event['dates']}", "subtitle")
        )
