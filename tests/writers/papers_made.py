"""Papers for tests of what they say, and the reports behind them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

import rapportkit
from merge.made import Pair, made, seeds
from rapportkit import api
from rapportkit.merge.consolidate import consolidate
from rapportkit.model.decisions import UNDECIDED, Decisions
from rapportkit.model.outline import Paper
from rapportkit.model.programme import Programme
from rapportkit.model.report import Point, Report
from rapportkit.model.summary import WITHHELD, Summary, Support
from rapportkit.wire.programme import read
from rapportkit.writers.summary.nodes import Node, Picture, Run, Table
from rapportkit.writers.summary.paper import lay_out
from rapportkit.writers.summary.phrases import Phrases

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(rapportkit.__file__).parent
EVENT = ROOT / "tests" / "gold" / "event"
LANGUAGES, EDITIONS = ("en", "fr", "es"), ("public", "restricted")
BUDGETS, MINUTES = (0, 200, 3300), (3, 5, 10)


def event() -> list[Pair]:
    """The reports of the example event as gold has them: three languages, five forms, one session twice."""
    found = []
    for file in sorted(EVENT.glob("*.json")):
        data = json.loads(file.read_text("utf-8"))
        session = data["fields"]["session"]
        report = made(
            data["fields"],
            data["template"],
            name=Path(data["sources"][0]).name,
            content=file.stem,
            number=session.get("number", ""),
            title=session["title"],
            language=data["language"],
            places={"/discussion_points/0": {"page": 1, "line": 7, "text": "As it stands"}},
        )
        found.append(report)
    return found


def plain(text: str) -> str:
    """A text with every stretch of white space as one blank."""
    return " ".join(text.split())


def runs_of(node: Node) -> list[Run]:
    """Every run of a node; what a picture and the head of a table say, too."""
    match node:
        case Table():
            cells = [run for row in node.rows for cell in row.cells for run in cell]
            return [*map(Run, node.head), *cells]
        case Picture():
            return [*map(Run, (node.title, *node.rows, *node.columns))]
    return list(node.runs)


def points_of(report: Report) -> Iterator[tuple[str, Point]]:
    """Every point with its pointer, those above before those below; by a walk of its own."""
    for answer in report.answers:
        yield from _below(answer.points, answer.pointer)


def _below(points: Sequence[Point], pointer: str) -> Iterator[tuple[str, Point]]:
    for at, point in enumerate(points):
        yield f"{pointer}/{at}", point
        for name, listed in (*point.parts, ("points", point.points)):
            yield from _below(listed, f"{pointer}/{at}/{name}")


def is_cut_from(told: str, whole: str) -> bool:
    """Whether a text is another but for stretches in whose place […] stands."""
    if told == whole:
        return True
    pattern = ".*?".join(map(re.escape, told.split(WITHHELD)))
    return WITHHELD in told and re.fullmatch(pattern, whole, re.DOTALL) is not None


@dataclass(frozen=True, eq=False)
class Made:
    """A summary, the reports that it was made of, and the whole (restricted) one: their reports stand alike."""

    pairs: tuple[Pair, ...]
    summary: Summary
    whole: Summary
    language: str

    @cached_property
    def reports(self) -> dict[str, Pair]:
        """The report behind each key of the summary."""
        return reported(self)

    def paper(self, max_words: int = 3300, programme: Programme | None = None, minutes: int = 0) -> Paper:
        return api.paper(
            self.summary,
            language=self.language,
            max_words=max_words,
            programme=programme,
            minutes=minutes,
        )

    def nodes(
        self, max_words: int = 3300, programme: Programme | None = None, minutes: int = 0
    ) -> list[Node]:
        return [*lay_out(self.paper(max_words, programme, minutes), Phrases(self.language))]


def merged(
    pairs: Sequence[Pair], edition: str, language: str = "en", decisions: Decisions = UNDECIDED
) -> Made:
    whole = consolidate(pairs, edition="restricted", language=language, decisions=decisions)
    if edition == "restricted":
        return Made(tuple(pairs), whole, whole, language)
    summary = consolidate(pairs, edition=edition, language=language, decisions=decisions)
    return Made(tuple(pairs), summary, whole, language)


PROGRAMME = read((ROOT / "examples" / "event" / "programme.csv").read_bytes(), "programme.csv")
SETS: dict[str, Callable[[], list[Pair]]] = {"seeds": seeds, "event": event}


@cache
def known(name: str, edition: str = "public", language: str = "en") -> Made:
    """One of the two sets, merged."""
    if edition == "public":
        whole = known(name, "restricted", language)
        return replace(whole, summary=consolidate(whole.pairs, language=language))
    return merged(SETS[name](), edition, language)


@cache
def laid(name: str, edition: str, language: str) -> tuple[dict[int, list[Node]], dict[int, list[Node]]]:
    """The papers of each budget, and the speaking notes of so many minutes."""
    made_ = known(name, edition, language)
    return {each: made_.nodes(each) for each in BUDGETS}, {
        each: made_.nodes(minutes=each) for each in MINUTES
    }


def identity(report: Report) -> tuple[object, ...]:
    """What makes a report this report: its file, its head and all that it says."""
    values = [(pointer, value.text) for pointer, value in report.header if value.text]
    head = [each for each in values if "rapporteurs" not in each[0]]
    people = [text for pointer, text in values if "rapporteurs" in pointer]
    return report.source.sha256, report.template, *head, *people, *map(_said, points_of(report))


def _said(pair: tuple[str, Point]) -> tuple[object, ...]:
    pointer, point = pair
    return pointer, point.text, point.speaker, point.consent, point.number, point.notes


def reported(made_: Made) -> dict[str, Pair]:
    """The report behind each key of the summary."""
    held: dict[str, list[Support]] = {entry.key: [] for entry in made_.whole.reports}
    for support in made_.whole.supports():
        held[support.report].append(support)
    given = {identity(report): (report, form) for report, form in made_.pairs}
    found = {}
    for entry, shown in zip(made_.whole.reports, made_.summary.reports, strict=True):
        head = [(f"/event/{name}", text) for name, text in entry.event if text]
        session = [(f"/session/{name}", getattr(entry, name)) for name in ("number", "title")]
        people = [text for person in entry.rapporteurs for text in person if text]
        points = sorted(held[entry.key], key=lambda each: each.order)
        told = [
            (each.pointer, each.text, each.speaker, each.consent, each.number, each.notes) for each in points
        ]
        known_head = sorted([*head, *(each for each in session if each[1])])
        found[shown.key] = next(
            pair
            for said_, pair in given.items()
            if said_[:2] == (entry.source.sha256, entry.template)
            and sorted(each for each in said_[2:] if isinstance(each, tuple) and len(each) == 2) == known_head
            and [each for each in said_[2:] if isinstance(each, str)] == people
            and [each for each in said_[2:] if isinstance(each, tuple) and len(each) > 2] == told
        )
    assert len({id(report) for report, _ in found.values()}) == len(found) == len(given)
    return found
