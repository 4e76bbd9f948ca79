"""Which points may be alike, found through the rare words that they share and never by comparing all with all.

Two points that share little of their weight cannot be alike. So each point is looked up by its rarest words
alone, as many as must hold one in common with whatever is alike enough (a prefix filter). A word that many
points have is looked up together with a second one, so that no list grows with the square of the set.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from rapportkit.merge.content import Content

_MANY = 40
"""A list of so many points is read whole; a longer one is parted by a second and a third word."""
_BESIDE = 10
"""In a list that cannot be parted any more, a point meets so many of those behind it."""
_TOGETHER = 6
"""So many of a point's rarest words are joined in twos and threes."""

_Place = tuple[str, ...]
"""Where points are listed: a language and one, two or three words."""


def pairs(
    contents: Sequence[Content],
    languages: Sequence[str],
    least: float,
    apart: Callable[[int, int], bool] = lambda _one, _other: True,
    proof: int = 0,
) -> Iterator[tuple[int, int, float]]:
    """Yield pairs of points in one language with their likeness, `least` or above: by index, the lower first.

    Each pair comes once, in order; pairs that are not `apart` are passed over, and those that have fewer than
    `proof` words in common, unless one of them has no more. All are found as long as no word
    by which they are looked up stands in more than forty points; above that, pairs share two or three of those.
    The order of the points must not depend on how they came: it decides what is left out of endless lists.
    """
    near: list[list[int]] = [[] for _ in contents]
    for several in _lists(contents, languages, least):
        reach = _MANY if len(several) <= _MANY else _BESIDE
        for at, one in enumerate(several):
            near[one].extend(several[at + 1 : at + 1 + reach])
    words = [frozenset(content.weights) for content in contents]
    for one, others in enumerate(near):
        mine = contents[one]
        for other in sorted(set(others)):
            if not apart(one, other):
                continue
            shared = words[one] & words[other]
            if len(shared) < proof and len(shared) < min(len(words[one]), len(words[other])):
                continue
            if (likeness := _likeness(shared, mine, contents[other])) >= least:
                yield one, other, likeness


def alike(left: Content, right: Content) -> float:
    """How much of the weight of two points is common to both, from 0 to 1 (Dice).

    >>> alike(Content(("a", "b"), {"a": 5, "b": 5}, 10), Content(("b", "c"), {"b": 5, "c": 5}, 10))
    0.5
    """
    return _likeness(left.weights.keys() & right.weights.keys(), left, right)


def _likeness(shared: Iterable[str], left: Content, right: Content) -> float:
    total = left.total + right.total
    return 2 * sum(map(left.weights.__getitem__, shared)) / total if total else 0.0


def _lists(contents: Sequence[Content], languages: Sequence[str], least: float) -> Iterator[list[int]]:
    """Lists of points that have rare words in common, each in order and short enough to be read whole."""
    rare = [_prefix(content, least) for content in contents]
    crowded: set[_Place] | None = None
    for size in (1, 2, 3):
        index: dict[_Place, list[int]] = defaultdict(list)
        for at, words in enumerate(rare):
            for place in _places(languages[at], words, size, crowded):
                index[place].append(at)
        crowded = {place for place, several in index.items() if len(several) > _MANY and size < 3}
        yield from (several for place, several in index.items() if len(several) > 1 and place not in crowded)


def _places(language: str, words: Sequence[str], size: int, crowded: set[_Place] | None) -> Iterator[_Place]:
    """Where a point is listed: by each of its rare words, then by what is crowded and one word more."""
    if crowded is None:
        yield from ((language, word) for word in words)
        return
    few = words[:_TOGETHER]
    if size == 2:
        few = [word for word in few if (language, word) in crowded]
    for several in combinations(sorted(few), size):
        if size == 2 or all((language, *each) in crowded for each in combinations(several, size - 1)):
            yield language, *several


def _prefix(content: Content, least: float) -> list[str]:
    """The rarest words of a point, of which one stands in every point that is alike enough."""
    left = content.total
    enough = left * least / (2 - least)
    found = []
    for word in sorted(content.weights, key=lambda word: (-content.weights[word], word)):
        if left < enough:
            break
        found.append(word)
        left -= content.weights[word]
    return found
