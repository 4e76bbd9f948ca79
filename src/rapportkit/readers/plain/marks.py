"""Marks of a converter in a text file: taken off when it is read, and told to whoever sent it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportkit.model.document import Remark
from rapportkit.model.location import Location
from rapportkit.text.markup import stray_mark

_MOST = 2000
"""Lines that are told; in a file with more of them, the rest says nothing new."""
_LONGEST = 40


def marks(lines: Sequence[str], name: str) -> Iterator[Remark]:
    """Yield a remark for each line with HTML or Markdown in it; in a Markdown file they are no strangers."""
    if name.casefold().endswith(".md"):
        return
    told = 0
    for number, line in enumerate(lines, 1):
        if mark := stray_mark(line):
            told += 1
            said = mark if len(mark) <= _LONGEST else f"{mark[:_LONGEST]}…"
            yield Remark(
                "H001",
                f"Line {number} holds marks of a converter: “{said}”.",
                Location(name, line=number),
                "cleaned",
                (("mark", said),),
            )
        if told == _MOST:
            return
