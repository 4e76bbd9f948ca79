"""OpenDocument texts from raw XML, small enough that a test shows all that matters in its own lines."""

import io
import json
import re
import struct
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit import api
from rapportkit.errors import ReadError
from rapportkit.model.document import BlockKind, Document, FurnitureKind
from rapportkit.model.options import Limits, ReadOptions, Revisions
from rapportkit.readers import reader_for
from rapportkit.readers.docx import read as read_word
from rapportkit.readers.odt import read
from rapportkit.templates.catalog import shipped
from rapportkit.wire.report import fields
from readers.rebuilt import as_open_text, letters

NAMES = {
    **{
        short: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
        for short, name in (
            *(
                ("office", "office"),
                ("text", "text"),
                ("table", "table"),
                ("style", "style"),
                ("form", "form"),
            ),
            *(("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")),
        )
    },
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
SPACES = " ".join(f'xmlns:{short}="{name}"' for short, name in NAMES.items())
MIMETYPE = "application/vnd.oasis.opendocument.text"


def content(body: str, styles: str = "", kind: str = "text") -> str:
    return (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )


def pack(body: str, styles: str = "", common: str = "", masters: str = "", **members: str) -> bytes:
    parts = {
        "mimetype": MIMETYPE,
        "content.xml": content(body, styles),
        "styles.xml": f"<office:document-styles {SPACES}><office:styles>{common}</office:styles>"
        f"<office:master-styles>{masters}</office:master-styles></office:document-styles>",
        **{name.replace("__", "/").replace("_xml", ".xml"): text for name, text in members.items()},
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)
    return file.getvalue()


def odt(body: str, styles: str = "", common: str = "", masters: str = "", **members: str) -> Document:
    return read(pack(body, styles, common, masters, **members), "x.odt")


def told(body: str, styles: str = "", common: str = ""):
    return [(block.marker, block.level, block.text) for block in odt(body, styles, common).blocks]


def texts(body: str, styles: str = ""):
    return [block.text for block in odt(body, styles).blocks]


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def items(*inner: str, style: str = "L", more: str = "") -> str:
    listed = "".join(f"<text:list-item>{each}</text:list-item>" for each in inner)
    return f'<text:list text:style-name="{style}" {more}>{listed}</text:list>'


def table(*rows: str) -> str:
    return (
        f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"
    )


def cell(inner: str = "", more: str = "") -> str:
    return f"<table:table-cell {more}>{p(inner) if not inner.startswith('<') else inner}</table:table-cell>"


def style(name: str, properties: str, family: str = "text", more: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}" {more}>{properties}</style:style>'


BOLD = style("B", '<style:text-properties fo:font-weight="bold"/>')
NUMBERS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" '
    'style:num-suffix=")"/><text:list-level-style-bullet text:level="3" text:bullet-char="–"/></text:list-style>'
)


def test_paragraphs_headings_and_white_space():
    blocks = odt(
        '<text:h text:outline-level="2">Heading</text:h>'
        + p(
            "\n  One  <text:span>two</text:span>\n three<text:s text:c='2'/>four<text:tab/>five<text:line-break/>six "
        )
        + p("")
        + p("so\u00adft<text:soft-page-break/> end")
    ).blocks
    assert [(block.kind, block.level, block.text, block.blank_before) for block in blocks] == [
        (BlockKind.HEADING, 2, "Heading", False),
        (BlockKind.PARAGRAPH, 0, "One two three  four\tfive\nsix", False),
        (BlockKind.PARAGRAPH, 0, "soft end", True),
    ]
    assert [str(block.location) for block in blocks] == [f"x.odt, paragraph {number}" for number in (1, 2, 3)]


def test_lists_are_numbered_as_the_page_shows():
    body = (
        items(
            p("A"),
            p("B") + items(p("C"), p("D") + p("more") + items(p("E"), style=""), style=""),
            items(p("only below"), style=""),
            p("F"),
        )
        + p("between")
        + items(p("G"), more='text:continue-numbering="true"')
        + items(p("H"))
    )
    assert told(body, NUMBERS) == [
        *(("1.", 1, "A"), ("2.", 1, "B"), ("(a)", 2, "C"), ("(b)", 2, "D"), ("", 0, "more"), ("•", 3, "E")),
        *(("(c)", 2, "only below"), ("3.", 1, "F"), ("", 0, "between"), ("4.", 1, "G"), ("1.", 1, "H")),
    ]


