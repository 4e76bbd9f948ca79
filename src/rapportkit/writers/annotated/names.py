"""Names of the XML that is written into a Word file, in the words that its part uses itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SEPARATOR = "\f"
"""What the parser puts between namespace, name and prefix: a sign that no XML can hold."""

_TAG = re.compile(rb"""<[^<>"']*+(?:"[^"]*+"[^<>"']*+|'[^']*+'[^<>"']*+)*+>""")
_NAME = re.compile(rb"</?([^\s/>]+)")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a place in a part writes WordprocessingML: the namespace, and the prefix that stands for it there.

    Attributes need a prefix; where the namespace has none, each mark declares one for itself.
    """

    uri: str = TRANSITIONAL
    prefix: str = ""

    @property
    def is_strict(self) -> bool:
        """Whether the file follows the strict form of the standard."""
        return self.uri == STRICT

    def written(self, markup: str) -> bytes:
        """Markup with the prefix `w:`, as this place writes it; the outermost marks declare what they need.

        >>> Dialect(prefix="ns0").written('<w:r><w:t>now:</w:t></w:r>')
        b'<ns0:r><ns0:t>now:</ns0:t></ns0:r>'
        """
        if self.prefix in {"", "w"}:
            return (markup if self.prefix else _declared(markup, self.uri)).encode()
        return re.sub(r"<[^<>]*>", lambda tag: _renamed(tag[0], self.prefix), markup).encode()


def tag_end(data: bytes, start: int) -> int:
    """Where the tag ends that begins at an offset of well-formed XML.

    >>> tag_end(b'<a b=">">c', 0)
    9
    """
    found = _TAG.match(data, start)
    assert found, "the parser said that a tag begins here"
    return found.end()


def tag_name(data: bytes, start: int) -> bytes:
    """The name of the tag that begins at an offset, with its prefix."""
    found = _NAME.match(data, start)
    assert found, "the parser said that a tag begins here"
    return found[1]


def _renamed(tag: str, prefix: str) -> str:
    return re.sub(r"(?<=[</ ])w:", f"{prefix}:", tag)


def _declared(markup: str, uri: str) -> str:
    """Declare the prefix at every mark that no other of the markup stands around."""
    depth, pieces = 0, []
    for piece in re.split(r"(<[^<>]*>)", markup):
        if not piece.startswith("<"):
            pieces.append(piece)
            continue
        if piece.startswith("</"):
            depth -= 1
        else:
            if depth == 0:
                piece = re.sub(r"(?=[ />])", f' xmlns:w="{uri}"', piece, count=1)  # noqa: PLW2901 - as it is now written
            depth += not piece.endswith("/>")
        pieces.append(piece)
    return "".join(pieces)
