"""What the elements of a page are for: text, what stands around it, and what nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapportkit.model.document import FurnitureKind
from rapportkit.readers.spans import Spans
from rapportkit.readers.web.css import Declarations

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BLOCKS = frozenset(
    [
        *(
            "address",
            "article",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "div",
            "dl",
        ),
        *("dt", "fieldset", "figcaption", "figure", "form", "frameset", "hgroup", "html", "legend", "main"),
        *("optgroup", "option", "p", "search", "section", "summary", "tbody", "tfoot", "thead"),
    ]
)
UNSEEN = frozenset(
    [
        *("annotation", "annotation-xml", "audio", "base", "canvas", "colgroup", "datalist", "defs", "desc"),
        *("embed", "frame", "iframe", "link", "map", "meta", "metadata", "meter", "noembed", "noframes"),
        *("noscript", "param", "rp", "script", "source", "style", "template", "track", "video"),
    ]
)
"""Elements whose content is no text of the page, or is shown by programs without scripts and films only."""

_BLOCK_DISPLAYS = ("block", "list-item", "flex", "grid", "table", "flow-root")
_APART_DISPLAYS = ("inline-block", "inline-flex", "inline-grid", "inline-table", "table-cell")
_ASIDE_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search"})
# Word says in a style what a part is, LibreOffice in its title.
_PARTS = {
    "comment-list": FurnitureKind.COMMENT,
    "header": FurnitureKind.HEADER,
    "footer": FurnitureKind.FOOTER,
}


def is_block(said: Declarations) -> bool:
    """Whether a style makes an element a paragraph of its own."""
    return said.get("display", "").startswith(_BLOCK_DISPLAYS)


def is_apart(said: Declarations) -> bool:
    """Whether a style keeps an element's letters apart from those beside it."""
    return said.get("display", "").startswith(_APART_DISPLAYS)


def aside_kind(element: Element, said: Declarations) -> FurnitureKind | None:
    """What an element that stands around the text is; None for one that belongs to it."""
    part = _PARTS.get(
        said.get("mso-element", "") or (element.get("title", "") if element.tag == "div" else "")
    )
    if part is not None:
        return part
    role = element.get("role", "").strip().lower()
    is_notes = "footnote" in element.get("class", "") or role.startswith("doc-")
    if role in _ASIDE_ROLES or element.tag == "nav" or (element.tag == "aside" and not is_notes):
        return FurnitureKind.NAVIGATION
    if element.tag in {"header", "footer"} and not is_notes and _is_of_the_page(element):
        return FurnitureKind.NAVIGATION
    return None


def _is_of_the_page(frame: Element) -> bool:
    """Whether a header or footer is the site's, and not that of a section or the report's own title."""
    if (
        next(frame.iterancestors("article", "main", "section", "blockquote", "figure", "td"), None)
        is not None
    ):
        return False
    leads_away = next(frame.iter("a", "nav", "form", "button"), None) is not None
    has_title = next(frame.iter("h1", "h2", "h3"), None) is not None
    return frame.tag == "footer" or leads_away or not has_title


def text_of(element: Element) -> str:
    """The letters of an element, without those that nobody sees."""
    return "".join(_letters(element))


def _letters(element: Element) -> Iterator[str]:
    yield "\n" if element.tag == "br" else element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in UNSEEN:
            yield from _letters(child)
        yield child.tail or ""


@dataclass(slots=True)
class Table:
    """An open table: its number in the page, how deep it stands in others, and how far its rows have come."""

    number: int
    depth: int = 1
    row: int = 0
    columns: int = 0
    spans: Spans = field(default_factory=Spans)
    places: Iterator[int] = field(default_factory=lambda: iter(()))

    def next_row(self, row: Element) -> None:
        """Lay out the cells of one more row."""
        laid = self.spans.row([(_span(cell, "colspan"), _span(cell, "rowspan")) for cell in _cells(row)])
        self.row, self.columns, self.places = self.row + 1, laid.columns, iter(laid.places)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag in {"td", "th"}:
            yield child
        elif child.tag != "table":
            yield from _cells(child)


def _span(cell: Element, name: str) -> int:
    text = cell.get(name, "").strip()
    return max(1, min(int(text), 1000)) if text.isdecimal() and len(text) < 6 else 1
