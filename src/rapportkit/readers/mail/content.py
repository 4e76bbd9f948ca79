"""The texts of a mail as blocks, each where a person will find it again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from rapportkit.model.document import Block, Document, Furniture, FurnitureKind, Remark
from rapportkit.model.location import Location
from rapportkit.model.options import ReadOptions
from rapportkit.readers import html, txt
from rapportkit.readers.mail.flowed import unflowed
from rapportkit.readers.mail.parts import Mail, Text
from rapportkit.readers.ooxml.line import is_visible, one_line

_MARK = "\ufeff"  # says that what follows is UTF-8, whatever the text calls itself
# Above a mail that is answered or passed on, and above a signature, what the sender wrote has ended.
_BELOW = re.compile(
    r"-- ?|-{3,}\s*\w[\w ]*-{3,}|_{20,}|(?:From|De|Von): .*"
    r"|On .{6,120} wrote:|Le .{6,120} a écrit\s?:|El .{6,120} escribió:"
)


@dataclass(slots=True)
class Content:
    """What was read of a mail: blocks of its text, and what stands beside them."""

    blocks: list[Block] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    pages: int | None = None
    language: str = ""
    properties: tuple[tuple[str, str], ...] = ()

    @property
    def has_text(self) -> bool:
        """Whether anything was said in it."""
        return any(is_visible(block.text) for block in self.blocks)


def read_texts(mail: Mail, name: str, options: ReadOptions) -> Content:
    """Read the texts of a mail one after the other."""
    content = Content()
    tables = paragraphs = 0
    for text in mail.texts:
        document = _read(text, name, options)
        if document is not None:
            content.blocks += _behind(document.blocks, tables, paragraphs)
            tables += max((block.location.table or 0 for block in document.blocks), default=0)
            paragraphs += sum(block.location.table is None for block in document.blocks)
            content.furniture += [replace(each, location=Location()) for each in document.furniture]
            content.remarks += [replace(each, location=Location()) for each in document.remarks]
            content.language = content.language or document.source.language
    for frame in mail.frames:
        content.furniture += _read_frame(frame, name, options)
    return content


def better(one: Text, other: Text, name: str, options: ReadOptions) -> Text:
    """The plain text where it says as much as the formatted one, unless that lays it out in a table."""
    if one.kind == other.kind:
        return other
    plain, formatted = (one, other) if one.kind == "txt" else (other, one)
    page = _read(formatted, name, options)
    if page is None:
        return plain
    if any(block.columns > 1 for block in page.blocks):
        return formatted
    said = sum(count_words(_said(block)) for block in page.blocks)
    return plain if count_words(plain.text) >= said else formatted


def count_own_words(mail: Mail, content: Content) -> int:
    """How many words the sender wrote, without signature and the mails below."""
    if len(mail.texts) == 1 and mail.texts[0].kind == "txt":
        lines = [line for line in mail.texts[0].text.splitlines() if not line.startswith(">")]
    else:
        lines = [line for block in content.blocks for line in _said(block).split("\n")]
    count = 0
    for line in lines:
        if count and _BELOW.fullmatch(line.strip()):
            break
        count += count_words(line)
    return count


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(re.findall(r"\w+", text))


def _said(block: Block) -> str:
    return f"{block.marker} {block.text}".strip()


def _read(text: Text, name: str, options: ReadOptions) -> Document | None:
    """A text as a document of its own; None where there is nothing in it."""
    if not is_visible(text.text):
        return None
    if text.kind == "html":
        return html.read(_bytes(text.text), name, options)
    if not text.flowed:
        return txt.read(_bytes(text.text), name, options)
    plain, lines = unflowed(text.text, deleted_spaces=text.deleted_spaces)
    document = txt.read(_bytes(plain), name, options)

    def before(place: Location) -> Location:
        if not place.line:
            return place
        # Lines that were put together again begin at other letters than in the mail.
        return replace(place, line=lines[min(place.line, len(lines)) - 1], column=None)

    return replace(document, blocks=tuple(_moved(block, before) for block in document.blocks))


def _moved(block: Block, move: Callable[[Location], Location]) -> Block:
    breaks = tuple((offset, move(place)) for offset, place in block.breaks)
    return replace(block, location=move(block.location), breaks=breaks)


def _bytes(text: str) -> bytes:
    return (_MARK + text).encode("utf-8", "replace")


def _read_frame(frame: Text, name: str, options: ReadOptions) -> list[Furniture]:
    """A page inside the page of an archive: kept, beside the text."""
    document = _read(frame, name, options)
    pieces = (
        ()
        if document is None
        else (*map(_said, document.blocks), *(each.text for each in document.furniture))
    )
    return [Furniture(FurnitureKind.NAVIGATION, one_line(piece), Location()) for piece in pieces]


def _behind(blocks: Sequence[Block], tables: int, paragraphs: int) -> list[Block]:
    """Say where in the mail the blocks of a text stand, behind so many tables and paragraphs."""

    def moved(place: Location) -> Location:
        return replace(
            place,
            source="",
            table=place.table and place.table + tables,
            paragraph=place.paragraph and place.paragraph + paragraphs,
        )

    return [_moved(block, moved) for block in blocks]
