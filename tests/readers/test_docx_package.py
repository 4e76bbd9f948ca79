"""Word: the zip around the document, and everything that is not a sound one."""

import struct
import zipfile

import pytest

from rapportkit.errors import ReadError
from rapportkit.model.options import Limits, ReadOptions
from rapportkit.readers.docx import read
from readers.docx_build import (
    MAIN_TYPE,
    cell_of,
    document,
    field,
    level,
    lists,
    num,
    p,
    part,
    r,
    relations,
    tbl,
    tr,
    word,
    zipped,
)

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def failure(data, **limits):
    with pytest.raises(ReadError) as caught:
        read(data, "rt 12.docx", ReadOptions(limits=Limits(**limits)))
    message = str(caught.value)
    assert message.startswith("rt 12.docx ")
    assert message.endswith(".")
    assert "\n" not in message
    return caught.value.code, message


def test_the_source_names_the_file():
    file = word(p("a"))
    source = read(file, "rt 12.docx").source
    assert (source.name, source.format, source.pages) == ("rt 12.docx", "docx", None)
    assert len(source.sha256) == 64
    assert source.sha256 != read(word(p("b")), "rt 12.docx").source.sha256


def test_an_empty_file():
    assert failure(b"") == ("F002", "rt 12.docx is empty (0 bytes); ask for the file again.")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (bytes(4000), "is not a Word file"),
        (b"Just some notes, saved under the wrong name.", "is not a Word file"),
        (b"%PDF-1.7 ...", "is a PDF file under another name"),
        (b"{\\rtf1 hello}", "is an RTF file"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><w:wordDocument/>", "is an XML file"),
        (b"<HTML><body>", "is a web page"),
        (b"<!DOCTYPE html>", "is a web page"),
    ],
)
def test_other_files(data, said):
    code, message = failure(data)
    assert code == "F003"
    assert said in message


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_file(share):
    file = word(p("a" * 500))
    code, message = failure(file[: int(len(file) * share)])
    assert code == "F003"
    assert message == (
        "rt 12.docx is not a whole Word file: it breaks off before its end; save it again in Word and send that copy."
    )


def test_a_damaged_member():
    file = bytearray(word(p("a" * 500)))
    with zipfile.ZipFile(__import__("io").BytesIO(bytes(file))) as archive:
        start = archive.getinfo("word/document.xml").header_offset + 30 + len("word/document.xml")
    file[start + 20] ^= 0xFF
    code, message = failure(bytes(file))
    assert code == "F003"
    assert "word/document.xml" in message


def patched(offset, form, number, signature=b"PK\x01\x02"):
    """A file with one number changed in the zip's table of contents, for its third member."""
    file = bytearray(word(p("a" * 500)))
    at = -1
    for _ in range(3):
        at = file.find(signature, at + 1)
    struct.pack_into(form, file, at + offset, number)
    return bytes(file)


@pytest.mark.parametrize(
    "data",
    [
        patched(42, "<L", 0x7FFFFFFF),  # where the member begins
        patched(42, "<L", 3),
        patched(16, "<L", 1),  # check sum
        patched(10, "<H", 99),  # way of packing
        patched(8, "<H", 0x800).replace(
            b"word/document.xml", b"word/documen\xff.xml"
        ),  # a name that is no text
        patched(24, "<L", 7),  # unpacked size
    ],
)
def test_a_damaged_table_of_contents(data):
    assert failure(data)[0] in {"F003", "F004"}


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"xl/workbook.xml": "<x/>"}, "an Excel workbook"),
        ({"ppt/presentation.xml": "<x/>"}, "a PowerPoint presentation"),
        (
            {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"},
            "an OpenDocument text (.odt)",
        ),
        ({"mimetype": "application/epub+zip"}, "an e-book"),
        ({"word/styles.xml": "<x/>"}, "a Word file whose document has gone missing"),
        ({"a.docx": b"x", "b.docx": b"y"}, "a plain zip archive with 2 Word files in it"),
        ({"notes.txt": "x"}, "a plain zip archive;"),
        ({}, "an empty zip archive"),
        ({"word/document.xml": "<html/>"}, "a Word file whose document has gone missing"),
    ],
)
def test_a_zip_without_a_word_document(members, said):
    code, message = failure(zipped(members))
    assert code == "F004"
    assert said in message


def test_a_workbook_with_all_its_relations_is_no_word_file():
    file = zipped(
        {
            "_rels/.rels": relations({"rId1": "officeDocument xl/workbook.xml"}),
            "xl/workbook.xml": "<workbook/>",
        }
    )
    assert failure(file)[0] == "F004"


