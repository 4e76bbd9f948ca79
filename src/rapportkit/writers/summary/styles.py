"""How the paper looks: a book face for what was said, a plain one for headings and tables, one dark blue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate

from rapportkit.writers.summary.pages import WIDTH
from rapportkit.writers.summary.spelling import dictionary

ITEMS, ROMANS = 1, 2
"""The lists that count paragraphs and headings, by number."""

_FORMS = ("decimal", "lowerLetter", "lowerRoman", "upperLetter", "decimal", "lowerLetter", "lowerRoman")
# Room for "99999.", "(aa)", "(xxviii)" … each at its level, in twentieths of a point.
_STEPS = (624, 567, 680, 567, 567, 567, 680, 567, 567)
DEEPEST = len(_STEPS) - 1
LEFT = (0, *accumulate(_STEPS))
"""Where the number of an item begins at each level, which is where the text of the level above does."""
STYLED_ITEMS = ("ListNumber", *(f"ListNumber{level}" for level in range(2, 6)))
"""The styles of items by level; deeper ones have the last."""

_BODY, _PLAIN = "Times New Roman", "Arial"
_BLUE, _GREY = "1F3864", "595959"
LINE = "A6B1C2"
"""The colour of thin lines."""
_ROMAN_STEP = 737


@dataclass(frozen=True, slots=True)
class _Style:
    """One paragraph style: sizes in half points, spacing in twentieths of a point.

    `kept` holds it on the page of what follows; `outline` makes it a heading of that level; `list` counts it, at
    a level of a list; `close` sets lines as near as the type allows.
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
    list: tuple[int, int] | None = None
    close: bool = False


_HEADING = _Style("", "", font=_PLAIN, color=_BLUE, bold=True, kept=True)
_TABLE = _Style("", "", font=_PLAIN, size=17, before=40, after=40)
_TABLE_CLOSE = replace(_TABLE, size=15, before=20, after=20, close=True)
_STYLES = (
    replace(_HEADING, id="Title", name="Title", size=40, after=200),
    _Style("Subtitle", "Subtitle", font=_PLAIN, size=22, after=60, color=_GREY, kept=True),
    _Style("Lead", "Paper lead", before=120),
    replace(
        _HEADING,
        id="Heading1",
        name="heading 1",
        size=28,
        before=400,
        after=140,
        outline=0,
        ruled=True,
        list=(ROMANS, 0),
    ),
    replace(_HEADING, id="Heading2", name="heading 2", size=22, before=280, after=100, outline=1),
    replace(_HEADING, id="Heading3", name="heading 3", size=20, before=220, after=80, outline=2),
    replace(_HEADING, id="Heading4", name="heading 4", size=20, before=160, after=60, bold=False, outline=3),
    *(
        _Style(id_, f"List Number {level}".removesuffix(" 1"), list=(ITEMS, level - 1))
        for level, id_ in enumerate(STYLED_ITEMS, 1)
    ),
    _Style("ListLead", "Paper list lead", after=60, kept=True),
    _Style("Notice", "Paper notice", font=_PLAIN, size=18, after=90, color=_GREY),
    replace(_HEADING, id="Caption", name="caption", size=18, before=200, after=80),
    _Style("Picture", "Paper picture", before=40, after=200, close=True),
    replace(_TABLE, id="TableHead", name="Paper table head", color=_BLUE, bold=True, kept=True),
    replace(_TABLE, id="TableLabel", name="Paper table label", color=_BLUE, kept=True),
    replace(_TABLE, id="TableText", name="Paper table text"),
    replace(
        _TABLE_CLOSE, id="TableHeadClose", name="Paper close table head", color=_BLUE, bold=True, kept=True
    ),
    replace(_TABLE_CLOSE, id="TableTextClose", name="Paper close table text"),
    _Style("Gap", "Paper gap", size=8, after=0, exact=160),
    _Style("Footer", "footer", font=_PLAIN, size=16, after=0, color=_GREY),
)
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def styles(language: str) -> str:
    """The styles part, with the language that Word spells by."""
    return (
        f"<w:styles {_NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr>{_font(_BODY)}"
        f'<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="{dictionary(language)}" w:eastAsia="zh-CN" '
        'w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="120" w:line="269" w:lineRule="auto"/></w:pPr>'
        f"</w:pPrDefault></w:docDefaults>{_DEFAULTS}{''.join(map(_style, _STYLES))}{_REFERENCE}{_TABLE_STYLE}"
        "</w:styles>"
    )


def numbering() -> str:
    """The numbering part: paragraphs through the whole paper, and Roman numerals for headings."""
    items = "".join(_level(level) for level in range(len(_STEPS)))
    roman = _counted(0, "upperRoman", "%1.", "Heading1", _ROMAN_STEP, _ROMAN_STEP)
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="4A1C0E0{number}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for number, levels in ((ITEMS, items), (ROMANS, roman))
    )
    used = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in (ITEMS, ROMANS)
    )
    return f"<w:numbering {_NAMESPACE}>{lists}{used}</w:numbering>"


def _level(level: int) -> str:
    text = "%1." if level == 0 else f"(%{level + 1})"
    style = STYLED_ITEMS[level] if level < len(STYLED_ITEMS) else ""
    return _counted(level, _FORMS[level % len(_FORMS)], text, style, LEFT[level + 1], _STEPS[level])


def _counted(level: int, form: str, text: str, style: str, left: int, hanging: int) -> str:
    """One level of a list; a deeper one begins anew below each of its parents, as Word does by itself."""
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def _style(style: _Style) -> str:
    heading = style.outline is not None
    own = ' w:customStyle="1"' if style.name.startswith("Paper ") else ""
    following = '<w:next w:val="Normal"/>' if heading or style.id == "Title" else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/><w:pPr>{_shape(style)}</w:pPr>'
        f"<w:rPr>{_letters(style)}</w:rPr></w:style>"
    )


def _shape(style: _Style) -> str:
    shape = "<w:keepNext/><w:keepLines/>" if style.kept else ""
    if style.list:
        number, level = style.list
        deeper = f'<w:ilvl w:val="{level}"/>' if level else ""
        shape += f'<w:numPr>{deeper}<w:numId w:val="{number}"/></w:numPr>'
    if style.ruled:
        shape += f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="3" w:color="{LINE}"/></w:pBdr>'
    if style.id == "Footer":
        shape += f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>'
    line = ' w:line="240" w:lineRule="auto"' if style.close else ""
    line = f' w:line="{style.exact}" w:lineRule="exact"' if style.exact else line
    shape += f'<w:spacing w:before="{style.before}" w:after="{style.after}"{line}/>'
    return shape + (f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "")


def _letters(style: _Style) -> str:
    letters = _font(style.font) if style.font != _BODY else ""
    letters += "<w:b/><w:bCs/>" if style.bold else ""
    letters += "<w:i/><w:iCs/>" if style.italic else ""
    letters += f'<w:color w:val="{style.color}"/>' if style.color else ""
    return f'{letters}<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>'


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


_DEFAULTS = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>'
)
_REFERENCE = (
    '<w:style w:type="character" w:customStyle="1" w:styleId="Reference"><w:name w:val="Paper reference"/>'
    f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="{_BLUE}"/></w:rPr></w:style>'
)
_TABLE_STYLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="Paper"><w:name w:val="Paper table"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{_BLUE}"/>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_BLUE}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tblBorders>'
    '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
