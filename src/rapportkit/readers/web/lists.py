"""The labels of list items: bullets and numbers as the page shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapportkit.readers.counting import BULLET, numeral
from rapportkit.readers.web.css import Declarations, Sheet
from rapportkit.text.markers import split_marker

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LISTS = frozenset({"ul", "ol", "menu", "dir"})
_STYLES = {
    "none": "",
    "decimal": "1",
    "decimal-leading-zero": "01",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "disc": BULLET,
    "circle": BULLET,
    "square": BULLET,
}
# Google Docs writes each level as a list of its own and says its depth in the class.
_GOOGLE = re.compile(r"lst-kix_[\w.]+-(\d)")
_COUNTER = re.compile(r"counter\(\s*[\w-]+\s*(?:,\s*([\w-]+)\s*)?\)")
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")


@dataclass(slots=True)
class List:
    """An open list: its depth from 1, how it counts, and the number of its next item."""

    depth: int
    kind: str
    upcoming: int = 1
    step: int = 1
    before: str = ""
    after: str = "."

    def label(self, item: Element, numbering: str) -> str:
        """The label of the next item; "" where none is shown."""
        own = item.get("value", "").strip()
        if re.fullmatch(r"-?\d{1,6}", own):
            self.upcoming = int(own)
        count = self.upcoming
        self.upcoming += self.step
        kind = _kind(numbering, item.get("type", ""), self.kind)
        if kind in {"", BULLET}:
            return kind
        return f"{self.before}{numeral(count, kind)}{self.after}"


@dataclass(slots=True)
class Lists:
    """The open lists of a cell or of the page, from the outermost to the innermost."""

    sheet: Sheet
    open: list[List] = field(default_factory=list)

    def enter(self, element: Element, said: Declarations) -> None:
        """Begin a list."""
        counted = element.tag == "ol"
        entry = List(len(self.open) + 1, "1" if counted else BULLET)
        entry.kind = _kind(_style(said), element.get("type", ""), entry.kind)
        if counted:
            start = element.get("start", "").strip()
            if re.fullmatch(r"-?\d{1,6}", start):
                entry.upcoming = int(start)
            if element.get("reversed") is not None:
                entry.step = -1
                entry.upcoming = entry.upcoming if start else sum(1 for _ in element.iterchildren("li"))
        self._follow_google(entry, element)
        self.open.append(entry)

    def leave(self) -> None:
        """End the innermost list."""
        self.open.pop()

    def item(self, element: Element, said: Declarations) -> tuple[str, int]:
        """The label and depth of an item; one outside any list has a bullet."""
        if not self.open:
            return BULLET, 1
        entry = self.open[-1]
        return entry.label(element, _style(said)), entry.depth

    def _follow_google(self, entry: List, element: Element) -> None:
        name = next(filter(_GOOGLE.fullmatch, (element.get("class") or "").split()), "")
        found = _GOOGLE.fullmatch(name)
        if found is None:
            return
        entry.depth = int(found[1]) + 1
        shown = self.sheet.markers.get(name, "")
        counter = _COUNTER.search(shown)
        if counter:
            entry.kind = _STYLES.get((counter[1] or "decimal").lower(), "1")
            entry.before, entry.after = _quoted(shown[: counter.start()]), _quoted(shown[counter.end() :])
        else:
            entry.kind = BULLET if _quoted(shown) or element.tag != "ol" else "1"


def tidy(mark: str) -> str:
    """A typed mark as a label: numbers stay as they are, signs of whatever font become a bullet.

    >>> tidy("2."), tidy("(iv)"), tidy("o"), tidy("§"), tidy("ü")
    ('2.', '(iv)', '•', '•', '•')
    """
    marked = split_marker(f"{mark} x")
    if marked is not None and any(letter.isalnum() for letter in marked.marker):
        return mark
    return BULLET if len(mark) < 3 and not mark.isdigit() else mark


def _style(said: Declarations) -> str:
    return said.get("list-style-type") or said.get("list-style", "")


def _kind(style: str, given: str, default: str) -> str:
    """How a list counts: by its style, else by its type attribute, else as lists of its tag do."""
    for word in style.split():
        if word in _STYLES:
            return _STYLES[word]
    if given in {"1", "a", "A", "i", "I"}:
        return given
    if given.lower() in _STYLES:
        return _STYLES[given.lower()]
    return default


def _quoted(content: str) -> str:
    """The text between quotation marks, its escapes resolved."""
    inside = "".join(found[1] for found in re.finditer(r"[\"']([^\"']*)[\"']", content))
    return _ESCAPE.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), inside).strip()
