"""Files made to exhaust, confuse or cross whoever opens them; each is small, and small to make."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from corpus.traits.packing import pdf as raw_pdf
from corpus.traits.packing import stream
from readers.docx_build import (
    level,
    lists,
    num,
    p,
    part,
    r,
    relations,
    style,
    tbl,
    tc,
    tr,
    word,
    zipped,
)

DEEP = 20_000
FORM = "Reporting Template\n\nName of Rapporteur: Ana Exemplo\n\n1. Summary/Main discussion points\n\n- One\n\n2. Challenges\n\n"

# Text -----------------------------------------------------------------------------------------

LINES = {
    "one letter": "a" * 50_000,
    "one word": "word " * 10_000,
    "dashes": "- " * 20_000,
    "figures": "1." * 20_000,
    "figures and blanks": "1. " * 15_000,
    "brackets": "(" * 40_000,
    "all brackets": "([{" * 10_000,
    "blanks inside": "a" + " " * 60_000 + "b",
    "blanks before": " " * 60_000 + "b",
    "tabs": "a" + "\t" * 10_000 + "b",
    "stars": "a" + "*" * 40_000 + "b",
    "bold never closed": " **a" * 5_000,
    "emphasis never closed": " _a" * 8_000,
    "links never closed": "[a](" * 8_000,
    "tags never closed": "<a " * 10_000,
    "comments never closed": "<!--" * 8_000,
    "lists never closed": "<ul>" * 8_000 + "x",
    "entities": "&amp;" * 8_000,
    "half entities": "&#" * 15_000,
    "pipes": "a|" * 15_000,
    "quotation marks": "“" * 20_000,
    "colons": "a: " * 10_000,
    "commas": "Ana Exemplo, " * 4_000,
    "dates": "6 December 2018 " * 4_000,
    "digits": "1" * 40_000,
    "rows of figures": "12 34 56 " * 2_000,
    "days without a month": "1 - 2 and 3, " * 2_000,
    "capitals": "ABC " * 10_000,
    "accents": "a" + "\u0301" * 40_000,
    "turned": "\u202e" * 20_000 + "a",
    "Arabic": "م" * 30_000,
    "Chinese": "议程。" * 4_000,
    "emoji": "😀" * 20_000,
    "escapes": "\x1b[2J a " * 10,
    "the form's own words": "Challenges " * 6_000,
}
MANY = {
    "short lines": "ab cd\n" * 2_000,
    "empty lines": "a" + "\n" * 100_000 + "b",
    "hyphens": "abcdefgh-\n" * 1_000,
    "numbers": "1\n2\n3\n" * 150,
    "pages": "\n".join(f"text {number}\n\n{number}\n" for number in range(400)),
    "rows": "|a|b|c|\n" * 150,
    "bullets": "• a\n" * 600,
    "lines in bold": "xyz __a__ \n\n" * 2_000,
    "stairs": "".join(" " * depth + "- a\n" for depth in range(400)),
    "underlined": "abc\n====\n" * 500,
    "heads of mails": "From: a\n" * 800,
    "labels": "2. Challenges\n" * 300,
    "forms": FORM * 30,
    "form feeds": "abc\n\f" * 6_000 + "x",
    "marks of quoting": (">" * 200 + "a\n") * 300,
}
ANSWERS = {
    "names": "Name of Rapporteur: " + "Ana (X), " * 1_500,
    "sessions": "Roundtable session: " + "Round Table 9.9 " * 4_000,
    "quotations": FORM + "6. Inspiring quotes\n\n" + "“a” – b " * 4_000,
    "open quotations": FORM + "6. Inspiring quotes\n\n" + "“" * 20_000 + "a",
    "blanks in a label": FORM + "3." + " " * 40_000 + "Good practices\n\n- One",
    "dots after a label": FORM + "3. Good practices" + "." * 40_000,
}


def text_files() -> dict[str, bytes]:
    """Lines and lots of lines, and bytes that are none of what they seem."""
    said = {name: text.encode() for name, text in (LINES | MANY | ANSWERS).items()}
    return said | {
        "a lone surrogate": "caf\ud800é".encode("utf-8", "surrogatepass"),
        "a lone surrogate in UTF-16": b"\xff\xfe" + "ab\ud800c".encode("utf-16-le", "surrogatepass"),
        "an odd byte of UTF-16": b"\xff\xfea\0b\0c",
        "zeros inside": b"abc\0def " * 500,
        "a mark of UTF-32": b"\xff\xfe\0\0abc",
        "control signs": b"Challenges\x01\x02\x07 are said\n" * 3 + b"x" * 1000,
    }


# Word -----------------------------------------------------------------------------------------


def word_files() -> dict[str, bytes]:
    """Word files whose XML, styles, lists or parts are absurd."""
    huge = "9" * 30
    cyclic = (
        style("A", '<w:basedOn w:val="B"/>')
        + style("B", '<w:basedOn w:val="A"/>')
        + style("C", '<w:basedOn w:val="C"/>')
    )
    ring = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    ring_style = style("L", f"<w:pPr>{num(1, None)}</w:pPr>", kind="numbering")
    nested_table = "<w:tbl><w:tr><w:tc>" * 80 + p("core") + "</w:tc></w:tr></w:tbl>" * 80
    wide = tbl(
        tr(
            tc("a", properties=f'<w:gridSpan w:val="{huge}"/>'),
            tc("b", properties='<w:gridSpan w:val="-5"/>'),
        )
    )
    numbers = p("a", properties=num(1, 99_999)) + p(
        "b", properties='<w:numPr><w:ilvl w:val="x"/><w:numId w:val="1e9"/></w:numPr>'
    )
    indents = p("a", properties=f'<w:ind w:left="{huge}" w:hanging="-{huge}"/><w:outlineLvl w:val="{huge}"/>')
    starts = lists(level(0, "lowerRoman", "%1." * 500, start=10**9)) + ""
    itself = word(p("a") + '<w:altChunk r:id="c"/>', targets={"c": "aFChunk document.xml"})
    cite = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    notes = f'<w:footnote w:id="1">{p("note", cite)}</w:footnote>'
    inner = word(p("inner") + '<w:altChunk r:id="c"/>', targets={"c": "aFChunk chunk.docx"})
    return {
        "styles in a ring": word(
            "".join(p(x, properties=f'<w:pStyle w:val="{x}"/>') for x in "ABC"), parts={"styles": cyclic}
        ),
        "lists in a ring": word(p("a", properties=num()), parts={"numbering": ring, "styles": ring_style}),
        "tables in tables": word(nested_table),
        "absurd spans": word(wide),
        "absurd levels": word(
            numbers, parts={"numbering": lists(level(0, "decimal", "%1."), level(10**9, "decimal", "%1."))}
        ),
        "absurd indents": word(indents),
        "a list from a thousand million": word(p("a", properties=num()) * 3, parts={"numbering": starts}),
        "a part that embeds itself": itself,
        "a part that embeds a file that embeds": word(
            p("a") + '<w:altChunk r:id="c"/>',
            more={"word/chunk.docx": inner},
            targets={"c": "aFChunk chunk.docx"},
        ),
        "a note that cites itself": word(p("a", cite), parts={"footnotes": notes}),
        "controls in controls": word(
            "<w:sdt><w:sdtContent>" * 2_000 + p("x") + "</w:sdtContent></w:sdt>" * 2_000
        ),
        "boxes in boxes": word(_boxes(12)),
        "fields in fields": word(p("".join(['<w:r><w:fldChar w:fldCharType="begin"/></w:r>'] * 3_000), "x")),
        "fields never opened": word(p(*(['<w:r><w:fldChar w:fldCharType="end"/></w:r>'] * 3_000), "x")),
        "many cells": word(tbl(tr(*(["a"] * 500)))),
        "many runs": word(p(*(["a"] * 10_000))),
        "many notes": word(
            p(*([cite] * 2_000), "a"), parts={"footnotes": f'<w:footnote w:id="1">{p("n")}</w:footnote>'}
        ),
        "a huge attribute": word(p("a", properties=f'<w:pStyle w:val="{"x" * 2_000_000}"/>')),
        "many attributes": word("<w:p " + " ".join(f'a{n}="1"' for n in range(20_000)) + f">{r('a')}</w:p>"),
        "many names": word("".join(f"<w:x{n}/>" for n in range(20_000)) + p("a")),
        "entities": _document(_laughs()),
        "an entity from outside": _document('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
        "a document type from outside": _document('<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">'),
        "relations that leave": word(
            p("a"),
            targets={
                "s": "styles ../../../../etc/passwd",
                "h": "header file:///etc/passwd",
                "n": "numbering http://127.0.0.1:9/x",
            },
        ),
        "a picture from outside": word(
            p("a", '<w:r><w:pict><v:shape><v:imagedata r:id="i"/></v:shape></w:pict></w:r>'),
            targets={"i": "image http://127.0.0.1:9/x.png"},
        ),
        "relations in a ring": zipped(
            {
                "_rels/.rels": relations({"a": "officeDocument _rels/.rels"}),
                "word/document.xml": part("document", f"<w:body>{p('a')}</w:body>"),
            }
        ),
        "two main parts": _twice(),
        "names that leave": zipped(
            {"../../evil.txt": "x", "/etc/evil": "x", "C:\\evil": "x", **_members(p("a"))}
        ),
        "names that are none": zipped({"\x1b[2J\n": "x", "": "x", "a" * 60_000: "x", **_members(p("a"))}),
        "a bomb": word(p("a") + "<w:p><w:r><w:t>" + " " * 20_000_000 + "</w:t></w:r></w:p>"),
        "a bomb of members": zipped({f"m{n}": "" for n in range(5_001)} | _members(p("a"))),
        "a bomb in a part nobody needs": zipped(
            {"word/media/image1.png": bytes(20_000_000), **_members(p("a"))}
        ),
        "a zip in a zip": zipped({"word/document.xml": word(p("a"))}),
    }


def _boxes(depth: int) -> str:
    inside = p("core")
    for _ in range(depth):
        inside = p(
            f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
            "x",
        )
    return inside


def _members(body: str) -> dict[str, str | bytes]:
    return {
        "_rels/.rels": relations({"a": "officeDocument word/document.xml"}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
    }


def _document(doctype: str) -> bytes:
    inside = part("document", f"<w:body>{p(r('', inside='<w:t>&x;</w:t>'))}</w:body>")
    return zipped({"word/document.xml": inside.replace("?><", f"?>{doctype}<", 1)})


def _laughs() -> str:
    more = "".join(f"<!ENTITY x{n} '{f'&x{n - 1};' * 10}'>" for n in range(1, 10))
    return f"<!DOCTYPE d [<!ENTITY x0 'ha'>{more}<!ENTITY x '&x9;'>]>"


def _twice() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for body in ("first", "second"):
            name = "word/document.xml"
            entry = zipfile.ZipInfo(name if body == "first" else "word/documenT.xml")
            archive.writestr(entry, part("document", f"<w:body>{p(body)}</w:body>"))
    return buffer.getvalue().replace(b"word/documenT.xml", b"word/document.xml")


# PDF ------------------------------------------------------------------------------------------

FONT = "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"
SHOWN = "BT /R 10 Tf 60 700 Td (Some words on the page.) Tj ET"
PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</R 5 0 R>>>>>>"
PAGES = "<</Type/Pages/Count 1/Kids[3 0 R]>>"


def _pdf(
    *,
    catalog: str = "",
    pages: str = PAGES,
    page: str = PAGE,
    content: str = SHOWN,
    font: str = FONT,
    more: tuple[str | bytes, ...] = (),
) -> bytes:
    return raw_pdf([f"<</Type/Catalog/Pages 2 0 R{catalog}>>", pages, page, stream(content), font, *more])


def pdf_files() -> dict[str, bytes]:
    """PDFs whose objects point at themselves, or say more than they hold."""
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</F 6 0 R>>>>/Length 5>>stream\n/F Do\nendstream"
    with_form = PAGE.replace("/Font<<", "/XObject<</F 6 0 R>>/Font<<")
    fields = "/AcroForm<</Fields[6 0 R]>>"
    chain = tuple(f"<</Type/Pages/Count 1/Kids[{7 + n} 0 R]/Parent {5 + n} 0 R>>" for n in range(3_000))
    return {
        "pages in a ring": _pdf(pages="<</Type/Pages/Count 3/Kids[2 0 R 3 0 R 2 0 R]>>"),
        "pages without end": _pdf(pages="<</Type/Pages/Count 1000000000/Kids[3 0 R]>>"),
        "fewer than no pages": _pdf(pages="<</Type/Pages/Count -7/Kids[3 0 R]>>"),
        "the same page again and again": _pdf(pages=f"<</Type/Pages/Count 3000/Kids[{'3 0 R ' * 3_000}]>>"),
        "pages below pages": _pdf(pages="<</Type/Pages/Count 1/Kids[6 0 R]>>", more=(*chain, PAGE)),
        "a form that paints itself": _pdf(page=with_form, content=f"{SHOWN} /F Do", more=(form,)),
        "a font that is a page": _pdf(font="3 0 R"),
        "a font that is itself": _pdf(font="5 0 R"),
        "a font of fonts": _pdf(
            font="<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]>>"
        ),
        "a page without end": _pdf(page=PAGE.replace("[0 0 600 800]", "[0 0 1e30 1e30]")),
        "a page without room": _pdf(page=PAGE.replace("[0 0 600 800]", "[0 0 0 0]")),
        "a page of no numbers": _pdf(page=PAGE.replace("[0 0 600 800]", "[(a) null /b]")),
        "absurd places": _pdf(
            content="BT /R 1e30 Tf 1e38 -1e38 Td (far) Tj 1e38 0 0 1e38 0 0 Tm (huge) Tj ET " + SHOWN
        ),
        "brackets": _pdf(content="[" * DEEP + SHOWN),
        "saved states": _pdf(content="q " * DEEP + SHOWN),
        "a string without end": _pdf(content="BT /R 10 Tf (" + "(" * DEEP),
        "long strings": _pdf(content="BT /R 10 Tf 60 700 Td (" + "a" * 300_000 + ") Tj ET"),
        "many strokes": _pdf(content=SHOWN + " 0 0 m 9 9 l S" * 20_000),
        "one long path": _pdf(content=SHOWN + " 0 0 m" + " 9 9 l 3 4 l" * 30_000 + " S"),
        "dictionaries in dictionaries": _pdf(catalog="/X" + "<</X" * DEEP + " 1" + ">>" * DEEP),
        "arrays in arrays": _pdf(catalog="/X" + "[" * DEEP + "]" * DEEP),
        "fields in a ring": _pdf(catalog=fields, more=("<</FT/Tx/T(a)/V(b)/Kids[6 0 R]/Parent 6 0 R>>",)),
        "annotations in a ring": _pdf(
            page=PAGE.replace("/Contents", "/Annots[6 0 R]/Contents"),
            more=("<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/Parent 6 0 R/Popup 6 0 R/FT/Tx/T(a)/V(b)>>",),
        ),
        "a tree of tags in a ring": _pdf(
            catalog="/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R",
            more=("<</Type/StructTreeRoot/K 7 0 R>>", "<</Type/StructElem/S/P/P 6 0 R/K[7 0 R 7 0 R]>>"),
        ),
        "outlines in a ring": _pdf(
            catalog="/Outlines 6 0 R", more=("<</First 6 0 R/Last 6 0 R/Next 6 0 R/Title(x)>>",)
        ),
        "names that run": _pdf(
            catalog="/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/AA<</WC<</S/Launch/F(x)>>>>"
        ),
        "a stream longer than it is": _pdf().replace(b"/Length 57", b"/Length 999999999"),
        "a stream packed a thousand times": _packed(),
        "a table of places that lies": _pdf().replace(b"0000000", b"9999999"),
        "no objects": b"%PDF-1.7\ntrailer<</Root 1 0 R/Size 999999999>>\nstartxref\n0\n%%EOF",
        "tables of places in a ring": _pdf().replace(b"trailer<<", b"trailer<</Prev 15"),
        "just a head": b"%PDF-1.7\n" + bytes(5_000) + b"%%EOF",
    }


def _packed() -> bytes:
    import zlib

    data = zlib.compress(b"q Q " * 9_000, 9)
    content = b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(data), data)
    return raw_pdf(["<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE, content, FONT])


# Web pages, mails, OpenDocument ---------------------------------------------------------------


def web_files() -> dict[str, bytes]:
    """Pages that nest without end, and style sheets that are absurd."""
    big = "9" * 300
    said = {
        "boxes in boxes": "<div>" * DEEP + "x",
        "lists in lists": "<ul><li>" * 5_000 + "x",
        "tables in tables": "<table><tr><td>" * 300 + "x",
        "emphasis in emphasis": "<b><i>" * 5_000 + "x",
        "frames of forms": "<form><fieldset>" * 3_000 + "<input value=x>",
        "absurd spans": f"<table><tr><td colspan={big} rowspan={big}>a<td colspan=-4 rowspan=x>b<tr><td>c</table>",
        "absurd lists": f"<ol start={big}><li>a<li value=-{big}>b</ol><ol type=I start=99999999><li>c</ol>",
        "absurd styles": f"<p style='margin-left:{big}pt;padding-left:1e999em;font-weight:{big};text-indent:-{big}in'>a</p>",
        "a style sheet in a ring": "<style>@import url(x.html); .a{} "
        + ".b{" * 5_000
        + "</style><p class=b>a</p>",
        "many style rules": f"<style>{''.join(f'.c{n}{{font-weight:bold}}' for n in range(20_000))}</style><p class=c7>a</p>",
        "many classes": f"<p class='{' '.join(f'c{n}' for n in range(20_000))}'>a</p>",
        "comments in a style sheet": "<style>" + "/*" * 30_000 + "</style><p>a</p>",
        "selectors": "<style>" + "a>" * 20_000 + "b{display:none}</style><p>a</p>",
        "many attributes": f"<p {' '.join(f'a{n}=1' for n in range(5_000))}>a</p>",
        "a huge attribute": f"<p title='{'x' * 1_000_000}'>a</p>",
        "many links to one note": "<p>a"
        + "<a href=#n id=r>1</a>" * 5_000
        + "</p><p id=n><a href=#r>1</a> note</p>",
        "notes in a ring": "<p id=a><a href=#b>1</a> x</p><p id=b><a href=#a>1</a> y</p>",
        "entities": "<!DOCTYPE html ["
        + "".join(f"<!ENTITY x{n} '&x{n - 1};&x{n - 1};'>" for n in range(1, 60))
        + "]><html><p>&x59; a",
        "signs that are none": "<p>a&#0;&#xD800;&#x110000;&#99999999999;&bogus;b</p>",
        "things from outside": "<base href='http://127.0.0.1:9/'><link rel=stylesheet href=x><iframe src=file:///etc/passwd></iframe><img src=x><object data=x></object><p>a</p>",
        "scripts": "<script>" + "while(1){}" * 5_000 + "</script><p>a</p><p onclick='x()'>b</p>",
        "an encoding that lies": "<meta charset=utf-16><p>caf\xe9</p>",
        "an encoding that is none": "<meta charset=rot13><p>a</p>",
        "many bullets": "<ul>" + "<li>a" * 800 + "</ul>",
        "a long text": "<p>" + "word " * 8_000,
        "preformatted": "<pre>" + "- a\n" * 800 + "</pre>",
        "only tags": "</p>" * 30_000 + "x",
    }
    return {name: f"<html><body>{body}".encode("latin-1") for name, body in said.items()} | {
        "zeros": b"<html><body><p>a\0b</p>" + bytes(1_000)
    }


HEAD = "From: ana@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n"


def mail_files() -> dict[str, bytes]:
    """Mails that nest, and heads without end."""
    nested = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\r\n\r\n--{n}\r\n' for n in range(3_000))
    letters = "Content-Type: message/rfc822\r\n\r\n" * 2_000
    parts = "".join("--b\r\nContent-Type: text/plain\r\n\r\na\r\n" for _ in range(300))
    said = {
        "parts in parts": HEAD + nested + "Content-Type: text/plain\r\n\r\nx",
        "mails in mails": HEAD + letters + "x",
        "many parts": f'{HEAD}Content-Type: multipart/mixed; boundary="b"\r\n\r\n{parts}--b--',
        "one boundary for all": f'{HEAD}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\nx\r\n--b--',
        "no boundary": f"{HEAD}Content-Type: multipart/mixed\r\n\r\nx",
        "a long head": f"{HEAD}X: {'a' * 500_000}\r\n\r\nwords",
        "many heads": HEAD + "X-A: b\r\n" * 20_000 + "\r\nwords",
        "folded heads": HEAD + "Subject: a\r\n" + " b\r\n" * 4_000 + "\r\nwords",
        "coded words": HEAD + "Subject: " + "=?utf-8?q?a?= " * 5_000 + "\r\n\r\nwords",
        "coded words never closed": HEAD + "To: " + "=?utf-8?b?" * 5_000 + "\r\n\r\nwords",
        "addresses": HEAD + "To: " + "a <b@c>, " * 1_000 + "\r\n\r\nwords",
        "comments in addresses": HEAD + "To: " + "(" * 5_000 + "\r\n\r\nwords",
        "many parameters": HEAD
        + "Content-Type: text/plain; "
        + "; ".join(f"a*{n}=b" for n in range(3_000))
        + "\r\n\r\nwords",
        "no such encoding": f"{HEAD}Content-Type: text/plain; charset=bogus\r\n\r\nwords",
        "an encoding of bytes": f"{HEAD}Content-Type: text/plain; charset=zlib\r\n\r\nwords",
        "no such packing": f"{HEAD}Content-Transfer-Encoding: x-nothing\r\n\r\nwords",
        "bad base64": f"{HEAD}Content-Transfer-Encoding: base64\r\n\r\n{'=' * 5_000}a!!",
        "uuencoded": f"{HEAD}Content-Transfer-Encoding: uuencode\r\n\r\nbegin 644 ../../evil\r\n{'!' * 5_000}\r\nend",
        "a name that leaves": f'{HEAD}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="../../evil.txt"\r\n\r\n{FORM}\r\n--b--',
        "a page that nests": f"{HEAD}Content-Type: text/html\r\n\r\n{'<div>' * DEEP}x",
        "quoted without end": f"{HEAD}Content-Transfer-Encoding: quoted-printable\r\n\r\n{'=' * 30_000}",
        "flowed without end": f"{HEAD}Content-Type: text/plain; format=flowed\r\n\r\n{'> ' * 200}a \r\n"
        * 300,
    }
    return {name: body.encode() for name, body in said.items()}


OPEN = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:automatic-styles>{styles}</office:automatic-styles>'
    "<office:body><office:text>{body}</office:text></office:body></office:document-content>"
)


def open_files() -> dict[str, bytes]:
    """OpenDocument texts with absurd repeats, rings and nesting."""
    big = "999999999"
    ring = "".join(
        f'<style:style style:name="{a}" style:family="paragraph" style:parent-style-name="{b}"/>'
        for a, b in ("AB", "BA")
    )
    said: dict[str, tuple[str, str]] = {
        "repeated cells": (
            f'<table:table><table:table-row table:number-rows-repeated="{big}"><table:table-cell table:number-columns-repeated="{big}"><text:p>a</text:p></table:table-cell></table:table-row></table:table>',
            "",
        ),
        "absurd spans": (
            f'<table:table><table:table-row><table:table-cell table:number-columns-spanned="{big}" table:number-rows-spanned="-3"><text:p>a</text:p></table:table-cell></table:table-row></table:table>',
            "",
        ),
        "repeated blanks": (f'<text:p>a<text:s text:c="{big}"/>b</text:p>', ""),
        "styles in a ring": ('<text:p text:style-name="A">a</text:p>', ring),
        "lists in lists": (
            "<text:list><text:list-item>" * 100
            + "<text:p>a</text:p>"
            + "</text:list-item></text:list>" * 100,
            "",
        ),
        "lists far too deep": (
            "<text:list><text:list-item>" * 2_000
            + "<text:p>a</text:p>"
            + "</text:list-item></text:list>" * 2_000,
            "",
        ),
        "an absurd start": (
            f'<text:list><text:list-item text:start-value="{big}{big}"><text:p>a</text:p></text:list-item></text:list>',
            "",
        ),
        "an absurd heading": (
            f'<text:h text:outline-level="{big}">a</text:h><text:h text:outline-level="x">b</text:h>',
            "",
        ),
        "a list that goes on from itself": (
            '<text:list xml:id="a" text:continue-list="a"><text:list-item><text:p>a</text:p></text:list-item></text:list>',
            "",
        ),
        "spans in spans": ("<text:p>" + "<text:span>" * 200 + "a" + "</text:span>" * 200 + "</text:p>", ""),
    }
    return {
        name: zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": OPEN.format(body=body, styles=styles),
            }
        )
        for name, (body, styles) in said.items()
    } | {
        "entities": zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": _laughs() + OPEN.format(body="<text:p>&x;</text:p>", styles=""),
            }
        )
    }


def other_files() -> dict[str, bytes]:
    """Bytes that are one thing and say they are another."""
    return {
        "a PDF in a text": FORM.encode() + b"%PDF-1.7",
        "a text that begins like a zip": b"PK\x03\x04" + FORM.encode(),
        "an end of a zip": b"PK\x05\x06" + bytes(18),
        "an old file that is none": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3_000),
        "rich text in rich text": b"{\\rtf1" * 5_000,
        "nothing but zeros": bytes(10_000),
        "all bytes": bytes(range(256)) * 40,
    }


KINDS: dict[str, Callable[[], dict[str, bytes]]] = {
    ".txt": text_files,
    ".docx": word_files,
    ".pdf": pdf_files,
    ".html": web_files,
    ".eml": mail_files,
    ".odt": open_files,
    ".bin": other_files,
}
