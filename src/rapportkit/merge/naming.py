"""What a theme is called: the most telling short phrase that at least two of its members use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapportkit.merge.content import Content, stems
from rapportkit.model.grouping import Raised

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ \u00a0\n'’-]*")
_LONGEST = 3
"""So many words that carry sense make the longest name."""
_WIDEST = 6
"""So many words altogether."""

_ENOUGH = 100
"""What so many points of a theme are called, all are called."""

_Phrase = tuple[str, ...]


def name(points: Sequence[Raised], contents: Sequence[Content]) -> str:
    """Of points in an order of their own, the phrase that is most telling by its words and by how many members use it, "" if none is shared.

    It stands as most members write it, without a capital where some of them write none.
    """
    points = points[:_ENOUGH]
    used = Counter(phrase for point in points for phrase in {phrase for phrase, _, _ in _phrases(point)})
    weights = {word: weight for each in contents for word, weight in each.weights.items()}

    def telling(phrase: _Phrase) -> int:
        return (used[phrase] - 1) * sum(weights.get(word, 0) for word in set(phrase))

    shared = [phrase for phrase, count in used.items() if count > 1]
    best = min(shared, key=lambda phrase: (-telling(phrase), phrase), default=())
    return _as_written(best, points) if best else ""


def _as_written(phrase: _Phrase, points: Sequence[Raised]) -> str:
    ways = Counter(
        " ".join(point.text[start:end].split())
        for point in points
        for found, start, end in _phrases(point)
        if found == phrase
    )
    return min(ways, key=lambda way: (-ways[way], way[0].isupper(), way))


def slug(called: str, taken: set[str] | frozenset[str]) -> str:
    """An id made of a name, with a number where it is taken.

    >>> slug("Access to services", set()), slug("data", {"theme-data"})
    ('theme-access-to-services', 'theme-data-2')
    """
    plain = "-".join(["theme", *(word.casefold() for word in _WORD.findall(called))])
    number, found = 1, plain
    while found in taken:
        number += 1
        found = f"{plain}-{number}"
    return found


def _phrases(point: Raised) -> Iterator[tuple[_Phrase, int, int]]:
    """Runs of words that begin and end with one that carries sense, by their stems, from where to where."""
    words = [
        (match.start(), match.end(), stems(match[0], point.language)) for match in _WORD.finditer(point.text)
    ]
    for first, (opening, _, telling) in enumerate(words):
        if not telling:
            continue
        phrase: _Phrase = ()
        last = opening
        for start, end, stem in words[first : first + _WIDEST]:
            if start != opening and not _GAP.fullmatch(point.text, last, start):
                break
            last = end
            phrase += stem
            if stem:
                yield phrase, opening, end
            if len(phrase) >= _LONGEST:
                break
