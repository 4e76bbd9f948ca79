"""Where the command starts: `rapportkit` and `python -m rapportkit`."""

from __future__ import annotations

import sys

from rapportkit import __version__


def main() -> None:
    """Run the command line and leave with its exit status."""
    if sys.argv[1:] in (["--version"], ["-V"]) and sys.stdout is not None:
        # Scripts ask for the version often, and it needs none of the rest.
        sys.stdout.write(f"rapportkit {__version__}\n")
        return
    try:
        from rapportkit.cli.outcome import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    main()
