"""PDF: bullets, numbers and their levels."""

import math

import pytest

from rapportkit.model.document import BlockKind
from readers.pdf_build import PITCH, Sheet, blocks

ITEM = "Local authorities see problems first and seldom have the means to answer them in good time"


def item(sheet, y, marker, text, x=60.0, hang=18.0, font="R", letters=70):
    """Write an item whose lines hang behind its marker."""
    sheet.text(x, y, marker, font=font)
    return sheet.prose(x + hang, y, text, letters)


def marks(*sheets):
    return [(block.kind, block.marker, block.level, block.text) for block in blocks(*sheets)]


@pytest.mark.parametrize(
    ("painted", "font", "marker"),
    [
        ("\uf0b7", "S", "•"),
        ("\uf0a7", "S", "▪"),
        ("•", "R", "•"),
        ("–", "R", "–"),
        ("-", "R", "-"),
        ("o", "R", "o"),
        ("*", "R", "*"),
    ],
)
def test_bullets_stay_out_of_the_text(painted, font, marker):
    sheet = Sheet()
    y = item(sheet, 80, painted, ITEM, font=font)
    item(sheet, y, painted, "Short one", font=font)
    assert marks(sheet) == [
        (BlockKind.ITEM, marker, 1, ITEM),
        (BlockKind.ITEM, marker, 1, "Short one"),
    ]


@pytest.mark.parametrize("marker", ["1.", "2)", "(a)", "b.", "iv.", "1.1", "10."])
def test_numbers_that_hang_are_markers(marker):
    sheet = Sheet()
    item(sheet, 80, marker, ITEM, hang=30)
    assert marks(sheet) == [(BlockKind.ITEM, marker, 1, ITEM)]


def test_a_typed_number_stays_in_the_text():
    sheet = (
        Sheet()
        .text(60, 80, "1. Summary of the main points", font="B")
        .text(60, 110, "2) Will you publish it?")
    )
    assert [(block.marker, block.text) for block in blocks(sheet)] == [
        ("", "1. Summary of the main points"),
        ("", "2) Will you publish it?"),
    ]


def test_a_stretched_line_makes_no_marker_of_a_number():
    sheet = Sheet()
    words = "2. The causes are many, says one"
    for index, word in enumerate(words.split()):
        sheet.text(60 + 65 * index, 80, word)
    sheet.prose(60, 92, ITEM, 78)
    assert blocks(sheet)[0].marker == ""


def test_levels_follow_the_indent():
    sheet = Sheet()
    y = item(sheet, 80, "•", "First")
    y = item(sheet, y, "o", "Below the first", x=78)
    y = item(sheet, y, "•", "Deeper still", x=96)
    y = item(sheet, y, "o", "Below again", x=78)
    y = item(sheet, y, "•", "Second")
    sheet.text(60, y, "A paragraph ends the list.")
    item(sheet, y + PITCH, "–", "Another list, further in", x=96)
    assert [(block.marker, block.level) for block in blocks(sheet)] == [
        ("•", 1), ("o", 2), ("•", 3), ("o", 2), ("•", 1), ("", 0), ("–", 1),
    ]  # fmt: skip


def test_a_list_of_letters_below_a_bullet():
    sheet = Sheet()
    y = item(sheet, 80, "•", "These consultations should include:")
    for letter in "abc":
        y = item(sheet, y, f"{letter}.", f"Group {letter}", x=78, hang=24)
    assert [(block.marker, block.level, block.text) for block in blocks(sheet)] == [
        ("•", 1, "These consultations should include:"),
        ("a.", 2, "Group a"),
        ("b.", 2, "Group b"),
        ("c.", 2, "Group c"),
    ]


def test_an_empty_item_keeps_its_letter_and_an_empty_bullet_says_nothing():
    sheet = Sheet()
    y = item(sheet, 80, "a.", "Group a", hang=24)
    sheet.text(60, y, "b.")
    y = item(sheet, y + 40, "•", "Point")
    sheet.text(60, y, "•")
    assert [(block.marker, block.text) for block in blocks(sheet)] == [
        ("a.", "Group a"),
        ("b.", ""),
        ("•", "Point"),
    ]


