"""Cells of tables that strangers' words go into."""

from __future__ import annotations

from rapportkit.writers.findings import signs

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def guarded(text: str) -> str:
    r"""A cell on one line that no spreadsheet takes for a formula: an apostrophe makes it text.

    >>> guarded('=HYPERLINK("x")'), guarded("“a” = b")
    ('\'=HYPERLINK("x")', '“a” = b')
    """
    line = signs.one_line(text)
    return f"'{line}" if line.startswith(_FORMULA) else line
