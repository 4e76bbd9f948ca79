"""Word files (.docx, .docm, .dotx): the XML itself is walked, so that no corner of it stays unread."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from rapportkit.model.document import Block, Document, Remark, Source, numbered
from rapportkit.model.location import Location
from rapportkit.model.options import AS_USUAL, ReadOptions
from rapportkit.readers.bounds import over
from rapportkit.readers.ooxml import surroundings
from rapportkit.readers.ooxml.changes import VIEWS, View
from rapportkit.readers.ooxml.controls import Prompts
from rapportkit.readers.ooxml.embedded import embedded_texts
from rapportkit.readers.ooxml.lock import unlocked
from rapportkit.readers.ooxml.names import W
from rapportkit.readers.ooxml.notes import NoteBook
from rapportkit.readers.ooxml.numbering import Lists
from rapportkit.readers.ooxml.package import Package
from rapportkit.readers.ooxml.setting import Margin, Setting
from rapportkit.readers.ooxml.slim import slim
from rapportkit.readers.ooxml.story import Story
from rapportkit.readers.ooxml.styles import StyleSheet

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CHANGES = (("insertion", "insertions"), ("deletion", "deletions"), ("move", "moves"))


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
    running = tuple(surroundings.running(package, read_aside))
    comments = surroundings.comments(package, margin.anchors, read_aside)
    furniture = (*running, *comments.furniture, *margin.hidden)
    return Document(
        source=Source(name, hashlib.sha256(data).hexdigest(), "docx", language=setting.sheet.language),
        blocks=numbered(blocks, name),
        furniture=tuple(replace(piece, location=_in(piece.location, name)) for piece in furniture),
        remarks=tuple(_remarks(margin, comments, name, original=setting.view.original)),
    )


def _embedded(package: Package, options: ReadOptions, identifier: str) -> list[str] | None:
    part = package.target(identifier)
    data = package.read(part) if part else None

    def read_word(inner: bytes) -> list[str]:
        # A file inside a file gets what is left of the limits, so that no nesting multiplies them.
        blocks = _read(inner, package.name, replace(options, limits=package.remaining())).blocks
        return [f"{block.marker} {block.text}".strip() for block in blocks]

    return [] if data is None else embedded_texts(data, read_word)


def _open_setting(package: Package, view: View) -> Setting:
    sheet = StyleSheet(_parse_styles(package))
    part = package.linked("numbering")
    numbering = package.parse(part) if part else None
    return Setting(package, sheet, Lists(numbering, sheet), Prompts(package, sheet.placeholders), view)


def _parse_styles(package: Package) -> Element | None:
    part = package.linked("styles")
    data = package.read(part) if part else None
    if part is None or data is None:
        return None
    used = {style.get(W + "val", "") for style in package.root.iter(W + "tblStyle")}
    return package.parse_bytes(slim(data, used), part)


def _remarks(
    margin: Margin, comments: surroundings.Comments, name: str, *, original: bool
) -> Iterator[Remark]:
    if margin.changed is not None:
        counts = (_count(margin.changes.get(one, 0), one, many) for one, many in _CHANGES)
        done = "rejected" if original else "accepted"
        yield Remark(
            "D001",
            f"Tracked changes are still open ({_listed(counts)}); the text was read as if all were {done}.",
            _in(margin.changed, name),
        )
    if comments.unresolved:
        count = _count(len(comments.unresolved), "comment is", "comments are")
        yield Remark("D002", f"{count} still open.", _in(comments.unresolved[0], name))
    if margin.hidden:
        places = _count(len(margin.hidden), "place", "places")
        yield Remark(
            "D003",
            f"Hidden text stands in {places}; it was not read as part of the report.",
            _in(margin.hidden[0].location, name),
        )
    if margin.unread:
        kinds = dict.fromkeys(what for what, _ in margin.unread)
        yield Remark(
            "D004",
            f"What stands in {' and '.join(kinds)} cannot be read; copy it into the text.",
            _in(margin.unread[0][1], name),
        )


def _listed(counts: Iterable[str]) -> str:
    *head, last = filter(None, counts)
    return f"{', '.join(head)} and {last}" if head else last


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""


def _in(location: Location, name: str) -> Location:
    return replace(location, source=name)
