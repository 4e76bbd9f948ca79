"""Word: what a document holds beside its own paragraphs: files, charts, links to other places."""

import pytest

from rapportkit.model.document import BlockKind, FurnitureKind
from rapportkit.readers.docx import read
from readers.docx_build import field, level, lists, num, p, r, style, tbl, tc, tr, word

CHART_NAMES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
CHART = (
    f"<c:chartSpace {CHART_NAMES}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Returns </a:t></a:r>"
    "<a:r><a:t>by year</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser>"
    "<c:tx><c:strRef><c:f>Sheet1!$A$1</c:f><c:strCache><c:pt><c:v>Assisted</c:v></c:pt></c:strCache></c:strRef></c:tx>"
    "<c:cat><c:strRef><c:strCache><c:pt><c:v>North</c:v></c:pt><c:pt><c:v>South</c:v></c:pt></c:strCache></c:strRef></c:cat>"
    "<c:val><c:numRef><c:numCache><c:pt><c:v>42</c:v></c:pt></c:numCache></c:numRef></c:val>"
    "</c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>"
)
SHOWN_CHART = (
    f'<w:r><w:drawing><a:graphic><a:graphicData><c:chart {CHART_NAMES} r:id="rId9"/></a:graphicData></a:graphic>'
    "</w:drawing></w:r>"
)


def with_part(body, target, data):
    """Read a file with this body, and a part behind the relation rId9."""
    return read(word(body, targets={"rId9": target}, more={f"word/{target.split()[1]}": data}), "x.docx")


def told(document):
    return [remark.text for remark in document.remarks]


def test_the_words_of_a_chart_are_one_block_where_it_stands():
    found = with_part(p("before", SHOWN_CHART) + p("after"), "chart charts/chart1.xml", CHART)
    assert [block.text for block in found.blocks] == [
        "before",
        "Returns by year\nAssisted\nNorth\nSouth",
        "after",
    ]
    assert found.blocks[1].location.area == "text box 1"


def test_a_chart_without_its_part_shows_nothing():
    found = read(word(p("before", SHOWN_CHART), targets={"rId9": "chart gone.xml"}), "x.docx")
    assert [block.text for block in found.blocks] == ["before"]


def ole(program, aspect="Content", kind="Embed"):
    return (
        '<w:r><w:object><v:shape/><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" '
        f'Type="{kind}" ProgID="{program}" DrawAspect="{aspect}" r:id="rId9"/></w:object></w:r>'
    )


def test_an_embedded_word_file_that_the_page_shows_is_read():
    inner = word(p("inner") + tbl(tr("cell")))
    found = with_part(
        tbl(tr("left", tc(p("right", ole("Word.Document.12"))))), "package embeddings/a.docx", inner
    )
    assert [block.text for block in found.blocks] == ["left", "right", "inner", "cell"]
    assert [(block.location.place, block.columns) for block in found.blocks] == [
        ("table 1, row 1, cell 1", 2),
        ("table 1, row 1, cell 2", 2),
        ("text box 1, table 1, row 1, cell 2", 2),
        ("text box 1, table 2, row 1, cell 1", 1),
    ]
    assert [block.location.block for block in found.blocks] == [0, 1, 2, 3]
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (ole("Word.Document.12", aspect="Icon"), ["an attached file"]),
        (ole("Excel.Sheet.12"), ["an embedded file"]),
        (ole("Equation.3"), []),
        (ole("Word.Document.12", kind="Link"), []),
    ],
)
def test_what_of_embedded_files_cannot_be_read_is_told(shown, said):
    found = with_part(p("text", shown), "package embeddings/a.docx", word(p("inner")))
    assert [block.text for block in found.blocks] == ["text"]
    assert told(found) == [f"What stands in {what} cannot be read; copy it into the text." for what in said]


def test_a_part_of_the_document_in_a_file_of_its_own_is_told():
    found = read(word(p("one") + '<w:subDoc r:id="rId9"/>' + p("two")), "x.docx")
    assert [block.text for block in found.blocks] == ["one", "two"]
    assert told(found) == [
        "What stands in a file that is linked and was not sent cannot be read; copy it into the text."
    ]


def test_a_word_file_in_place_of_paragraphs_keeps_what_it_says():
    inner = word(
        p("Head", properties='<w:pStyle w:val="H"/>')
        + p("item", '<w:r><w:footnoteReference w:id="2"/></w:r>', properties=num()),
        parts={
            "styles": style("H", "", name="heading 2"),
            "numbering": lists(level(0, "decimal", "%1.")),
            "footnotes": '<w:footnote w:id="2">' + p("note") + "</w:footnote>",
        },
    )
    found = with_part(p("before") + '<w:altChunk r:id="rId9"/>' + p("after"), "aFChunk a.docx", inner)
    before, head, item, after = found.blocks
    assert (before.text, after.text, after.location.paragraph) == ("before", "after", 4)
    assert (head.kind, head.text, head.level) == (BlockKind.HEADING, "Head", 2)
    assert (item.kind, item.text, item.marker) == (BlockKind.ITEM, "item", "1.")
    assert [(note.label, note.text) for note in item.notes] == [("1", "note")]
    assert str(item.location) == "x.docx, paragraph 3"


