"""What styles say of a paragraph or of letters, with everything they inherit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportkit.readers.ooxml import names
from rapportkit.readers.ooxml.entries import Entries
from rapportkit.readers.ooxml.names import P_PR, R_PR, STYLE_ID, VAL, W, child, is_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING_NAME = re.compile(r"heading ?([1-9])", re.IGNORECASE)
_BODY_LEVEL = 9  # an outline level of 9 (the tenth) is body text
_PARAGRAPH_MARKS = {W + name: name for name in ("pStyle", "ind", "jc", "numPr", "outlineLvl")}
_LETTER_MARKS = {W + name: name for name in ("b", "bCs", "u", "vanish", "rtl", "rStyle", "rFonts")}


@dataclass(frozen=True, slots=True)
class Letters:
    """What run properties say; None where they say nothing. `style` and `font` are "" if unnamed."""

    bold: bool | None = None
    bold_complex: bool | None = None
    underlined: bool | None = None
    hidden: bool | None = None
    right_to_left: bool = False
    style: str = ""
    font: str = ""

    def over(self, base: Letters) -> Letters:
        """These properties where they say something, those of `base` elsewhere."""
        return Letters(
            bold=base.bold if self.bold is None else self.bold,
            bold_complex=base.bold_complex if self.bold_complex is None else self.bold_complex,
            underlined=base.underlined if self.underlined is None else self.underlined,
            hidden=base.hidden if self.hidden is None else self.hidden,
            font=self.font or base.font,
        )


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What a paragraph's properties say; None where they say nothing.

    `outline` is a heading's level from 1, 0 for body text. `list` is a list's id, "0" for none;
    `depth` its level from 0; `indent` the left edge in points.
    """

    style: str = ""
    outline: int | None = None
    list: str | None = None
    depth: int | None = None
    indent: float | None = None
    centred: bool | None = None

    def over(self, base: Paragraph) -> Paragraph:
        """These properties where they say something, those of `base` elsewhere."""
        return Paragraph(
            style=self.style,
            outline=base.outline if self.outline is None else self.outline,
            list=base.list if self.list is None else self.list,
            depth=base.depth if self.depth is None else self.depth,
            indent=base.indent if self.indent is None else self.indent,
            centred=base.centred if self.centred is None else self.centred,
        )


NO_LETTERS = Letters()
NO_PARAGRAPH = Paragraph()


def read_letters(properties: Element | None) -> Letters:
    """The run properties that matter to a reader."""
    if properties is None:
        return NO_LETTERS
    marks = {_LETTER_MARKS[mark.tag]: mark for mark in properties if mark.tag in _LETTER_MARKS}
    if not marks:
        return NO_LETTERS
    style, fonts = marks.get("rStyle"), marks.get("rFonts")
    return Letters(
        bold=_switch(marks.get("b")),
        bold_complex=_switch(marks.get("bCs")),
        underlined=_switch(marks.get("u")),
        hidden=_switch(marks.get("vanish")),
        right_to_left=is_on(marks.get("rtl")),
        style="" if style is None else style.get(VAL, ""),
        font="" if fonts is None else fonts.get(W + "ascii", fonts.get(W + "hAnsi", "")),
    )


def read_paragraph(properties: Element | None) -> Paragraph:
    """The paragraph properties that matter to a reader."""
    if properties is None:
        return NO_PARAGRAPH
    marks = {_PARAGRAPH_MARKS[mark.tag]: mark for mark in properties if mark.tag in _PARAGRAPH_MARKS}
    if not marks:
        return NO_PARAGRAPH
    style, ind, alignment, numbering = (marks.get(name) for name in ("pStyle", "ind", "jc", "numPr"))
    outline = names.whole(marks["outlineLvl"].get(VAL)) if "outlineLvl" in marks else None
    return Paragraph(
        style="" if style is None else style.get(VAL, ""),
        outline=None if outline is None else outline + 1 if 0 <= outline < _BODY_LEVEL else 0,
        list=None if numbering is None else value(numbering, W + "numId") or None,
        depth=None if numbering is None else names.number(numbering, W + "ilvl"),
        indent=None if ind is None else names.points(ind.get(W + "left", ind.get(W + "start"))),
        centred=None if alignment is None else alignment.get(VAL) == "center",
    )


