"""The merge log: what was joined, what may say the same, what was put behind another version, what found no place."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.outline import Paper
from rapportkit.model.summary import Summary, Support
from rapportkit.writers.summary.anchors import Anchors
from rapportkit.writers.summary.nodes import Heading, Node, Paragraph, Row, Run, Table
from rapportkit.writers.summary.phrases import Phrases

_LONGEST = 100
"""So many suggestions are listed; all of them are in the summary's JSON."""


def merge_log(paper: Paper, phrases: Phrases, anchors: Anchors) -> Iterator[Node]:
    """What merging did, so that a person can check it; nothing where there is nothing to tell."""
    told = [
        *_joined(paper.summary, phrases, anchors),
        *_suggested(paper.summary, phrases, anchors),
        *_superseded(paper.summary, phrases),
        *_unplaced(paper.summary, phrases),
    ]
    if told:
        yield Heading(1, (Run(phrases.say("log")),))
        yield from told


def _joined(summary: Summary, phrases: Phrases, anchors: Anchors) -> Iterator[Node]:
    joined = [point for point in summary.points() if len(point.support) > 1]
    if not joined:
        return
    yield Heading(2, (Run(phrases.say("log_joined")),))
    yield Table(
        (phrases.say("points_column"), phrases.say("text")),
        tuple(
            Row(
                (
                    tuple(_listed(point.support, anchors)),
                    (Run(point.text, language=point.told.language),),
                )
            )
            for point in joined
        ),
        (0.3, 0.7),
    )


def _suggested(summary: Summary, phrases: Phrases, anchors: Anchors) -> Iterator[Node]:
    supports = {support.reference: support for support in summary.supports()}
    known = [each for each in summary.suggestions if each.left in supports and each.right in supports]
    if not known:
        return
    yield Heading(2, (Run(phrases.say("log_suggested")),))
    yield Paragraph((Run(phrases.say("log_suggested_lead")),), "notice")
    yield Table(
        (phrases.say("points_column"), phrases.say("score"), phrases.say("shared")),
        tuple(
            Row(
                (
                    tuple(_listed((supports[each.left], supports[each.right]), anchors)),
                    (Run(f"{each.score:.2f}"),),
                    (Run(", ".join(each.shared)),),
                )
            )
            for each in known[:_LONGEST]
        ),
        (0.3, 0.1, 0.6),
        frozenset({1}),
    )
    if len(known) > _LONGEST:
        yield Paragraph((Run(phrases.count("log_more", len(known) - _LONGEST)),), "notice")


def _superseded(summary: Summary, phrases: Phrases) -> Iterator[Node]:
    behind = [entry.key for entry in summary.reports if entry.superseded]
    if behind:
        yield Heading(2, (Run(phrases.say("log_superseded")),))
        for key in behind:
            yield Paragraph((Run(phrases.say("superseded_report", key=key)),), "notice")


def _unplaced(summary: Summary, phrases: Phrases) -> Iterator[Node]:
    """How many passages of which report are in no section."""
    left = [entry for entry in summary.reports if entry.unplaced]
    if left:
        yield Heading(2, (Run(phrases.say("left_out")),))
    for entry in left:
        yield Paragraph((Run(phrases.count("unplaced", entry.unplaced, key=entry.key)),), "notice")


def _listed(supports: tuple[Support, ...], anchors: Anchors) -> Iterator[Run]:
    for index, support in enumerate(supports):
        yield Run("; " if index else "")
        yield Run(support.reference, link=anchors.point(support))
