"""Findings as a table of comma-separated values, as RFC 4180 has it.

The file begins with a byte order mark: without it, Excel reads UTF-8 as if it were not, and “é” turns
into two signs; other programs skip it (Python: encoding="utf-8-sig"). One finding is one line: line
breaks in a cell become spaces. The columns and the words for severities are for programs and the same
in every language.
"""

from __future__ import annotations

import csv
import io

from rapportkit.model.checked import Checked
from rapportkit.model.finding import Finding
from rapportkit.writers.cells import guarded

COLUMNS = (
    *("file", "severity", "code", "name", "place", "page", "line"),
    *("message", "help", "pointer", "quote"),
)


def write(checked: Checked) -> bytes:
    """The table, a head first, each line ended by CR LF."""
    page = io.StringIO()
    table = csv.writer(page, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows(_row(each) for each in checked.findings)
    return page.getvalue().encode("utf-8-sig")


def _row(finding: Finding) -> tuple[str, ...]:
    place = finding.location
    page, line = (place.page, place.line) if place is not None else (None, None)
    told = (
        *(finding.file, finding.severity.value, finding.code, finding.name),
        *(finding.place, page, line),
        *(finding.message, finding.help, finding.pointer, finding.quote),
    )
    return tuple("" if each is None else guarded(str(each)) for each in told)
