"""Style sheets, as far as they change what the words of a page mean: bold, hidden, numbered, set in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Declarations = dict[str, str]

_MOST = 400_000
"""Characters of style sheet that are looked at; the words of a page need none of them."""
_MOST_RULES = 300
"""Rules for one name; real pages have a few."""

_WANTED = re.compile(
    r"(?:^|;)\s*(font-weight|font-family|font|text-decoration(?:-line)?|text-align|display|visibility|white-space"
    r"|list-style(?:-type)?|margin(?:-left)?|padding-left|content|mso-(?:list|hide|element|footnote-id|endnote-id))"
    r"\s*:([^;]*)",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"([a-z][\w:\\-]*|\*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_MARKER = re.compile(r"\.([\w-]+)\s*>\s*li:{1,2}before", re.IGNORECASE)
# Rules for paper and for narrow windows do not say what a reader of the page sees.
_ALWAYS = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)(?:\s*,\s*print)?\s*|@layer.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Rule:
    order: tuple[int, int]
    tag: str
    classes: frozenset[str]
    id: str
    declarations: Declarations


@dataclass(slots=True)
class Sheet:
    """The style rules of a page that name a tag, a class or an id; `markers` are those of list items."""

    markers: dict[str, str] = field(default_factory=dict)
    _rules: dict[str, list[_Rule]] = field(default_factory=dict)
    _known: dict[tuple[str, str, str], Declarations] = field(default_factory=dict)
    _count: int = 0

    def of(self, element: Element) -> Declarations:
        """What the rules and the element's own style say, the stronger over the weaker."""
        own = element.get("style")
        said = self._ruled(element) if self._rules else {}
        return said | declarations(own) if own else said

    def _ruled(self, element: Element) -> Declarations:
        key = (str(element.tag), element.get("class") or "", element.get("id") or "")
        if key not in self._known:
            self._known[key] = self._merged(element)
        return self._known[key]

    def _merged(self, element: Element) -> Declarations:
        classes = (element.get("class") or "").split()
        found = [
            rule
            for key in (
                str(element.tag),
                *(f".{name}" for name in classes[:12]),
                f"#{element.get('id', '')}",
                "*",
            )
            for rule in self._rules.get(key, ())
            if rule.classes.issubset(classes)
            and rule.tag in {"", "*", element.tag}
            and rule.id in {"", element.get("id")}
        ]
        merged: Declarations = {}
        for rule in sorted(found, key=lambda rule: rule.order):
            merged |= rule.declarations
        return merged

    def add(self, text: str) -> None:
        """Take in a style sheet."""
        for selectors, body in _blocks(_COMMENT.sub(" ", text[:_MOST])):
            said = declarations(body)
            for selector in selectors.split(",") if said else ():
                self._enter(selector.strip(), said)

    def _enter(self, selector: str, said: Declarations) -> None:
        if (marked := _MARKER.fullmatch(selector)) and "content" in said:
            self.markers[marked[1]] = said["content"]
            return
        simple = _SELECTOR.fullmatch(selector)
        if simple is None or not selector:
            return
        names = re.findall(r"[.#][\w-]+", simple[2])
        classes = [name[1:] for name in names if name[0] == "."]
        ids = [name[1:] for name in names if name[0] == "#"]
        tag = (simple[1] or "").lower().replace("\\", "")
        key = f"#{ids[0]}" if ids else f".{classes[0]}" if classes else tag
        self._count += 1
        order = (100 * len(ids) + 10 * len(classes) + (tag not in {"", "*"}), self._count)
        rule = _Rule(order, tag, frozenset(classes), ids[0] if ids else "", said)
        rules = self._rules.setdefault(key, [])
        if len(rules) < _MOST_RULES:
            rules.append(rule)


def declarations(text: str) -> Declarations:
    """The declarations of a style that matter here, in small letters.

    >>> declarations("COLOR:red; Font-Weight: Bold !important")
    {'font-weight': 'bold'}
    """
    return {
        found[1].lower(): found[2].lower().replace("!important", "").strip()
        if found[1].lower() != "content"
        else found[2].strip()
        for found in _WANTED.finditer(text)
    }


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Selectors and bodies in order; what stands in at-rules for other media is passed over."""
    start = position = 0
    skipped = 0
    head = ""
    for brace in re.finditer(r"[{}]", text):
        position = brace.start()
        if brace[0] == "{":
            if skipped:
                skipped += 1
            else:
                head = text[start:position].rpartition(";")[2].strip()
                if head.startswith("@") and not _ALWAYS.fullmatch(head):
                    skipped = 1
        elif skipped:
            skipped -= 1
        elif head and not head.startswith("@"):
            yield head, text[start:position]
            head = ""
        start = position + 1


_LENGTH = re.compile(r"(-?\d*\.?\d+)(pt|px|in|cm|mm|em|rem|pc|ex|ch)?")
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35, "mm": 2.835, "em": 12.0, "rem": 12.0, "pc": 12.0}


def points(length: str) -> float:
    """A length in points, 0 for what is none.

    >>> points("36.0pt"), points(".5in"), points("auto")
    (36.0, 36.0, 0.0)
    """
    found = _LENGTH.fullmatch(length.strip()[:20])
    if found is None:
        return 0.0
    return min(
        2000.0,
        max(-2000.0, round(float(found[1]) * _POINTS.get(found[2] or "", 6.0 if found[2] else 0.0), 2)),
    )


def left_margin(said: Declarations) -> float:
    """How far a style sets a block in, in points."""
    sides = said.get("margin", "").split()
    margin = sides[(0, 0, 1, 1, 3)[len(sides)]] if 0 < len(sides) < 5 else "0"
    return points(said.get("margin-left", margin)) + points(said.get("padding-left", "0"))
