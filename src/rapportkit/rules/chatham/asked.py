"""What the rules of this family have in common: each asks for one way of telling who took part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapportkit.mentions.way import Way
from rapportkit.model.finding import Finding
from rapportkit.rules.quoting import around, shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule

if TYPE_CHECKING:
    from rapportkit.rules.chatham.leaks import Leak

_ENOUGH, _AROUND = 12, 40
"""Letters of words that can be found by themselves, and of a quotation of others."""
_ANYWHERE = frozenset([Way.AFFILIATION, Way.PERSON])
"""What is told by words that may stand anywhere in a point, and often in many."""


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
            quote=_quote(leak),
        )


def _quote(leak: Leak) -> str:
    """The words that tell; where they are few, with others around them, so that they can be found again.

    A full name is few words, too, but nobody has to look for it long.
    """
    point = leak.placed.point
    said = (text for text in (point.text, *(note.text for note in point.notes)) if leak.words in text)
    text = next(said, "")
    whole = len(leak.words) >= _ENOUGH or (leak.way is Way.PERSON and " " in leak.words)
    if whole or leak.way not in _ANYWHERE or not text:
        return shortened(leak.words)
    at = text.index(leak.words)
    return around(text, (at, at + len(leak.words)), _AROUND)
