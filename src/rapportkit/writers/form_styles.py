"""How a form looks: one sober face, a dark blue for headings, a light one behind the questions."""

from __future__ import annotations

from dataclasses import dataclass

from rapportkit.writers.form_markup import valued

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FONT = "Arial"
_BLUE, _GREY, _LINE = "1F3864", "595959", "8497B0"


@dataclass(frozen=True, slots=True)
class _Style:
    """One paragraph style: sizes in half points, spacing in twentieths of a point.

    `kept` holds it on the page of what follows; a `narrow` one is only a gap.
    """

    id: str
    name: str
    size: int = 20
    before: int = 0
    after: int = 80
    color: str = ""
    bold: bool = False
    italic: bool = False
    centred: bool = False
    outline: int | None = None
    kept: bool = False
    narrow: bool = False
    indent: int = 0


_STYLES = (
    _Style("Event", "Form event", size=24, after=60, color=_GREY, bold=True, centred=True),
    _Style("Title", "Title", size=32, before=60, after=120, color=_BLUE, bold=True, centred=True),
    _Style("Subtitle", "Subtitle", size=26, after=120, color=_BLUE, centred=True),
    _Style("Where", "Form place", after=40, centred=True),
    _Style("Intro", "Form introduction", size=19, after=100, color=_GREY, italic=True),
    _Style("Guidance", "Form guidance", size=18, after=60, color=_GREY, italic=True, kept=True),
    _Style("Label", "Form label", after=40, color=_BLUE, bold=True),
    _Style("Plain", "Form part", size=19, after=40, color=_BLUE),
    _Style("Heading1", "heading 1", size=25, before=300, after=100, color=_BLUE, bold=True, outline=0),
    _Style("Heading2", "heading 2", size=22, before=220, after=80, color=_BLUE, bold=True, outline=1),
    _Style("Heading3", "heading 3", size=21, before=180, after=60, color=_BLUE, bold=True, outline=2),
    _Style("Heading4", "heading 4", before=120, after=60, color=_BLUE, italic=True, outline=3),
    _Style("ListParagraph", "List Paragraph", after=60),
    _Style("ListContinue", "List Continue", after=60, indent=360),
    _Style("Gap", "Form gap", size=8, after=0, narrow=True),
    _Style("FootnoteText", "footnote text", size=18, after=0),
    _Style("Footer", "footer", size=18, after=0, color=_GREY, centred=True),
)


def styles(language: str) -> str:
    """The styles part, with the language that Word spells by."""
    written = "".join(_style(style) for style in _STYLES)
    return (
        f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_FONT}"/>'
        f'<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="{language}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/></w:style>{written}{_CHARACTERS}{_TABLE}</w:styles>"
    )


def _style(style: _Style) -> str:
    heading = style.outline is not None
    following = valued("next", "Normal") if heading or style.id in {"Title", "Subtitle", "Event"} else ""
    line = ' w:line="120" w:lineRule="exact"' if style.narrow else ""
    spacing = f'<w:spacing w:before="{style.before}" w:after="{style.after}"{line}/>'
    shape = "<w:keepNext/><w:keepLines/>" + spacing if heading or style.kept else spacing
    shape += f'<w:ind w:left="{style.indent}"/>' if style.indent else ""
    shape += valued("jc", "center") if style.centred else ""
    shape += valued("outlineLvl", style.outline) if style.outline is not None else ""
    letters = "<w:b/>" if style.bold else ""
    letters += "<w:i/>" if style.italic else ""
    letters += valued("color", style.color) if style.color else ""
    letters += valued("sz", style.size) + valued("szCs", style.size)
    named = valued("name", style.name)
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}">{named}'
        f"{valued('basedOn', 'Normal')}{following}<w:qFormat/><w:pPr>{shape}</w:pPr>"
        f"<w:rPr>{letters}</w:rPr></w:style>"
    )


_CHARACTERS = (
    '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
    '<w:rPr><w:color w:val="808080"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="6" w:space="0" w:color="{_LINE}"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE = (
    '<w:style w:type="table" w:styleId="Form"><w:name w:val="Form"/><w:tblPr>'
    f"<w:tblBorders>{_EDGES}</w:tblBorders><w:tblCellMar>"
    '<w:top w:w="57" w:type="dxa"/><w:left w:w="113" w:type="dxa"/>'
    '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
