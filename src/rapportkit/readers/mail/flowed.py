"""Texts whose paragraphs were wrapped for the way and say so (format=flowed)."""

from __future__ import annotations

import re


def unflowed(text: str, *, deleted_spaces: bool = False) -> tuple[str, list[int]]:
    r"""The text with its paragraphs joined again, and for each of its lines the one that it began at.

    A line that ends in a space goes on below; a signature line does not.

    >>> unflowed("One \ntwo.\nThree.\n-- \nAna")
    ('One two.\nThree.\n-- \nAna', [1, 3, 4, 5])
    """
    joined: list[str] = []
    numbers: list[int] = []
    quoted, open_end = "", False
    for number, raw in enumerate(text.splitlines(), start=1):
        found = re.match(r"(>+)( ?)", raw)
        depth = found[1] if found else ""
        line = raw[found.end() :] if found else raw.removeprefix(" ")
        if open_end and depth == quoted and line != "-- ":
            joined[-1] = (joined[-1][:-1] if deleted_spaces else joined[-1]) + line
        else:
            joined.append(f"{depth} {line}" if depth else line)
            numbers.append(number)
        quoted, open_end = depth, line.endswith(" ") and line != "-- "
    return "\n".join(joined), numbers
