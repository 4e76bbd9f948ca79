"""PDF: lines into paragraphs."""

import pytest

from rapportkit.model.document import BlockKind
from readers.pdf_build import PITCH, Sheet, blocks, texts

LONG = (
    "The protection of people on the move depends on institutions that speak to each other, and on "
    "local authorities that have the means to act when they see a problem first."
)
SHORT = "Cities asked for a seat at the table where budgets are decided."


def test_wrapped_lines_are_one_paragraph():
    sheet = Sheet()
    sheet.prose(60, 80, LONG, 78)
    assert texts(sheet) == [LONG]


def test_a_short_line_ends_a_paragraph_even_without_space_below():
    sheet = Sheet()
    y = sheet.prose(60, 80, LONG, 78)
    y = sheet.prose(60, y, SHORT, 78)
    sheet.prose(60, y, LONG, 78)
    assert texts(sheet) == [LONG, SHORT, LONG]


def test_space_between_paragraphs_parts_them_even_after_a_full_line():
    sheet = Sheet()
    y = sheet.prose(60, 80, LONG, 78)
    full = "This paragraph has words that happen to end exactly where its line does so too"
    y = sheet.prose(60, y + 6, full, 78)
    sheet.prose(60, y + 6, LONG, 78)
    assert texts(sheet) == [LONG, full, LONG]


def test_indented_first_lines_part_paragraphs():
    sheet = Sheet()
    y = 80.0
    for _ in range(3):
        first, rest = LONG[:71], LONG[72:]
        y = sheet.lines(84, y, first)
        y = sheet.prose(60, y, rest, 76)
    assert texts(sheet) == [LONG] * 3


def test_hanging_lines_belong_to_the_line_above():
    sheet = Sheet()
    y = 80.0
    for _ in range(2):
        y = sheet.lines(60, y, LONG[:79])
        y = sheet.prose(96, y, LONG[80:], 74)
    assert texts(sheet) == [LONG] * 2


def test_double_spacing_parts_nothing():
    sheet = Sheet()
    sheet.prose(60, 80, LONG + " " + LONG, 78, pitch=24)
    assert texts(sheet) == [LONG + " " + LONG]


def test_a_quotation_with_margins_of_its_own_stays_whole():
    sheet = Sheet()
    y = sheet.prose(60, 80, LONG, 78)
    y = sheet.prose(120, y + 8, LONG + " " + LONG, 50)
    sheet.prose(60, y + 8, LONG, 78)
    assert texts(sheet) == [LONG, LONG + " " + LONG, LONG]


def test_stretched_lines_show_where_a_paragraph_ends():
    sheet = Sheet()
    y = 80.0
    for line in (
        "alpha beta gamma delta words here",
        "which go on and on below as well",
        "and are stretched to the margin",
    ):
        y = justified(sheet, y, line)
    y = sheet.lines(60, y, "so that this one is shorter than the full measure of it.")
    y = justified(sheet, y, "Another begins under it with more words to")
    sheet.lines(60, y, "end soon.")
    assert len(blocks(sheet)) == 2


def justified(sheet, y, words):
    """Write a line stretched to 360 points."""
    parts = words.split()
    letters = sum(len(part) for part in parts) * 6
    gap = (360 - letters) / (len(parts) - 1)
    x = 60.0
    for part in parts:
        sheet.text(x, y, part)
        x += 6 * len(part) + gap
    return y + PITCH


def test_headings_are_larger_or_bold_and_short():
    sheet = Sheet().text(60, 60, "Summary of the day", size=16)
    sheet.text(60, 90, "What was said", font="B")
    y = sheet.prose(60, 104, LONG, 78)
    sheet.prose(60, y + 6, LONG, 78, font="B")
    found = blocks(sheet)
    assert [(block.kind, block.level) for block in found] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.PARAGRAPH, 0),
    ]
    assert [block.is_bold for block in found] == [False, True, False, True]