def test_a_web_page_in_place_of_paragraphs_keeps_its_lists_and_tables():
    page = (
        '<html><head><meta charset="utf-8"></head><body><h2>Häd</h2><ol><li>item</li></ol>'
        "<table><tr><td>a</td><td>b</td></tr></table><p>end</p></body></html>"
    )
    body = tbl(tr("first")) + '<w:altChunk r:id="rId9"/>' + tbl(tr("last"))
    found = with_part(body, "aFChunk a.html", page)
    assert [(block.text, block.marker, block.location.place, block.columns) for block in found.blocks] == [
        ("first", "", "table 1, row 1, cell 1", 1),
        ("Häd", "", "paragraph 1", 0),
        ("item", "1.", "paragraph 2", 0),
        ("a", "", "table 2, row 1, cell 1", 2),
        ("b", "", "table 2, row 1, cell 2", 2),
        ("end", "", "paragraph 3", 0),
        ("last", "", "table 3, row 1, cell 1", 1),
    ]
    assert found.blocks[1].kind is BlockKind.HEADING
    assert {block.location.source for block in found.blocks} == {"x.docx"}


def test_a_web_archive_is_read_as_it_says_it_is_written():
    archive = (
        b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=windows-1252\r\n"
        b"Content-Transfer-Encoding: 8bit\r\n\r\n"
        b"<html><head><meta charset=windows-1252></head><body><p>\x93Caf\xe9\x94</p></body></html>"
    )
    found = with_part('<w:altChunk r:id="rId9"/>', "aFChunk a.mht", archive)
    assert [block.text for block in found.blocks] == ["“Café”"]


@pytest.mark.parametrize("page", ["<html></html>", "", "<html><body><script>x</script></body></html>"])
def test_an_embedded_page_without_text_is_no_trouble(page):
    found = with_part(p("one") + '<w:altChunk r:id="rId9"/>', "aFChunk a.html", page)
    assert ([block.text for block in found.blocks], found.remarks) == (["one"], ())


def test_a_broken_file_inside_does_not_stop_the_reading():
    found = with_part(p("one") + '<w:altChunk r:id="rId9"/>', "aFChunk a.docx", word(p("x"))[:200])
    assert [block.text for block in found.blocks] == ["one"]
    assert told(found) == ["What stands in an embedded file cannot be read; copy it into the text."]


def test_what_stands_around_an_embedded_file_is_kept_and_told():
    inner = word(p("shown", "<w:ins>" + r(" added") + "</w:ins>", r("secret", "<w:vanish/>")))
    found = with_part(p("one") + '<w:altChunk r:id="rId9"/>', "aFChunk a.docx", inner)
    assert [block.text for block in found.blocks] == ["one", "shown added"]
    assert [(each.kind, each.text) for each in found.furniture] == [(FurnitureKind.HIDDEN, "secret")]
    assert [(remark.code, str(remark.location)) for remark in found.remarks] == [
        ("D001", "x.docx, paragraph 2"),
        ("D003", "x.docx, paragraph 2"),
    ]


def test_blank_lines_of_an_embedded_text_are_blank_lines():
    found = with_part('<w:altChunk r:id="rId9"/>', "aFChunk a.txt", "one\n\ntwo\nthree")
    assert [(block.text, block.blank_before) for block in found.blocks] == [
        ("one", False),
        ("two", True),
        ("three", False),
    ]


def test_an_equation_outside_paragraphs_is_read():
    found = read(
        word(
            "<m:oMathPara><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></m:oMathPara>"
            + tbl(tr(tc("<m:oMath><m:r><m:t>c</m:t></m:r></m:oMath>")))
        ),
        "x.docx",
    )
    assert [block.text for block in found.blocks] == ["a=b", "c"]


def test_where_links_lead_is_kept_beside_their_text():
    file = word(
        p("see ", f'<w:hyperlink r:id="rId8">{r("the page")}</w:hyperlink>')
        + p(field('HYPERLINK "https://example.org/b" \\o "tip"', "another"))
        + p(f'<w:fldSimple w:instr="HYPERLINK https://example.org/c">{r("third")}</w:fldSimple>')
        + p(f'<w:hyperlink w:anchor="_Toc1">{r("inside")}</w:hyperlink>', field("HYPERLINK \\l here", "too"))
        + p("none"),
    )
    external = (
        '<Relationship Id="rId8" Type="x/hyperlink" Target="https://example.org/a" TargetMode="External"/>'
    )
    file = file_with_relation(file, external)
    found = read(file, "x.docx")
    assert [(block.text, block.location.links) for block in found.blocks] == [
        ("see the page", ("https://example.org/a",)),
        ("another", ("https://example.org/b",)),
        ("third", ("https://example.org/c",)),
        ("insidetoo", ()),
        ("none", ()),
    ]


def file_with_relation(file, relation):
    import io
    import zipfile

    from readers.docx_build import zipped

    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = "word/_rels/document.xml.rels"
    members[name] = members[name].replace(b"</Relationships>", relation.encode() + b"</Relationships>")
    return zipped(members)
