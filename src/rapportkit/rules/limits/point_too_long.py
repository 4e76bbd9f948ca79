"""A point is longer than a list of points has room for.

Why it matters: points are read out, compared and joined one by one; what stands at the end of a long one
is not heard, and nobody can say which half of it another session agrees with.

Example: a bullet of 180 words. The limit is 150 words, or what the form or your configuration says
(`words`). Speeches and papers have none unless they set one; a paragraph that should be a list is told by A009.

How to mend: cut it down to what was said, or make two points of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.template import Kind
from rapportkit.rules.answers import wall_of_text
from rapportkit.rules.limits.concise import count_words, limit
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.rules.run import is_asked

_TITLED = frozenset({Kind.CHAPTERS, Kind.SECTIONS})


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each point with too many words of its own."""
    limits: dict[str, int | None] = {}
    told = _walls(reading)
    for pointer, point, field in reading.points:
        if field.pointer not in limits:
            limits[field.pointer] = limit(rule, reading, field, pointer, "words")
        most = limits[field.pointer]
        if most is None or (field.kind in _TITLED and pointer.count("/") == field.pointer.count("/") + 1):
            continue
        if pointer not in told and (words := count_words(point.text)) > most:
            yield rule.finding(
                reading,
                "long",
                pointer,
                label=reading.label(pointer),
                quote=shortened(point.text),
                words=words,
                limit=most,
            )


def _walls(reading: Reading) -> frozenset[str]:
    """The points of which A009 says that they should be a list: how long they are is the same trouble."""
    wall = wall_of_text.RULE
    if not is_asked(wall, reading.settings):
        return frozenset()
    found = (pointer for pointer, _ in wall_of_text.walls(wall, reading))
    return frozenset(each for each in found if not reading.terms.is_off(wall.code, wall.name, each))


RULE = Rule(
    "L003",
    "point-too-long",
    Severity.WARNING,
    __doc__,
    check,
    {
        "long": Said(
            "{label} has a point of {words} words; the limit is {limit}: “{quote}”",
            "Cut it down, or make two points of it.",
        )
    },
    options={"words": 150},
)
