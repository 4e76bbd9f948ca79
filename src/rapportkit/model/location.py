"""Where a piece of text stands in its source, as exact as the format allows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Location:
    """A place in one source that a person can find again.

    All counts start at 1, as people count. `page` is known for PDF, `line` for text; `paragraph`
    counts body paragraphs of a Word file; `table`, `row` and `cell` count in reading order, and a
    table nested in a cell is a table of its own. `box` is (left, top, right, bottom) in PDF points
    from the page's top left corner. `area` names a part outside the body: "header", "footnote 2",
    "text box 1". `block` is the index of the block in its document, from 0.
    """

    source: str = ""
    block: int = 0
    page: int | None = None
    line: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    area: str = ""
    box: tuple[float, float, float, float] | None = None

    @property
    def place(self) -> str:
        """The place without the source's name, as a person would say it.

        >>> Location("dhaka.docx", table=2, row=4, cell=1).place
        'table 2, row 4, cell 1'
        >>> Location("notes.txt", line=12).place
        'line 12'
        """
        if self.line is not None and self.page is None:
            return f"line {self.line}"
        parts = [
            f"{name} {value}"
            for name, value in (
                ("page", self.page),
                ("table", self.table),
                ("row", self.row),
                ("cell", self.cell),
                ("paragraph", None if self.table else self.paragraph),
                ("line", None if self.table else self.line),
            )
            if value is not None
        ]
        return ", ".join([self.area, *parts] if self.area else parts)

    def __str__(self) -> str:
        """Name the source and the place: "dhaka.docx, table 2, row 4, cell 1"."""
        return ", ".join(part for part in (self.source, self.place) if part)
