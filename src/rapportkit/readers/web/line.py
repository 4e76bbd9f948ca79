"""One paragraph in the making: its letters with white space made single, line by line."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapportkit.model.document import Note

_NOTHING = {0x00AD: None, 0x200B: None, 0x2060: None, 0xFEFF: None}


@dataclass(slots=True)
class _Row:
    """What stands between two line breaks: its pieces, and the first line of the source with letters."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    line: int = 0
    spaced: bool = False

    @property
    def text(self) -> str:
        return "".join(piece for piece, _ in self.pieces)

    def add(self, text: str, emphasised: bool, line: int) -> None:
        words = text.split()
        if not words:
            self.spaced = self.spaced or bool(text and self.pieces)
            return
        if self.pieces and (self.spaced or text[0].isspace()):
            self.pieces.append((" ", False))
        if not self.pieces:
            self.line = line + text[: len(text) - len(text.lstrip())].count("\n")
        self.pieces.append((" ".join(words), emphasised))
        self.spaced = text[-1].isspace()


@dataclass(slots=True)
class Line:
    """The letters of a paragraph so far.

    `filled` once there are letters, `touched` once there was anything that takes up room.
    """

    rows: list[_Row] = field(default_factory=lambda: [_Row()])
    notes: list[Note] = field(default_factory=list)
    touched: bool = False
    filled: bool = False

    def add(self, text: str, emphasised: bool, line: int) -> None:
        """Take in letters; `line` is where they begin in the source."""
        text = text.translate(_NOTHING)
        self.touched = self.touched or "\xa0" in text
        self.rows[-1].add(text, emphasised, line)
        self.filled = self.filled or bool(self.rows[-1].pieces)

    def end_row(self) -> None:
        """Break the line."""
        self.touched = True
        self.rows.append(_Row())

    @property
    def ends_blank(self) -> bool:
        """Whether the row under way is empty and another stands above it."""
        return len(self.rows) > 1 and not self.rows[-1].pieces

    @property
    def text(self) -> str:
        """The text so far, without empty rows at its start and end."""
        return "\n".join(row.text for row in self._seen())

    @property
    def line(self) -> int:
        """The line of the source at which the text begins, 0 where there is none."""
        return next((row.line for row in self._seen()), 0)

    @property
    def lead(self) -> int:
        """How many letters at the start are set off; plain signs between two such pieces do not end it."""
        end = position = 0
        for index, row in enumerate(self._seen()):
            position += index > 0
            for text, emphasised in row.pieces:
                if emphasised:
                    end = position + len(text)
                elif any(map(str.isalnum, text)):
                    return end
                position += len(text)
        return position if end else 0

    @property
    def breaks(self) -> tuple[tuple[int, int], ...]:
        """The offsets of the second and further rows, with the lines they begin at."""
        found: list[tuple[int, int]] = []
        position = 0
        for row in self._seen():
            if position and row.pieces:
                found.append((position, row.line))
            position += len(row.text) + 1
        return tuple(found)

    def _seen(self) -> list[_Row]:
        filled = [index for index, row in enumerate(self.rows) if row.pieces]
        return self.rows[filled[0] : filled[-1] + 1] if filled else []
