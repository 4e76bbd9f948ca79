"""The documents that are read for time: a filled form of 3 pages, and one of 60 made of twenty copies of it.

Both as Word file, PDF and text, from `examples/formats/000`. The long ones are made anew for every run:
the body of the Word file twenty times, its pages twenty times, its lines twenty times.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

FORM = Path(__file__).resolve().parents[1] / "examples" / "formats" / "000"
COPIES = 20
SHORT, LONG = "form3", "form60"


def make(folder: Path) -> dict[str, dict[str, Path]]:
    """Write all documents into a folder: format to name ("form3", "form60") to file."""
    made: dict[str, dict[str, Path]] = {}
    for suffix, multiply in (("docx", _longer_word), ("pdf", _longer_pdf), ("txt", _longer_text)):
        data = FORM.with_suffix(f".{suffix}").read_bytes()
        for name, content in ((SHORT, data), (LONG, multiply(data))):
            path = folder / f"{name}.{suffix}"
            path.write_bytes(content)
            made.setdefault(suffix, {})[name] = path
    return made


def _longer_word(data: bytes) -> bytes:
    longer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(longer, "w") as target:
        for member in source.infolist():
            content = source.read(member)
            if member.filename == "word/document.xml":
                start, end = content.index(b"<w:body>") + len(b"<w:body>"), content.rindex(b"<w:sectPr")
                content = content[:start] + content[start:end] * COPIES + content[end:]
            target.writestr(member, content, zipfile.ZIP_DEFLATED)
    return longer.getvalue()


def _longer_pdf(data: bytes) -> bytes:
    import pypdfium2

    pages, longer, saved = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(COPIES):
        longer.import_pages(pages)
    longer.save(saved)
    longer.close()
    pages.close()
    return saved.getvalue()


def _longer_text(data: bytes) -> bytes:
    return (data.rstrip(b"\n") + b"\n\n") * COPIES


if __name__ == "__main__":
    make(Path(sys.argv[1]))
