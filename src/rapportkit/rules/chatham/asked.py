"""What the rules of this family have in common: each asks for one way of telling who took part."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.mentions.way import Way
from rapportkit.model.finding import Finding
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule


def findings(rule: Rule, reading: Reading, way: Way, key: str) -> Iterator[Finding]:
    """Yield a finding for each way-fitting leak of a report, and for the same words in a point only one."""
    if not reading.template.chatham_house:
        return
    # Names are recognised by many patterns; what needs none of them should not wait for them.
    from rapportkit.rules.chatham.leaks import leaks

    told = set()
    for leak in reading.once(leaks):
        if leak.way is not way or (leak.placed.pointer, leak.words) in told:
            continue
        told.add((leak.placed.pointer, leak.words))
        yield rule.finding(
            reading,
            key,
            leak.placed.pointer,
            location=leak.location if leak.location.place else None,
            label=reading.label(leak.placed.pointer),
            quote=shortened(leak.words),
        )
