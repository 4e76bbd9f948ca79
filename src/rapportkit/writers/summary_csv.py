"""Every point of a summary as a table of comma-separated values, as RFC 4180 has it.

It begins with a byte order mark, without which Excel reads UTF-8 as if it were not.
"""

from __future__ import annotations

import csv
import io

from rapportkit.model.summary import Summary
from rapportkit.writers.cells import guarded
from rapportkit.writers.summary_rows import PointRow, points


def write(summary: Summary) -> bytes:
    """The table, a head first, each line ended by CR LF."""
    page = io.StringIO()
    table = csv.writer(page, lineterminator="\r\n")
    table.writerow(PointRow._fields)
    table.writerows([guarded(str(cell)) for cell in row] for row in points(summary))
    return page.getvalue().encode("utf-8-sig")
