"""PDF: ruled tables as rows and cells, however their borders are painted."""

from itertools import pairwise

import pytest

from rapportkit.model.document import FurnitureKind
from readers.pdf_build import PITCH, Sheet, blocks, document

XS, YS = [60.0, 200.0, 500.0], [60.0, 90.0, 120.0, 150.0]


def cells(*sheets):
    """Table, row, cell, columns and text of every block."""
    return [
        (block.location.table, block.location.row, block.location.cell, block.columns, block.text)
        for block in blocks(*sheets)
    ]


def form(sheet):
    """Three rows of label and value."""
    for row, (label, value) in enumerate(
        [("Name", "Ana Exemplo"), ("Place", "Utopia"), ("Date", "May 2020")]
    ):
        sheet.text(66, 80 + 30 * row, label, font="B").text(206, 80 + 30 * row, value)
    return sheet


FORM = [
    (1, row, cell, 2, text)
    for row, pair in enumerate([("Name", "Ana Exemplo"), ("Place", "Utopia"), ("Date", "May 2020")], 1)
    for cell, text in enumerate(pair, 1)
]


@pytest.mark.parametrize("draw", ["thin", "stroke"])
def test_lines_drawn_once_each(draw):
    assert cells(form(Sheet()).grid(XS, YS, draw)) == FORM


def test_each_cell_as_a_box_of_its_own():
    sheet = form(Sheet())
    for top, bottom in pairwise(YS):
        for left, right in pairwise(XS):
            sheet.box(left, top, right, bottom)
    assert cells(sheet) == FORM


def test_each_border_cut_into_many_small_pieces():
    sheet = form(Sheet())
    for top, bottom in pairwise(YS):
        for left, right in pairwise(XS):
            sheet.thin(left, top, right, top).thin(left, bottom, right, bottom)
            sheet.thin(left, top, left, bottom).thin(right, top, right, bottom)
            sheet.thin(left, top, left, top)
    assert cells(sheet) == FORM


def test_all_borders_in_one_path():
    sheet = Sheet()
    sheet.grid(XS, YS)
    sheet.orders = ["\n".join(order.removesuffix(" f") for order in sheet.orders) + " f"]
    assert cells(form(sheet)) == FORM


def test_dotted_borders():
    sheet = form(Sheet())
    for y in YS:
        for x in range(60, 500, 3):
            sheet.thin(x, y, x + 1, y, width=1)
    for x in XS:
        for y in range(60, 150, 3):
            sheet.thin(x, y, x, y + 1, width=1)
    assert cells(sheet) == FORM


def test_double_and_thick_borders():
    sheet = form(Sheet())
    for y in YS:
        sheet.thin(XS[0], y - 1, XS[-1], y - 1).thin(XS[0], y + 1, XS[-1], y + 1)
    for x in XS:
        sheet.thin(x, YS[0], x, YS[-1], width=3)
    assert cells(sheet) == FORM


def test_no_borders_outside():
    sheet = form(Sheet()).stroke(200, 60, 200, 150).stroke(60, 90, 500, 90).stroke(60, 120, 500, 120)
    assert cells(sheet) == FORM


def test_shading_is_no_border():
    sheet = Sheet().shade(60, 60, 500, 90).grid(XS, YS)
    assert cells(form(sheet)) == FORM


def test_borders_inside_a_turned_and_scaled_picture_part():
    sheet = Sheet()
    sheet.grid([30, 100, 250], [430, 445, 460, 475])
    sheet.orders = ["q 2 0 0 2 0 0 cm", *sheet.orders, "Q"]
    y = [800 - 2 * (800 - top) for top in (430, 445, 460, 475)]
    for row, (label, value) in enumerate(
        [("Name", "Ana Exemplo"), ("Place", "Utopia"), ("Date", "May 2020")]
    ):
        sheet.text(66, y[row] + 20, label).text(206, y[row] + 20, value)
    assert cells(sheet) == FORM


def test_a_merged_row_is_one_cell_and_its_text_comes_once():
    sheet = Sheet().box(60, 60, 500, 90).grid(XS, [90, 120]).text(66, 80, "1. Progress", font="B")
    sheet.text(66, 110, "1.").text(206, 110, "Identity cards")
    assert cells(sheet) == [
        (1, 1, 1, 1, "1. Progress"),
        (1, 2, 1, 2, "1."),
        (1, 2, 2, 2, "Identity cards"),
    ]