def test_starts_headers_and_lists_that_go_on():
    body = (
        items(p("A"), more='xml:id="a"')
        + items(p("B"), style="M")
        + items(p("C"), more='text:continue-list="a"')
        + '<text:list text:style-name="L"><text:list-header><text:p>No label</text:p></text:list-header>'
        + '<text:list-item text:start-value="7"><text:p>D</text:p></text:list-item></text:list>'
    )
    styles = NUMBERS + (
        '<text:list-style style:name="M"><text:list-level-style-number text:level="1" style:num-format="I" '
        'text:start-value="4"/></text:list-style>'
    )
    assert told(body, styles) == [
        *(("1.", 1, "A"), ("IV", 1, "B"), ("2.", 1, "C"), ("", 0, "No label"), ("7.", 1, "D")),
    ]


def test_numbers_of_several_levels():
    styles = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/>'
        '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>'
        '<text:list-level-style-number text:level="3" style:num-format="i" loext:num-list-format="%1%/%3%)"/>'
        "</text:list-style>"
    )
    body = items(p("A") + items(p("B") + items(p("C"), style=""), p("D"), style=""))
    assert told(body, styles) == [("1", 1, "A"), ("1.1", 2, "B"), ("1/i)", 3, "C"), ("1.2", 2, "D")]


def test_numbered_headings():
    common = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" '
        'style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="a" text:display-levels="2"/>'
        "</text:outline-style>"
    )
    heading = '<text:h text:outline-level="{}">{}</text:h>'
    body = "".join(
        heading.format(level, text) for level, text in ((1, "A"), (2, "B"), (2, "C"), (1, "D"), (2, "E"))
    )
    assert told(body, common=common) == [
        *(("1.", 1, "A"), ("1.a", 2, "B"), ("1.b", 2, "C"), ("2.", 1, "D"), ("2.a", 2, "E")),
    ]


def test_a_style_may_bring_the_list_and_the_label_may_be_written():
    numbered = style("P", "", "paragraph", 'style:list-style-name="L"')
    assert told(items(p("A", "P"), style=""), NUMBERS + numbered) == [("1.", 1, "A")]
    assert told(p("<text:number>3.</text:number>A")) == [("3.", 0, "A")]


def test_tables_cell_by_cell():
    body = p("") + table(
        cell("Name") + cell("Ana Exemplo"),
        cell("wide", 'table:number-columns-spanned="2"') + "<table:covered-table-cell/>",
        cell("tall", 'table:number-rows-spanned="2"') + cell(p("a") + p("b")),
        "<table:covered-table-cell/>" + cell("c"),
        cell() + cell(p("d") + table(cell("inner")) + p("e")),
    )
    blocks = odt(body + p("after")).blocks
    assert [
        (block.text, block.location.table, block.location.row, block.location.cell, block.columns)
        for block in blocks
    ] == [
        ("Name", 1, 1, 1, 2),
        ("Ana Exemplo", 1, 1, 2, 2),
        ("wide", 1, 2, 1, 1),
        ("tall", 1, 3, 1, 2),
        ("a", 1, 3, 2, 2),
        ("b", 1, 3, 2, 2),
        ("c", 1, 4, 2, 2),
        ("d", 1, 5, 2, 2),
        ("inner", 2, 1, 1, 1),
        ("e", 1, 5, 2, 2),
        ("after", None, None, None, 0),
    ]
    assert [block.blank_before for block in blocks[:2]] == [True, False]


