"""The paper's nodes as WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from rapportkit.writers.summary.columns import LONGEST_KEY, Columns
from rapportkit.writers.summary.drawing import drawing
from rapportkit.writers.summary.nodes import Heading, Item, Node, Paragraph, Picture, Row, Run, Table
from rapportkit.writers.summary.pages import LENGTH, WIDTH, chapters, section
from rapportkit.writers.summary.spelling import is_right_to_left, same, spelt
from rapportkit.writers.summary.styles import DEEPEST, ITEMS, LEFT, LINE, STYLED_ITEMS
from rapportkit.writers.summary.targets import targets
from rapportkit.writers.word_markup import clean

# Rows shorter than this stay on one page; longer ones may run over, or pages would stay half empty.
_WHOLE_ROW = 1500
# Tables with fewer letters and rows than these stay on one page.
_WHOLE_TABLE, _FEW_ROWS = 1200, 12
# A table with more columns than this is one of figures, set close.
_FEW_COLUMNS = 9
_CLOSE_BORDERS = (
    f'<w:tblBorders><w:insideV w:val="single" w:sz="2" w:space="0" w:color="{LINE}"/></w:tblBorders>'
)
_SIZE, _MARGINS = 8.5, 170
_CLOSE_MARGINS = (
    '<w:tblCellMar><w:left w:w="30" w:type="dxa"/><w:right w:w="30" w:type="dxa"/></w:tblCellMar>'
)
_STYLES = {"subtitle": "Subtitle", "lead": "Lead", "notice": "Notice", "list": "ListLead", "": "Normal"}
_DEEPEST_HEADING = 4
_UNCOUNTED = '<w:numPr><w:numId w:val="0"/></w:numPr>'
_SMALL, _SMALL_IN_TABLE = 18, 15


@dataclass(slots=True)
class Body:
    """Writes nodes one after the other; `language` is the paper's own.

    `pictures` are those that the text embeds, as PNG under the names by which it asks for them.
    """

    language: str
    pictures: dict[str, bytes] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    placed: dict[str, int] = field(default_factory=dict)
    width: int = WIDTH
    columns: Columns = field(default_factory=lambda: Columns((), _SIZE, _MARGINS))

    def written(self, nodes: Iterable[Node]) -> str:
        """All nodes in order with the pages that they stand on."""
        told = tuple(nodes)
        self.names = targets(told)
        self.columns = Columns(told, _SIZE, _MARGINS)
        stretches = tuple(chapters(told))
        parts: list[str] = []
        for number, (lying, stretch) in enumerate(stretches, 1):
            self.width = LENGTH if lying else WIDTH
            parts += self._stretch(stretch)
            pages = section(lying=lying)
            parts.append(pages if number == len(stretches) else _ended(pages))
        return "".join(parts)

    def _stretch(self, nodes: Sequence[Node]) -> Iterator[str]:
        before: Node | None = None
        for node, following in zip(nodes, (*nodes, None)[1:], strict=True):
            match node:
                case Heading():
                    yield self._heading(node)
                case Paragraph():
                    yield self._paragraph(node, kept=_leads(before, following))
                case Item():
                    yield self._item(node)
                case Table():
                    yield self._table(node)
                case Picture():
                    yield self._picture(node)
            before = node

    def _heading(self, node: Heading) -> str:
        style = f"Heading{min(node.level, _DEEPEST_HEADING)}" if node.level else "Title"
        shape = "<w:pageBreakBefore/>" if node.breaks_page else ""
        room = '<w:spacing w:before="0"/>' if node.breaks_page else ""
        # The style counts: one that is not to be counted says so.
        plain = node.level == 1 and not node.counted
        indent = '<w:ind w:left="0" w:firstLine="0"/>' if plain else ""
        return self._set(node.runs, style, shape + (_UNCOUNTED if plain else ""), room + indent)

    def _paragraph(self, node: Paragraph, *, kept: bool) -> str:
        left = LEFT[min(node.level, DEEPEST)]
        indent = f'<w:ind w:left="{left}"/>' if left else ""
        return self._set(node.runs, _STYLES[node.style], _kept(kept), indent)

    def _item(self, node: Item) -> str:
        level = min(node.level, DEEPEST)
        style = STYLED_ITEMS[min(level, len(STYLED_ITEMS) - 1)]
        return self._set(node.runs, style, _kept(node.kept) + _numbered(ITEMS, level))

    def _picture(self, node: Picture) -> str:
        from rapportkit.writers.summary.picture_png import legend, write

        data, *pixels = write(node, self.language)
        number = len(self.pictures) + 1
        self.pictures[f"picture{number}"] = data
        shown = drawing(number, f"picture{number}", node.title, (pixels[0], pixels[1]))
        return (
            self._set((Run(node.title),), "Caption")
            + f'<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr>{shown}</w:p>'
            + "".join(self._set((Run(f"{sign}: {name}"),), "Notice") for sign, name in legend(node))
        )

    def _set(
        self, runs: Sequence[Run], style: str, shape: str = "", indent: str = "", small: int = _SMALL
    ) -> str:
        """One paragraph; what it is made of stands in the order that the format asks for."""
        bidi = "<w:bidi/>" if _runs_leftwards(runs) else ""
        properties = f'<w:pStyle w:val="{style}"/>{shape}{bidi}{indent}'
        written = "".join([self._run(run, small) for run in runs])
        return f"<w:p><w:pPr>{properties}</w:pPr>{written}</w:p>"

    def _run(self, run: Run, small: int) -> str:
        written = self._worded(run, small) if run.text else ""
        # What is led to is the first place of that name.
        if run.anchor and run.anchor not in self.placed:
            self.placed[run.anchor] = number = len(self.placed) + 1
            begin = f'<w:bookmarkStart w:id="{number}" w:name="{self.names[run.anchor]}"/>'
            written = f'{begin}{written}<w:bookmarkEnd w:id="{number}"/>'
        return written

    def _worded(self, run: Run, small: int) -> str:
        """The words of a run as they look, as a link where they lead somewhere."""
        name = self.names.get(run.link, "") if run.link else ""
        look = '<w:rStyle w:val="Reference"/>' if name else ""
        look += "<w:b/><w:bCs/>" if run.bold else ""
        look += "<w:i/><w:iCs/>" if run.italic else ""
        look += f'<w:sz w:val="{small}"/><w:szCs w:val="{small}"/>' if run.small else ""
        if run.language and not same(run.language, self.language):
            look += "<w:rtl/>" if is_right_to_left(run.language) else ""
            look += spelt(run.language)
        text = clean(run.text)
        if name and len(text) <= LONGEST_KEY and text == text.strip():
            text = text.replace(" ", "\N{NO-BREAK SPACE}")
        if "\n" in text:
            text = text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        properties = f"<w:rPr>{look}</w:rPr>" if look else ""
        written = f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'
        return f'<w:hyperlink w:anchor="{name}" w:history="1">{written}</w:hyperlink>' if name else written

    def _table(self, node: Table) -> str:
        close = "Close" if _is_close(node) else ""
        widths = self._widths(node)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        head = "".join(
            _cell(self._set((Run(text),), f"TableHead{close}", indent=_aligned(node, index)), width)
            for index, (text, width) in enumerate(zip(node.head, widths, strict=True))
        )
        whole = _stays_whole(node)
        rows = "".join(
            [
                self._row(row, node, widths, kept=row.kept or (whole and number < len(node.rows)))
                for number, row in enumerate(node.rows, 1)
            ]
        )
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Paper"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'{_CLOSE_BORDERS if close else ""}<w:tblLayout w:type="fixed"/>{_CLOSE_MARGINS if close else ""}'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
            'w:noHBand="1" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>"
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
            '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'
        )

    def _widths(self, table: Table) -> list[int]:
        if _is_close(table):
            return [round(share * self.width) for share in table.widths]
        return self.columns.widths(table, self.width)

    def _row(self, row: Row, table: Table, widths: Sequence[int], *, kept: bool) -> str:
        if row.label:
            label = self._set(row.cells[0], "TableLabel", small=_SMALL_IN_TABLE)
            cell = _cell(label, sum(widths), len(widths), "EEF2F7")
            return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"
        style = "TableTextClose" if _is_close(table) else "TableText"
        shape = _kept(kept)
        cells = "".join(
            [
                _cell(self._lines(runs, style, shape, _aligned(table, at) or _stepped(row, at)), width)
                for at, (runs, width) in enumerate(zip(row.cells, widths, strict=True))
            ]
        )
        whole = "<w:trPr><w:cantSplit/></w:trPr>" if _length(row) < _WHOLE_ROW else ""
        return f"<w:tr>{whole}{cells}</w:tr>"

    def _lines(self, runs: Sequence[Run], style: str, shape: str, indent: str) -> str:
        """Each line of a cell as a paragraph of its own."""
        return "".join([self._set(line, style, shape, indent, _SMALL_IN_TABLE) for line in _lines(runs)])


def _ended(pages: str) -> str:
    """The end of a stretch of pages: its properties stand in its last paragraph, a gap of no height."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Gap"/><w:spacing w:line="20" w:lineRule="exact"/>{pages}</w:pPr></w:p>'
    )


