"""Like points together: a rule on the whole set, so that the order of arrival decides nothing.

Exact and near-exact likeness is one key for both, so it joins without comparing pairs. Slips of the
pen are a relation between two: who is one slip apart is looked up by halves (a single word that
differs leaves the first or the second half of the words equal), and a point joins a group only when
it is a slip apart from every wording in it, so that no chain of slips leads from one point to another.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from rapportkit.model.summary import Support
from rapportkit.text import likeness

# Grave, acute, circumflex and cedilla, on Latin letters only.
_ACCENT = re.compile(r"(?<=[A-Za-z])[\u0300\u0301\u0302\u0327]+")
_SHORT = "="
"""What the key begins with of a text that is too short to be sure of: there every sign counts."""


@dataclass(slots=True)
class Node:
    """One point on its way into the summary, with the points that hang below it."""

    support: Support
    rank: tuple[int, int]
    below: list[Node] = field(default_factory=list)


Wording = tuple[Hashable, str]
"""Points may join only within the first half; the second is the words that count."""


def group(nodes: Iterable[Node]) -> list[list[Node]]:
    """Sort points into groups that say the same, each group and all groups in the order of the reports."""
    exact: dict[Wording, list[Node]] = defaultdict(list)
    for node in sorted(nodes, key=lambda node: node.rank):
        exact[_wording(node.support)].append(node)
    groups = [[node for wording in like for node in exact[wording]] for like in _slips(exact)]
    for each in groups:
        each.sort(key=lambda node: node.rank)
    return sorted(groups, key=lambda each: each[0].rank)


def _wording(support: Support) -> Wording:
    """Never across languages, lists (actions with actions) or kinds (titles with titles)."""
    return (support.language, support.part, support.heading), _key(support.text)


def _key(text: str) -> str:
    """The key of a text without the accents that are left out in haste; ñ and ü make other words.

    >>> _key("Más personal médico") == _key("mas personal medico"), _key("Sí") == _key("Si")
    (True, False)
    """
    key = likeness.key(text)
    if text.isascii() or key.startswith(_SHORT):
        return key
    plain = likeness.key(unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", text))))
    return key if plain.startswith(_SHORT) else plain


def _slips(exact: dict[Wording, list[Node]]) -> list[list[Wording]]:
    """Join wordings that are one slip apart: the best attested first, each with all that fit it."""
    words = {wording: likeness.words(nodes[0].support.text) for wording, nodes in exact.items()}
    halves: dict[Hashable, list[Wording]] = defaultdict(list)
    for wording in exact:
        for half in _halves(wording, words[wording]):
            halves[half].append(wording)
    groups: list[list[Wording]] = []
    placed: set[Wording] = set()
    for wording in sorted(exact, key=lambda each: (-len(exact[each]), str(each))):
        if wording in placed:
            continue
        joined = [wording]
        near = {other for half in _halves(wording, words[wording]) for other in halves[half]}
        for other in sorted(near - placed - {wording}, key=lambda each: (-len(exact[each]), str(each))):
            if all(likeness.is_slip(words[other], words[member]) for member in joined):
                joined.append(other)
        placed.update(joined)
        groups.append(joined)
    return groups


def _halves(wording: Wording, words: Sequence[str]) -> tuple[Hashable, ...]:
    middle = len(words) // 2
    place = (wording[0], len(words))
    return ((*place, 0, tuple(words[:middle])), (*place, 1, tuple(words[middle:])))
