"""Reading in a process of its own, which may hang or crash without harm.

A file that takes too long is given up with its process, one that crashes the process is told as broken;
the next file gets a new process. What it costs stands in benchmarks/README.md.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import warnings
import weakref
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from types import TracebackType
from typing import IO, Any, Protocol, Self

from rapportkit.errors import FaultError, ReadError, SeveralError
from rapportkit.model.document import Document
from rapportkit.model.options import AS_USUAL, ReadOptions
from rapportkit.readers.bounds import over

_START = "import sys; sys.path[:] = sys.argv[1:]; from rapportkit.readers.serving import main; main()"


class Worker:
    """Reads files one after another with the same options.

    `forks` says whether the process may be a copy of this one, which is there at once; that is safe only
    where no other thread holds a lock. Without a word it is one on Linux, where this is the only thread.
    Use it in a `with` statement, or call `close` at the end.
    """

    def __init__(self, options: ReadOptions = AS_USUAL, *, forks: bool | None = None) -> None:
        self.options, self._forks = options, forks
        self._process: _Process | None = None
        self._name = ""

    def __enter__(self) -> Self:
        """Work until the end of the statement."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        del kind, error, trace
        self.close()

    def read(self, data: bytes, name: str) -> Document:
        """Read a file's bytes; raises ReadError, also where reading takes too long or crashes."""
        self.begin(data, name)
        return self.finish()

    def warm(self, names: Sequence[str]) -> None:
        """Start the process, and let it prepare for files of these names while something else is done."""
        self._tell(("warm", *names))

    def begin(self, data: bytes, name: str, part: int | None = None) -> None:
        """Hand a file, or a `part` of a mail, over to be read while something else is done; then `finish`."""
        self._name = name
        self._tell(("read", data, name, replace(self.options, part=part)))

    def finish(self) -> Document:
        """The document that was begun last."""
        from rapportkit.readers.serving import receive

        assert self._process is not None, "begin comes before finish"
        process, seconds = self._process, float(self.options.limits.seconds)
        while True:
            clock = _Clock(seconds, process.kill)
            with clock:
                answer = receive(process.inbox)
            if answer is None:
                self.close()
                raise self._ended(process, late=clock.rang)
            kind, *told = answer
            if kind == "wait":
                (seconds,) = told
                continue
            return _unpacked(kind, told)

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None:
            self._process.end()
            self._process = None

    def _tell(self, message: tuple[Any, ...]) -> None:
        from rapportkit.readers.serving import send

        if self._process is None:
            self._process = _Forked() if self._may_fork() else _Spawned()
            weakref.finalize(self, self._process.end)
        with suppress(OSError):  # a process that is gone already is noticed by `finish`
            send(self._process.outbox, message)

    def _may_fork(self) -> bool:
        if self._forks is None:
            return sys.platform == "linux" and threading.active_count() == 1
        return self._forks

    def _ended(self, process: _Process, *, late: bool) -> ReadError:
        if late or process.was_late:
            return over(self._name, "seconds", self.options.limits)
        return ReadError(
            f"{self._name} is damaged: it makes its reader crash; open it in the program that made it, save it again "
            "and send that copy.",
            code="F003",
        )


class _Process(Protocol):
    """A process that serves: what it says comes from `inbox`, what it is told goes to `outbox`."""

    inbox: IO[bytes]
    outbox: IO[bytes]
    was_late: bool

    def kill(self) -> None:
        """Stop it at once, and all that it has started."""

    def end(self) -> None:
        """Stop it and put everything away; may be called again."""


class _Forked:
    """A copy of this process."""

    def __init__(self) -> None:
        from rapportkit.readers.serving import serve

        theirs, outbox = os.pipe()
        inbox, answers = os.pipe()
        with warnings.catch_warnings():
            # The copy uses nothing that another thread could hold: see Worker.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._pid = os.fork()
        if not self._pid:
            _become(lambda: serve(os.fdopen(theirs, "rb"), os.fdopen(answers, "wb")), outbox, inbox)
        os.close(theirs)
        os.close(answers)
        self.inbox: IO[bytes] = os.fdopen(inbox, "rb")
        self.outbox: IO[bytes] = os.fdopen(outbox, "wb")
        self.was_late = False

    def kill(self) -> None:
        """Stop it at once, and all that it has started."""
        with suppress(OSError):
            os.kill(self._pid, signal.SIGKILL)
        with suppress(OSError):
            os.killpg(self._pid, signal.SIGKILL)

    def end(self) -> None:
        """Stop it and put everything away; may be called again."""
        if not self._pid:
            return
        self.kill()
        with suppress(OSError):
            _, status = os.waitpid(self._pid, 0)
            self.was_late = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM
        self._pid = 0
        _shut(self.inbox, self.outbox)


def _become(serve: Callable[[], None], *others: int) -> None:
    """Live on as a server, and never come back to what this process was a copy of."""
    status = 1
    try:
        os.setsid()
        for other in others:
            os.close(other)
        serve()
        status = 0
    finally:
        os._exit(status)


class _Spawned:
    """A new process: slower to start, and safe wherever it is started."""

    def __init__(self) -> None:
        import subprocess

        self._popen = subprocess.Popen(  # noqa: S603 - this very interpreter, and code of ours
            [sys.executable, "-c", _START, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        assert self._popen.stdin is not None
        assert self._popen.stdout is not None
        self.inbox: IO[bytes] = self._popen.stdout
        self.outbox: IO[bytes] = self._popen.stdin
        self.was_late = False

    def kill(self) -> None:
        """Stop it at once, and all that it has started."""
        self._popen.kill()
        if hasattr(os, "killpg"):
            with suppress(OSError):
                os.killpg(self._popen.pid, signal.SIGKILL)

    def end(self) -> None:
        """Stop it and put everything away; may be called again."""
        if self._popen.returncode is not None:
            return
        self.kill()
        status = self._popen.wait()
        self.was_late = hasattr(signal, "SIGALRM") and status == -signal.SIGALRM
        _shut(self.inbox, self.outbox)


def _shut(*streams: IO[bytes]) -> None:
    for stream in streams:
        with suppress(OSError):  # what was still to be written has nobody left to read it
            stream.close()


def _unpacked(kind: str, told: list[Any]) -> Document:
    if kind == "document":
        (document,) = told
        assert isinstance(document, Document)
        return document
    if kind == "refused":
        message, code = told
        raise ReadError(message, code=code)
    if kind == "several":
        raise SeveralError(*told)
    raise FaultError(*told)


class _Clock:
    """Rings once when the time is over, unless that is no longer of interest."""

    def __init__(self, seconds: float, ring: Callable[[], None]) -> None:
        self.rang = False
        self._ring = ring
        self._timer = threading.Timer(seconds, self._strike)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()

    def _strike(self) -> None:
        self.rang = True
        self._ring()
