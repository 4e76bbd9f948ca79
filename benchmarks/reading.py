"""How long reading a document takes, beside other libraries that read the same formats.

    pip install mammoth docx2python kreuzberg pypdf     # optional peers; the others come with rapportkit
    python benchmarks/reading.py [--rounds 7]

Warm times in one process: every round reads every document with every reader once, and the table
gives medians. The readers do not do the same work: rapportkit gives blocks with places, levels and
notes, most others give one text. Peers that are not installed are listed and left out.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from statistics import median

from rapportkit import api

ROOT = Path(__file__).resolve().parents[1]
FORMATS = ROOT / "examples" / "formats"
Reader = Callable[[bytes], object]


def rapportkit_docx(data: bytes) -> object:
    return api.read(data, "x.docx")


def rapportkit_pdf(data: bytes) -> object:
    return api.read(data, "x.pdf")


def python_docx(data: bytes) -> object:
    import docx

    document = docx.Document(io.BytesIO(data))
    return [
        [paragraph.text for paragraph in document.paragraphs],
        [cell.text for table in document.tables for row in table.rows for cell in row.cells],
    ]


def mammoth(data: bytes) -> object:
    import mammoth

    return mammoth.convert_to_html(io.BytesIO(data)).value


def docx2python(data: bytes) -> object:
    from docx2python import docx2python as read

    with read(io.BytesIO(data)) as document:
        return document.text


def kreuzberg_docx(data: bytes) -> object:
    return _kreuzberg(data, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")


def kreuzberg_pdf(data: bytes) -> object:
    return _kreuzberg(data, "application/pdf")


def _kreuzberg(data: bytes, kind: str) -> object:
    from kreuzberg import extract_bytes_sync

    return extract_bytes_sync(data, kind).content


def pypdfium2_text(data: bytes) -> object:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    return texts


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


READERS: dict[str, tuple[tuple[str, str, Reader], ...]] = {
    "docx": (
        ("rapportkit", "rapportkit", rapportkit_docx),
        ("python-docx, paragraphs and tables", "python-docx", python_docx),
        ("docx2python", "docx2python", docx2python),
        ("mammoth, HTML", "mammoth", mammoth),
        ("kreuzberg", "kreuzberg", kreuzberg_docx),
    ),
    "pdf": (
        ("rapportkit", "rapportkit", rapportkit_pdf),
        ("pypdfium2, text", "pypdfium2", pypdfium2_text),
        ("pdfplumber, text", "pdfplumber", pdfplumber_text),
        ("pdfplumber, tables", "pdfplumber", pdfplumber_tables),
        ("pypdf", "pypdf", pypdf),
        ("pdfminer.six", "pdfminer.six", pdfminer),
        ("kreuzberg", "kreuzberg", kreuzberg_pdf),
    ),
}
"""Format to (name in the table, name of the distribution, function)."""


def installed(suffix: str) -> Iterator[tuple[str, Reader]]:
    for name, distribution, reader in READERS[suffix]:
        try:
            version = metadata.version(distribution)
        except metadata.PackageNotFoundError:
            print(f"{name} is not installed and left out.", file=sys.stderr)
            continue
        yield f"{name} {version}" if name == "rapportkit" else f"{name} ({version})", reader


def measure(suffix: str, rounds: int) -> dict[str, list[float]]:
    """Median seconds of each reader for each document, in the order of the documents."""
    readers = dict(installed(suffix))
    documents = [path.read_bytes() for path in sorted(FORMATS.glob(f"*.{suffix}"))]
    taken: dict[str, list[list[float]]] = {name: [[] for _ in documents] for name in readers}
    for turn in range(rounds + 1):
        for number, data in enumerate(documents):
            for name, read in readers.items():
                begin = time.perf_counter()
                read(data)
                if turn:  # the first turn pays for imports
                    taken[name][number].append(time.perf_counter() - begin)
    return {name: [median(times) for times in each] for name, each in taken.items()}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=7)
    rounds = options.parse_args().rounds
    warnings.simplefilter("ignore")
    for suffix in READERS:
        names = [path.name for path in sorted(FORMATS.glob(f"*.{suffix}"))]
        took = measure(suffix, rounds)
        own = sum(next(iter(took.values())))
        print(f"| ms, warm | {' | '.join(names)} | all × rapportkit |")
        print(f"|---|{'--:|' * (len(names) + 1)}")
        for name, times in took.items():
            cells = " | ".join(f"{1000 * each:.0f}" for each in times)
            print(f"| {name} | {cells} | {sum(times) / own:.1f} |")
        print()


if __name__ == "__main__":
    main()
