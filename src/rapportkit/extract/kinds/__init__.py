"""How each kind of answer is read: blocks to points. KINDS names the reader of each kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapportkit.extract.kinds.cells import cell
from rapportkit.extract.kinds.lists import points
from rapportkit.extract.kinds.quotations import quotations
from rapportkit.extract.kinds.rows import rows
from rapportkit.model.document import Block
from rapportkit.model.report import Point
from rapportkit.model.template import Kind

KINDS: dict[Kind, Callable[[Sequence[Block]], tuple[Point, ...]]] = {
    Kind.POINTS: points,
    Kind.ROWS: rows,
    Kind.CELL: cell,
    Kind.QUOTES: quotations,
}
"""Groups, chapters and sections are made of these; fill puts them together."""
