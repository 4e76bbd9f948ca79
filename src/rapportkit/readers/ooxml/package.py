"""The zip around a Word file: its members within limits, its parts as XML, and what links them."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from rapportkit.model.options import Limits
from rapportkit.readers.ooxml import diagnose
from rapportkit.readers.safely import check_depth, unfolding, xml_parser
from rapportkit.readers.zipped import Zipped

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STRICT = "http://purl.oclc.org/ooxml/"
_TRANSITIONAL = "http://schemas.openxmlformats.org/"
# Only what may stand before the root element; possessive, so that no input makes it slow.
_DOCTYPE = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*+(?:(?:<\?(?s:.*?)\?>|<!--(?s:.*?)-->)\s*+)*+<!DOCTYPE", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Link:
    """One relationship of a part: its id, the last word of its type, and the part it leads to.

    `address` is where it leads outside the file, instead of to a part.
    """

    id: str
    kind: str
    target: str = ""
    address: str = ""


class Package:
    """An opened Word file. Part names are compared without regard to case, as the format asks."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        """Open the zip; ReadError F002 to F006 where that cannot or must not be done."""
        self.name = name
        self.limits = limits
        self._links: dict[str, tuple[Link, ...]] = {}
        self._parser = xml_parser(limits)
        diagnose.refuse_foreign(data, name)
        self._zip = Zipped(
            data,
            name,
            limits,
            broken=partial(diagnose.broken, name),
            locked=partial(diagnose.locked, name),
        )
        self._members = {_canonical(info.filename): info for info in self._zip.members}
        self.main, self.root = self._open_main()

    def read(self, part: str) -> bytes | None:
        """A part's bytes; None where the file has no such part."""
        info = self._members.get(_canonical(part))
        return None if info is None else self._zip.unpack(info)

    def head(self, part: str, size: int) -> bytes:
        """The first bytes of a part, at most about `size`; none where the file has no such part."""
        info = self._members.get(_canonical(part))
        return b"" if info is None else self._zip.head(info, size)

    def parse(self, part: str) -> Element | None:
        """The root of a part; None where the file has no such part."""
        data = self.read(part)
        return None if data is None else self.parse_bytes(data, part)

    def parse_bytes(self, data: bytes, part: str) -> Element:
        """The root of some XML, with strict names made transitional; ReadError F003 if unsound."""
        from lxml import etree

        if _DOCTYPE.match(data):
            raise diagnose.unsound(self.name, part, "declares a document type, which no Word file does")
        try:
            root = etree.fromstring(data, self._parser)
        except etree.XMLSyntaxError as error:
            unsound = diagnose.unsound(self.name, part, "is no well-formed XML")
            raise unfolding(error, self.name, self.limits, part) or unsound from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise diagnose.unsound(self.name, part, "declares a document type, which no Word file does")
        check_depth(root, self.name, self.limits, part)
        if _STRICT.encode() in data or b"\0" in data[:4]:
            _make_transitional(root)
        return root

    def links(self, part: str) -> tuple[Link, ...]:
        """The relationships of a part to other parts of the file, in the file's order."""
        if part not in self._links:
            folder, base = posixpath.split(part)
            root = self.parse(posixpath.join(folder, "_rels", f"{base}.rels"))
            self._links[part] = () if root is None else tuple(_read_links(root, folder))
        return self._links[part]

    def linked(self, kind: str) -> str | None:
        """The part that the document links as its styles, numbering and so on; None without one."""
        for link in self.links(self.main):
            if link.kind == kind and self.has(link.target):
                return link.target
        usual = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        return usual if not self.links(self.main) and self.has(usual) else None

    def target(self, identifier: str, part: str = "") -> str | None:
        """The part behind a relationship id of `part` (the document itself unless said)."""
        for link in self.links(part or self.main):
            if link.id == identifier:
                return link.target if self.has(link.target) else None
        return None

    def address(self, identifier: str, part: str = "") -> str:
        """The address outside the file behind a relationship id of `part`; "" for none."""
        return next((link.address for link in self.links(part or self.main) if link.id == identifier), "")

    def has(self, part: str) -> bool:
        """Whether the file holds a part of this name."""
        return _canonical(part) in self._members

    def remaining(self) -> Limits:
        """The limits for a file inside this one."""
        return self._zip.remaining

    def _open_main(self) -> tuple[str, Element]:
        for part in self._main_candidates():
            root = self.parse(part)
            if root is not None and root.tag.endswith("/wordprocessingml/2006/main}document"):
                return part, root
        mimetype = self.read("mimetype") or b""
        raise diagnose.foreign_zip(self.name, self._members, mimetype[:200])

    def _main_candidates(self) -> list[str]:
        linked = [link.target for link in self.links("") if link.kind == "officeDocument"]
        return [part for part in (*linked, "word/document.xml") if self.has(part)]


def _canonical(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _read_links(root: Element, folder: str) -> list[Link]:
    links = []
    for link in root:
        target, kind = link.get("Target", ""), link.get("Type", "").rpartition("/")[2]
        if link.get("TargetMode") == "External":
            links.append(Link(link.get("Id", ""), kind, address=target))
        elif target:
            links.append(Link(link.get("Id", ""), kind, _path(folder, target)))
    return links


@lru_cache(maxsize=256)
def _path(folder: str, target: str) -> str:
    target = unquote(target).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _make_transitional(root: Element) -> None:
    """Rename elements and attributes of a strict file: .../ooxml/a/b to .../a/2006/b."""
    names: dict[str, str] = {}
    for element in root.iter("*"):
        element.tag = _renamed(element.tag, names)
        for attribute in element.keys():  # noqa: SIM118 - an element's own iterator gives children
            if _STRICT in str(attribute):
                element.set(_renamed(str(attribute), names), element.attrib.pop(attribute))


def _renamed(name: str, names: dict[str, str]) -> str:
    if name not in names:
        names[name] = re.sub(rf"\{{{_STRICT}(\w+)/(\w+)\}}", rf"{{{_TRANSITIONAL}\1/2006/\2}}", name)
    return names[name]
