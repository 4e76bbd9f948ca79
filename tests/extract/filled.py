"""A form filled in with made-up points, as a value: what is asked, what is answered, and what fields that makes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st

from rapportkit.model.template import Field, Kind, Template
from rapportkit.templates.catalog import shipped

TEMPLATES = {template.id: template for template in shipped()}
FORMS = ("gfmd-roundtable-2018", "gfmd-csd-2018")
"""The forms whose questions are all answered with points and quotations."""

# Words that no form and no language of the forms has in its labels, and none that a mutation looks for.
WHO = (
    "Volunteers",
    "Two libraries",
    "Bakers",
    "The harbour",
    "Small towns",
    "Señora Ejemplo",
    "Cooks",
    "Tailors",
)
WHAT = ("opened", "rented", "repaired", "borrowed", "painted", "measured", "offered", "counted")
WHICH = (
    "a kitchen",
    "seventeen bicycles",
    "the old theatre",
    "a garden",
    "one café",
    "the night bus",
    "nine tables",
)
WHERE = (
    "near the station",
    "behind the market",
    "for the winter",
    "without asking anybody for money",
    "since the bridge was closed, and nobody had told them why",
    "under a roof that lets in the rain whenever the wind turns, which happens often in that valley",
)
SPEAKERS = ("anonymous", "Ján Príklad", "Ana Exemplo")


@dataclass(frozen=True)
class Question:
    """A question with its number, its label and the points under it; `speakers` where they are quotations."""

    field: Field
    number: str
    label: str
    points: tuple[str, ...]
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Filled:
    """A filled form: the lines above, the header's labels and values, and questions under section headings."""

    template: Template
    title: tuple[str, ...]
    head: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, tuple[Question, ...]], ...]
    header: dict[str, Any]

    def __repr__(self) -> str:
        return f"Filled({self.fields})"

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for _, below in self.sections for question in below)

    def relabelled(self, change: Any) -> Filled:
        """The same form with other questions: `change` takes a question and its place, from 1."""
        count = 0
        sections = []
        for heading, below in self.sections:
            changed = []
            for question in below:
                count += 1
                changed.append(change(question, count))
            sections.append((heading, tuple(changed)))
        return replace(self, sections=tuple(sections))

    @property
    def fields(self) -> dict[str, list[tuple[str, str]]]:
        """Field by field, the texts and speakers that the answers make; header values as well."""
        answers = {
            question.field.pointer: [
                (text, speaker)
                for text, speaker in zip(
                    question.points, question.speakers or [""] * len(question.points), strict=True
                )
            ]
            for question in self.questions
        }
        return answers | {key: [(value, "")] for key, value in self.header.items()}


def filled(which: str) -> st.SearchStrategy[Filled]:
    """A form with points drawn at random."""
    template = TEMPLATES[which]
    leaves = template.leaves()
    return st.tuples(*(_points(leaf) for leaf in leaves)).map(lambda drawn: _form(template, drawn))


def _points(leaf: Field) -> st.SearchStrategy[tuple[tuple[str, ...], tuple[str, ...]]]:
    sentence = st.tuples(*map(st.sampled_from, (WHO, WHAT, WHICH, WHERE))).map(
        lambda words: f"{' '.join(words)}."
    )
    most = min(4, leaf.at_most or 4)
    fewest = leaf.at_least or 1
    texts = st.lists(sentence, min_size=fewest, max_size=max(most, fewest), unique=True)
    if leaf.kind is not Kind.QUOTES:
        return texts.map(lambda said: (tuple(said), ()))
    quotes = st.lists(sentence, min_size=1, max_size=2, unique=True)
    return st.tuples(quotes, st.lists(st.sampled_from(SPEAKERS), min_size=2, max_size=2)).map(
        lambda pair: (tuple(f"“{text}”" for text in pair[0]), tuple(pair[1][: len(pair[0])]))
    )


def _form(template: Template, drawn: tuple[Any, ...]) -> Filled:
    points = iter(drawn)

    def question(field: Field) -> Question:
        texts, speakers = next(points)
        return Question(field, field.number, field.label, texts, speakers)

    sections = []
    for field in template.fields:
        if field.fields:
            sections.append((f"{field.number}: {field.label}", tuple(map(question, field.fields))))
        else:
            sections.append(("", (question(field),)))
    title, head, header = _head(template)
    return Filled(template, title, head, tuple(sections), header)


def _head(template: Template) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...], dict[str, Any]]:
    session = next(field for field in template.header if field.pointer == "/session")
    persons = next((field for field in template.header if field.pointer == "/rapporteurs"), None)
    label = session.labels.first()
    if persons is None:
        title = ("Reporting Template 2018", "Working sessions of the GFMD Civil Society Days")
        return title, ((label, "Cafés without borders"),), {"/session/title": "Cafés without borders"}
    head = (
        (persons.labels.first(), "Ana Exemplo, Université d’Exemple"),
        (label, "Round Table 9.9 Cafés without borders"),
    )
    header = {
        "/rapporteurs/0/name": "Ana Exemplo",
        "/rapporteurs/0/affiliation": "Université d’Exemple",
        "/session/number": "9.9",
        "/session/title": "Cafés without borders",
    }
    return ("Roundtable Sessions, Marrakesh, 6 December 2018", "Reporting Template"), head, header
