"""Like points together: a rule on the whole set, so that the order of arrival decides nothing.

Exact and near-exact likeness is one key for both, so it joins without comparing pairs. Slips of the
pen are a relation between two: who is one slip apart is looked up by halves (a single word that
differs leaves the first or the second half of the words equal), and a point joins a group only when
it is a slip apart from every wording in it, so that no chain of slips leads from one point to another.

What an editor decided outweighs both: first, what belongs together is put together, then likeness joins what
is not to stay apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapportkit.merge.records import Record
from rapportkit.model.decisions import Decisions
from rapportkit.model.summary import Support
from rapportkit.model.template import Role
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


@dataclass(frozen=True, slots=True)
class Choices:
    """What an editor decided about pairs of points, by their ids: the pairs to join, and whom each may not meet."""

    together: tuple[tuple[str, str], ...] = ()
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)
    concerned: frozenset[str] = frozenset()

    @classmethod
    def of(cls, decisions: Decisions) -> Choices:
        """The choices among the decisions; their order decides nothing."""
        together = sorted({(min(pair), max(pair)) for pair in decisions.together})
        apart: dict[str, set[str]] = defaultdict(set)
        for one, other in decisions.apart:
            if one != other:
                apart[one].add(other)
                apart[other].add(one)
        return cls(
            tuple(together),
            {name: frozenset(foes) for name, foes in apart.items()},
            frozenset({*apart, *(name for pair in together for name in pair)}),
        )


NO_CHOICE = Choices()


def roots(records: Sequence[Record]) -> dict[Role, list[Node]]:
    """The points that hang below no other, by role, each with its own below it."""
    found: dict[Role, list[Node]] = defaultdict(list)
    for index, record in enumerate(records):
        placed: dict[str, Node] = {}
        for role, support in record.supports:
            node = placed[support.pointer] = Node(support, (index, support.order))
            above = placed.get(support.pointer.rsplit("/", 2)[0])
            (above.below if above else found[role]).append(node)
    return found


def group(nodes: Iterable[Node], choices: Choices = NO_CHOICE) -> list[list[Node]]:
    """Sort points into groups that say the same, each group and all groups in the order of the reports."""
    exact: dict[Wording, list[Node]] = defaultdict(list)
    for node in sorted(nodes, key=lambda node: node.rank):
        exact[_wording(node.support)].append(node)
    groups = [[node for wording in like for node in exact[wording]] for like in _slips(exact)]
    groups = _in_order(groups)
    if any(node.support.id in choices.concerned for each in groups for node in each):
        return _in_order(_chosen(groups, choices))
    return groups


def _in_order(groups: Iterable[list[Node]]) -> list[list[Node]]:
    ordered = [sorted(each, key=lambda node: node.rank) for each in groups]
    return sorted(ordered, key=lambda each: each[0].rank)


@dataclass(slots=True)
class _Pool:
    """Points that stand together, their ids, and the ids that may not join them."""

    nodes: list[Node]
    ids: set[str]
    foes: set[str]


class _Pools:
    """Each point in a pool of its own, until pools join."""

    def __init__(self, nodes: Iterable[Node], choices: Choices) -> None:
        self._of = {
            node.rank: _Pool([node], {node.support.id}, {*choices.apart.get(node.support.id, ())})
            for node in nodes
        }

    def of(self, node: Node) -> _Pool:
        return self._of[node.rank]

    def join(self, one: _Pool, other: _Pool) -> bool:
        """Put two pools together, unless points of them are to stay apart."""
        if one is other:
            return True
        if not one.foes.isdisjoint(other.ids):
            return False
        one.nodes += other.nodes
        one.ids |= other.ids
        one.foes |= other.foes
        for node in other.nodes:
            self._of[node.rank] = one
        return True

    def all(self) -> list[list[Node]]:
        return [pool.nodes for pool in {id(pool): pool for pool in self._of.values()}.values()]


def _chosen(groups: Sequence[Sequence[Node]], choices: Choices) -> list[list[Node]]:
    """The groups as an editor wants them."""
    nodes = [node for each in groups for node in each]
    pools = _Pools(nodes, choices)
    called: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        called[node.support.id].append(node)
    for left, right in choices.together:
        if left in called and right in called:
            first, *others = called[left] + called[right]
            for other in others:
                # Titles with titles, actions with actions: lists of other kinds are told elsewhere.
                if _kind(first) == _kind(other):
                    pools.join(pools.of(first), pools.of(other))
    for each in groups:
        heads: list[_Pool] = []
        for node in each:
            if not any(pools.join(head, pools.of(node)) for head in heads):
                heads.append(pools.of(node))
    return pools.all()


def _kind(node: Node) -> tuple[str, bool]:
    return node.support.part, node.support.heading


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