def _leads(before: Node | None, following: Node | None) -> bool:
    """Whether a paragraph belongs on the page of what follows it."""
    return isinstance(following, Table | Picture) or (
        isinstance(before, Heading) and before.level > 0 and isinstance(following, Item)
    )


def _kept(kept: bool) -> str:
    return "<w:keepNext/>" if kept else ""


def _numbered(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _is_close(table: Table) -> bool:
    return len(table.head) > _FEW_COLUMNS


def _aligned(table: Table, column: int) -> str:
    """Figures stand right; in the middle where their columns are as narrow as they."""
    if column not in table.figures:
        return ""
    return f'<w:jc w:val="{"center" if _is_close(table) else "right"}"/>'


def _stepped(row: Row, column: int) -> str:
    """The text of a point that hangs below another stands in."""
    return f'<w:ind w:left="{227 * min(row.level, DEEPEST)}"/>' if row.level and column == 1 else ""


def _stays_whole(table: Table) -> bool:
    return len(table.rows) <= _FEW_ROWS and sum(map(_length, table.rows)) < _WHOLE_TABLE


def _length(row: Row) -> int:
    return sum([len(run.text) for cell in row.cells for run in cell])


def _runs_leftwards(runs: Sequence[Run]) -> bool:
    """Whether most of a paragraph is in a script that runs from right to left."""
    return any(run.language for run in runs) and is_right_to_left(
        max(runs, key=lambda run: len(run.text)).language
    )


def _lines(runs: Sequence[Run]) -> Iterator[Sequence[Run]]:
    """The runs of each line, so that a table cell can set it as a paragraph."""
    if not any("\n" in run.text for run in runs):
        yield runs
        return
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(replace(run, text=first))
        for text in others:
            yield line
            line = [replace(run, text=text, anchor="")]
    yield line


def _cell(written: str, width: int, span: int = 1, fill: str = "") -> str:
    spanning = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanning}{shading}</w:tcPr>{written}</w:tc>'
