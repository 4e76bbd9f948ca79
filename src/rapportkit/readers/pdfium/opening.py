"""Opening a PDF, or saying in one sentence why it cannot be read."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rapportkit.errors import ReadError
from rapportkit.model.options import Limits, ReadOptions
from rapportkit.readers.bounds import over
from rapportkit.readers.passwords import refused

_KINDS = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"PK\x03\x04", "a Word file or another zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "a rich text file"),
    (b"<html", "a web page"),
    (b"<!doctype html", "a web page"),
)


@contextmanager
def opened(data: bytes, name: str, options: ReadOptions) -> Iterator[Any]:
    """Open a PDF with its form values at hand, and close it whatever happens.

    One that asks for a password is tried with those of the options, in turn.

    Raises ReadError: F002 empty, F003 broken, F005 password, F006 too large, F007 XFA form.
    """
    import pypdfium2
    import pypdfium2.raw as pdfium

    _check_bytes(data, name)
    pdf = _open(data, name, options.passwords)
    try:
        _check_kind(pdf, name, options.limits)
        if pdf.get_formtype() != pdfium.FORMTYPE_NONE:
            config = pdfium.FPDF_FORMFILLINFO(version=2)
            handle = pdfium.FPDFDOC_InitFormFillEnvironment(pdf, config)
            if handle:
                pdf.formenv = pypdfium2.PdfFormEnv(handle, config)
        yield pdf
    finally:
        pdf.close()


def _open(data: bytes, name: str, passwords: Sequence[str]) -> Any:
    import pypdfium2
    import pypdfium2.raw as pdfium

    reason = None
    for password in (None, *passwords):
        try:
            return pypdfium2.PdfDocument(data, password=password)
        except pypdfium2.PdfiumError as error:
            reason = getattr(error, "err_code", None)
        if reason not in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            break
    else:
        raise refused(name, passwords)
    raise ReadError(
        f"{name} is damaged: its PDF structure cannot be read; save or send it again.",
        code="F003",
    )


def _check_bytes(data: bytes, name: str) -> None:
    """Refuse what is no PDF at all, or lacks its end: PDFium would repair it and lose pages in silence."""
    if not data.strip(b"\0\t\n\r\f "):
        raise ReadError(f"{name} is empty: it holds no bytes to read; send the file again.", code="F002")
    start = data[:1024]
    if b"%PDF" not in start:
        kind = next(
            (kind for mark, kind in _KINDS if start.lstrip()[: len(mark)].lower() == mark.lower()), ""
        )
        told = f"{name} is {kind}, no PDF" if kind else f"{name} is no PDF, whatever its name says"
        raise ReadError(f"{told}; send the Word file or a PDF.", code="F003")
    end = data[-4096:]
    if b"%%EOF" not in end and b"startxref" not in end:
        raise ReadError(
            f"{name} is damaged: the end of the PDF is missing; save or send it again.", code="F003"
        )


def _check_kind(pdf: Any, name: str, limits: Limits) -> None:
    import pypdfium2.raw as pdfium

    if pdf.get_formtype() == pdfium.FORMTYPE_XFA_FULL:
        raise ReadError(
            f"{name} is an XFA form, which only Adobe's own program can open; "
            "print it to PDF there, or send the Word file.",
            code="F007",
        )
    if not len(pdf):
        raise ReadError(f"{name} has no pages: the PDF is damaged; send it again.", code="F003")
    if len(pdf) > limits.pages:
        raise over(name, "pages", limits)


def check_size(name: str, objects: int, letters: int, limits: Limits) -> None:
    """Refuse a file that paints more than any report does (ReadError F006)."""
    if objects > limits.objects:
        raise over(name, "objects", limits)
    if letters > limits.letters:
        raise over(name, "letters", limits)


def properties(pdf: Any) -> tuple[tuple[str, str], ...]:
    """Whom the file names as its author, as pairs of a property and its value."""
    author = " ".join(pdf.get_metadata_value("Author").split())
    return (("creator", author),) if author else ()


def language(pdf: Any) -> str:
    """The language that the file names for itself, as a base tag ("en"); "" where it names none."""
    import pypdfium2.raw as pdfium

    buffer = (ctypes.c_ushort * 64)()
    size = pdfium.FPDFCatalog_GetLanguage(pdf, buffer, ctypes.sizeof(buffer))
    if not 2 < size <= ctypes.sizeof(buffer):
        return ""
    tag = bytes(buffer)[: size - 2].decode("utf-16-le", "ignore")
    found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", tag)
    return found.group().lower() if found else ""
