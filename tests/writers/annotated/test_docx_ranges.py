"""Comments stand at the words that a finding is about, and where they may."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapportkit.writers.annotated import docx
from readers.docx_build import box, cell_of, document, field, p, part, r, sdt, t, tbl, tr, word
from writers.annotated.making import annotated, at, finding, members


def test_just_the_words():
    copy = annotated(word(p("We heard many voices today.")), "many voices")
    assert copy.covered == ["many voices"]
    assert copy.comments == ["about many voices|Mend it. [L001 too-many-points, error]"]


def test_a_run_is_cut_with_its_look_and_its_spaces():
    copy = annotated(word(p("<w:r><w:rPr><w:b/></w:rPr><w:t>One two three</w:t></w:r>")), "two")
    paragraph = copy.after["word/document.xml"].decode().rpartition("<w:p>")[2]
    assert paragraph.startswith(
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">One </w:t></w:r><w:commentRangeStart w:id="0"/>'
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">two</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="0"/></w:r>'
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> three</w:t></w:r></w:p>'
    )


@pytest.mark.parametrize(
    ("body", "words", "covered"),
    [
        pytest.param(p(r("One "), r("two", "<w:b/>"), r(" three")), "two", "two", id="a whole run"),
        pytest.param(p(r("One tw"), r("o", "<w:b/>"), r(" three")), "two three", "two three", id="over runs"),
        pytest.param(p(r("Research &amp; trade & more")), "trade & more", "trade & more", id="a reference"),
        pytest.param(p(r("Law & order")), "Law &", "Law &", id="up to a reference"),
        pytest.param(p(r("One two")), "One two", "One two", id="all"),
        pytest.param(p(r("undocumented")), "document", "undocumented", id="no word is cut"),
        pytest.param(p(r("الهجرة الآمنة والمنظمة")), "الآمنة", "الآمنة", id="right to left"),
        pytest.param(p(r("naïve 𝔸𝔹 café")), "café", "café", id="letters of several bytes"),
        pytest.param(p(r("", "", t("One") + "<w:br/>" + t("two three"))), "two", "two", id="behind a break"),
        pytest.param(
            p(r("See "), field("REF a", "the annex"), r(" there")),
            "annex there",
            "the annex there",
            id="field",
        ),
        pytest.param(
            p(r("See "), f'<w:hyperlink w:anchor="a">{r("our page")}</w:hyperlink>', r(" now")),
            "page",
            "our page",
            id="link",
        ),
        pytest.param(p(r("Say "), sdt(r("what is said"))), "is", "what is said", id="control in a line"),
        pytest.param(sdt(p(r("Say what is said"))), "what is", "what is", id="control around"),
        pytest.param(tbl(tr("left", cell_of(r("in the right cell")))), "right", "right", id="cell"),
        pytest.param(
            p(r("We "), f'<w:ins w:id="1" w:author="x">{r("all agreed")}</w:ins>', r(" at last")),
            "agreed at",
            "all agreed at",
            id="insertion",
        ),
        pytest.param(
            p(
                r("We "),
                '<w:del w:id="1" w:author="x"><w:r><w:delText>not </w:delText></w:r></w:del>',
                r("do"),
            ),
            "We do",
            "We not do",
            id="deletion",
        ),
        pytest.param(
            p(r("A sign"), r("\uf0fc done", '<w:rFonts w:ascii="Wingdings"/>')),
            "done",
            "\uf0fc done",
            id="picture font",
        ),
        pytest.param(
            p("<w:r><w:t> loose ends here </w:t></w:r>"), "ends", " loose ends here ", id="spaces dropped"
        ),
        pytest.param(
            p("<w:r><w:t><![CDATA[one two]]> three</w:t></w:r>"), "two", "one two three", id="character data"
        ),
    ],
)
def test_words_of_many_kinds(body, words, covered):
    assert annotated(word(body), words).covered == [covered]


def test_the_same_words_twice_are_told_apart():
    data = word(p(r("yes or "), r("no or yes")))
    document = annotated(data, "or").document
    copy = annotated(data, at(document, "yes", 1))
    assert copy.after["word/document.xml"].index(b"no or ") < copy.after["word/document.xml"].index(
        b"RangeStart"
    )
    assert copy.covered == ["yes"]


def test_without_a_span_the_paragraph_is_covered():
    data = word(p("Before.") + p(r("All of "), r("it")))
    whole = finding("whole", replace(document(p("Before.") + p("x")).blocks[1].location))
    assert annotated(data, whole).covered == ["All of it"]


def test_a_quotation_is_found_without_a_span():
    data = word(p("Some said so, others did not."))
    place = document(p("x")).blocks[0].location
    assert annotated(data, finding("quoted", place, quote="others did")).covered == ["others did"]
    assert annotated(data, finding("twice", place, quote="s")).covered == ["Some said so, others did not."]


def test_several_at_one_place_keep_their_order():
    data = word(p("One two three four"))
    document = annotated(data, "two").document
    copy = annotated(
        data,
        at(document, "two three", message="a"),
        at(document, "two", message="b"),
        at(document, "three", message="c"),
        at(document, "two three", message="d"),
    )
    assert copy.covered == ["two three", "two", "two three", "three"]
    assert [text[0] for text in copy.comments] == ["a", "b", "d", "c"]


def test_a_box_is_commented_where_it_hangs():
    body = p(r("Before "), box(p("in the box")), r(" after")) + p("next")
    copy = annotated(word(body), "the")
    assert copy.covered == ["in the boxin the box"]  # both writings of the box stand in the run


def test_paragraphs_joined_by_a_deleted_end():
    gone = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    body = p(r("First half"), properties=gone) + p(r(" second half"))
    copy = annotated(word(body), "second")
    assert copy.covered == ["First half"]
    left_out = '<w:del w:id="2" w:author="x"><w:r><w:delText>Gone.</w:delText></w:r></w:del>'
    assert annotated(word(p(left_out, properties=gone) + p(r("Kept here."))), "here").covered == ["here"]


def test_a_look_that_was_changed_is_not_copied():
    changed = '<w:b/><w:rPrChange w:id="7" w:author="x"><w:rPr/></w:rPrChange>'
    assert annotated(word(p(r("one two three", changed))), "two").covered == ["one two three"]


def test_a_field_over_several_paragraphs():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    split, end = (
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
    body = (
        p(r("Contents"), begin)
        + p(r("x") + split, r("Part one here"))
        + p(r("Part two"), end)
        + p("After it")
    )
    copy = annotated(word(body), "one", "two", "it", "Contents")
    # The first paragraph ends inside the field's code: a comment stands at its words alone.
    assert copy.covered == ["Contents", "one", "two", "it"]


def test_what_is_filled_in_anew_gets_no_comment():
    bound = sdt(p("A title from elsewhere"), '<w:dataBinding w:xpath="/a"/>')
    copy = annotated(word(bound + p("Text")), "title")
    assert "word/comments.xml" not in copy.after
    assert copy.top[2].startswith("1. about title")


def test_a_paragraph_that_is_only_a_field():
    assert annotated(word(p(field("DATE", "Monday"))), "Monday").covered == ["Monday"]


def test_a_place_in_the_margin_finds_its_paragraph():
    place = replace(document(p("x")).blocks[0].location, block=0, paragraph=2)
    assert annotated(word(p("One") + p("Two")), finding("there", place)).covered == ["Two"]


def test_what_was_read_with_changes_rejected():
    from rapportkit.model.options import ReadOptions, Revisions
    from rapportkit.readers.docx import read

    body = p(
        r("We "), '<w:del w:id="1" w:author="x"><w:r><w:delText>never </w:delText></w:r></w:del>', r("do")
    )
    data = word(body)
    document = read(data, "report.docx", ReadOptions(revisions=Revisions.ORIGINAL))
    new = docx.write(data, document, [at(document, "never")])
    inside = members(new)["word/document.xml"].decode()
    assert '<w:commentRangeStart w:id="0"/><w:del ' in inside


def test_the_reader_says_where_blocks_stand():
    body = (
        p("a")
        + p(r("b"), box(p("c")))
        + tbl(tr("d"))
        + sdt(p("e"))
        + p(properties='<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>')
        + p("f")
    )
    found = {block.text: block.anchor for block in document(body).blocks}
    main = "word/document.xml"
    # The box is written twice; the second writing counts and is not read.
    assert found == {
        "a": (main, 0), "b": (main, 1), "c": (main, 2), "d": (main, 4), "e": (main, 5), "f": (main, 7)
    }  # fmt: skip


def test_what_a_file_inside_the_file_says_has_the_place_of_its_paragraph_only():
    page = {"word/a.html": "<html><body><p>From a page</p></body></html>"}
    data = word(p("Own") + '<w:altChunk r:id="c"/>', more=page, targets={"c": "aFChunk a.html"})
    copy = annotated(data, "page", "Own")
    assert copy.covered == ["Own"]
    assert copy.top[2].startswith("1. about page")


def test_an_unknown_part_is_left_alone():
    found = document(p("Text"), header=part("hdr", p("Head")))
    assert [block.anchor for block in found.blocks] == [("word/document.xml", 0)]
