"""Parts that list things: relationships, content types, comments. What they list, and where more can be added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from rapportkit.writers.annotated.names import SEPARATOR, Dialect, tag_end, tag_name
from rapportkit.writers.annotated.splices import Splice, spliced


@dataclass(frozen=True, slots=True)
class Entry:
    """One child of the root: its local name and its attributes by local name."""

    name: str
    values: Mapping[str, str]

    def get(self, name: str) -> str:
        """An attribute, "" where there is none."""
        return self.values.get(name, "")


@dataclass(frozen=True, slots=True)
class Listing:
    """A part of this kind as UTF-8: its entries, how it writes names, and the offset where its root closes."""

    data: bytes
    entries: tuple[Entry, ...]
    dialect: Dialect
    close: int

    def with_more(self, markup: bytes) -> bytes:
        """The part with more entries after those it has."""
        if self.data.startswith(b"</", self.close):
            return spliced(self.data, [Splice(self.close, markup)])
        # An empty root is one tag; it is opened to take the entries in.
        end = tag_end(self.data, self.close)
        name = tag_name(self.data, self.close)
        return spliced(self.data, [Splice(end - 2, b">%s</%s>" % (markup, name), drop=2)])


def read(data: bytes) -> Listing:
    """Read a part; raises expat.ExpatError where it is no well-formed XML."""
    parser = expat.ParserCreate("utf-8", SEPARATOR)
    parser.namespace_prefixes = True
    entries: list[Entry] = []
    root: list[str] = []
    depth = close = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, close
        depth += 1
        if depth == 1:
            root.extend(name.split(SEPARATOR))
            close = parser.CurrentByteIndex
        elif depth == 2:
            values = {_local(each): value for each, value in attributes.items()}
            entries.append(Entry(_local(name), values))

    def end(_name: str) -> None:
        nonlocal depth, close
        depth -= 1
        if not depth and data.startswith(b"</", parser.CurrentByteIndex):
            close = parser.CurrentByteIndex

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(data, True)
    uri, prefix = (root[0] if len(root) > 1 else ""), (root[2] if len(root) > 2 else "")
    return Listing(data, tuple(entries), Dialect(uri, prefix), close)


def _local(name: str) -> str:
    parts = name.split(SEPARATOR)
    return parts[1] if len(parts) > 1 else parts[0]
