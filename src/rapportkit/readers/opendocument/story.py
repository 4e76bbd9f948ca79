"""A story (the body, a note, a comment, a header) becomes located blocks in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from rapportkit.model.document import Block, BlockKind, Furniture, FurnitureKind, Note
from rapportkit.model.location import Location
from rapportkit.readers.ooxml.line import is_visible, one_line
from rapportkit.readers.opendocument.inline import SILENT, Inline, Paragraph
from rapportkit.readers.opendocument.names import (
    DRAW,
    FORM,
    LIST,
    LOEXT,
    OFFICE,
    STYLE_NAME,
    TABLE,
    TEXT,
    H,
    P,
    whole,
)
from rapportkit.readers.opendocument.numbering import Numbering
from rapportkit.readers.opendocument.setting import Margin, Setting
from rapportkit.readers.spans import WIDEST, Spans

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CELL, _ROW = TABLE + "table-cell", TABLE + "table-row"
_PASSED_OVER = SILENT | {
    OFFICE + "forms",
    TABLE + "covered-table-cell",
    FORM + "form",
    *(TEXT + f"{name}-decls" for name in ("sequence", "variable", "user-field", "dde-connection")),
    *(
        TEXT + f"{name}-source"
        for name in (
            *("table-of-content", "illustration-index", "table-index", "object-index", "user-index"),
            *("alphabetical-index", "bibliography", "section"),
        )
    ),
}


class Story:
    """Reads one story: give it the root element and what all stories share, then call `read` once.

    `area` is the place to say for its blocks ("" in the body).
    """

    def __init__(
        self, root: Element, setting: Setting, margin: Margin, *, area: str = "", page_numbers: bool = True
    ) -> None:
        self._root, self._setting, self._margin, self._area = root, setting, margin, area
        self._inline = Inline(setting, page_numbers=page_numbers)
        self._inline.on_change = self._note_change
        self._inline.formula = self._formula
        self._numbering = Numbering(setting.styles)
        self._blocks: list[Block] = []
        self._blank = False
        self._table, self._row, self._cell, self._columns = 0, 0, 0, 0
        self._paragraphs = self._tables = self._boxes = self._depth = 0
        self._readers: dict[str, Callable[[Element], None]] = {
            P: self._paragraph,
            H: self._paragraph,
            LIST: self._list,
            TABLE + "table": self._read_table,
            TEXT + "section": self._section,
            TEXT + "change": self._change,
            TEXT + "change-start": self._change,
            TEXT + "change-end": self._change,
            TEXT + "tracked-changes": self._count_changes,
        }

    def read(self) -> list[Block]:
        """The blocks of the whole story."""
        self._walk(self._root)
        return self._blocks

    def _walk(self, parent: Element) -> None:
        for child in parent:
            reader = self._readers.get(child.tag)
            if reader is not None:
                reader(child)
            elif child.tag == DRAW + "text-box" or (child.tag.startswith(DRAW) and child.find(P) is not None):
                self._read_box(child)
            elif child.tag not in _PASSED_OVER:
                self._walk(child)

    def _paragraph(self, element: Element) -> None:
        style = element.get(STYLE_NAME, "")
        formats = self._setting.styles.paragraph(style)
        paragraph = self._inline.read(element, style)
        depth = whole(element.get(TEXT + "outline-level"), 10) or 1 if element.tag == H else 0
        marker, level, indent = self._numbering.label(formats.list)
        if depth and not marker:
            marker = self._numbering.heading(element, depth)
        written = element.find(TEXT + "number")
        if written is not None:  # what the program that wrote the file has counted
            marker = one_line("".join(map(str, written.itertext()))) or marker
        location = self._here()
        notes = tuple(self._tell_notes(paragraph))
        rendered = paragraph.line.render()
        text = rendered.text or ", ".join(note.label for note in notes)
        if text:
            kind = BlockKind.HEADING if depth else BlockKind.ITEM if marker else BlockKind.PARAGRAPH
            self._paragraphs = location.paragraph or self._paragraphs
            own = formats.indent if formats.indent is not None else indent
            self._blocks.append(
                Block(
                    kind,
                    text,
                    location,
                    level=depth or (level if marker else 0),
                    marker=marker,
                    lead=rendered.lead,
                    columns=self._columns,
                    notes=notes,
                    blank_before=self._blank,
                    indent=max(0.0, (own or 0.0) + rendered.shift),
                    centred=formats.centred,
                )
            )
            self._blank = False
        elif not paragraph.boxes and not paragraph.hidden:
            self._blank = True
        self._gather(paragraph, location)

    def _gather(self, paragraph: Paragraph, location: Location) -> None:
        hidden = one_line("".join(paragraph.hidden))
        if is_visible(hidden):
            self._margin.furniture.append(Furniture(FurnitureKind.HIDDEN, hidden, location))
        for comment in paragraph.comments:
            self._comment(comment, location)
        for box in paragraph.boxes:
            self._read_box(box)

    def _tell_notes(self, paragraph: Paragraph) -> Iterator[Note]:
        for note in paragraph.notes:
            kind = note.get(TEXT + "note-class", "footnote")
            citation, body = note.find(TEXT + "note-citation"), note.find(TEXT + "note-body")
            label = "" if citation is None else one_line("".join(map(str, citation.itertext())))
            text = "" if body is None else self._tell(body, f"{kind} {label}".strip())
            if text:
                yield Note(label, text)

    def _tell(self, root: Element, area: str) -> str:
        story = Story(root, self._setting, self._margin, area=area)
        return "\n".join(f"{block.marker} {block.text}".strip() for block in story.read())

    def _comment(self, comment: Element, location: Location) -> None:
        text = self._tell(comment, "comment")
        if text:
            self._margin.furniture.append(Furniture(FurnitureKind.COMMENT, text, location))
            if comment.get(LOEXT + "resolved") != "true":
                self._margin.comments.append(location)

    def _list(self, entry: Element) -> None:
        with self._numbering.inside(entry):
            for item in entry:
                if item.tag in {TEXT + "list-item", TEXT + "list-header"}:
                    self._numbering.begin(item)
                    self._walk(item)
                    self._numbering.end()

    def _section(self, section: Element) -> None:
        saved = self._inline.hiding
        self._inline.hiding = saved or section.get(TEXT + "display", "") == "none"
        self._walk(section)
        self._inline.hiding = saved

    def _read_box(self, box: Element) -> None:
        """Read what stands in a box: a place of its own, but in the same table cell as its anchor."""
        self._boxes += 1
        saved, self._area = self._area, ", ".join(filter(None, (self._area, f"text box {self._boxes}")))
        self._blank = False
        with self._numbering.apart():
            self._walk(box)
        self._area, self._blank = saved, False

    def _read_table(self, table: Element) -> None:
        self._tables += 1
        saved = self._table, self._row, self._cell, self._columns
        number, row, spans, blank = self._tables, 0, Spans(), self._blank
        self._depth += 1
        self._margin.deepest = max(self._margin.deepest, self._depth)
        with self._numbering.apart():
            for entry in _rows(table):
                cells = [
                    (cell, copy) for cell in entry.iterchildren(_CELL) for copy in range(_repeated(cell))
                ]
                laid = spans.row([_reach(cell) for cell, _ in cells])
                row += 1
                for place, (cell, copy) in zip(laid.places, cells, strict=True):
                    if copy:  # the text of a cell that repeats is told once
                        continue
                    self._table, self._row, self._cell, self._columns = number, row, place, laid.columns
                    self._blank = blank and (row, place) == (1, 1)
                    self._walk(cell)
        self._table, self._row, self._cell, self._columns = saved
        self._blank = False
        self._depth -= 1

    def _here(self) -> Location:
        if self._table:
            return Location(table=self._table, row=self._row, cell=self._cell, area=self._area)
        return Location(area=self._area, paragraph=None if self._area else self._paragraphs + 1)

    def _change(self, element: Element) -> None:
        """A mark between paragraphs."""
        self._inline.pass_change(element)

    def _note_change(self) -> None:
        self._margin.changed = self._margin.changed or self._here()

    def _count_changes(self, changes: Element) -> None:
        """What was deleted stands here, and only here; it is not in the final view."""
        for kind in ("insertion", "deletion"):
            self._margin.changes[kind] += sum(1 for _ in changes.iter(TEXT + kind))

    def _formula(self, element: Element) -> str:
        text = self._setting.formula(element)
        if not text:
            self._margin.unread.append(self._here())
        return text


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == _ROW:
            yield child
        elif child.tag in {TABLE + "table-header-rows", TABLE + "table-rows", TABLE + "table-row-group"}:
            yield from _rows(child)


def _repeated(cell: Element) -> int:
    """How often a cell stands in its row."""
    return whole(cell.get(TABLE + "number-columns-repeated"), WIDEST) or 1


def _reach(cell: Element) -> tuple[int, int]:
    wide, high = (whole(cell.get(f"{TABLE}number-{way}-spanned")) or 1 for way in ("columns", "rows"))
    return wide, high
