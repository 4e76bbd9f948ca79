"""PDF: letters and words as people would type them, whatever the font and the direction of writing."""

import pytest

from readers.pdf_build import Sheet, blocks, document, texts


def test_ligatures_become_letters():
    sheet = Sheet().text(60, 80, "e", font="R").text(66, 80, "\ufb03", font="S").text(72, 80, "cient")
    assert texts(sheet) == ["efficient"]


def test_soft_hyphens_inside_a_line_go():
    sheet = Sheet().text(60, 80, "mi", font="R").text(72, 80, "\u00ad", font="S").text(72, 80, "grants")
    assert "".join(texts(sheet)[0].split()) == "migrants"


def test_a_line_end_hyphen_between_two_words_stays():
    sheet = Sheet()
    sheet.lines(
        60, 80, "Migrants should be seen as self-", "empowered agents of development", "in every place."
    )
    assert texts(sheet) == ["Migrants should be seen as self-empowered agents of development in every place."]


def test_a_word_that_stands_whole_elsewhere_is_joined():
    sheet = Sheet()
    y = sheet.lines(
        60, 80, "Ministries have clear respon-", "sibilities towards all people", "in their care."
    )
    sheet.text(60, y + 10, "These responsibilities are new.")
    assert texts(sheet) == [
        "Ministries have clear responsibilities towards all people in their care.",
        "These responsibilities are new.",
    ]


def test_a_hyphen_at_the_end_of_a_paragraph_is_a_hyphen():
    sheet = Sheet().text(60, 80, "To be continued by others-").text(60, 110, "Another paragraph")
    assert texts(sheet) == ["To be continued by others-", "Another paragraph"]


def test_a_slash_at_a_line_end_takes_no_space():
    sheet = Sheet()
    sheet.lines(60, 80, "countries of destination and of/", "transit which have other rules")
    assert texts(sheet) == ["countries of destination and of/transit which have other rules"]


def test_signs_of_dingbat_fonts_get_their_meaning():
    sheet = (
        Sheet()
        .text(60, 80, "n", font="Z")
        .text(80, 80, "first")
        .text(60, 92, "n", font="Z")
        .text(80, 92, "second")
    )
    assert [(block.marker, block.text) for block in blocks(sheet)] == [("■", "first"), ("■", "second")]


def test_arabic_is_read_from_the_right_with_its_letters_in_order():
    sheet = Sheet()
    for index, letter in enumerate("شمع"):
        sheet.text(200 - 6 * index, 80, letter, font="S")
    assert texts(sheet) == ["شمع"]


def test_letters_beyond_the_first_plane_are_kept():
    sheet = Sheet().text(60, 80, "Fine").text(90, 80, "😀", font="S")
    assert texts(sheet) == ["Fine 😀"]


@pytest.mark.parametrize(
    ("rotate", "turn", "places"),
    [
        (90, 90, [(100, 700), (112, 700)]),
        (0, 90, [(100, 700), (112, 700)]),
        (180, 180, [(500, 100), (500, 88)]),
        (270, 270, [(500, 100), (488, 100)]),
    ],
)
def test_turned_pages_are_read_upright(rotate, turn, places):
    sheet = Sheet(rotate=rotate)
    for (x, y), words in zip(places, ["The first line of it is", "followed by a second one"], strict=True):
        sheet.text(x, y, words, turn=turn)
    assert texts(sheet) == ["The first line of it is followed by a second one"]


def test_a_turned_page_has_its_places_as_seen():
    sheet = Sheet(rotate=90).text(100, 700, "Reading upwards", turn=90)
    left, top, right, bottom = blocks(sheet)[0].location.box
    assert (left, right) == (100.0, 190.0)
    assert (top, bottom) == (92.0, 102.2)


def test_words_across_the_page_are_kept_after_the_others():
    sheet = Sheet().text(60, 80, "Straight text.").text(200, 400, "DRAFT", size=60, turn=45)
    assert texts(sheet) == ["Straight text.", "DRAFT"]


def test_every_block_says_where_it_stands():
    sheet = Sheet()
    sheet.lines(60, 80, "A first line that is long enough to wrap here", "and its second line")
    sheet.text(60, 130, "Further down")
    first, second = blocks(Sheet().text(60, 80, "Page one"), sheet)[1:]
    assert (first.location.source, first.location.page, first.location.line) == ("test.pdf", 2, 1)
    assert first.location.box == (60.0, 72.0, 330.0, 94.2)
    assert (second.location.page, second.location.line, second.location.block) == (2, 3, 2)


def test_the_source_is_described():
    read = document(Sheet().text(60, 80, "Bonjour"), catalog="/Lang(fr-CH)")
    assert (read.source.name, read.source.format, read.source.pages) == ("test.pdf", "pdf", 1)
    assert read.source.language == "fr"
    assert len(read.source.sha256) == 64


@pytest.mark.parametrize("entry", ["", "/Lang()", "/Lang(english)", "/Lang(-)"])
def test_a_language_that_is_not_named_stays_empty(entry):
    assert document(Sheet().text(60, 80, "Hello"), catalog=entry).source.language == ""


def test_the_same_bytes_give_the_same_document():
    sheet = Sheet().grid([60, 200, 400], [60, 90, 120]).text(65, 80, "Label").text(205, 80, "Value")
    assert document(sheet) == document(sheet)


def test_words_struck_out_are_kept_apart():
    sheet = Sheet().text(60, 80, "The point was withdrawn earlier than planned").stroke(144, 77, 201, 77)
    read = document(sheet.text(60, 110, "Kept").text(60, 140, "Gone altogether").stroke(60, 137, 150, 137))
    assert [block.text for block in read.blocks] == ["The point was earlier than planned", "Kept"]
    assert [(entry.kind.value, entry.text) for entry in read.furniture] == [
        ("hidden", "withdrawn"),
        ("hidden", "Gone altogether"),
    ]
