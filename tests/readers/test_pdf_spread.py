"""PDF: tables without lines that have three columns or more."""

import textwrap

import pytest

from readers.pdf_build import PITCH, Sheet, blocks, texts

XS, LETTERS = (60, 260, 420), (30, 22, 22)
ROWS = [
    ("Action", "Who", "When"),
    (
        "Open the local registers to all newcomers whatever their papers say",
        "Cities and ministries of the interior",
        "By 2027, with a review half way",
    ),
    ("Train staff", "Unions", "Each year"),
    ("Pay for interpreters in every clinic of the land", "Health ministry", "From January on, for two years"),
]
ABOVE = "Below is what was agreed by all who took part in this session today."
BELOW = "And this is what was said at the end of it, by all of them."


def page(rows, *, by_line, room=6):
    """A page with a table, painted cell by cell or line by line."""
    sheet = Sheet().text(60, 80, ABOVE)
    y = 104.0
    for row in rows:
        fields = [textwrap.wrap(text, letters) for text, letters in zip(row, LETTERS, strict=True)]
        orders = [
            (x, y + PITCH * index, words)
            for x, field in zip(XS, fields, strict=True)
            for index, words in enumerate(field)
        ]
        for order in sorted(orders, key=lambda order: (order[1], order[0])) if by_line else orders:
            sheet.text(*order)
        y += PITCH * max(map(len, fields)) + room
    return sheet.text(60, y + 20, BELOW)


def cells(sheet):
    return [
        (block.location.row, block.location.cell, block.columns, block.text)
        for block in blocks(sheet)
        if block.location.table == 1
    ]


@pytest.mark.parametrize("by_line", [False, True])
@pytest.mark.parametrize("room", [0, 6])
def test_three_columns_are_cells(by_line, room):
    sheet = page(ROWS, by_line=by_line, room=room)
    assert cells(sheet) == [
        (row, cell, 3, text) for row, line in enumerate(ROWS, 1) for cell, text in enumerate(line, 1)
    ]
    assert (texts(sheet)[0], texts(sheet)[-1]) == (ABOVE, BELOW)


def test_an_empty_field_is_no_gap_in_the_count():
    rows = [("City", "State", "Year"), ("Utopia", "", "2020"), ("Erewhon", "Nowhere", "2021")]
    assert cells(page(rows, by_line=True))[3:5] == [(2, 1, 3, "Utopia"), (2, 3, 3, "2020")]


@pytest.mark.parametrize("by_line", [False, True])
def test_the_last_row_may_be_long_on_its_left(by_line):
    rows = [*ROWS, ("Ask again in a year or two what has come of it", "Everybody", "2029")]
    sheet = page(rows, by_line=by_line)
    assert cells(sheet)[-3:] == [(5, cell, 3, text) for cell, text in enumerate(rows[-1], 1)]
    assert texts(sheet)[-1] == BELOW


def test_numbered_rows():
    rows = [("1.", "Utopia", "2020"), ("2.", "Erewhon", "2021")]
    assert cells(page(rows, by_line=False)) == [
        (row, cell, 3, text) for row, line in enumerate(rows, 1) for cell, text in enumerate(line, 1)
    ]


def test_bullets_are_no_column():
    sheet = Sheet()
    for y, name, year in ((100, "Utopia", "2020"), (114, "Erewhon", "2021"), (128, "Nowhere", "2022")):
        sheet.text(60, y, "-").text(84, y, name).text(200, y, year)
    found = blocks(sheet)
    assert [(block.marker, block.text) for block in found] == [
        ("-", "Utopia 2020"), ("-", "Erewhon 2021"), ("-", "Nowhere 2022"),
    ]  # fmt: skip


def test_one_line_with_wide_gaps_is_no_table():
    sheet = Sheet().text(60, 80, "One").text(200, 80, "two").text(340, 80, "three")
    assert [block.location.table for block in blocks(sheet.text(60, 120, ABOVE))] == [None, None]


def test_three_columns_of_prose_are_no_table():
    sheet = Sheet()
    prose = ["Cities ask for a seat at the table. " * 4, "Unions ask for fair pay. " * 4, "All agree. " * 9]
    for x, text in zip((60, 240, 420), prose, strict=True):
        sheet.prose(x, 100, text.strip(), 24)
    found = blocks(sheet)
    assert " ".join(block.text for block in found) == "".join(prose).strip()
    assert {block.location.table for block in found} == {None}
