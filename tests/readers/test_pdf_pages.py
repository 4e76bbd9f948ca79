"""PDF: what runs over several pages, and what stands at their edges."""

import textwrap

import pytest

from readers.pdf_build import Sheet, document, texts

LONG = (
    "The protection of people on the move depends on institutions that speak to each other, and on "
    "local authorities that have the means to act when they see a problem first."
)
FILLER = [
    "Cities asked for a seat.",
    "Employers offered to help.",
    "Unions warned of short permits.",
    "Data remain scarce.",
]


def page(number, *, header="", footer="", at=60.0):
    sheet = Sheet()
    if header:
        sheet.text(60, 40, header)
    sheet.prose(60, 90, FILLER[number % 4] + " " + LONG, 78)
    if footer:
        sheet.text(at, 770, footer)
    return sheet


def furniture(*sheets):
    return [(entry.kind.value, entry.text, entry.location.page) for entry in document(*sheets).furniture]


def test_running_headers_and_footers_come_once():
    sheets = [page(number, header="GFMD 2018 – Roundtable", footer="Working draft") for number in range(4)]
    assert furniture(*sheets) == [("header", "GFMD 2018 – Roundtable", 1), ("footer", "Working draft", 1)]
    assert len(document(*sheets).blocks) == 4


@pytest.mark.parametrize(
    "style", ["{}", "- {} -", "Page {} of 4", "Página {} de 4", "{}/4", "p. {}", "page {} sur 4"]
)
def test_page_numbers_are_told_with_their_page(style):
    sheets = [page(number, footer=style.format(number), at=290) for number in range(1, 5)]
    assert furniture(*sheets) == [("page-number", style.format(number), number) for number in range(1, 5)]


def test_page_numbers_may_begin_elsewhere_or_be_roman():
    assert [kind for kind, *_ in furniture(*(page(n, footer=str(n + 16)) for n in range(1, 5)))] == [
        "page-number"
    ] * 4
    romans = ["i", "ii", "iii", "iv"]
    assert [kind for kind, *_ in furniture(*(page(n, footer=romans[n]) for n in range(4)))] == [
        "page-number"
    ] * 4


def test_left_and_right_pages_may_differ():
    sheets = [page(number, header="Odd title" if number % 2 else "Even title") for number in range(1, 9)]
    assert furniture(*sheets) == [("header", "Odd title", 1), ("header", "Even title", 2)]


def test_chapter_titles_above_the_text_are_headers():
    sheets = [page(number, header=f"Chapter {'AAABBBCCC'[number]}") for number in range(9)]
    assert furniture(*sheets) == [
        ("header", "Chapter A", 1),
        ("header", "Chapter B", 4),
        ("header", "Chapter C", 7),
    ]


def test_the_first_page_may_have_none():
    sheets = [page(0), page(1, header="Summary"), page(2, header="Summary")]
    assert furniture(*sheets) == [("header", "Summary", 2)]


def test_a_number_beside_a_footer_is_a_page_number_of_its_own():
    sheets = [page(number, footer="Working draft").text(500, 770, str(number)) for number in (1, 2, 3)]
    assert furniture(*sheets) == [
        ("footer", "Working draft", 1), ("page-number", "1", 1), ("page-number", "2", 2), ("page-number", "3", 3),
    ]  # fmt: skip


def test_a_single_page_may_be_numbered():
    assert furniture(page(1, footer="1")) == [("page-number", "1", 1)]
    assert furniture(page(1, footer="Page 1 of 1")) == [("page-number", "Page 1 of 1", 1)]


def test_a_number_that_is_no_page_number_stays():
    assert furniture(page(1, footer="2018")) == []
    assert texts(page(1, footer="2018"))[-1] == "2018"


def test_text_that_differs_from_page_to_page_is_no_header():
    sheets = [page(number, header=f"Group {'ABCD'[number]}") for number in range(4)]
    assert furniture(*sheets) == []


def test_text_at_another_height_is_no_header():
    sheets = [
        Sheet().text(60, 40 + 20 * number, "Recommendation").text(60, 300, FILLER[number])
        for number in range(4)
    ]
    assert furniture(*sheets) == []


def test_a_paragraph_over_a_page_break_is_one():
    words = LONG + " " + LONG
    lines = textwrap.wrap(words, 78)
    first, second = Sheet(), Sheet()
    first.lines(60, 700, *lines[:3])
    second.lines(60, 80, *lines[3:])
    assert texts(first, second) == [words]


def test_headers_and_page_numbers_do_not_part_a_paragraph():
    first, second = Sheet(), Sheet()
    words = LONG + " " + LONG
    lines = textwrap.wrap(words, 78)
    for number, sheet in enumerate((first, second), 1):
        sheet.text(60, 40, "Running title").text(290, 770, f"- {number} -")
    first.lines(60, 700, *lines[:3])
    second.lines(60, 80, *lines[3:])
    assert texts(first, second) == [words]


