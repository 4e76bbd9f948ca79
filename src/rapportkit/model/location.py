"""Where a piece of text stands in its source, as exact as the format allows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """How one language says a place: sentences with {names}, and the words for what is counted.

    `ordinals` are those of a bullet, first to tenth; `nth` is for those beyond. `areas` translates the
    names of parts outside the body, which stand before a number, if any ("footnote 2").
    """

    page: str = "page {}"
    table: str = "table {}"
    row: str = "row {}"
    cell: str = "cell {}"
    paragraph: str = "paragraph {}"
    line: str = "line {}"
    left: str = "left cell"
    middle: str = "middle cell"
    right: str = "right cell"
    bullet: str = "{} bullet"
    inner: str = " of the {}"
    under: str = "under “{}”"
    nth: str = "{}th"
    ordinals: tuple[str, ...] = (
        *("first", "second", "third", "fourth", "fifth"),
        *("sixth", "seventh", "eighth", "ninth", "tenth"),
    )
    areas: tuple[tuple[str, str], ...] = ()


ENGLISH = PlaceWords()
_SIDES = {(1, 2): "left", (2, 2): "right", (1, 3): "left", (2, 3): "middle", (3, 3): "right"}


@dataclass(frozen=True, slots=True)
class Location:
    """A place in one source that a person can find again.

    All counts start at 1, as people count. `page` is known for PDF, `line` for text and, within its page,
    for PDF; `column` is the letter of the line at which the text begins, where the line holds it word for
    word. `paragraph` counts body paragraphs of a Word file; `table`, `row` and `cell` count in reading
    order, a table nested in a cell is a table of its own, and `columns` is the number of cells in the row.
    `nth` is which paragraph of its cell it is, where several stand there without a bullet.
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
    nth: int | None = None

    @property
    def place(self) -> str:
        """The place without the source's name, as a person would say it.

        >>> Location("dhaka.docx", table=2, row=4, cell=1, columns=2, bullets=(3,)).place
        'table 2, row 4, left cell, third bullet'
        >>> Location("dhaka.docx", paragraph=17, under="2. Challenges", bullets=(3, 1)).place
        'first bullet of the third, under “2. Challenges”'
        >>> Location("dhaka.docx", table=2, row=4, columns=1, nth=2).place
        'table 2, row 4, paragraph 2'
        >>> Location("notes.txt", line=12, column=3).place
        'line 12'
        """
        return self.said(ENGLISH)

    def said(self, words: PlaceWords, *, under: bool = True) -> str:
        """The place in the words of a language, with the label or heading above unless that is told beside it."""
        if self.line is not None and self.page is None:
            return words.line.format(self.line)
        bullet = "" if self.page else _bullet(self.bullets, words)
        parts = [
            _area(self.area, words),
            _counted(words.page, self.page),
            _counted(words.table, self.table),
            _counted(words.row, self.row),
            self._cell(words),
            _counted(words.paragraph, self.nth) if self.table and not self.bullets else "",
            "" if self.table or (bullet and self.under) else _counted(words.paragraph, self.paragraph),
            "" if self.table else _counted(words.line, self.line),
            bullet if self.table or self.under else "",
            words.under.format(self.under) if under and self.under and not (self.table or self.page) else "",
        ]
        return ", ".join(filter(None, parts))

    def _cell(self, words: PlaceWords) -> str:
        if self.columns == 1:
            return ""
        side = _SIDES.get((self.cell or 0, self.columns or 0))
        return str(getattr(words, side)) if side else _counted(words.cell, self.cell)

    def __str__(self) -> str:
        """Name the source and the place: "dhaka.docx, table 2, row 4, left cell"."""
        return ", ".join(part for part in (self.source, self.place) if part)


def _counted(phrase: str, count: int | None) -> str:
    return "" if count is None else phrase.format(count)


def _area(area: str, words: PlaceWords) -> str:
    """The name of a part outside the body, with its number where it has one."""
    name, _, number = area.partition(" ") if area.partition(" ")[2].isdigit() else (area, "", "")
    if ", " in area:
        return ", ".join(_area(part, words) for part in area.split(", "))
    for english, said in words.areas:
        if area == english or (number and name == english):
            return f"{said} {number}".strip()
        if area.startswith(f"{english} "):
            return f"{said} {area.removeprefix(english).strip()}"
    return area


def _bullet(path: tuple[int, ...], words: PlaceWords) -> str:
    """Which bullet, from the innermost out: (3, 1) is "first bullet of the third"."""
    if not path:
        return ""
    said = [
        words.ordinals[count - 1] if count <= len(words.ordinals) else words.nth.format(count)
        for count in reversed(path)
    ]
    return words.bullet.format(said[0]) + "".join(words.inner.format(each) for each in said[1:])
