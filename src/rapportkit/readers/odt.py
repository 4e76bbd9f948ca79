"""OpenDocument texts (.odt, .ott, and .fodt without a zip), as LibreOffice and others write them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapportkit.errors import ReadError
from rapportkit.model.document import (
    Block,
    Document,
    Furniture,
    FurnitureKind,
    Remark,
    Source,
    numbered,
)
from rapportkit.model.location import Location
from rapportkit.model.options import AS_USUAL, Limits, ReadOptions, Revisions
from rapportkit.readers import remarks
from rapportkit.readers.bounds import over
from rapportkit.readers.ooxml.line import one_line
from rapportkit.readers.opendocument import archive
from rapportkit.readers.opendocument.archive import Archive
from rapportkit.readers.opendocument.names import FORM, OFFICE, STYLE, TEXT, XLINK, XML_ID
from rapportkit.readers.opendocument.properties import properties
from rapportkit.readers.opendocument.setting import Margin, Setting
from rapportkit.readers.opendocument.story import Story
from rapportkit.readers.opendocument.styles import Styles
from rapportkit.text.language import language

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_KINDS = {"spreadsheet": "a spreadsheet", "presentation": "a presentation", "drawing": "a drawing"}
_RUNNING = {"header": FurnitureKind.HEADER, "footer": FurnitureKind.FOOTER}
_SIDES = ("", "-left", "-first")


@dataclass(frozen=True, slots=True)
class _Parts:
    """The roots of a file; `archive` is None for one without a zip."""

    content: Element
    styles: Element | None
    meta: Element | None = None
    archive: Archive | None = None


def read(data: bytes, name: str, options: ReadOptions = AS_USUAL) -> Document:
    """Read an OpenDocument text with all tracked changes accepted, or all rejected.

    `name` is the file name to show. Raises ReadError: F002 empty, F003 broken or something else, F004
    no text document, F005 locked, F006 beyond the limits.
    """
    parts = _open(data, name, options.limits)
    try:
        return _read(parts, data, name, options)
    except RecursionError as error:
        raise over(name, "xml_depth", options.limits, "content.xml") from error


def _open(data: bytes, name: str, limits: Limits) -> _Parts:
    if not data.strip(b" \t\r\n\0"):
        raise ReadError(f"{name} is empty; ask for the file again.", code="F002")
    if data.startswith(b"PK"):
        opened = Archive(data, name, limits)
        content = opened.parse("content.xml")
        if content is None:
            raise ReadError(
                f"{name} holds no OpenDocument text: its zip has no content in it; "
                "save the report as .docx or .odt and send that copy.",
                code="F004",
            )
        return _Parts(content, opened.parse("styles.xml"), opened.parse("meta.xml"), opened)
    if b"urn:oasis:names:tc:opendocument" not in data[:4096]:
        raise ReadError(
            f"{name} is not an OpenDocument file, whatever its name says; save the report as .docx or .odt.",
            code="F003",
        )
    if len(data) > limits.member_bytes:
        raise over(name, "member_bytes", limits, "the file")
    root = archive.parse(data, name, "the file", limits)
    return _Parts(root, root, root)


def _read(parts: _Parts, data: bytes, name: str, options: ReadOptions) -> Document:
    body = _body(parts.content, name)
    own = Styles(parts.styles, parts.content)
    margin = Margin()

    def formula(element: Element) -> str:
        return _formula(element, parts.archive)

    original = options.revisions is Revisions.ORIGINAL
    setting = Setting(own, _controls(body), _removed(body) if original else None, formula)
    blocks = Story(body, setting, margin).read()
    if margin.deepest > options.limits.table_depth:
        raise over(name, "table_depth", options.limits)
    running = list(_running(parts.styles, formula))
    text = " ".join(block.text for block in blocks)
    furniture = tuple(
        replace(each, location=replace(each.location, source=name)) for each in (*running, *margin.furniture)
    )
    return Document(
        Source(name, hashlib.sha256(data).hexdigest(), "odt", language=language(text) or own.language),
        numbered(blocks, name),
        furniture,
        tuple(_remarks(margin, name, original=original)),
        properties=properties(parts.meta, parts.content),
    )


def _body(content: Element, name: str) -> Element:
    body = content.find(OFFICE + "body")
    inside = None if body is None else next(body.iterchildren(OFFICE + "*"), None)
    if inside is None:
        raise archive.broken(name, "content.xml")
    kind = str(inside.tag).rpartition("}")[2]
    if kind not in {"text", "text-global"}:
        raise ReadError(
            f"{name} holds no text document: it is {_KINDS.get(kind, 'something else')}; "
            "save the report as .docx or .odt and send that copy.",
            code="F004",
        )
    return inside


def _controls(body: Element) -> dict[str, Element]:
    return {
        identifier: control
        for form in body.iterfind(f"{OFFICE}forms")
        for control in form.iter("*")
        if str(control.tag).startswith(FORM)
        and (identifier := control.get(XML_ID) or control.get(FORM + "id") or "")
    }


def _removed(body: Element) -> dict[str, Element | None]:
    """The tracked changes by their ids: what was deleted, None for what was inserted."""
    regions = body.iterfind(f"{TEXT}tracked-changes/{TEXT}changed-region")
    return {
        region.get(TEXT + "id") or region.get(XML_ID) or "": region.find(TEXT + "deletion")
        for region in regions
        if region.find(TEXT + "format-change") is None
    }


def _formula(element: Element, opened: Archive | None) -> str:
    """The signs of a formula that is kept as a file of its own; "" for any other object."""
    path = element.get(XLINK + "href", "").removeprefix("./").strip("/")
    root = element.find("*")
    if root is None and opened is not None and path:
        root = opened.parse(f"{path}/content.xml")
    if root is None or not str(root.tag).endswith("/MathML}math"):
        return ""
    signs = (
        str(text)
        for each in root.iter("*")
        if not str(each.tag).rpartition("}")[2].startswith("annotation")
        for text in (each.text or "",)
    )
    return f" {one_line(' '.join(signs))} "


def _running(styles: Element | None, formula: Callable[[Element], str]) -> Iterator[Furniture]:
    """Headers and footers, each distinct text once."""
    if styles is None:
        return
    shown = Styles(styles, styles)
    setting = Setting(shown, {}, None, formula)
    seen: set[tuple[str, str]] = set()
    for page in styles.iterfind(f"{OFFICE}master-styles/{STYLE}master-page"):
        for area, side in ((area, side) for area in _RUNNING for side in _SIDES):
            part = page.find(f"{STYLE}{area}{side}")
            blocks: list[Block] = []
            if part is not None and part.get(STYLE + "display") != "false":
                blocks = Story(part, setting, Margin(), area=area, page_numbers=False).read()
            for block in blocks:
                text = one_line(block.text)
                if text and (area, text) not in seen:
                    seen.add((area, text))
                    yield Furniture(_RUNNING[area], text, block.location)


def _remarks(margin: Margin, name: str, *, original: bool) -> Iterator[Remark]:
    def place(location: Location) -> Location:
        return replace(location, source=name)

    if margin.changed is not None or margin.changes.total():
        counted = {kind: count for kind, count in margin.changes.items() if count}
        yield remarks.open_changes(counted, place(margin.changed or Location()), original=original)
    if margin.comments:
        yield remarks.open_comments(len(margin.comments), place(margin.comments[0]))
    hidden = [each.location for each in margin.furniture if each.kind is FurnitureKind.HIDDEN]
    if hidden:
        yield remarks.hidden_text(len(hidden), place(hidden[0]))
    if margin.unread:
        yield Remark(
            "D004",
            "What stands in an embedded object cannot be read; copy it into the text.",
            place(margin.unread[0]),
            "objects",
            (("object", len(margin.unread)),),
        )
