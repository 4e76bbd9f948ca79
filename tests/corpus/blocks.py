"""A page before it becomes a file: paragraphs and tables with roles, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.content import Said


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text of one kind: "", bold, italic, control, inserted, deleted, link, comment or note."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph.

    `role` is title, subtitle, section, question, guidance, line, text or item. `list` is bullets or
    numbers for Word's own lists, `series` tells one such list from the next, `marker` is a typed one.
    """

    pieces: tuple[Piece, ...]
    role: str = "text"
    level: int = 0
    list: str = ""
    series: int = 0
    marker: str = ""
    control: bool = False
    placeholder: bool = False
    gone: bool = False

    @property
    def text(self) -> str:
        """The words, as the accepted view has them, without notes."""
        return "".join(piece.text for piece in self.pieces if piece.kind not in ("deleted", "note"))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; `merge` is start or continue for cells merged downwards."""

    blocks: tuple[Para, ...] = ()
    span: int = 1
    shade: bool = False
    merge: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with the widths of its columns in centimetres."""

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]


Block = Para | Table


@dataclass(slots=True)
class Sheet:
    """A document's blocks, and the words of its running header and footer."""

    blocks: list[Block] = field(default_factory=list)
    header: str = ""
    footer: str = ""
    series: int = 0
    questions: int = 0
    counted: dict[int, int] = field(default_factory=dict)

    def add(self, *blocks: Block) -> None:
        """Put blocks at the end."""
        self.blocks.extend(blocks)

    def count(self, series: int) -> int:
        """The next number of an automatic list, for formats that have to print it."""
        self.counted[series] = self.counted.get(series, 0) + 1
        return self.counted[series]

    def next_series(self) -> int:
        """A number for a list of its own."""
        self.series += 1
        return self.series


def para(
    text: str, role: str = "text", kind: str = "", *, control: bool = False, placeholder: bool = False
) -> Para:
    """A paragraph of one piece."""
    return Para((Piece(text, kind),), role, control=control, placeholder=placeholder)


def cell(text: str, kind: str = "", *, span: int = 1, shade: bool = False) -> Cell:
    """A cell of one line."""
    return Cell((para(text, "line", kind),), span=span, shade=shade)


def pieces_of(said: Said) -> tuple[Piece, ...]:
    """A point's words on the page: its text, the speaker after a quotation, a footnote, a change."""
    body = said.text + said.tail
    found = _touched(body, said.touch)
    return (*found, Piece(said.note, "note")) if said.note else found


def _touched(body: str, touch: str) -> tuple[Piece, ...]:
    if not touch:
        return (Piece(body),)
    words = body.split(" ")
    first, middle, last = (
        " ".join(words[:2]),
        " ".join(words[2:5]),
        " ".join(words[5:]),
    )
    after = (Piece(f" {last}"),) if last else ()
    if touch == "tracked":
        return (
            Piece(f"{first} "),
            Piece("earlier wording, now withdrawn ", "deleted"),
            Piece(middle, "inserted"),
            *after,
        )
    return (Piece(f"{first} "), Piece(middle, touch), *after)
