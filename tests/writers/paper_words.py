"""A check that no word of a paper comes from elsewhere than the reports and the closed tables.

It knows nothing of how a paper is laid out: of every run of text it asks in which of them it stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from string import Formatter
from typing import Any

from merge.made import Pair
from rapportkit.model.outline import Paper
from rapportkit.model.programme import Programme
from rapportkit.model.summary import WITHHELD, Support
from rapportkit.model.template import Field
from rapportkit.writers.summary.nodes import Heading, Item, Node, Paragraph, Picture, Table
from writers.papers_made import PACKAGE, Made, is_cut_from, plain, points_of, runs_of

_MARKS = re.compile(r"[\s;,.:()\[\]–—·…]*")
_NUMBER = re.compile(r"\d+|\d\.\d\d|\+\d+|–")
_SHORT = 8
"""So many words make the longest name that a theme, an addressee or a shared phrase has."""
Allowed = Callable[[str, "Truth"], bool]
"""What may stand somewhere: a text, and whether it may."""


class Truth:
    """All that papers of a summary may say; `editor` are names that an editor gave.

    `paper` is any of them, one with the programme where there is one.
    """

    def __init__(
        self,
        paper: Paper,
        pairs: Sequence[Pair],
        programme: Programme | None = None,
        editor: Iterable[str] = (),
    ) -> None:
        summary = paper.summary
        self.table = _tables()[paper.language]
        whole = _reported(pairs)
        self.told = {plain(each) for each in {*_edition(paper)} if each and _is_cut(each, whole)}
        # What the public edition calls a speaker whom it does not name, in every language.
        self.told |= {each.speaker for each in summary.supports() if each.speaker == "anonymous"}
        self.labels = {plain(label) for _, form in pairs for label in _labels(form.fields)}
        self.forms = {form.title for _, form in pairs}
        self.keys = {entry.key for entry in summary.reports}
        self.references = {support.reference for support in summary.supports()}
        self.places = {
            part
            for support in summary.supports()
            for part in (support.place, support.place.partition(", under “")[0])
        }
        self.heads = _heads(paper, _printed(pairs), programme)
        self.official = _official(paper.language)
        self._pieces = "\n".join(sorted(self.told))
        self.editor = {*editor}
        called = {theme.name for theme in summary.themes}
        self.themes = {each for each in called if each in self.official | self.editor or self.is_piece(each)}
        self._phrase = self._phrases(paper)
        self._judged: dict[tuple[Allowed, str], bool] = {}

    def allows(self, allowed: Allowed, text: str) -> bool:
        """Whether a text may stand where `allowed` says what may; worked out once for all papers of a summary."""
        known = (allowed, text)
        if known not in self._judged:
            is_fit = _MARKS.fullmatch(text) or any(allowed(each, self) for each in _bare(text))
            is_agreed = re.search("consens", text, re.IGNORECASE) is None or _is_word_for_word(text, self)
            self._judged[known] = bool(is_fit) and is_agreed
        return self._judged[known]

    def is_piece(self, text: str) -> bool:
        """Whether a few words stand as they are in some text of a report, a capital at their beginning aside."""
        if not text or len(text.split()) > _SHORT:
            return False
        first = f"[{re.escape(text[0].lower())}{re.escape(text[0].upper())}]"
        return re.search(rf"(?<!\w){first}{re.escape(text[1:])}(?!\w)", self._pieces) is not None

    def is_phrase(self, text: str) -> bool:
        """Whether a text is made of phrases of the closed tables, and of nothing else."""
        return self._phrase.fullmatch(text) is not None

    def is_objective(self, text: str) -> bool:
        """Whether a text is the short name of an objective or a goal: "GCM 6"."""
        return re.fullmatch(rf"(?:{'|'.join(self.table['objectives'].values())}) \d+", text) is not None

    def is_list(self, text: str) -> bool:
        """Whether a text names reports or points: "[RT 1.2; WS 4.1]"."""
        parts = text.removeprefix("[").removesuffix("]").split("; ")
        return all(part in self.keys | self.references for part in parts)

    def is_told(self, text: str, *, opened: bool = False) -> bool:
        """Whether a text is the whole of one that a report holds; if `opened`, or its beginning and “…”."""
        if text in self.told:
            return True
        head = text.removesuffix(" …")
        return (
            opened
            and head != text
            and any(
                each.startswith(head) and len(head) < len(each) and not (each[len(head)]).isalnum()
                for each in self.told
            )
        )

    def _phrases(self, paper: Paper) -> re.Pattern[str]:
        keys = _either(self.keys)
        known = {
            "key": keys,
            "keys": f"{keys}(?:, {keys})*(?: {re.escape(self.table['and'])} {keys})?",
            "theme": _either({each[:1].upper() + each[1:] for each in self.themes}),
            "event": _either({dict(entry.event).get("title", "") for entry in paper.summary.reports}),
            **{name: self._counted(name) for name in ("reports", "sessions", "points", "joined")},
        }
        known |= dict.fromkeys(("counts", "behind"), known["keys"])
        phrases = {_pattern(phrase, known) for phrase in _leaves(self.table)}
        phrases |= {f"{short}: {full}" for short, full in map(_escaped, self.table["why"].values())}
        either = "|".join(sorted(phrases, key=len, reverse=True))
        return re.compile(f"(?:{either})(?:(?:;? )?(?:{either}))*")

    def _counted(self, name: str) -> str:
        return f"(?:{'|'.join(_pattern(phrase, {}) for phrase in self.table[name].values())})"


def truth_of(made_: Made, programme: Programme | None = None, editor: Iterable[str] = ()) -> Truth:
    """What all papers of a summary may say."""
    return Truth(made_.paper(programme=programme), made_.pairs, programme, editor)


def strangers(nodes: Iterable[Node], truth: Truth) -> list[str]:
    """Every run that no report says and no table holds."""
    found: list[str] = []
    for node in nodes:
        match node:
            case Item():
                allowed = _in_item
            case Heading():
                allowed = _in_heading
            case Table():
                # To whom recommendations are addressed, and the words that two points share.
                excerpts = {truth.table["addressee"], truth.table["shared"]}
                allowed = _in_table if excerpts.isdisjoint(node.head) else _in_excerpts
            case Picture():
                allowed = _in_picture
            case Paragraph():
                allowed = _in_paragraph
        texts = [plain(run.text) for run in runs_of(node)]
        found += [text for text in texts if not truth.allows(allowed, text)]
    return found


def _bare(text: str) -> set[str]:
    """A text with and without the marks around it: brackets, a dash before it, a colon or a full stop behind it."""
    inner = re.fullmatch(r"\((.*)\)", text)
    words = inner[1] if inner else text.removeprefix("— ").removeprefix("– ")
    return {text, words, words.rstrip(":.")}


def _is_word_for_word(text: str, truth: Truth) -> bool:
    """Whether these are the words of a report and not those of a table."""
    if any(each in truth.editor or truth.is_phrase(each) for each in _bare(text)):
        return False
    return _in_annex(text, truth) or any(
        truth.is_told(each, opened=True) or truth.is_piece(each) for each in _bare(text)
    )


def _in_item(text: str, truth: Truth) -> bool:
    return (
        truth.is_told(text, opened=True)
        or truth.is_phrase(text)
        or truth.is_list(text)
        or all(truth.is_told(speaker) or speaker == truth.table["anonymous"] for speaker in text.split("; "))
    )


def _in_heading(text: str, truth: Truth) -> bool:
    named = truth.official | truth.heads | truth.themes | truth.keys
    return (
        truth.is_phrase(text)
        or truth.is_objective(text)
        or text in named | {each[:1].upper() + each[1:] for each in named}
    )


def _in_paragraph(text: str, truth: Truth) -> bool:
    source = re.fullmatch(rf"(?:{truth.table['source']}|{truth.table['rapporteurs']}): (.*)", text)
    return (
        truth.is_phrase(text)
        or truth.is_list(text)
        or text in truth.labels | truth.heads | truth.forms
        or _NUMBER.fullmatch(text) is not None
        or (source is not None and source[1] in truth.heads)
    )


def _in_table(text: str, truth: Truth) -> bool:
    official = truth.official | truth.heads | truth.forms | truth.labels | truth.places
    return (
        truth.is_told(text)
        or truth.is_phrase(text)
        or truth.is_list(text)
        or text in official
        or _NUMBER.fullmatch(text) is not None
        or _in_annex(text, truth)
    )


def _in_excerpts(text: str, truth: Truth) -> bool:
    return (
        truth.is_phrase(text)
        or truth.is_list(text)
        or _NUMBER.fullmatch(text) is not None
        or all(truth.is_piece(each) for each in text.split(", "))
    )


def _in_annex(text: str, truth: Truth) -> bool:
    note = re.fullmatch(rf"{truth.table['note']}(?: ([^:]*))?: (.*)", text)
    return note is not None and truth.is_told(note[2]) and (not note[1] or truth.is_told(note[1]))


def _in_picture(text: str, truth: Truth) -> bool:
    short, dash, name = text.partition(" – ")
    named = name if dash and truth.is_objective(short) else text
    return named in truth.themes or truth.is_phrase(text) or truth.is_list(text)


@cache
def _tables() -> dict[str, dict[str, Any]]:
    """The closed tables of phrases by language: that of papers, and what merging says."""
    phrases, wording = (
        json.loads((PACKAGE / file).read_text("utf-8"))
        for file in ("writers/data/summary_phrases.json", "merge/data/wording.json")
    )
    said = ("title", "title_event", "and", "same_session", "version_chosen", "same_file")
    return {
        tag: phrases[tag] | {"and": wording[tag]["and"]} | {f"merge-{key}": wording[tag][key] for key in said}
        for tag in ("en", "fr", "es")
    }


@cache
def _official(language: str) -> frozenset[str]:
    """Titles of objectives, goals and groups, and names of countries, as the data files have them."""
    data = PACKAGE / "mentions" / "data"
    titles = {
        entry["title"][language]
        for name in ("gcm", "sdg", "groups")
        for entry in json.loads((data / f"tags_{name}.json").read_text("utf-8"))["entries"].values()
    }
    countries = json.loads((data / "un_names.json").read_text("utf-8"))
    return frozenset(titles | {*_texts(countries)})


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _leaves(table: dict[str, Any]) -> Iterator[str]:
    """Every phrase of a table that may stand by itself; “and” never does."""
    for key, said in table.items():
        if key not in {"why", "and", "merge-and"}:
            yield from _texts(said)
    yield from (short for short, _ in table["why"].values())


def _escaped(pair: Sequence[str]) -> tuple[str, str]:
    return re.escape(pair[0]), re.escape(pair[1])


def _pattern(phrase: str, known: dict[str, str]) -> str:
    """A phrase as a pattern; what fills it is a number where it is nothing `known`."""
    return "".join(
        re.escape(plain_part(literal)) + ("" if gap is None else known.get(gap, r"\d+"))
        for literal, gap, _, _ in Formatter().parse(phrase.strip())
    )


def plain_part(text: str) -> str:
    """A part of a phrase with every blank as a plain one."""
    return re.sub(r"\s+", " ", text)


def _either(words: Iterable[str]) -> str:
    named = sorted(filter(None, words), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, map(plain, named)))})" if named else "(?!)"


def _labels(fields: Iterable[Field]) -> Iterator[str]:
    """The form's wording of its questions, with that of the section before it, too."""
    for each in fields:
        yield each.label
        for below in (*each.fields, *each.parts):
            yield from (below.label, f"{each.label}: {below.label}", below.name)
        yield from _labels(each.parts)


