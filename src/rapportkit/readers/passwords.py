"""What is said of a file that asks for a password."""

from __future__ import annotations

from collections.abc import Sequence

from rapportkit.errors import ReadError


def refused(name: str, passwords: Sequence[str]) -> ReadError:
    """The error for a file that none of the given passwords opens (F005); no password is ever repeated.

    >>> print(refused("rt12.pdf", ["a", "b"]))
    rt12.pdf is protected by a password, and none of the 2 of --password-file opens it; ask for the right one, \
or for a copy without.
    """
    if not passwords:
        return ReadError(
            f"{name} is protected by a password; name a file that holds it with --password-file, "
            "or save a copy without one and send that.",
            code="F005",
        )
    fits = (
        "the one of --password-file does not open it"
        if len(passwords) == 1
        else f"none of the {len(passwords)} of --password-file opens it"
    )
    return ReadError(
        f"{name} is protected by a password, and {fits}; ask for the right one, or for a copy without.",
        code="F005",
    )