def test_a_cell_over_two_rows_counts_in_both():
    sheet = Sheet().box(60, 60, 200, 120).box(200, 60, 500, 90).box(200, 90, 500, 120)
    sheet.text(66, 80, "Label").text(206, 80, "above").text(206, 110, "below")
    assert cells(sheet) == [(1, 1, 1, 2, "Label"), (1, 1, 2, 2, "above"), (1, 2, 2, 2, "below")]


def test_an_empty_cell_counts():
    sheet = Sheet().grid(XS, [60, 90, 120]).text(206, 80, "only here").text(66, 110, "and there")
    assert cells(sheet) == [(1, 1, 2, 2, "only here"), (1, 2, 1, 2, "and there")]


def test_a_table_in_a_cell_is_a_table_of_its_own():
    sheet = Sheet().grid(XS, [60, 160]).text(66, 80, "Label").text(206, 75, "before").text(206, 150, "behind")
    sheet.grid([220, 300, 400], [85, 110, 135]).text(226, 100, "a").text(306, 100, "b").text(226, 125, "c")
    assert cells(sheet) == [
        (1, 1, 1, 2, "Label"),
        (1, 1, 2, 2, "before"),
        (2, 1, 1, 2, "a"),
        (2, 1, 2, 2, "b"),
        (2, 2, 1, 2, "c"),
        (1, 1, 2, 2, "behind"),
    ]


def test_an_inner_table_may_share_a_border_with_its_cell():
    sheet = Sheet().grid(XS, [60, 160]).text(66, 80, "Label").text(206, 75, "before").text(206, 150, "behind")
    sheet.grid([206, 300, 500], [85, 110, 135]).text(210, 100, "a").text(306, 100, "b").text(210, 125, "c")
    assert [entry[:4] for entry in cells(sheet)] == [
        (1, 1, 1, 2), (1, 1, 2, 2), (2, 1, 1, 2), (2, 1, 2, 2), (2, 2, 1, 2), (1, 1, 2, 2),
    ]  # fmt: skip


def test_a_frame_around_the_page_is_no_table():
    sheet = Sheet().box(20, 20, 580, 780).text(66, 80, "Framed text")
    assert cells(sheet) == [(None, None, None, 0, "Framed text")]


def test_rules_and_crosses_make_no_table():
    sheet = (
        Sheet()
        .stroke(60, 70, 500, 70)
        .stroke(60, 100, 500, 100)
        .stroke(300, 400, 300, 500)
        .stroke(250, 450, 350, 450)
    )
    assert cells(sheet.text(66, 90, "Between two rules")) == [(None, None, None, 0, "Between two rules")]


def test_tables_and_text_stand_in_reading_order():
    sheet = form(Sheet()).grid(XS, YS).text(60, 40, "Before").text(60, 200, "Between").text(60, 400, "After")
    sheet.grid(XS, [220, 250]).text(66, 240, "Other table")
    assert [(entry[0], entry[4]) for entry in cells(sheet)] == [
        (None, "Before"),
        *[(1, text) for *_, text in FORM],
        (None, "Between"),
        (2, "Other table"),
        (None, "After"),
    ]


def test_wrapped_text_in_a_cell_is_joined_and_bullets_are_apart():
    sheet = Sheet().grid(XS, [60, 160]).text(66, 80, "Actions of the two").text(66, 92, "groups")
    sheet.text(206, 80, "•").text(224, 80, "Development partners support regional meetings"[:45])
    sheet.text(224, 92, "with governments").text(206, 104, "•").text(224, 104, "Short one").text(
        206, 116, "And a paragraph"
    )
    found = blocks(sheet)
    assert [(block.marker, block.text) for block in found] == [
        ("", "Actions of the two groups"),
        ("•", "Development partners support regional meeting with governments"),
        ("•", "Short one"),
        ("", "And a paragraph"),
    ]


def test_a_row_cut_by_a_page_break_is_whole_again():
    first = (
        Sheet()
        .grid(XS, [700, 740])
        .text(66, 716, "Label")
        .text(206, 716, "Cities asked for a seat at the table where the ab")
    )
    second = (
        Sheet()
        .grid(XS, [60, 90, 120])
        .text(206, 80, "budgets are decided.")
        .text(66, 110, "Next")
        .text(206, 110, "Row")
    )
    assert cells(first, second) == [
        (1, 1, 1, 2, "Label"),
        (1, 1, 2, 2, "Cities asked for a seat at the table where the ab budgets are decided."),
        (1, 2, 1, 2, "Next"),
        (1, 2, 2, 2, "Row"),
    ]


