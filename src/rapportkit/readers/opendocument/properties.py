"""Whom an OpenDocument file names beside its text: in its properties, in its comments and tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapportkit.readers.opendocument.names import DC, META, OFFICE

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAMED = {
    META + "initial-creator": "creator",
    DC + "creator": "last-editor",
    META + "printed-by": "last-editor",
}
_AROUND = {OFFICE + "annotation": "comment-author", OFFICE + "change-info": "change-author"}


def properties(meta: Element | None, content: Element) -> tuple[tuple[str, str], ...]:
    """What the file says of those who made it, each distinct pair once; `meta` holds its properties."""
    return tuple(dict.fromkeys((name, value) for name, value in _said(meta, content) if value))


def _said(meta: Element | None, content: Element) -> Iterator[tuple[str, str]]:
    around = None if meta is None else meta.find(f"{OFFICE}meta")
    for element in () if around is None else around:
        if str(element.tag) in _NAMED:
            yield _NAMED[str(element.tag)], _text(element)
    for element in content.iter(*_AROUND):
        creator = element.find(DC + "creator")
        if creator is not None:
            yield _AROUND[str(element.tag)], _text(creator)


def _text(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
