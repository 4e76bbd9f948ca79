"""The paper's nodes as WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape, quoteattr

from rapportkit.writers.summary_nodes import Heading, Item, Node, Paragraph, Row, Run, Table
from rapportkit.writers.summary_styles import ITEMS, ROMANS, WIDTH
from rapportkit.writers.word_markup import clean

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
_DEEPEST = 8
# Rows shorter than this stay on one page; longer ones may run over, or pages would stay half empty.
_WHOLE_ROW = 1500
_STYLES = {"subtitle": "Subtitle", "lead": "Lead", "notice": "Notice", "list": "ListLead", "": "Normal"}


@dataclass(slots=True)
class Body:
    """Writes nodes one after the other; `language` is the paper's own."""

    language: str
    bookmarks: int = 0

    def written(self, nodes: Iterator[Node]) -> str:
        """All nodes in order, kept as they follow each other: a table needs a paragraph behind it."""
        parts: list[str] = []
        for node in nodes:
            match node:
                case Heading():
                    parts.append(self._heading(node))
                case Paragraph():
                    parts.append(self._paragraph(node))
                case Item():
                    parts.append(self._item(node))
                case Table():
                    parts.append(self._table(node))
        return "".join(parts)

    def _heading(self, node: Heading) -> str:
        style = f"Heading{node.level}" if node.level else "Title"
        shape = "<w:pageBreakBefore/>" if node.breaks_page else ""
        shape += _numbered(ROMANS, 0) if node.counted else ""
        return self._set(node.runs, style, shape)

    def _paragraph(self, node: Paragraph) -> str:
        indent = f'<w:ind w:left="{567 * min(node.level, _DEEPEST)}"/>' if node.level else ""
        return self._set(node.runs, _STYLES[node.style], "", indent)

    def _item(self, node: Item) -> str:
        return self._set(
            node.runs, "ListNumber", _kept(node.kept) + _numbered(ITEMS, min(node.level, _DEEPEST))
        )

    def _set(self, runs: Sequence[Run], style: str, shape: str = "", indent: str = "") -> str:
        """One paragraph; what it is made of stands in the order that the format asks for."""
        bidi = "<w:bidi/>" if runs and _is_rtl(max(runs, key=lambda run: len(run.text)).language) else ""
        properties = f"{valued('pStyle', style)}{shape}{bidi}{indent}"
        return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(map(self._run, runs))}</w:p>"

    def _run(self, run: Run) -> str:
        look = valued("rStyle", "Reference") if run.link else ""
        look += "<w:b/>" if run.bold else ""
        look += "<w:i/>" if run.italic else ""
        look += '<w:sz w:val="18"/><w:szCs w:val="18"/>' if run.small else ""
        look += "<w:rtl/>" if _is_rtl(run.language) else ""
        if run.language and run.language != self.language:
            look += f'<w:lang w:val="{escape(run.language)}"/>'
        lines = (f'<w:t xml:space="preserve">{clean(line)}</w:t>' for line in run.text.split("\n"))
        properties = f"<w:rPr>{look}</w:rPr>" if look else ""
        written = f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>"
        if run.link:
            written = f'<w:hyperlink w:anchor={quoteattr(run.link)} w:history="1">{written}</w:hyperlink>'
        if run.anchor:
            self.bookmarks += 1
            number = f'w:id="{self.bookmarks}"'
            name = f"w:name={quoteattr(run.anchor)}"
            written = f"<w:bookmarkStart {number} {name}/>{written}<w:bookmarkEnd {number}/>"
        return written

    def _table(self, node: Table) -> str:
        widths = [round(share * WIDTH) for share in node.widths]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        head = "".join(
            _cell(self._set((Run(text),), "TableHead", indent=_aligned(node, index)), width)
            for index, (text, width) in enumerate(zip(node.head, widths, strict=True))
        )
        rows = "".join(self._row(row, node, widths) for row in node.rows)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Paper"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>"
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
            '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'
        )

    def _lines(self, runs: Sequence[Run], shape: str, indent: str) -> str:
        return "".join(self._set(line, "TableText", shape, indent) for line in _lines(runs))

    def _row(self, row: Row, table: Table, widths: Sequence[int]) -> str:
        if row.label:
            cell = _cell(self._set(row.cells[0], "TableLabel"), sum(widths), len(widths), "EEF2F7")
            return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"
        cells = "".join(
            _cell(self._lines(runs, _kept(row.kept), _aligned(table, index) or _stepped(row, index)), width)
            for index, (runs, width) in enumerate(zip(row.cells, widths, strict=True))
        )
        length = sum(len(run.text) for cell in row.cells for run in cell)
        whole = "<w:trPr><w:cantSplit/></w:trPr>" if length < _WHOLE_ROW else ""
        return f"<w:tr>{whole}{cells}</w:tr>"


def _kept(kept: bool) -> str:
    return "<w:keepNext/>" if kept else ""


def _numbered(number: int, level: int) -> str:
    return f"<w:numPr>{valued('ilvl', level)}{valued('numId', number)}</w:numPr>"


def _aligned(table: Table, column: int) -> str:
    return valued("jc", "right") if column in table.figures else ""


def _stepped(row: Row, column: int) -> str:
    """The text of a point that hangs below another stands in."""
    return f'<w:ind w:left="{227 * min(row.level, _DEEPEST)}"/>' if row.level and column == 1 else ""


def _lines(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """The runs of each line, so that a table cell can set it as a paragraph."""
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(replace(run, text=first))
        for text in others:
            yield line
            line = [replace(run, text=text, anchor="")]
    yield line


def _cell(written: str, width: int, span: int = 1, fill: str = "") -> str:
    spanning = valued("gridSpan", span) if span > 1 else ""
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanning}{shading}</w:tcPr>{written}</w:tc>'


def _is_rtl(language: str) -> bool:
    return language.split("-", maxsplit=1)[0] in _RIGHT_TO_LEFT


def valued(name: str, value: str | int) -> str:
    """An element that carries one value.

    >>> valued("jc", "center")
    '<w:jc w:val="center"/>'
    """
    return f"<w:{name} w:val={quoteattr(str(value))}/>"