def _reported(pairs: Sequence[Pair]) -> set[str]:
    """Everything that the reports say in their points."""
    return {
        text
        for report, _ in pairs
        for _, point in points_of(report)
        for text in (
            point.text,
            point.speaker,
            point.consent,
            *(each for note in point.notes for each in (note.label, note.text)),
        )
    }


def _edition(paper: Paper) -> Iterator[str]:
    """Everything that the points of a summary say, as its edition has it."""
    for support in paper.summary.supports():
        yield from said_by(support)


def said_by(support: Support) -> Iterator[str]:
    """What a support says, all of it the words of its report."""
    yield from (support.text, support.speaker, support.consent)
    for note in support.notes:
        yield from (note.label, note.text)


def _printed(pairs: Sequence[Pair]) -> set[str]:
    """Everything that heads of reports say, and the names of their files."""
    values = {value.text for report, _ in pairs for _, value in report.header}
    return values | {report.source.name for report, _ in pairs}


def _heads(paper: Paper, printed: set[str], programme: Programme | None) -> set[str]:
    """What the paper may say of sessions, events, people and files, as its edition has them."""

    def known(*values: str, between: str = ", ") -> str:
        """Values side by side; nothing where one of them is no report's."""
        given = [each for each in values if each]
        return between.join(given) if all(_is_cut(each, printed) for each in given) else ""

    found: list[str] = []
    for entry in paper.summary.reports:
        held = dict(entry.event)
        event = [held.get(what, "") for what in ("title", "place", "dates")]
        session = known(entry.number, entry.title, between=" ")
        found += [known(entry.number), known(entry.title), session, known(*event), known(*event[1:])]
        found += [" · ".join(filter(None, (known(*event), entry.form))), known(entry.source.name)]
        found += ["; ".join(known(*each) for each in entry.rapporteurs)]
    if programme:
        titles = {each.title for each in programme.sessions}
        covered = paper.coverage.sessions if paper.coverage else ()
        found += [programme.title, *(each.number for each in programme.sessions)]
        found += [each.title for each in covered if _is_cut(each.title, titles)]
    return {plain(each) for each in found if each}


def _is_cut(told: str, known: set[str]) -> bool:
    return told in known or (WITHHELD in told and any(is_cut_from(told, each) for each in known))
