"""Web pages, mails, OpenDocument and other formats."""

from __future__ import annotations

import base64

from corpus.traits.packing import stored
from corpus.traits.trait import Expected, Trait, at, head, item, para, row
from corpus.traits.word_shape import TRAITS as WORD_TRAITS

SITE = """\
<!doctype html>
<html lang="en"><head><title>Report – Example Forum</title><style>nav{color:red}</style></head>
<body>
<header class="site"><a href="/">Example Forum</a><nav><ul><li><a href="/a">About</a></li><li><a href="/n">News</a></li></ul></nav></header>
<main>
<h1>Report of round table 9.9</h1>
<p>Cities and regions asked
for a <strong>seat</strong>.<br>And for means.</p>
<ol><li>Open the offices<ul><li>in the evening</li></ul></li><li>Count who comes</li></ol>
</main>
<footer><p>Imprint</p></footer>
<script>var hidden = "never shown";</script>
</body></html>
"""

TABLE = """\
<html><body><table border="1">
<tr><th>Rapporteur</th><td>Ana Exemplo</td></tr>
<tr><td colspan="2"><b>2. Challenges</b></td></tr>
<tr><td rowspan="2">Rents</td><td>in the centre</td></tr>
<tr><td><p>elsewhere</p><p>and later</p></td></tr>
</table><p>After.</p></body></html>
"""

FROM_WORD = """\
<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin-left:0cm;} @list l0:level1 {mso-level-number-format:bullet;} --></style></head>
<body lang=EN-GB><div class=WordSection1>
<p class=MsoNormal><b>2. Challenges<o:p></o:p></b></p>
<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Opening
hours – caf\xe9s<o:p></o:p></p>
</div></body></html>
"""

