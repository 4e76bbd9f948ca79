"""One paragraph in the making: its letters, and what hangs on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rapportkit.readers.ooxml.forms import Form

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Signs without width: a paragraph of nothing else is empty to the eye.
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_TAB_STOP, _SPACE = 36.0, 3.0  # points: Word's own tab stops, and a space in common sizes


@dataclass(frozen=True, slots=True)
class Box:
    """A text box or drawing anchored in a paragraph: its content, or plain texts where it has no more.

    `file` is the relation id of the embedded Word file that it shows.
    """

    content: Element | None = None
    texts: tuple[str, ...] = ()
    file: str = ""
    hidden: bool = False


@dataclass(slots=True)
class Citation:
    """A mark in the text that cites a note; `label` is set where the author chose the mark."""

    kind: str
    id: str
    hidden: bool
    label: str = ""


class Rendered(NamedTuple):
    """A line as a block holds it; `shift` is what white space at its start adds to the indent."""

    text: str
    lead: int
    shift: float


NOTHING = Rendered("", 0, 0.0)


@dataclass(slots=True)
class Line:
    """What has been read of a paragraph so far; a deleted paragraph mark lets it grow on.

    `links` are the addresses it leads to; `unread` is the kind of what stands in it and cannot be read. `anchor` is
    where its paragraph stands in the file, as blocks have it.
    """

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    form: Form | None = None
    anchor: tuple[str, int] | None = None

    @property
    def has_more(self) -> bool:
        """Whether anything hangs on it that needs a place to be said with."""
        return bool(self.citations or self.hidden or self.comments or self.unread)

    @property
    def has_text(self) -> bool:
        """Whether anything can be seen in it."""
        return any(is_visible(text) for text, _ in self.pieces)

    def render(self) -> Rendered:
        """Put the pieces together: outer white space goes, `lead` counts the set-off start."""
        if len(self.pieces) == 1:
            ((whole, emphasised),) = self.pieces
            if whole and whole[0].isalnum():  # most paragraphs are one run of letters
                text = whole.rstrip()
                return Rendered(text, len(text) if emphasised else 0, 0.0)
        whole = "".join([text for text, _ in self.pieces])
        text = whole.strip()
        if not is_visible(text):
            return NOTHING
        before = whole[: whole.index(text[0])]
        lead = max(0, min(_measure_lead(self.pieces) - len(before), len(text)))
        if lead and not any(map(str.isalnum, text[lead:])):
            lead = len(text)
        return Rendered(text, lead, _shift(before) if before else 0.0)


def is_visible(text: str) -> bool:
    r"""Whether a text shows anything.

    >>> is_visible("a"), is_visible(" \u200b\t")
    (True, False)
    """
    text = text.strip()
    return bool(text) and (text[0] not in _INVISIBLE or bool(text.strip(_INVISIBLE).strip()))


def one_line(text: str) -> str:
    r"""A text with its white space made single, for what stands around a report.

    >>> one_line(" Page\t of ")
    'Page of'
    """
    return re.sub(r"\s+", " ", text).strip()


def _measure_lead(pieces: list[tuple[str, bool]]) -> int:
    """How many letters at the start are set off; plain signs between two such pieces do not end it."""
    end = position = 0
    for text, emphasised in pieces:
        if emphasised and text.strip():
            end = position + len(text.rstrip())
        elif any(map(str.isalnum, text)):
            break
        position += len(text)
    return end


def _shift(before: str) -> float:
    """The width of tabs and spaces typed before the text, in points."""
    width = 0.0
    for sign in before.rpartition("\n")[2]:
        width = (width // _TAB_STOP + 1) * _TAB_STOP if sign == "\t" else width + _SPACE
    return width
