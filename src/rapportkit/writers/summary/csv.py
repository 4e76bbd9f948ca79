"""Every point of a summary as a table of comma-separated values, as RFC 4180 has it.

It begins with a byte order mark, without which Excel reads UTF-8 as if it were not. Columns and reasons are named
alike in every language: programs read them.
"""

from __future__ import annotations

import csv
import io

from rapportkit.model.outline import Paper
from rapportkit.writers.cells import guarded
from rapportkit.writers.summary.rows import PointRow, points


def write(paper: Paper) -> bytes:
    """The table, a head first, each line ended by CR LF."""
    page = io.StringIO()
    table = csv.writer(page, lineterminator="\r\n")
    table.writerow(PointRow._fields)
    table.writerows(["" if cell is None else guarded(str(cell)) for cell in row] for row in points(paper))
    return page.getvalue().encode("utf-8-sig")
