"""The copy as a file: what is added, what stays, and what is refused."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from rapportkit import api
from rapportkit.errors import OutputError, UsageError
from rapportkit.model.finding import Severity
from rapportkit.model.location import Location
from rapportkit.writers.annotated import docx
from readers.docx_build import NAMESPACES, p, part, r, tbl, tr, word, zipped
from writers.annotated.making import annotated, at, finding, members

ROOT = Path(__file__).resolve().parents[3]
TRAITS = ROOT / "tests" / "corpus" / "traits" / "files"
FILES = [
    *sorted(TRAITS.glob("*.do[ct][xm]")),
    *(ROOT / "tests" / "corpus" / "dev" / "files" / f"{name}.docx" for name in ("c16-03", "rt-02", "sp-02")),
    ROOT / "examples" / "reports" / "roundtable-1.2.docx",
]
ONE = word(p("Some words here."))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_block_of_real_files_can_be_commented(path):
    data = path.read_bytes()
    document = api.read(data, path.name)
    found = [finding(f"number {index}", block.location) for index, block in enumerate(document.blocks)]
    for block in document.blocks[::3]:
        middle = block.text[len(block.text) // 3 : len(block.text) // 2].strip()
        found += [at(document, middle)] if middle else []
    copy = annotated(data, *found)
    placed = len(copy.comments) if any("comments.xml" in name for name in copy.changed) else 0
    assert placed + len(copy.top) - 2 >= len(found)


def test_what_is_changed_and_nothing_else():
    copy = annotated(ONE, "words")
    assert copy.changed == {
        "[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"
    }  # fmt: skip
    assert b'PartName="/word/comments.xml"' in copy.after["[Content_Types].xml"]
    assert b'Target="comments.xml"' in copy.after["word/_rels/document.xml.rels"]


def test_other_members_keep_their_very_bytes():
    data = (TRAITS / "comments.docx").read_bytes()
    document = api.read(data, "report.docx")
    new = docx.write(data, document, [finding("x", document.blocks[0].location)])
    old_zip, new_zip = zipfile.ZipFile(io.BytesIO(data)), zipfile.ZipFile(io.BytesIO(new))
    for old, now in zip(old_zip.infolist(), new_zip.infolist(), strict=True):
        assert (old.filename, old.date_time, old.extra, old.external_attr, old.create_system) == (
            *(now.filename, now.date_time, now.extra, now.external_attr, now.create_system),
        )
        if old.filename not in {"word/document.xml", "word/comments.xml"}:
            assert packed(data, old) == packed(new, now)


def packed(data: bytes, info: zipfile.ZipInfo) -> bytes:
    name, extra = struct.unpack_from("<HH", data, info.header_offset + 26)
    end = info.header_offset + 30 + name + extra + info.compress_size
    return data[info.header_offset : end]


def test_a_zip_with_sizes_behind_its_members_and_a_comment():
    out = io.BytesIO()

    class Stream(io.RawIOBase):
        def writable(self):
            return True

        def write(self, data):
            return out.write(data)

    with zipfile.ZipFile(Stream(), "w", zipfile.ZIP_DEFLATED) as archive:  # cannot go back, so sizes follow
        for name, data in members(ONE).items():
            archive.writestr(name, data)
        archive.comment = b"kept"
    data = out.getvalue()
    assert zipfile.ZipFile(io.BytesIO(data)).infolist()[0].flag_bits & 8
    copy = annotated(data, "words")
    assert copy.covered == ["words"]
    assert zipfile.ZipFile(io.BytesIO(copy.data)).comment == b"kept"


def test_large_zip_fields_are_put_right():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members(ONE).items():
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(data)
    copy = annotated(out.getvalue(), "words")
    assert copy.covered == ["words"]


def test_bytes_before_the_zip_do_no_harm():
    data = b"PK\x03\x04 not yet" + ONE
    assert annotated(data, "words").covered == ["words"]


def test_comments_that_are_there_stay():
    first = '<w:comment w:id="7" w:author="A. N. Other"><w:p><w:r><w:t>Mine.</w:t></w:r></w:p></w:comment>'
    body = p('<w:commentRangeStart w:id="7"/>', r("Some words"), '<w:commentRangeEnd w:id="7"/>', r(" here"))
    copy = annotated(word(body, parts={"comments": first}), "words", "here")
    assert copy.comments[0] == "Mine."
    ids = [value for each in copy.root("word/comments.xml") for key, value in each.items() if "}id" in key]
    assert ids == ["7", "8", "9"]
    assert copy.changed == {"word/document.xml", "word/comments.xml"}


def test_an_empty_comments_part_is_opened():
    empty = f"<w:comments {NAMESPACES}/>".encode()
    copy = annotated(word(p("Some words"), parts={"comments": empty}), "words")
    assert copy.comments == ["about words|Mend it. [L001 too-many-points, error]"]


def test_ids_that_leave_no_room_above():
    body = p(
        '<w:commentRangeStart w:id="2147483647"/>', r("Some words"), '<w:commentRangeEnd w:id="2147483647"/>'
    )
    data = word(body)
    document = api.read(data, "report.docx")
    new = members(docx.write(data, document, [at(document, "words")]))
    assert b'w:comment w:id="0"' in new["word/comments.xml"]


def test_a_name_that_is_taken_is_left_alone():
    copy = annotated(word(p("Some words"), more={"word/comments.xml": "<other/>"}), "words")
    assert copy.after["word/comments.xml"] == b"<other/>"
    assert b"about words" in copy.after["word/comments1.xml"]


def test_parts_under_other_names():
    data = word(p("Some words"), main="docs/main7.xml")
    copy = annotated(data, "words")
    assert copy.covered == ["words"]
    assert b'PartName="/docs/comments.xml"' in copy.after["[Content_Types].xml"]


def test_a_strict_file_stays_strict():
    data = (TRAITS / "strict.docx").read_bytes()
    copy = annotated(data, finding("x", api.read(data, "report.docx").blocks[0].location))
    strict = "http://purl.oclc.org/ooxml/"
    assert f'xmlns:w="{strict}wordprocessingml/main"'.encode() in copy.after["word/comments.xml"]
    assert (
        f"{strict}officeDocument/relationships/comments".encode()
        in copy.after["word/_rels/document.xml.rels"]
    )
    assert b'w:ind w:start="142"' in copy.after["word/document.xml"]


@pytest.mark.parametrize("prefix", ["ns0", ""])
def test_other_prefixes(prefix):
    body = p(r("Some words here", "<w:b/>"), properties='<w:jc w:val="center"/>')
    xml = part("document", f"<w:body>{body}</w:body>")
    mark = f"{prefix}:" if prefix else ""
    xml = xml.replace("<w:", f"<{mark}").replace("</w:", f"</{mark}")
    bound = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = xml.replace(bound, f"{bound} xmlns{':' if prefix else ''}{prefix}={bound.partition('=')[2]}")
    copy = annotated(zipped({**members(ONE), "word/document.xml": xml}), "words")
    assert copy.covered == ["words"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "iso-8859-1", "windows-1252", "utf-8-sig"])
def test_parts_in_other_encodings(encoding):
    declared = {"utf-16-le": "utf-16", "utf-8-sig": "utf-8"}.get(encoding, encoding)
    xml = part("document", f"<w:body>{p('Été: des mots – ici')}</w:body>".replace("–", "-"))
    data = xml.replace('encoding="UTF-8"', f'encoding="{declared}"').encode(encoding)
    file = zipped({**members(ONE), "word/document.xml": data})
    document = api.read(file, "report.docx")
    new = docx.write(file, document, [at(document, "mots"), finding("Ǆ – nowhere")], "fr")
    again = api.read(new, "report.docx")
    assert again.blocks[-1].text == "Été: des mots - ici"
    root = etree.fromstring(members(new)["word/document.xml"])
    assert "Ǆ – nowhere" in "".join(root.itertext())
    assert len(root.findall(".//{*}commentReference")) == 1


def test_the_list_at_the_top():
    copy = annotated(ONE, "words", finding("Nothing is said of women", help="Say it.", place="table 3"))
    assert copy.top == [
        "rapportkit: 2 findings",
        (
            "1 stands as a comment at its place. 1 has no single place in the text and is listed here. Before you "
            "send the report, delete this shaded list and all comments by rapportkit."
        ),
        "1. table 3: Nothing is said of women. Say it. [L001 too-many-points, error]",
    ]


@pytest.mark.parametrize(
    ("language", "first", "severity"),
    [
        ("fr", "rapportkit\u00a0: 1 constat", "avertissement"),
        ("es-ES", "rapportkit: 1 observación", "advertencia"),
        ("en-GB", "rapportkit: 1 finding", "warning"),
        ("de", "rapportkit: 1 finding", "warning"),
    ],
)
def test_the_list_in_other_languages(language, first, severity):
    copy = annotated(ONE, finding("x", severity=Severity.WARNING), language=language)
    assert copy.top[0] == first
    assert copy.top[2].endswith(f"[L001 too-many-points, {severity}]")


def test_headers_and_notes_are_listed():
    copy = annotated(ONE, finding("In the header", Location("report.docx", area="header"), place="header"))
    assert copy.top[2].startswith("1. header: In the header")


def test_without_findings_the_file_comes_back():
    document = api.read(ONE, "report.docx")
    assert docx.write(ONE, document, []) == ONE
    assert docx.write(ONE, document, [finding("let pass", waived="agreed")]) == ONE


def test_a_signature_is_told_to_be_void():
    signed = word(p("Some words"), more={"_xmlsignatures/origin.sigs": b""})
    assert "digital signature" in annotated(signed, "words").top[1]


def test_the_same_bytes_each_time():
    document = api.read(ONE, "report.docx")
    assert docx.write(ONE, document, [at(document, "words")]) == docx.write(
        ONE, document, [at(document, "words")]
    )


def test_five_hundred_findings():
    body = "".join(p(f"Paragraph {n} says something about it.") for n in range(100))
    document = api.read(word(body), "report.docx")
    found = [
        at(document, word_, n) for n in range(100) for word_ in ("Paragraph", "says", "some", "about", "it")
    ]
    copy = annotated(word(body), *found)
    assert len(copy.comments) == 500
    assert copy.covered[:5] == ["Paragraph", "says", "something", "about", "it"]


ODD = st.text(st.sampled_from("ab<>&]\"' \n\t\x00\x08\x0b\ud800\udfff\ufffe𝔸é"), max_size=12)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(ODD, ODD, ODD, st.booleans())
def test_whatever_findings_say(message, remedy, name, placed):
    place = Location("report.docx", paragraph=1) if placed else None
    copy = annotated(
        ONE, finding(f"x{message}]]>", place, help=remedy, name=name, quote=message, place=message)
    )
    assert len(copy.top) == 3 - placed


PIECES = st.lists(
    st.tuples(st.text("ab é\u0301&<.", min_size=1, max_size=5), st.sampled_from(["", "<w:b/>", "<w:i/>"])),
    min_size=1,
    max_size=5,
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(PIECES, min_size=1, max_size=3), st.data())
def test_any_spans_of_any_runs(paragraphs, draw):
    data = word("".join(p(*(r(text, look) for text, look in pieces)) for pieces in paragraphs) + p("end"))
    document = api.read(data, "report.docx")
    found = []
    for number in range(draw.draw(st.integers(1, 4))):
        block = draw.draw(st.sampled_from(document.blocks))
        start = draw.draw(st.integers(0, len(block.text) - 1))
        stop = draw.draw(st.integers(start + 1, len(block.text)))
        found.append(at(document, block.text[start:stop], message=f"about {number}"))
    copy = annotated(data, *found)
    wanted = {
        each.message: document.blocks[each.location.block].text[slice(*each.location.span)] for each in found
    }
    for text, words in zip(copy.comments, copy.covered, strict=True):
        assert "".join(wanted[text.partition("|")[0]].split()) in "".join(words.split())


def test_what_is_no_word_file_is_refused():
    text = b"Some words."
    with pytest.raises(
        UsageError, match=r"notes\.txt is a plain text, and findings can only be written into"
    ):
        docx.write(text, api.read(text, "notes.txt"), [finding("x")])
    page = b"<html><body><p>Some words.</p></body></html>"
    with pytest.raises(UsageError, match=r"a web page, .* save it as \.docx and annotate that copy\."):
        docx.write(page, api.read(page, "page.html"), [finding("x")])
    mail = b"From: a@example.org\nSubject: Report\n\nSome words.\n"
    with pytest.raises(UsageError, match=r"a mail, .*; save the report that it brings and annotate that\."):
        docx.write(mail, api.read(mail, "mail.eml"), [finding("x")])


def test_a_locked_file_is_refused():
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(UsageError, match="locked with a password"):
        docx.write(locked, api.read(ONE, "report.docx"), [finding("x")])


def test_a_file_that_changed_is_refused():
    with pytest.raises(UsageError, match="has changed since"):
        docx.write(word(p("Other words.")), api.read(ONE, "report.docx"), [finding("x")])


def test_a_file_that_does_not_hold_together_is_refused():
    broken = zipped({**members(word(p("x"), parts={"comments": "x"})), "word/comments.xml": "<no"})
    from dataclasses import replace
    from hashlib import sha256

    document = api.read(ONE, "report.docx")
    document = replace(document, source=replace(document.source, sha256=sha256(broken).hexdigest()))
    with pytest.raises(OutputError, match="cannot be annotated"):
        docx.write(broken, document, [at(document, "words")])


def test_macros_and_templates():
    for name in ("macros.docm", "template.dotx"):
        data = (TRAITS / name).read_bytes()
        document = api.read(data, name)
        new = docx.write(data, document, [finding("x", document.blocks[0].location)])
        kept = {key: inside for key, inside in members(data).items() if "bin" in key}
        assert kept.items() <= members(new).items()


def test_a_table_at_the_start():
    copy = annotated(word(tbl(tr("left", "right"))), "right", finding("nowhere"))
    assert copy.covered == ["right"]
    body = copy.root()[0]
    assert [etree.QName(each).localname for each in body][:4] == ["sdt", "tbl"]


def test_another_program_reads_the_same_text():
    data = (ROOT / "examples" / "reports" / "roundtable-1.2.docx").read_bytes()
    document = api.read(data, "report.docx")
    new = docx.write(data, document, [finding("x", block.location) for block in document.blocks])
    before, after = (Document(io.BytesIO(each)) for each in (data, new))
    top = len(after.paragraphs) - len(before.paragraphs)
    assert [each.text for each in after.paragraphs[top:]] == [each.text for each in before.paragraphs]
    assert [cells(table) for table in after.tables] == [cells(table) for table in before.tables]


def cells(table) -> list[str]:
    return [cell.text for row in table.rows for cell in row.cells]


def test_a_directory_that_claims_to_go_on():
    data = bytearray(ONE)
    last = data.rindex(b"PK\x01\x02")
    struct.pack_into("<H", data, last + 30, 9)  # of extra fields, where none follow
    assert annotated(bytes(data), "words").covered == ["words"]
