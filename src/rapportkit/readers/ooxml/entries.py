"""The styles of a Word file, each parsed when it is first asked for.

A style sheet holds hundreds of styles, a report uses ten of them: parsing the whole part took most of
the time of reading a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from rapportkit.readers.ooxml.names import STYLE_ID, TYPE, W, child, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from rapportkit.readers.ooxml.package import Package

_ROOT = b"<w:styles "
_NAMESPACE = b'xmlns:w="%s"' % W.strip("{}").encode()
_START, _END = b"<w:style ", b"</w:style>"
_DEFAULTS, _DEFAULTS_END = b"<w:docDefaults>", b"</w:docDefaults>"
_IS_DEFAULT, _OF_PARAGRAPHS = b' w:default="1"', b' w:type="paragraph"'
_STYLE_ID = re.compile(rb' w:styleId="([^"]*)"')
_PROMPT_NAME = re.compile(rb'<w:name w:val="placeholder text"', re.IGNORECASE)
_SIMPLE_ID = re.compile(r"[^<>&\"'\s]+")
_ON = frozenset({"1", "true", "on"})
_HEAD = 2**16  # bytes; styles for tables, which are most of a large sheet, stand behind those for text


class Entries:
    """The styles of a part by their ids.

    Parts in the plain way that Word and its peers write are cut at the styles asked for. What is written
    otherwise, or does not have what is looked for, is parsed whole.
    """

    def __init__(self, package: Package, part: str) -> None:
        """Open a part of a file; ReadError F003 where it cannot be cut and is unsound."""
        self._package, self._part = package, part
        self._data = package.head(part, _HEAD)
        self._in_part = len(self._data) >= _HEAD
        self._root = _plain_root(self._data)
        self._known: dict[str, Element | None] = {"": None}
        self._sheet = None if self._root else self._parse_all()

    def get(self, identifier: str) -> Element | None:
        """A style by its id; None where there is none."""
        if identifier not in self._known:
            entry = self._cut_style(identifier) if self._root else None
            if entry is None and self._root and self._in_part:
                self._unpack_all()
                entry = self._cut_style(identifier)
            self._known[identifier] = self._whole.get(identifier) if entry is None else entry
        return self._known[identifier]

    @cached_property
    def defaults(self) -> Element | None:
        """What holds for all styles (`w:docDefaults`); None where nothing does."""
        start, end = self._data.find(_DEFAULTS), self._data.find(_DEFAULTS_END)
        if self._root and 0 <= start < end:
            return self._cut(start, end + len(_DEFAULTS_END))
        sheet = self._parse_all() if self._sheet is None else self._sheet
        return None if sheet is None else child(sheet, W + "docDefaults")

    @cached_property
    def default(self) -> str:
        """The id of the style for paragraphs that name none, "" where there is none."""
        for head in self._heads(re.compile(_IS_DEFAULT)) if self._root else ():
            identifier = _STYLE_ID.search(head)
            if _OF_PARAGRAPHS in head and identifier:
                return identifier[1].decode()
        return next((name for name, entry in self._whole.items() if _is_default_paragraph(entry)), "")

    @cached_property
    def placeholders(self) -> frozenset[str]:
        """The ids of the character styles of prompts, by their English name, which Word keeps everywhere."""
        if self._root:
            self._unpack_all()
            heads = (_STYLE_ID.search(head) for head in self._heads(_PROMPT_NAME))
            names = [identifier[1].decode() for identifier in heads if identifier]
        else:
            names = list(self._whole)
        return frozenset({"PlaceholderText", *filter(self._is_prompt, names)})

    def _is_prompt(self, identifier: str) -> bool:
        entry = self.get(identifier)
        return (
            entry is not None
            and entry.get(TYPE) == "character"
            and value(entry, W + "name").lower() == "placeholder text"
        )

    @cached_property
    def _whole(self) -> dict[str, Element]:
        """All styles; the first of an id wins, as it does where styles are cut."""
        sheet = self._parse_all() if self._sheet is None else self._sheet
        found: dict[str, Element] = {}
        for entry in () if sheet is None else sheet.iterchildren(W + "style"):
            found.setdefault(entry.get(STYLE_ID, ""), entry)
        return found

    def _parse_all(self) -> Element | None:
        self._unpack_all()
        self._root = b""
        self._sheet = self._package.parse_bytes(self._data, self._part) if self._data else None
        return self._sheet

    def _unpack_all(self) -> None:
        if self._in_part:
            self._data, self._in_part = self._package.read(self._part) or b"", False

    def _cut_style(self, identifier: str) -> Element | None:
        data = self._data
        if not _SIMPLE_ID.fullmatch(identifier):
            return None
        at = data.find(b' w:styleId="%s"' % identifier.encode())
        start, closed = data.rfind(_START, 0, max(at, 0)), data.find(b">", at)
        end = data.find(_END, closed) + len(_END)
        if at < 0 or start < 0 or end < closed or b">" in data[start:at] or data[closed - 1 : closed] == b"/":
            return None
        return self._cut(start, end)

    def _cut(self, start: int, end: int) -> Element:
        piece = b"%s%s</w:styles>" % (self._root, self._data[start:end])
        return self._package.parse_bytes(piece, self._part)[0]

    def _heads(self, mark: re.Pattern[bytes]) -> Iterator[bytes]:
        """The opening tags of the styles in which something is found."""
        for found in mark.finditer(self._data):
            start = self._data.rfind(_START, 0, found.end())
            yield self._data[start : self._data.find(b">", start)]


def _plain_root(data: bytes) -> bytes:
    """The opening tag of a part that may be cut; b"" for one written in another way.

    There the usual prefix stands for the usual names, and nothing (comments, entities, other quotes)
    makes the letters mean something else than they seem to.
    """
    start = data.find(_ROOT, 0, 500)
    tag = data[start : data.find(b">", start) + 1]
    declaration = data[: max(start, 0)].lower()
    if start < 0 or _NAMESPACE not in tag or tag.endswith(b"/>"):
        return b""
    if b"encoding" in declaration and b"utf-8" not in declaration:
        return b""
    return b"" if any(data.find(sign, start) >= 0 for sign in (b"!", b"&", b"'")) else tag


def _is_default_paragraph(entry: Element) -> bool:
    return entry.get(TYPE) == "paragraph" and entry.get(W + "default", "0") in _ON
