"""Web pages (.html, .htm, .xhtml), also those that Word and Google Docs save, and the bodies of mails."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rapportkit.model.document import (
    Block,
    Document,
    Furniture,
    FurnitureKind,
    Remark,
    Source,
    numbered,
)
from rapportkit.model.options import AS_USUAL, ReadOptions, Revisions
from rapportkit.readers import remarks, txt
from rapportkit.readers.bounds import over
from rapportkit.readers.web.css import Sheet
from rapportkit.readers.web.notes import find_notes
from rapportkit.readers.web.page import Page
from rapportkit.readers.web.source import parse
from rapportkit.text.language import language

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def read(data: bytes, name: str, options: ReadOptions = AS_USUAL) -> Document:
    """Read a web page as a person sees it in a browser; nothing is fetched and no script is run.

    `name` is the file name to show. Raises ReadError: F002 empty, F003 no text, F006 beyond the limits.
    """
    root = parse(data, name, options.limits)
    try:
        page = _read_page(root, options)
    except RecursionError as error:
        raise over(name, "xml_depth", options.limits, "the page") from error
    if page.deepest > options.limits.table_depth:
        raise over(name, "table_depth", options.limits)
    furniture = tuple(
        replace(each, location=replace(each.location, source=name)) for each in page.out.furniture
    )
    text = " ".join(block.text for block in page.out.blocks)
    return Document(
        Source(name, hashlib.sha256(data).hexdigest(), "html", language=language(text) or _declared(root)),
        numbered(list(_counted(page.out.blocks)), name),
        furniture,
        tuple(_remarks(page, furniture, name)),
        properties=tuple(dict.fromkeys(_authors(root))),
    )


def _counted(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks with the places that a reader of the page sees: nobody sees the lines of its source."""
    paragraph = 0
    for block in blocks:
        paragraph += block.location.table is None
        place = replace(block.location, line=None, paragraph=None if block.location.table else paragraph)
        yield replace(block, location=place, breaks=tuple((offset, place) for offset, _ in block.breaks))


def _read_page(root: Element, options: ReadOptions) -> Page:
    sheet = Sheet()
    for style in root.iter("style"):
        sheet.add("".join(map(str, style.itertext())))
    original = options.revisions is Revisions.ORIGINAL
    page = Page(sheet, find_notes(root), _read_typed, original=original)
    page.read(root)
    return page


def _read_typed(text: str) -> tuple[list[Block], list[Furniture]]:
    document = txt.read(b"\xef\xbb\xbf" + text.encode(), "")
    return list(document.blocks), list(document.furniture)


def _authors(root: Element) -> Iterator[tuple[str, str]]:
    """Whom the head of the page names as its author."""
    for meta in root.iter("meta"):
        value = " ".join((meta.get("content") or "").split())
        if value and (meta.get("name") or "").lower() in {"author", "creator"}:
            yield "creator", value


def _declared(root: Element) -> str:
    """The language that the page names for itself, as a base tag ("en")."""
    found = re.match(r"[a-z]{2,3}\b", (root.get("lang") or "").lower())
    return found[0] if found else ""


def _remarks(page: Page, furniture: tuple[Furniture, ...], name: str) -> Iterator[Remark]:
    if page.changed:
        places = "1 place" if len(page.changed) == 1 else f"{len(page.changed)} places"
        done = "rejected" if page.original else "accepted"
        yield Remark(
            "D001",
            f"Deletions are still marked in {places}; the text was read as if all changes were {done}.",
            replace(page.changed[0], source=name),
            f"{done}_marked",
            (("place", len(page.changed)),),
        )
    comments = [each for each in furniture if each.kind is FurnitureKind.COMMENT]
    if comments:
        yield remarks.open_comments(len(comments), comments[0].location)
    hidden = [each for each in furniture if each.kind is FurnitureKind.HIDDEN]
    if hidden:
        yield remarks.hidden_text(len(hidden), hidden[0].location)
