"""What the stories of one file share, and what is gathered beside their text."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapportkit.model.document import Furniture, FurnitureKind, Remark
from rapportkit.model.location import Location
from rapportkit.readers.ooxml.changes import View
from rapportkit.readers.ooxml.controls import Prompts
from rapportkit.readers.ooxml.forms import Forms
from rapportkit.readers.ooxml.line import Line, is_visible, one_line
from rapportkit.readers.ooxml.looks import Looks
from rapportkit.readers.ooxml.numbering import Lists
from rapportkit.readers.ooxml.package import Package
from rapportkit.readers.ooxml.styles import StyleSheet
from rapportkit.readers.ooxml.tables import TableStyles


@dataclass(frozen=True, slots=True)
class Setting:
    """What all stories of a file share: its parts, styles, lists and prompts, and the view that is read."""

    package: Package
    sheet: StyleSheet
    lists: Lists
    prompts: Prompts
    view: View
    forms: Forms
    looks: Looks
    tables: TableStyles


@dataclass(slots=True)
class Margin:
    """What the stories of a file hold beside their text, gathered while they are read.

    `changes` counts open tracked changes by kind, `changed` is the place of the first; `anchors`
    are the places that comments point to; `hidden` is text that the page does not show; `unread`
    says what could not be read, and where; `furniture` and `remarks` are those of embedded files.
    """

    changes: dict[str, int] = field(default_factory=dict)
    changed: Location | None = None
    anchors: dict[str, Location] = field(default_factory=dict)
    hidden: list[Furniture] = field(default_factory=list)
    unread: list[tuple[str, Location]] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def note_change(self, kind: str, place: Location) -> None:
        """Count a tracked change; the far end of a move, which has no kind, counts where it came from."""
        if kind:
            self.changes[kind] = self.changes.get(kind, 0) + 1
            self.changed = self.changed or place

    def gather(self, line: Line, place: Location) -> None:
        """Take in what a finished line holds beside its text."""
        hidden = one_line("".join(line.hidden)) if line.hidden else ""
        if is_visible(hidden):
            self.hidden.append(Furniture(FurnitureKind.HIDDEN, hidden, place))
        self.unread.extend((what, place) for what in line.unread)
        for comment in line.comments:
            self.anchors.setdefault(comment, place)
