"""Word files (.docx, .docm, .dotx): the XML itself is walked, so that no corner of it stays unread."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from rapportkit.model.document import Block, Document, Remark, Source
from rapportkit.model.options import AS_USUAL, ReadOptions
from rapportkit.readers import remarks
from rapportkit.readers.bounds import over
from rapportkit.readers.ooxml import surroundings
from rapportkit.readers.ooxml.changes import VIEWS, View
from rapportkit.readers.ooxml.controls import Prompts
from rapportkit.readers.ooxml.embedded import embedded
from rapportkit.readers.ooxml.entries import Entries
from rapportkit.readers.ooxml.forms import Forms
from rapportkit.readers.ooxml.lock import unlocked
from rapportkit.readers.ooxml.looks import Looks
from rapportkit.readers.ooxml.notes import NoteBook
from rapportkit.readers.ooxml.numbering import Lists
from rapportkit.readers.ooxml.package import Package
from rapportkit.readers.ooxml.properties import properties
from rapportkit.readers.ooxml.setting import Margin, Setting
from rapportkit.readers.ooxml.story import Story
from rapportkit.readers.ooxml.styles import StyleSheet
from rapportkit.readers.ooxml.tables import TableStyles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CHANGES = ("insertion", "deletion", "move")
_UNREAD = {
    "control": "an ActiveX control",
    "attached": "an attached file",
    "embedded": "an embedded file",
    "linked": "a file that is linked and was not sent",
}


def read(data: bytes, name: str, options: ReadOptions = AS_USUAL) -> Document:
    """Read a Word file as its author sees it with all tracked changes accepted, or all rejected.

    `name` is the file name to show. Raises ReadError: F002 empty, F003 broken or unsound, F004 no
    Word document inside, F005 protected or an old format, F006 beyond the limits.
    """
    try:
        return _read(unlocked(data, name, options.passwords), name, options)
    except RecursionError as error:
        raise over(name, "xml_depth", options.limits) from error


def _read(data: bytes, name: str, options: ReadOptions) -> Document:
    package = Package(data, name, options.limits)
    setting, margin = _open_setting(package, VIEWS[options.revisions]), Margin()

    def read_aside(root: Element, part: str, area: str) -> list[Block]:
        return Story(root, setting, margin, part=part, area=area, page_numbers=False).read()

    def tell(root: Element, part: str, area: str) -> str:
        return "\n".join(block.text for block in read_aside(root, part, area))

    body = Story(package.root, setting, margin, part=package.main)
    body.cite = NoteBook(package, tell).cite
    body.embed = partial(_embedded, package, options)
    blocks = body.read()
    running = surroundings.running(package, read_aside)
    comments = surroundings.comments(package, margin.anchors, read_aside)
    return Document(
        source=Source(name, hashlib.sha256(data).hexdigest(), "docx", language=setting.sheet.language),
        blocks=tuple(blocks),
        furniture=(*running, *comments.furniture, *margin.hidden, *margin.furniture),
        remarks=(*_remarks(margin, comments, original=setting.view.original), *margin.remarks),
        properties=properties(package),
    )


def _embedded(package: Package, options: ReadOptions, identifier: str) -> Document | None:
    part = package.target(identifier)
    data = package.read(part) if part else None
    # A file inside a file gets what is left of the limits, so that no nesting multiplies them.
    options = replace(options, limits=package.remaining())
    return embedded(data or b"", package.name, options, lambda inner: _read(inner, package.name, options))


def _open_setting(package: Package, view: View) -> Setting:
    part = package.linked("styles") or ""
    sheet = StyleSheet(Entries(package, part))
    part = package.linked("numbering") or ""
    lists = Lists(package.parse(part), sheet)
    return Setting(
        package,
        sheet,
        lists,
        Prompts(package, sheet),
        view,
        Forms(sheet, lists, view),
        Looks(sheet, view),
        TableStyles(sheet),
    )


def _remarks(margin: Margin, comments: surroundings.Comments, *, original: bool) -> Iterator[Remark]:
    if margin.changed is not None:
        counted = {kind: margin.changes[kind] for kind in _CHANGES if margin.changes.get(kind)}
        yield remarks.open_changes(counted, margin.changed, original=original)
    if comments.unresolved:
        yield remarks.open_comments(len(comments.unresolved), comments.unresolved[0])
    if margin.hidden:
        yield remarks.hidden_text(len(margin.hidden), margin.hidden[0].location)
    if margin.unread:
        kinds = Counter(kind for kind, _ in margin.unread)
        listed = " and ".join(_UNREAD[kind] for kind in kinds)
        yield Remark(
            "D004",
            f"What stands in {listed} cannot be read; copy it into the text.",
            margin.unread[0][1],
            "objects",
            tuple(kinds.items()),
        )
