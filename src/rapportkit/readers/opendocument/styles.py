"""What the styles of an OpenDocument file say about letters and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportkit.readers.opendocument.names import FO, NAME, OFFICE, STYLE, TEXT, points, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FONTS = (STYLE + "font-name", FO + "font-family")
_DEEPEST = 30  # styles that are based on one another


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look; None where nothing is said."""

    bold: bool | None = None
    underlined: bool | None = None
    hidden: bool | None = None
    font: str = ""

    def over(self, base: Letters) -> Letters:
        """What holds when these are set inside others."""
        return Letters(
            base.bold if self.bold is None else self.bold,
            base.underlined if self.underlined is None else self.underlined,
            base.hidden if self.hidden is None else self.hidden,
            self.font or base.font,
        )


@dataclass(frozen=True, slots=True)
class Paragraph:
    """How a paragraph looks: `list` is the list style it asks for, "" where it wants none."""

    letters: Letters
    centred: bool
    indent: float | None
    list: str | None


NOTHING = Letters()


class Styles:
    """The styles of a part: those of the whole file, and its own automatic ones."""

    def __init__(self, common: Element | None, own: Element | None) -> None:
        """`common` is the root that holds the file's styles, `own` the root of the part."""
        self._styles: dict[tuple[str, str], Element] = {}
        self._lists: dict[str, Element] = {}
        self._defaults: dict[str, Element] = {}
        self.outline: Element | None = None
        self.language = ""
        for root, shelf in ((common, "styles"), (own, "automatic-styles")):
            for entry in () if root is None else root.iterfind(f"{OFFICE}{shelf}/*"):
                self._enter(entry)
        self._letters: dict[tuple[str, str], Letters] = {}
        self._paragraphs: dict[str, Paragraph] = {}

    def list_style(self, name: str) -> Element | None:
        """The element of a list style; the outline of headings is one too."""
        return self._lists.get(name)

    def letters(self, name: str, family: str = "text") -> Letters:
        """How letters in a style look, with all that the style is based on."""
        key = (family, name)
        if key not in self._letters:
            said = NOTHING
            for style in self._chain(family, name):
                said = said.over(_read_letters(style.find(STYLE + "text-properties")))
            self._letters[key] = said
        return self._letters[key]

    def paragraph(self, name: str) -> Paragraph:
        """How a paragraph in a style looks."""
        if name not in self._paragraphs:
            align, indent, numbered = "", None, None
            for style in self._chain("paragraph", name):
                properties = style.find(STYLE + "paragraph-properties")
                if properties is not None:
                    align = align or properties.get(FO + "text-align", "")
                    indent = points(properties.get(FO + "margin-left")) if indent is None else indent
                if numbered is None:
                    numbered = style.get(STYLE + "list-style-name")
            self._paragraphs[name] = Paragraph(
                self.letters(name, "paragraph"), align == "center", indent, numbered
            )
        return self._paragraphs[name]

    def _enter(self, entry: Element) -> None:
        if entry.tag == STYLE + "style":
            self._styles[entry.get(STYLE + "family", ""), entry.get(NAME, "")] = entry
        elif entry.tag == TEXT + "list-style":
            self._lists[entry.get(NAME, "")] = entry
        elif entry.tag == TEXT + "outline-style":
            self.outline = entry
            self._lists.setdefault(entry.get(NAME, "Outline"), entry)
        elif entry.tag == STYLE + "default-style":
            family = entry.get(STYLE + "family", "")
            self._defaults[family] = entry
            properties = entry.find(STYLE + "text-properties")
            if family == "paragraph" and properties is not None:
                tag = properties.get(FO + "language", "").lower()
                self.language = tag if re.fullmatch(r"[a-z]{2,3}", tag) else ""

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        """A style and those it is based on, from the nearest to the farthest."""
        for _ in range(_DEEPEST):
            style = self._styles.get((family, name))
            if style is None:
                break
            yield style
            name = style.get(STYLE + "parent-style-name", "")
        if family == "paragraph" and family in self._defaults:
            yield self._defaults[family]


def _read_letters(properties: Element | None) -> Letters:
    if properties is None:
        return NOTHING
    weight = properties.get(FO + "font-weight")
    line = properties.get(STYLE + "text-underline-style")
    display = properties.get(TEXT + "display")
    font = next(filter(None, map(properties.get, _FONTS)), "")
    return Letters(
        None if weight is None else weight == "bold" or (whole(weight) or 0) >= 600,
        None if line is None else line != "none",
        None if display is None else display == "none",
        font.strip("'\""),
    )