def test_the_bold_start_of_a_paragraph_is_counted():
    sheet = (
        Sheet().text(60, 80, "1. People are not weak.", font="B").text(204, 80, "They meet with hard places,")
    )
    sheet.lines(60, 92, "and those can change.")
    (block,) = blocks(sheet)
    assert block.text == "1. People are not weak. They meet with hard places, and those can change."
    assert block.text[: block.lead] == "1. People are not weak."
    assert block.kind is BlockKind.PARAGRAPH


def test_a_bold_start_may_run_over_a_line_end():
    sheet = Sheet().text(
        60, 80, "A long bold sentence that opens the paragraph and runs over the end of a line", font="B"
    )
    sheet.text(60, 92, "and stops.", font="B").text(126, 92, "Then plain text follows it.")
    (block,) = blocks(sheet)
    assert block.text[: block.lead].endswith("a line and stops.")


def test_bold_words_in_the_middle_are_no_start():
    sheet = (
        Sheet()
        .text(60, 80, "What are the")
        .text(138, 80, "three questions", font="B")
        .text(234, 80, "to ask?")
    )
    (block,) = blocks(sheet)
    assert (block.text, block.lead) == ("What are the three questions to ask?", 0)


def test_underlined_words_count_as_bold():
    sheet = Sheet().text(60, 80, "Women:").text(102, 80, "a first point on them").stroke(60, 81.5, 96, 81.5)
    (block,) = blocks(sheet)
    assert block.text[: block.lead] == "Women:"


def test_a_heading_on_top_of_its_text_is_apart_from_it():
    sheet = Sheet().text(60, 80, "Challenges", font="B")
    sheet.prose(60, 92, LONG, 78)
    assert texts(sheet) == ["Challenges", LONG]


def test_centred_lines_and_indents_are_told():
    sheet = Sheet().text(246, 60, "Reporting Template").text(264, 74, "Marrakesh 18")
    y = sheet.prose(60, 100, LONG, 78)
    sheet.prose(96, y + 8, LONG, 70)
    found = blocks(sheet)
    assert [block.centred for block in found] == [True, True, False, False]
    assert [block.indent for block in found][2:] == [0.0, 36.0]


def test_an_empty_line_above_is_told():
    sheet = Sheet()
    y = sheet.prose(60, 80, LONG, 78)
    y = sheet.prose(60, y + 5, LONG, 78)
    sheet.prose(60, y + PITCH, LONG, 78)
    assert [block.blank_before for block in blocks(sheet)] == [False, False, True]


def test_words_behind_a_tab_wrap_to_the_tab():
    sheet = (
        Sheet()
        .text(60, 80, "Theme:")
        .text(160, 80, "Actions that make sure that people can stay and work in a")
    )
    sheet.text(160, 92, "place of their choice.")
    sheet.prose(60, 120, LONG, 78)
    assert (
        texts(sheet)[0]
        == "Theme: Actions that make sure that people can stay and work in a place of their choice."
    )


def test_text_flows_around_a_box():
    sheet = Sheet().box(360, 85, 540, 130).text(366, 100, "A remark in a box")
    y = sheet.lines(60, 80, "This text begins above the box, over the full width of the page, and")
    y = sheet.prose(60, y, "goes on beside it with shorter lines that are nevertheless full, and it then", 46)
    sheet.prose(60, 152, LONG, 78)
    found = texts(sheet)
    assert "A remark in a box" in found
    assert any(text.startswith("goes on beside it") and text.endswith("and it then") for text in found)


@pytest.mark.parametrize("size", [6, 9, 14])
def test_paragraphs_of_every_size(size):
    sheet = Sheet()
    y = sheet.prose(60, 80, LONG, int(470 / (0.6 * size)), size=size, pitch=1.2 * size)
    sheet.prose(60, y + 0.6 * size, LONG, int(470 / (0.6 * size)), size=size, pitch=1.2 * size)
    assert texts(sheet) == [LONG, LONG]
