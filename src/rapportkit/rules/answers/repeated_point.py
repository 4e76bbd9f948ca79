"""The same point stands twice in one report.

Why it matters: in the summary it looks as if two had said it, and the space of another point is gone.

Example: a recommendation that is also given word for word as a challenge, or a bullet that was pasted
twice; a slip of the pen, a comma or an article more or less makes no other point of it. Short points ("Yes.")
and the form's own words are not told. Key messages and quotations may repeat what stands elsewhere.

How to mend: keep it where it belongs. Twice under one question is a mistake; under two questions it may be
meant, and is told for information.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.template import Kind, Role
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Placed, Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.text import likeness

_FEWEST = 5
"""Words that carry sense: shorter points may be the same by chance ("Access to services")."""
_TITLED = frozenset({Kind.CHAPTERS, Kind.SECTIONS})
_MOST_LIKE = 8
"""Points that are compared one by one: beyond, those that differ by one word are a table, not slips."""


class _Known(NamedTuple):
    """A point that was met before, and its words."""

    placed: Placed
    words: tuple[str, ...]


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each point that repeats one before it, at the second."""
    exact: dict[str, _Known] = {}
    halves: dict[tuple[object, ...], list[_Known]] = {}
    for placed in reading.points:
        words = likeness.words(placed.point.text)
        if len(words) < _FEWEST or _is_title(placed) or reading.guidance.share(placed.point.text):
            continue
        mine = _Known(placed, words)
        key = likeness.key(placed.point.text)
        first = exact.get(key) or _like(mine, halves)
        if first is None:
            exact[key] = mine
            for half in _halves(words):
                halves.setdefault(half, []).append(mine)
        elif found := _finding(rule, reading, placed, first.placed):
            yield found


def _finding(rule: Rule, reading: Reading, second: Placed, first: Placed) -> Finding | None:
    within = _list(second) == _list(first)
    if not within and _may_repeat(second, first):
        return None
    place = reading.location(first.pointer)
    said = place.said(reading.catalogue.places) if place and first.point.location.place else ""
    return rule.finding(
        reading,
        "within" if within else "across",
        second.pointer,
        severity=None if within else Severity.INFO,
        label=reading.label(second.pointer),
        quote=shortened(second.point.text),
        first=said or reading.label(first.pointer),
    )


def _may_repeat(second: Placed, first: Placed) -> bool:
    """Whether a form asks for what was said before: key messages choose, quotations prove."""
    roles, kinds = {second.field.role, first.field.role}, {second.field.kind, first.field.kind}
    return Role.KEY_MESSAGES in roles or (Kind.QUOTES in kinds and len(kinds) > 1)


def _is_title(placed: Placed) -> bool:
    return placed.field.kind in _TITLED and placed.pointer.rpartition("/")[0] == placed.field.pointer


def _list(placed: Placed) -> str:
    """The question that a point answers: a part of a group has a pointer for each group."""
    at = placed.field.pointer.count("/") + 1
    return "/".join(placed.pointer.split("/")[:at])


def _like(mine: _Known, halves: dict[tuple[object, ...], list[_Known]]) -> _Known | None:
    """A point that differs by a slip of the pen: one word differs, so one half of the words does not."""
    near = (known for half in _halves(mine.words) for known in halves.get(half, ())[:_MOST_LIKE])
    return next((known for known in near if likeness.is_slip(known.words, mine.words)), None)


def _halves(words: tuple[str, ...]) -> tuple[tuple[object, ...], ...]:
    middle = len(words) // 2
    return (len(words), 0, words[:middle]), (len(words), 1, words[middle:])


RULE = Rule(
    "A007",
    "repeated-point",
    Severity.WARNING,
    __doc__,
    check,
    {
        "within": Said(
            "{label} holds the same point twice: “{quote}” (first: {first})", "Delete one of the two."
        ),
        "across": Said(
            "{label} repeats a point from elsewhere in the report: “{quote}” (first: {first})",
            "Keep it where it belongs.",
        ),
    },
)
