"""How letters look where they stand: set off, hidden, and in which font, worked out once for each case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rapportkit.readers.ooxml.changes import View
from rapportkit.readers.ooxml.styles import NO_LETTERS, Letters, StyleSheet, read_letters

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Around(NamedTuple):
    """What letters get from where they stand.

    `style` is their paragraph's; the others say whether all around is hidden, in a part of a table whose
    style sets bold, or a link.
    """

    style: str = ""
    hidden: bool = False
    table_bold: bool = False
    in_link: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How letters are shown. `set_off` is bold or underlined; `style` is the id of their character style."""

    set_off: bool = False
    hidden: bool = False
    style: str = ""
    font: str = ""


class Looks:
    """The looks of a file's letters."""

    def __init__(self, sheet: StyleSheet, view: View) -> None:
        self._sheet, self._view = sheet, view
        self._known: dict[object, Look] = {}

    def of(self, around: Around, properties: Element | None = None) -> Look:
        """The look of letters with these properties of their own."""
        own = () if properties is None else tuple([(mark.tag, *mark.items()) for mark in properties.iter()])
        look = self._known.get((around, own))
        if look is None:
            shown = None if properties is None else self._view.shown_properties(properties)
            look = self._known[around, own] = self._resolve(around, read_letters(shown))
        return look

    def _resolve(self, around: Around, own: Letters) -> Look:
        """Bold and hidden switch each other off when paragraph and character style both set them."""
        style = self._sheet.letters(own.style) if own.style else NO_LETTERS
        base, default = self._sheet.letters_of_paragraph(around.style), self._sheet.letters_default
        hidden = around.hidden or _switched(own.hidden, style.hidden, base.hidden, default.hidden)
        if own.right_to_left:
            bold = _switched(own.bold_complex, style.bold_complex, base.bold_complex, default.bold_complex)
        else:
            bold = _switched(own.bold, style.bold, base.bold, default.bold, table=around.table_bold)
        underlined = own.underlined if own.underlined is not None else bool(base.underlined)
        set_off = bold or (underlined and not around.in_link)
        return Look(set_off, hidden, own.style, own.font or style.font or base.font)


def _switched(
    own: bool | None, style: bool | None, base: bool | None, default: bool | None, *, table: bool = False
) -> bool:
    if own is not None:
        return own
    if style is None and base is None and not table:
        return bool(default)
    return bool(default) or (bool(style) ^ bool(base) ^ table)
