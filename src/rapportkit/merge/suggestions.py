"""Points of different sessions that may say the same, for a person to judge; nothing is joined here.

The score is the share of the telling words that two points have in common. It is held down where they
disagree about what decides: figures, countries, the place or body that a practice belongs to, a negation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapportkit.mentions.countries import countries
from rapportkit.merge.content import Content, contents, owner, stems
from rapportkit.merge.pairs import pairs
from rapportkit.merge.raised import in_order
from rapportkit.model.grouping import Raised, Suggestion
from rapportkit.text import likeness

LEAST = 0.5
"""Below this score, most pairs say different things."""
_PARTED = 0.3
"""No pair that disagrees about a figure, a country or an owner scores more."""
_DENIED = 0.8
"""A negation on one side alone may be a turn of phrase ("partners, not beneficiaries"): it costs a fifth."""
_SWAPPED = 0.6
_SHORT = 8
"""The same short sentence with one word in the place of another ("women report less", "youth report less") is
most often said of something else; in a longer one it may be another word for the same."""
_ALIKE = 4
_TELLING = 3
"""Fewer words in common prove nothing, however rare."""

_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_NOT_ONLY = re.compile(
    r"\bnot (?:only|just|merely)\b|\bpas (?:seulement|uniquement)\b|\bno (?:solo|sólo|solamente)\b",
    re.IGNORECASE,
)
_NOT = {
    "en": frozenset(["not", "no", "never", "none", "without", "nor", "neither"]),
    "fr": frozenset(["pas", "jamais", "sans", "aucun", "aucune", "ni", "non"]),
    "es": frozenset(["no", "nunca", "sin", "ningun", "ningún", "ninguna", "ni"]),
}


def suggest(points: Sequence[Raised], least: float = LEAST) -> tuple[Suggestion, ...]:
    """Suggest pairs that may say the same, the likeliest first; `least` is the lowest score, above 0 and up to 1.

    Any order of the points gives the same suggestions. Titles are never held against points, and points of the
    same session not against each other.
    """
    ordered = in_order(points)
    found = contents(ordered)

    def apart(one: int, other: int) -> bool:
        left, right = ordered[one], ordered[other]
        return left.heading == right.heading and len({*left.sessions, *right.sessions}) > 1

    suggestions = [
        suggestion
        for one, other, score in pairs(found, [each.language for each in ordered], least, apart)
        if (suggestion := _judged(ordered[one], ordered[other], found[one], found[other], score))
        and suggestion.score >= least
    ]
    return tuple(sorted(suggestions, key=lambda each: (-each.score, each.left, each.right)))


def _judged(one: Raised, other: Raised, left: Content, right: Content, score: float) -> Suggestion | None:
    shared = sorted(left.weights.keys() & right.weights.keys(), key=lambda word: (-left.weights[word], word))
    if len(shared) < _TELLING and left.words != right.words:
        return None
    parted = disagreements(one, other)
    if _is_swapped(left.words, right.words):
        score *= _SWAPPED
    if "negation" in parted:
        score *= _DENIED
    if parted not in {(), ("negation",)}:
        score = min(score, _PARTED)
    first, second = sorted((one, other), key=lambda each: each.reference)
    return Suggestion(
        left=first.reference,
        right=second.reference,
        score=round(score, 2),
        shared=_as_written(first, shared),
        parted=parted,
        joinable=_is_joinable(one, other),
    )


def _as_written(point: Raised, shared: Sequence[str]) -> tuple[str, ...]:
    """The words of a point that have these stems, each as it first stands there, in the order of the stems."""
    written = {
        stem: match[0]
        for match in reversed([*_WORD.finditer(point.text)])
        for stem in stems(match[0], point.language)
    }
    return tuple(written.get(stem, stem) for stem in shared)


def _is_joinable(one: Raised, other: Raised) -> bool:
    """One section can tell both as one point: what hangs below other points is told there."""
    return one.role == other.role and one.part == other.part and not (one.above or other.above)


def _is_swapped(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if len(left) != len(right) or len(left) > _SHORT:
        return False
    swapped = [(one, other) for one, other in zip(left, right, strict=True) if one != other]
    # “Recognise” and “recognition” are one word in two forms.
    return len(swapped) == 1 and swapped[0][0][:_ALIKE] != swapped[0][1][:_ALIKE]


def disagreements(one: Raised, other: Raised) -> tuple[str, ...]:
    """What two points disagree about: each has a figure, a country, an owner that the other has not.

    A point that names none leaves it open, and disagrees with nobody.
    """
    found = []
    if _differ(set(_FIGURE.findall(one.text)), set(_FIGURE.findall(other.text))):
        found.append("figures")
    if _differ(set(countries(one.text, one.language)), set(countries(other.text, other.language))):
        found.append("countries")
    if _differ(_owner(one), _owner(other)):
        found.append("owners")
    if _denies(one) != _denies(other):
        found.append("negation")
    return tuple(found)


def _differ(left: set[str], right: set[str]) -> bool:
    return bool(left - right and right - left)


def _owner(point: Raised) -> set[str]:
    return set(stems(owner(point.text), point.language))


def _denies(point: Raised) -> bool:
    words = likeness.words(_NOT_ONLY.sub("", point.text))
    return not _NOT.get(point.language, frozenset()).isdisjoint(words)