def test_header_rows_and_repeated_cells():
    repeated = cell("", 'table:number-columns-repeated="2"')
    body = (
        f"<table:table><table:table-header-rows><table:table-row>{repeated}{cell('third')}"
        f"</table:table-row></table:table-header-rows><table:table-row>{cell('x')}</table:table-row></table:table>"
    )
    assert [(block.text, block.location.row, block.location.cell) for block in odt(body).blocks] == [
        ("third", 1, 3),
        ("x", 2, 1),
    ]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ('<text:span text:style-name="B">Label:</text:span> text', 6),
        ('<text:a><text:span text:style-name="U">link</text:span></text:a> text', 0),
        ('<text:span text:style-name="U">Label</text:span> text', 5),
        ('<text:span text:style-name="C">Label</text:span> text', 5),
        ("text", 0),
    ],
)
def test_what_is_set_off_at_the_start(text: str, lead: int):
    styles = (
        BOLD
        + style("U", '<style:text-properties style:text-underline-style="solid"/>')
        + style("C", "", more='style:parent-style-name="B"')
    )
    assert odt(p(text), styles).blocks[0].lead == lead


def test_centred_set_in_and_bold_by_style():
    styles = style(
        "P",
        '<style:paragraph-properties fo:text-align="center" fo:margin-left="0.5in"/>'
        '<style:text-properties fo:font-weight="bold"/>',
        "paragraph",
    )
    (block,) = odt(p("Title", "P"), styles).blocks
    assert (block.centred, block.indent, block.is_bold) == (True, 36.0, True)


def test_notes_stay_with_the_block_that_cites_them():
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>The note.</text:p><text:p>More.</text:p></text:note-body></text:note>"
    )
    (block,) = odt(p(f"Text{note} goes on.")).blocks
    assert (block.text, [(each.label, each.text) for each in block.notes]) == (
        "Text goes on.",
        [("1", "The note.\nMore.")],
    )


CHANGED = (
    '<text:tracked-changes><text:changed-region text:id="d"><text:deletion><text:p>old</text:p><text:p>gone'
    '</text:p></text:deletion></text:changed-region><text:changed-region text:id="i"><text:insertion/>'
    "</text:changed-region></text:tracked-changes>"
) + p(
    'One <text:change text:change-id="d"/><text:change-start text:change-id="i"/>new<text:change-end text:change-id="i"/>.'
)


def test_changes_are_read_as_accepted_or_as_rejected():
    final, original = (read(pack(CHANGED), "x.odt", ReadOptions(view)) for view in Revisions)
    assert [block.text for block in final.blocks] == ["One new."]
    assert [block.text for block in original.blocks] == ["One old\ngone."]
    assert [(remark.code, remark.text, str(remark.location)) for remark in final.remarks] == [
        (
            "D001",
            "Tracked changes are still open (1 insertion and 1 deletion); the text was read as if all were accepted.",
            "x.odt, paragraph 1",
        )
    ]


def test_comments_hidden_text_and_prompts():
    body = (
        p(
            "Seen<office:annotation><dc:creator>Max Mustermann</dc:creator><dc:date>2020</dc:date><text:p>Sure?</text:p>"
            '</office:annotation><text:span text:style-name="H"> secret</text:span>'
            "<text:placeholder text:placeholder-type='text'>&lt;click&gt;</text:placeholder>"
            "<loext:content-control loext:showing-place-holder='true'>Choose</loext:content-control>"
            "<loext:content-control> chosen</loext:content-control>"
        )
        + '<text:section text:display="none"><text:p>away</text:p></text:section>'
    )
    document = odt(body, style("H", '<style:text-properties text:display="none"/>'))
    assert [block.text for block in document.blocks] == ["Seen chosen"]
    assert [(each.kind, each.text) for each in document.furniture] == [
        (FurnitureKind.HIDDEN, "secret"),
        (FurnitureKind.COMMENT, "Sure?"),
        (FurnitureKind.HIDDEN, "away"),
    ]
    assert [remark.code for remark in document.remarks] == ["D002", "D003"]


def test_text_boxes_and_shapes():
    box = "<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box><svg:title>no</svg:title></draw:frame>"
    shape = "<draw:custom-shape><text:p>shaped</text:p></draw:custom-shape>"
    blocks = odt(p(f"One{box} two") + f"<draw:g>{shape}</draw:g>" + table(cell(p(f"in{box}")))).blocks
    assert [(block.text, block.location.place) for block in blocks] == [
        ("One two", "paragraph 1"),
        ("boxed", "text box 1"),
        ("shaped", "text box 2"),
        ("in", "table 1, row 1, cell 1"),
        ("boxed", "text box 3, table 1, row 1, cell 1"),
    ]


