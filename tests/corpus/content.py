"""What a document says, before anyone decides how it looks; the gold answer is made from this alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

FIELDS: dict[str, tuple[str, ...]] = {
    "gfmd-roundtable-2018": (
        "discussion_points",
        "challenges",
        "good_practices",
        "gcm_relevance",
        "agenda_2030",
        "quotes",
    ),
    "gfmd-csd-2016": (
        "progress",
        "recommendations",
        "governance_mechanisms",
        "global_compact",
        "agenda_2030",
        "women",
        "children",
        "priority_messages",
        "quotes",
        "other_information",
    ),
    "gfmd-csd-2018": (
        "recommendations_day/priorities",
        "recommendations_day/good_practices",
        "recommendations_day/counterproductive_policies",
        "recommendations_day/questions_for_governments",
        "recommendations_day/quotes",
        "commitments_day/lessons_learned",
        "commitments_day/existing_structures",
        "commitments_day/links_with_movements",
        "commitments_day/collective_action",
        "commitments_day/quotes",
    ),
    "idm-summary-2017": ("introduction", "convergences", "good_practices", "conclusion", "acknowledgements"),
    "gfmd-rapporteur-summary-2021": ("opening", "sections", "conclusion"),
}
"""The leaf fields of each form, in the order of the contract; "/" parts parent and child."""


@dataclass(frozen=True, slots=True)
class Said:
    """One point: its text as the gold has it, and what stands around it on the page.

    `tail` is how speaker and consent are printed after a quotation. `note` is the author's footnote.
    `touch` names a Word feature the text passes through ("tracked", "comment", "link"). `gone` marks
    text that the author deleted with changes tracked: it is in the file and not in the gold.
    A newline in `text` parts the paragraphs of one row.
    """

    text: str
    points: tuple[Said, ...] = ()
    speaker: str = ""
    consent: str = ""
    tail: str = ""
    note: str = ""
    touch: str = ""
    gone: bool = False

    def gold(self) -> dict[str, Any]:
        """The point as the contract prints it."""
        entry: dict[str, Any] = {"text": self.text}
        if self.speaker:
            entry["speaker"] = self.speaker
        if self.consent:
            entry["consent"] = self.consent
        if self.points:
            entry["points"] = gold_points(self.points)
        return entry


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation with its actions and indicators."""

    text: str
    actions: tuple[Said, ...] = ()
    indicators: tuple[Said, ...] = ()

    def gold(self) -> dict[str, Any]:
        """The recommendation as the contract prints it."""
        return {
            "text": self.text,
            "actions": gold_points(self.actions),
            "indicators": gold_points(self.indicators),
        }


@dataclass(frozen=True, slots=True)
class Chapter:
    """A titled stretch of prose: a convergence (`key` is "title") or a section of a speech ("heading")."""

    key: str
    title: str
    points: tuple[Said, ...]
    number: int | None = None

    def gold(self) -> dict[str, Any]:
        """The chapter as the contract prints it."""
        entry: dict[str, Any] = {} if self.number is None else {"number": self.number}
        return {**entry, self.key: self.title, "points": gold_points(self.points)}


@dataclass(frozen=True, slots=True)
class Person:
    """A rapporteur; plainly an invented one."""

    name: str
    affiliation: str = ""

    def gold(self) -> dict[str, Any]:
        """The person as the contract prints it."""
        return {"name": self.name, **({"affiliation": self.affiliation} if self.affiliation else {})}


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that somebody filled in.

    `event` has any of title, place, dates; `session` any of number, title. `fillers` maps a field to
    the word written there instead of an answer.
    """

    template: str
    event: dict[str, str] = field(default_factory=dict)
    session: dict[str, str] = field(default_factory=dict)
    rapporteurs: tuple[Person, ...] = ()
    answers: dict[str, tuple[Said, ...]] = field(default_factory=dict)
    advice: tuple[Advice, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    fillers: dict[str, str] = field(default_factory=dict)

    def said(self, path: str) -> tuple[Said, ...]:
        """What stands under a question."""
        return self.answers.get(path, ())


def gold_points(points: tuple[Said, ...]) -> list[dict[str, Any]]:
    """Points as the contract prints them, without what was deleted."""
    return [point.gold() for point in points if not point.gone]


def gold_fields(filled: Filled) -> dict[str, Any]:
    """The "fields" of a gold file."""
    fields: dict[str, Any] = {}
    if filled.event:
        fields["event"] = {
            key: filled.event[key] for key in ("title", "place", "dates") if key in filled.event
        }
    if filled.session:
        fields["session"] = {key: filled.session[key] for key in ("number", "title") if key in filled.session}
    if filled.rapporteurs:
        fields["rapporteurs"] = [person.gold() for person in filled.rapporteurs]
    for path in FIELDS[filled.template]:
        *parents, leaf = path.split("/")
        place = fields
        for parent in parents:
            place = place.setdefault(parent, {})
        place[leaf] = _leaf(filled, leaf, path)
    return fields


def neutral_texts(filled: Filled) -> list[str]:
    """Texts that count neither way: the author's footnotes."""
    return [point.note for points in filled.answers.values() for point in _walk(points) if point.note]


def _leaf(filled: Filled, leaf: str, path: str) -> list[dict[str, Any]]:
    if leaf == "recommendations":
        return [advice.gold() for advice in filled.advice]
    if leaf in ("convergences", "sections"):
        return [chapter.gold() for chapter in filled.chapters]
    return gold_points(filled.said(path))


def _walk(points: tuple[Said, ...]) -> list[Said]:
    return [found for point in points for found in (point, *_walk(point.points))]
