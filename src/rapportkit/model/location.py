"""Where a piece of text stands in its source, as exact as the format allows."""

from __future__ import annotations

from dataclasses import dataclass

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SIDES = {
    (1, 2): "left cell",
    (2, 2): "right cell",
    (1, 3): "left cell",
    (2, 3): "middle cell",
    (3, 3): "right cell",
}


@dataclass(frozen=True, slots=True)
class Location:
    """A place in one source that a person can find again.

    All counts start at 1, as people count. `page` is known for PDF, `line` for text and, within its page,
    for PDF; `column` is the letter of the line at which the text begins, where the line holds it word for
    word. `paragraph` counts body paragraphs of a Word file; `table`, `row` and `cell` count in reading
    order, a table nested in a cell is a table of its own, and `columns` is the number of cells in the row.
    `under` is the label or heading above, as printed, and `bullets` which bullet it is below that (or in
    its cell), and which bullet of that one. `box` is (left, top, right, bottom) in PDF points from the
    page's top left corner. `area` names a part outside the body: "header", "footnote 2", "text box 1".
    `links` are the addresses that the text leads to. `block` is the index of the block in its document,
    from 0; `span` the offsets (start, stop) in that block's text between which just these words stand.
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
    column: int | None = None
    columns: int | None = None
    under: str = ""
    bullets: tuple[int, ...] = ()
    links: tuple[str, ...] = ()
    span: tuple[int, int] | None = None

    @property
    def place(self) -> str:
        """The place without the source's name, as a person would say it.

        >>> Location("dhaka.docx", table=2, row=4, cell=1, columns=2, bullets=(3,)).place
        'table 2, row 4, left cell, third bullet'
        >>> Location("dhaka.docx", paragraph=17, under="2. Challenges", bullets=(3, 1)).place
        'first bullet of the third, under “2. Challenges”'
        >>> Location("notes.txt", line=12, column=3).place
        'line 12'
        """
        if self.line is not None and self.page is None:
            return f"line {self.line}"
        bullet = "" if self.page else _bullet(self.bullets)
        parts = [
            self.area,
            *self._counts(),
            self._cell,
            "" if self.table or (bullet and self.under) else _counted("paragraph", self.paragraph),
            "" if self.table else _counted("line", self.line),
            bullet if self.table or self.under else "",
            f"under “{self.under}”" if self.under and not self.table and not self.page else "",
        ]
        return ", ".join(filter(None, parts))

    def _counts(self) -> tuple[str, ...]:
        return _counted("page", self.page), _counted("table", self.table), _counted("row", self.row)

    @property
    def _cell(self) -> str:
        if self.columns == 1:
            return ""
        side = _SIDES.get((self.cell or 0, self.columns or 0))
        return side or _counted("cell", self.cell)

    def __str__(self) -> str:
        """Name the source and the place: "dhaka.docx, table 2, row 4, left cell"."""
        return ", ".join(part for part in (self.source, self.place) if part)


def _counted(name: str, count: int | None) -> str:
    return "" if count is None else f"{name} {count}"


def _bullet(path: tuple[int, ...]) -> str:
    """Which bullet, from the innermost out: (3, 1) is "first bullet of the third"."""
    if not path:
        return ""
    inner, *outer = reversed(
        [_ORDINALS[count - 1] if count <= len(_ORDINALS) else f"{count}th" for count in path]
    )
    return f"{inner} bullet" + "".join(f" of the {each}" for each in outer)
