"""Footnotes of a page: a short mark that leads to a passage which leads back to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapportkit.readers.web.frames import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MARK = re.compile(r"[\[(]?\s*(\d{1,3}|[a-z]|[ivxlc]{1,6}|[*†‡§¶#]{1,4})\s*[\])]?", re.IGNORECASE)
_BODIES = frozenset({"li", "p", "div", "aside", "dd", "td"})
_FRAMES = frozenset({"sup", "sub", "span", "small", "b", "i", "em", "strong", "font"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_DEEPEST = 12
"""Elements that a mark may stand deep inside its note."""

_MOST_BACK = 30
"""Links that lead back to one mark; a note that is cited again and again has a few."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A note as a link cites it: the mark that the page shows, and the element that holds the text."""

    label: str
    body: Element


@dataclass(slots=True)
class NoteBook:
    """The notes of a page.

    `cited` has them by the link that cites them; `bodies` are, in order, the elements to read as notes
    and nowhere else; `back` are the links that lead back, which are no words.
    """

    cited: dict[Element, Cited] = field(default_factory=dict)
    bodies: dict[Element, None] = field(default_factory=dict)
    back: set[Element] = field(default_factory=set)


def find_notes(root: Element) -> NoteBook:
    """Pair the links that lead to each other."""
    links = [link for link in root.iter("a") if _target(link)]
    pairs = list(_pairs(root, links)) if links else []
    # A frame around several notes is no note.
    held = Counter(each for body in {pair[2] for pair in pairs} for each in body.iterancestors())
    book = NoteBook()
    for link, label, body, back in pairs:
        note = Cited(label, _widened(body, held))
        book.cited[link] = note
        book.bodies[note.body] = None
        book.back.update(back)
    return book


def _pairs(root: Element, links: list[Element]) -> Iterator[tuple[Element, str, Element, list[Element]]]:
    places = _places(root)
    leading: dict[str, list[Element]] = {}
    for link in links:
        leading.setdefault(_target(link), []).append(link)
    order = {link: index for index, link in enumerate(links)}
    bodies: dict[Element, Element | None] = {}
    for link in links:
        mark = _MARK.fullmatch(text_of(link).strip())
        target = places.get(_target(link)) if mark else None
        body = None if target is None else _body(target, bodies)
        if mark is None or body is None or body in link.iterancestors():
            continue
        back = [
            each
            for name in _names(link)
            for each in leading.get(name, ())[:_MOST_BACK]
            if order[each] > order[link] and body in each.iterancestors()
        ]
        if back:
            yield link, mark[1], body, back


def _names(link: Element) -> Iterator[str]:
    """The names under which a citing mark can be found: its own, and those of a frame around it alone."""
    element: Element | None = link
    while element is not None:
        yield from filter(None, (element.get("id"), element.get("name")))
        parent = element.getparent()
        alone = parent is not None and parent.tag in _FRAMES and len(parent) == 1
        element = parent if alone else None
    yield from filter(None, (inner.get("id") or inner.get("name") for inner in link.iterdescendants()))
    before = link.getprevious()
    if before is not None and before.tag == "a" and not before.tail and not text_of(before):
        yield from filter(None, (before.get("id"), before.get("name")))


def _body(target: Element, known: dict[Element, Element | None]) -> Element | None:
    """The paragraph, item or cell that a target is or stands in; one with a heading is no note."""
    element: Element | None = target
    for _ in range(_DEEPEST):
        if element is None or element.tag in {"body", "html", *_HEADINGS}:
            return None
        if element.tag in _BODIES:
            if element not in known:
                known[element] = element if next(element.iter(*_HEADINGS), None) is None else None
            return known[element]
        element = element.getparent()
    return None


def _widened(body: Element, held: Counter[Element]) -> Element:
    """The whole note where its first paragraph was found: an item or frame that begins with it."""
    parent = body.getparent()
    while (
        parent is not None
        and parent.tag in {"li", "div", "dd", "aside"}
        and held[parent] == 1
        and parent[0] is body
        and not (parent.text or "").strip()
        and (len(parent) == 1 or parent.tag == "li" or parent.get("style") or parent.get("id"))
    ):
        body, parent = parent, parent.getparent()
    return body


def _target(link: Element) -> str:
    page, _, name = (link.get("href") or "").partition("#")
    # A page saved from Word names itself in its own links.
    return "" if "/" in page or ":" in page else name


def _places(root: Element) -> dict[str, Element]:
    places: dict[str, Element] = {}
    for element in root.iter("*"):
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                places.setdefault(name, element)
    return places
