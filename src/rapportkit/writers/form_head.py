"""The head of a form: event, title, guidance, and who reports on which session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapportkit.model.report import Report
from rapportkit.model.template import Field, Kind, Template, Texts
from rapportkit.writers.form_nodes import Cell, Paragraph, Run, Table, prompt, room, said
from rapportkit.writers.form_phrases import Phrases, phrases

LABEL_WIDTHS = (0.32, 0.68)


@dataclass(frozen=True, slots=True)
class Form:
    """What is being written: a template, the report that fills it in or None, and the language."""

    template: Template
    report: Report | None
    language: str

    @property
    def phrases(self) -> Phrases:
        """The form's own hints in its language."""
        return phrases(self.language)

    def value(self, pointer: str) -> str:
        """A header value, "" where there is none."""
        return self.report.value(pointer) if self.report else ""

    def label(self, field: Field) -> str:
        """What stands above an answer: number and label in the form's language."""
        number = self.number(field)
        label = field.labels.first(self.language, field.label)
        if not number:
            return label
        # "3." is set before its label, "SECTION A" apart from it.
        return f"{number} {label}" if not number[-1].isalnum() else f"{number}{self.phrases.colon} {label}"

    def number(self, field: Field) -> str:
        """The printed number, in the words of the language where it has any."""
        numbers = field.options.get("numbers")
        if isinstance(numbers, dict):
            for tag in (self.language, self.language.split("-", maxsplit=1)[0]):
                if tag in numbers:
                    return str(numbers[tag])
        return field.number

    def guidance(self, field: Field | Template, style: str = "Guidance") -> tuple[Paragraph, ...]:
        """What the form says under a heading, in the form's language."""
        return tuple(said(text, style) for text in wordings(field.guidance, self.language))

    def title(self) -> tuple[Run, ...]:
        """The form's title; where it holds the session's number, that number or a control."""
        titles = wordings(self.template.titles, self.language) or (self.template.title,)
        title, number = titles[0], self.session_number
        if "{n}" not in title:
            return (Run(title),)
        if number:
            return (Run(title.replace("{n}", number)),)
        if self.report:
            plain = next((each for each in titles if "{n}" not in each), title.replace("{n}", ""))
            return (Run(" ".join(plain.split())),)
        before, _, after = title.partition("{n}")
        return (Run(before), prompt(self.phrases.number), Run(after))

    @property
    def session_number(self) -> str:
        """The session's number, "" where there is none."""
        field = self.of_kind(Kind.SESSION)
        return self.value(f"{field.pointer}/number") if field else ""

    def of_kind(self, kind: Kind) -> Field | None:
        """The header field of a kind."""
        return next((field for field in self.template.header if field.kind is kind), None)


def wordings(texts: Texts, language: str) -> tuple[str, ...]:
    """All wordings in a language: exact tag, then base language, then the template's first."""
    by_language = dict(texts.by_language)
    for tag in (language, language.split("-", maxsplit=1)[0], *by_language):
        if by_language.get(tag):
            return by_language[tag]
    return ()


def top(form: Form) -> Iterator[Paragraph]:
    """Event, title and session, as they head the form.

    Where the session stands among the title lines, the event's dates and place get lines of their own:
    a reader of titles goes by lines.
    """
    session, event = form.of_kind(Kind.SESSION), form.of_kind(Kind.EVENT)
    if event and event.labels.all():
        event = None
    by_lines = session is not None and session.options.get("found") == "title"
    if event:
        yield from _event(form, event, _event_title(form, event) if by_lines else _event_line(form, event))
    yield from _titles(form)
    for name in ("dates", "place") if event and by_lines else ():
        if event and form.value(f"{event.pointer}/{name}"):
            yield said(form.value(f"{event.pointer}/{name}"), "Where")
    yield from form.guidance(form.template, "Intro")


def tables(form: Form) -> Iterator[Table]:
    """The header fields that have a label, in bordered rows; those under a heading in a table of their own."""
    grouped = {field.pointer for heading in form.template.headings for field in heading.fields}
    loose = [field for field in _labelled(form) if field.pointer not in grouped]
    if loose:
        yield Table(tuple(_row(form, field) for field in loose), LABEL_WIDTHS)
    for heading in form.template.headings:
        above = (Cell((said(form.label(heading), "Label"), *form.guidance(heading)), span=2, shaded=True),)
        yield Table((above, *(_row(form, field) for field in heading.fields)), LABEL_WIDTHS)


