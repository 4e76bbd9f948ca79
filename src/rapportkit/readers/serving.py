"""The far end of a worker: a process that reads one file after another for whoever started it.

Messages are pickled tuples, each behind its length. ("read", data, name, options) is answered by
("document", …), ("refused", message, code), ("several", message, parts, aside) or ("fault", kind, place, trace), and before that by any
number of ("wait", seconds). ("warm", name, …) says what is likely to come, and is not answered.
"""

from __future__ import annotations

import copyreg
import io
import os
import pickle
import signal
import struct
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import IO, Any

from rapportkit.errors import ReadError, SeveralError
from rapportkit.model.document import Block, Document, Furniture, Note, Remark, Source
from rapportkit.model.location import Location
from rapportkit.model.options import ReadOptions
from rapportkit.readers import patience

_LENGTH = struct.Struct(">Q")
_GRACE = 30
"""Seconds after which a process ends itself that nobody ended: whoever started it may be gone."""

_PLAIN = (Document, Source, Block, Location, Note, Furniture, Remark)


def serve(inbox: IO[bytes], outbox: IO[bytes]) -> None:
    """Answer every message until there are no more."""
    _settle()
    while (asked := receive(inbox)) is not None:
        kind, *told = asked
        if kind == "warm":
            _warm(told)
            continue
        data, name, options = told
        _arm(options.limits.seconds + _GRACE)

        def wait(seconds: float) -> None:
            _arm(seconds + _GRACE)
            send(outbox, ("wait", seconds))

        patience.listen(wait)
        answer = _answer(data, name, options)
        _arm(0)
        send(outbox, answer)


def _warm(names: Sequence[str]) -> None:
    from rapportkit.readers import warm

    with suppress(Exception):  # what cannot be imported is told by whoever needs it
        warm(names)


def _answer(data: bytes, name: str, options: ReadOptions) -> tuple[Any, ...]:
    from rapportkit.readers import read
    from rapportkit.readers.bounds import over

    try:
        _bound_memory(options.limits.memory_bytes)
        return ("document", read(data, name, options))
    except ReadError as error:
        return _refused(error)
    except MemoryError:
        return _refused(over(name, "memory_bytes", options.limits))
    except Exception as fault:  # noqa: BLE001 - a fault of our own is told by whoever asked
        return _told(fault)


def _refused(error: ReadError) -> tuple[Any, ...]:
    if isinstance(error, SeveralError):
        return ("several", str(error), error.parts, error.aside)
    return ("refused", str(error), error.code)


def _told(fault: Exception) -> tuple[str, str, str, str]:
    import traceback

    frame = traceback.extract_tb(fault.__traceback__)[-1]
    place = f"{Path(frame.filename).name}, line {frame.lineno}"
    return ("fault", type(fault).__name__, place, "".join(traceback.format_exception(fault)))


def send(stream: IO[bytes], message: tuple[Any, ...]) -> None:
    """Write one message. Dataclasses go by their fields: by their state, they take three times as long."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _TABLE
    pickler.dump(message)
    stream.write(_LENGTH.pack(buffer.getbuffer().nbytes))
    stream.write(buffer.getbuffer())
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[Any, ...] | None:
    """Read one message; None where the other end is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    body = stream.read(length)
    if len(body) < length:
        return None
    message: tuple[Any, ...] = pickle.loads(body)  # noqa: S301 - both ends are this very program
    return message


def _by_fields(kind: type[Any]) -> Any:
    get = attrgetter(*(field.name for field in fields(kind)))
    return lambda value: (kind, get(value))


_TABLE = copyreg.dispatch_table | {kind: _by_fields(kind) for kind in _PLAIN}


def _settle() -> None:
    """Leave the terminal alone: no interrupts from it, no words to it, no pictures of this memory on disk."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nowhere, stream)
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _arm(seconds: float) -> None:
    """Let the system end this process after so many seconds, even while foreign code hangs; 0 for never."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _bound_memory(most: int) -> None:
    """Take no more memory than this beside what is taken already, where the system knows such a bound."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        pages = int(Path("/proc/self/statm").read_bytes().split()[5])
        most += pages * resource.getpagesize()
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        if hard == resource.RLIM_INFINITY or most <= hard:
            resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def main() -> None:
    """Serve over standard input and output, as a process of its own is asked to."""
    with os.fdopen(os.dup(0), "rb") as inbox, os.fdopen(os.dup(1), "wb") as outbox:
        serve(inbox, outbox)


if __name__ == "__main__":
    main()
