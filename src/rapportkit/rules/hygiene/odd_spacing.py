"""Spaces are too many, too few or in the wrong place.

Why it matters: each is a small thing; together they make a report look as if nobody had read it again, and
somebody has to mend them before it is printed.

Example: "cities , towns", "networks.Cities", two spaces or a tab inside a sentence, a sign that nobody
sees in the middle of a word. French sets a space before ; : ! and ?, so there it is right, whatever language
the form is in. Told once for each question, for information.

What cannot be seen: doubled spaces of a text file or PDF, where they may come from the way the lines are
set; they are only told for Word files and the like.

How to mend: search for it and replace it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.template import Field
from rapportkit.rules.hygiene.answered import answered, field_of
from rapportkit.rules.quoting import around
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.text.language import language, may_be_french
from rapportkit.text.spacing import odd_spaces, sets_apart

_SOURCE_ONLY = frozenset({"doubled", "unseen"})
"""What the reading of the report puts right: it shows in the source alone."""
_SET_IN_LINES = frozenset({"txt", "pdf", "eml"})
_AROUND = 40
_SPACE = "␣"


class _Odd(NamedTuple):
    """An odd space: its kind, the point it stands in, and the words around it."""

    kind: str
    pointer: str
    quote: str


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield one finding for each question with odd spaces, at the first of them."""
    found: dict[str, list[_Odd]] = {}
    for odd in (*_in_points(reading), *_in_blocks(reading)):
        found.setdefault(field_of(reading, odd.pointer), []).append(odd)
    for field, odds in found.items():
        first = odds[0]
        yield rule.finding(
            reading,
            first.kind if len(odds) == 1 else f"{first.kind}-many",
            first.pointer,
            label=reading.label(field),
            quote=first.quote,
            count=len(odds),
        )


def _in_points(reading: Reading) -> Iterator[_Odd]:
    tongues = _Tongues(reading)
    for pointer, point, field in reading.points:
        for kind, span in odd_spaces(point.text, tongues.of(point.text, field)):
            if kind not in _SOURCE_ONLY:
                yield _Odd(kind, pointer, around(point.text, span, _AROUND))


class _Tongues:
    """In which language a point is written, which need not be that of the form."""

    def __init__(self, reading: Reading) -> None:
        texts: dict[str, list[str]] = {}
        for _, point, field in reading.points:
            texts.setdefault(field.pointer, []).append(point.text)
        answers = [text for listed in texts.values() for text in listed]
        self._fields = {pointer: language("\n".join(listed)) for pointer, listed in texts.items()}
        self._report = language("\n".join(answers)) or reading.report.source.language
        self._apart = sets_apart(answers)

    def of(self, text: str, field: Field) -> str:
        """The language that the point tells, or else its question or the report; French where that may be."""
        if may_be_french(text):
            return "fr"
        return language(text) or ("fr" if self._apart else self._fields[field.pointer] or self._report)


def _in_blocks(reading: Reading) -> Iterator[_Odd]:
    if reading.report.source.format in _SET_IN_LINES:
        return
    for pointer, block in answered(reading):
        for kind, span in odd_spaces(block.text):
            if kind in _SOURCE_ONLY:
                yield _Odd(kind, pointer, _seen(block.text, span, kind))


def _seen(text: str, span: tuple[int, int], kind: str) -> str:
    """The words around an odd space; spaces that are too many are shown by a sign that a person can count."""
    start, end = span
    if kind == "doubled":
        text = f"{text[:start]}{_SPACE * (end - start)}{text[end:]}"
    return around(text, span, _AROUND)


RULE = Rule(
    "H006",
    "odd-spacing",
    Severity.INFO,
    __doc__,
    check,
    {
        "before": Said("{label} has a space before a punctuation mark: “{quote}”", "Delete the space."),
        "after": Said("{label} has no space after a punctuation mark: “{quote}”", "Put a space there."),
        "doubled": Said("{label} has a wide space inside a sentence: “{quote}”", "Leave one space."),
        "unseen": Said("{label} has a sign in a word that nobody sees: “{quote}”", "Type this word again."),
        "before-many": Said(
            "{label} has a space before a punctuation mark: “{quote}”; {count} odd spaces in all",
            "Delete the space, and look for the others.",
        ),
        "after-many": Said(
            "{label} has no space after a punctuation mark: “{quote}”; {count} odd spaces in all",
            "Put a space there, and look for the others.",
        ),
        "doubled-many": Said(
            "{label} has a wide space inside a sentence: “{quote}”; {count} odd spaces in all",
            "Leave one space, and look for the others.",
        ),
        "unseen-many": Said(
            "{label} has a sign in a word that nobody sees: “{quote}”; {count} odd spaces in all",
            "Type this word again, and look for the others.",
        ),
    },
)
