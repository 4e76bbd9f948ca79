"""Footnotes and endnotes: numbered as they are cited, read where they are kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rapportkit.model.document import Note
from rapportkit.readers.ooxml import names
from rapportkit.readers.ooxml.line import Citation
from rapportkit.readers.ooxml.names import ID, W, value
from rapportkit.readers.ooxml.numerals import spell

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from rapportkit.readers.ooxml.package import Package

Tell = Callable[["Element", str, str], str]
"""Reads the text of an element, given the part it stands in and a name for its place."""

_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}


class NoteBook:
    """The notes of a file, handed out as the text cites them."""

    def __init__(self, package: Package, tell: Tell) -> None:
        self._package = package
        self._tell = tell
        self._entries: dict[str, dict[str, Element]] = {}
        self._parts: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._formats: dict[str, str] = {}

    def cite(self, citation: Citation) -> Note | None:
        """The note behind a citation, with the mark that the page shows; None where there is none."""
        kind = citation.kind
        if kind not in self._entries:
            self._open(kind)
        entry = self._entries[kind].get(citation.id)
        if entry is None:
            return None
        label = citation.label or self._next_label(kind)
        text = self._tell(entry, self._parts[kind], f"{kind} {label}")
        return Note(label, text) if text else None

    def _next_label(self, kind: str) -> str:
        self._counts[kind] += 1
        return spell(self._counts[kind], self._formats[kind])

    def _open(self, kind: str) -> None:
        part = self._package.linked(f"{kind}s") or ""
        root = self._package.parse(part) if part else None
        entries = () if root is None else root.iterfind(W + kind)
        self._parts[kind] = part
        self._entries[kind] = {entry.get(ID, ""): entry for entry in entries}
        form = self._find_form(f"{W}{kind}Pr")
        self._formats[kind] = value(form, W + "numFmt", _FORMATS[kind])
        self._counts[kind] = (names.number(form, W + "numStart") or 1) - 1

    def _find_form(self, name: str) -> Element | None:
        """How notes are numbered: as the first section says, else as the file's settings say."""
        for section in self._package.root.iter(W + "sectPr"):
            form = section.find(name)
            if form is not None and len(form):
                return form
        settings = self._package.linked("settings")
        root = self._package.parse(settings) if settings else None
        return None if root is None else root.find(name)
