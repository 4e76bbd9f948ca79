"""One long paragraph stands where the form asks for points.

Why it matters: a paragraph is one point, however much is said in it. It cannot be sorted by theme,
counted, or joined with what another session said about one of its sentences.

Example: a whole discussion in one paragraph of 160 words under "Main discussion points". A paragraph
counts from 100 words and four sentences on, or as the form or your configuration says (`words`,
`sentences`). A bullet that is too long is told by L003.

How to mend: start a new line, with a bullet, for each thing that was said.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.report import Point
from rapportkit.model.template import Kind
from rapportkit.rules.limits.concise import PROSE, count_words
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.text.markers import split_marker
from rapportkit.text.plain import sentences

_LISTS = frozenset({Kind.POINTS, Kind.ROWS})
_HEAD = 200
"""Letters at the start of a block, where a typed bullet or number stands."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each paragraph that should have been a list."""
    for pointer, point in walls(rule, reading):
        yield rule.finding(
            reading,
            "wall",
            pointer,
            label=reading.label(pointer),
            quote=shortened(point.text),
            words=count_words(point.text),
        )


def walls(rule: Rule, reading: Reading) -> Iterator[tuple[str, Point]]:
    """Paragraphs of many words and sentences with no list below them, each with its pointer."""
    for pointer, field, points in reading.asked:
        if field.kind not in _LISTS or reading.template.layout == PROSE:
            continue
        fewest = rule.option(reading, "words", pointer)
        for index, point in enumerate(points):
            if point.points or count_words(point.text) < fewest:
                continue
            alone = len(points) == 1 or (field.kind is Kind.POINTS and _is_paragraph(reading, point))
            if alone and len(sentences(point.text)) >= rule.option(reading, "sentences", pointer):
                yield f"{pointer}/{index}", point


def _is_paragraph(reading: Reading, point: Point) -> bool:
    """Whether a point among others is known to have no bullet or number of its own."""
    document, at = reading.document, point.location.block
    if document is None or at >= len(document.blocks):
        return False
    block = document.blocks[at]
    return not block.marker and split_marker(block.text[:_HEAD]) is None


RULE = Rule(
    "A009",
    "wall-of-text",
    Severity.WARNING,
    __doc__,
    check,
    {
        "wall": Said(
            "{label} is answered in one paragraph of {words} words: “{quote}”",
            "Give each thing that was said a bullet of its own.",
        )
    },
    options={"words": 100, "sentences": 4},
)
