"""Word files from raw XML, small enough that a test shows all that matters in its own lines."""

import io
import zipfile
from xml.sax.saxutils import escape

from rapportkit.model.document import Block, Document
from rapportkit.readers.docx import read

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
DEFAULT = ' w:default="1"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def t(text: str) -> str:
    """A text element."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def r(text: str = "", properties: str = "", inside: str = "") -> str:
    """A run with a text, and with any other XML after it."""
    return (
        f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{t(text) if text else ''}{inside}</w:r>"
    )


def p(*content: str, properties: str = "") -> str:
    """A paragraph; content without a tag becomes a run."""
    runs = "".join(piece if piece.startswith("<") else r(piece) for piece in content if piece)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def tc(*content: str, properties: str = "") -> str:
    """A cell; content without a tag becomes a paragraph."""
    inside = "".join(piece if piece.startswith("<") else p(piece) for piece in content) or p()
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; cells without a tag become cells."""
    inside = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>"


def tbl(*rows: str, properties: str = "") -> str:
    """A table."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def sdt(content: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field(code: str, result: str, data: str = "") -> str:
    """The runs of a field."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        f"<w:r><w:instrText>{escape(code)}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r(result) if result else ""}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def box(content: str) -> str:
    """A run that anchors a text box, written twice as Word writes it."""
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>'
        f"{inside}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def style(
    identifier: str, inside: str, *, name: str = "", kind: str = "paragraph", default: bool = False
) -> str:
    """A style."""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identifier}"{DEFAULT if default else ""}>'
        f'<w:name w:val="{name or identifier}"/>{inside}</w:style>'
    )


def level(depth: int, form: str, text: str, extra: str = "", start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, more: str = "", overrides: str = "") -> str:
    """A numbering part with one list, of id 1; `more` stands after it."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{overrides}</w:num>{more}'
    )


def num(list_id: int = 1, depth: int | None = 0) -> str:
    """Paragraph properties that join a list."""
    ilvl = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    return f'<w:numPr>{ilvl}<w:numId w:val="{list_id}"/></w:numPr>'


def word(
    body: str,
    *,
    parts: dict[str, str | bytes] | None = None,
    main: str = "word/document.xml",
    content_type: str = MAIN_TYPE,
    more: dict[str, str | bytes] | None = None,
    targets: dict[str, str] | None = None,
) -> bytes:
    """A Word file. `parts` maps a kind ("styles", "footnotes") to the inside of that part.

    `more` are further members as they are; `targets` further relations (id to "kind target").
    """
    parts = parts or {}
    folder, _, base = main.rpartition("/")
    roots = {
        "glossaryDocument": "glossaryDocument",
        "header": "hdr",
        "footer": "ftr",
        "commentsExtended": "w15:commentsEx",
    }
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/{main}" ContentType="{content_type}"/></Types>'
        ),
        "_rels/.rels": relations({"rId1": f"officeDocument {main}"}),
        main: part("document", f"<w:body>{body}</w:body>"),
    }
    links = {f"part{kind}": f"{kind} {kind}.xml" for kind in parts} | (targets or {})
    members[f"{folder}/_rels/{base}.rels"] = relations(links)
    for kind, inside in parts.items():
        members[f"{folder}/{kind}.xml"] = (
            inside if isinstance(inside, bytes) else part(roots.get(kind, kind), inside)
        )
    return zipped(members | (more or {}))


def part(root: str, inside: str) -> str:
    """A part with all namespaces declared."""
    tag = root if ":" in root else f"w:{root}"
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><{tag} {NAMESPACES}>{inside}</{tag}>'


def relations(links: dict[str, str]) -> str:
    """A relationships part from ids to "kind target"."""
    entries = "".join(
        f'<Relationship Id="{identifier}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for identifier, (kind, target) in ((key, link.split(" ", 1)) for key, link in links.items())
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entries}</Relationships>'


def zipped(members: dict[str, str | bytes]) -> bytes:
    """A zip of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in members.items():
            archive.writestr(zipfile.ZipInfo(name), inside, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def document(body: str, **parts: str | bytes) -> Document:
    """Read a file with this body and these parts."""
    return read(word(body, parts=parts), "report.docx")


def blocks(body: str, **parts: str | bytes) -> tuple[Block, ...]:
    """The blocks of a file with this body."""
    return document(body, **parts).blocks


def texts(body: str, **parts: str | bytes) -> list[str]:
    """The texts of the blocks of a file with this body."""
    return [block.text for block in blocks(body, **parts)]


def cell_of(*runs: str) -> str:
    """A cell of one paragraph of these runs."""
    return tc(p(*runs))
