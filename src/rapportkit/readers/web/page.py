"""The elements of a page, walked in reading order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from rapportkit.model.document import Block, Furniture, FurnitureKind, Note
from rapportkit.model.location import Location
from rapportkit.readers.ooxml.line import is_visible, one_line
from rapportkit.readers.ooxml.symbols import plain
from rapportkit.readers.web import controls, word
from rapportkit.readers.web.css import Declarations, Sheet
from rapportkit.readers.web.frames import (
    BLOCKS,
    UNSEEN,
    Table,
    aside_kind,
    is_apart,
    is_block,
    text_of,
)
from rapportkit.readers.web.lists import LISTS, Lists, tidy
from rapportkit.readers.web.looks import inherit, is_hidden
from rapportkit.readers.web.notes import NoteBook
from rapportkit.readers.web.paragraphs import Paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LAST_LINE = 65_535  # the parser counts no further
Typed = Callable[[str], tuple[list[Block], list[Furniture]]]
"""Reads a stretch of text that was typed line by line."""


class Page:
    """Reads one page, or one note of it: make it, call `read` once, and look at what was gathered.

    `typed` reads what stands in a `pre` element; `original` asks for the view in which all changes
    are rejected. `out` holds blocks and furniture, `changed` the places of marked deletions, `deepest`
    how many tables stand inside one another.
    """

    def __init__(self, sheet: Sheet, book: NoteBook, typed: Typed, *, original: bool = False) -> None:
        self.out = Paragraphs()
        self.changed: list[Location] = []
        self.deepest = 0
        self.original = original
        self._sheet, self._book, self._typed = sheet, book, typed
        self._notes: dict[Element, str] = {}
        self._lists = Lists(sheet)
        self._said: Declarations = {}
        self._depth = 1
        self._tables = 0
        self._readers = self._register()

    def read(self, element: Element) -> None:
        """Read what is in an element, then the notes that nothing in it cites."""
        self._reach(element)
        self._walk(element)
        self.out.end()
        left = [body for body in self._book.bodies if body not in self._notes]
        for body in left if self._book.cited else ():
            self._reach(body)
            self.out.keep(FurnitureKind.HIDDEN, self._tell(body))

    def _register(self) -> dict[str, Callable[[Element], None]]:
        return {
            **dict.fromkeys(BLOCKS, self._block),
            **dict.fromkeys(("nav", "aside", "header", "footer"), self._block),
            **dict.fromkeys(_HEADINGS, self._heading),
            **dict.fromkeys(LISTS, self._list),
            **dict.fromkeys(("td", "th"), self._cell),
            **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), self._read_typed),
            "li": self._item,
            "table": self._table,
            "tr": self._row,
            "br": self._break,
            "hr": self._rule,
            "a": self._link,
            "q": self._quote,
            "rt": self._reading,
            "del": self._change,
            "ins": self._change,
            "title": self._title,
            "input": self._input,
            "textarea": self._block,
            "select": self._select,
            "button": self._button,
            "w:sdt": self._control,
        }

    def _walk(self, parent: Element) -> None:
        self.out.add(parent.text)
        for child in parent:
            tag = child.tag
            if isinstance(tag, str) and tag not in UNSEEN and child not in self._book.bodies:
                self._reach(child)
                said = self._said = self._sheet.of(child)
                if is_hidden(said) or child.get("hidden") is not None:
                    self.out.keep(FurnitureKind.HIDDEN, text_of(child))
                else:
                    look = self.out.look
                    self.out.look = inherit(look, tag, said, child.get("align", ""))
                    self._readers.get(tag, self._inline)(child)
                    self.out.look = look
            self.out.add(child.tail)

    def _reach(self, element: Element) -> None:
        """Know the line: what the parser says, and beyond its count the line ends passed since."""
        line = _line(element)
        if 0 < line < _LAST_LINE:
            self.out.at = line

    def _inline(self, element: Element) -> None:
        said, out = self._said, self.out
        if word.is_label(said):
            self._label(text_of(element), self._depth)
        elif word.is_spacer(element, said) and word.is_mark(out.line.text) and not out.marker:
            mark = out.take_mark()
            self._label(mark, out.levels.level(mark, int(out.look.indent // 6)))
        elif is_block(said):
            self._block(element)
        elif is_apart(said):
            out.add(" ")
            self._walk(element)
            out.add(" ")
        else:
            self._walk(element)

    def _label(self, mark: str, level: int) -> None:
        mark = plain(one_line(mark), self.out.look.font)
        if mark:
            self.out.mark(tidy(mark), level)

    def _block(self, element: Element) -> None:
        out = self.out
        out.end()
        saved = out.aside, self._depth
        marked = bool(out.marker)
        out.aside = out.aside or aside_kind(element, self._said)
        self._depth = word.level(self._said)
        self._walk(element)
        out.end()
        out.aside, self._depth = saved
        if not marked and out.marker:
            out.end_item()

    def _heading(self, element: Element) -> None:
        self.out.end()
        saved, self.out.heading = self.out.heading, _HEADINGS[element.tag]
        self.out.item = None
        self._block(element)
        self.out.heading = saved

    def _list(self, element: Element) -> None:
        self.out.end()
        self.out.end_item()
        self._lists.enter(element, self._said)
        self._walk(element)
        self.out.end()
        self.out.end_item()
        self._lists.leave()

    def _item(self, element: Element) -> None:
        self.out.end()
        self.out.end_item()
        self.out.mark(*self._lists.item(element, self._said), joins=True)
        self._walk(element)
        self.out.end()
        self.out.end_item()

    def _table(self, element: Element) -> None:
        if element.get("role") in {"presentation", "none"}:
            self._block(element)
            return
        out = self.out
        out.end()
        out.end_item()
        self._tables += 1
        saved = out.table, out.cell, out.heading, self._lists
        out.table, out.cell = Table(self._tables, depth=out.table.depth + 1 if out.table else 1), 0
        self.deepest = max(self.deepest, out.table.depth)
        self._walk(element)
        out.end()
        out.end_item()
        out.table, out.cell, out.heading, self._lists = saved
        out.blank = False

    def _row(self, element: Element) -> None:
        if self.out.table is None:
            self._block(element)
            return
        self.out.end()
        self.out.cell = 0
        self.out.table.next_row(element)
        self._walk(element)
        self.out.end()
        self.out.cell = 0

    def _cell(self, element: Element) -> None:
        out = self.out
        place = next(out.table.places, 0) if out.table else 0
        if not place:
            self._block(element)
            return
        out.end()
        out.end_item()
        out.levels.end()
        out.cell, out.heading, self._lists = place, 0, Lists(self._sheet)
        self._block(element)
        out.end_item()
        out.cell, out.blank = 0, False

    def _read_typed(self, element: Element) -> None:
        """Text typed line by line is read like a text file, where it stands by itself."""
        text, out = text_of(element), self.out
        if out.cell or out.aside or self._lists.open or "\n" not in text.strip():
            self._block(element)
            return
        out.end()
        if not is_visible(text):
            return
        blocks, furniture = self._typed(text)
        for block in blocks:
            breaks = tuple((offset, self._moved(place)) for offset, place in block.breaks)
            out.blocks.append(replace(block, location=self._moved(block.location), breaks=breaks))
        out.furniture += [replace(each, location=self._moved(each.location)) for each in furniture]
        self._tables += max((block.location.table or 0 for block in blocks), default=0)

    def _moved(self, location: Location) -> Location:
        """A place in typed text as one in the page around it."""
        table = None if location.table is None else location.table + self._tables
        return replace(location, source="", line=(location.line or 1) + self.out.at - 1, table=table)

    def _break(self, element: Element) -> None:
        del element  # a break holds nothing
        self.out.end_row()

    def _rule(self, element: Element) -> None:
        del element  # a rule holds nothing
        self.out.end()
        self.out.blank = True

    def _link(self, element: Element) -> None:
        note = self._book.cited.get(element)
        if note is not None:
            self.out.cite(Note(note.label, self._tell(note.body)))
        elif element not in self._book.back and not word.is_comment_mark(element):
            self._inline(element)

    def _tell(self, body: Element) -> str:
        """The text of a note."""
        if body not in self._notes:
            page = Page(self._sheet, replace(self._book, cited={}), self._typed, original=self.original)
            page.read(body)
            said = (*(block.text for block in page.out.blocks), *(each.text for each in page.out.furniture))
            self._notes[body] = "\n".join(said)
        return self._notes[body]

    def _quote(self, element: Element) -> None:
        self.out.add("“")
        self._inline(element)
        self.out.add("”")

    def _reading(self, element: Element) -> None:
        self.out.add("(")
        self._inline(element)
        self.out.add(")")

    def _change(self, element: Element) -> None:
        """Text that was deleted or inserted: of the two, one is in each view."""
        if element.tag == "del":
            self.changed.append(self.out.here)
        if (element.tag == "ins") is not self.original:
            self._inline(element)

    def _control(self, element: Element) -> None:
        """A content control of a page saved from Word; the prompt of an untouched one is no answer."""
        if not word.is_prompt(element):
            self._inline(element)

    def _title(self, element: Element) -> None:
        """The title stands above the page, on the window; that of a drawing stands nowhere."""
        if next(element.iterancestors("svg"), None) is None:
            self.out.keep(FurnitureKind.HEADER, text_of(element))

    def _input(self, element: Element) -> None:
        if controls.kind_of(element) in controls.BUTTONS:
            self.out.keep(FurnitureKind.NAVIGATION, element.get("value") or "")
        else:
            self.out.add(f" {controls.entered(element)} ")

    def _select(self, element: Element) -> None:
        self.out.add(f" {controls.chosen(element)} ")

    def _button(self, element: Element) -> None:
        self.out.keep(FurnitureKind.NAVIGATION, text_of(element))


def _line(element: Element) -> int:
    # The stubs do not know this attribute's type.
    return getattr(element, "sourceline", None) or 0
