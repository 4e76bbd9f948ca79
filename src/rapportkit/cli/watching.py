"""Checking again whatever is saved, until somebody interrupts."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import count

from rapportkit.cli.inputs import gather
from rapportkit.cli.screen import is_lively, tell
from rapportkit.errors import RapportkitError, UsageError

_PAUSE = 0.4
"""Seconds between two looks. Word writes a new file and puts it in the place of the old one within less."""

Saved = Mapping[str, tuple[int, int, int]]
"""Each file as it was called, with its number, size and time of change."""


def watch(
    paths: Sequence[str],
    run: Callable[[list[str]], int],
    *,
    pause: float = _PAUSE,
    rounds: int | None = None,
) -> int:
    """Run once, and again for the files that were saved since; the status of the last run.

    A file counts as saved when two looks in a row see it alike: while Word is still writing, it changes or is
    gone. Lock files are none of what is looked at. `rounds` ends it after so many looks.
    """
    if "-" in paths:
        raise UsageError("--watch wants files and folders: standard input is never saved again.")
    status = _run(run, list(paths))
    checked = before = _look(paths)
    _wait_for(len(checked))
    for _ in range(rounds) if rounds is not None else count():
        time.sleep(pause)
        now = _look(paths)
        changed = [file for file in now if now[file] == before.get(file) != checked.get(file)]
        before = now
        if changed:
            checked = {file: now[file] if file in changed else checked.get(file, now[file]) for file in now}
            _clear()
            # All of them: whether a session is reported twice shows only beside the others.
            status = _run(run, list(paths))
            _wait_for(len(now))
    return status


def _look(paths: Sequence[str]) -> Saved:
    found = {}
    for given in gather(paths).found:
        if given.path is None:
            continue
        try:
            state = given.path.stat()
        except OSError:
            continue
        found[given.shown] = (state.st_ino, state.st_size, state.st_mtime_ns)
    return found


def _run(run: Callable[[list[str]], int], paths: list[str]) -> int:
    """One run; what would end any other run is told, and the next save may mend it."""
    try:
        return run(paths)
    except RapportkitError as trouble:
        tell(str(trouble))
        return trouble.status


def _wait_for(files: int) -> None:
    what = "file" if files == 1 else "files"
    tell(f"Waiting for {files} {what} to be saved; Ctrl+C ends it.")


def _clear() -> None:
    """An empty screen for the next run, where there is one."""
    if sys.stdout is not None and is_lively(sys.stdout):
        sys.stdout.write("\x1b[2J\x1b[3J\x1b[H")
        sys.stdout.flush()
