"""Goals and objectives that are cited and do not exist, as findings."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.mentions.themes import unheard
from rapportkit.model.finding import Finding
from rapportkit.rules.quoting import around
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule


def beyond(rule: Rule, reading: Reading, kind: str) -> Iterator[Finding]:
    """Yield a finding for each number that a point cites of a list ("sdg", "gcm") which does not have it."""
    for pointer, point, _ in reading.points:
        for cited in unheard(point.text):
            if cited.kind == kind:
                yield rule.finding(
                    reading,
                    "unheard",
                    pointer,
                    label=reading.label(pointer),
                    number=cited.number,
                    quote=around(point.text, cited.span),
                )
