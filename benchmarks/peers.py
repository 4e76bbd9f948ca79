"""Every way to read a document that is timed here: one function each, from bytes to what its library gives.

    python benchmarks/peers.py rapportkit report.docx     # one of them, in a process of its own

Nothing but the standard library is imported before a function asks for it, so that a process that runs
one of them pays for that one alone.
"""

from __future__ import annotations

import io
import sys
from functools import partial

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "txt": "text/plain",
}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def floor_docx(data: bytes) -> object:
    """The least that reading a Word file can be: unzip one part, parse it, join the letters."""
    import zipfile

    from lxml import etree

    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return ["".join(text.text or "" for text in each.iter(f"{_W}t")) for each in root.iter(f"{_W}p")]


def floor_pdf(data: bytes) -> object:
    """The text pass of PDFium, which our own reader stands on."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    return texts


def floor_txt(data: bytes) -> object:
    return data.decode().splitlines()


def rapportkit(data: bytes, suffix: str) -> object:
    from rapportkit import api

    return api.read(data, f"x.{suffix}")


def rapportkit_extract(data: bytes, suffix: str) -> object:
    """What `rapportkit extract` does between reading a file and writing JSON, without the command line."""
    from rapportkit import api
    from rapportkit.templates.catalog import shipped

    document = api.read(data, f"x.{suffix}")
    best = api.recognise(document, shipped())
    return api.extract(document, best.template, best.confidence, best.outline)


def python_docx(data: bytes) -> object:
    import docx

    document = docx.Document(io.BytesIO(data))
    return [
        [paragraph.text for paragraph in document.paragraphs],
        [cell.text for table in document.tables for row in table.rows for cell in row.cells],
    ]


def docx2python(data: bytes) -> object:
    from docx2python import docx2python as read

    with read(io.BytesIO(data)) as document:
        return document.text


def mammoth(data: bytes) -> object:
    import mammoth

    return mammoth.convert_to_html(io.BytesIO(data)).value


def kreuzberg(data: bytes, suffix: str) -> object:
    from kreuzberg import extract_bytes_sync

    return extract_bytes_sync(data, TYPES[suffix]).content


def markitdown(data: bytes, suffix: str) -> object:
    from markitdown import MarkItDown

    return MarkItDown().convert_stream(io.BytesIO(data), file_extension=f".{suffix}").text_content


def pdfplumber_text(data: bytes) -> object:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [page.extract_text() for page in pdf.pages]


def pdfplumber_tables(data: bytes) -> object:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [page.extract_tables() for page in pdf.pages]


def pypdf(data: bytes) -> object:
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def pdfminer(data: bytes) -> object:
    from pdfminer.high_level import extract_text

    return extract_text(io.BytesIO(data))


def pdf_oxide(data: bytes) -> object:
    from pdf_oxide import PdfDocument

    document = PdfDocument.from_bytes(data)
    return [document.extract_text(page) for page in range(len(document))]


def liteparse(data: bytes) -> object:
    from liteparse import LiteParse

    return LiteParse(ocr_enabled=False, quiet=True).parse(data).text


PEERS = {
    "docx": {
        "unzip + lxml, letters alone": ("lxml", floor_docx),
        "rapportkit, reading": ("rapportkit", partial(rapportkit, suffix="docx")),
        "rapportkit, extract": ("rapportkit", partial(rapportkit_extract, suffix="docx")),
        "kreuzberg": ("kreuzberg", partial(kreuzberg, suffix="docx")),
        "python-docx, paragraphs and tables": ("python-docx", python_docx),
        "docx2python": ("docx2python", docx2python),
        "mammoth, HTML": ("mammoth", mammoth),
        "markitdown": ("markitdown", partial(markitdown, suffix="docx")),
    },
    "pdf": {
        "pypdfium2, text": ("pypdfium2", floor_pdf),
        "rapportkit, reading": ("rapportkit", partial(rapportkit, suffix="pdf")),
        "rapportkit, extract": ("rapportkit", partial(rapportkit_extract, suffix="pdf")),
        "liteparse, text": ("liteparse", liteparse),
        "pdf_oxide, text": ("pdf_oxide", pdf_oxide),
        "kreuzberg, text": ("kreuzberg", partial(kreuzberg, suffix="pdf")),
        "pypdf, text": ("pypdf", pypdf),
        "pdfminer.six, text": ("pdfminer.six", pdfminer),
        "pdfplumber, text": ("pdfplumber", pdfplumber_text),
        "pdfplumber, tables": ("pdfplumber", pdfplumber_tables),
        "markitdown": ("markitdown", partial(markitdown, suffix="pdf")),
    },
    "txt": {
        "decode, split lines": ("rapportkit", floor_txt),
        "rapportkit, reading": ("rapportkit", partial(rapportkit, suffix="txt")),
        "rapportkit, extract": ("rapportkit", partial(rapportkit_extract, suffix="txt")),
        "kreuzberg": ("kreuzberg", partial(kreuzberg, suffix="txt")),
        "markitdown": ("markitdown", partial(markitdown, suffix="txt")),
    },
}
"""Format to name in the table to (distribution, function); the floor first, then ours."""


if __name__ == "__main__":
    chosen, path = sys.argv[1:]
    suffix = path.rpartition(".")[2]
    with open(path, "rb") as file:  # noqa: PTH123 - pathlib is an import that bare readers do not pay for
        PEERS[suffix][chosen][1](file.read())
