"""The annex: every point of every report as its report has it, with its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapportkit.model.summary import ReportEntry, Summary, Support
from rapportkit.writers.summary_excerpts import spaced
from rapportkit.writers.summary_nodes import Heading, Node, Paragraph, Row, Run, Table
from rapportkit.writers.summary_phrases import Phrases


def annex(summary: Summary, phrases: Phrases, anchors: dict[str, str]) -> Iterator[Node]:
    """List every point of every report with its reference, its question and its place."""
    if not summary.reports:
        return
    yield Heading(1, (Run(phrases.say("annex")),), breaks_page=True)
    if summary.conservation.points_in:
        yield Paragraph((Run(phrases.say("annex_lead")),), "lead")
    held: dict[str, list[Support]] = {entry.key: [] for entry in summary.reports}
    for support in summary.supports():
        held[support.report].append(support)
    for entry in summary.reports:
        title = Run(f" – {entry.title}", language=entry.source.language)
        yield Heading(2, (Run(entry.key, anchor=anchors[entry.key]), *([title] if entry.title else [])))
        yield from _origin(entry, phrases)
        yield from _listed(sorted(held[entry.key], key=lambda each: each.order), anchors[entry.key], phrases)
    yield from _left_out(summary, phrases)


def _left_out(summary: Summary, phrases: Phrases) -> Iterator[Node]:
    """At the very end: how many passages of which report are in no section."""
    left = [entry for entry in summary.reports if entry.unplaced]
    if left:
        yield Heading(2, (Run(phrases.say("left_out")),))
    for entry in left:
        yield Paragraph((Run(phrases.count("unplaced", entry.unplaced, key=entry.key)),), "notice")


def _listed(supports: Sequence[Support], anchor: str, phrases: Phrases) -> Iterator[Node]:
    """All points of one report; without places there is no column for them."""
    if not supports:
        return
    rows = tuple(_rows(supports, anchor, phrases))
    head = tuple(phrases.say(what) for what in ("key", "text", "place"))
    if any(support.place for support in supports):
        yield Table(head, rows, (0.15, 0.68, 0.17))
    else:
        yield Table(head[:2], tuple(replace(row, cells=row.cells[:2]) for row in rows), (0.15, 0.85))


def _origin(entry: ReportEntry, phrases: Phrases) -> Iterator[Node]:
    """The form; and in the restricted edition, which alone knows them, the file and the rapporteurs."""
    yield Paragraph((Run(entry.form),), "notice")
    if entry.source.name:
        yield Paragraph((Run(f"{phrases.say('source')}: {entry.source.name}"),), "notice")
    people = "; ".join(", ".join(part for part in person if part) for person in entry.rapporteurs)
    if people:
        yield Paragraph((Run(f"{phrases.say('rapporteurs')}: {people}"),), "notice")


def _rows(supports: Sequence[Support], anchor: str, phrases: Phrases) -> Iterator[Row]:
    label = None
    for support in supports:
        if support.label != label:
            label = support.label
            yield Row(((Run(label or "–"),),), label=True)
        yield Row(
            (
                (Run(support.reference, anchor=f"{anchor}p{support.order}"),),
                tuple(_whole(support, phrases)),
                (Run(support.place or "–"),),
            ),
            level=_depth(support.pointer),
            kept=support.heading,
        )


def _whole(support: Support, phrases: Phrases) -> Iterator[Run]:
    """All that a report says at one point."""
    if support.part:
        yield Run(f"{support.part}: ", italic=True)
    if support.number is not None:
        yield Run(f"{support.number}. ", bold=support.heading)
    yield Run(spaced(support.text), bold=support.heading, language=support.language)
    if support.speaker:
        yield Run(f" — {support.speaker}")
    if support.consent:
        yield Run(f" ({support.consent})")
    for note in support.notes:
        label = f" {note.label}" if note.label else ""
        yield Run(f"\n{phrases.say('note')}{label}: {note.text}", small=True, language=support.language)


def _depth(pointer: str) -> int:
    """How deep a point hangs below others: one step for each index but the first."""
    return sum(step.isdigit() for step in pointer.split("/")) - 1
