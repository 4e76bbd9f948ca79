"""Where documents are read: in a worker, each one while the one before it is still being worked on."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from rapportkit.cli.inputs import Input
from rapportkit.errors import FaultError, ReadError
from rapportkit.model.document import Document
from rapportkit.model.options import AS_USUAL, ReadOptions
from rapportkit.readers import READERS
from rapportkit.readers.worker import Worker

_started: list[Worker] = []


def start(arguments: Sequence[str]) -> None:
    """Start the process that will read, while the command line is still to be understood.

    It is a copy of this process where that is safe: so early, there is no other thread; later there is
    but the one that draws the progress bar, which holds no lock that a reader could ask for.
    """
    worker = Worker(forks=sys.platform == "linux")
    worker.warm([argument for argument in arguments if not argument.startswith("-")])
    _started.append(worker)


@dataclass(frozen=True, slots=True)
class _Ahead:
    """An input whose bytes were taken before its turn, or the trouble that met whoever tried."""

    given: Input
    data: bytes = b""
    trouble: ReadError | None = None


class Desk:
    """Reads inputs, mostly in the order in which they were laid out."""

    def __init__(self, options: ReadOptions = AS_USUAL) -> None:
        self._most = options.limits.file_bytes
        self._worker = _started.pop() if _started else Worker(forks=sys.platform == "linux")
        self._worker.options = options
        self._waiting: deque[Input] = deque()
        self._ahead: _Ahead | None = None

    def lay_out(self, inputs: Sequence[Input]) -> None:
        """Make the order known, and begin with the first."""
        self._waiting = deque(inputs)
        self._look_ahead()

    def take(self, given: Input) -> bytes:
        """The bytes of an input; ReadError where they cannot be had."""
        ahead = self._ahead
        if ahead is None or ahead.given is not given:
            return given.take(self._most)
        if ahead.trouble is not None:
            self._ahead = None
            self._look_ahead(after=given)
            raise ahead.trouble
        return ahead.data

    def read(self, data: bytes, given: Input) -> Document:
        """Read a document; standard input is taken for what its first bytes say, else for text."""
        ahead, self._ahead = self._ahead, None
        if ahead is None or ahead.given is not given:
            if ahead is not None:
                self._worker.close()
            self._worker.begin(data, _name(given, data), given.part)
        try:
            document = self._worker.finish()
        except (ReadError, FaultError):
            self._look_ahead(after=given)
            raise
        except BaseException:
            # Interrupted half-way through an answer: nothing more can be said to this worker, nor heard from it.
            self._worker.close()
            raise
        self._look_ahead(after=given)
        return document

    def _look_ahead(self, after: Input | None = None) -> None:
        """Begin to read the next document in the order."""
        if after is not None and after in self._waiting:
            while self._waiting.popleft() is not after:
                pass
        given = next(filter(_is_plain, self._waiting), None)
        if given is None:
            return
        try:
            data = given.take(self._most)
        except ReadError as trouble:
            self._ahead = _Ahead(given, trouble=trouble)
            return
        self._worker.begin(data, _name(given, data))
        self._ahead = _Ahead(given, data)


def _is_plain(given: Input) -> bool:
    """Whether an input is surely a document that is there: what may be JSON, and pipes, wait their turn."""
    return given.path is not None and given.suffix in READERS and given.path.is_file()


def _name(given: Input, data: bytes) -> str:
    if given.path:
        return given.name
    if data.startswith(b"%PDF-"):
        return "stdin.pdf"
    return "stdin.docx" if data.startswith(b"PK") else "stdin.txt"
