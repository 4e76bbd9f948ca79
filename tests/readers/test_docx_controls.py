"""Word: content controls, filled in and not."""

from rapportkit.readers.docx import read
from readers.docx_build import blocks, document, p, part, r, sdt, style, tbl, tc, texts, tr, word

PROMPT = "<w:showingPlcHdr/>"
GREY = '<w:rStyle w:val="PlaceholderText"/>'


def prompt(text="Click or tap here to enter text."):
    return sdt(r(text, GREY), PROMPT)


def test_controls_around_anything_are_read():
    body = sdt(p("block")) + p("in", sdt(r("line"))) + sdt(tbl(tr(sdt(tc("cell"))))) + sdt(sdt(p("nested")))
    assert texts(body) == ["block", "inline", "cell", "nested"]


def test_prompts_of_untouched_controls_are_no_text():
    body = (
        p("Name: ", prompt())
        + sdt(p(r("Click here.", GREY)), PROMPT)
        + tbl(tr("Label", sdt(tc(p(r("Choose an item.", GREY))), PROMPT)))
        + sdt(p("Unstyled prompt"), PROMPT)
        + p("End")
    )
    found = document(body)
    assert [block.text for block in found.blocks] == ["Name:", "Label", "End"]
    assert [block.columns for block in found.blocks] == [0, 2, 0]
    assert found.furniture == ()


def test_a_prompt_flag_that_is_off_hides_nothing():
    assert texts(p(sdt(r("Answer"), '<w:showingPlcHdr w:val="0"/>'))) == ["Answer"]


def test_an_answer_beside_prompt_letters_is_kept():
    assert texts(p(sdt(r("Answer ", "") + r("Click here", GREY), PROMPT))) == ["Answer"]


def test_an_answer_inside_an_untouched_outer_control_is_kept():
    assert texts(sdt(p(r("Prompt ", GREY), sdt(r("answer"))), PROMPT)) == ["answer"]


def test_the_prompt_style_may_have_another_id():
    sheet = style("Grau", "", name="Placeholder Text", kind="character")
    body = p(sdt(r("real ") + r("prompt", '<w:rStyle w:val="Grau"/>'), PROMPT))
    assert texts(body, styles=sheet) == ["real"]


def glossary(name, text):
    return (
        f'<w:docParts><w:docPart><w:docPartPr><w:name w:val="{name}"/></w:docPartPr>'
        f"<w:docPartBody>{p(text)}</w:docPartBody></w:docPart></w:docParts>"
    )


def of(name):
    return f'<w:placeholder><w:docPart w:val="{name}"/></w:placeholder>{PROMPT}'


def read_with_glossary(body, name, text):
    inside = part("glossaryDocument", glossary(name, text))
    file = word(
        body,
        more={"word/glossary/document.xml": inside},
        targets={"g": "glossaryDocument glossary/document.xml"},
    )
    return [block.text for block in read(file, "x.docx").blocks]


def test_text_that_differs_from_the_prompt_in_the_glossary_was_typed():
    body = p(sdt(r("Type the name", GREY), of("ABC"))) + p(sdt(r("Ana Exemplo", GREY), of("ABC")))
    assert read_with_glossary(body, "ABC", "Type the name") == ["Ana Exemplo"]


def test_a_default_prompt_may_be_in_another_language():
    body = p(sdt(r("Cliquez ici pour entrer du texte.", GREY), of("DefaultPlaceholder_1"))) + p("x")
    assert read_with_glossary(body, "DefaultPlaceholder_1", "Click or tap here to enter text.") == ["x"]


def check_box(state, inside):
    return sdt(inside, f"<w14:checkbox>{state}</w14:checkbox>")


def test_check_boxes():
    on, off = '<w14:checked w14:val="1"/>', '<w14:checked w14:val="0"/>'
    assert texts(p(check_box(on, r("☒")), " Yes ", check_box(off, r("☐")), " No")) == ["☒ Yes ☐ No"]
    picture = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    assert texts(p(check_box(on, picture), " Yes")) == ["☒ Yes"]
    assert texts(p(check_box(on, ""), " Yes")) == ["☒ Yes"]
    assert texts(p(check_box("", r("☐")), " Yes")) == ["☐ Yes"]
    assert texts(check_box(on, p(r("P", '<w:rFonts w:ascii="Wingdings 2"/>')))) == ["☒"]


def test_a_check_box_that_holds_words_keeps_them():
    assert texts(p(check_box('<w14:checked w14:val="1"/>', r("☒ agreed")))) == ["☒ agreed"]


def test_drop_down_dates_and_repeated_sections_show_their_text():
    body = (
        p(sdt(r("Option B"), '<w:dropDownList><w:listItem w:value="b"/></w:dropDownList>'))
        + p(sdt(r("6 December 2018"), '<w:date w:fullDate="2018-12-06T00:00:00Z"/>'))
        + sdt(sdt(p("First")) + sdt(p("Second")), "<w15:repeatingSection/>")
    )
    assert texts(body) == ["Option B", "6 December 2018", "First", "Second"]


def test_a_prompt_paragraph_is_an_empty_line():
    found = blocks(p("a") + sdt(p(r("prompt", GREY)), PROMPT) + p("b"))
    assert [(block.text, block.blank_before) for block in found] == [("a", False), ("b", True)]


def test_no_relation_to_a_glossary_is_no_trouble():
    assert texts(p(sdt(r("prompt", GREY), of("ABC")))) == []
