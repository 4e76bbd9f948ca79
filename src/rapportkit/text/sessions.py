"""When two reports tell of the same session, by what is printed on their heads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapportkit.text.likeness import normalise

Head = tuple[str, str, str]
"""A session as a report prints it: its number, its title and the title of its event, "" for what it lacks."""
_Known = tuple[str, str, int]


def sessions(heads: Sequence[Head]) -> list[int]:
    """The number of the session of each head, from 0; heads of one session share it.

    A session is known by number and title; the event tells sessions of two events apart, unless a head names
    none. A head with neither number nor title is a session of its own.

    >>> sessions([("1", "Ports", ""), ("1", "ports", "Forum"), ("2", "", ""), ("", "", ""), ("", "", "")])
    [0, 0, 1, 2, 3]
    """
    alike: dict[_Known, list[int]] = defaultdict(list)
    for at, (number, title, _) in enumerate(heads):
        known = normalise(number), normalise(title)
        alike[(*known, -1) if any(known) else ("", "", at)].append(at)
    events = [normalise(event) for _, _, event in heads]
    met: dict[tuple[_Known, str], int] = {}
    found = [0] * len(heads)
    for session, several in alike.items():
        told = {events[at] for at in several if events[at]}
        for at in several:
            found[at] = met.setdefault((session, events[at] if len(told) > 1 else ""), len(met))
    return found
