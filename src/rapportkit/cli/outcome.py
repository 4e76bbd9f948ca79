"""How a run ends: every trouble is caught here, told in a sentence and given its exit status."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path

from rapportkit.cli.screen import tell
from rapportkit.errors import FaultError, RapportkitError

DEBUG = "RAPPORTKIT_DEBUG"


class Status(IntEnum):
    """The exit statuses that scripts hold on to."""

    DONE = 0
    FOUND = 1
    WRONG = 2
    UNREAD = 3
    INTERRUPTED = 130


def status(*, found: bool = False, unread: bool = False) -> Status:
    """The status of a run that came to its end: an unread input outweighs findings."""
    if unread:
        return Status.UNREAD
    return Status.FOUND if found else Status.DONE


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status; nothing is raised, no traceback is shown."""
    from click.exceptions import Abort, ClickException

    from rapportkit.cli.app import app_for

    _speak_utf8()
    try:
        returned = app_for(arguments)(list(arguments), prog_name="rapportkit", standalone_mode=False)
    except ClickException as wrong:
        wrong.show(sys.stderr)
        return Status.WRONG
    except RapportkitError as trouble:
        tell(str(trouble))
        return trouble.status
    except (Abort, KeyboardInterrupt):
        return Status.INTERRUPTED
    except Exception as fault:  # noqa: BLE001 - the last line: a person gets a sentence, never a traceback
        tell(sentence(fault))
        return Status.WRONG
    return returned if isinstance(returned, int) else Status.DONE


def sentence(fault: Exception) -> str:
    """Tell an unforeseen exception by its kind and its place in the code.

    Its own message stays away: it may quote the report, and reports are confidential.
    """
    import traceback

    if os.environ.get(DEBUG):
        if isinstance(fault, FaultError):
            tell(fault.trace)
        traceback.print_exception(fault, file=sys.stderr)
    what = str(fault) if isinstance(fault, FaultError) else _met(fault)
    return f"this is a fault in rapportkit ({what}); please report it, with what {DEBUG}=1 shows."


def _met(fault: Exception) -> str:
    import traceback

    frames = traceback.extract_tb(fault.__traceback__)
    place = f" in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
    return f"{type(fault).__name__}{place}"


def _speak_utf8() -> None:
    """Write UTF-8 with plain line ends whatever the locale says: same input, same bytes out."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors, newline="\n")
