"""Word: what a paragraph's text is."""

import pytest

from rapportkit.errors import ReadError
from rapportkit.model.document import BlockKind
from rapportkit.model.options import Limits, ReadOptions
from rapportkit.readers.docx import read
from readers.docx_build import blocks, box, document, field, p, r, sdt, t, tbl, texts, tr, word, zipped


def test_paragraphs_come_in_order_with_their_place():
    found = blocks(p("One.") + p() + p("Two.") + tbl(tr("cell")) + p("Three."))
    assert [block.text for block in found] == ["One.", "Two.", "cell", "Three."]
    assert [block.location.paragraph for block in found] == [1, 2, None, 3]
    assert [block.location.block for block in found] == [0, 1, 2, 3]
    assert {block.location.source for block in found} == {"report.docx"}
    assert str(found[3].location) == "report.docx, paragraph 3"


def test_an_empty_paragraph_leaves_a_blank_above_the_next():
    found = blocks(p("a") + p("b") + p() + p("  \u200b") + p("c"))
    assert [(block.text, block.blank_before) for block in found] == [("a", False), ("b", False), ("c", True)]


def test_runs_join_and_outer_white_space_goes():
    assert texts(p(r("  Lo"), r("cal "), r("partner\u00adships  "))) == ["Local partnerships"]


@pytest.mark.parametrize(
    ("inside", "sign"),
    [
        ("<w:br/>", "\n"),
        ('<w:br w:type="page"/>', "\n"),
        ("<w:cr/>", "\n"),
        ("<w:tab/>", "\t"),
        ('<w:ptab w:alignment="right" w:relativeTo="margin" w:leader="none"/>', "\t"),
        ("<w:noBreakHyphen/>", "-"),
        ("<w:softHyphen/>", ""),
        ("<w:lastRenderedPageBreak/>", ""),
        ('<w:sym w:font="Symbol" w:char="F0B7"/>', "•"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "☑"),
        ('<w:sym w:font="Wingdings" w:char="F0A8"/>', "☐"),
        ('<w:sym w:font="Wingdings" w:char="F0E0"/>', "→"),
        ('<w:sym w:font="Wingdings" w:char="F07D"/>', "“"),
        ('<w:sym w:font="Wingdings 2" w:char="F050"/>', "✓"),
        ('<w:sym w:font="Unknown Pictures" w:char="E123"/>', "\ue123"),
        ('<w:sym w:font="Wingdings" w:char="oops"/>', "\ufffd"),
        ('<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>à</w:t>', "→"),
        ("<w:t>\uf0b7</w:t>", "•"),
        ("<w:t>one\n two</w:t>", "one  two"),
    ],
)
def test_signs(inside, sign):
    assert texts(p(r("a"), f"<w:r>{inside}</w:r>", r("b"))) == [f"a{sign}b"]


def test_markers_typed_by_hand_stay_in_the_text():
    found = blocks(p("• Local partnerships") + p("- text") + p("1. text"))
    assert [block.text for block in found] == ["• Local partnerships", "- text", "1. text"]
    assert {block.kind for block in found} == {BlockKind.PARAGRAPH}
    assert {block.marker for block in found} == {""}


def test_letters_inside_any_wrapper_are_read():
    wrapped = [
        f"<w:hyperlink>{r('link')}</w:hyperlink>",
        f"<w:smartTag><w:smartTagPr/>{r('tag')}</w:smartTag>",
        f"<w:customXml><w:customXmlPr/>{r('custom')}</w:customXml>",
        f'<w:fldSimple w:instr=" AUTHOR ">{r("field")}</w:fldSimple>',
        f"<w:bdo>{r('turned')}</w:bdo>",
        f"<w:unheardOf>{r('unknown')}</w:unheardOf>",
        sdt(r("control")),
        "<m:oMath><m:r><m:t>sum</m:t></m:r></m:oMath>",
    ]
    assert texts(p(*wrapped)) == ["linktagcustomfieldturnedunknowncontrolsum"]


def test_a_field_shows_its_result_and_hides_its_code():
    assert texts(p("See ", field(' HYPERLINK "http://example.org" ', "the page"), ".")) == ["See the page."]


