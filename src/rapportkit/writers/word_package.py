"""A Word file out of its parts: the zip, its links and content types, and properties that name nobody."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

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


def package(
    document: str,
    parts: Mapping[str, str],
    *,
    title: str,
    language: str,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
    author: str = "rapportkit",
) -> bytes:
    """Zip a document with its parts ("styles", "numbering", "footer", "footer2" …), all of them XML without head.

    The document finds a part by its place in `parts`: the first is rId1; and a picture (PNG) by its name. Without
    an `author`, the properties tell title and language alone.
    """
    return _zipped(
        {
            "[Content_Types].xml": _content_types(parts, pictured=bool(pictures)),
            "_rels/.rels": _links(
                ("rId1", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
                ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                ("rId3", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
            ),
            "word/document.xml": document,
            "word/_rels/document.xml.rels": _links(
                *(
                    (f"rId{number}", f"{_OFFICE}/relationships/{_kind(part)}", f"{part}.xml")
                    for number, part in enumerate(parts, start=1)
                ),
                *((name, f"{_OFFICE}/relationships/image", f"media/{name}.png") for name in pictures),
            ),
            **{f"word/{part}.xml": text for part, text in parts.items()},
            **{f"word/media/{name}.png": picture for name, picture in pictures.items()},
            "docProps/core.xml": _core(title, language, author),
            "docProps/app.xml": (
                f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>rapportkit</Application>'
                "</Properties>"
            ),
        },
    )


def _kind(part: str) -> str:
    """What a part is: "footer2" is a footer."""
    return part.rstrip("0123456789")


def _zipped(parts: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the system that wrote the file would show otherwise
            archive.writestr(entry, (HEAD + part).encode() if isinstance(part, str) else part)
    return packed.getvalue()


def _content_types(parts: Mapping[str, str], *, pictured: bool) -> str:
    overrides = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        **{f"/word/{part}.xml": f"{_WORD}.{_kind(part)}+xml" for part in parts},
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    listed = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    pictures = '<Default Extension="png" ContentType="image/png"/>' if pictured else ""
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{pictures}{listed}</Types>'
    )


def _links(*targets: tuple[str, str, str]) -> str:
    """Relationships: their ids, what they lead to, and where that is."""
    linked = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, kind, target in targets
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{linked}</Relationships>'


def _core(title: str, language: str, author: str) -> str:
    """Document properties: title and language, and a program in the place of its user, never a person."""
    by = at = ""
    if author:
        by = f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        at = (
            f'<dcterms:created xsi:type="dcterms:W3CDTF">{_WRITTEN}</dcterms:created>'
            f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_WRITTEN}</dcterms:modified>'
        )
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{clean(title)}</dc:title>{by}<dc:language>{language}</dc:language>{at}</cp:coreProperties>"
    )