def lines(form: Form) -> Iterator[Paragraph]:
    """The header fields that have a label, each on a line of its own."""
    for field in _labelled(form):
        label = Run(f"{form.label(field)}{form.phrases.colon} ", bold=True)
        told = "; ".join(_texts(form, field))
        beside = (Run(told),) if told else _values(form, field)[0].runs
        yield Paragraph((label, *beside), "Where")


def _labelled(form: Form) -> list[Field]:
    return [field for field in form.template.header if field.labels.all()]


def _row(form: Form, field: Field) -> tuple[Cell, Cell]:
    label = (said(form.label(field), "Label"), *form.guidance(field))
    return (Cell(label, shaded=True), Cell(tuple(_values(form, field))))


def _values(form: Form, field: Field) -> list[Paragraph]:
    """A header field's value, or a control on a blank form, or an empty line."""
    values = list(_texts(form, field))
    if values:
        return [said(value) for value in values]
    if form.report:
        return [Paragraph()]
    hints = {Kind.SESSION: form.phrases.session, Kind.PERSONS: form.phrases.person}
    if field.kind is Kind.SESSION and not _asks_number(field, form.template):
        return [Paragraph((prompt(form.phrases.theme),))]
    return [Paragraph((prompt(hints.get(field.kind or Kind.EVENT, form.phrases.place)),))]


def _texts(form: Form, field: Field) -> Iterator[str]:
    if field.kind is Kind.PERSONS:
        index = 0
        while name := form.value(f"{field.pointer}/{index}/name"):
            affiliation = form.value(f"{field.pointer}/{index}/affiliation")
            yield f"{name}, {affiliation}" if affiliation else name
            index += 1
    elif field.kind is Kind.SESSION:
        if session := _session(form, field):
            yield session
    elif event := _event_line(form, field):
        yield event


def _session(form: Form, field: Field) -> str:
    number, title = form.value(f"{field.pointer}/number"), form.value(f"{field.pointer}/title")
    return ": ".join(part for part in (number, title) if part)


def _event_line(form: Form, field: Field) -> str:
    parts = (form.value(f"{field.pointer}/{name}") for name in ("title", "place", "dates"))
    return ", ".join(part for part in parts if part)


def _event_title(form: Form, field: Field) -> str:
    return form.value(f"{field.pointer}/title")


def _event(form: Form, field: Field, line: str) -> Iterator[Paragraph]:
    """The event's line; a blank form has its name and a control for place and dates."""
    name = _first(field.options.get("names"), form.language)
    if line:
        yield said(line, "Event")
    elif form.report is None and name:
        yield Paragraph((Run(name), room(form.phrases.place)), "Event")


def _titles(form: Form) -> Iterator[Paragraph]:
    """The form's title, and the session where the form has no line for it.

    A speech carries its subject in its title; a paper has it on the line below. A title that heads
    the first answer as well is printed there.
    """
    title = form.title()
    field = form.of_kind(Kind.SESSION)
    subject = _subject(form, field) if field and not field.labels.all() else ()
    if subject and field and field.options.get("found") == "sentence":
        yield Paragraph((*title, Run(f"{form.phrases.colon} "), *subject), "Title")
        return
    heads = [form.label(first) for first in form.template.leaves()[:1]]
    if "".join(run.text for run in title) not in heads:
        yield Paragraph(title, "Title")
    if subject:
        yield Paragraph(subject, "Subtitle")


def _subject(form: Form, field: Field) -> tuple[Run, ...]:
    """The session's title, with its number where the form's title has no room for that."""
    if form.report is None:
        return (prompt(form.phrases.theme),)
    has_number = "{n}" in form.template.titles.first(form.language)
    told = form.value(f"{field.pointer}/title") if has_number else _session(form, field)
    return (Run(told),) if told else ()


def _asks_number(field: Field, template: Template) -> bool:
    """Whether a report has to give the session's number."""
    properties = template.schema.get("properties", {})
    schema = properties.get(field.name, {}) if isinstance(properties, dict) else {}
    return "number" in schema.get("required", ())


def _first(names: object, language: str) -> str:
    """The first of the names in a language, or in the template's first language."""
    if not isinstance(names, dict):
        return ""
    for tag in (language, language.split("-", maxsplit=1)[0], *names):
        if names.get(tag):
            return str(names[tag][0])
    return ""
