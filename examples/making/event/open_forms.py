"""The roundtable form as OpenDocument text: one bordered table of two columns, bullets, a page number."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from making.event import wording as words
from making.event.said import persons, quoted, session_line
from making.event.told import Told
from making.source import Point

KIND = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        *((name, name) for name in ("office", "text", "table", "style")),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
STYLES = """<style:font-face style:name="Arial" svg:font-family="Arial"/>"""
LOOKS = """<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.12cm"/>\
<style:text-properties style:font-name="Arial" fo:font-size="10.5pt"/></style:style>\
<style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:margin-bottom="0.2cm"/>\
<style:text-properties style:font-name="Arial" fo:font-size="14pt" fo:font-weight="bold"/></style:style>\
<style:style style:name="Q" style:family="paragraph"><style:paragraph-properties fo:keep-with-next="always"/>\
<style:text-properties style:font-name="Arial" fo:font-size="10.5pt" fo:font-weight="bold"/></style:style>\
<style:style style:name="G" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.12cm"/>\
<style:text-properties style:font-name="Arial" fo:font-size="9pt" fo:font-style="italic"/></style:style>\
<style:style style:name="W" style:family="table"><style:table-properties style:width="17cm" table:align="left"/></style:style>\
<style:style style:name="W.A" style:family="table-column"><style:table-column-properties style:column-width="4.6cm"/></style:style>\
<style:style style:name="W.B" style:family="table-column"><style:table-column-properties style:column-width="12.4cm"/></style:style>\
<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.12cm"/></style:style>\
<style:style style:name="S" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.12cm" fo:background-color="#e2efda"/></style:style>\
<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•">\
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment \
text:label-followed-by="listtab" text:list-tab-stop-position="0.6cm" fo:text-indent="-0.6cm" fo:margin-left="0.6cm"/>\
</style:list-level-properties></text:list-level-style-bullet></text:list-style>"""
PAGE = """<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" \
fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm"/>\
<style:footer-style/></style:page-layout>"""
FOOT = """<style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer><text:p text:style-name="F">\
<text:page-number text:select-page="current">1</text:page-number></text:p></style:footer></style:master-page>"""
FOOT_LOOK = """<style:style style:name="F" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>"""
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
MANIFEST = f"""{HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">\
<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>\
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def roundtable(told: Told) -> dict[str, str]:
    """The members of the file, the one that says its kind first."""
    content = (
        f'{HEAD}<office:document-content {SPACES} office:version="1.2">'
        f"<office:font-face-decls>{STYLES}</office:font-face-decls>"
        f"<office:automatic-styles>{LOOKS}</office:automatic-styles>"
        f"<office:body><office:text>{_body(told)}</office:text></office:body></office:document-content>"
    )
    styles = (
        f'{HEAD}<office:document-styles {SPACES} office:version="1.2"><office:automatic-styles>{PAGE}{FOOT_LOOK}'
        f"</office:automatic-styles><office:master-styles>{FOOT}</office:master-styles></office:document-styles>"
    )
    return {
        "mimetype": KIND,
        "content.xml": content,
        "styles.xml": styles,
        "META-INF/manifest.xml": MANIFEST,
    }


def _body(told: Told) -> str:
    form, event = words.ROUNDTABLES[told.language], told.fields["event"]
    title = _line(f"{event['title']}, {event['place']}, {event['dates']}", "T") + _line(form.title, "T")
    guidance = "".join(_line(line, "G") for line in form.preamble)
    rows = _row(_cell(_line(form.rapporteur, "Q")), _cell(_line(persons(told))))
    rows += _row(_cell(_line(form.session, "Q")), _cell(_line(session_line(told))))
    for field, label in form.questions.items():
        if field == "quotes":
            explained = _line(form.wish, "G") + _line(form.note, "G")
            rows += _row(_wide(_line(label, "Q") + explained, "S"))
            rows += _row(_wide("".join(map(_line, quoted(told.fields[field])))))
        else:
            rows += _row(_wide(_line(label, "Q"), "S")) + _row(_wide(_list(told.fields[field])))
    columns = "".join(f'<table:table-column table:style-name="W.{name}"/>' for name in "AB")
    return (
        f'{title}{guidance}<table:table table:name="Form" table:style-name="W">{columns}{rows}</table:table>'
    )


def _line(text: str, style: str = "P") -> str:
    return f'<text:p text:style-name="{style}">{escape(text, quote=False)}</text:p>'


def _list(points: Iterable[Point]) -> str:
    items = "".join(f"<text:list-item>{_line(point['text'])}</text:list-item>" for point in points)
    return f'<text:list text:style-name="L">{items}</text:list>'


def _row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _cell(inside: str) -> str:
    return f'<table:table-cell table:style-name="C">{inside}</table:table-cell>'


def _wide(inside: str, style: str = "C") -> str:
    spanned = f'<table:table-cell table:style-name="{style}" table:number-columns-spanned="2">{inside}</table:table-cell>'
    return f"{spanned}<table:covered-table-cell/>"