def test_form_values():
    forms = (
        '<office:forms><form:form><form:text xml:id="a" form:current-value="Ana Exemplo"/>'
        '<form:checkbox xml:id="b" form:label="Yes" form:current-state="checked"/></form:form></office:forms>'
    )
    body = p('Name: <draw:control draw:control="a"/>') + p('<draw:control draw:control="b"/>')
    assert texts(forms + body) == ["Name: Ana Exemplo", "☒ Yes"]


def test_formulas_are_read_and_other_objects_are_told():
    math = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>a</mi><mo>=</mo><mn>2</mn><annotation>a=2</annotation></math>'
    body = p('Let<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>hold') + p(
        'See<draw:frame><draw:object xlink:href="./Object 2"/></draw:frame>'
    )
    document = odt(body, **{"Object 1__content_xml": math})
    assert [block.text for block in document.blocks] == ["Let a = 2 hold", "See"]
    assert [(remark.code, str(remark.location)) for remark in document.remarks] == [
        ("D004", "x.odt, paragraph 2")
    ]


def test_headers_and_footers_stand_apart():
    masters = (
        '<style:master-page style:name="A"><style:header><text:p>Round table</text:p></style:header><style:footer>'
        "<text:p>Page <text:page-number>3</text:page-number></text:p></style:footer></style:master-page>"
        '<style:master-page style:name="B"><style:header><text:p>Round table</text:p></style:header>'
        '<style:header-left style:display="false"><text:p>Not shown</text:p></style:header-left></style:master-page>'
    )
    furniture = odt(p("Text"), masters=masters).furniture
    assert [(each.kind, each.text) for each in furniture] == [
        (FurnitureKind.HEADER, "Round table"),
        (FurnitureKind.FOOTER, "Page"),
    ]


def test_a_table_of_contents_is_read_without_its_patterns():
    body = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>Contents"
        "</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title><text:p>Contents"
        "</text:p></text:index-title><text:p>One<text:tab/>1</text:p></text:index-body></text:table-of-content>"
    )
    assert texts(body) == ["Contents", "One\t1"]


def test_picture_fonts():
    styles = style("W", '<style:text-properties style:font-name="Wingdings"/>')
    assert texts(p('<text:span text:style-name="W">ü</text:span> done \uf0b7'), styles) == ["✓ done •"]


def test_a_file_without_a_zip():
    flat = content(p("Text")).replace("document-content", "document").encode()
    assert read(flat, "x.fodt").blocks[0].text == "Text"


def test_the_language_is_that_of_the_words_or_the_file_s_own():
    common = '<style:default-style style:family="paragraph"><style:text-properties fo:language="fr"/></style:default-style>'
    said = "The cities of the world have asked for a seat at the table and for the money that is needed."
    assert [odt(p(text), common=common).source.language for text in ("Oui", said)] == ["fr", "en"]