def test_a_field_may_reach_over_paragraphs():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    middle = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert texts(
        p(begin) + p(r("code of a nested field")) + p(middle, "One") + p("Two", end) + p("Three")
    ) == [
        "One",
        "Two",
        "Three",
    ]


def test_a_field_inside_the_code_of_another_is_no_text():
    inner = field("PAGE", "7")
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
    rest = (
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("shown")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(p(begin, inner, rest)) == ["shown"]


def test_a_field_without_end_swallows_nothing():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert texts(p(begin, "One") + p("Two")) == ["One", "Two"]


def test_a_choice_gives_one_branch():
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="w14">{r("new")}</mc:Choice>'
        f"<mc:Fallback>{r('old')}</mc:Fallback></mc:AlternateContent>"
    )
    only = f"<mc:AlternateContent><mc:Choice/><mc:Fallback>{r('old')}</mc:Fallback></mc:AlternateContent>"
    assert texts(p(both) + p(only)) == ["new", "old"]


def test_a_choice_between_paragraphs_gives_one_branch():
    body = (
        f'<mc:AlternateContent><mc:Choice Requires="w14">{p("new")}</mc:Choice>'
        f"<mc:Fallback>{p('old')}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(body) == ["new"]


def test_text_boxes_follow_the_paragraph_that_anchors_them():
    found = blocks(
        p("Before ", box(p("In the box") + p("second")), "and after.") + p("Next", box(p("Other")))
    )
    assert [(block.text, block.location.area) for block in found] == [
        ("Before and after.", ""),
        ("In the box", "text box 1"),
        ("second", "text box 1"),
        ("Next", ""),
        ("Other", "text box 2"),
    ]
    assert [block.location.paragraph for block in found] == [1, None, None, 2, None]
    assert not any(block.blank_before for block in found)


def test_a_text_box_in_a_cell_stays_in_its_cell():
    found = blocks(tbl(tr(tc_with_box(), "right")))
    assert [(block.text, block.location.place) for block in found] == [
        ("left", "table 1, row 1, cell 1"),
        ("In the box", "text box 1, table 1, row 1, cell 1"),
        ("right", "table 1, row 1, cell 2"),
    ]


def tc_with_box():
    return f"<w:tc>{p('left', box(p('In the box')))}</w:tc>"


def test_a_text_box_inside_a_field_keeps_its_text():
    assert texts(p(field("REF x", "r").replace(r("r"), r("r") + box(p("boxed"))))) == ["r", "boxed"]


def test_drawn_words_are_kept():
    art = '<w:r><w:pict><v:shape><v:textpath string="Drawn words"/></v:shape></w:pict></w:r>'
    shape = "<w:r><w:drawing><a:txBody><a:p><a:r><a:t>In a </a:t></a:r><a:r><a:t>shape</a:t></a:r></a:p></a:txBody></w:drawing></w:r>"
    found = blocks(p("x", art) + p("y", shape))
    assert [(block.text, block.location.area) for block in found] == [
        ("x", ""),
        ("Drawn words", "text box 1"),
        ("y", ""),
        ("In a shape", "text box 2"),
    ]


def test_the_words_of_a_diagram_are_kept():
    data = (
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:pt><dgm:t>'
        "<a:p><a:r><a:t>Step one</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>"
    )
    drawing = '<w:r><w:drawing><dgm:relIds r:dm="rId9"/></w:drawing></w:r>'
    file = word(p("x", drawing), more={"word/d/data1.xml": data}, targets={"rId9": "diagramData d/data1.xml"})
    assert [block.text for block in read(file, "x.docx").blocks] == ["x", "Step one"]


def test_ruby_and_fractions():
    ruby = f"<w:r><w:ruby><w:rt>{r('kan')}</w:rt><w:rubyBase>{r('漢')}</w:rubyBase></w:ruby></w:r>"
    half = "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    assert texts(p(ruby) + p(half)) == ["漢(kan)", "1/2"]


def test_old_form_fields():
    on = "<w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData>"
    off = "<w:ffData><w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox></w:ffData>"
    default = "<w:ffData><w:checkBox><w:default w:val='1'/></w:checkBox></w:ffData>"
    choice = "<w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='Yes'/><w:listEntry w:val='No'/></w:ddList></w:ffData>"
    first = "<w:ffData><w:ddList><w:default w:val='1'/><w:result w:val='0'/><w:listEntry w:val='Yes'/><w:listEntry w:val='No'/></w:ddList></w:ffData>"
    typed = "<w:ffData><w:textInput/></w:ffData>"
    found = texts(
        p(
            field("FORMCHECKBOX", "", on),
            " a ",
            field("FORMCHECKBOX", "", off),
            " b ",
            field("FORMCHECKBOX", "", default),
        )
        + p(field("FORMDROPDOWN", "", choice), field("FORMDROPDOWN", "", first))
        + p("Name: ", field("FORMTEXT", "Ana Exemplo", typed))
        + p("Name: ", field("FORMTEXT", "\u2002" * 5, typed))
    )
    assert found == ["☒ a ☐ b ☒", "NoYes", "Name: Ana Exemplo", "Name:"]


def test_a_form_field_that_shows_its_value_shows_it_once():
    choice = "<w:ffData><w:ddList><w:listEntry w:val='Yes'/></w:ddList></w:ffData>"
    assert texts(p(field("FORMDROPDOWN", "Yes", choice))) == ["Yes"]


def test_letters_outside_paragraphs_are_not_lost():
    assert texts(p("a") + r("loose") + p("b")) == ["a", "loose", "b"]
    assert texts(p(r("a"), f"<w:ins>{p('b')}</w:ins>")) == ["a\nb"]


def test_a_body_may_be_empty():
    assert document("").blocks == ()
    assert read(zipped({"word/document.xml": document_part_without_body()}), "x.docx").blocks == ()


def document_part_without_body():
    return '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


def test_right_to_left_text_is_kept_as_typed():
    assert texts(p(f"<w:r><w:rPr><w:rtl/></w:rPr>{t('الهجرة')}</w:r>", properties="<w:bidi/>")) == ["الهجرة"]


def test_the_same_bytes_give_the_same_document():
    file = word(p("One") + tbl(tr("a", "b")))
    assert read(file, "x.docx") == read(file, "x.docx")


ARCHIVE = """MIME-Version: 1.0
Content-Type: multipart/related; boundary="b"

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<html><body><p>Caf=C3=A9</p></body></html>
--b--
"""


def embedded(data, name="chunk1.dat"):
    file = word(
        p("before") + '<w:altChunk r:id="rId7"/>' + p("after"),
        more={f"word/{name}": data},
        targets={"rId7": f"aFChunk {name}"},
    )
    return read(file, "report.docx")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("<html><body><p>One</p><ul><li>Two <i>words</i></li></ul></body></html>", ["One", "Two words"]),
        ("\ufeffOne\r\n\r\nTwo", ["One", "Two"]),
        (
            ARCHIVE,
            ["Café"],
        ),
        (word(p("Inner") + tbl(tr("cell"))), ["Inner", "cell"]),
    ],
)
def test_embedded_files_are_read_in_place(data, found):
    result = embedded(data)
    assert [block.text for block in result.blocks] == ["before", *found, "after"]
    assert result.remarks == ()


def test_what_cannot_be_read_is_told():
    result = embedded(b"{\\rtf1 hello}")
    assert [block.text for block in result.blocks] == ["before", "after"]
    (remark,) = result.remarks
    assert (remark.code, remark.text) == (
        "D004",
        "What stands in an embedded file cannot be read; copy it into the text.",
    )
    (remark,) = document(p("Name: ", '<w:r><w:object><w:control r:id="x"/></w:object></w:r>')).remarks
    assert "an ActiveX control" in remark.text


def test_files_inside_files_share_the_limits():
    file = word(p("core"))
    for _ in range(3):
        file = word(
            p("x") + '<w:altChunk r:id="c"/>', more={"word/c.docx": file}, targets={"c": "aFChunk c.docx"}
        )
    assert [block.text for block in read(file, "x.docx").blocks] == ["x", "x", "x", "core"]
    with pytest.raises(ReadError) as caught:
        read(file, "x.docx", ReadOptions(limits=Limits(total_bytes=9_000)))
    assert caught.value.code == "F006"
