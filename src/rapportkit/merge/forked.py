"""Work on many things of which none minds another, shared among the processors of this machine.

What comes out is the same as without: the order is kept, and a part that fails elsewhere is done again here, so that
its trouble is met as usual. Small sets are not worth a second process.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import threading
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Generic, TypeVar, cast

Given = TypeVar("Given")
Made = TypeVar("Made")

_MOST = 4
"""Processes: each holds memory of its own, and what is not shared out takes its time all the same."""


def mapped(work: Callable[[Given], Made], given: Sequence[Given], worth: int) -> list[Made]:
    """The work done on each thing, in order; in several processes where there are `worth` things or more for each.

    The work must not change anything but what it returns, and that must be picklable.
    """
    parts = min(_processors(), _MOST, len(given) // worth) if worth else 1
    if parts < 2:
        return [work(each) for each in given]
    bounds = [len(given) * part // parts for part in range(parts + 1)]
    first, *others = [given[start:stop] for start, stop in pairwise(bounds)]
    # What is there already is not looked through for rubbish: that would copy all of it for each process.
    gc.freeze()
    children: list[_Child[Made]] = []
    try:
        children.extend(_Child(work, share) for share in others)
        made = [work(each) for each in first]
        for child, share in zip(children, others, strict=True):
            found = child.made()
            made.extend(found if found is not None else map(work, share))
    finally:
        for child in children:
            child.end()
        gc.unfreeze()
    return made


def both(one: Callable[[], Given], other: Callable[[], Made], *, apart: bool) -> tuple[Given, Made]:
    """What two pieces of work make that do not mind each other; `apart` in two processes, where that can be."""
    jobs: list[Callable[[], Given | Made]] = [one, other]
    made = mapped(lambda job: job(), jobs, 1 if apart else 0)
    return cast("Given", made[0]), cast("Made", made[1])


class _Child(Generic[Made]):
    """A copy of this process that does one share and hands back what it made."""

    def __init__(self, work: Callable[[Given], Made], share: Sequence[Given]) -> None:
        self._line, other = os.pipe()
        self._process = os.fork()
        if not self._process:
            _serve(work, share, other)
        os.close(other)
        self._is_ended = False

    def made(self) -> list[Made] | None:
        """What it made; None where it could not."""
        with os.fdopen(self._line, "rb", closefd=False) as pipe:
            data = pipe.read()
        _, status = os.waitpid(self._process, 0)
        self._is_ended = True
        if status:
            return None
        found: list[Made] = pickle.loads(data)  # noqa: S301 - our own child's words
        return found

    def end(self) -> None:
        """Close the line; one that is still at work is stopped, since nobody waits for it any more."""
        os.close(self._line)
        if not self._is_ended:
            os.kill(self._process, 9)
            os.waitpid(self._process, 0)


def _serve(work: Callable[[Given], Made], share: Sequence[Given], line: int) -> None:
    """Do a share and end, without what a process does at its end: files and terminals belong to its parent."""
    status = 1
    try:
        gc.disable()
        with os.fdopen(line, "wb") as pipe:
            pickle.dump([work(each) for each in share], pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _processors() -> int:
    """How many processes may work at once; one where a process cannot safely be copied."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))
