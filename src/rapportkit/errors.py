"""What stops the work; each class names the exit status that the command line returns for it."""

from __future__ import annotations


class RapportkitError(Exception):
    """Trouble with the run. The message says what happened, where, and what would help."""

    status: int = 2


class UsageError(RapportkitError):
    """The command line asks for something that cannot be done as asked."""

    status = 2


class TemplateError(RapportkitError):
    """A template is unknown or unsound."""

    status = 2


class OutputError(RapportkitError):
    """The output cannot be written."""

    status = 2


class ReadError(RapportkitError):
    """One input cannot be read; the others still can.

    `code` is the rule under which `validate` reports it and `explain` explains it (F0xx). `key` names that
    rule's sentence, and `args` fill it where it is said in another language.
    """

    status = 3

    def __init__(
        self,
        message: str,
        *,
        code: str = "F001",
        key: str = "unread",
        args: tuple[tuple[str, str | int], ...] = (),
    ) -> None:
        super().__init__(message)
        self.code, self.key, self.filled = code, key, args


class SeveralError(ReadError):
    """One input holds several documents, each of which is to be read by itself.

    `parts` are the number and name of each, as `ReadOptions.part` takes them; 0 is the text that came with
    the others. `aside` are the names of what came along and is of no kind that is read.
    """

    def __init__(self, message: str, parts: tuple[tuple[int, str], ...], aside: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.parts, self.aside = parts, aside


class FaultError(Exception):
    """A fault of our own, met in another process.

    `kind` is the exception's, `place` the file and line where it was raised, `trace` the whole of it.
    """

    def __init__(self, kind: str, place: str, trace: str) -> None:
        super().__init__(f"{kind} in {place}")
        self.kind, self.place, self.trace = kind, place, trace
