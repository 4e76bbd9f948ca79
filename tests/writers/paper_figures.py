"""A check that every figure, reference and row of the annex of a paper is what the reports give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapportkit.model.grouping import Theme
from rapportkit.model.outline import Why
from rapportkit.model.programme import bare_number
from rapportkit.model.report import Point
from rapportkit.model.summary import Summary, Support
from rapportkit.model.template import Field, Template
from rapportkit.text.excerpts import opening
from rapportkit.text.sessions import sessions
from rapportkit.writers.summary.nodes import Heading, Item, Node, Paragraph, Run, Table
from rapportkit.writers.summary.phrases import Phrases
from writers.papers_made import Made, is_cut_from, plain, points_of, runs_of

ANONYMOUS = ("anonymous", "anonyme", "anónimo")
"""What a speaker is called whom the public edition does not name."""


def meetings(made_: Made) -> dict[str, int]:
    """The session of each report by its key, told by the heads of the reports themselves."""
    heads = {
        key: (
            bare_number(report.value("/session/number")),
            *map(report.value, ("/session/title", "/event/title")),
        )
        for key, (report, _) in made_.reports.items()
    }
    return dict(zip(heads, sessions([*heads.values()]), strict=True))


def misfigured(nodes: Sequence[Node], made_: Made) -> list[str]:
    """What a paper or speaking notes say that the reports do not give.

    That is every wrong “raised in n of m sessions”, every wrong figure of the cover, words beside the reference of
    another point, and every paragraph to see also that is not about its theme.
    """
    known = _Known.of(made_)
    if not any(isinstance(node, Table) for node in nodes):
        return [fault for node in nodes if isinstance(node, Item) for fault in _of_note(node, known)]
    anchors, paragraphs = targets(nodes), numbered(nodes)
    found = _on_cover(nodes, made_, known) if made_.summary.reports else []
    heading = ""
    for node in nodes:
        if isinstance(node, Heading):
            heading = node.runs[0].text
        elif isinstance(node, Item):
            found += _of_item(node, known, anchors)
        elif isinstance(node, Paragraph) and any(run.link for run in node.runs):
            members = known.about(heading)
            found += _of_theme(node, known, anchors, members)
            for number in _also(node):
                links = [run.link for item in paragraphs[number] for run in item.runs if run.link]
                about = {each for link in links for each in known.like[anchors[link]]}
                found += [f"{heading}: {number}"] if about.isdisjoint(members) else []
    return found


@dataclass(frozen=True)
class _Known:
    """What figures are held against: the session of each report, and what was joined with each point."""

    phrases: Phrases
    sessions: dict[str, int]
    like: dict[str, set[Support]]
    themes: dict[str, Theme]

    @classmethod
    def of(cls, made_: Made) -> _Known:
        themes = {capital(theme.name): theme for theme in made_.summary.themes}
        return cls(Phrases(made_.language), meetings(made_), likes(made_.summary), themes)

    @property
    def all(self) -> int:
        return len(set(self.sessions.values()))

    def raising(self, keys: Iterable[str]) -> int:
        """How many sessions these reports tell of."""
        return len({self.sessions[key] for key in keys})

    def about(self, name: str) -> set[Support]:
        """All that belongs to a theme."""
        return {each for member in self.themes[name].members for each in self.like[member]}

    def is_right(self, told: list[str], keys: Iterable[str]) -> bool:
        """Whether it is said how many sessions raise a point where, and only where, there are several."""
        n = self.raising(keys)
        return told == ([f" ({self.phrases.say('support', n=n, of=self.all)})"] if n > 1 else [])


def _of_item(item: Item, known: _Known, anchors: dict[str, str]) -> Iterator[str]:
    links = [run for run in item.runs if run.link]
    keys = [run.text for run in links]
    told = [run.text for run in item.runs[1:] if run.italic and not run.small and run.text.startswith(" (")]
    if not known.is_right(told, keys):
        yield from (*told, *keys)
    point = known.like[anchors[links[0].link]]
    text = words_of(item)[-1]
    if not any(opening(each.text) == text for each in point):
        yield text
    if not {(anchors[run.link], run.text) for run in links} <= {
        (each.reference, each.report) for each in point
    }:
        yield "; ".join(keys)


def _of_theme(
    node: Paragraph, known: _Known, anchors: dict[str, str], members: set[Support]
) -> Iterator[str]:
    n = known.raising(each.report for each in members)
    if node.runs[0].text != known.phrases.say("theme_support", n=n, of=known.all):
        yield node.runs[0].text
    links = [run for run in node.runs if run.link in anchors]
    named = {(anchors[run.link], run.text) for run in links}
    if not named <= {(each.reference, each.report) for each in members}:
        yield "; ".join(run.text for run in links)
    if known.raising(run.text for run in links) != n:
        yield "; ".join(run.text for run in links)


def _of_note(item: Item, known: _Known) -> Iterator[str]:
    """The same of speaking notes, where themes are told in the same breath."""
    lead = item.runs[0]
    if lead.bold:
        name = max((each for each in known.themes if lead.text.startswith(each)), key=len)
        n = known.raising(each.report for each in known.about(name))
        if lead.text != known.phrases.say("notes_theme", theme=name, n=n, of=known.all):
            yield lead.text
    keys = item.runs[-1].text.strip("\N{NO-BREAK SPACE}[]").split("; ")
    told = [run.text for run in item.runs if run.italic]
    if not known.is_right(told, keys):
        yield from (*told, *keys)


def _on_cover(nodes: Sequence[Node], made_: Made, known: _Known) -> list[str]:
    """The sentences of the cover that the reports give and the cover has not."""
    phrases = known.phrases
    cover = " ".join(run.text for node in nodes[: _first(nodes, level=1)] for run in runs_of(node))
    reports = made_.reports
    points = sum(1 for report, _ in reports.values() for _ in points_of(report))
    log = [node for node in nodes if isinstance(node, Table) and node.head[1:] == (phrases.say("text"),)]
    joined = sum(sum(bool(run.link) for run in row.cells[0]) - 1 for table in log for row in table.rows)
    alone = sum(not where.link for rows in annexed(nodes).values() for _, _, _, where in rows)
    expected = [
        phrases.say(
            "on",
            reports=phrases.count("reports", len(reports)),
            sessions=phrases.count("sessions", known.all),
        )
    ]
    if points:
        told = phrases.count("points", points), phrases.count("joined", joined)
        expected.append(phrases.say("accounting", points=told[0], joined=told[1]))
    if alone:
        expected.append(phrases.count("annexed", alone, told=points - alone))
    is_planned = any(phrases.say("missing") in run.text for node in nodes for run in runs_of(node))
    return [each for each in expected[is_planned:] if each not in cover]


def _first(nodes: Sequence[Node], level: int) -> int:
    return next(at for at, node in enumerate(nodes) if isinstance(node, Heading) and node.level == level)


def _also(node: Paragraph) -> list[int]:
    """The paragraphs that a theme names, ranges written out."""
    runs = [run for run in node.runs if re.fullmatch(r"p\d+", run.link) or run.text in {"–", ", "}]
    numbers: list[int] = []
    for at, run in enumerate(runs):
        if run.link:
            assert run.text == run.link[1:]
            first = numbers[-1] + 1 if at and runs[at - 1].text == "–" else int(run.text)
            numbers += range(first, int(run.text) + 1)
    return numbers


def capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def words_of(item: Item) -> list[str]:
    """What a paragraph of the body tells of reports: the title ahead of it, if any, and the point."""
    runs = [run for run in item.runs if not run.anchor]
    return [run.text for run in runs[: 2 if runs[0].bold else 1]]


def numbered(nodes: Sequence[Node]) -> dict[int, list[Item]]:
    """Each paragraph of the body with what hangs below it, by the number that it has when counted."""
    found: dict[int, list[Item]] = {}
    for node in nodes:
        if isinstance(node, Item):
            found.setdefault(len(found) + (node.level == 0), []).append(node)
    return found


def likes(summary: Summary) -> dict[str, set[Support]]:
    """All that was joined with each support, by its reference."""
    found: dict[str, set[Support]] = {}
    waiting = [point for section in summary.sections for point in section.points]
    while waiting:
        point = waiting.pop()
        waiting += point.points
        found.update((each.reference, {*point.support}) for each in point.support)
    return found


# The annex.

Entry = tuple[str, str, str, Run]
"""A row of the annex: the question, the reference, the words, and the paragraph or the reason."""


def annexed(nodes: Sequence[Node]) -> dict[str, list[Entry]]:
    """The rows of each report in the annex."""
    found: dict[str, list[Entry]] = {}
    key = ""
    for node in nodes:
        if isinstance(node, Heading):
            key = node.runs[0].text if re.fullmatch(r"r\d+", node.runs[0].anchor) else ""
            found |= {key: []} if key else {}
        elif isinstance(node, Table) and key:
            label = ""
            for row in node.rows:
                texts = ["".join(run.text for run in cell) for cell in row.cells]
                if row.label:
                    (label,) = texts
                else:
                    found[key].append((label, texts[0], plain(texts[1]), row.cells[2][0]))
    return found


def targets(nodes: Sequence[Node]) -> dict[str, str]:
    """The reference of each point of the annex by its anchor."""
    runs = [run for node in nodes for run in runs_of(node)]
    return {run.anchor: run.text for run in runs if re.fullmatch(r"r\d+p\d+", run.anchor)}


def misplaced(nodes: Sequence[Node], made_: Made, budget: int) -> list[str]:
    """Every point of a report that the annex lacks, changes, doubles or sends to the wrong place."""
    rows, reports = annexed(nodes), made_.reports
    if rows.keys() != reports.keys():
        return [*(rows.keys() ^ reports.keys())]
    supports = {support.reference: support for support in made_.summary.supports()}
    superseded = {entry.key for entry in made_.summary.reports if entry.superseded}
    told, phrases, found = told_in(nodes, made_), Phrases(made_.language), []
    for key, (report, form) in reports.items():
        points = [*points_of(report)]
        expected = [_row(each, form, supports[f"{key}/{at}"], made_) for at, each in enumerate(points, 1)]
        given = [(reference, text) for _, reference, text, _ in rows[key]]
        found += [] if given == [(f"{key}/{at}", text) for at, text in enumerate(expected, 1)] else [key]
        for (pointer, _), (label, reference, _, where) in zip(points, rows[key], strict=False):
            question = _question(pointer, form).label or "–"
            number = told.get(reference)
            right = (
                _is_reason(where.text, supports[reference], superseded, phrases, budget=budget)
                if number is None
                else (where.link, where.text) == (f"p{number}", str(number))
            )
            found += [] if right and label.endswith(question) else [f"{reference}: {label}, {where.text}"]
    return found


def _question(pointer: str, form: Template) -> Field:
    """The question of the form that a point answers."""
    return next(each for each in form.leaves() if f"{pointer}/".startswith(f"{each.pointer}/"))


def _is_reason(told: str, support: Support, superseded: set[str], phrases: Phrases, *, budget: int) -> bool:
    """Whether a point may stand in the annex alone for the reason that is told."""
    is_behind = support.report in superseded
    reasons = {
        Why.BUDGET: budget > 0,
        Why.HIDDEN: support.hidden,
        Why.SUPERSEDED: is_behind,
        Why.COURTESY: not support.hidden and not is_behind,
    }
    return any(told == phrases.why(why) and holds for why, holds in reasons.items())


def told_in(nodes: Sequence[Node], made_: Made) -> dict[str, int]:
    """The paragraph in which the body tells each point, as its references and titles say."""
    anchors, like, found = targets(nodes), likes(made_.summary), {}
    titles: dict[str, set[str]] = {}
    for support in made_.summary.supports():
        if support.heading:
            titles.setdefault(plain(support.text).rstrip("."), set()).add(support.reference)
    for number, items in numbered(nodes).items():
        for item in items:
            links = [run.link for run in item.runs if run.link]
            named = [anchors[link] for link in links if link in anchors]
            found.update((each.reference, number) for reference in named for each in like[reference])
        lead, *rest = words_of(items[0])
        for reference in titles.get(plain(lead).rstrip("."), ()) if rest else ():
            reports = {run.text for run in items[0].runs if run.link}
            if any(each.report in reports for each in like[reference]):
                found.update((each.reference, number) for each in like[reference])
    return found


def _called(speaker: str, made_: Made) -> str:
    """A speaker, or what the paper calls one whom the public edition does not name."""
    unnamed = made_.summary.edition == "public" and speaker == "anonymous"
    return Phrases(made_.language).say("anonymous") if unnamed else speaker


def _row(each: tuple[str, Point], form: Template, support: Support, made_: Made) -> str:
    """The words of a point as the annex has to have them."""
    pointer, point = each
    shown: Point | Support = point
    if made_.summary.edition == "public":
        shown = support
        cut = [(support.text, point.text), (support.consent, point.consent)]
        cut += [(one.text, other.text) for one, other in zip(support.notes, point.notes, strict=True)]
        assert all(is_cut_from(*pair) for pair in cut)
        assert support.speaker in {point.speaker, *ANONYMOUS}
    note = Phrases(made_.language).say("note")
    field = _question(pointer, form)
    step = pointer.split("/")[-2]
    is_top = pointer.count("/") == field.pointer.count("/") + 1
    part = "" if is_top or step == "points" else next(each.label for each in field.parts if each.name == step)
    words = [
        f"{part}: " if part else "",
        "" if shown.number is None else f"{shown.number}. ",
        shown.text,
        f" — {_called(shown.speaker, made_)}" if shown.speaker else "",
        f" ({shown.consent})" if shown.consent else "",
        *(f"\n{note}{f' {each.label}' if each.label else ''}: {each.text}" for each in shown.notes),
    ]
    return plain("".join(words))
