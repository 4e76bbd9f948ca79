"""Where a story stands while it is read: in which table and cell, how many paragraphs and boxes down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from rapportkit.model.location import Location


@dataclass(slots=True)
class Standing:
    """A place that moves on. `name` is the file's, `area` the part's to say ("" in the body).

    `table`, `row` and `cell` are 0 outside tables, `columns` is the number of cells in the row;
    `tables` and `paragraphs` count those that were met, `depth` the tables around this place.
    """

    name: str
    area: str = ""
    table: int = 0
    row: int = 0
    cell: int = 0
    columns: int = 0
    tables: int = 0
    paragraphs: int = 0
    boxes: int = 0
    depth: int = 0

    def here(self, block: int = 0, links: tuple[str, ...] = ()) -> Location:
        """This place, for a block of this index that leads to these addresses."""
        name, area = self.name, self.area
        if self.table:
            return Location(
                name, block, table=self.table, row=self.row, cell=self.cell, area=area, links=links
            )
        return Location(name, block, paragraph=None if area else self.paragraphs + 1, area=area, links=links)

    def next(self, block: int, links: Sequence[str]) -> Location:
        """The place of the block that comes next; body paragraphs are counted as it is given."""
        location = self.here(block, tuple(dict.fromkeys(links)) if links else ())
        if location.paragraph is not None:
            self.paragraphs = location.paragraph
        return location

    def at_row(self, row: int) -> Location:
        """A row of the table that comes next."""
        return Location(self.name, table=self.tables + 1, row=row, area=self.area)

    def inner(self, block: int, inside: Location, before: int) -> Location:
        """The place of a block of an embedded file that stood there `inside`, with `before` tables met above."""
        if inside.table is None:
            return self.next(block, inside.links)
        table = before + inside.table
        self.tables = max(self.tables, table)
        place = self.here(block, inside.links)
        return replace(place, paragraph=None, table=table, row=inside.row, cell=inside.cell)

    @contextmanager
    def in_box(self) -> Iterator[None]:
        """Stand in a text box: a place of its own, but in the same table cell as its anchor."""
        self.boxes += 1
        saved = self.area
        self.area = ", ".join(filter(None, (saved, f"text box {self.boxes}")))
        yield
        self.area = saved

    @contextmanager
    def in_table(self) -> Iterator[int]:
        """Stand in the next table, and give its number."""
        self.tables, self.depth = self.tables + 1, self.depth + 1
        saved = self.table, self.row, self.cell, self.columns
        yield self.tables
        self.table, self.row, self.cell, self.columns = saved
        self.depth -= 1
