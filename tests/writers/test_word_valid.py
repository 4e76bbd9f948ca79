"""Word is strict: what it opens without complaint has every part in its place and every element in its order.

The orders are those of ECMA-376, WordprocessingML and DrawingML; only names that our files use or might come to
use are listed. A name that is missing here is not a fault of the file, but is to be looked up and added.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from merge.made import public, seeds
from rapportkit import api
from rapportkit.templates.catalog import shipped
from rapportkit.writers.form_docx import write as form
from rapportkit.writers.summary.docx import write
from rapportkit.writers.summary.nodes import Heading, Item, Node, Paragraph, Picture, Row, Run, Table
from rapportkit.writers.summary.ooxml import Body
from rapportkit.writers.summary.package import package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_EDGES = "top left start bottom right end insideH insideV tl2br tr2bl"
_MARGINS = "top left start bottom right end"
_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_LETTERS = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
ORDER = {
    name: order.split()
    for name, order in {
        "document": "background body",
        "pPr": _PARAGRAPH,
        "rPr": _LETTERS,
        "numPr": "ilvl numId numberingChange ins",
        "pBdr": "top left bottom right between bar",
        "tbl": "tblPr tblGrid tr",
        "tblPr": (
            "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
            "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
        ),
        "tblBorders": _EDGES,
        "tblCellMar": _MARGINS,
        "tr": "tblPrEx trPr tc",
        "tcPr": (
            "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
        ),
        "tcBorders": _EDGES,
        "tcMar": _MARGINS,
        "sectPr": (
            "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
            "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid"
        ),
        "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
        "num": "abstractNumId lvlOverride",
        "lvlOverride": "startOverride lvl",
        "styles": "docDefaults latentStyles style",
        "docDefaults": "rPrDefault pPrDefault",
        "style": (
            "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
            "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
        ),
        "settings": (
            "zoom removePersonalInformation mirrorMargins defaultTabStop autoHyphenation evenAndOddHeaders "
            "characterSpacingControl footnotePr endnotePr compat themeFontLang decimalSymbol listSeparator"
        ),
        "sdt": "sdtPr sdtEndPr sdtContent",
        "inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
        "pic": "nvPicPr blipFill spPr",
        "nvPicPr": "cNvPr cNvPicPr",
        "blipFill": "blip srcRect stretch",
        "spPr": "xfrm prstGeom",
    }.items()
}
SEVERAL = {
    "tr",
    "tc",
    "style",
    "abstractNum",
    "num",
    "lvl",
    "lvlOverride",
    "footerReference",
    "headerReference",
}
ROW_PROPERTIES = {"cantSplit", "tblHeader", "trHeight", "jc"}

WIDE = Table(
    ("Session and what it was called", *map(str, range(1, 24))),
    tuple(Row(((Run(f"Session {number}"),), *(((Run("12"),),) * 23))) for number in range(1, 16)),
    (0.4, *((0.6 / 23,) * 23)),
    frozenset(range(1, 24)),
)
CLOSE = Table(
    ("Session", *map(str, range(1, 18))),
    (Row(((Run("RT 1"),), *(((Run("3"),),) * 17))),),
    (0.15, *((0.05,) * 17)),
    frozenset(range(1, 18)),
)
POINTS = Table(
    ("Reference", "Text", "Told in", "Place"),
    (
        Row(((Run("Challenges"),),), label=True),
        Row(
            (
                (Run("RT 1/1", anchor="r1p1"),),
                (Run("Un titre", bold=True, language="fr"), Run("\nNote: small\nprint", small=True)),
                (Run("1", link="p1"),),
                (Run("–"),),
            ),
            kept=True,
        ),
        Row(((Run("RT 1/2", anchor="r1p2"),), (Run("السكن غير متوفر", language="ar"),), (), ()), level=3),
    ),
    (0.13, 0.6, 0.11, 0.16),
)
PICTURE = Picture(
    'Themes <by> "session" & more', ("Housing", "Work " * 30), ("RT 1", "RT 2"), ((1, 0), (2, 9))
)
NODES: tuple[Node, ...] = (
    Heading(0, (Run("A paper"),)),
    Paragraph((Run("Forum"),), "subtitle"),
    Paragraph((Run("Under a rule."),), "lead"),
    Heading(1, (Run("Findings"),), counted=True),
    PICTURE,
    Heading(2, (Run("Housing"), Run(" [RT 1]", small=True, link="r1p1"))),
    Item(0, (Run("Houses", anchor="p1"), Run(" RT 1", link="r1"), Run(" lost", link="nowhere")), kept=True),
    Paragraph((Run("Actions", italic=True),), "list", 1),
    *(Item(level, (Run(f"Level {level}"),)) for level in range(1, 12)),
    Item(
        0, (Run("房屋", language="zh", bold=True), Run("שיכון", language="he"), Run("maison", language="fr"))
    ),
    Heading(3, (Run("Deeper"),)),
    Heading(7, (Run("Deepest"),)),
    Heading(1, (Run("Tables"),), counted=True),
    Paragraph((Run("In figures."),), "notice"),
    WIDE,
    CLOSE,
    Heading(1, (Run("Annex"),), breaks_page=True),
    Heading(2, (Run("RT 1", anchor="r1"), Run(" – Housing"))),
    POINTS,
)


def packed(nodes: tuple[Node, ...], title: str = "A paper") -> bytes:
    body = Body("en")
    return package(body, body.written(nodes), title=title, footer=(title, "Page {page} of {pages}"))


PAPER = packed(NODES)
FILES = {
    "paper": PAPER,
    "seeds": write(api.paper(public(*seeds()))),
    "empty": packed(()),
    **{template.id: form(template) for template in shipped()},
}


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == len(set(archive.namelist()))
        return {name: archive.read(name) for name in archive.namelist()}


def trees(data: bytes) -> dict[str, etree._Element]:
    return {
        name: etree.fromstring(part, etree.XMLParser(huge_tree=True))
        for name, part in parts(data).items()
        if name.endswith((".xml", ".rels"))
    }


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def letters(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def faults(root: etree._Element) -> list[str]:
    """Where children are unknown, out of order or too many."""
    found = []
    for element in root.iter():
        order = ORDER.get(local(element))
        names = [local(child) for child in element]
        if order is None or (local(element) == "document" and not names):
            continue
        known = [name for name in names if name in order]
        found += [f"{local(element)}: what is {name}?" for name in names if name not in order]
        if known != sorted(known, key=order.index):
            found.append(f"{local(element)}: {' '.join(known)}")
        found += [
            f"{local(element)}: {name} twice"
            for name in set(known)
            if name not in SEVERAL and known.count(name) > 1
        ]
    return found


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_every_element_has_its_children_in_order(data):
    for name, root in trees(data).items():
        assert (name, faults(root)) == (name, [])


def test_the_check_of_orders_can_fail():
    root = etree.fromstring(f'<w:pPr xmlns:w="{W[1:-1]}"><w:jc/><w:ind/><w:made/><w:jc/></w:pPr>')
    assert faults(root) == ["pPr: what is made?", "pPr: jc ind jc", "pPr: jc twice"]


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_rows_and_cells_are_whole(data):
    body = trees(data)["word/document.xml"]
    for table in body.iter(f"{W}tbl"):
        columns = len(table.find(f"{W}tblGrid"))
        assert table.getnext() is not None
        assert local(table.getnext()) == "p", "two tables would run into one"
        for row in table.iterchildren(f"{W}tr"):
            cells = [*row.iterchildren(f"{W}tc")]
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in cells]
            assert sum(1 if span is None else int(span.get(f"{W}val")) for span in spans) == columns
            assert all(local(cell[-1]) == "p" for cell in cells)
    for properties in body.iter(f"{W}trPr"):
        assert {local(each) for each in properties} <= ROW_PROPERTIES
    assert local(body[0][-1]) == "sectPr"


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_every_relationship_leads_to_a_part_and_is_asked_for_by_its_name(data):
    files, xml = parts(data), trees(data)
    for name in (name for name in files if name.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        ids = [link.get("Id") for link in xml[name]]
        assert len(ids) == len(set(ids))
        for link in xml[name]:
            assert link.get("TargetMode") is None
            assert posixpath.join(folder, link.get("Target")) in files
    known = {link.get("Id") for link in xml["word/_rels/document.xml.rels"]}
    body = xml["word/document.xml"]
    asked = {value for each in body.iter() for name, value in each.attrib.items() if name.startswith(R)}
    assert asked <= known


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_content_types_cover_every_part(data):
    files, xml = parts(data), trees(data)
    assert next(iter(files)) == "[Content_Types].xml"
    types = xml["[Content_Types].xml"]
    endings = {each.get("Extension") for each in types if local(each) == "Default"}
    named = [each.get("PartName") for each in types if local(each) == "Override"]
    assert len(named) == len(set(named))
    assert {name.lstrip("/") for name in named} <= set(files)
    for name in set(files) - {"[Content_Types].xml"}:
        assert name.rpartition(".")[2] in endings
        assert f"/{name}" in named or not name.endswith(".xml")


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_names_and_numbers_are_unique_and_links_lead_somewhere(data):
    body = trees(data)["word/document.xml"]
    starts = [*body.iter(f"{W}bookmarkStart")]
    names = [each.get(f"{W}name") for each in starts]
    numbers = [each.get(f"{W}id") for each in starts]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", name) for name in names)
    assert len(set(numbers)) == len(numbers)
    assert sorted(numbers) == sorted(each.get(f"{W}id") for each in body.iter(f"{W}bookmarkEnd"))
    assert {each.get(f"{W}anchor") for each in body.iter(f"{W}hyperlink")} <= set(names)
    drawn = [each.get("id") for each in body.iter("{*}docPr")]
    assert len(set(drawn)) == len(drawn)


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_every_style_and_list_that_is_used_is_there(data):
    xml = trees(data)
    styles = {each.get(f"{W}styleId") for each in xml["word/styles.xml"].iter(f"{W}style")}
    numbers = {each.get(f"{W}numId") for each in xml["word/numbering.xml"].iter(f"{W}num")}
    for root in (xml[name] for name in xml if name.startswith("word/") and name.endswith(".xml")):
        for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
            assert {each.get(f"{W}val") for each in root.iter(f"{W}{kind}")} <= styles
        for each in root.iter(f"{W}numPr"):
            assert each.find(f"{W}numId").get(f"{W}val") in numbers | {"0"}


def test_headings_and_paragraphs_are_counted_by_lists_that_know_their_styles():
    xml = trees(PAPER)
    linked = {
        (list_.get(f"{W}abstractNumId"), level.get(f"{W}ilvl"), level.find(f"{W}pStyle").get(f"{W}val"))
        for list_ in xml["word/numbering.xml"].iter(f"{W}abstractNum")
        for level in list_.iter(f"{W}lvl")
        if level.find(f"{W}pStyle") is not None
    }
    told = {
        (
            number.find(f"{W}numId").get(f"{W}val"),
            "0" if number.find(f"{W}ilvl") is None else number.find(f"{W}ilvl").get(f"{W}val"),
            style.get(f"{W}styleId"),
        )
        for style in xml["word/styles.xml"].iter(f"{W}style")
        for number in style.iter(f"{W}numPr")
    }
    assert linked == told
    assert ("2", "0", "Heading1") in told
    assert {level for list_, level, _ in told if list_ == "1"} == {"0", "1", "2", "3", "4"}
    # No level is kept from beginning anew below its parent.
    assert not [*xml["word/numbering.xml"].iter(f"{W}lvlRestart")]


def test_numbers_have_room_before_the_text():
    levels = [*trees(PAPER)["word/numbering.xml"].iter(f"{W}lvl")][:9]
    indents = [level.find(f"{W}pPr/{W}ind") for level in levels]
    lefts = [int(each.get(f"{W}left")) for each in indents]
    hanging = [int(each.get(f"{W}hanging")) for each in indents]
    # "9999." and "(xxviii)" in type of eleven points: half an em for a figure or a bracket of a third.
    assert hanging[0] >= 20 * 11 * (4 * 0.5 + 0.25)
    assert hanging[2] >= 20 * 11 * (2 * 0.333 + 3 * 0.278 + 0.5 * 3)
    assert [left - step for left, step in zip(lefts, hanging, strict=True)] == [0, *lefts[:-1]]


def test_python_docx_sees_headings_tables_and_the_picture():
    document = docx.Document(io.BytesIO(PAPER))
    seen = [
        (each.style.name, each.text) for each in document.paragraphs if each.style.name.startswith("Head")
    ]
    assert seen == [
        ("Heading 1", "Findings"),
        ("Heading 2", "Housing [RT 1]"),
        ("Heading 3", "Deeper"),
        ("Heading 4", "Deepest"),
        ("Heading 1", "Tables"),
        ("Heading 1", "Annex"),
        ("Heading 2", "RT 1 – Housing"),
    ]
    assert [len(table.columns) for table in document.tables] == [24, 18, 4]
    (picture,) = document.inline_shapes
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    assert abs(picture.width - room) < 1000
    (properties,) = document.element.body.iter(qn("wp:docPr"))
    assert properties.get("descr") == properties.get("title") == PICTURE.title
    blip = next(document.element.body.iter(qn("a:blip")))
    image = document.part.related_parts[blip.get(qn("r:embed"))]
    assert image.content_type == "image/png"
    assert image.blob.startswith(b"\x89PNG")


def test_a_picture_stands_below_its_title_on_the_same_page_and_never_taller_than_it():
    body = docx.Document(io.BytesIO(PAPER)).element.body
    drawn = next(each for each in body.iter(qn("w:p")) if each.find(f".//{qn('w:drawing')}") is not None)
    caption = docx.Document(io.BytesIO(PAPER)).styles["Caption"]
    assert letters(drawn.getprevious()) == PICTURE.title
    assert caption.paragraph_format.keep_with_next
    many = Picture("Many", tuple(f"Theme {number}" for number in range(80)), ("A",), ((1,),) * 80)
    tall = docx.Document(io.BytesIO(packed((many,))))
    section = tall.sections[0]
    assert tall.inline_shapes[0].height < section.page_height - section.top_margin - section.bottom_margin


def test_a_chapter_of_wide_tables_lies_and_the_rest_stands():
    document = docx.Document(io.BytesIO(PAPER))
    assert [section.orientation for section in document.sections] == [0, 1, 0]
    standing, lying, _ = document.sections
    assert (lying.page_width, lying.page_height) == (standing.page_height, standing.page_width)
    for section in document.sections:
        fields = [each.get(qn("w:instr")).strip() for each in section.footer._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
    narrower = packed((Heading(1, (Run("Tables"),)), CLOSE))
    assert len(docx.Document(io.BytesIO(narrower)).sections) == 1
    among_points = packed((Heading(1, (Run("Tables"),)), Item(0, (Run("A point"),)), WIDE))
    assert len(docx.Document(io.BytesIO(among_points)).sections) == 1


def test_many_columns_are_set_in_smaller_type():
    document = docx.Document(io.BytesIO(PAPER))
    for table, size in zip(document.tables, (7.5, 7.5, 8.5), strict=True):
        assert table.rows[-1].cells[0].paragraphs[0].style.font.size.pt == size
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def grids(nodes: tuple[Node, ...]) -> list[list[int]]:
    body = docx.Document(io.BytesIO(packed(nodes))).element.body
    return [[int(each.get(qn("w:w"))) for each in grid] for grid in body.iter(qn("w:tblGrid"))]


def test_columns_are_as_wide_as_what_is_in_them_asks_for():
    def table(*texts: str, shares=(0.05, 0.9, 0.05)) -> Table:
        return Table(("Language", "Text", "Place"), (Row(tuple((Run(text),) for text in texts)),), shares)

    long = "Local partnerships are key to services. " * 5
    ((language, text, place),) = grids((table("en", long, "row 2"),))
    assert language > 800, "room for the head in one line"
    assert place > 500
    assert language + text + place == 9412
    ((_, text, place),) = grids((table("en", "short", long),))
    assert place > text, "room goes where the text is"
    ((_, word, _),) = grids((table("en", "x" * 1000, "row 2"),))
    assert word < 9412 * 0.9, "one word does not take it all"
    assert sum(grids((table("", "", "", shares=(0.0, 0.0, 1.0)),))[0]) == 9412


def test_tables_that_hold_about_as_much_have_the_same_columns_throughout():
    def table(text: str, place: str) -> Table:
        return Table(("Text", "Place"), (Row(((Run(text),), (Run(place),))),), (0.8, 0.2))

    long, place = "Housing is short. " * 9, "under “Challenges of today” " * 4
    tables = (table(long, "row 2"), table(long + "There.", "row 9"), table(long, place))
    first, second, third = grids((tables[0], Heading(2, (Run("Next"),)), *tables[1:]))
    assert first == second
    assert third[1] > first[1]


def test_what_leads_nowhere_is_no_link_and_names_are_made_valid():
    far = "Séance 1/α " * 9
    nodes = (
        Paragraph((Run("gone", link="nowhere"), Run("there", link=far), Run("too", link="2nd"))),
        Paragraph((Run("first", anchor=far), Run("a", anchor="2nd"), Run("b", anchor="TO_2ND"))),
        Paragraph((Run("again", anchor=far),)),
    )
    body = docx.Document(io.BytesIO(packed(nodes))).element.body
    names = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    links = [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))]
    assert names == ["S_ance_1_S_ance_1_S_ance_1_S_ance_1_S_an", "to_2nd", "TO_2ND_2"]
    assert links == names[:2]
    assert letters(body) == "gonetheretoofirstabagain"


def test_each_script_is_marked_as_its_own():
    body = docx.Document(io.BytesIO(PAPER)).element.body
    marked = {
        tuple(sorted((etree.QName(key).localname, value) for key, value in each.attrib.items()))
        for each in body.iter(qn("w:lang"))
    }
    assert marked == {
        (("val", "fr-FR"),),
        (("bidi", "ar-SA"),),
        (("bidi", "he-IL"),),
        (("eastAsia", "zh-CN"),),
    }
    for run in body.iter(qn("w:r")):
        lang = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        leftwards = lang is not None and lang.get(qn("w:bidi")) is not None
        assert (run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None) == leftwards


def test_a_tag_that_is_none_is_left_out():
    nodes = (Paragraph((Run("x", language='fr" w:x="1'), Run("y", language="<&>"))),)
    body = docx.Document(io.BytesIO(packed(nodes))).element.body
    assert letters(body) == "xy"
    assert not [*body.iter(qn("w:lang"))]


def test_properties_tell_the_title_and_the_language_alone():
    core = trees(PAPER)["docProps/core.xml"]
    assert {local(each): each.text for each in core} == {"title": "A paper", "language": "en"}
    told = " ".join(parts(PAPER)["word/settings.xml"].decode().split())
    assert "rsid" not in told
    assert "updateFields" not in told


def test_a_long_title_leaves_room_for_the_page_in_the_footer():
    footers = docx.Document(io.BytesIO(packed(NODES, "Consolidated summary " * 20))).sections[0].footer
    assert footers.paragraphs[0].text.partition("\t")[0].endswith("Consolidated …")
    assert len(footers.paragraphs[0].text) < 100
    word = docx.Document(io.BytesIO(packed(NODES, "x" * 100_000))).sections[0].footer
    assert len(word.paragraphs[0].text) < 100


HOSTILE = [
    "]]>",
    "<w:p/>",
    "&amp;",
    '"',
    "'",
    "\x00\x0b\x1f",
    "\ud83d",
    "\udc00",
    "\ufffe",
    "\r\n",
    "\t",
    "{page}",
    "x" * 100_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:9]))
def test_no_text_breaks_the_file(text):
    nodes = (
        Heading(1, (Run(text, anchor=text),), counted=True),
        Picture(text, (text[:50],), ("A",), ((1,),)),
        Item(0, (Run(text, link=text, language=text[:9]),)),
        Table(
            (text, "B"),
            (Row(((Run(text),), (Run(text, small=True),))), Row(((Run(text),),), label=True)),
            (0.5, 0.5),
        ),
    )
    data = packed(nodes, text)
    for root in trees(data).values():
        assert faults(root) == []
    body = docx.Document(io.BytesIO(data)).element.body
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\\s]", "", text)
    assert re.sub(r"\s", "", letters(body)).count(kept or "B") >= 1
    assert len([*body.iter(qn("w:hyperlink"))]) == 1


_text = st.text(max_size=30) | st.sampled_from(HOSTILE[:-1])
_run = st.builds(
    Run,
    _text,
    st.booleans(),
    st.booleans(),
    st.booleans(),
    _text,
    _text,
    st.sampled_from(["", "fr", "ar", "zh", "x"]),
)
_runs = st.lists(_run, max_size=4).map(tuple)
_table = st.integers(1, 26).flatmap(
    lambda columns: st.builds(
        Table,
        st.just(tuple(map(str, range(columns)))),
        st.lists(
            st.builds(Row, st.lists(_runs, min_size=columns, max_size=columns).map(tuple))
            | st.builds(Row, st.tuples(_runs), st.just(True)),
            max_size=3,
        ).map(tuple),
        st.just((1 / columns,) * columns),
        st.frozensets(st.integers(0, columns - 1)),
    )
)
_node = st.one_of(
    st.builds(Heading, st.integers(0, 6), _runs, st.booleans(), st.booleans()),
    st.builds(
        Paragraph, _runs, st.sampled_from(["subtitle", "lead", "notice", "list", ""]), st.integers(0, 12)
    ),
    st.builds(Item, st.integers(0, 12), _runs, st.booleans()),
    _table,
)


@settings(max_examples=20, deadline=None, derandomize=True)
@given(st.lists(_node, max_size=8).map(tuple))
def test_whatever_is_told_is_a_sound_file(nodes):
    data = packed(nodes)
    for root in trees(data).values():
        assert faults(root) == []
    test_rows_and_cells_are_whole(data)
    test_names_and_numbers_are_unique_and_links_lead_somewhere(data)
    assert packed(nodes) == data
