"""A question of the form has no answer.

Why it matters: an empty answer cannot be told from one that was forgotten. The summary counts the
sessions that spoke to a question, and a gap there is read as silence in the room.

Example: nothing under "2. Challenges", or a recommendation without an action. A section without a
single answer is told once.

How to mend: write at least one point. It is a warning where the form allows an empty answer but expects
one, and where the answer is "N/A", "None" or the like: if the session said nothing, leave it so.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.report import Point
from rapportkit.model.template import Field
from rapportkit.rules.answers.openness import filler, is_blank, is_missing, is_open
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each question that wants an answer, stands on the form and has none."""
    for section in reading.template.fields:
        leaves = section.fields or (section,)
        empty = [leaf for leaf in leaves if is_open(reading, leaf) and not is_missing(reading, leaf)]
        wanted = [leaf for leaf in empty if leaf.required]
        said = {leaf.pointer: filler(reading, leaf) for leaf in wanted}
        if section.pointer and len(empty) == len(leaves) and len(wanted) > 1 and not any(said.values()):
            yield _finding(rule, reading, "section", section.pointer, *wanted)
            continue
        for leaf in wanted:
            if said[leaf.pointer]:
                yield _nothing(rule, reading, leaf, said[leaf.pointer])
            else:
                yield _finding(rule, reading, "question", leaf.pointer, leaf)
    for leaf in reading.template.leaves():
        yield from _in_groups(rule, reading, leaf)


def _in_groups(rule: Rule, reading: Reading, leaf: Field) -> Iterator[Finding]:
    groups: tuple[Point, ...] = reading.answer(leaf).points if leaf.parts else ()
    for index, group in enumerate(groups):
        pointer = f"{leaf.pointer}/{index}"
        if is_blank(group):
            continue  # A004 says so once.
        if not group.text:
            yield rule.finding(reading, "question", pointer, label=reading.label(pointer))
        for part in leaf.parts[1:]:
            if part.required and not group.part(part.name):
                yield _finding(rule, reading, "question", f"{pointer}/{part.name}", part)


def _finding(rule: Rule, reading: Reading, key: str, pointer: str, *fields: Field) -> Finding:
    """Make a finding, a warning where the template's schema lets all of the questions stay empty."""
    firm = any(field.at_least for field in fields)
    label = reading.label(pointer)
    return rule.finding(reading, key, pointer, severity=None if firm else Severity.WARNING, label=label)


def _nothing(rule: Rule, reading: Reading, leaf: Field, said: str) -> Finding:
    label, pointer = reading.label(leaf.pointer), leaf.pointer
    return rule.finding(reading, "nothing", pointer, severity=Severity.WARNING, label=label, quote=said)


RULE = Rule(
    "A001",
    "answer-missing",
    Severity.ERROR,
    __doc__,
    check,
    {
        "question": Said("{label} has no answer", "Write at least one point, or say that there was none."),
        "nothing": Said(
            "{label} says only “{quote}”",
            "Write at least one point; if the session said nothing on the matter, leave it so.",
        ),
        "section": Said(
            "{label}: none of its questions has an answer",
            "Fill in this section, or send it when its day is over.",
        ),
    },
)
