"""Where the command starts: `rapportkit` and `python -m rapportkit`."""

from __future__ import annotations

import gc
import sys

from rapportkit import __version__

_READING = frozenset({"diff", "extract", "identify", "merge", "status", "validate"})
"""The commands that read documents."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    if sys.argv[1:] in (["--version"], ["-V"]) and sys.stdout is not None:
        # Scripts ask for the version often, and it needs none of the rest.
        sys.stdout.write(f"rapportkit {__version__}\n")
        return
    # A run makes many things and throws few away: looking for what is no longer needed costs more than it gives.
    gc.set_threshold(100_000, 50, 100)
    try:
        if sys.argv[1:2] and sys.argv[1] in _READING:
            from rapportkit.cli.desk import start

            start(sys.argv[2:])
        from rapportkit.cli.outcome import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    main()
