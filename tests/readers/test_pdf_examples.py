"""PDF: the examples as LibreOffice prints them, held against the Word files and against another library."""

import re
import unicodedata
import zipfile
from collections import Counter
from functools import cache
from io import BytesIO
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from lxml import etree

from rapportkit.readers.pdf import read

FORMATS = Path(__file__).parents[2] / "examples" / "formats"
NAMES = ["000", "001", "002", "003", "004"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def document(name):
    return read((FORMATS / f"{name}.pdf").read_bytes(), f"{name}.pdf")


def paragraphs(name):
    """The texts of all paragraphs of a Word file, automatic numbers left out."""
    with zipfile.ZipFile(FORMATS / f"{name}.docx") as package:
        root = etree.fromstring(package.read("word/document.xml"))
    texts = []
    for paragraph in root.iter(f"{W}p"):
        parts = [
            " " if node.tag != f"{W}t" else node.text or ""
            for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")
        ]
        texts.append(" ".join("".join(parts).split()))
    return [text for text in texts if text]


@pytest.mark.parametrize("name", NAMES)
def test_every_paragraph_of_the_word_file_comes_back(name):
    found = Counter()
    for block in document(name).blocks:
        found[" ".join(block.text.split())] += 1
        found[f"{block.marker} {block.text}"] += 1
    expected = paragraphs(name)
    missed = [text for text in expected if not found[text]]
    assert len(missed) <= 0.03 * len(expected), missed


@pytest.mark.parametrize("name", NAMES)
def test_every_letter_of_the_file_is_kept(name):
    read_back = Counter()
    for block in document(name).blocks:
        read_back.update(
            letters(block.marker + block.text + "".join(note.label + note.text for note in block.notes))
        )
    for entry in document(name).furniture:
        times = document(name).source.pages if entry.kind.value in {"header", "footer"} else 1
        read_back.update(letters(entry.text) * times)
    pdf = pypdfium2.PdfDocument(FORMATS / f"{name}.pdf")
    painted = Counter()
    for page in pdf:
        textpage = page.get_textpage()
        painted.update(letters(textpage.get_text_range()))
        textpage.close()
        page.close()
    pdf.close()
    assert painted - read_back == Counter()


def letters(text):
    return [letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum()]


@pytest.mark.parametrize("name", ["000", "001"])
def test_cells_are_those_that_another_library_finds(name):
    with pdfplumber.open(BytesIO((FORMATS / f"{name}.pdf").read_bytes())) as pdf:
        theirs = [
            squeezed(cell)
            for table in pdf.pages[0].extract_tables()
            for row in table
            for cell in row
            if cell and squeezed(cell)
        ]
    ours: dict[tuple, str] = {}
    pages: dict[tuple, int] = {}
    for block in document(name).blocks:
        place = block.location
        if place.table:
            key = (place.table, place.row, place.cell)
            ours[key] = ours.get(key, "") + squeezed(block.marker + block.text)
            pages.setdefault(key, place.page)
    first = [text for key, text in ours.items() if pages[key] == 1]
    assert len(first) == len(theirs)
    assert all(text.startswith(cell) for text, cell in zip(first, theirs, strict=True))


def squeezed(text):
    return re.sub(r"[\s\uf0b7•o▪–-]", "", text)


def test_blocks_of_one_cell_stand_together():
    for name in NAMES:
        places = [
            (b.location.table, b.location.row, b.location.cell)
            for b in document(name).blocks
            if b.location.table
        ]
        runs = [place for index, place in enumerate(places) if index == 0 or places[index - 1] != place]
        assert len(runs) == len(set(runs))
