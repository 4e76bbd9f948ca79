"""A paper as a workbook: points, sessions by objectives, goals and groups, themes, inventories, the log of merging.

What strangers wrote is written as text, so that no cell is taken for a formula or a link.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING

from rapportkit.model.outline import Paper
from rapportkit.writers.findings.signs import one_line
from rapportkit.writers.summary.sheets import Cell, Sheet, sheets
from rapportkit.writers.summary.table_phrases import TablePhrases

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Looks = dict[str, "Format"]

_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the same bytes every time: a workbook must have some date
_LONGEST = 32_000
"""Signs. A cell holds 32,767; what is longer is cut, and says so. No point of a report comes near it."""
_A4 = 9
_MARGIN = 0.4
"""Inches."""
_LINE, _HIGHEST = 15, 405
"""Points: of one line, and of the highest row that Excel allows."""


def write(paper: Paper) -> bytes:
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
    book.set_properties({"created": _MADE, "title": one_line(paper.summary.title)})
    looks = _looks(book)
    cut = TablePhrases(paper.language).say("cut")
    for sheet in sheets(paper):
        _sheet(book.add_worksheet(sheet.title), sheet, looks, cut)
    book.close()
    return data.getvalue()


def _looks(book: Workbook) -> Looks:
    """How a head, a cell and a total look; numbers stand in the middle, apart from the words beside them."""
    top = {"valign": "top", "text_wrap": True}
    total = {**top, "bold": True, "top": 1}
    return {
        "head": book.add_format({**top, "bold": True, "bottom": 1, "bg_color": "#E8EDF2"}),
        "cell": book.add_format(top),
        "cell number": book.add_format({**top, "align": "center"}),
        "total": book.add_format(total),
        "total number": book.add_format({**total, "align": "center"}),
    }


def _sheet(page: Worksheet, sheet: Sheet, looks: Looks, cut: str) -> None:
    """A table with a head that stays in view and is printed on every page, and a filter on every column."""
    widths = [width for _, width in sheet.columns]
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    _row(page, 0, [head for head, _ in sheet.columns], widths, "head", looks, cut)
    last = 0
    for last, row in enumerate(sheet.rows, 1):
        _row(page, last, row, widths, "cell", looks, cut)
    bottom = last
    for bottom, row in enumerate(sheet.totals if last else (), last + 1):
        _row(page, bottom, row, widths, "total", looks, cut)
    page.freeze_panes(1, sheet.still)
    page.autofilter(0, 0, last, len(widths) - 1)
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=_MARGIN, right=_MARGIN)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_footer("&L&A&R&P / &N")
    if sheet.printed:
        page.print_area(0, 0, bottom, sheet.printed - 1)


def _row(
    page: Worksheet,
    at: int,
    row: Sequence[Cell],
    widths: Sequence[float],
    look: str,
    looks: Looks,
    cut: str,
) -> None:
    """One row, as high as its longest cell needs: not every program finds that out by itself."""
    lines = 1
    for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
        if isinstance(cell, (int, float)):
            page.write_number(at, column, cell, looks[f"{look} number"])
        elif cell:
            text = _clean(cell, cut)
            page.write_string(at, column, text, looks[look])
            if len(text) > width or "\n" in text:
                lines = max(lines, _lines(text, width))
    page.set_row(at, min(_LINE * lines, _HIGHEST))


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column, by and large."""
    return sum(max(1, ceil(len(line) / width)) for line in text.split("\n"))


def _clean(text: str, cut: str) -> str:
    clean = "\n".join(map(one_line, text.split("\n"))) if "\n" in text else one_line(text)
    return clean if len(clean) <= _LONGEST else f"{clean[:_LONGEST]}{cut}"