def test_a_paragraph_that_ends_with_its_page_ends():
    first, second = Sheet(), Sheet()
    first.prose(60, 700, LONG, 78)
    second.prose(60, 80, LONG, 78)
    assert texts(first, second) == [LONG, LONG]


def test_an_item_goes_on_behind_a_page_break():
    first, second = Sheet().text(60, 700, "•"), Sheet()
    first.lines(78, 700, "Cities asked for a seat at the table where all of the budgets are said. They")
    second.lines(78, 80, "NEVER agreed.")
    second.text(60, 92, "•").text(78, 92, "Next")
    found = document(first, second).blocks
    assert [(block.marker, block.text) for block in found] == [
        ("•", "Cities asked for a seat at the table where all of the budgets are said. They NEVER agreed."),
        ("•", "Next"),
    ]


def test_columns_are_read_one_after_the_other():
    left = "Left column text that wraps in narrow lines and goes on for quite a while until it ends here."
    right = "Right column text that stands beside it and has to be read after all of the left one is read."
    sheet = Sheet().text(60, 60, "A title over both of the columns of this page", size=14)
    y = sheet.prose(60, 100, left, 35)
    sheet.prose(60, y, left, 35)
    y = sheet.prose(320, 100, right, 35)
    y = sheet.prose(320, y, right, 35)
    sheet.prose(60, 260, LONG, 78)
    assert texts(sheet) == ["A title over both of the columns of this page", left, left, right, right, LONG]


def test_a_paragraph_goes_on_in_the_next_column():
    words = (
        "Cities and regions asked for a seat at every table where budgets are made and decided " * 3
    ).strip()
    lines = textwrap.wrap(words, 35)
    sheet = Sheet()
    sheet.lines(60, 100, *lines[:4])
    sheet.lines(320, 100, *lines[4:])
    assert texts(sheet) == [words]


def test_footnotes_go_to_the_block_that_cites_them():
    sheet = (
        Sheet()
        .text(60, 80, "Textbooks show arrows")
        .text(186, 76, "1", size=6)
        .text(190, 80, ", in one direction.")
    )
    sheet.prose(60, 110, LONG, 78)
    sheet.text(60, 740, "1", size=5).text(66, 743, "The programme was suspended and", size=8)
    sheet.text(60, 752, "resumed later.", size=8)
    first, second = document(sheet).blocks
    assert first.text == "Textbooks show arrows, in one direction."
    assert [(note.label, note.text) for note in first.notes] == [
        ("1", "The programme was suspended and resumed later.")
    ]
    assert second.text == LONG


def test_a_note_that_nothing_cites_stays_a_paragraph():
    sheet = Sheet().text(60, 80, "Textbooks show arrows").text(60, 743, "* Please note the rule.", size=8)
    found = document(sheet).blocks
    assert found[0].notes == ()
    assert "Please note the rule." in found[1].text


def test_a_raised_number_without_a_note_stays_in_the_text():
    sheet = Sheet().text(60, 80, "The 10").text(96, 76, "th", size=6).text(106, 80, "meeting")
    assert texts(sheet) == ["The 10th meeting"]


def test_a_page_without_text_among_others_is_remarked():
    (remark,) = document(page(1), Sheet().picture(), page(2), Sheet().picture()).remarks
    assert (remark.code, remark.location.page) == ("D004", 2)
    assert remark.text.startswith(
        "Pages 2 and 4 hold pictures and hardly any text; what is written in them was not read: tesseract, which "
    )
    assert document(page(1), Sheet()).remarks == ()


def set_aside(*texts):
    """One page whose header and footer a tagged file sets apart, with text between them."""
    sheet = Sheet()
    sheet.orders.append("/Artifact <</Type/Pagination/Subtype/Header>> BDC")
    sheet.text(60, 40, "Migration Dialogue").orders.append("EMC /Artifact BMC")
    sheet.text(60, 770, "Confidential draft").orders.append("EMC")
    for row, text in enumerate(texts):
        sheet.orders.append(f"/P <</MCID {row}>> BDC")
        sheet.text(60, 100 + 30 * row, text).orders.append("EMC")
    return sheet


def test_what_a_tagged_file_sets_apart_is_furniture_on_one_page_too():
    sheet = set_aside("Cities asked for a seat.", "Unions asked for fair pay.")
    assert texts(sheet) == ["Cities asked for a seat.", "Unions asked for fair pay."]
    assert furniture(sheet) == [("header", "Migration Dialogue", 1), ("footer", "Confidential draft", 1)]


def test_a_file_that_sets_all_apart_sets_nothing_apart():
    assert texts(set_aside()) == ["Migration Dialogue", "Confidential draft"]