def test_a_dash_in_the_middle_of_a_sentence_is_no_bullet():
    sheet = Sheet()
    sheet.lines(
        60, 80,
        "In Mexico the law on migration has been changed in the last ten years of our age",
        "– one of the challenges was to make it known to local governments all everywhere",
        "– and it was met.",
    )  # fmt: skip
    (block,) = blocks(sheet)
    assert block.marker == ""
    assert "age – one of" in block.text


def test_typed_dashes_are_bullets_where_they_begin_paragraphs():
    sheet = Sheet()
    y = sheet.prose(60, 80, "- " + ITEM, 78)
    y = sheet.prose(60, y, "- Short one", 78)
    sheet.prose(60, y, "- " + ITEM, 78)
    assert [(block.marker, block.text) for block in blocks(sheet)] == [
        ("-", ITEM),
        ("-", "Short one"),
        ("-", ITEM),
    ]


def test_a_bullet_without_space_is_cut_off():
    sheet = Sheet().text(60, 80, "•Need to act").text(60, 92, "•Need to wait")
    assert [(block.marker, block.text) for block in blocks(sheet)] == [
        ("•", "Need to act"),
        ("•", "Need to wait"),
    ]


def disc(sheet, x, y, r=2.2, paint="f"):
    """Paint a circle around a place."""
    k, up = 0.5523 * r, sheet.height - y
    curves = [(x + r, up + k, x + k, up + r, x, up + r), (x - k, up + r, x - r, up + k, x - r, up)]
    curves += [(x - r, up - k, x - k, up - r, x, up - r), (x + k, up - r, x + r, up - k, x + r, up)]
    path = " ".join(" ".join(f"{value:g}" for value in curve) + " c" for curve in curves)
    sheet.orders.append(f"{x + r:g} {up:g} m {path} {paint}")


def test_painted_bullets_are_bullets():
    sheet = Sheet()
    sheet.lines(60, 80, "These are asked for:", "A seat at the table", "A budget of their own", "More time")
    for y, paint in ((92, "f"), (104, "f"), (116, "S")):
        disc(sheet, 50, y - 3, paint=paint)
    sheet.box(300, 300, 304, 304)
    assert [(block.marker, block.text) for block in blocks(sheet)] == [
        ("", "These are asked for:"),
        ("•", "A seat at the table"),
        ("•", "A budget of their own"),
        ("○", "More time"),
    ]


def test_a_bullet_may_be_painted_in_many_small_curves():
    sheet = Sheet().text(60, 80, "These are asked for:").text(60, 92, "A seat at the table")
    sides = [
        (50 + 2 * math.cos(turn * math.pi / 8), sheet.height - 89 + 2 * math.sin(turn * math.pi / 8))
        for turn in range(17)
    ]
    curves = " ".join(f"{x:.2f} {y:.2f} {x:.2f} {y:.2f} {x:.2f} {y:.2f} c" for x, y in sides[1:])
    sheet.orders.append(f"{sides[0][0]:.2f} {sides[0][1]:.2f} m {curves} f")
    assert [block.marker for block in blocks(sheet)] == ["", "•"]


def test_an_item_may_wrap_further_in_than_its_first_line():
    sheet = Sheet().text(60, 80, "• " + ITEM.removesuffix(" good time")).text(90, 92, "good time")
    assert [(block.marker, block.text) for block in blocks(sheet)] == [("•", ITEM)]


def test_a_second_paragraph_of_an_item_is_a_paragraph_at_its_indent():
    sheet = Sheet()
    y = item(sheet, 80, "•", ITEM)
    sheet.prose(78, y + 8, "It goes on here.", 70)
    y = item(sheet, y + 32, "•", "Next")
    assert [(block.kind, block.marker, block.indent) for block in blocks(sheet)] == [
        (BlockKind.ITEM, "•", 0.0),
        (BlockKind.PARAGRAPH, "", 18.0),
        (BlockKind.ITEM, "•", 0.0),
    ]


def test_a_number_column_is_text_and_no_empty_item():
    sheet = Sheet().grid([60, 100, 400], [60, 90, 120])
    sheet.text(65, 80, "1.").text(105, 80, "First row").text(65, 110, "2.").text(105, 110, "Second row")
    assert [block.text for block in blocks(sheet)] == ["1.", "First row", "2.", "Second row"]
