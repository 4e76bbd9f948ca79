"""Readers: one file per format, bytes to Document. What each suffix is read by stands in READERS."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from rapportkit.errors import ReadError
from rapportkit.model.document import Document

Reader = Callable[[bytes, str], Document]

READERS: dict[str, str] = {
    ".txt": "txt",
    ".md": "txt",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".pdf": "pdf",
}
"""Suffix to the module of this room that reads it; the module is imported only when it is needed."""


def reader_for(name: str, data: bytes) -> Reader:
    """Choose the reader by what the bytes are, and by the suffix where they do not tell.

    Raises ReadError F010 for a suffix that no reader knows.
    """
    suffix = _suffix(name)
    # What has no suffix at all, such as a pipe with a number for a name, is taken for text.
    kind = _by_content(data) or READERS.get(suffix, "" if suffix else "txt")
    if not kind:
        raise ReadError(
            f"{name}: files of this kind are not read; send {', '.join(sorted(READERS))}, "
            "or paste the text into a .txt file.",
            code="F010",
        )
    return cast("Reader", import_module(f"rapportkit.readers.{kind}").read)


def _by_content(data: bytes) -> str:
    """Tell a format by its first bytes: a suffix may be wrong, standard input has none."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:4] in {b"PK\x03\x04", b"PK\x05\x06"} or data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return "docx"
    return ""


def _suffix(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:].casefold() if dot > 0 else ""
