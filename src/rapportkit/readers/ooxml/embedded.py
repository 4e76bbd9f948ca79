"""Whole files that a Word file holds in place of paragraphs (`altChunk`) or shows as objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rapportkit.errors import ReadError
from rapportkit.model.document import Block, BlockKind, Document, Source
from rapportkit.model.location import Location
from rapportkit.model.options import ReadOptions
from rapportkit.text.decode import decode

_NOTHING = Document(Source("", "", ""))
_EMPTY = frozenset({"F002", "F003"})  # what the reader of pages says of one without text


def embedded(
    data: bytes, name: str, options: ReadOptions, read_word: Callable[[bytes], Document]
) -> Document | None:
    """An embedded Word file, web page, web archive or text as a document; None for other kinds.

    `name` is what messages call the file around it. Raises ReadError F006 beyond the limits.
    """
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith(b"PK\x03\x04"):
        return _word(data, read_word)
    if head.startswith((b"{\\rtf", b"\xd0\xcf\x11\xe0", b"%pdf")):
        return None
    if head.startswith(b"mime-version") or b"content-type: multipart/" in head:
        return _archive(data, name, options)
    text = decode(data)
    if text is None:
        return None
    start = text[:2048].lower()
    return _page(data, name, options) if "<html" in start or "<p" in start else _typed(text.splitlines())


def _word(data: bytes, read_word: Callable[[bytes], Document]) -> Document | None:
    try:
        return read_word(data)
    except ReadError as error:
        if error.code == "F006":
            raise
        return None


def _page(data: bytes, name: str, options: ReadOptions) -> Document:
    from rapportkit.readers import html

    try:
        return html.read(data, name, options)
    except ReadError as error:
        if error.code in _EMPTY:
            return _NOTHING
        raise


def _typed(lines: Iterable[str]) -> Document:
    blocks, blank = [], False
    for line in map(str.strip, lines):
        if line:
            blocks.append(Block(BlockKind.PARAGRAPH, line, Location(), blank_before=blank))
        blank = not line
    return Document(Source("", "", "txt"), tuple(blocks))


def _archive(data: bytes, name: str, options: ReadOptions) -> Document | None:
    from email import message_from_bytes, policy

    message = message_from_bytes(data, policy=policy.default)
    for kind in ("text/html", "text/plain"):
        for part in message.walk():
            if part.get_content_type() == kind:
                text = str(part.get_content())
                # The mark in front says how it is written now, whatever the page says of itself.
                page = b"\xef\xbb\xbf" + text.encode("utf-8", "replace")
                return _page(page, name, options) if kind == "text/html" else _typed(text.splitlines())
    return None
