"""The parts of a Word file around the form itself, and the zip that holds them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from rapportkit.writers.form_markup import BULLET_LIST, Ledger, body, clean
from rapportkit.writers.form_nodes import Marks, Node
from rapportkit.writers.form_styles import styles

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = f'xmlns:w="{_W}" xmlns:r="{_OFFICE}/relationships"'
# A zip cannot be older; a fixed date keeps the same form the same bytes.
_DATE = (1980, 1, 1, 0, 0, 0)
_WRITTEN = "2000-01-01T00:00:00Z"
_PARTS = ("styles", "numbering", "settings", "footnotes", "footer")
_ABSTRACT = {Marks.BULLETS: 0, Marks.NUMBERS: 1, Marks.QUESTIONS: 2, Marks.CHAPTERS: 3}


def package(nodes: Sequence[Node], *, title: str, language: str) -> bytes:
    """Put a form into a Word file; `language` is the tag that Word spells by."""
    ledger = Ledger()
    document = _document(body(nodes, ledger))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_links(),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _document_links(),
        "word/styles.xml": _HEAD + styles(language),
        "word/numbering.xml": _numbering(ledger),
        "word/settings.xml": _settings(),
        "word/footnotes.xml": _footnotes(ledger),
        "word/footer.xml": _footer(),
        "docProps/core.xml": _core(title, language),
        "docProps/app.xml": _app(),
    }
    return _zipped(parts)


def _zipped(parts: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the system that wrote the file would show otherwise
            archive.writestr(entry, text.encode())
    return packed.getvalue()


def _document(written: str) -> str:
    return (
        f"{_HEAD}<w:document {_NAMESPACES}><w:body>{written}<w:sectPr>"
        '<w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
        'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _numbering(ledger: Ledger) -> str:
    abstract = "".join(_abstract(marks) for marks in _ABSTRACT)
    lists = f'<w:num w:numId="{BULLET_LIST}"><w:abstractNumId w:val="0"/></w:num>'
    for index, (marks, start) in enumerate(ledger.lists, start=BULLET_LIST + 1):
        lists += (
            f'<w:num w:numId="{index}"><w:abstractNumId w:val="{_ABSTRACT[marks]}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )
    return f"{_HEAD}<w:numbering {_NAMESPACES}>{abstract}{lists}</w:numbering>"


def _abstract(marks: Marks) -> str:
    levels = "".join(_level(marks, level) for level in range(9))
    return (
        f'<w:abstractNum w:abstractNumId="{_ABSTRACT[marks]}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )


def _level(marks: Marks, level: int) -> str:
    if marks is Marks.BULLETS:
        form, text = "bullet", "•–▪"[level % 3]
    else:
        form, text = ("decimal", "lowerLetter", "lowerRoman")[level % 3], f"%{level + 1}."
    left = 360 * (level + 1)
    # A lead-in runs on as a paragraph; the items of a list hang.
    indent = (
        '<w:ind w:left="0" w:firstLine="0"/>'
        if marks is Marks.CHAPTERS
        else f'<w:ind w:left="{left}" w:hanging="360"/>'
    )
    bold = "<w:rPr><w:b/></w:rPr>" if marks in {Marks.CHAPTERS, Marks.QUESTIONS} else ""
    suffix = '<w:suff w:val="space"/>' if marks is Marks.CHAPTERS else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{suffix}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr>{bold}</w:lvl>'
    )


def _footnotes(ledger: Ledger) -> str:
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for kind, number, mark in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    reference = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{reference}'
        f'<w:r><w:t xml:space="preserve"> {clean(text)}</w:t></w:r></w:p></w:footnote>'
        for number, text in enumerate(ledger.notes, start=1)
    )
    return f"{_HEAD}<w:footnotes {_NAMESPACES}>{separators}{notes}</w:footnotes>"


def _footer() -> str:
    return (
        f'{_HEAD}<w:ftr {_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
    )


def _settings() -> str:
    return (
        f'{_HEAD}<w:settings {_NAMESPACES}><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
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


def _package_links() -> str:
    return _links(
        (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
    )


def _document_links() -> str:
    return _links(*((f"{_OFFICE}/relationships/{part}", f"{part}.xml") for part in _PARTS))


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


def _app() -> str:
    return (
        f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties"><Application>rapportkit</Application>'
        "</Properties>"
    )
