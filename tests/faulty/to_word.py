"""A page as a Word file, stored without packing, so that its bytes are the same everywhere.

In a text, {+so+} are words put in and {-so-} words taken out with changes tracked, {!so!} is a comment
on the word before, and {?so?} are hidden words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from corpus.traits.packing import stored
from faulty.page import Block, Cell, Line, Table
from readers.docx_build import num, p, r, relations, style, t, tbl, tc, tr

_MARKED = re.compile(
    r"\{\+(?P<put>.*?)\+\}|\{-(?P<taken>.*?)-\}|\{!(?P<noted>.*?)!\}|\{\?(?P<hidden>.*?)\?\}"
)
_BY = 'w:author="Dora Beispiel" w:date="2018-12-06T10:00:00Z"'
_HEADINGS = style(
    "Heading2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr>', name="heading 2"
)
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_WIDTHS = (3000, 6600)
"""Of the two columns of a table, in twentieths of a point."""
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def write(
    blocks: Sequence[Block], properties: Mapping[str, str] | None = None, *, headed: bool = False
) -> bytes:
    """The bytes of the file. `properties` are those of its core (creator, title); `headed` sets questions as headings."""
    comments: list[str] = []
    body = "".join(_block(block, comments, headed=headed) for block in blocks)
    parts = {"styles": _part("styles", _HEADINGS), "numbering": _part("numbering", _bullets())}
    if comments:
        parts["comments"] = _part("comments", "".join(comments))
    root = {"rId1": "officeDocument word/document.xml"}
    members = {"word/document.xml": _part("document", f"<w:body>{body}</w:body>")}
    members |= {f"word/{kind}.xml": inside for kind, inside in parts.items()}
    members["word/_rels/document.xml.rels"] = relations({f"r{kind}": f"{kind} {kind}.xml" for kind in parts})
    members["_rels/.rels"] = relations(root)
    if properties:
        members["docProps/core.xml"] = _core(properties)
        core = f"{_PACKAGE}/relationships/metadata/core-properties"
        link = f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/></Relationships>'
        members["_rels/.rels"] = members["_rels/.rels"].replace("</Relationships>", link)
    return stored({"[Content_Types].xml": _types(parts, with_core=bool(properties)), **members})


def _part(root: str, inside: str) -> str:
    """A part that declares the one namespace it needs: drafts are many, and nothing in them is packed."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<w:{root} xmlns:w="{_WORDS}">{inside}</w:{root}>'


def _types(kinds: Iterable[str], *, with_core: bool) -> str:
    main = f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    others = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for kind in kinds
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    last = f'<Override PartName="/docProps/core.xml" ContentType="{core}"/>' if with_core else ""
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{main}{others}{last}</Types>"
    )


def _bullets() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{360 * (depth + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for depth, sign in enumerate("•o▪")
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def _block(block: Block, comments: list[str], *, headed: bool) -> str:
    if isinstance(block, Table):
        rows = "".join(tr(*(_cell(cell, len(row), comments) for cell in row)) for row in block.rows)
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
        return (
            tbl(
                f"<w:tblGrid>{columns}</w:tblGrid>", rows, properties=f"<w:tblBorders>{_EDGES}</w:tblBorders>"
            )
            + p()
        )
    return _paragraph(block, comments, headed=headed)


def _cell(cell: Cell, columns: int, comments: list[str]) -> str:
    wide = '<w:gridSpan w:val="2"/>' if columns == 1 else ""
    return tc(*(_paragraph(line, comments) for line in cell), properties=wide)


def _paragraph(line: Line, comments: list[str], *, headed: bool = False) -> str:
    bold = "<w:b/>" if line.kind in {"title", "question"} and not (headed and line.kind == "question") else ""
    properties = ""
    if line.kind == "item":
        properties = num(1, line.level)
    elif line.kind == "title":
        properties = '<w:jc w:val="center"/>'
    elif line.kind == "question" and headed:
        properties = '<w:pStyle w:val="Heading2"/>'
    return p(*_runs(line.text, bold, comments), properties=properties)


def _runs(text: str, bold: str, comments: list[str]) -> list[str]:
    runs: list[str] = []
    start = 0
    for found in _MARKED.finditer(text):
        runs.append(r(text[start : found.start()], bold) if found.start() > start else "")
        runs.append(_marked(found, bold, comments))
        start = found.end()
    return [*runs, r(text[start:], bold) if start < len(text) else ""]


def _marked(found: re.Match[str], bold: str, comments: list[str]) -> str:
    if found["put"]:
        return f'<w:ins w:id="{found.start() + 100}" {_BY}>{r(found["put"], bold)}</w:ins>'
    if found["taken"]:
        gone = f'<w:delText xml:space="preserve">{escape(found["taken"])}</w:delText>'
        return f'<w:del w:id="{found.start() + 100}" {_BY}><w:r>{gone}</w:r></w:del>'
    if found["hidden"]:
        return r(found["hidden"], "<w:vanish/>")
    said = f'<w:comment w:id="{len(comments)}" {_BY}><w:p><w:r>{t(found["noted"])}</w:r></w:p></w:comment>'
    comments.append(said)
    return r(inside=f'<w:commentReference w:id="{len(comments) - 1}"/>')


def _core(held: Mapping[str, str]) -> str:
    inside = "".join(f"<dc:{name}>{escape(value)}</dc:{name}>" for name, value in held.items())
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{inside}</cp:coreProperties>'
    )
