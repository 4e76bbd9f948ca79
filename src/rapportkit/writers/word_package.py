"""A Word file out of its parts: the zip, its links and content types, and properties that name nobody."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from rapportkit.writers.word_markup import clean

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = f'xmlns:w="{_W}" xmlns:r="{_OFFICE}/relationships"'
# A zip cannot be older; fixed dates keep the same words the same bytes.
_DATE = (1980, 1, 1, 0, 0, 0)
_WRITTEN = "2000-01-01T00:00:00Z"


def package(document: str, parts: Mapping[str, str], *, title: str, language: str) -> bytes:
    """Zip a document with its parts ("styles", "numbering", "footer" …), all of them XML without head.

    The document finds a part by its place in `parts`: the first is rId1.
    """
    return _zipped(
        {
            "[Content_Types].xml": _content_types(parts),
            "_rels/.rels": _links(
                (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
                (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
            ),
            "word/document.xml": document,
            "word/_rels/document.xml.rels": _links(
                *((f"{_OFFICE}/relationships/{part}", f"{part}.xml") for part in parts),
            ),
            **{f"word/{part}.xml": text for part, text in parts.items()},
            "docProps/core.xml": _core(title, language),
            "docProps/app.xml": (
                f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>rapportkit</Application>'
                "</Properties>"
            ),
        },
    )


def _zipped(parts: Mapping[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the system that wrote the file would show otherwise
            archive.writestr(entry, (HEAD + text).encode())
    return packed.getvalue()


def _content_types(parts: Mapping[str, str]) -> str:
    overrides = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        **{f"/word/{part}.xml": f"{_WORD}.{part}+xml" for part in parts},
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    listed = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _links(*targets: tuple[str, str]) -> str:
    linked = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{linked}</Relationships>'


def _core(title: str, language: str) -> str:
    """Document properties name the program and no person."""
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{clean(title)}</dc:title><dc:creator>rapportkit</dc:creator>"
        f"<cp:lastModifiedBy>rapportkit</cp:lastModifiedBy><dc:language>{language}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_WRITTEN}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_WRITTEN}</dcterms:modified></cp:coreProperties>'
    )
