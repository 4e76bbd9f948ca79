"""Whole files that a Word file holds in place of paragraphs (`altChunk`), as plain paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from rapportkit.text.decode import decode

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "dd",
        "div",
        "dl",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_UNSEEN = frozenset({"head", "script", "style", "title"})


def embedded_texts(data: bytes, read_word: Callable[[bytes], list[str]]) -> list[str] | None:
    """The paragraphs of an embedded Word file, web page, web archive or text; None for other kinds."""
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith(b"PK\x03\x04"):
        return read_word(data)
    if head.startswith((b"{\\rtf", b"\xd0\xcf\x11\xe0", b"%pdf")):
        return None
    if head.startswith(b"mime-version") or b"content-type: multipart/" in head:
        return _archive_texts(data)
    text = decode(data)
    if text is None:
        return None
    return (
        page_texts(text)
        if "<html" in text[:2048].lower() or "<p" in text[:2048].lower()
        else text.splitlines()
    )


def page_texts(text: str) -> list[str]:
    r"""The paragraphs of a web page, in order.

    >>> page_texts("<body><h1>One</h1><p>two <b>three</b><br>four</p><script>x</script>tail</body>")
    ['One', 'two three\nfour', 'tail']
    """
    from lxml import html

    if not text.strip():
        return []
    paragraphs = [""]
    # An encoding named in the page no longer holds for text.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    for piece in _pieces(root):
        if piece is None:
            paragraphs.append("")
        else:
            paragraphs[-1] += piece
    lines = ("\n".join(" ".join(line.split()) for line in paragraph.split("\n")) for paragraph in paragraphs)
    return [line.strip() for line in lines if line.strip()]


def _archive_texts(data: bytes) -> list[str] | None:
    from email import message_from_bytes, policy

    message = message_from_bytes(data, policy=policy.default)
    for kind, read in (("text/html", page_texts), ("text/plain", str.splitlines)):
        for part in message.walk():
            if part.get_content_type() == kind:
                return read(str(part.get_content()))
    return None


def _pieces(element: Element) -> Iterator[str | None]:
    """Letters in order; None stands for the border of a paragraph."""
    border = element.tag in _BLOCKS
    if border:
        yield None
    if element.tag == "br":
        yield "\n"
    elif element.tag not in _UNSEEN:
        yield (element.text or "").replace("\n", " ")
        for child in element:
            yield from _pieces(child)
            yield (child.tail or "").replace("\n", " ")
    if border:
        yield None
