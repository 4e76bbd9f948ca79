"""The parts of the paper's Word file around its body, and the zip that holds them."""

from __future__ import annotations

import io
import zipfile

from rapportkit.writers.summary_ooxml import clean
from rapportkit.writers.summary_styles import numbering, styles

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = f'xmlns:w="{_W}" xmlns:r="{_OFFICE}/relationships"'
# A zip cannot be older; fixed dates keep the same summary the same bytes.
_DATE = (1980, 1, 1, 0, 0, 0)
_WRITTEN = "2000-01-01T00:00:00Z"
_PARTS = ("styles", "numbering", "settings", "footer")
_MARGIN = 1247


def package(body: str, *, title: str, footer: tuple[str, str], language: str) -> bytes:
    """Zip a body with its parts; `footer` is what stands left, and the page phrase with its gaps."""
    return _zipped(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _links(
                (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
                (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
            ),
            "word/document.xml": _document(body),
            "word/_rels/document.xml.rels": _links(
                *((f"{_OFFICE}/relationships/{part}", f"{part}.xml") for part in _PARTS),
            ),
            "word/styles.xml": _HEAD + styles(language),
            "word/numbering.xml": _HEAD + numbering(),
            "word/settings.xml": _settings(),
            "word/footer.xml": _footer(*footer),
            "docProps/core.xml": _core(title, language),
            "docProps/app.xml": (
                f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties"><Application>rapportkit</Application>'
                "</Properties>"
            ),
        },
    )


def _zipped(parts: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the system that wrote the file would show otherwise
            archive.writestr(entry, text.encode())
    return packed.getvalue()


def _document(body: str) -> str:
    return (
        f"{_HEAD}<w:document {_NAMESPACES}><w:body>{body}<w:sectPr>"
        '<w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="1304" w:right="{_MARGIN}" w:bottom="1304" w:left="{_MARGIN}" w:header="624" '
        'w:footer="624" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _footer(left: str, page: str) -> str:
    """The paper's name on the left, "Page 3 of 12" on the right."""
    fields = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    right = _text(page)
    for gap, field in fields.items():
        right = right.replace(
            gap,
            f'</w:t></w:r><w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            '<w:r><w:t xml:space="preserve">',
        )
    return (
        f'{_HEAD}<w:ftr {_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{_text(left)}'
        f"<w:r><w:tab/></w:r>{right}</w:p></w:ftr>"
    )


def _text(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{clean(text)}</w:t></w:r>'


def _settings() -> str:
    return (
        f'{_HEAD}<w:settings {_NAMESPACES}><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        "</w:settings>"
    )


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        **{f"/word/{part}.xml": f"{_WORD}.{part}+xml" for part in _PARTS},
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    listed = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _links(*targets: tuple[str, str]) -> str:
    linked = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{linked}</Relationships>'


def _core(title: str, language: str) -> str:
    """Document properties name the program and no person."""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{clean(title)}</dc:title><dc:creator>rapportkit</dc:creator>"
        f"<cp:lastModifiedBy>rapportkit</cp:lastModifiedBy><dc:language>{language}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_WRITTEN}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_WRITTEN}</dcterms:modified></cp:coreProperties>'
    )
