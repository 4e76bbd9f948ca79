"""Whom a file names beside its text, in every format that can; and files that are not what their names say."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from rapportkit import api
from rapportkit.model.document import Document
from readers.docx_build import p, r, relations, word
from readers.test_odt import SPACES, content, odt
from readers.test_odt import p as odt_p

ROOT = Path(__file__).parents[1]
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Cafés</dc:title><dc:creator>Ana  Exemplo</dc:creator>'
    "<cp:lastModifiedBy>Ben Muster</cp:lastModifiedBy></cp:coreProperties>"
)
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Some Program</Application><Manager/><Company>Tea Tables Union</Company></Properties>"
)
LINKS = relations(
    {
        "a": "officeDocument word/document.xml",
        "b": "core-properties docProps/core.xml",
        "c": "extended-properties docProps/app.xml",
    }
)
CHANGED = p("Cups", f'<w:ins w:id="1" w:author="Cleo Beispiel">{r(" and tables")}</w:ins>')
COMMENT = f'<w:comment w:id="1" w:author="Dana Muster">{p("Really?")}</w:comment>'


def properties(body: str, core: str = CORE, **parts: str) -> tuple[tuple[str, str], ...]:
    more = {"_rels/.rels": LINKS, "docProps/core.xml": core, "docProps/app.xml": APP}
    return api.read(word(body, parts=parts, more=more), "cafes.docx").properties


def test_a_word_file_names_people_in_its_properties_comments_and_changes():
    assert properties(CHANGED * 2, comments=COMMENT) == (
        ("creator", "Ana Exemplo"),
        ("last-editor", "Ben Muster"),
        ("company", "Tea Tables Union"),
        ("comment-author", "Dana Muster"),
        ("change-author", "Cleo Beispiel"),
    )


def test_properties_that_are_broken_cost_nothing_else():
    assert properties(p("Cups"), core="<broken") == (("company", "Tea Tables Union"),)


def test_a_word_file_without_properties_names_nobody():
    assert api.read(word(p("Cups")), "cafes.docx").properties == ()


def test_an_open_document_names_people_too():
    meta = (
        f'<office:document-meta {SPACES} xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta>'
        "<meta:initial-creator>Ana Exemplo</meta:initial-creator><dc:creator>Ben Muster</dc:creator>"
        "</office:meta></office:document-meta>"
    )
    comment = f"<office:annotation><dc:creator>Dana Muster</dc:creator>{odt_p('Really?')}</office:annotation>"
    assert odt(odt_p(f"Cups{comment}"), meta_xml=meta).properties == (
        ("creator", "Ana Exemplo"),
        ("last-editor", "Ben Muster"),
        ("comment-author", "Dana Muster"),
    )
    assert odt(odt_p("Cups")).properties == ()


def test_a_pdf_and_a_web_page_name_their_author():
    pdf = ROOT / "corpus/dev/files/rt-08.pdf"
    assert api.read(pdf.read_bytes(), pdf.name).properties == (("creator", "Reporting desk"),)
    page = '<html><head><meta name="Author" content="Ana Exemplo"></head><body><p>Cups</p></body></html>'
    assert api.read(page.encode(), "cafes.html").properties == (("creator", "Ana Exemplo"),)


def test_a_report_that_is_attached_brings_its_properties_along():
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Ana Exemplo <ana@example.org>", "Report"
    mail.set_content("Please find it attached.\n")
    attached = word(p("Cups are shared. " * 40), more={"_rels/.rels": LINKS, "docProps/core.xml": CORE})
    mail.add_attachment(attached, maintype="application", subtype="octet-stream", filename="cafes.docx")
    assert ("last-editor", "Ben Muster") in api.read(mail.as_bytes(), "mail.eml").properties


def misnamed(document: Document) -> list[tuple[str, tuple[tuple[str, str | int], ...]]]:
    return [(each.key, each.args) for each in document.remarks if each.code == "D007"]


PAGE = b"<html><body><p>Cups are shared.</p></body></html>"
MAIL = b"MIME-Version: 1.0\r\nSubject: Report\r\nContent-Type: text/plain\r\n\r\nCups are shared.\r\n"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("cafes.pdf", word(p("Cups")), "docx"),
        ("cafes.doc", word(p("Cups")), "docx"),
        ("cafes.docx", (ROOT / "fixtures/bad/sound.pdf").read_bytes(), "pdf"),
        ("cafes.docx", None, "odt"),
        ("cafes.doc", PAGE, "html"),
        ("cafes.txt", MAIL, "eml"),
    ],
)
def test_a_file_that_is_read_as_something_else_than_its_name_says_so(
    name: str, data: bytes | None, kind: str
):
    if data is None:
        from readers.test_odt import pack

        data = pack(odt_p("Cups"))
    suffix = name[name.rfind(".") :]
    assert misnamed(api.read(data, name)) == [(kind, (("suffix", suffix),))]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("cafes.docm", word(p("Cups"))),
        ("cafes", word(p("Cups"))),
        ("cafes.htm", PAGE),
        ("cafes.fodt", content(odt_p("Cups")).encode()),
        ("cafes.mht", MAIL),
        ("cafes.md", b"# Cups\n\n<br> are shared\n"),
    ],
)
def test_a_file_that_is_what_its_name_says_is_left_in_peace(name: str, data: bytes):
    assert misnamed(api.read(data, name)) == []
