"""Whom a Word file names beside its text: in its properties, in its comments and tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapportkit.errors import ReadError
from rapportkit.readers.ooxml.names import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from rapportkit.readers.ooxml.package import Package

_NAMED = {
    "core-properties": {"creator": "creator", "lastModifiedBy": "last-editor"},
    "extended-properties": {"Manager": "manager", "Company": "company"},
}
"""The kinds of parts with properties, and which of their elements name somebody, as what."""

_CHANGES = tuple(
    W + name
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel"),
        *("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange"),
    )
)


def properties(package: Package) -> tuple[tuple[str, str], ...]:
    """What the file says of those who made it, each distinct pair once."""
    return tuple(dict.fromkeys((name, value) for name, value in _said(package) if value))


def _said(package: Package) -> Iterator[tuple[str, str]]:
    for link in package.links(""):
        named = _NAMED.get(link.kind, {})
        root = _parsed(package, link.target) if named else None
        for element in () if root is None else root:
            name = named.get(str(element.tag).rpartition("}")[2])
            if name:
                yield name, " ".join("".join(map(str, element.itertext())).split())
    comments = _parsed(package, package.linked("comments") or "")
    yield from _authors(comments, "comment-author", W + "comment")
    yield from _authors(package.root, "change-author", *_CHANGES)


def _authors(root: Element | None, name: str, *tags: str) -> Iterator[tuple[str, str]]:
    for element in () if root is None else root.iter(*tags):
        yield name, " ".join(element.get(W + "author", "").split())


def _parsed(package: Package, part: str) -> Element | None:
    """The root of a part; None for one that is unsound, as the report does not stand in it."""
    try:
        return package.parse(part) if part else None
    except ReadError as error:
        if error.code != "F003":
            raise
        return None
