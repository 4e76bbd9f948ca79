"""Tracked changes: what a view of the document shows of them, and what it leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportkit.model.options import Revisions
from rapportkit.readers.ooxml.names import P_PR, R_PR, W, child

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DELETED = {W + "del": "deletion"}
_INSERTED = {W + "ins": "insertion"}
_MOVED_FROM, _MOVED_TO = W + "moveFrom", W + "moveTo"
_FORMER = {P_PR: W + "pPrChange", R_PR: W + "rPrChange"}


@dataclass(frozen=True, slots=True)
class View:
    """One reading of all tracked changes.

    `gone` and `shown` are the marks around what the view leaves out and shows, each with what it is
    counted as; a move is counted once, where it came from. `gone_cell` marks a cell that is left out;
    `original` says that all changes are read as rejected.
    """

    gone: Mapping[str, str]
    shown: Mapping[str, str]
    gone_cell: str
    original: bool = False

    def shown_properties(self, properties: Element) -> Element | None:
        """The properties of a paragraph or run; in the original view those it had before they were changed."""
        if not self.original:
            return properties
        change = child(properties, _FORMER[properties.tag])
        return properties if change is None else child(change, properties.tag)

    def is_change(self, mark: str) -> bool:
        """Whether a mark stands for a change that puts in, takes out or moves."""
        return mark in self.gone or mark in self.shown

    def change_of(self, properties: Element | None) -> str | None:
        """The mark by which a change took in a whole row or cell; None where none did."""
        if properties is not None:
            for mark in properties:
                if self.is_change(mark.tag):
                    return str(mark.tag)
        return None

    def kind(self, mark: str) -> str:
        """What a mark is counted as, "" for the far end of a move."""
        return self.gone.get(mark) or self.shown.get(mark, "")


_FINAL = View(
    gone={**_DELETED, _MOVED_FROM: "move"},
    shown={**_INSERTED, _MOVED_TO: ""},
    gone_cell=W + "cellDel",
)
_ORIGINAL = View(
    gone={**_INSERTED, _MOVED_TO: ""},
    shown={**_DELETED, _MOVED_FROM: "move"},
    gone_cell=W + "cellIns",
    original=True,
)
VIEWS = {Revisions.FINAL: _FINAL, Revisions.ORIGINAL: _ORIGINAL}
