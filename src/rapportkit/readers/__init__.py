"""Readers: one file per format, bytes to Document. What each suffix is read by stands in READERS."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from typing import Protocol, cast

from rapportkit.errors import ReadError
from rapportkit.model.document import Document
from rapportkit.model.options import AS_USUAL, ReadOptions


class Reader(Protocol):
    """What a module of this room offers as `read`."""

    def __call__(self, data: bytes, name: str, options: ReadOptions = AS_USUAL) -> Document:
        """Read a file's bytes; `name` is shown in messages and places. Raises ReadError."""
        ...


READERS: dict[str, str] = {
    ".txt": "txt",
    ".md": "txt",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".pdf": "pdf",
    ".odt": "odt",
    ".ott": "odt",
    ".fodt": "odt",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".eml": "eml",
    ".mht": "eml",
    ".mhtml": "eml",
    ".doc": "office",
    ".rtf": "office",
    ".wpd": "office",
    ".pages": "office",
}
"""Suffix to the module of this room that reads it; the module is imported only when it is needed."""

_LIBRARIES = {
    "docx": "lxml.etree",
    "odt": "lxml.etree",
    "html": "lxml.etree",
    "eml": "lxml.etree",
    "pdf": "pypdfium2",
}
"""What each module imports when it reads its first file."""

_WORD = frozenset({".docx", ".docm", ".dotx"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_LOCK = "EncryptedPackage".encode("utf-16-le")
# A page begins with one of these tags, behind what may stand before it.
_PAGE = re.compile(
    rb"(?:\s*+(?:<\?xml[^>]*>|<!--.*?-->))*+\s*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD_LINE = re.compile(rb"[!-9;-~]+:.*|[ \t]+\S.*")
# Lines that no person types above a text, as against From, To, Subject and Date.
_MADE = re.compile(
    rb"^(?:mime-version|message-id|received|return-path|content-type):", re.IGNORECASE | re.MULTILINE
)


def reader_for(name: str, data: bytes) -> Reader:
    """Choose the reader by what the bytes are, and by the suffix where they do not tell.

    Raises ReadError F010 for a suffix that no reader knows.
    """
    suffix = _suffix(name)
    # What has no suffix at all, such as a pipe with a number for a name, is taken for text.
    kind = _by_content(data, suffix) or READERS.get(suffix, "" if suffix else "txt")
    if not kind:
        raise ReadError(
            f"{name}: files of this kind are not read; send .docx, .odt, .pdf, .html or .eml, "
            "or paste the text into a .txt file.",
            code="F010",
        )
    return cast("Reader", import_module(f"rapportkit.readers.{kind}").read)


def read(data: bytes, name: str, options: ReadOptions = AS_USUAL) -> Document:
    """Read a file's bytes with the reader that fits them; `name` (without folders) is shown in messages.

    Raises ReadError when the bytes cannot be read as what they are, or hold no text.
    """
    from rapportkit.readers.bounds import over

    if len(data) > options.limits.file_bytes:
        raise over(name, "file_bytes", options.limits)
    try:
        document = reader_for(name, data)(data, name, options)
    except ReadError as refused:
        suffix = _suffix(name)
        if refused.code == "F004" and suffix and suffix not in READERS:
            # A spreadsheet that says so by its suffix pretends nothing: its kind is not read.
            raise ReadError(str(refused), code="F010") from refused
        raise
    if sum(len(block.text) for block in document.blocks) > options.limits.letters:
        raise over(name, "letters", options.limits)
    if not any(block.text for block in document.blocks):
        raise ReadError(f"{name}: there is no text in it; was the right file sent?", code="F002")
    kind = _true_kind(name, data)
    if kind:
        from rapportkit.readers.remarks import misnamed

        document = replace(document, remarks=(*document.remarks, misnamed(name, _suffix(name), kind)))
    return document


def warm(names: Iterable[str]) -> None:
    """Import what files of these names will need, ahead of the first of them."""
    for kind in dict.fromkeys(READERS.get(_suffix(name), "") for name in names):
        if kind:
            import_module(f"rapportkit.readers.{kind}")
            with suppress(ImportError):
                import_module(_LIBRARIES.get(kind, "hashlib"))


def _by_content(data: bytes, suffix: str) -> str:
    """Tell a format by its first bytes: a suffix may be wrong, standard input has none."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:4] in {b"PK\x03\x04", b"PK\x05\x06"}:
        return _zip_kind(data, suffix)
    if data.startswith(_OLE):
        return "docx" if _LOCK in data else "office"
    # The Word reader says best what is wrong with a text that calls itself a Word file.
    return "" if suffix in _WORD or suffix == ".pdf" else _text_kind(data)


def _true_kind(name: str, data: bytes) -> str:
    """What reads a file whose suffix stands for another reader; "" where the two agree."""
    suffix = _suffix(name)
    kind = _by_content(data, suffix)
    return kind if kind and READERS.get(suffix, kind) != kind else ""


def _zip_kind(data: bytes, suffix: str) -> str:
    if _OPEN_TEXT in data[:200]:
        return "odt"
    if b"[Content_Types].xml" in data:
        return "docx"
    if READERS.get(suffix) == "odt" or (b"META-INF/manifest.xml" in data and b"content.xml" in data):
        return "odt"
    return "office" if suffix == ".pages" else "docx"


def _text_kind(data: bytes) -> str:
    if data.startswith((b"{\\rtf", b"\xffWPC")):
        return "office"
    start = data[:8192].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b"\xff\xfe \t\r\n")
    if _PAGE.match(start):
        return "html"
    if start.startswith(b"From "):  # as mailboxes begin a mail
        start = start.partition(b"\n")[2]
    head, *rest = re.split(rb"\r?\n[ \t]*\r?\n", start, maxsplit=1)
    lines = head.splitlines()
    is_head = _MADE.search(head) and all(map(_HEAD_LINE.fullmatch, lines if rest else lines[:-1]))
    return "eml" if is_head else ""


def _suffix(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:].casefold() if dot > 0 else ""
