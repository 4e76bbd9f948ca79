"""Word: headings, bold starts, alignment."""

import pytest

from rapportkit.model.document import BlockKind
from readers.docx_build import blocks, document, p, r, style

BOLD = "<w:b/>"
LINED = '<w:u w:val="single"/>'


def styled(name):
    return f'<w:pStyle w:val="{name}"/>'


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (style("X", "", name="heading 1"), 1),
        (style("X", "", name="Heading 3"), 3),
        (style("X", "", name="Title"), 1),
        (style("X", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>', name="Fragen"), 2),
        (style("X", '<w:basedOn w:val="Y"/>', name="Question") + style("Y", "", name="heading 2"), 2),
        (
            style("X", '<w:basedOn w:val="Y"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
            + style("Y", "", name="heading 2"),
            0,
        ),
        (style("X", '<w:basedOn w:val="X"/>', name="Loop"), 0),
        (style("X", "", name="Subheading text"), 0),
    ],
)
def test_headings_by_style(sheet, expected):
    (block,) = blocks(p("Challenges", properties=styled("X")), styles=sheet)
    assert block.level == expected
    assert block.kind is (BlockKind.HEADING if expected else BlockKind.PARAGRAPH)


def test_headings_without_a_style_part_or_by_themselves():
    found = blocks(p("a", properties=styled("Heading2")) + p("b", properties='<w:outlineLvl w:val="0"/>'))
    assert [(block.kind, block.level) for block in found] == [(BlockKind.HEADING, 2), (BlockKind.HEADING, 1)]


def test_a_paragraph_may_leave_the_outline_of_its_style():
    sheet = style("X", "", name="heading 1")
    (block,) = blocks(p("a", properties=styled("X") + '<w:outlineLvl w:val="9"/>'), styles=sheet)
    assert (block.kind, block.level) == (BlockKind.PARAGRAPH, 0)


@pytest.mark.parametrize(
    ("runs", "lead"),
    [
        ([r("Bold.", BOLD)], 5),
        ([r("Plain.")], 0),
        ([r("Lead-in:", BOLD), r(" the rest")], 8),
        ([r("Lead-in: ", BOLD), r("the rest")], 8),
        ([r("Two ", BOLD), r("runs", BOLD), r(" rest")], 8),
        ([r("Bold", BOLD), r(" "), r("again", BOLD), r(" rest")], 10),
        ([r("Whole", BOLD), r(": …")], 8),
        ([r("Whole", BOLD), r("  ")], 5),
        ([r("  Shifted", BOLD), r(" rest")], 7),
        ([r("plain "), r("bold", BOLD)], 0),
        ([r("Off", "<w:b w:val='false'/>"), r(" on", BOLD)], 0),
        ([r("Underlined", "<w:u w:val='single'/>"), r(" rest")], 10),
        ([r("Not", "<w:u w:val='none'/>")], 0),
        ([f"<w:hyperlink>{r('link', LINED)}</w:hyperlink>", r(" rest")], 0),
        ([r("Complex only", "<w:bCs/>")], 0),
        ([r("عنوان", "<w:bCs/><w:rtl/>")], 5),
    ],
)
def test_the_bold_start_is_counted(runs, lead):
    (block,) = blocks(p(*runs))
    assert block.lead == lead


def test_bold_is_inherited_and_switched():
    sheet = (
        style("Label", "<w:rPr><w:b/></w:rPr>")
        + style("Child", '<w:basedOn w:val="Label"/>')
        + style("Strong", "<w:rPr><w:b/></w:rPr>", kind="character")
        + style("Lined", "<w:rPr><w:u w:val='single'/></w:rPr>")
    )
    strong = '<w:rStyle w:val="Strong"/>'
    found = blocks(
        p("a", properties=styled("Child"))
        + p(r("b", strong))
        + p(r("c", strong), properties=styled("Label"))
        + p(r("d", "<w:b w:val='0'/>"), properties=styled("Label"))
        + p("e", properties=styled("Lined")),
        styles=sheet,
    )
    assert [block.is_bold for block in found] == [True, True, False, False, True]


def test_the_default_style_and_the_defaults_speak_for_unstyled_paragraphs():
    sheet = style("Base", f'<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr>{BOLD}</w:rPr>', default=True)
    (block,) = blocks(p("a"), styles=sheet)
    assert (block.is_bold, block.centred) == (True, True)
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{BOLD}</w:rPr></w:rPrDefault></w:docDefaults>"
    (block,) = blocks(p("a"), styles=defaults)
    assert block.is_bold


def test_centred_paragraphs():
    sheet = style("Mid", '<w:pPr><w:jc w:val="center"/></w:pPr>')
    found = blocks(
        p("a", properties='<w:jc w:val="center"/>')
        + p("b", properties=styled("Mid"))
        + p("c", properties=styled("Mid") + '<w:jc w:val="left"/>')
        + p("d"),
        styles=sheet,
    )
    assert [block.centred for block in found] == [True, True, False, False]


@pytest.mark.parametrize(("tag", "language"), [("en-GB", "en"), ("fr-FR", "fr"), ("x-none", ""), ("", "")])
def test_the_language_of_the_file(tag, language):
    sheet = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{tag}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    assert document(p("a"), styles=sheet).source.language == language


def test_a_large_style_part_is_read_as_a_small_one():
    table = style(
        "Used", '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>', kind="table"
    )
    filler = "".join(
        style(f"T{number}", "<w:rPr>" + "<w:i/>" * 90 + "</w:rPr>", kind="table") for number in range(60)
    )
    latent = '<w:latentStyles w:count="1"><w:lsdException w:name="heading 1"/></w:latentStyles>'
    sheet = (
        latent
        + filler
        + style("Mine", '<w:basedOn w:val="Used"/>', kind="table")
        + table
        + style("X", "", name="heading 2")
    )
    look = '<w:tblStyle w:val="Mine"/><w:tblLook w:firstRow="1"/>'
    from readers.docx_build import tbl, tr

    found = blocks(tbl(tr("a"), tr("b"), properties=look) + p("c", properties=styled("X")), styles=sheet)
    assert [(block.is_bold, block.level) for block in found] == [(True, 0), (False, 0), (False, 2)]