@pytest.mark.parametrize(
    ("stream", "said"),
    [
        ("EncryptionInfo", "is protected by a password; open it in Word, take the password off"),
        ("WordDocument", "is an old Word file (.doc); open it in Word and save it as .docx"),
        ("Workbook", "is an old Excel file (.xls)"),
        ("PowerPoint Document", "is an old PowerPoint file (.ppt)"),
        ("Other", "is an old Office file of some other kind"),
    ],
)
def test_compound_files(stream, said):
    code, message = failure(COMPOUND + stream.encode("utf-16-le") + bytes(100))
    assert code == "F005"
    assert said in message


def test_a_zip_with_a_password():
    file = bytearray(word(p("a")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := file.find(signature, at + 1)) >= 0:
            file[at + offset] |= 1
    assert failure(bytes(file))[0] == "F005"


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({"members": 3}, "its zip has more than 3 members. Send the report alone, in a file of its own;"),
        ({"member_bytes": 2000}, "word/document.xml in it unpacks to more than 2,000 bytes."),
        ({"total_bytes": 2**20}, "its parts unpack to more than 1 MB together."),
        (
            {"ratio": 20},
            "word/document.xml in it unpacks to more than 20 times its size, as a zip bomb does.",
        ),
    ],
)
def test_limits(limits, said):
    file = word(p("ab " * 700_000))
    allowed = dict.fromkeys(limits, 2**30)
    assert len(read(file, "x.docx", ReadOptions(limits=Limits(**{"ratio": 999, **allowed}))).blocks) == 1
    code, message = failure(file, **{"ratio": 999, **limits})
    assert code == "F006"
    assert said in message
    (name,) = limits
    assert message.endswith(f"--limit {name.replace('_', '-')}=… allows more.")


def test_the_depth_of_xml_is_a_limit_of_its_own():
    def nested(depth):
        return word(
            "<w:sdt><w:sdtContent>" * (depth // 2) + p("x") + "</w:sdtContent></w:sdt>" * (depth // 2)
        )

    code, message = failure(nested(40), xml_depth=40)
    assert (
        code,
        "word/document.xml in it has elements inside one another, more than 40 deep" in message,
    ) == (
        "F006",
        True,
    )
    assert failure(nested(256))[1].endswith("--limit xml-depth=… allows more.")
    for depth, allowed in ((30, 40), (256, 300), (400, 2047), (400, 10**9)):
        found = read(nested(depth), "x.docx", ReadOptions(limits=Limits(xml_depth=allowed)))
        assert [block.text for block in found.blocks] == ["x"]


def test_tables_inside_tables_are_a_limit_of_their_own():
    def nested(depth):
        body = p("core")
        for _ in range(depth):
            body = tbl(tr(f"<w:tc>{body}</w:tc>"))
        return word(body)

    assert "its tables stand inside one another, more than 3 deep" in failure(nested(4), table_depth=3)[1]
    assert len(read(nested(3), "x.docx", ReadOptions(limits=Limits(table_depth=3))).blocks) == 1


def test_tables_side_by_side_are_not_deep():
    file = word(tbl(tr("a")) * 5)
    assert len(read(file, "x.docx", ReadOptions(limits=Limits(table_depth=1))).blocks) == 5


def test_limits_count_what_is_unpacked_and_not_what_the_zip_says():
    file = bytearray(word(p("a" * 2_000_000)))
    at = -1
    while (at := file.find(b"PK\x01\x02", at + 1)) >= 0:
        struct.pack_into("<L", file, at + 20, 0x7FFFFFF)  # packed size
    code, _ = failure(bytes(file), ratio=20)
    assert code in {"F003", "F006"}


def test_xml_that_nests_without_end():
    body = "<w:sdt><w:sdtContent>" * 300 + p("x") + "</w:sdtContent></w:sdt>" * 300
    assert failure(word(body))[0] == "F006"


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE w:document [<!ENTITY a "b">]><w:document/>',
        '<?xml version="1.0"?>\n<!-- note -->\n<!DOCTYPE w:document SYSTEM "http://example.org/x.dtd"><w:document/>',
        '<!DOCTYPE d [<!ENTITY a "b">]><d/>'.encode("utf-16"),
    ],
)
def test_a_document_type_is_refused(content):
    code, message = failure(zipped({"word/document.xml": content}))
    assert code == "F003"
    assert "declares a document type" in message


