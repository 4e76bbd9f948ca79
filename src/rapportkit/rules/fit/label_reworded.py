"""A question stands in the report in other words, or in another spelling, than on the form.

Why it matters: it was recognised this time. The next rewording may not be, and readers who compare
reports look for the form's own words.

Example: "What went wrong" above the answers to "Challenges", or "Challanges".

How to mend: use the form's words, which the finding quotes. This is for information; nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.template import Field
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.text.plain import plain, words

_LIKE = 0.9
"""Below this likeness a reader stops to wonder; another number or an article more is above it."""

_LIKE_TRANSLATED = 0.85
"""The same in a language other than the form's first, which people translate from, each in their own way."""

_WHOLE = 200
"""Two wordings must be seen to their ends to be told apart."""

_SPELT = 70
"""From this likeness on (of 100) two words are one in two spellings: “Relevence”, “acheivement”."""

_LONG = 4
"""Letters of a word in which a slip is more likely than another word: “of” is no “on”."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each label that is far from every wording the template knows, or misspelt."""
    for leaf in reading.template.leaves():
        answer = reading.answer(leaf)
        said = (*leaf.labels.all(), *leaf.aliases.all())
        known = {plain(each) for each in said} - {""}
        if not (answer.label and known) or plain(answer.label) in known:
            continue
        met = shortened(answer.label.rstrip(" :"), _WHOLE)
        right = _spelt_right(answer.label, said)
        if right:
            label = reading.quoted(shortened(right, _WHOLE))
            yield rule.finding(
                reading, "misspelt", leaf.pointer, location=answer.heading, label=label, quote=met
            )
        elif answer.label_score < _least(leaf, reading):
            label = reading.label(leaf.pointer, _WHOLE)
            yield rule.finding(
                reading, "reworded", leaf.pointer, location=answer.heading, label=label, quote=met
            )


def _least(leaf: Field, reading: Reading) -> float:
    language = reading.report.source.language
    first = next((tag for tag, _ in leaf.labels.by_language), language)
    return _LIKE if language in {"", first} else _LIKE_TRANSLATED


def _spelt_right(met: str, wordings: Iterable[str]) -> str:
    """The wording that a label repeats word for word but for the spelling of some; "" for none."""
    here = words(met)
    for wording in wordings:
        there = words(wording)
        moved = sorted(here) == sorted(there)  # "niñas y niños" is no slip in "niños y niñas"
        if len(here) == len(there) and not moved and all(map(_is_spelling, here, there)):
            return wording
    return ""


def _is_spelling(one: str, other: str) -> bool:
    """Whether two words are the same, or one is the other with a slip in it.

    >>> [_is_spelling("challanges", "challenges"), _is_spelling("women", "children"), _is_spelling("2", "3")]
    [True, False, False]
    """
    from rapidfuzz import fuzz

    if one == other:
        return True
    long = min(len(one), len(other)) >= _LONG and one[0] == other[0]
    return long and one.isalpha() and other.isalpha() and fuzz.ratio(one, other) >= _SPELT


RULE = Rule(
    "T002",
    "label-reworded",
    Severity.INFO,
    __doc__,
    check,
    {
        "reworded": Said(
            "{label} stands in the report as “{quote}”",
            "Use the form's own words, so that it is found every time.",
        ),
        "misspelt": Said(
            "{label} is spelt “{quote}” in the report",
            "Use the form's own spelling, so that it is found every time.",
        ),
    },
)
