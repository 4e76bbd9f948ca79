"""PDF: read by pdfplumber, a page gives the same blocks as by PDFium; pages that PDFium cannot make out are read so."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.errors import ReadError
from rapportkit.model.options import ReadOptions
from rapportkit.readers.pdf import read
from rapportkit.readers.plumber.letters import letter_of, words_of
from rapportkit.readers.plumber.second import Second
from readers.pdf_build import SPECIAL, Sheet, pdf
from readers.test_pdf_conservation import PAGE, RULES, drawn, painted
from readers.test_pdf_refusals import ENCRYPTED, GOOD

FORMATS = Path(__file__).parents[2] / "examples" / "formats"
NEAR = 2.0  # points: the two libraries measure the ends of some letters differently


def both(data, **options):
    """A file as it is read by PDFium, and by pdfplumber."""
    chosen = ReadOptions(**options)
    return [read(data, "test.pdf", chosen, second=second) for second in (Second.NONE, Second.EVERY)]


def without_place(block):
    """A block with its box and its indent taken off, which are compared for themselves."""
    return replace(block, location=replace(block.location, box=None), indent=0.0)


def assert_alike(one, two):
    assert [without_place(block) for block in two.blocks] == [without_place(block) for block in one.blocks]
    for ours, theirs in zip(one.blocks, two.blocks, strict=True):
        pairs = zip((*ours.location.box, ours.indent), (*theirs.location.box, theirs.indent), strict=True)
        assert all(abs(a - b) <= NEAR for a, b in pairs), (ours, theirs)
    assert [(entry.kind, entry.text) for entry in two.furniture] == [
        (entry.kind, entry.text) for entry in one.furniture
    ]
    assert (two.source, two.remarks, two.trust) == (one.source, one.remarks, one.trust)


@pytest.mark.parametrize("name", ["000", "001", "002", "004"])
def test_the_examples_are_the_same_either_way(name):
    one, two = both((FORMATS / f"{name}.pdf").read_bytes())
    assert len(one.blocks) > 40
    assert_alike(one, two)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(PAGE, RULES)
def test_any_page_is_the_same_either_way(page, rules):
    if painted(page):
        assert_alike(*both(pdf(drawn(page, rules))))


def two_columns():
    sheet = Sheet()
    left = "Cities asked for a seat at the table, and for the means to keep it over the years to come."
    right = "Diaspora groups asked that their savings be taxed once only, and where they are earned."
    sheet.prose(60, 100, left, 34)
    sheet.prose(320, 100, right, 34)
    return sheet


def with_values():
    sheet = Sheet().text(60, 80, "Name:").value(150, 66, 300, 86, "Ana Exemplo")
    sheet.text(60, 120, "Place:").value(150, 106, 300, 126, "Utopia")
    return sheet.text(60, 160, "Open").tick(40, 150, 52, 162, on=True)


def with_bullets():
    sheet = Sheet().text(60, 80, "What was said", font="B")
    sheet.text(66, 100, "\uf0b7", font="W").text(84, 100, "Rights first")
    sheet.text(66, 114, "\uf0b7", font="W").text(84, 114, "Cities need a seat at the")
    sheet.text(84, 126, "table")
    return sheet.text(102, 140, "o").text(120, 140, "and a budget")


def turned():
    sheet = Sheet(width=800, height=600, rotate=90)
    for row, words in enumerate(["Shown as it is read", "and not as it lies"]):
        sheet.text(80 + 12 * row, 560, words, turn=90)
    return sheet


def tagged():
    sheet = Sheet()
    sheet.orders.append("/Artifact <</Type/Pagination>> BDC")
    sheet.text(60, 40, "Running head").orders.append("EMC /P <</MCID 0>> BDC")
    return sheet.text(60, 100, "Cities asked for a seat.").text(60, 130, "They got one.")


SHEETS = {
    "tagged": tagged(),
    "two columns": two_columns(),
    "values": with_values(),
    "bullets": with_bullets(),
    "turned": turned(),
    "ligatures": Sheet().text(60, 80, "e", font="R").text(66, 80, "\ufb03", font="W").text(72, 80, "cient"),
    "painted twice": Sheet()
    .text(60, 80, "Heading")
    .text(60.2, 80, "Heading")
    .text(60, 110, "Words below it"),
    "a word half bold": Sheet().text(60, 80, "half", font="B").text(84, 80, "bold and more"),
    "a hyphen at the end": Sheet()
    .grid([50, 200], [60, 110])
    .text(60, 80, "so many non-")
    .text(60, 92, "profits came"),
    "a hyphen and a space": Sheet().text(60, 80, "both short- ").text(60, 92, "and long-term"),
    "painted from the right": Sheet().text(60, 80, SPECIAL[5:8], font="W").text(60, 100, "after it"),
    "dashed and dotted": Sheet().text(60, 80, "Only - a dash").box(60, 100, 64, 104).text(70, 105, "One dot"),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_page_is_the_same_either_way(name):
    assert_alike(*both(pdf(SHEETS[name])))


@pytest.mark.parametrize(
    "boxes",
    [
        "/MediaBox[-100 -50 500 750]",
        "/MediaBox[0 0 600 800]/CropBox[50 100 550 780]",
        "/MediaBox[-10 20 590 820]/CropBox[0 -500 5000 800]",
        "/MediaBox[0 0 600 800]/CropBox[1000 1000 1500 1800]",
    ],
)
@pytest.mark.parametrize("rotate", [0, 90, 180, 270, -90])
def test_boxes_of_every_kind(boxes, rotate):
    sheet = Sheet(rotate=rotate).grid([100, 250, 480], [150, 190, 230])
    sheet.text(106, 175, "Name").text(256, 175, "Ana Exemplo").text(106, 215, "Place").text(
        256, 215, "Utopia"
    )
    data = pdf(sheet).replace(b"/MediaBox[0 0 600 800]", boxes.encode())
    one, two = both(data)
    assert [block.text for block in one.blocks] == ["Name", "Ana Exemplo", "Place", "Utopia"]
    assert [block.location.cell for block in one.blocks] == [1, 2, 1, 2]
    assert_alike(one, two)


def test_a_password_opens_it_for_both():
    assert_alike(*both(ENCRYPTED, passwords=("no", "secret")))


# What is said by "ActualText" in place of three painted lines, PDFium puts on one of them.
SAID = "Cities asked for a seat at the table and for money to keep it over all the years that lie ahead of us"


def replaced():
    sheet = Sheet()
    sheet.prose(60, 100, SAID, 22)
    sheet.orders = [f"/Span <</ActualText ({SAID})>> BDC", *sheet.orders, "EMC"]
    sheet.text(60, 300, "Below")
    return pdf(sheet)


def test_letters_without_room_are_read_again():
    squeezed, _ = both(replaced())
    assert squeezed.blocks[0].location.box[3] < 120
    found = read(replaced(), "test.pdf")
    assert [block.text for block in found.blocks] == [SAID, "Below"]
    assert found.blocks[0].location.box[3] > 140


def test_a_page_whose_fields_stand_alone_is_read_again(monkeypatch):
    sheet = Sheet().text(60, 80, "Name:").value(150, 66, 300, 86, "Ana Exemplo")
    seen = []
    monkeypatch.setattr("rapportkit.readers.plumber.pages.Plumber.page", lambda _, index: seen.append(index))
    read(pdf(sheet), "test.pdf")
    assert seen == []
    sheet.orders.clear()
    read(pdf(sheet), "test.pdf")
    assert seen == [0]


def test_it_is_given_up_where_it_does_not_help(monkeypatch):
    seen = []
    monkeypatch.setattr("rapportkit.readers.plumber.pages.Plumber.page", lambda _, index: seen.append(index))
    with pytest.raises(ReadError, match="is blank"):
        read(pdf(*[Sheet()] * 9), "test.pdf")
    assert seen == [0, 1, 2]


def test_an_ordinary_file_needs_no_other_library(monkeypatch):
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    data = pdf(Sheet().text(60, 80, "Words"))
    assert [block.text for block in read(data, "test.pdf").blocks] == ["Words"]
    # Where it cannot be loaded, PDFium's word stands.
    assert [block.text for block in read(data, "test.pdf", second=Second.EVERY).blocks] == ["Words"]


def test_what_the_other_library_says_of_a_file_is_kept_off_the_screen(capfd, recwarn):
    data = pdf(Sheet().text(60, 80, "Words")).replace(
        b"/Subtype/Type1/BaseFont/Courier/Encoding", b"/Subtype/TrueType/BaseFont/Fantasy/Encoding"
    )
    read(data, "test.pdf", second=Second.EVERY)
    assert capfd.readouterr() == ("", "")
    assert not recwarn.list


def test_a_file_that_the_other_library_cannot_read_is_read_all_the_same():
    data = pdf(Sheet().text(60, 80, "First"), Sheet().text(60, 80, "Second"))
    data = data.replace(b"/Rotate 0/", b"/Rotate (no number)/", 1)
    one, two = both(data)
    assert [block.text for block in one.blocks] == ["First", "Second"]
    assert_alike(one, two)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_flipped_bytes_are_read_or_refused_either_way(changes):
    data = bytearray(GOOD)
    for place, value in changes:
        data[place] = value
    try:
        told = read(bytes(data), "flipped.pdf", second=Second.EVERY).source.format
    except ReadError as error:
        told = error.code
    assert told in {"pdf", "F002", "F003", "F005", "F006", "F007", "F008"}


def test_a_blank_file_is_blank_either_way():
    for second in Second:
        with pytest.raises(ReadError, match="is blank"):
            read(pdf(Sheet()), "test.pdf", second=second)


def char(text, x, **more):
    fixed = {"fontname": "Courier", "adv": 6.0, "x0": x, "x1": x + 6.0, "y0": 698.0, "y1": 708.0}
    return {"text": text, "matrix": (1, 0, 0, 1, x, 700.0), **fixed, **more}


def test_letters_become_words_where_spaces_are_painted_or_left():
    row = [char("a", 60), char("b", 66), char(" ", 72), char("c", 78), char("d", 90)]
    words = words_of(row)
    assert (words.texts, words.lefts, words.rights) == (["ab", "c", "d"], [60, 78, 90], [72, 84, 96])


def test_letters_that_have_no_name_mean_nothing():
    assert words_of([char("(cid:12)", 60)]).texts == ["\ufffd"]


def test_a_slanted_letter_is_as_large_as_an_upright_one():
    slanted = char("a", 60, matrix=(0.8, 0.6, -0.6, 0.8, 60, 700), x0=54.0, x1=64.8, y0=700.0, y1=711.6)
    style = letter_of(slanted).style
    assert (style.turn, round(style.size, 3)) == (-1, 10.0)


def test_lines_painted_from_the_left_but_read_from_the_right():
    painted_so = [char(sign, 60 + 6 * index) for index, sign in enumerate(".اب 12 جد")]
    assert words_of(painted_so).texts == ["دج", "12", "با."]
