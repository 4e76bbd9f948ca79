"""What in a Word file's package leads to its document and its comments, and how a part is added to it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from rapportkit.writers.annotated.archive import Archive, canonical
from rapportkit.writers.annotated.encoded import closed, opened
from rapportkit.writers.annotated.listing import Entry, Listing, read
from rapportkit.writers.annotated.names import STRICT, TRANSITIONAL
from rapportkit.writers.annotated.refusals import unfit

_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "[Content_Types].xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_LINK_KINDS = {
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
}


class Package:
    """A Word file whose parts are read and changed as UTF-8; `name` is what messages call it."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._archive = Archive(data)
        self._parts: dict[str, tuple[bytes, str]] = {}
        self._changed: dict[str, bytes] = {}
        self.main = self._find_main()

    @property
    def is_signed(self) -> bool:
        """Whether somebody signed the file: what is written into it makes that void."""
        return any(name.startswith("_xmlsignatures/") for name in self._archive.names)

    def part(self, name: str) -> bytes | None:
        """A part as UTF-8; None where the file has none of this name. Raises OutputError."""
        key = canonical(name)
        if key not in self._parts:
            data = self._archive.read(name)
            if data is None:
                return None
            try:
                self._parts[key] = opened(data)
            except (ValueError, LookupError) as error:
                raise unfit(self.name, name, "is written in an encoding that is not known here") from error
        return self._parts[key][0]

    def change(self, name: str, utf8: bytes) -> None:
        """Give a part new content, or add it."""
        codec = self._parts.get(canonical(name), (b"", "utf-8"))[1]
        self._changed[name] = closed(utf8, codec)

    def written(self) -> bytes:
        """The file with all changes; every other part is the bytes that it was."""
        return self._archive.written(self._changed)

    def listing(self, name: str) -> Listing | None:
        """A part that lists things; None where the file has none of this name."""
        data = self.part(name)
        if data is None:
            return None
        try:
            return read(data)
        except expat.ExpatError as error:
            raise unfit(self.name, name, "is no XML that can be written into") from error

    def comments(self, *, strict: bool) -> tuple[str, Listing]:
        """The part for comments and what it holds; linked and given its type where it is a new one."""
        part = next((_target(self.main, link) for link in self._links(self.main, "comments")), "")
        known = self.listing(part) if part else None
        if known is not None:
            return part, known
        if not part:
            part = self._unused(posixpath.join(posixpath.dirname(self.main), "comments.xml"))
            self._link(part, strict=strict)
        self._declare(part)
        uri = STRICT if strict else TRANSITIONAL
        return part, read(_HEAD + f'<w:comments xmlns:w="{uri}"></w:comments>'.encode())

    @property
    def main_data(self) -> bytes:
        """The document itself."""
        data = self.part(self.main)
        assert data is not None, "it was found when the file was opened"
        return data

    def _find_main(self) -> str:
        linked = [_target("", link) for link in self._links("", "officeDocument")]
        for part in (*linked, "word/document.xml"):
            data = self.part(part)
            if data is not None and b"body" in data:
                return part
        raise unfit(self.name, "the document", "is missing")

    def _links(self, part: str, kind: str) -> Iterator[Entry]:
        known = self.listing(_links_of(part))
        for link in () if known is None else known.entries:
            outside = link.get("TargetMode") == "External"
            if link.get("Type").rpartition("/")[2] == kind and link.get("Target") and not outside:
                yield link

    def _unused(self, part: str) -> str:
        stem, ending = posixpath.splitext(part)
        number = 0
        while canonical(part) in self._archive.names:
            number += 1
            part = f"{stem}{number}{ending}"
        return part

    def _link(self, part: str, *, strict: bool) -> None:
        name = _links_of(self.main)
        empty = _HEAD + f'<Relationships xmlns="{_LINKS}"></Relationships>'.encode()
        known = self.listing(name) or read(empty)
        taken = {link.get("Id") for link in known.entries}
        number = next(n for n in range(1, len(taken) + 2) if f"rIdRapportkit{n}" not in taken)
        values = f'Id="rIdRapportkit{number}" Type="{_LINK_KINDS[strict]}" Target={_quoted(part)}'
        self.change(name, known.with_more(_tag(known, "Relationship", values)))

    def _declare(self, part: str) -> None:
        known = self.listing(_TYPES)
        if known is None:
            raise unfit(self.name, _TYPES, "is missing")
        path = f"/{part}"
        if not any(canonical(entry.get("PartName")) == canonical(path) for entry in known.entries):
            values = f'PartName={quoteattr(path)} ContentType="{_COMMENTS_TYPE}"'
            self.change(_TYPES, known.with_more(_tag(known, "Override", values)))


def _tag(listing: Listing, name: str, values: str) -> bytes:
    prefix = f"{listing.dialect.prefix}:" if listing.dialect.prefix else ""
    return f"<{prefix}{name} {values}/>".encode()


def _quoted(part: str) -> str:
    """A link to a part of the document's own folder."""
    return quoteattr(posixpath.basename(part))


def _links_of(part: str) -> str:
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _target(part: str, link: Entry) -> str:
    target = unquote(link.get("Target")).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
