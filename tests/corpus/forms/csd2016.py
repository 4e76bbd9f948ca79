"""The GFMD Civil Society Days working-session template, Dhaka 2016, as other people fill it in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.blocks import Cell, Para, Piece, Sheet, Table, cell, para, pieces_of
from corpus.content import Advice, Filled, Said
from corpus.forms.csd2016_wording import WORDINGS
from corpus.forms.parts import (
    PAGE_WIDTH,
    header_blocks,
    header_row,
    numbered,
    persons,
    placeholder,
    points,
    question_para,
    session_line,
)
from corpus.look import Look

NARROW = (1.2, PAGE_WIDTH - 1.2)
WIDE = (5.0, PAGE_WIDTH - 5.0)
Rows = list[tuple[Cell, ...]]


def compose(filled: Filled, look: Look, language: str, order: list[str]) -> Sheet:
    """The filled form on a sheet; `order` lists the keys of the sections that are there."""
    form = _Form(filled, look, language)
    form.top()
    for key in order:
        form.section(key)
    form.finish()
    return form.sheet


class _Form:
    """One document being put together, table by table or heading by heading."""

    def __init__(self, filled: Filled, look: Look, language: str) -> None:
        self.filled = filled
        self.look = look
        self.language = language
        self.wording = WORDINGS[language]
        self.sheet = Sheet()
        self.rows: Rows = []
        self.tabled = look.layout in ("table", "columns")

    def top(self) -> None:
        """Title lines and the table with rapporteur and session."""
        look, wording, filled = self.look, self.wording, self.filled
        event = filled.event
        if look.event == "line":
            self.sheet.add(para(f"{event['title']}, {event['dates']}, {event['place']}", "title"))
        elif look.event == "lines":
            self.sheet.add(
                para(event["title"], "title"), para(f"{event['dates']}, {event['place']}", "subtitle")
            )
        session = f"{filled.session['number']}: {filled.session['title']}"
        self.sheet.add(para(f"{wording.template} {session}", "subtitle"))
        head = [
            (wording.name.read(look), persons(filled.rapporteurs, look)),
            (wording.session.read(look), [session_line(filled, look, wording.words)]),
        ]
        if look.layout == "columns":
            self.rows += [header_row(label, values) for label, values in head]
            return
        if look.layout == "table":
            kind = "control" if look.controls else ""
            rows = tuple(header_row(label, values, kind) for label, values in head)
            self.sheet.add(Table(((cell(wording.head, "bold", span=2, shade=True),), *rows), WIDE))
            return
        self.sheet.add(*header_blocks(head, look))

    def section(self, key: str) -> None:
        """One numbered section of the form."""
        self._open(key)
        if key == "recommendations":
            for place, advice in enumerate(self._advice(), start=1):
                self._recommendation(place, advice)
        elif key in self.wording.pairs:
            for place, (path, label) in enumerate(self.wording.pairs[key], start=1):
                if path not in self.look.missing:
                    self._named(f"{place}. " if self.look.numbers != "none" else "", label, path)
        elif key in ("progress", "agenda_2030", "priority_messages"):
            self._listed(key)
        else:
            self._free(key)
        if self.look.layout == "table":
            self._close()

    def finish(self) -> None:
        """Close the one big table, if that is the layout."""
        if self.look.layout == "columns":
            self._close()

    def _open(self, key: str) -> None:
        question = self.wording.sections[key]
        label, guidance = question.label.read(self.look), question.hints(self.look)
        if self.tabled:
            head = para(numbered(self.look, question.number, label), "line", "bold")
            self.rows.append((Cell((head,), span=2, shade=True),))
            if guidance:
                lines = tuple(para(line, "line", "italic") for line in guidance)
                self.rows.append((Cell(lines, span=2),))
            return
        self.sheet.add(question_para(self.look, self.sheet, question.number, label))
        self.sheet.add(*(para(line, "guidance", "italic") for line in guidance))

    def _close(self) -> None:
        numbers = all(len(row) == 1 or len(row[0].blocks[0].text) < 4 for row in self.rows if row[0].blocks)
        self.sheet.add(Table(tuple(self.rows), NARROW if numbers else WIDE))
        self.rows = []

    def _advice(self) -> list[Advice]:
        given = list(self.filled.advice)
        blank = Advice("")
        return given + [blank] * max(0, 4 - len(given)) if self.tabled else given

    def _recommendation(self, place: int, advice: Advice) -> None:
        wording, look = self.wording, self.look
        label = wording.recommendation.read(look, place)
        actions, indicators = wording.actions.read(look), wording.indicators.read(look)
        if self.tabled:
            self.rows.append((cell(label, "bold"), Cell(tuple(self._plain(advice.text)))))
            self.rows.append((cell(actions, "bold"), Cell(tuple(self._some(advice.actions)))))
            self.rows.append((cell(indicators, "bold"), Cell(tuple(self._some(advice.indicators)))))
            return
        self.sheet.add(Para((Piece(f"{label}: ", "bold"), Piece(advice.text))))
        for name, said in ((actions, advice.actions), (indicators, advice.indicators)):
            self.sheet.add(para(f"{name}:", "line", "bold"), *self._some(said))

    def _named(self, number: str, label: str, path: str) -> None:
        answers = self._answers(path)
        text = f"{number}{label}:"
        if self.tabled:
            self.rows.append((cell(text, "bold"), Cell(tuple(answers))))
        elif len(answers) == 1 and answers[0].role == "text":
            self.sheet.add(Para((Piece(f"{text} ", "bold"), *answers[0].pieces)))
        else:
            self.sheet.add(para(text, "line", "bold"), *answers)

    def _listed(self, key: str) -> None:
        said = self.filled.said(key)
        if not self.tabled or key in self.filled.fillers:
            style = self.look.points if self.look.points != "paragraphs" else "numbers"
            answers = self._answers(key, style)
            if self.tabled:
                self.rows.append((Cell(tuple(answers), span=2),))
            else:
                self.sheet.add(*answers)
            return
        rows = 4 if key == "progress" else 2
        for place in range(max(rows, len(said))):
            blocks = self._row(said[place]) if place < len(said) else [para("", "line")]
            self.rows.append((cell(f"{place + 1}."), Cell(tuple(blocks))))

    def _row(self, said: Said) -> list[Para]:
        first = [replace(each, control=self.look.controls) for each in self._plain(said)]
        return [*first, *(points(said.points, self.look, self.sheet, "bullets") if said.points else ())]

    def _free(self, key: str) -> None:
        style = "paragraphs" if key == "quotes" else ""
        answers = self._answers(key, style)
        if self.tabled:
            self.rows.append((Cell(tuple(answers), span=2),))
        else:
            self.sheet.add(*answers)

    def _answers(self, path: str, style: str = "") -> list[Para]:
        if path in self.filled.fillers:
            return [para(self.filled.fillers[path])]
        said = self.filled.said(path)
        if not said and self.look.controls:
            return [placeholder(self.language)]
        if len(said) == 1 and not said[0].points:
            return self._plain(said[0])
        return points(said, self.look, self.sheet, style or self._style())

    def _some(self, said: Sequence[Said]) -> list[Para]:
        if len(said) == 1 and self.tabled and not said[0].points:
            return self._plain(said[0])
        return points(said, self.look, self.sheet, self._style())

    def _style(self) -> str:
        return "bullets" if self.look.points in ("paragraphs", "numbers") else self.look.points

    def _plain(self, said: Said | str) -> list[Para]:
        """One point without a bullet; its paragraphs stand one below the other."""
        if isinstance(said, str):
            return [para(said)]
        if "\n" in said.text:
            return [para(line) for line in said.text.split("\n")]
        return [Para(pieces_of(said), gone=said.gone)]
