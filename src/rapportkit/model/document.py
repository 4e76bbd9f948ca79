"""What a reader found in one source: a flat list of located blocks in reading order."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import itemgetter

from rapportkit.model.location import Location


class BlockKind(StrEnum):
    """What the format says a block is; what it means is for extract to say."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


class FurnitureKind(StrEnum):
    """Text that stands around a report and is no part of it."""

    HEADER = "header"
    FOOTER = "footer"
    PAGE_NUMBER = "page-number"
    NAVIGATION = "navigation"
    COMMENT = "comment"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote, held by the block that cites it."""

    label: str
    text: str


_offset = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or list item, with everything the format says about it.

    `text` has wrapped lines joined and no bullet or number in front; that stands in `marker` as the
    page shows it ("•", "2.", "a)"). `level` is the depth of a list item or heading, from 1; 0 means
    none. `lead` counts the characters at the start of `text` that are set in bold (or underlined);
    `len(text)` when all are. Blocks of one table cell share `location.table/row/cell`; `columns` is
    the number of cells in that row (0 outside tables). `notes` are foot- and endnotes cited here.
    `blank_before` says that an empty line or paragraph stands above. `indent` is the left edge in
    points (0.0 where unknown). `centred` is set where the format says so. `breaks` names the offsets
    in `text` at which a new line or page of the source begins, each with its place. `anchor` is for whoever
    writes into a copy of a Word file: the part, and which `w:p` of its XML the block was read from, from 0 and
    counting all of them; None where no paragraph holds it.
    """

    kind: BlockKind
    text: str
    location: Location
    level: int = 0
    marker: str = ""
    lead: int = 0
    columns: int = 0
    notes: tuple[Note, ...] = ()
    blank_before: bool = False
    indent: float = 0.0
    centred: bool = False
    breaks: tuple[tuple[int, Location], ...] = ()
    anchor: tuple[str, int] | None = None

    def place(self, offset: int) -> Location:
        """Where the character at an offset stands."""
        return self.line_at(offset)[1]

    def line_at(self, offset: int) -> tuple[int, Location]:
        """Where the line begins in which the character at an offset stands, and its place."""
        count = bisect_right(self.breaks, offset, key=_offset)
        return self.breaks[count - 1] if count else (0, self.location)

    @property
    def is_bold(self) -> bool:
        """Whether the whole block is set in bold."""
        return bool(self.text) and self.lead >= len(self.text)


@dataclass(frozen=True, slots=True)
class Furniture:
    """A running header, page number or the like: kept, located, and no part of any answer."""

    kind: FurnitureKind
    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Source:
    """The file itself: `name` without folders, `sha256` in hex, `format` as its suffix says, pages if known.

    `language` is a BCP 47 tag ("en") or "" when unknown.
    """

    name: str
    sha256: str
    format: str
    pages: int | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the file that a person should know: `code` is a rule's, `text` an English sentence.

    `key` names the rule's sentence that says the same in other languages, and `args` fill its {names}.
    """

    code: str
    text: str
    location: Location
    key: str = "remark"
    args: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A source as its reader saw it. Nothing is dropped: text is in a block or in `furniture`.

    `properties` are what the file says of those who made it: (property, value) as "creator", "last-editor",
    "company", "manager", "comment-author" and "change-author", each distinct pair once.

    `trust` says how far its letters are to be trusted: 1.0 where the file holds them, less where they
    were recognised in pictures.
    """

    source: Source
    blocks: tuple[Block, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    remarks: tuple[Remark, ...] = ()
    trust: float = 1.0
    properties: tuple[tuple[str, str], ...] = ()


def numbered(blocks: list[Block], source: str) -> tuple[Block, ...]:
    """Give each block its index and the source's name, once the list is complete."""
    return tuple(
        replace(
            block,
            location=replace(block.location, source=source, block=index),
            breaks=tuple(
                (offset, replace(place, source=source, block=index)) for offset, place in block.breaks
            ),
        )
        for index, block in enumerate(blocks)
    )
