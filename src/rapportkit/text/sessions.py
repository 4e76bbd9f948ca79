"""When two reports tell of the same session, by what is printed on their heads."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from rapportkit.text.plain import plain
from rapportkit.text.titles import same_title

Head = tuple[str, str, str]
"""A session as a report prints it: its bare number ("1.2"), its title and the title of its event, "" for what it lacks."""

_FIGURES = re.compile(r"\d+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def sessions(heads: Sequence[Head]) -> list[int]:
    """The number of the session of each head, from 0 in their order; heads of one session share it.

    Heads of one number are of one session where their titles are the same but for a slip or a subtitle; one
    without a title belongs to the only session of its number. Heads without a number are known by their title.
    Sessions of two events are two, unless a head names none. A head with neither number nor title is a session of
    its own.

    >>> sessions([("1", "Ports", ""), ("1", "ports", "Forum"), ("2", "", ""), ("", "", ""), ("", "", "")])
    [0, 0, 1, 2, 3]
    >>> sessions([("2.1", "Ports and towns: first contact", ""), ("2.1", "Ports and towns: first contacts", "")])
    [0, 0]
    """
    numbered: dict[str, list[int]] = defaultdict(list)
    for at, (number, _, _) in enumerate(heads):
        numbered[number].append(at)
    bare = numbered.pop("", [])
    told = [
        session
        for several in numbered.values()
        for alike in _parted(several, [heads[at][1] for at in several], _is_one)
        for session in _parted(alike, [heads[at][2] for at in alike], _is_one_event)
    ]
    told.extend(_unnumbered(bare, heads, told))
    found = {at: min(session) for session in told for at in session}
    order = {
        first: number for number, first in enumerate(dict.fromkeys(found[at] for at in range(len(heads))))
    }
    return [order[found[at]] for at in range(len(heads))]


def _unnumbered(bare: Sequence[int], heads: Sequence[Head], told: list[list[int]]) -> list[list[int]]:
    """Sessions of heads without a number; one whose title a single numbered session has goes there."""
    titled: dict[str, list[list[int]]] = defaultdict(list)
    for session in told:
        for title in {plain(heads[at][1]) for at in session} - {""}:
            titled[title].append(session)
    alike: dict[str, list[int]] = defaultdict(list)
    for at in bare:
        title = plain(heads[at][1])
        alike[title or f"\0{at}"].append(at)
    others = []
    for title, several in alike.items():
        for session in _parted(several, [heads[at][2] for at in several], _is_one_event):
            known = [
                each
                for each in titled.get(title, ())
                if all(_may_be_one_event(heads[one][2], heads[other][2]) for one in each for other in session)
            ]
            if len(known) == 1:
                known[0].extend(session)
            else:
                others.append(session)
    return others


def _parted(
    several: Sequence[int], names: Sequence[str], is_one: Callable[[str, str], bool]
) -> list[list[int]]:
    """Heads by what they are called, alike names together; one without a name goes where all others are.

    Where the others are of several names, those without one stay together by themselves.
    """
    different = sorted({name for name in names if plain(name)})
    classes: list[list[str]] = []
    for name in different:
        near = [each for each in classes if any(is_one(name, other) for other in each)]
        for each in near:
            classes.remove(each)
        classes.append([name, *(other for each in near for other in each)])
    number = {name: at for at, each in enumerate(classes) for name in each}
    found: dict[int, list[int]] = defaultdict(list)
    for at, name in zip(several, names, strict=True):
        found[number.get(name, 0 if len(classes) == 1 else -1)].append(at)
    return [*found.values()]


def _is_one(one: str, other: str) -> bool:
    """Whether titles are the same; other figures in them make another session ("Part 1", "Part 2")."""
    return same_title(one, other) and _FIGURES.findall(one) == _FIGURES.findall(other)


def _is_one_event(one: str, other: str) -> bool:
    """Whether two names are of one event: the same year, else the same name."""
    years, others = set(_YEAR.findall(one)), set(_YEAR.findall(other))
    return bool(years & others) if years and others else same_title(one, other)


def _may_be_one_event(one: str, other: str) -> bool:
    return not plain(one) or not plain(other) or _is_one_event(one, other)
