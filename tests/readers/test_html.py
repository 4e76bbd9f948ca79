"""Web pages: as browsers show them, and as Word, Google Docs and mail programs write them."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit import api
from rapportkit.errors import ReadError
from rapportkit.model.document import BlockKind, FurnitureKind
from rapportkit.model.options import Limits, ReadOptions, Revisions
from rapportkit.readers.docx import read as read_word
from rapportkit.readers.html import read
from rapportkit.templates.catalog import shipped
from rapportkit.wire.report import fields
from readers.rebuilt import as_page, letters


def page(body: str, head: str = ""):
    return read(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "x.html")


def told(body: str, head: str = ""):
    return [(block.marker, block.level, block.text) for block in page(body, head).blocks]


def texts(body: str, head: str = ""):
    return [block.text for block in page(body, head).blocks]


def cells(body: str):
    return [
        (block.text, block.location.table, block.location.row, block.location.cell, block.columns)
        for block in page(body).blocks
    ]


def beside(body: str, head: str = ""):
    return [(each.kind, each.text) for each in page(body, head).furniture]


def test_headings_paragraphs_and_line_breaks():
    blocks = page(
        "<h1>Report</h1><p>One\n  two<br>three &amp; caf&eacute;</p><div>four<p>five</div>six"
    ).blocks
    assert [(block.kind, block.level, block.text) for block in blocks] == [
        (BlockKind.HEADING, 1, "Report"),
        (BlockKind.PARAGRAPH, 0, "One two\nthree & café"),
        (BlockKind.PARAGRAPH, 0, "four"),
        (BlockKind.PARAGRAPH, 0, "five"),
        (BlockKind.PARAGRAPH, 0, "six"),
    ]


def test_a_block_knows_its_place_as_the_page_shows_it():
    document = read(
        b"<html><body>\n<p>\n One\n two<br>\nthree</p>\n<ul><li>four</li></ul></body></html>", "x.html"
    )
    one, four = document.blocks
    assert (str(one.location), one.text) == ("x.html, paragraph 1", "One two\nthree")
    assert str(four.location) == "x.html, paragraph 2"


def test_two_breaks_part_paragraphs():
    blocks = page("<div>One<br>still one<br><br>Two<br></div>").blocks
    assert [(block.text, block.blank_before) for block in blocks] == [
        ("One\nstill one", False),
        ("Two", True),
    ]


def test_an_empty_paragraph_is_a_blank_line():
    blocks = page("<p>One</p><p></p><p>Two</p><p>&nbsp;</p><p>Three</p><hr>Four").blocks
    assert [block.blank_before for block in blocks] == [False, False, True, True]


def test_nested_lists():
    assert told(
        "<ol start=3><li>A<ul><li>B<ul><li>C</ul></ul><li value=7 >D</li></ol><ol type=a reversed><li>E<li>F</ol>"
    ) == [("3.", 1, "A"), ("•", 2, "B"), ("•", 3, "C"), ("7.", 1, "D"), ("b.", 1, "E"), ("a.", 1, "F")]


@pytest.mark.parametrize(
    ("opening", "label"),
    [
        ('<ol type="I" start="4">', "IV."),
        ('<ol style="list-style-type: lower-roman">', "i."),
        ('<ol style="list-style: upper-alpha outside">', "A."),
        ('<ol style="list-style-type:decimal-leading-zero">', "01."),
        ('<ul style="list-style-type:decimal">', "1."),
        ('<ol type="disc">', "•"),
        ('<ul style="list-style:none">', ""),
        ('<ol start="nonsense">', "1."),
    ],
)
def test_labels_as_the_page_shows_them(opening: str, label: str):
    assert [block.marker for block in page(f"{opening}<li>x</li>").blocks] == [label]


def test_the_paragraphs_of_a_bullet_are_one_item_and_those_below_a_number_are_not():
    bullet, *numbered = page(
        "<ul><li><p>One</p><p>more</p></li></ul><ol><li><p>Which?</p><p>This.</p></li></ol>"
    ).blocks
    assert bullet.text == "One\nmore"
    assert [(block.marker, block.text) for block in numbered] == [("1.", "Which?"), ("", "This.")]


def test_tables_cell_by_cell():
    assert cells(
        "<table><caption>T</caption><tr><th>Name<td>Ana Exemplo<tr><td colspan=2>wide"
        "<tr><td rowspan=2>tall<td>a<p>b</p><tr><td>c</table><p>after"
    ) == [
        ("T", None, None, None, 0),
        ("Name", 1, 1, 1, 2),
        ("Ana Exemplo", 1, 1, 2, 2),
        ("wide", 1, 2, 1, 1),
        ("tall", 1, 3, 1, 2),
        ("a", 1, 3, 2, 2),
        ("b", 1, 3, 2, 2),
        ("c", 1, 4, 2, 2),
        ("after", None, None, None, 0),
    ]


def test_a_nested_table_is_a_table_of_its_own():
    assert cells("<table><tr><td>a<table><tr><td>b</table>c<td>d</table><table><tr><td>e</table>") == [
        ("a", 1, 1, 1, 2),
        ("b", 2, 1, 1, 1),
        ("c", 1, 1, 1, 2),
        ("d", 1, 1, 2, 2),
        ("e", 3, 1, 1, 1),
    ]


def test_a_table_for_layout_is_none():
    assert cells('<table role="presentation"><tr><td>a<td>b</table>') == [
        ("a", None, None, None, 0),
        ("b", None, None, None, 0),
    ]


def test_lists_begin_anew_in_cells_and_go_on_behind_tables():
    assert told("<ol><li>A<table><tr><td><ul><li>B</ul></table><li>C</ol>") == [
        ("1.", 1, "A"),
        ("•", 1, "B"),
        ("2.", 1, "C"),
    ]


@pytest.mark.parametrize(
    ("body", "lead"),
    [
        ("<p><b>Label:</b> text</p>", 6),
        ("<p><strong>All</strong> <b>bold</b></p>", 8),
        ("<p><b>1</b>. <b>Two</b> three</p>", 6),
        ('<p><span style="font-weight:700">Label</span> text</p>', 5),
        ('<p><span class="k">Label</span> text</p>', 5),
        ("<p><u>Label</u> text</p>", 5),
        ("<p><a href=x><u>link</u></a> text</p>", 0),
        ('<b style="font-weight:normal"><p>text</p></b>', 0),
        ("<p>text <b>bold</b></p>", 0),
        ("<table><tr><th>Head</table>", 4),
    ],
)
def test_what_is_set_off_at_the_start(body: str, lead: int):
    (block,) = page(
        body, "<style>.k { font-weight: bold } @media print { p { font-weight: bold } }</style>"
    ).blocks
    assert block.lead == lead


def test_centred_and_set_in():
    blocks = page('<p align=center>a</p><p style="margin-left:36.0pt">b</p><center>c</center><p>d').blocks
    assert [(block.centred, block.indent) for block in blocks] == [
        (True, 0.0),
        (False, 36.0),
        (True, 0.0),
        (False, 0.0),
    ]


def test_what_stands_around_the_text_is_kept_apart():
    body = (
        "<header><a href=/>Home</a><h1>Site</h1></header><nav><ul><li>Menu</ul></nav><main><header><h1>Report</h1>"
        "<p>Ana Exemplo</p></header><p>Text</p><aside>Read also</aside></main><footer><p>Imprint</p></footer>"
    )
    assert texts(body) == ["Report", "Ana Exemplo", "Text"]
    assert beside(body, "<title>The site</title>") == [
        (FurnitureKind.HEADER, "The site"),
        *((FurnitureKind.NAVIGATION, text) for text in ("Home", "Site", "Menu", "Read also", "Imprint")),
    ]


def test_a_title_that_leads_nowhere_is_the_report_s_own():
    assert texts("<header id=title-block-header><h1>Report</h1><p>Ana Exemplo</header>") == [
        "Report",
        "Ana Exemplo",
    ]


def test_what_nobody_sees_is_dropped_or_kept_as_hidden():
    body = (
        "<script>a()</script><style>p{}</style><noscript>b</noscript><template>c</template><p>Seen"
        '<span style="display:none">secret</span> text</p><p hidden>gone</p><p class=x>away</p><!-- no -->'
    )
    document = page(body, "<style>.x{display:none}</style>")
    assert [block.text for block in document.blocks] == ["Seen text"]
    assert [(each.kind, each.text) for each in document.furniture] == [
        (FurnitureKind.HIDDEN, text) for text in ("secret", "gone", "away")
    ]
    assert [remark.code for remark in document.remarks] == ["D003"]


def test_deleted_text_is_left_out_and_told_and_the_original_view_has_it():
    data = b"<html><p>One <del>two</del> <ins>three</ins>.</p></html>"
    final, original = (read(data, "x.html", ReadOptions(view)) for view in Revisions)
    assert (final.blocks[0].text, original.blocks[0].text) == ("One three.", "One two .")
    assert [remark.code for remark in final.remarks] == ["D001"]


def test_form_values_stand_beside_their_labels():
    body = (
        "<form><p><label>Name</label><input value='Ana Exemplo'> <input type=hidden value=no></p>"
        "<p><input type=checkbox checked>Yes<input type=radio>No</p><label>Challenges</label>"
        "<textarea>first\n\nsecond</textarea><p>Day: <select><option>Mon<option selected>Tue</select></p>"
        "<p>Place: <select><option value=''>Choose<option>Rome</select></p><input type=submit value=Send>"
        "<button>Reset</button><input placeholder='Type here'></form>"
    )
    assert texts(body) == [
        "Name Ana Exemplo",
        "☒ Yes ☐ No",
        "Challenges",
        "first",
        "second",
        "Day: Tue",
        "Place:",
    ]
    assert beside(body) == [(FurnitureKind.NAVIGATION, "Send"), (FurnitureKind.NAVIGATION, "Reset")]


NOTES = {
    "word": (
        '<p>Text<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>.</p>'
        '<div style="mso-element:footnote-list"><div style="mso-element:footnote" id=ftn1><p>'
        '<a href="#_ftnref1" name="_ftn1">[1]</a> The note.</p></div></div>'
    ),
    "libreoffice": (
        '<p>Text<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p>'
        '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>'
        "The note.</p></div>"
    ),
    "google": (
        '<p>Text<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>.</p><hr><div><p>'
        '<a href="#ftnt_ref1" id="ftnt1">[1]</a>&nbsp;The note.</p></div>'
    ),
    "pandoc": (
        '<p>Text<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a>.</p><aside role="doc-endnotes"><ol>'
        '<li id="fn1"><p>The note.<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></aside>'
    ),
}


@pytest.mark.parametrize("body", NOTES.values(), ids=NOTES)
def test_a_footnote_stays_with_the_block_that_cites_it(body: str):
    (block,) = page(body).blocks
    assert (block.text, [(note.label, note.text) for note in block.notes]) == ("Text.", [("1", "The note.")])


def test_a_table_of_contents_is_no_note():
    body = '<p><a id=t1 href="#s1">1</a></p><h2><a id=s1 href="#t1">1</a></h2><p>Text</p>'
    assert texts(body) == ["1", "1", "Text"]


def test_a_note_that_nothing_cites_in_sight_is_kept():
    body = '<p>Text<del><a id=r href="#n">1</a></del></p><p id=n>Kept. <a href="#r">back</a></p>'
    assert (texts(body), beside(body)) == (["Text"], [(FurnitureKind.HIDDEN, "Kept.")])


WORD_LIST = (
    "<p class=MsoListParagraph style='margin-left:{margin}pt;text-indent:-18.0pt;mso-list:l0 level{level} lfo1'>"
    "<![if !supportLists]><span style='font-family:{font}'><span style='mso-list:Ignore'>{mark}<span "
    "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>{text}<o:p></o:p></p>"
)
FILTERED_LIST = (
    "<p class=MsoListParagraph style='margin-left:{margin}pt;text-indent:-18.0pt'><span style='font-family:{font}'>"
    "{mark}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span>{text}</p>"
)


@pytest.mark.parametrize("item", [WORD_LIST, FILTERED_LIST], ids=["whole", "filtered"])
def test_lists_of_pages_saved_from_word(item: str):
    body = (
        item.format(margin=36, level=1, font="Symbol", mark="·", text="One")
        + item.format(margin=72, level=2, font='"Courier New"', mark="o", text="Two")
        + item.format(margin=36, level=1, font="Wingdings", mark="§", text="Three")
        + "<p class=MsoNormal>Text<o:p>&nbsp;</o:p></p>"
        + item.format(margin=36, level=1, font="Calibri", mark="2)", text="Four")
    )
    assert told(body) == [
        ("•", 1, "One"),
        ("•", 2, "Two"),
        ("•", 1, "Three"),
        ("", 0, "Text"),
        ("2)", 1, "Four"),
    ]


def test_other_marks_of_word():
    body = (
        "<!--[if gte mso 9]><xml>junk</xml><![endif]--><w:sdt showingplchdr='t'>Click here</w:sdt>"
        "<p>Typed <w:sdt>in</w:sdt><a class=msocomanchor href='#_msocom_1'>[A1]</a></p>"
        "<h2 style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>4.<span> </span></span>Heading</h2>"
        "<div style='mso-element:comment-list'><div style='mso-element:comment'><p>Sure?</p></div></div>"
        "<div style='mso-element:footer'><p>Page 1</p></div>"
    )
    document = page(body)
    assert [(block.kind, block.marker, block.text) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, "", "Typed in"),
        (BlockKind.HEADING, "4.", "Heading"),
    ]
    assert [(each.kind, each.text) for each in document.furniture] == [
        (FurnitureKind.COMMENT, "Sure?"),
        (FurnitureKind.FOOTER, "Page 1"),
    ]
    assert [remark.code for remark in document.remarks] == ["D002"]


def test_lists_of_google_docs():
    head = (
        '<style>.lst-kix_a-0>li:before{content:"\\0025cf   "}ul.lst-kix_a-1{list-style-type:none}'
        '.lst-kix_a-1>li:before{content:"\\0025cb   "}.lst-kix_b-0>li:before{content:"(" counter(lst-ctn-kix_b-0,'
        'lower-latin) ") "}.c1{font-weight:700}</style>'
    )
    body = (
        '<p class="c0"><span class="c1">Label</span><span class="c2">: text</span></p>'
        '<ul class="c3 lst-kix_a-0 start"><li><span>One</span></li></ul>'
        '<ul class="c3 lst-kix_a-1 start"><li><span>Two</span></li></ul>'
        '<ol class="c3 lst-kix_b-0" start="3"><li><span>Three</span></li></ol>'
    )
    assert told(body, head) == [("", 0, "Label: text"), ("•", 1, "One"), ("•", 2, "Two"), ("(c)", 1, "Three")]
    assert page(body, head).blocks[0].lead == 5


def test_typed_text_is_read_like_a_text_file():
    document = read(b"<html><body>\n<pre>Title\n\n- One\n- Two\n</pre></body></html>", "x.html")
    assert [(block.marker, block.text, block.location.paragraph) for block in document.blocks] == [
        ("", "Title", 1),
        ("-", "One", 2),
        ("-", "Two", 3),
    ]
    assert texts("<table><tr><td><pre>a\nb</pre></table>") == ["a\nb"]


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset=utf-8><p>café “x”".encode(),
        "\ufeff<p>café “x”".encode(),
        "<html><p>café “x”".encode("utf-16"),
        "<html><meta charset=iso-8859-1><p>café “x”".encode("cp1252"),
        "<html><meta charset=iso-8859-1><p>café “x”".encode(),
        '<?xml version="1.0" encoding="windows-1252"?><html><p>café “x”</p></html>'.encode("cp1252"),
        b"<p>caf&eacute; &#8220;x&#x201D;",
        "<p>ca\u00adfé \u200b“x”".encode(),
    ],
)
def test_encodings(data: bytes):
    assert [block.text for block in read(data, "x.html").blocks] == ["café “x”"]


def test_japanese_mail_encoding():
    data = "<html><meta charset=iso-2022-jp><p>報告</p>".encode("iso-2022-jp")
    assert read(data, "x.html").blocks[0].text == "報告"


def test_xhtml_is_read_as_what_it_is():
    data = b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p/><div/>a</body></html>'
    assert [block.text for block in read(data, "x.xhtml").blocks] == ["a"]


def test_text_behind_the_end_of_the_page_is_read():
    assert texts("<p>One</p></body></html><p>Two</p><html><body>Three") == ["One", "Two", "Three"]


def test_the_language_is_that_of_the_words():
    said = "The cities of the world have asked for a seat at the table and for the money that is needed."
    assert read(f'<html lang="de"><p>{said}'.encode(), "x.html").source.language == "en"
    assert read(b'<html lang="de-CH"><p>Bern', "x.html").source.language == "de"


@pytest.mark.parametrize(
    ("data", "limits", "code"),
    [
        (b"", Limits(), "F002"),
        (b" \n\0", Limits(), "F002"),
        (b"<!-- nothing -->", Limits(), "F002"),
        (bytes(range(256)) * 8, Limits(), "F003"),
        (b"<p>" + b"x" * 1000, Limits(text_bytes=500), "F006"),
        (b"<div>" * 3000 + b"deep", Limits(), "F006"),
        (b"<div>" * 30 + b"deep", Limits(xml_depth=20), "F006"),
        (b"<table><tr><td>" * 40 + b"deep", Limits(table_depth=30), "F006"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, limits: Limits, code: str):
    with pytest.raises(ReadError) as caught:
        read(data, "x.html", ReadOptions(limits=limits))
    assert (caught.value.code, str(caught.value).startswith("x.html")) == (code, True)


def test_no_entity_is_followed():
    data = (
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname">'
        b'<!ENTITY b "&a;&a;">]><html><body><p>x&b;y</p></body></html>'
    )
    assert read(data, "x.html").blocks[-1].text in {"xy", "x&b;y"}


@pytest.mark.parametrize(
    "piece",
    [
        "<ul><li>a", "<a href='#a{n}' id=a{n}>1</a>", "<tr><td rowspan=999 colspan=999>", "<p class=x>", "<!--",
        "<sup><a name=b href='#c'>1</a></sup><p id=c><a href='#b'>1</a>", "<br>", "<style>p{", "<span style='a:b;",
    ],
)  # fmt: skip
def test_a_hostile_page_takes_no_more_than_a_moment(piece: str):
    body = "".join(piece.replace("{n}", str(number)) for number in range(20_000))
    try:
        read(f"<html><body>start {body}".encode(), "x.html")
    except ReadError as error:
        assert error.code in {"F002", "F006"}  # noqa: PT017 - some of them nest without end


ROOT = Path(__file__).parents[2]
GOLD = {path.stem: json.loads(path.read_text("utf-8")) for path in (ROOT / "tests/gold/seeds").glob("*.json")}


@pytest.mark.parametrize("name", sorted(GOLD))
def test_a_report_rebuilt_as_a_page_has_the_same_fields(name: str):
    word = ROOT / f"examples/formats/{name}.docx"
    document = api.read(as_page(read_word(word.read_bytes(), "x.docx")).encode(), "report.html")
    best = api.identify(document, shipped())[0]
    assert best.template.id == GOLD[name]["template"]
    assert fields(api.extract(document, best.template), best.template) == GOLD[name]["fields"]


WORD = st.sampled_from(
    ["Cities", "asked", "café", "non-profit", "(a)", "2", "GCM", "&amp;", "x<y".replace("<", "&lt;")]
)
PHRASE = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
INLINE = st.recursive(
    PHRASE,
    lambda inner: st.tuples(
        st.sampled_from(["b", "i", "a href=x", "span", "u", "font", "sup", "st1:City"]), inner
    ).map(lambda pair: f" <{pair[0]}>{pair[1]}</{pair[0].split()[0]}> "),
    max_leaves=3,
)
BLOCK = st.recursive(
    st.lists(INLINE, min_size=1, max_size=3).map("<br>".join),
    lambda inner: st.one_of(
        st.tuples(
            st.sampled_from(
                ["p", "div", "h2", "blockquote", "li", "section", "nav", "pre", "dd", "form", "td", "o:p"]
            ),
            inner,
        ).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"),
        st.tuples(st.sampled_from(["ul", "ol"]), st.lists(inner, max_size=3)).map(
            lambda pair: f"<{pair[0]}>{''.join(f'<li>{each}' for each in pair[1])}</{pair[0]}>"
        ),
        st.lists(st.lists(inner, min_size=1, max_size=3), max_size=3).map(
            lambda rows: (
                f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}' for cell in row) for row in rows)}</table>"
            )
        ),
        st.tuples(inner, inner).map("\n".join),
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(BLOCK)
def test_no_word_is_lost(body: str):
    document = page(body)
    plain = re.sub(r"&(?:amp|lt);", " ", re.sub(r"<[^>]*>", " ", body))
    found = letters(
        " ".join(
            [
                *(block.marker + block.text for block in document.blocks),
                *(each.text for each in document.furniture),
            ]
        )
    )
    assert letters(plain) - found == Counter()
    for index, block in enumerate(document.blocks):
        place = block.location
        assert (place.source, place.block) == ("x.html", index)
        assert 0 <= block.lead <= len(block.text)
        assert (place.table is None) == (block.columns == 0)
        assert place.cell is None or 1 <= place.cell <= block.columns
        assert all(0 < offset < len(block.text) for offset, _ in block.breaks)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"<html>", b"<?xml version='1.0'?>", b"<ul><table style='"]),
)
def test_junk_is_read_or_refused(data: bytes, start: bytes):
    try:
        document = read(start + data, "x.html")
    except ReadError:
        return
    assert document.source.format == "html"
