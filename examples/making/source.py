"""Where the words come from: answers from the gold files, the form's own wording from the seed texts.

No word is typed a second time, so that an example cannot differ from its seed by a slip.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Point = dict[str, Any]
"""A point as the contract has it: `text`, and `points` where a list hangs below it."""

Fields = dict[str, Any]
"""The `fields` of one gold file."""


@dataclass(frozen=True, slots=True)
class Seed:
    """One report as plain text, looked up by how its lines begin."""

    lines: tuple[str, ...]

    def all(self, start: str) -> list[str]:
        """Return every line that begins with these words, in order."""
        found = [line for line in self.lines if line.startswith(start)]
        if not found:
            message = f"The seed has no line that begins with “{start}”."
            raise LookupError(message)
        return found

    def line(self, start: str) -> str:
        """Return the first line that begins with these words."""
        return self.all(start)[0]

    def row(self, start: str) -> tuple[str, str]:
        """Return label and value of the first table row that begins with these words."""
        label, _, value = self.line(start).partition("\t")
        return label, value

    def after(self, words: str) -> str:
        """Return the character that follows these words: a lead-in ends in a full stop or a colon."""
        whole = re.sub(r"\s+", " ", " ".join(self.lines))
        return whole[whole.index(words) + len(words)]


def read_seed(folder: Path, number: str) -> tuple[Path, Seed]:
    """Find and read the seed of this number; lines lose the spaces around them."""
    (path,) = folder.glob(f"{number}_*.txt")
    lines = (line.strip(" ") for line in path.read_text(encoding="utf-8").splitlines())
    return path, Seed(tuple(line for line in lines if line.strip()))


def read_gold(path: Path) -> Fields:
    """Read the fields of one gold file."""
    fields: Fields = json.loads(path.read_text(encoding="utf-8"))["fields"]
    return fields
