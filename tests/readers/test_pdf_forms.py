"""PDF: values of form fields, check boxes, typed notes and comments."""

from readers.pdf_build import Sheet, blocks, document

MULTILINE, PASSWORD = 1 << 12, 1 << 13


def shown(*sheets):
    return [(block.location.cell, block.marker, block.text) for block in blocks(*sheets)]


def test_a_value_stands_behind_its_label():
    sheet = Sheet().text(60, 80, "Name:").value(100, 68, 300, 84, "Ana Exemplo").text(60, 110, "Session:")
    sheet.value(120, 98, 300, 114, "Round Table 4.2")
    assert shown(sheet) == [(None, "", "Name: Ana Exemplo"), (None, "", "Session: Round Table 4.2")]


def test_a_value_stands_in_its_cell():
    sheet = Sheet().grid([60, 200, 500], [60, 90, 120]).text(66, 80, "Name").text(66, 110, "Place")
    sheet.value(202, 62, 498, 88, "Ana Exemplo").value(202, 92, 498, 118, "São Paulo – côte")
    assert shown(sheet) == [
        (1, "", "Name"), (2, "", "Ana Exemplo"), (1, "", "Place"), (2, "", "São Paulo – côte"),
    ]  # fmt: skip


def test_a_long_value_keeps_its_paragraphs_and_bullets():
    sheet = (
        Sheet()
        .grid([60, 500], [60, 90, 300, 330])
        .text(66, 80, "2. Challenges", font="B")
        .text(66, 320, "3. Others")
    )
    value = "A first paragraph that is so long that it wraps inside the field on the screen of the reader.\r\r• One\r- Two\r1. Three"
    sheet.value(62, 92, 498, 298, value, MULTILINE)
    assert shown(sheet) == [
        (1, "", "2. Challenges"),
        (
            1,
            "",
            "A first paragraph that is so long that it wraps inside the field on the screen of the reader.",
        ),
        (1, "•", "One"),
        (1, "-", "Two"),
        (1, "", "1. Three"),
        (1, "", "3. Others"),
    ]


def test_check_boxes_are_told():
    sheet = (
        Sheet()
        .tick(60, 70, 70, 80, on=True)
        .text(75, 79, "Yes")
        .tick(120, 70, 130, 80, on=False)
        .text(135, 79, "No")
    )
    assert shown(sheet) == [(None, "", "☒ Yes ☐ No")]


def test_choices_show_their_value():
    sheet = Sheet().text(60, 80, "Language:")
    sheet.annotate(
        "Widget",
        120,
        68,
        300,
        84,
        "/FT/Ch/Ff 131072/T(choice)/Opt[(French)(Spanish)]/V(Spanish)/DA(/R 10 Tf)",
    )
    assert shown(sheet) == [(None, "", "Language: Spanish")]


def test_an_empty_field_says_nothing():
    sheet = Sheet().text(60, 80, "Name:").value(100, 68, 300, 84, "")
    assert shown(sheet) == [(None, "", "Name:")]


def test_a_form_whose_only_text_is_filled_in_is_no_scan():
    assert shown(Sheet().picture().value(100, 68, 300, 84, "Ana Exemplo")) == [(None, "", "Ana Exemplo")]


def test_text_typed_onto_the_page_is_read_where_it_stands():
    sheet = (
        Sheet()
        .text(60, 80, "Name:")
        .annotate("FreeText", 100, 68, 300, 84, "/Contents(Ana Exemplo)/DA(/R 10 Tf)")
    )
    assert shown(sheet) == [(None, "", "Name: Ana Exemplo")]


def test_comments_and_hidden_values_are_kept_apart():
    sheet = Sheet().text(60, 80, "Text").annotate("Text", 300, 60, 310, 70, "/Contents(please check)")
    sheet.annotate("Highlight", 60, 70, 90, 84, "/Contents(is this so?)").annotate(
        "Link", 60, 70, 90, 84, "/Contents(x)"
    )
    sheet.annotate("Widget", 60, 300, 200, 320, "/FT/Tx/T(secret)/V(not shown)/F 2")
    read = document(sheet)
    assert [block.text for block in read.blocks] == ["Text"]
    assert [(entry.kind.value, entry.text) for entry in read.furniture] == [
        ("comment", "please check"),
        ("comment", "is this so?"),
        ("hidden", "not shown"),
    ]