def test_entities_are_not_resolved(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words", encoding="utf-8")
    inside = part("document", "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>")
    inside = inside.replace("?><", f'?><!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]><', 1)
    code, message = failure(zipped({"word/document.xml": inside}))
    assert code == "F003"
    assert "secret" not in message


@pytest.mark.parametrize("kind", ["styles", "numbering", "footnotes"])
def test_an_unsound_part_is_named(kind):
    body = p("a", '<w:r><w:footnoteReference w:id="1"/></w:r>')
    code, message = failure(word(body, parts={kind: b"<w:broken"}))
    assert code == "F003"
    assert f"word/{kind}.xml is no well-formed XML" in message


def test_a_renamed_main_part_with_its_own_relations():
    file = word(
        p("a", properties=num()),
        main="content/text2.xml",
        parts={"numbering": lists(level(0, "decimal", "%1."))},
    )
    (block,) = read(file, "x.docx").blocks
    assert (block.text, block.marker) == ("a", "1.")


def test_parts_are_found_by_relation_under_any_name():
    inside = part("numbering", lists(level(0, "decimal", "%1)")))
    file = word(
        p("a", properties=num()),
        more={"other/lists9.xml": inside},
        targets={"n": "numbering /other/lists9.xml"},
    )
    assert read(file, "x.docx").blocks[0].marker == "1)"


def test_a_file_without_relations_is_read_by_the_usual_names():
    members = {
        "word/document.xml": part("document", f"<w:body>{p('a', properties=num())}</w:body>"),
        "word/numbering.xml": part("numbering", lists(level(0, "decimal", "%1."))),
    }
    assert read(zipped(members), "x.docx").blocks[0].marker == "1."


def test_names_with_backslashes_and_other_case():
    inside = part("document", f"<w:body>{p('a')}</w:body>")
    file = zipped(
        {"_rels\\.rels": relations({"r": "officeDocument word/Document.xml"}), "WORD\\document.xml": inside}
    )
    assert read(file, "x.docx").blocks[0].text == "a"


@pytest.mark.parametrize(
    "content_type",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        MAIN_TYPE.replace("document.main", "template.main"),
    ],
)
def test_templates_and_macro_files_are_read(content_type):
    assert read(word(p("a"), content_type=content_type), "x.docm").blocks[0].text == "a"


def test_a_strict_file_reads_like_any_other():
    body = (
        p("Head", properties='<w:outlineLvl w:val="0"/>')
        + p("a", properties=f'{num()}<w:ind w:start="36pt"/>')
        + tbl(tr("b", cell_of(r("bold", '<w:b w:val="true"/>'))))
        + p(field("REF x", "c"), "<m:oMath><m:r><m:t>d</m:t></m:r></m:oMath>")
    )
    numbering = lists(level(0, "decimal", "%1."))
    loose = read(word(body, parts={"numbering": numbering}), "x.docx")
    members = unzipped(word(body, parts={"numbering": numbering}))
    strict = zipped({name: strictly(inside) for name, inside in members.items()})
    found = read(strict, "x.docx")
    assert found.blocks == loose.blocks
    assert [block.text for block in found.blocks] == ["Head", "a", "b", "bold", "cd"]
    assert found.blocks[1].indent == 36.0


def unzipped(data):
    import io

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def strictly(inside):
    return inside.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/",
        "http://purl.oclc.org/ooxml/wordprocessingml/",
    ).replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"
    )


def test_another_prefix_and_another_encoding():
    inside = (
        '<?xml version="1.0" encoding="UTF-16"?>'
        '<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<x:body><x:p><x:r><x:t>Été</x:t></x:r></x:p></x:body></x:document>"
    ).encode("utf-16")
    assert read(zipped({"word/document.xml": inside}), "x.docx").blocks[0].text == "Été"


def test_comments_and_instructions_in_the_xml_are_passed_over():
    inside = part(
        "document",
        f"<w:body><!-- x --><?y z?>{p('a', '<!-- b --><w:r><w:t>c<!-- d -->e</w:t></w:r>')}</w:body>",
    )
    assert read(zipped({"word/document.xml": inside}), "x.docx").blocks[0].text == "ace"


def test_a_dangling_relation_is_no_trouble():
    file = word(p("a"), targets={"s": "styles gone.xml", "h": "header gone2.xml"})
    assert read(file, "x.docx").blocks[0].text == "a"
    assert document(p("a")).remarks == ()
