"""Places of one source in reading order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from rapportkit.model.location import Location

Key = tuple[int, ...]


class Places:
    """Places sorted once, to be asked what stands between two others.

    Blocks are counted through the whole source. A report read back from JSON has none; then places in
    tables are compared with one another, and places outside them, but not one kind with the other.
    """

    def __init__(self, places: Iterable[Location]) -> None:
        sorted_by_scheme: dict[str, list[tuple[Key, int, Location]]] = defaultdict(list)
        for index, place in enumerate(places):
            scheme, key = _key(place)
            sorted_by_scheme[scheme].append((key, index, place))
        self._by_scheme = {
            scheme: sorted(found, key=lambda each: each[:2]) for scheme, found in sorted_by_scheme.items()
        }

    def between(self, first: Location, second: Location) -> tuple[Location, ...]:
        """The places known to stand after the first and before the second.

        >>> nine = Location(line=9)
        >>> Places([Location(line=4), nine]).between(Location(line=4), Location(line=12)) == (nine,)
        True
        """
        (scheme, low), (other, high) = _key(first), _key(second)
        found = self._by_scheme.get(scheme, []) if scheme == other else []
        start = bisect_right(found, low, key=lambda each: each[0])
        end = bisect_left(found, high, key=lambda each: each[0])
        return tuple(place for _, _, place in found[start:end])

    def next(self, place: Location) -> Location | None:
        """The first place known to stand after another; None where there is none."""
        scheme, key = _key(place)
        found = self._by_scheme.get(scheme, [])
        start = bisect_right(found, key, key=lambda each: each[0])
        return found[start][2] if start < len(found) else None


def is_from_to(place: Location, first: Location, end: Location | None) -> bool:
    """Whether a place is known to stand at the first or after it, and before the end if there is one."""
    scheme, key = _key(place)
    start, low = _key(first)
    stop, high = _key(end) if end else (scheme, None)
    return scheme == start == stop and low <= key and (high is None or key < high)


def _key(place: Location) -> tuple[str, Key]:
    if place.block:
        return "block", (place.block,)
    numbers = (place.page, place.table, place.row, place.cell, place.paragraph, place.line)
    return ("table" if place.table else "text"), tuple(number or 0 for number in numbers)
