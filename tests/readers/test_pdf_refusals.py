"""PDF: files that cannot be read, each with one sentence and a code."""

import base64
import re
import zlib

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.errors import ReadError
from rapportkit.model.options import Limits, ReadOptions
from rapportkit.readers.pdf import read
from readers.pdf_build import Sheet, document, pdf

# One page with the word "Hidden", encrypted with the password "secret".
ENCRYPTED = zlib.decompress(
    base64.b64decode(
        "eNqFlAtMFEcYx6FatBdFq8bUtuoYORKb4u3sexVRLAdIlTeIQS0zuzOIwh3uLQqmRSXEKpZSImrRaltMC61GxVeVarWItYrB"
        "BF81otEG7CMqlaiI0qZzgEJCjMnuzmzm2/9832/n+9tjw8KD4GTFZj/eXvGfDQIOuPFiW3AwcDhzLeLyZLhdHuB9DQ2b6eya"
        "zEQekkxM7wpwsE/7RM4my0gmUEFIiPdyxKJ04gEC04wHjsS8bAIc7yELZbrT2bKNuAzvVnyfLbtjYvDiBCsLOGYTV7q1CPAK"
        "DxzhGZkWMdmYiSwSRnS3wQKjgexdMT0WEASvpMcyCcqyzWsrKxsaP/JxwvzyHXOqMtOPKe/XSYm3bzQN2xTdcnD62lWFO1pH"
        "pJ+sbV/hHNDwNL7qq5a1f9eA3AElI5Ofdm4Y/Mv6KfklowvHFzdPrb93TySut+6ujx3+5Fp2e9SfIe1Aqj474cDulpJ7tvnW"
        "hPqWypzC60WhE/fsq8xMiT0SXLeuAJt5IxYUT4k3L96aXCuMfvPS7a017obimgdnodN3yeLIjgNoU0B4+cH8uBzhMDiamhbH"
        "pZZPs395fdaWUPtrB86PLonjAg6nVYwdXx2wvOOfZEf+dL+LNyKmfbB87cQBnF5/p6HMWTim2b/uxP1BG5cX56yc3OY/6EHT"
        "VGfi0uj9dF1A6d6s6gtno9fIlWrEzZSAvCWMdA+ZHuZaH+Y9lKH2Asq9WEFl7A/v5m882PBz2d6IJJ/a7zvOfGLuP7llXpRy"
        "1NXoWPUbbLOfOB+0cOy2pm/H5z0c17qyqfl0s/+wplhhVMso6GNM/XVa4+uljTPcSYmXt38TWf7vDk91fivNHxJY8PkkPbcz"
        "8ljz/o/OFQaaUbaf7qRt/jRuQ9Gg/NpbV65dfdB62R303cNJjXN32nen/Fj6qOrwoVEgbfCp1srQ7D9863NSX0145/QFc2jR"
        "2/4Vw/eM2+45c/8v54RZfMa8qEt74OnIooJT/v0wQK4/B5V7GYaLbSeeDPz93C5H7cePwTDfY+cjYgZ37nx0PfqGtrlzyb4P"
        "d91ceKij4VFF85Fl2ZWTsr5+w4Mrr2yLmXGkIKMuRb+7ZsiVCGngE+7yGHV1zarjQc7+afXtwvfCu5ouwTJ6ZqE51iLnMuKy"
        "gCPMrcdkE5c3aA5bcCYkC8/rEPhnXfismgQLuQxkGr2NJbH2iQHBBo+xoVJO0CTJkDWOUxXCs6dIFGpAHcoYU13kNV5GOhUk"
        "Hhu8CrGkG5iDCOlQEbFEZQEqkKoCpUSUdE7XKYa8hgivyiyHGGYdkEkgSRcVVZE5aBBJERRV0wQDY41XDZFTeBVJlAnyokEx"
        "URUMdZXoCHGyqomc11BAkMiexMxiniSImCUhigrPkhMowZpMmYYoYigaEkdZfLzXIJiXhD8DyAaz9yWJ1W4QjmKeVxRZVQ1N"
        "kYjASkOCoOosMcK0NE7AWFCRSiAhWJQUXVaxTFRJIAqHFUNi4ZJBFSIbogZlqCEKRV0VDSLrlLAkkljtqqgy2qICkcFhkYlr"
        "FAki4XjCKxRSqhPEALKSFV6WNVYtwgwgwarAYco4MplkIPVxTdjfNlPiCX3+b0X5BZ7ZPcaiLoTe8+XOzMliFu/lahIjQ7fc"
        "JoBdh8cxF6QCCHh2L2As3W4LwG4vT8hYQQBkh21WGEgNpjoiSDcg5RgcwUAS+xUCJlSlGOkcj0JeHsH0nS7dzMtmW3Tv0dtv"
        "uV/o2OeVwHC/fL9AvzV4+E7fOpxWF9WZ3tm2dd3q0rFVhUunfJYWj3x8XHUDr9r6tZPHQqaVaxJqg6Is2ux2Z0y47X/C8YB0"
    ),
)


