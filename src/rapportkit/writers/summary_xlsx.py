"""A summary as a workbook: points, sessions by objectives of the Global Compact and by SDGs, good practices."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rapportkit.model.summary import Summary
from rapportkit.writers.findings.signs import one_line
from rapportkit.writers.summary_rows import GOALS, OBJECTIVES, PointRow, matrix, points, practices

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the same bytes every time: a workbook must have some date
_LONGEST = 32_000
"""Signs. A cell holds 32,767; what is longer is cut, and says so. No point of a report comes near it."""

_WIDTHS = {
    "text": 80,
    "session": 36,
    "question": 28,
    "section": 22,
    "joined_with": 16,
    "place": 24,
    "inferred": 40,
    "notes": 24,
}


def write(summary: Summary) -> bytes:
    """The workbook (xlsx bytes)."""
    import xlsxwriter

    data = io.BytesIO()
    book = xlsxwriter.Workbook(
        data,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"created": _MADE, "title": one_line(summary.title)})
    looks = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    head = [name.replace("_", " ") for name in PointRow._fields]
    _sheet(
        book.add_worksheet("Points"),
        head,
        points(summary),
        looks,
        [_WIDTHS.get(f, 12) for f in PointRow._fields],
    )
    for name, themes in (("Global Compact", OBJECTIVES), ("SDGs", GOALS)):
        rows = (
            (key, session, *(count or "" for count in counts))
            for key, session, counts in matrix(summary, themes)
        )
        numbers = [theme.partition("-")[2] for theme in themes]
        _sheet(
            book.add_worksheet(name),
            ["report", "session", *numbers],
            rows,
            looks,
            [12, 48, *[5] * len(themes)],
        )
    _sheet(
        book.add_worksheet("Good practices"),
        ["country", "practice", "reference", "session"],
        practices(summary),
        looks,
        [10, 90, 14, 40],
    )
    book.close()
    return data.getvalue()


def _sheet(
    sheet: Worksheet,
    head: Sequence[str],
    rows: Iterable[Sequence[Any]],
    looks: dict[str, Any],
    widths: Sequence[int],
) -> None:
    """A table with a head that stays in view, and a filter on every column."""
    for column, (name, width) in enumerate(zip(head, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, looks["head"])
    last = 0
    for last, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(last, column, cell, looks["cell"])
            elif cell:
                sheet.write_string(last, column, _cut(one_line(cell)), looks["cell"])
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(head) - 1)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… (cut; see the annex)"
