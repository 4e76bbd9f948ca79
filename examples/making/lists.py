"""Automatic bullets and numbers, as Word's own list buttons write them.

A list is a `w:num` that points to a `w:abstractNum`; a new `w:num` with a start override begins again at 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

INDENT = 360
"""How far each level moves to the right, in twentieths of a point."""

_DISC = ("bullet", "\uf0b7", "Symbol")
_RING = ("bullet", "o", "Courier New")
_SQUARE = ("bullet", "\uf0a7", "Wingdings")
_DECIMAL = ("decimal", "%{level}.", "")
_LETTER = ("lowerLetter", "%{level}.", "")

BULLETS = (_DISC, _RING, _SQUARE)
BULLETS_THEN_LETTERS = (_DISC, _LETTER, _RING)
NUMBERS_THEN_BULLETS = (_DECIMAL, _DISC, _RING)
NUMBERS_THEN_NUMBERS = (_DECIMAL, _DECIMAL, _RING)

Levels = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ListStyle:
    """One list in a document; paragraphs join it with their level."""

    number: int

    def join(self, paragraph: Paragraph, level: int = 0) -> None:
        """Make the paragraph an item of this list; 0 is the outermost level."""
        properties: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001  python-docx has no public way to lists
        number = properties.get_or_add_numPr()
        number.get_or_add_ilvl().val = level
        number.get_or_add_numId().val = self.number


def begin_list(document: Document, levels: Levels) -> ListStyle:
    """Define a list of these levels; every call begins at 1 again."""
    numbering = document.part.numbering_part.element
    identifier = next(
        n for n in count(100) if not numbering.xpath(f"./w:abstractNum[@w:abstractNumId='{n}']")
    )
    # The schema of Word wants every abstractNum before the first num.
    numbering.xpath("./w:num")[0].addprevious(parse_xml(_definition(identifier, levels)))
    numbering.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{identifier}"><w:abstractNumId w:val="{identifier}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    )
    return ListStyle(identifier)


def _definition(identifier: int, levels: Levels) -> str:
    inside = "".join(_level(index, *level) for index, level in enumerate(levels))
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identifier}">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{inside}</w:abstractNum>'
    )


def _level(index: int, kind: str, mark: str, font: str) -> str:
    face = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:hint="default"/></w:rPr>' if font else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{mark.format(level=index + 1)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{INDENT * (index + 1)}" w:hanging="{INDENT}"/></w:pPr>{face}</w:lvl>'
    )