class StyleSheet:
    """The styles of a file, each asked for by its id and resolved once."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._paragraphs: dict[str, Paragraph] = {}
        self._letters: dict[str, Letters] = {"": NO_LETTERS}
        defaults = _inside(entries.defaults, "rPrDefault", "rPr")
        self.letters_default = read_letters(defaults)
        self.language = _base_language(defaults)
        self._paragraph_default = read_paragraph(_inside(entries.defaults, "pPrDefault", "pPr"))

    @property
    def default(self) -> str:
        """The id of the style for paragraphs that name none, "" where there is none."""
        return self._entries.default

    def is_placeholder(self, style: str) -> bool:
        """Whether a character style is the one of prompts."""
        return style in self._entries.placeholders

    def paragraph(self, style: str) -> Paragraph:
        """What a paragraph style says with all it is based on; the default style for an unknown one."""
        if style not in self._paragraphs:
            self._paragraphs[style] = self._resolve_paragraph(style)
        return self._paragraphs[style]

    def _resolve_paragraph(self, style: str) -> Paragraph:
        if self._entries.get(style) is None:
            # Files written by scripts name "Heading1" and bring no styles at all.
            base = self.paragraph(self.default) if self.default else self._paragraph_default
            return Paragraph(outline=named_outline(style)).over(base)
        merged = NO_PARAGRAPH
        for entry in self.chain(style):
            merged = merged.over(_with_named_outline(entry))
        return merged.over(self._paragraph_default)

    def letters(self, style: str) -> Letters:
        """What a style says of letters with all it is based on; nothing for an unknown style."""
        if style not in self._letters:
            merged = NO_LETTERS
            for entry in self.chain(style):
                merged = merged.over(read_letters(child(entry, R_PR)))
            self._letters[style] = merged
        return self._letters[style]

    def letters_of_paragraph(self, style: str) -> Letters:
        """What a paragraph style says of letters; the default style for an unknown one."""
        return self.letters(self.default if self._entries.get(style) is None else style)

    def chain(self, style: str) -> Iterator[Element]:
        """A style and what it is based on, nearest first; circles are cut."""
        seen: set[str] = set()
        while style not in seen and (entry := self._entries.get(style)) is not None:
            seen.add(style)
            yield entry
            style = value(entry, W + "basedOn")

    def list_of(self, style: str) -> str:
        """The id of the list that a list style names, "" where it names none."""
        entry = self._entries.get(style)
        return "" if entry is None else value(entry.find(f"{P_PR}/{W}numPr"), W + "numId")


def named_outline(name: str) -> int | None:
    """The heading level that a style's name tells, None for the name of no heading.

    >>> named_outline("heading 2"), named_outline("Heading1"), named_outline("Title"), named_outline("Normal")
    (2, 1, 1, None)
    """
    heading = _HEADING_NAME.fullmatch(name)
    return int(heading[1]) if heading else 1 if name.lower() == "title" else None


def _with_named_outline(entry: Element) -> Paragraph:
    """A style's own paragraph properties; "heading 2" and "Title" are headings by their name alone."""
    own = read_paragraph(entry.find(P_PR))
    if own.outline is not None:
        return own
    name = value(entry, W + "name") or entry.get(STYLE_ID, "")
    return own.over(Paragraph(outline=named_outline(name)))


def _inside(parent: Element | None, *path: str) -> Element | None:
    return None if parent is None else parent.find("/".join(W + name for name in path))


def _switch(mark: Element | None) -> bool | None:
    return None if mark is None else is_on(mark)


def _base_language(properties: Element | None) -> str:
    tag = value(properties, W + "lang")
    base = tag.replace("_", "-").partition("-")[0].lower()
    return base if re.fullmatch(r"[a-z]{2,3}", base) else ""
