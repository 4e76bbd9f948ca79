"""Word: styles are cut out of their part one by one; whichever way they are written, they say the same."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from rapportkit.errors import ReadError
from rapportkit.model.document import BlockKind
from rapportkit.readers.docx import read
from readers.docx_build import p, part, sdt, style, word, zipped

FORMATS = Path(__file__).resolve().parents[2] / "examples" / "formats"
FILLING = "".join(style(f"Table{number}", "<w:tblPr/>" * 20, kind="table") for number in range(400))


def heading(styles):
    file = word(p("Head", properties='<w:pStyle w:val="H2"/>') + p("Text"), parts={"styles": styles})
    return [(block.kind, block.level, block.is_bold) for block in read(file, "x.docx").blocks]


def sheet(before="", between=""):
    language = '<w:rPrDefault><w:rPr><w:lang w:val="fr-CH"/></w:rPr></w:rPrDefault>'
    normal = style("Normal", "<w:rPr><w:b/></w:rPr>", default=True)
    own = style("H2", '<w:basedOn w:val="Normal"/><w:rPr><w:b w:val="0"/></w:rPr>', name="heading 2")
    return f"{before}<w:docDefaults>{language}</w:docDefaults>{normal}{between}{own}"


@pytest.mark.parametrize(
    "styles",
    [
        sheet(),
        sheet(between=FILLING),  # far behind the part that is unpacked first
        sheet(before="<!-- written by hand -->"),
        sheet(between="<!-- <w:style w:styleId='H2'/> -->"),
        sheet().replace('w:styleId="H2"', "w:styleId='H2'"),
        sheet().replace('w:styleId="H2"', 'w:styleId="&#72;2"'),
        sheet().replace('w:styleId="H2"', 'w:styleId = "H2"'),
        sheet().replace('w:default="1"', 'w:default="true"'),
        sheet().replace("<w:style ", "<w:style\n"),
        sheet() + style("H2", "", name="heading 5"),
        part("styles", sheet()).replace("UTF-8", "UTF-16").encode("utf-16"),
        part("styles", sheet()).replace("w:", "x:").replace("xmlns:w=", "xmlns:x=").encode(),
        b"\xef\xbb\xbf" + part("styles", sheet()).encode(),
        part("styles", sheet()).replace("UTF-8", "ISO-8859-1").encode("latin-1"),
    ],
)
def test_a_style_is_found_however_its_part_is_written(styles):
    assert heading(styles) == [(BlockKind.HEADING, 2, False), (BlockKind.PARAGRAPH, 0, True)]


def test_the_language_of_the_sheet():
    file = word(p("a"), parts={"styles": sheet()})
    assert read(file, "x.docx").source.language == "fr"


def test_an_empty_style_has_no_end_of_its_own():
    empty = '<w:style w:type="paragraph" w:styleId="H2"/>' + style("Other", "", name="heading 1")
    assert heading(empty)[0] == (BlockKind.PARAGRAPH, 0, False)


def test_a_sheet_that_ends_within_a_style_is_unsound():
    styles = part("styles", sheet()).partition("</w:style><w:style")[0].replace("Normal", "H2").encode()
    with pytest.raises(ReadError) as caught:
        heading(styles)
    assert caught.value.code == "F003"
    assert "word/styles.xml is no well-formed XML" in str(caught.value)


def test_a_prompt_is_known_by_its_style_wherever_that_stands():
    prompt = sdt(
        p('<w:r><w:rPr><w:rStyle w:val="Invite"/></w:rPr><w:t>Type here</w:t></w:r>', "typed"),
        "<w:showingPlcHdr/>",
    )
    styles = FILLING + style("Invite", "", name="Placeholder Text", kind="character")
    found = read(word(prompt, parts={"styles": styles}), "x.docx")
    assert [block.text for block in found.blocks] == ["typed"]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_examples_read_the_same_with_all_styles_parsed(number):
    data = (FORMATS / f"{number}.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["word/styles.xml"] = members["word/styles.xml"].replace(b"</w:styles>", b"<!-- --></w:styles>")
    head, sep, rest = members["word/styles.xml"].partition(b"<w:docDefaults>")
    members["word/styles.xml"] = head + b"<!-- -->" + sep + rest
    whole, cut = read(zipped(members), "x.docx"), read(data, "x.docx")
    assert replace(whole, source=cut.source) == cut