PAGE_OF_XML = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>
<h2>Challenges</h2><p>Caf\xe9 &#8211; hours</p><br/>
</body></html>
"""

HEAD = (
    "From: Ana Exemplo <ana@example.org>\r\nTo: secretariat@example.org\r\n"
    "Subject: =?utf-8?q?Report_of_the_caf=C3=A9_session?=\r\nDate: Fri, 21 Jan 2022 10:00:00 +0100\r\n"
    "MIME-Version: 1.0\r\n"
)
SUBJECTS = [
    {"kind": "header", "text": "From: Ana Exemplo <ana@example.org>"},
    {"kind": "header", "text": "To: secretariat@example.org"},
    {"kind": "header", "text": "Subject: Report of the café session"},
    {"kind": "header", "text": "Date: Fri, 21 Jan 2022 10:00:00 +0100"},
]

BODY = HEAD + (
    "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "2. Challenges\r\n\r\n- Opening hours of caf=C3=A9s, which end at six although all of the workers a=\r\nrrive at seven\r\n- Rents\r\n"
)

BOTH = HEAD + (
    'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\n'
    "Content-Transfer-Encoding: 8bit\r\n\r\nChallenges\r\n\r\n* Opening hours\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    "<html><body><h2>Challenges</h2><ul><li>Opening hours</li></ul></body></html>\r\n--b--\r\n"
)

OPEN_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")),
        ("fo", "xsl-fo-compatible"),
    )
)
OPEN_KIND = "application/vnd.oasis.opendocument.text"
OPEN_LISTS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>'
)
OPEN_BODY = (
    '<text:h text:outline-level="2">Challenges</text:h>'
    "<text:p>Cities asked<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body>"
    "<text:p>In 2017.</text:p></text:note-body></text:note> for<text:s text:c='1'/>a seat.</text:p>"
    '<text:list text:style-name="L"><text:list-item><text:p>Permits</text:p><text:list><text:list-item><text:p>short ones'
    "</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Rents</text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>Quote</text:p></table:table-cell><table:table-cell><text:p>“Yes.”"
    "</text:p></table:table-cell></table:table-row></table:table>"
)
READ_OPEN: Expected = {
    "blocks": [
        head(2, "Challenges"),
        para("Cities asked for a seat.", notes=[("1", "In 2017.")]),
        item("1.", 1, "Permits"),
        item("•", 2, "short ones"),
        item("2.", 1, "Rents"),
        *row(1, 1, "Quote", "“Yes.”"),
    ]
}

OPEN_CHANGED = (
    "<text:tracked-changes><text:changed-region text:id='c1'><text:deletion><text:p>never </text:p></text:deletion>"
    "</text:changed-region><text:changed-region text:id='c2'><text:insertion/></text:changed-region></text:tracked-changes>"
    "<text:p>Cities <text:change text:change-id='c1'/>asked <text:change-start text:change-id='c2'/>twice "
    "<text:change-end text:change-id='c2'/>for a seat.</text:p>"
)


def _open(body: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {OPEN_SPACES}><office:automatic-styles>{OPEN_LISTS}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def _odt(body: str) -> bytes:
    listed = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return stored({"mimetype": OPEN_KIND, "content.xml": _open(body), "META-INF/manifest.xml": listed})


def _fodt() -> bytes:
    flat = _open(OPEN_BODY).replace("office:document-content", "office:document")
    return flat.replace("<office:document ", f'<office:document office:mimetype="{OPEN_KIND}" ').encode()


def _attached() -> bytes:
    (report,) = (trait.make() for trait in WORD_TRAITS if trait.name == "numbering-restart.docx")
    coded = base64.encodebytes(report).decode().replace("\n", "\r\n")
    return (
        f'{HEAD}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
        "Dear all, the report is attached.\r\n\r\n--b\r\nContent-Type: application/octet-stream\r\n"
        "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename*=utf-8''r%C3%A9union.docx\r\n\r\n"
        f"{coded}--b--\r\n"
    ).encode()


TRAITS = (
    Trait(
        "site.html",
        "A page of a web site, with its title, menu, footer and script.",
        SITE.encode,
        {
            "blocks": [
                head(1, "Report of round table 9.9"),
                para("Cities and regions asked for a seat.\nAnd for means."),
                item("1.", 1, "Open the offices"),
                item("•", 2, "in the evening"),
                item("2.", 1, "Count who comes"),
            ],
            "furniture": [
                {"kind": "header", "text": "Report – Example Forum"},
                *(
                    {"kind": "navigation", "text": text}
                    for text in ("Example Forum", "About", "News", "Imprint")
                ),
            ],
        },
    ),
    Trait(
        "table.html",
        "A table with cells over columns and rows.",
        TABLE.encode,
        {
            "blocks": [
                *row(1, 1, "Rapporteur", "Ana Exemplo"),
                *row(1, 2, "2. Challenges"),
                *row(1, 3, "Rents", "in the centre"),
                *at(1, 4, 2, para("elsewhere"), para("and later")),
                para("After."),
            ]
        },
    ),
    Trait(
        "from-word.html",
        "A page that Word saved in Windows-1252: its bullets are typed letters of Symbol.",
        lambda: FROM_WORD.encode("cp1252"),
        {"blocks": [para("2. Challenges", lead=13), item("•", 1, "Opening hours – cafés")]},
    ),
    Trait(
        "strict-page.xhtml",
        "A page as XML, with a document type and signs by number.",
        PAGE_OF_XML.encode,
        {"blocks": [head(2, "Challenges"), para("Café – hours")]},
    ),
    Trait(
        "mail.eml",
        "The report is the text of a mail, coded as quoted-printable.",
        BODY.encode,
        {
            "blocks": [
                item("2.", 1, "Challenges"),
                item(
                    "-",
                    1,
                    "Opening hours of cafés, which end at six although all of the workers arrive at seven",
                ),
                item("-", 1, "Rents"),
            ],
            "furniture": SUBJECTS,
        },
    ),
    Trait(
        "mail-with-page.eml",
        "The same text comes as text and as a web page; it is one report.",
        BOTH.encode,
        {"blocks": [para("Challenges"), item("*", 1, "Opening hours")], "furniture": SUBJECTS},
    ),
    Trait(
        "mail-with-attachment.eml",
        "A short letter brings the report as a Word file.",
        _attached,
        {
            "blocks": [
                {**block, "at": {"area": "attachment réunion.docx"}}
                for trait in WORD_TRAITS
                if trait.name == "numbering-restart.docx"
                for block in trait.expected["blocks"]
            ],
            "furniture": [*SUBJECTS, {"kind": "header", "text": "Dear all, the report is attached."}],
        },
    ),
    Trait(
        "open.odt", "Heading, note, nested list and table of LibreOffice.", lambda: _odt(OPEN_BODY), READ_OPEN
    ),
    Trait("open.fodt", "The same in one XML file.", _fodt, READ_OPEN),
    Trait(
        "tracked.odt",
        "An insertion and a deletion of LibreOffice, both still open.",
        lambda: _odt(OPEN_CHANGED),
        {"blocks": [para("Cities asked twice for a seat.")], "remarks": ["D001"]},
        original={"blocks": [para("Cities never asked for a seat.")], "remarks": ["D001"]},
    ),
    Trait(
        "rich.rtf",
        "Rich text, without LibreOffice to read it: the message says how to save it.",
        lambda: (
            b"{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0\\fs20 2. Challenges\\par Opening hours\\par }"
        ),
        {"refused": ["F012", ".docx"]},
    ),
)
