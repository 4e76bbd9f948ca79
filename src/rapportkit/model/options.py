"""How documents are to be read: what a person may choose, and the bounds that nothing may break."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Revisions(StrEnum):
    """Which view of a document with tracked changes is read: all of them accepted, or all rejected."""

    FINAL = "final"
    ORIGINAL = "original"


class Ocr(StrEnum):
    """Whether letters are recognised in pictures of pages: where there are no others, never, or always."""

    AUTO = "auto"
    OFF = "off"
    FORCE = "force"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take. Everything is counted as it is met, never as the file says of itself.

    `file_bytes`: the file itself. Word files and their like: `members` of the zip, `member_bytes` and
    `total_bytes` unpacked, `ratio` of unpacked to packed bytes of one member, `xml_depth` of elements
    and `table_depth` of tables inside one another. Text: `text_bytes`. PDF: `pages` and painted
    `objects`. Any file: `letters` of text in it, `seconds` to read it and `memory_bytes` to read it in.
    `ocr_pages` and `ocr_seconds` a page bound the recognition of letters, which is no part of `seconds`.
    """

    file_bytes: int = 256 * 2**20
    members: int = 5_000
    member_bytes: int = 64 * 2**20
    total_bytes: int = 192 * 2**20
    # A long table of empty cells packs to a two-hundredth, a bomb to a thousandth.
    ratio: int = 400
    xml_depth: int = 256
    table_depth: int = 60
    # Six hundred printed pages come to two million letters.
    text_bytes: int = 2 * 2**20
    pages: int = 2_000
    objects: int = 400_000
    letters: int = 2_000_000
    seconds: int = 60
    memory_bytes: int = 2 * 2**30
    ocr_pages: int = 100
    ocr_seconds: int = 60


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person chose about reading. `passwords` are tried in turn and shown nowhere.

    `part` is the one document that is wanted of those in a mail: 0 for its own text, 1 for the first file
    attached that can be read, and so on; None for whatever is the report.
    """

    revisions: Revisions = Revisions.FINAL
    passwords: tuple[str, ...] = field(default=(), repr=False)
    ocr: Ocr = Ocr.AUTO
    limits: Limits = field(default_factory=Limits)
    part: int | None = None


AS_USUAL = ReadOptions()
"""What holds where nobody chose otherwise."""