def broken(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def locked() -> bytes:
    return pack(p("x"), **{"META-INF__manifest_xml": "<manifest:encryption-data xmlns:manifest='x'/>"})


def flagged() -> bytes:
    """Say in the zip itself that a member is encrypted."""
    data = bytearray(pack(p("x")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            flags = struct.unpack_from("<H", data, start + offset)[0]
            struct.pack_into("<H", data, start + offset, flags | 1)
            start = data.find(mark, start + 1)
    return bytes(data)


def plain_zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "x")
    return file.getvalue()


DOCTYPE = "<!DOCTYPE x [<!ENTITY a 'b'>]>" + content(p("&a;"))


@pytest.mark.parametrize(
    ("data", "limits", "code"),
    [
        (b"", Limits(), "F002"),
        (b"no zip", Limits(), "F003"),
        (broken(pack(p("x"))), Limits(), "F003"),
        (pack("<unclosed>"), Limits(), "F003"),
        (DOCTYPE.encode(), Limits(), "F003"),
        (plain_zip(), Limits(), "F004"),
        (content("", kind="spreadsheet").encode(), Limits(), "F004"),
        (locked(), Limits(), "F005"),
        (flagged(), Limits(), "F005"),
        (pack("<text:section>" * 400 + "</text:section>" * 400), Limits(), "F006"),
        (pack(p("x")), Limits(members=2), "F006"),
        (pack(p("x" * 5000)), Limits(member_bytes=2000), "F006"),
        (pack(p("x" * 5000)), Limits(total_bytes=2000), "F006"),
        (pack(p("x" * 3_000_000)), Limits(), "F006"),
        (pack(p("x")), Limits(xml_depth=3), "F006"),
        (pack(table(cell(table(cell(table(cell("x"))))))), Limits(table_depth=2), "F006"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, limits: Limits, code: str):
    with pytest.raises(ReadError) as caught:
        read(data, "x.odt", ReadOptions(limits=limits))
    assert (caught.value.code, str(caught.value).startswith("x.odt")) == (code, True)


@pytest.mark.parametrize("name", ["x.odt", "x.docx", "stdin.docx", "x.pages"])
def test_it_is_known_by_its_content(name: str):
    assert reader_for(name, pack(p("x"))).__module__ == "rapportkit.readers.odt"


def test_it_is_known_without_its_first_member():
    again = io.BytesIO()
    with zipfile.ZipFile(again, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content(p("x")))
    assert reader_for("stdin.docx", again.getvalue()).__module__ == "rapportkit.readers.odt"


ROOT = Path(__file__).parents[2]
GOLD = {path.stem: json.loads(path.read_text("utf-8")) for path in (ROOT / "tests/gold/seeds").glob("*.json")}


@pytest.mark.parametrize("name", sorted(GOLD))
def test_a_report_rebuilt_as_an_open_text_has_the_same_fields(name: str):
    word = ROOT / f"examples/formats/{name}.docx"
    document = api.read(pack(as_open_text(read_word(word.read_bytes(), "x.docx")), BOLD), "report.odt")
    best = api.identify(document, shipped())[0]
    assert best.template.id == GOLD[name]["template"]
    assert fields(api.extract(document, best.template), best.template) == GOLD[name]["fields"]


WORD = st.sampled_from(["Cities", "asked", "café", "non-profit", "(a)", "2", "GCM", "&", "<b>"])
PHRASE = st.lists(WORD, min_size=1, max_size=5).map(" ".join).map(escape)
SPAN = st.tuples(
    st.sampled_from(["text:span", "text:a", "text:meta", "text:bookmark-ref", "text:date"]), PHRASE
).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>")
NOTE = PHRASE.map(
    lambda text: (
        f"<text:note><text:note-citation>*</text:note-citation><text:note-body>{p(text)}</text:note-body></text:note>"
    )
)
BOX = PHRASE.map(lambda text: f"<draw:frame><draw:text-box>{p(text)}</draw:text-box></draw:frame>")
PARAGRAPH = st.lists(st.one_of(PHRASE, SPAN, NOTE, BOX), max_size=3).map("<text:s/>".join).map(p)
BODY = st.recursive(
    PARAGRAPH,
    lambda inner: st.one_of(
        inner.map(lambda text: f"<text:section>{text}</text:section>"),
        st.lists(inner, min_size=1, max_size=3).map(lambda each: items(*each)),
        st.lists(st.lists(inner.map(cell), min_size=1, max_size=3).map("".join), min_size=1, max_size=3).map(
            lambda rows: table(*rows)
        ),
        st.tuples(inner, inner).map("".join),
    ),
    max_leaves=6,
)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(BODY)
def test_no_word_is_lost(body: str):
    document = odt(body, NUMBERS)
    plain = re.sub(r"&(?:amp|lt|gt);", " ", re.sub(r"<[^>]*>", " ", body))
    said = [block.text for block in document.blocks]
    noted = [note.text for block in document.blocks for note in block.notes]
    assert letters(plain) == letters(" ".join([*said, *noted]))
    for index, block in enumerate(document.blocks):
        place = block.location
        assert (place.source, place.block) == ("x.odt", index)
        assert 0 <= block.lead <= len(block.text)
        assert place.cell is None or 1 <= place.cell <= block.columns
        assert place.place


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.data())
def test_damaged_files_are_read_or_refused(data):
    whole = bytearray(pack(items(p("One"), p("Two")) + table(cell("x")), NUMBERS))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        read(bytes(whole), "x.odt")
    except ReadError as error:
        assert str(error).startswith("x.odt")  # noqa: PT017 - some damage does not matter
