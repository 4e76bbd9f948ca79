"""How the paper looks: a book face for what was said, a plain one for headings and tables, one dark blue."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH = 9412
"""The width of the text on the page, in twentieths of a point: A4 less 2.2 centimetres on each side."""

ITEMS, ROMANS = 1, 2
"""The lists that count paragraphs and headings, by number."""

_BODY, _PLAIN = "Times New Roman", "Arial"
_BLUE, _GREY, _LINE = "1F3864", "595959", "A6B1C2"
_FORMS = ("decimal", "lowerLetter", "lowerRoman", "upperLetter", "decimal", "lowerLetter", "lowerRoman")
_STEP, _WIDE_STEP = 567, 737


@dataclass(frozen=True, slots=True)
class _Style:
    """One paragraph style: sizes in half points, spacing in twentieths of a point.

    `kept` holds it on the page of what follows; `outline` makes it a heading of that level.
    """

    id: str
    name: str
    font: str = _BODY
    size: int = 22
    before: int = 0
    after: int = 120
    color: str = ""
    bold: bool = False
    italic: bool = False
    outline: int | None = None
    kept: bool = False
    ruled: bool = False
    exact: int = 0


_STYLES = (
    _Style("Title", "Title", font=_PLAIN, size=40, after=200, color=_BLUE, bold=True, kept=True),
    _Style("Subtitle", "Subtitle", font=_PLAIN, size=22, after=60, color=_GREY, kept=True),
    _Style("Lead", "Paper lead", before=120),
    _Style(
        "Heading1",
        "heading 1",
        font=_PLAIN,
        size=28,
        before=400,
        after=140,
        color=_BLUE,
        bold=True,
        outline=0,
        ruled=True,
    ),
    _Style(
        "Heading2",
        "heading 2",
        font=_PLAIN,
        size=22,
        before=280,
        after=100,
        color=_BLUE,
        bold=True,
        outline=1,
    ),
    _Style("ListNumber", "List Number"),
    _Style("ListLead", "Paper list lead", after=60, kept=True),
    _Style("Notice", "Paper notice", font=_PLAIN, size=18, after=60, color=_GREY),
    _Style(
        "TableHead",
        "Paper table head",
        font=_PLAIN,
        size=17,
        before=40,
        after=40,
        color=_BLUE,
        bold=True,
        kept=True,
    ),
    _Style(
        "TableLabel", "Paper table label", font=_PLAIN, size=17, before=40, after=40, color=_BLUE, kept=True
    ),
    _Style("TableText", "Paper table text", font=_PLAIN, size=17, before=40, after=40),
    _Style("Gap", "Paper gap", size=8, after=0, exact=160),
    _Style("Footer", "footer", font=_PLAIN, size=16, after=0, color=_GREY),
)
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def styles(language: str) -> str:
    """The styles part, with the language that Word spells by."""
    return (
        f"<w:styles {_NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr>{_font(_BODY)}"
        f'<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="{language}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="120" w:line="269" w:lineRule="auto"/></w:pPr>'
        '</w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        f'<w:name w:val="Normal"/><w:qFormat/></w:style>{"".join(map(_style, _STYLES))}{_REFERENCE}{_TABLE}</w:styles>'
    )


def numbering() -> str:
    """The numbering part: paragraphs through the whole paper, and Roman numerals for headings."""
    items = "".join(_level(level, _FORMS[level % len(_FORMS)]) for level in range(9))
    roman = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{_WIDE_STEP}" w:hanging="{_WIDE_STEP}"/></w:pPr></w:lvl>'
    )
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for number, levels in ((ITEMS, items), (ROMANS, roman))
    )
    used = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in (ITEMS, ROMANS)
    )
    return f"<w:numbering {_NAMESPACE}>{lists}{used}</w:numbering>"


def _level(level: int, form: str) -> str:
    text = "%1." if level == 0 else f"(%{level + 1})"
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{_STEP * (level + 1)}" w:hanging="{_STEP}"/></w:pPr></w:lvl>'
    )


def _style(style: _Style) -> str:
    heading = style.outline is not None
    following = '<w:next w:val="Normal"/>' if heading or style.id == "Title" else ""
    shape = "<w:keepNext/><w:keepLines/>" if heading or style.kept else ""
    if style.ruled:
        shape += f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="3" w:color="{_LINE}"/></w:pBdr>'
    if style.id == "Footer":
        shape += f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>'
    line = f' w:line="{style.exact}" w:lineRule="exact"' if style.exact else ""
    shape += f'<w:spacing w:before="{style.before}" w:after="{style.after}"{line}/>'
    shape += f'<w:outlineLvl w:val="{style.outline}"/>' if heading else ""
    letters = _font(style.font) if style.font != _BODY else ""
    letters += "<w:b/><w:bCs/>" if style.bold else ""
    letters += "<w:i/><w:iCs/>" if style.italic else ""
    letters += f'<w:color w:val="{style.color}"/>' if style.color else ""
    letters += f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/><w:pPr>{shape}</w:pPr><w:rPr>{letters}</w:rPr></w:style>'
    )


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


_REFERENCE = (
    '<w:style w:type="character" w:styleId="Reference"><w:name w:val="Paper reference"/><w:rPr>'
    f'<w:color w:val="{_BLUE}"/></w:rPr></w:style>'
)
_TABLE = (
    '<w:style w:type="table" w:styleId="Paper"><w:name w:val="Paper table"/><w:tblPr><w:tblBorders>'
    f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{_BLUE}"/>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_BLUE}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/></w:tblBorders>'
    '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
