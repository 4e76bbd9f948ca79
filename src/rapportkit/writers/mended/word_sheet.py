"""A Word file laid out in paragraphs, and written with the letters of some of them mended."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from xml.parsers import expat

from rapportkit.errors import OutputError, UsageError
from rapportkit.model.document import Block, Document
from rapportkit.model.location import Location
from rapportkit.text.language import language
from rapportkit.writers.annotated.archive import canonical
from rapportkit.writers.annotated.package import Package
from rapportkit.writers.annotated.scan import scan
from rapportkit.writers.annotated.splices import Splice, spliced
from rapportkit.writers.mended.edits import Edit, Row, Swap, language_of, lead_of, usual_language
from rapportkit.writers.mended.word_letters import Fields, Letter, has_changes, letters, splices


class WordSheet:
    """The paragraphs of a Word file's body; all its bytes but the letters that are mended stay what they are."""

    def __init__(self, data: bytes, document: Document) -> None:
        """Lay a file out; UsageError where it is signed, OutputError where it cannot be written into."""
        name = document.source.name
        try:
            self._package = Package(data, name)
            signed = self._package.is_signed
            self._data = self._package.main_data
            self._lay_out(document)
        except (
            expat.ExpatError,
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            OutputError,
        ) as e:
            raise OutputError(
                f"{name} cannot be mended: it does not hold together; save it again in Word."
            ) from e
        if signed:
            raise UsageError(
                f"{name} is signed, and its signature would not hold for a mended copy: mend it before it is signed."
            )

    def row_of(self, location: Location) -> int | None:
        """The index of the paragraph that holds a block."""
        return self._of_block.get(location.block)

    def takes(self, edit: Edit) -> bool:
        """Whether the letters that go have bytes of their own, and what comes is no paragraph."""
        return not edit.gone and all(_is_own(self._letters[edit.row], swap) for swap in edit.swaps)

    def written(self, edits: Iterable[Edit]) -> bytes:
        """The file with these edits made."""
        put: list[Splice] = []
        for row, made in groupby(sorted(edits, key=lambda edit: edit.row), key=lambda edit: edit.row):
            swaps = [swap for edit in made for swap in edit.swaps]
            put += splices(self._data, self._letters[row], sorted(swaps, key=lambda swap: swap.start))
        self._package.change(self._package.main, spliced(self._data, put))
        return self._package.written()

    def _lay_out(self, document: Document) -> None:
        main = canonical(self._package.main)
        blocks: dict[int, list[Block]] = {}
        for block in document.blocks:
            if block.anchor is not None and canonical(block.anchor[0]) == main:
                blocks.setdefault(block.anchor[1], []).append(block)
        body = scan(self._data, blocks)
        fields = Fields(body.fields)
        texts = [block.text for block in document.blocks]
        usual = usual_language(texts, language(" ".join(texts)) or document.source.language)
        rows: list[Row] = []
        self._letters: list[list[Letter]] = []
        self._of_block: dict[int, int] = {}
        for anchor in sorted(blocks):
            paragraph = body.paragraphs.get(anchor)
            # What stands in a text box is written twice in the file; what is bound is filled in anew.
            if (
                paragraph is None
                or paragraph.index != anchor
                or paragraph.is_closed
                or has_changes(paragraph)
            ):
                continue
            found = letters(self._data, paragraph, fields)
            self._of_block.update({block.location.block: len(rows) for block in blocks[anchor]})
            self._letters.append(found)
            rows.append(_row(found, blocks[anchor][0], usual))
        self.rows: Sequence[Row] = tuple(rows)


def _is_own(found: Sequence[Letter], swap: Swap) -> bool:
    """Whether all letters of a swap, or the one in front of which it puts some, may change."""
    return "\n" not in swap.new and all(
        letter.holder for letter in found[swap.start : max(swap.stop, swap.start + 1)]
    )


def _row(found: Sequence[Letter], block: Block, usual: str) -> Row:
    text = "".join(letter.sign for letter in found)
    place = block.location
    return Row(
        text,
        place,
        lead=lead_of(text),
        fixed=tuple(_fixed(found)),
        marker=block.marker,
        language=language_of(text, usual),
        group=(place.area, place.table, place.row, place.cell),
        indent=block.indent,
    )


def _fixed(found: Sequence[Letter]) -> Iterator[tuple[int, int]]:
    """The stretches of letters that must stay."""
    at = 0
    for stays, run in groupby(found, key=lambda letter: letter.holder is None):
        size = sum(1 for _ in run)
        if stays:
            yield at, at + size
        at += size