def test_a_list_cut_by_a_page_break_stays_in_its_row():
    first = Sheet().grid([60, 500], [660, 700, 740]).text(66, 680, "2. Challenges", font="B")
    first.text(66, 716, "•").text(84, 716, "First point.")
    second = Sheet().grid([60, 500], [60, 90, 120, 150]).text(66, 80, "•").text(84, 80, "Second point.")
    second.text(66, 110, "3. Practices", font="B").text(66, 140, "•").text(84, 140, "Third point.")
    assert [(entry[1], entry[4]) for entry in cells(first, second)] == [
        (1, "2. Challenges"),
        (2, "First point."),
        (2, "Second point."),
        (3, "3. Practices"),
        (4, "Third point."),
    ]


def test_a_new_label_begins_a_new_row():
    first = Sheet().grid(XS, [700, 740]).text(66, 716, "Indicators (up to two at most").text(206, 716, "One")
    second = Sheet().grid(XS, [60, 90]).text(66, 80, "Recommendation 2").text(206, 80, "Two")
    assert [entry[1] for entry in cells(first, second)] == [1, 1, 2, 2]


def test_borders_left_open_at_the_page_break_cut_a_row():
    first = Sheet().stroke(60, 700, 500, 700)
    second = Sheet().stroke(60, 100, 500, 100)
    for x in XS:
        first.stroke(x, 700, x, 780)
        second.stroke(x, 40, x, 100)
    first.text(66, 720, "Label one.").text(206, 720, "A sentence.")
    second.text(66, 60, "More of it").text(206, 60, "Another sentence.")
    assert {entry[1] for entry in cells(first, second)} == {1}


def test_repeated_header_rows_come_once():
    def page(number):
        sheet = (
            Sheet().grid(XS, [60, 90, 700]).text(66, 80, "Topic", font="B").text(206, 80, "Answer", font="B")
        )
        return sheet.text(66, 110, f"Topic {number}").text(206, 110, f"Answer {number}.")

    read = document(page(1), page(2), page(3))
    assert [(block.location.table, block.location.row, block.text) for block in read.blocks] == [
        (1, 1, "Topic"), (1, 1, "Answer"), (1, 2, "Topic 1"), (1, 2, "Answer 1."),
        (1, 3, "Topic 2"), (1, 3, "Answer 2."), (1, 4, "Topic 3"), (1, 4, "Answer 3."),
    ]  # fmt: skip
    assert [(entry.kind, entry.text, entry.location.page) for entry in read.furniture] == [
        (FurnitureKind.HEADER, "Topic", 2), (FurnitureKind.HEADER, "Answer", 2),
        (FurnitureKind.HEADER, "Topic", 3), (FurnitureKind.HEADER, "Answer", 3),
    ]  # fmt: skip


def test_tables_of_other_widths_on_the_next_page_are_others():
    first = Sheet().grid(XS, [700, 740]).text(66, 716, "a").text(206, 716, "b")
    second = Sheet().grid([60, 400], [60, 90]).text(66, 80, "c")
    assert [entry[0] for entry in cells(first, second)] == [1, 1, 2]


def test_answers_on_the_right_of_one_edge_are_cells_without_borders():
    sheet = Sheet().text(60, 60, "A report about nothing in particular", size=14)
    y = 100.0
    for row in (1, 2, 3):
        sheet.text(60, y, f"Question {row}")
        y = sheet.lines(
            220, y, "Cities asked for a seat at the table where budgets are", f"decided, in year {row}."
        )
        sheet.text(220, y, "•").text(238, y, f"Point of {row}")
        y += 2 * PITCH
    assert cells(sheet)[1:4] == [
        (1, 1, 1, 2, "Question 1"),
        (1, 1, 2, 2, "Cities asked for a seat at the table where budgets are decided, in year 1."),
        (1, 1, 2, 2, "Point of 1"),
    ]
    assert [entry[1] for entry in cells(sheet)[1:]] == [1, 1, 1, 2, 2, 2, 3, 3, 3]


def test_a_drawing_of_very_many_lines_is_left_alone():
    sheet = Sheet().text(60, 40, "A chart")
    parts = [f"{x} {y} m {x + 1} {y + 1} l" for x in range(0, 600, 2) for y in range(0, 800, 10)]
    sheet.orders.append(" ".join(parts) + " S")
    assert cells(sheet) == [(None, None, None, 0, "A chart")]


@pytest.mark.parametrize("wrapped", [1, 3, 20])
def test_a_table_inside_form_objects(wrapped):
    assert cells(form(Sheet(wrapped=wrapped)).grid(XS, YS)) == FORM
