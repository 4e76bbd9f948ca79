"""Bytes put in between other bytes, which stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter


@dataclass(frozen=True, slots=True)
class Splice:
    """Bytes to put in at an offset; `drop` bytes that stand there go."""

    at: int
    new: bytes
    drop: int = 0


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """Put all splices in; those at one offset keep their order.

    >>> spliced(b"<a/>", [Splice(2, b">b</a", drop=1), Splice(0, b"<?x?>")])
    b'<?x?><a>b</a>'
    """
    return b"".join(_pieces(data, sorted(splices, key=attrgetter("at"))))


def _pieces(data: bytes, splices: Iterable[Splice]) -> Iterator[bytes]:
    done = 0
    for splice in splices:
        yield data[done : splice.at]
        yield splice.new
        done = splice.at + splice.drop
    yield data[done:]
