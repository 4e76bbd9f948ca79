"""PDF: files that cannot be read, each with one sentence and a code."""

import base64
import re
import zlib

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.errors import ReadError
from rapportkit.readers.pdf import read
from rapportkit.readers.pdfium import opening
from readers.pdf_build import Sheet, document, pdf

# One page with the word "Hidden", encrypted with the password "secret".
ENCRYPTED = ENCRYPTED_HERE


def refusal(data):
    with pytest.raises(ReadError) as caught:
        read(data, "report.pdf")
    return caught.value.code, str(caught.value)


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"", "F002", "report.pdf is empty"),
        (b"\n \0\0", "F002", "is empty"),
        (b"hello", "F003", "is no PDF"),
        (b"PK\x03\x04rest", "F003", "is a Word file or another zip archive"),
        (b"\x89PNG\r\n", "F003", "is a picture"),
        (b"\n<!DOCTYPE HTML><p>", "F003", "is a web page"),
        (b"%PDF-1.7\nnothing", "F003", "the end of the PDF is missing"),
        (b"%PDF-1.7\nnothing\n%%EOF", "F003", "is damaged"),
        (ENCRYPTED, "F005", "protected by a password"),
    ],
)
def test_what_is_no_readable_pdf_is_refused(data, code, says):
    found, message = refusal(data)
    assert (found, says in message) == (code, True)


def test_a_cut_file_is_refused():
    data = pdf(Sheet().text(60, 80, "Words"))
    assert refusal(data[: len(data) // 2])[0] == "F003"


def test_a_scan_is_refused_with_what_would_help():
    code, message = refusal(pdf(Sheet().picture(), Sheet().picture()))
    assert code == "F008"
    assert message == (
        "report.pdf is a scan: its 2 pages hold pictures and no text; send the Word file or a PDF with text."
    )


def test_a_blank_file_is_refused():
    assert refusal(pdf(Sheet())) == ("F008", "report.pdf is blank: its page holds no text; send the filled-in report.")


def test_letters_without_meaning_are_refused():
    data = pdf(Sheet().text(60, 80, "\uf0b7\uf0a7\uf0b7\uf0a7", font="S"))
    data = re.sub(rb"<f0(b7|a7)>", b"<e000>", data)
    assert refusal(data)[0] == "F008"


def test_a_form_that_only_one_program_opens_is_refused():
    sheet = Sheet().text(60, 80, "Please wait...")
    data = pdf(sheet, form="/XFA(<xdp/>)", catalog="/NeedsRendering true")
    assert refusal(data)[0] == "F007"


def test_an_xfa_form_with_pages_of_its_own_is_read():
    read = document(Sheet().text(60, 80, "Name:"), form="/XFA(<xdp/>)")
    assert [block.text for block in read.blocks] == ["Name:"]


def test_too_many_pages_or_objects_are_refused(monkeypatch):
    monkeypatch.setattr(opening, "MAX_PAGES", 2)
    assert refusal(pdf(*[Sheet().text(60, 80, "Words")] * 3))[0] == "F006"
    monkeypatch.setattr(opening, "MAX_OBJECTS", 3)
    assert refusal(pdf(Sheet().text(60, 80, "Words").grid([1, 9, 99], [1, 9, 99])))[0] == "F006"
    monkeypatch.setattr(opening, "MAX_OBJECTS", 99)
    monkeypatch.setattr(opening, "MAX_LETTERS", 3)
    assert refusal(pdf(Sheet().text(60, 80, "Words")))[0] == "F006"


def test_a_page_that_cannot_be_loaded_is_remarked():
    data = pdf(Sheet().text(60, 80, "First"), Sheet().text(60, 80, "Second"))
    number = re.search(rb"/Kids\[\d+ 0 R (\d+) 0 R\]", data)[1]
    data = data.replace(b"\n%s 0 obj\n<</Type/Page/" % number, b"\n%s 0 obj\n<</Type/Rage/" % number)
    found = read(data, "report.pdf")
    assert [block.text for block in found.blocks][0] == "First"


GOOD = pdf(
    Sheet().grid([60, 200, 500], [60, 90, 120]).text(66, 80, "Name").value(206, 62, 400, 88, "Ana").text(60, 300, "• One"),
    Sheet().text(60, 80, "Second page"),
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.binary(max_size=300))
def test_junk_is_refused_and_nothing_worse(junk):
    with pytest.raises(ReadError):
        read(b"%PDF-1.7\n" + junk + b"\n%%EOF", "junk.pdf")


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_flipped_bytes_are_read_or_refused(changes):
    data = bytearray(GOOD)
    for place, value in changes:
        data[place] = value
    try:
        found = read(bytes(data), "flipped.pdf")
    except ReadError as error:
        assert error.code in {"F002", "F003", "F005", "F006", "F007", "F008"}
    else:
        assert found.source.format == "pdf"


def test_everything_is_closed_whatever_happens(monkeypatch):
    opened, closed = [], []
    start, close = pypdfium2.PdfDocument.__init__, pypdfium2.PdfDocument.close

    def begin(self, *args, **more):
        start(self, *args, **more)
        opened.append(id(self))

    def end(self, *args, **more):
        closed.append(id(self))
        return close(self, *args, **more)

    monkeypatch.setattr(pypdfium2.PdfDocument, "__init__", begin)
    monkeypatch.setattr(pypdfium2.PdfDocument, "close", end)
    read(GOOD, "good.pdf")
    refusal(pdf(Sheet().picture()))
    assert opened == closed
    assert len(opened) == 2
