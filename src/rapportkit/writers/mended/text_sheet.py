"""A plain text laid out in lines, and written with some of them mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rapportkit.errors import UsageError
from rapportkit.model.document import Block, Document
from rapportkit.model.location import Location
from rapportkit.writers.mended import encoding
from rapportkit.writers.mended.edits import Edit, Row, applied, language_of, lead_of, usual_language

_END = re.compile(r"\r\n|[\r\n\x0b\f\u2028\u2029]")
_DRAWN = re.compile(r"\s*[|│┃║+├┌└╔╠╚].*[|│┃║+┤┐┘╣╗╝]\s*")


class TextSheet:
    """The lines of a text file; line ends, encoding and byte order mark stay what they are."""

    def __init__(self, data: bytes, document: Document) -> None:
        """Lay a file out; UsageError where its encoding is not one that can be written again."""
        opened = encoding.opened(data)
        if opened is None:
            raise UsageError(
                f"{document.source.name} is in an encoding that cannot be written again; save it as UTF-8 and mend that."
            )
        text, self._mark, self._codec = opened
        self._lines = _END.split(text)
        self._ends = [*_END.findall(text), ""]
        self._breaks = self._usual_end()
        # A page begins on a line of its own, so that lines count as the reader counts them.
        self.rows: Sequence[Row] = tuple(self._laid_out(document))

    def row_of(self, location: Location) -> int | None:
        """The index of the line that a place names."""
        line = location.line
        return line - 1 if line is not None and 0 < line <= len(self.rows) else None

    def takes(self, edit: Edit) -> bool:
        """Whether the encoding has all signs that come in."""
        return all(encoding.fits(swap.new, self._codec) for swap in edit.swaps)

    def written(self, edits: Iterable[Edit]) -> bytes:
        """The file with these edits made."""
        by_row: dict[int, list[Edit]] = {}
        for edit in edits:
            by_row.setdefault(edit.row, []).append(edit)
        pieces = []
        for index, (line, end) in enumerate(zip(self._lines, self._ends, strict=True)):
            made = by_row.get(index, ())
            if any(edit.gone for edit in made):
                # A page that ends here still ends.
                pieces.append(end if end == "\f" else "")
                continue
            text = applied(line, [swap for edit in made for swap in edit.swaps]) if made else line
            pieces += [text.replace("\n", self._breaks) if made else text, end]
        return self._mark + "".join(pieces).encode(self._codec)

    def _usual_end(self) -> str:
        ends = Counter(end for end in self._ends if end in {"\r\n", "\r", "\n"})
        return ends.most_common(1)[0][0] if ends else "\n"

    def _laid_out(self, document: Document) -> Iterator[Row]:
        blocks = {block.location.line: block for block in reversed(document.blocks)}
        usual = usual_language(self._lines, document.source.language)
        for index, line in enumerate(self._lines):
            if not line.strip():
                yield Row(line, Location(document.source.name, line=index + 1), lead=len(line), begins=False)
                continue
            block = blocks.get(index + 1)
            lead = lead_of(line)
            drawn = _DRAWN.fullmatch(line) is not None
            yield Row(
                line,
                Location(document.source.name, line=index + 1, under=_under(block)),
                lead=lead,
                cells=drawn or _is_parted(line, lead),
                plain=not drawn,
                begins=block is not None,
                marker=block.marker if block else "",
                language=language_of(line, usual),
                indent=float(len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())),
            )


def _is_parted(line: str, lead: int) -> bool:
    """Whether tabs part a line into cells; "•<tab>text" is a list item, "1.<tab>text" a row."""
    inside = line.strip()
    return "\t" in inside and ("\t" in line[lead:].strip() or inside[0].isalnum())


def _under(block: Block | None) -> str:
    return block.location.under if block else ""
