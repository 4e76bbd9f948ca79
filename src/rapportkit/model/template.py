"""A reporting template, built from its schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rapportkit.model.settings import Changes


class Kind(StrEnum):
    """How a question is answered, and so how its answer is read."""

    POINTS = "points"
    """A list: each bullet, numbered item or free paragraph is one point."""
    ROWS = "rows"
    """Numbered rows: each row is one point, its paragraphs joined by a newline."""
    CELL = "cell"
    """One cell of free text: its paragraphs make one point; bullets make points of their own."""
    QUOTES = "quotes"
    """Quotations: each paragraph or bullet is one, with its speaker and consent apart."""
    GROUPS = "groups"
    """Numbered groups: a point with named lists below it, each under a label of its own."""
    CHAPTERS = "chapters"
    """Numbered, titled stretches of prose."""
    SECTIONS = "sections"
    """Stretches of prose under the author's own headings."""
    EVENT = "event"
    """A line with title, place and dates."""
    SESSION = "session"
    """A line with number and title."""
    PERSONS = "persons"
    """Names with affiliations."""


class Role(StrEnum):
    """What a field is across templates, in the order a summary presents them."""

    KEY_MESSAGES = "key-messages"
    DISCUSSION = "discussion"
    CHALLENGES = "challenges"
    GOOD_PRACTICES = "good-practices"
    RECOMMENDATIONS = "recommendations"
    QUESTIONS = "questions"
    GLOBAL_COMPACT = "global-compact"
    GOVERNANCE = "governance"
    AGENDA_2030 = "agenda-2030"
    WOMEN_CHILDREN = "women-children"
    QUOTES = "quotes"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Texts:
    """One wording in several languages: BCP 47 tag to the wordings in that language."""

    by_language: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def all(self) -> tuple[str, ...]:
        """Every wording in every language, in the template's order."""
        return tuple(text for _, texts in self.by_language for text in texts)

    def first(self, language: str = "en", fallback: str = "") -> str:
        """The first wording in a language: exact tag, then base language, then the template's first."""
        table = dict(self.by_language)
        for tag in (language, language.split("-", maxsplit=1)[0]):
            if table.get(tag):
                return table[tag][0]
        return next((texts[0] for _, texts in self.by_language if texts), fallback)


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form, or a heading that holds questions.

    `pointer` is the JSON Pointer of the field in a report; parts of a group use the group's pointer
    with "*" for the index ("/recommendations/*/actions"). `number` is the printed number ("2."), or
    "". `opens` are phrases that begin the answer and belong to it ("IOM wishes to thank").
    `parts` are the fields of a group, `fields` those of a section heading; a section heading has
    kind None. `at_most`, `at_least`: limits on points, None where the form sets none.
    `required`: the form expects an answer. A heading that is no field of its own has pointer "". The
    first part of a group is the group's own text, with "*" as its name; "{n}" in a label stands for
    the group's number. `rules` is what the form's owner changes about rules where they look at this question.
    `options` holds the annotations that only one kind reads ("prefixes", "names",
    "found", "first").
    """

    pointer: str
    kind: Kind | None
    label: str
    role: Role | None = None
    labels: Texts = field(default_factory=Texts)
    aliases: Texts = field(default_factory=Texts)
    guidance: Texts = field(default_factory=Texts)
    opens: Texts = field(default_factory=Texts)
    number: str = ""
    required: bool = False
    at_most: int | None = None
    at_least: int | None = None
    fields: tuple[Field, ...] = ()
    parts: tuple[Field, ...] = ()
    options: Mapping[str, object] = field(default_factory=dict)
    rules: Changes = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The last step of the pointer."""
        return self.pointer.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Template:
    """A form: its identity, its own wording and its fields in the order of the form.

    `titles` are the lines that head the form; `guidance` the form's text outside any question;
    `signals` are phrases that speak for this form beyond its labels. `layout` says how a blank form
    looks ("table", "headings", "prose"). `schema` is the raw JSON Schema. `headings` are those of the
    form's headings that stand above header fields. `key` begins the short reference of a report on
    this form ("RT" in "RT 1.2"). `rules` is what the form's owner changes about rules.
    """

    id: str
    title: str
    edition: str
    layout: str
    chatham_house: bool
    titles: Texts
    guidance: Texts
    signals: Texts
    header: tuple[Field, ...]
    fields: tuple[Field, ...]
    schema: Mapping[str, object]
    headings: tuple[Field, ...] = ()
    key: Texts = field(default_factory=Texts)
    rules: Changes = field(default_factory=dict)

    def leaves(self) -> tuple[Field, ...]:
        """The questions in order, sections opened, parts of groups left inside them."""
        found: list[Field] = []
        for entry in self.fields:
            found.extend(entry.fields or (entry,))
        return tuple(found)

    def field(self, pointer: str) -> Field | None:
        """The header field, question or section at a pointer; None where there is none."""
        return next(
            (entry for entry in (*self.header, *self.fields, *self.leaves()) if entry.pointer == pointer),
            None,
        )
