"""The annex: every point of every report as its report has it, with its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapportkit.model.outline import Paper, Why
from rapportkit.model.summary import RESTRICTED, ReportEntry, Support
from rapportkit.text.excerpts import spaced
from rapportkit.writers.summary.anchors import Anchors
from rapportkit.writers.summary.cover import ANONYMOUS, event
from rapportkit.writers.summary.nodes import Heading, Node, Paragraph, Row, Run, Table
from rapportkit.writers.summary.phrases import Phrases


def annex(paper: Paper, phrases: Phrases, anchors: Anchors) -> Iterator[Node]:
    """List every point of every report with its reference, its question, its place and where it is told."""
    summary = paper.summary
    if not summary.reports:
        return
    yield Heading(1, (Run(phrases.say("annex")),), breaks_page=True)
    if summary.conservation.points_in:
        yield Paragraph((Run(phrases.say("annex_lead")),), "lead")
    if whys := sorted({*paper.outline.unused.values()}, key=[*Why].index):
        yield Paragraph((Run(" ".join(phrases.why_in_full(why) for why in whys)),), "notice")
    held: dict[str, list[Support]] = {entry.key: [] for entry in summary.reports}
    for support in summary.supports():
        held[support.report].append(support)
    for entry in summary.reports:
        title = Run(f" – {entry.title}", language=entry.source.language)
        anchor = Run(entry.key, anchor=anchors.reports[entry.key])
        yield Heading(2, (anchor, *([title] if entry.title else [])))
        yield from _origin(entry, phrases)
        yield from _listed(sorted(held[entry.key], key=lambda each: each.order), paper, phrases, anchors)


def _listed(supports: Sequence[Support], paper: Paper, phrases: Phrases, anchors: Anchors) -> Iterator[Node]:
    """All points of one report; without places there is no column for them."""
    if not supports:
        return
    rows = tuple(_rows(supports, paper, phrases, anchors))
    head = tuple(phrases.say(what) for what in ("key", "text", "told_in", "place"))
    if any(support.place for support in supports):
        yield Table(head, rows, (0.13, 0.6, 0.11, 0.16))
    else:
        yield Table(head[:3], tuple(replace(row, cells=row.cells[:3]) for row in rows), (0.14, 0.74, 0.12))


def _origin(entry: ReportEntry, phrases: Phrases) -> Iterator[Node]:
    """The form; and in the restricted edition, which alone knows them, the file and the rapporteurs."""
    yield Paragraph((Run(" · ".join(part for part in (event(entry), entry.form) if part)),), "notice")
    if entry.source.name:
        yield Paragraph((Run(f"{phrases.say('source')}: {entry.source.name}"),), "notice")
    people = "; ".join(", ".join(part for part in person if part) for person in entry.rapporteurs)
    if people:
        yield Paragraph((Run(f"{phrases.say('rapporteurs')}: {people}"),), "notice")


def _rows(supports: Sequence[Support], paper: Paper, phrases: Phrases, anchors: Anchors) -> Iterator[Row]:
    label = None
    for support in supports:
        if support.label != label:
            label = support.label
            yield Row(((Run(label or "–"),),), label=True)
        yield Row(
            (
                (Run(support.reference, anchor=anchors.point(support)),),
                tuple(_whole(support, phrases, public=paper.summary.edition != RESTRICTED)),
                (_where(support, paper, phrases, anchors),),
                (Run(_place(support) or "–"),),
            ),
            level=_depth(support.pointer),
            kept=support.heading,
        )


def _place(support: Support) -> str:
    """Where a point stands in its report; under which question, the rows above say."""
    place, _, under = support.place.partition(", under “")
    return place if under.endswith("”") else support.place


def _where(support: Support, paper: Paper, phrases: Phrases, anchors: Anchors) -> Run:
    """The paragraph that tells a point, or why none does."""
    number = paper.outline.numbers.get(support.reference)
    if number is not None:
        return Run(str(number), link=anchors.paragraph(number))
    return Run(phrases.why(paper.outline.unused[support.reference]), italic=True)


def _whole(support: Support, phrases: Phrases, *, public: bool) -> Iterator[Run]:
    """All that a report says at one point."""
    if support.part:
        yield Run(f"{support.part}: ", italic=True)
    if support.number is not None:
        yield Run(f"{support.number}. ", bold=support.heading)
    yield Run(spaced(support.text), bold=support.heading, language=support.language)
    if support.speaker:
        unnamed = public and support.speaker == ANONYMOUS
        yield Run(f" — {phrases.say('anonymous') if unnamed else support.speaker}")
    if support.consent:
        yield Run(f" ({support.consent})")
    for note in support.notes:
        label = f" {note.label}" if note.label else ""
        yield Run(f"\n{phrases.say('note')}{label}: {note.text}", small=True, language=support.language)


def _depth(pointer: str) -> int:
    """How deep a point hangs below others: one step for each index but the first."""
    return sum(step.isdigit() for step in pointer.split("/")) - 1
