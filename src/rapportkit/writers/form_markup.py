"""Paragraphs and tables of a form as WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from rapportkit.writers.form_nodes import Cell, Item, Marks, Node, Paragraph, Run, Table
from rapportkit.writers.word_markup import clean

WIDTH = 9638
"""The width of the text on the page, in twentieths of a point: A4 less two centimetres on each side."""

BULLET_LIST = 1
"""The id of the one list that all bullets share; lists that count follow it."""

_GAP = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'
# Some programs show the style of a prompt in black.
_GREY = '<w:color w:val="808080"/>'
_SHORT = 1500
_KEPT = frozenset({"Label", "Guidance"})


@dataclass(slots=True)
class Ledger:
    """What a document collects while it is written: its counted lists, footnotes and controls."""

    lists: list[tuple[Marks, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    controls: int = 0
    _open: dict[Marks, int] = field(default_factory=dict)
    _counted: int = 0

    def list_id(self, item: Item) -> int:
        """The id of the list that an item belongs to; a start begins a new one."""
        if item.marks is Marks.BULLETS:
            return BULLET_LIST
        if item.start is not None or item.marks not in self._open:
            self.lists.append((item.marks, 1 if item.start is None else item.start))
            self._open[item.marks] = BULLET_LIST + len(self.lists)
        return self._open[item.marks]

    def note_id(self, text: str, mark: str) -> tuple[int, bool]:
        """The id of a new footnote, and whether its mark is the author's instead of Word's next number."""
        self.notes.append(text)
        own = bool(mark) and mark != str(self._counted + 1)
        self._counted += not own
        return len(self.notes), own

    def control_id(self) -> int:
        """The id of a new content control."""
        self.controls += 1
        return self.controls


def body(nodes: Sequence[Node], ledger: Ledger) -> str:
    """All nodes in order; tables are kept apart by a narrow line."""
    return "".join(_spaced(nodes, ledger))


def _spaced(nodes: Sequence[Node], ledger: Ledger) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Paragraph):
            yield paragraph(node, ledger)
        else:
            yield _table(node, ledger)
            yield _GAP


def paragraph(node: Paragraph, ledger: Ledger, *, keep: bool = False) -> str:
    """One paragraph; `keep` holds it on the page of the next."""
    properties = valued("pStyle", node.style) if node.style else ""
    if node.item and not node.style:
        properties = valued("pStyle", "ListParagraph")
    if keep:
        properties += "<w:keepNext/>"
    if node.item:
        number = ledger.list_id(node.item)
        properties += f"<w:numPr>{valued('ilvl', min(node.item.level, 8))}{valued('numId', number)}</w:numPr>"
    opened = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{opened}{''.join(_run(run, ledger) for run in node.runs)}</w:p>"


def _run(run: Run, ledger: Ledger) -> str:
    if run.prompt:
        return _control(run, ledger)
    written = _letters(run.text, "<w:b/>" if run.bold else "")
    return written + (_reference(run.note, run.mark, ledger) if run.note is not None else "")


def _letters(text: str, properties: str) -> str:
    if not text:
        return ""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = (f'<w:t xml:space="preserve">{clean(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{look}{'<w:br/>'.join(lines)}</w:r>"


def _control(run: Run, ledger: Ledger) -> str:
    """A content control, named by its prompt, that shows its dots until somebody writes in it."""
    bold = "<w:b/>" if run.bold else ""
    own = f"<w:rPr>{bold}</w:rPr>" if bold else ""
    alias = valued("alias", run.prompt)
    number = valued("id", ledger.control_id())
    written = _letters(run.text, valued("rStyle", "PlaceholderText") + bold + _GREY)
    return (
        f"<w:sdt><w:sdtPr>{own}{alias}{number}<w:showingPlcHdr/><w:text/></w:sdtPr>"
        f"<w:sdtContent>{written}</w:sdtContent></w:sdt>"
    )


def _reference(note: str, mark: str, ledger: Ledger) -> str:
    number, own = ledger.note_id(note, mark)
    look = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    if not own:
        return f'<w:r>{look}<w:footnoteReference w:id="{number}"/></w:r>'
    return (
        f'<w:r>{look}<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/>'
        f"<w:t>{clean(mark)}</w:t></w:r>"
    )


def _table(table: Table, ledger: Ledger) -> str:
    widths = [round(share * WIDTH) for share in table.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(row, widths, ledger) for row in table.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Form"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _row(row: Sequence[Cell], widths: Sequence[int], ledger: Ledger) -> str:
    # A question stays whole and with its answer; a long answer may run over the page.
    asks = len(row) == 1 and _only_asks(row[0])
    whole = asks or sum(map(_length, row)) < _SHORT
    leads = asks or (whole and row[0].shaded and _only_asks(row[0]))
    at, cells = 0, []
    for cell in row:
        span = min(cell.span, len(widths) - at) if len(row) > 1 else len(widths)
        cells.append(_cell(cell, sum(widths[at : at + span]), span, ledger, keep=leads))
        at += span
    return f"<w:tr>{'<w:trPr><w:cantSplit/></w:trPr>' if whole else ''}{''.join(cells)}</w:tr>"


def _length(cell: Cell) -> int:
    return sum(len(run.text) for each in cell.paragraphs for run in each.runs)


def _only_asks(cell: Cell) -> bool:
    return all(each.style in _KEPT for each in cell.paragraphs)


def _cell(cell: Cell, width: int, span: int, ledger: Ledger, *, keep: bool) -> str:
    spanning = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shading = '<w:shd w:val="clear" w:color="auto" w:fill="DCE6F0"/>' if cell.shaded else ""
    written = "".join(paragraph(each, ledger, keep=keep) for each in cell.paragraphs)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanning}{shading}</w:tcPr>'
        f"{written or '<w:p/>'}</w:tc>"
    )


def valued(name: str, value: str | int) -> str:
    """An element that carries one value.

    >>> valued("jc", "center")
    '<w:jc w:val="center"/>'
    """
    return f"<w:{name} w:val={quoteattr(str(value))}/>"
