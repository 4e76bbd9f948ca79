"""The questions stand in another order than on the form.

Why it matters: everything was found, this time. Those who compare reports side by side look for a question
where the form has it, and a label in a strange place is more easily taken for part of an answer.

Example: "Quotes" above "Challenges". It is told once, for the first question that was moved.

How to mend: move the question with its answer to where the form has it. This is for information; nothing
is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.location import Location
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield one finding for the first question that stands where the form has another."""
    leaves = reading.template.leaves()
    met = [
        (place, index)
        for index, leaf in enumerate(leaves)
        if (place := reading.answer(leaf).heading) is not None
    ]
    order = [index for _, index in sorted(met, key=lambda each: _key(each[0]))]
    kept = _rising(order)
    for at, index in enumerate(order):
        if index in kept:
            continue
        above = [other for other in order[at + 1 :] if other in kept and other < index]
        below = [other for other in order[:at] if other in kept and other > index]
        key, other = ("above", above[-1]) if above else ("below", below[0])
        pointer = leaves[index].pointer
        yield rule.finding(
            reading,
            key,
            pointer,
            location=reading.answer(leaves[index]).heading,
            label=reading.label(pointer),
            other=reading.label(leaves[other].pointer),
        )
        return


def _rising(order: Sequence[int]) -> frozenset[int]:
    """The most numbers that stand in rising order; the others were moved.

    >>> sorted(_rising([4, 0, 1, 2, 3, 5]))
    [0, 1, 2, 3, 5]
    """
    best: list[tuple[int, ...]] = []
    for number in order:
        before = (each for each in best if each[-1] < number)
        best.append((*_longest(before), number))
    return frozenset(_longest(best))


def _longest(found: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return max(((), *found), key=len)


def _key(place: Location) -> tuple[int, ...]:
    numbers = (place.block, place.page, place.table, place.row, place.cell, place.paragraph, place.line)
    return tuple(number or 0 for number in numbers)


RULE = Rule(
    "T006",
    "out-of-order",
    Severity.INFO,
    __doc__,
    check,
    {
        "above": Said(
            "{label} stands above {other}; on the form it comes after that",
            "Move the question with its answer to where the form has it.",
        ),
        "below": Said(
            "{label} stands below {other}; on the form it comes before that",
            "Move the question with its answer to where the form has it.",
        ),
    },
)
