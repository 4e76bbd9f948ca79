"""How a reader that has to wait for another program asks for more time.

Whoever keeps the time listens; where nobody does, nothing is asked of anyone.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar

_LISTENER: ContextVar[Callable[[float], None] | None] = ContextVar("listener", default=None)


def ask(seconds: float) -> None:
    """Say that what comes next may take so many seconds, however long it took so far."""
    listener = _LISTENER.get()
    if listener is not None:
        listener(seconds)


def listen(listener: Callable[[float], None]) -> None:
    """Hear what readers of this process ask for from now on."""
    _LISTENER.set(listener)
