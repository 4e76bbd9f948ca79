"""Say what bytes are that are no Word file, and what would help."""

from __future__ import annotations

from collections.abc import Iterable

from rapportkit.errors import ReadError
from rapportkit.readers.bounds import printable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
# Streams of an old compound file are named in UTF-16; the first one found tells what it is.
_STREAMS = (
    (
        "EncryptionInfo",
        "is protected by a password",
        "open it in Word, take the password off and save it again",
    ),
    ("WordDocument", "is an old Word file (.doc)", "open it in Word and save it as .docx"),
    ("Workbook", "is an old Excel file (.xls), no Word file", "send the report as .docx"),
    ("PowerPoint Document", "is an old PowerPoint file (.ppt), no Word file", "send the report as .docx"),
)
_STARTS = (
    (b"%PDF", "is a PDF file under another name", "give it the ending .pdf"),
    (b"{\\rtf", "is an RTF file", "open it in Word and save it as .docx"),
    (b"<?xml", "is an XML file", "open it in Word and save it as .docx"),
    (b"<html", "is a web page", "open it in Word and save it as .docx"),
    (b"<!doc", "is a web page", "open it in Word and save it as .docx"),
)
_PARTS = (
    ("xl/workbook", "an Excel workbook"),
    ("ppt/presentation", "a PowerPoint presentation"),
    ("visio/document", "a Visio drawing"),
    ("meta-inf/container.xml", "an e-book"),
    ("index/document.iwa", "a Pages document"),
)
_MIMETYPES = (
    (b"opendocument.text", "an OpenDocument text (.odt)"),
    (b"opendocument.spreadsheet", "an OpenDocument spreadsheet (.ods)"),
    (b"opendocument.presentation", "an OpenDocument presentation (.odp)"),
    (b"epub", "an e-book"),
)


def refuse_foreign(data: bytes, name: str) -> None:
    """Raise ReadError for bytes that cannot be a zip: F002 empty, F005 compound file, F003 others."""
    if not data:
        raise ReadError(f"{name} is empty (0 bytes); ask for the file again.", code="F002")
    if data.startswith(_OLE):
        raise ReadError(_about_compound(data, name), code="F005")
    if data.startswith(_ZIP) or b"PK\x05\x06" in data[-66_000:]:
        return
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")[:5].lower()
    for start, what, remedy in _STARTS:
        if head.startswith(start.lower()[:5]):
            raise ReadError(f"{name} {what}, not a Word file; {remedy}.", code="F003")
    raise ReadError(
        f"{name} is not a Word file, whatever its name says; save the report as .docx and send that copy.",
        code="F003",
    )


def broken(name: str, where: str = "") -> ReadError:
    """The error for a zip that ends early or whose contents do not hold together."""
    what = f"it breaks off or is damaged in {printable(where)}" if where else "it breaks off before its end"
    return ReadError(
        f"{name} is not a whole Word file: {what}; save it again in Word and send that copy.", code="F003"
    )


def unsound(name: str, where: str, why: str) -> ReadError:
    """The error for a part that is no well-formed or no permitted XML."""
    return ReadError(
        f"{name} is not a sound Word file: {where} {why}; save it again in Word and send that copy.",
        code="F003",
    )


def foreign_zip(name: str, members: Iterable[str], mimetype: bytes) -> ReadError:
    """The error for a sound zip that holds no Word document, saying what it seems to be."""
    return ReadError(
        f"{name} holds no Word document: it seems to be {_about_zip(tuple(members), mimetype)}; "
        "save the report as .docx and send that copy.",
        code="F004",
    )


def locked(name: str) -> ReadError:
    """The error for a zip whose members ask for a password."""
    return ReadError(
        f"{name} is protected by a password; take the password off and send that copy.", code="F005"
    )


def _about_compound(data: bytes, name: str) -> str:
    for stream, what, remedy in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return f"{name} {what}; {remedy}."
    return f"{name} is an old Office file of some other kind, no Word file; save the report as .docx."


def _about_zip(members: tuple[str, ...], mimetype: bytes) -> str:
    for mark, what in _MIMETYPES:
        if mark in mimetype:
            return what
    for start, what in _PARTS:
        if any(member.startswith(start) for member in members):
            return what
    if any(member.startswith("word/") for member in members):
        return "a Word file whose document has gone missing"
    if "[content_types].xml" in members:
        return "an Office file whose document has gone missing"
    inside = sum(member.endswith((".docx", ".doc", ".docm")) for member in members)
    if inside:
        return f"a plain zip archive with {inside} Word {'file' if inside == 1 else 'files'} in it, to be unpacked first"
    return "a plain zip archive" if members else "an empty zip archive"