def refusal(data, **options):
    with pytest.raises(ReadError) as caught:
        read(data, "report.pdf", ReadOptions(**options))
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
        "report.pdf is a scan: its 2 pages hold pictures and no text, and tesseract, which recognises letters in "
        "pictures, is not installed (Debian, Ubuntu: apt install tesseract-ocr tesseract-ocr-fra "
        "tesseract-ocr-spa); send the Word file or a PDF with text."
    )


def test_a_blank_file_is_refused():
    assert refusal(pdf(Sheet())) == (
        "F008",
        "report.pdf is blank: its page holds no text; send the filled-in report.",
    )


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


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({"pages": 2}, "it has more than 2 pages. Send the report alone"),
        ({"objects": 3}, "its pages paint more than 3 objects."),
        ({"letters": 14}, "it holds more than 14 letters."),
    ],
)
def test_too_much_of_anything_is_refused(limits, said):
    sheet = Sheet().text(60, 80, "Words").grid([1, 9, 99], [1, 9, 99])
    code, message = refusal(pdf(sheet, sheet, sheet), limits=Limits(**limits))
    assert (code, said in message) == ("F006", True)
    (name,) = limits
    assert message.endswith(f"; --limit {name}=… allows more.")
    enough = ReadOptions(limits=Limits(**{name: 10 * limits[name]}))
    assert len(read(pdf(sheet, sheet, sheet), "report.pdf", enough).blocks) == 3


def test_a_password_opens_what_it_fits():
    for passwords in (("secret",), ("no", "secret"), ("ñandú", "secret", "no")):
        found = read(ENCRYPTED, "report.pdf", ReadOptions(passwords=passwords))
        assert [block.text for block in found.blocks] == ["Hidden"]


@pytest.mark.parametrize(
    ("passwords", "said"),
    [
        ((), "name a file that holds it with --password-file, or save a copy without one and send that."),
        (("Secret",), "the one of --password-file does not open it; ask for the right one"),
        (("Secret", "ñandú"), "none of the 2 of --password-file opens it; ask for the right one"),
    ],
)
def test_no_password_that_fits(passwords, said):
    code, message = refusal(ENCRYPTED, passwords=passwords)
    assert (code, said in message) == ("F005", True)
    assert not any(password in message for password in passwords)


def test_a_password_for_a_file_without_one_does_no_harm():
    sound = pdf(Sheet().text(60, 80, "Words"))
    found = read(sound, "report.pdf", ReadOptions(passwords=("secret",)))
    assert [block.text for block in found.blocks] == ["Words"]


def test_a_page_that_cannot_be_loaded_is_remarked():
    data = pdf(Sheet().text(60, 80, "First"), Sheet().text(60, 80, "Second"))
    number = re.search(rb"/Kids\[\d+ 0 R (\d+) 0 R\]", data)[1]
    data = data.replace(b"\n%s 0 obj\n<</Type/Page/" % number, b"\n%s 0 obj\n<</Type/Rage/" % number)
    found = read(data, "report.pdf")
    assert [block.text for block in found.blocks] == ["First"]
    assert [(remark.code, remark.text) for remark in found.remarks] == [
        ("D004", "Page 2 could not be read: the file is damaged there."),
    ]


GOOD = pdf(
    Sheet()
    .grid([60, 200, 500], [60, 90, 120])
    .text(66, 80, "Name")
    .value(206, 62, 400, 88, "Ana")
    .text(60, 300, "• One"),
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
        told = read(bytes(data), "flipped.pdf").source.format
    except ReadError as error:
        told = error.code
    assert told in {"pdf", "F002", "F003", "F005", "F006", "F007", "F008"}


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
