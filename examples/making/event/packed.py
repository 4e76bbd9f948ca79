"""Bytes that are the same on every machine: zips without packing, a mail with a fixed boundary."""

from __future__ import annotations

import base64
import io
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from docx.document import Document

from making.printing import save_word

BOUNDARY = "----=_harbour_forum_0001"
TABLES = {"Normal Table", "Table Grid"}
DAY = (2025, 10, 16, 9, 0, 0)


def stored(members: Mapping[str, str | bytes]) -> bytes:
    """A zip of these members as they are: what packing makes of them differs from library to library."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, inside in members.items():
            entry = zipfile.ZipInfo(name, DAY)
            entry.create_system = 3
            archive.writestr(entry, inside)
    return buffer.getvalue()


def word_bytes(document: Document) -> bytes:
    """A Word file without a name, a time or packing in it, and without table styles that it does not use."""
    styles = document.styles.element
    for style in styles.xpath('./w:style[@w:type="table"]'):
        if style.name_val not in TABLES:
            styles.remove(style)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.docx")
        save_word(document, path)
        with zipfile.ZipFile(path) as archive:
            return stored({name: archive.read(name) for name in archive.namelist()})


def mail(subject: str, sender: str, lines: str, name: str, attached: bytes) -> bytes:
    """A mail with a few lines and one Word file."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    coded = base64.encodebytes(attached).decode("ascii")
    text = (
        f"From: {sender}\nTo: reports@harbour-forum.example\nSubject: {subject}\n"
        "Date: Thu, 16 Oct 2025 12:41:00 +0200\nMessage-ID: <report-3.1@harbour-forum.example>\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/mixed; boundary="{BOUNDARY}"\n\n--{BOUNDARY}\n'
        f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{lines}\n--{BOUNDARY}\n"
        f'Content-Type: {kind}; name="{name}"\nContent-Disposition: attachment; filename="{name}"\n'
        f"Content-Transfer-Encoding: base64\n\n{coded}\n--{BOUNDARY}--\n"
    )
    return text.replace("\n", "\r\n").encode()
