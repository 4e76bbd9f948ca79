"""What a trait is: one small file, and what a careful person sees in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Expected = dict[str, Any]
"""`blocks`, `furniture`, `remarks`, `trust`, `fields` or `refused`: what of these is named must hold, to the letter."""


@dataclass(frozen=True, slots=True)
class Trait:
    """One file: its name, what is particular about it, its bytes, and what a person reads in it.

    `original` is what holds where tracked changes are rejected; `password` opens a second look at a
    file that is refused without one, `unlocked` is what is seen then. `wrong` says why the file is
    not read so yet.
    """

    name: str
    about: str
    make: Callable[[], bytes]
    expected: Expected
    original: Expected | None = None
    password: str = ""
    unlocked: Expected | None = None
    wrong: str = ""

    @property
    def record(self) -> Expected:
        """What stands in the JSON file beside it."""
        more = {"original": self.original, "password": self.password, "unlocked": self.unlocked}
        return {"about": self.about, **self.expected, **{key: value for key, value in more.items() if value}}


def para(text: str, **more: Any) -> Expected:
    """A paragraph; further keys are its place ("row=2") or its `notes`."""
    return _block("paragraph", text, 0, "", more)


def head(level: int, text: str, **more: Any) -> Expected:
    """A heading, 1 for the highest."""
    return _block("heading", text, level, more.pop("marker", ""), more)


def item(marker: str, level: int, text: str, **more: Any) -> Expected:
    """A list item with its label as the page shows it."""
    return _block("item", text, level, marker, more)


def at(table: int, row: int, cell: int, *blocks: Expected) -> list[Expected]:
    """The blocks of one table cell."""
    place = {"table": table, "row": row, "cell": cell}
    return [block | {"at": place | block.get("at", {})} for block in blocks]


def row(table: int, number: int, *texts: str) -> list[Expected]:
    """A row of cells that hold a paragraph each; an empty text is an empty cell."""
    return [
        block | {"columns": len(texts)}
        for cell, text in enumerate(texts, 1)
        if text
        for block in at(table, number, cell, para(text))
    ]


def _block(kind: str, text: str, level: int, marker: str, more: dict[str, Any]) -> Expected:
    notes = [{"label": label, "text": said} for label, said in more.pop("notes", ())]
    block: Expected = {"kind": kind, "text": text, "level": level, "marker": marker}
    own = {key: more.pop(key) for key in ("lead", "columns", "centred", "blank_before") if key in more}
    return block | own | ({"notes": notes} if notes else {}) | ({"at": more} if more else {})
