"""Blanks that nobody meant: doubled, trailing, before a comma; and signs without width inside words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapportkit.model.location import Location
from rapportkit.writers.mended.edits import Edit, Row, Swap

_BLANKS = " \t\u00a0\u2002-\u200a\u202f"
_RUN = re.compile(rf"[{_BLANKS}]{{2,}}|(?<=\S)\t(?=\S)")
_TRAILING = " \u00a0\u202f" + "".join(map(chr, range(0x2002, 0x200B)))
# Not before "…", ". . .", ".docx", ":)" or "?!"; and "3 : 1" is a ratio.
_BEFORE_SIGN = re.compile(
    r"(?<=[\w)\]”’\"'%])[ \t]{1,3}(?=(?:[,.!?)](?:[)\]][.,;]?)?|[;:])(?:[\s”’\"'»]|$))"
    r"(?!: ?\d|([.!?])[ \xa0]\1)",
)
_AFTER_BRACKET = re.compile(r"(?<=[(¿¡])[ \t]+(?=[\w“‘\"'«])")
_IN_BRACKETS = re.compile(r"\([^()]*?[\w.!?%”’\"'»]([ \t]+)\)")
_FRENCH = frozenset(";:!?»")
# Languages that are known to set no blank before these signs.
_CLOSED_UP = frozenset({"en", "es", "pt", "it", "de"})
_NO_WIDTH = re.compile("[\u00ad\u200b\u2060\ufeff\u200c\u200d]+")
_JOINERS = frozenset("\u200c\u200d")
_MARKS = re.compile("[\u200e\u200f]+")
_COLUMN = re.compile(r"(?<! ) {2,}+(?=\S)")
_WIDE, _SLIP = 2, 3
_BOXES = frozenset("[☐☒☑□")
_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "DIGIT")


def edits(rows: Sequence[Row]) -> Iterator[Edit]:
    """Yield one edit for each place."""
    columns = _columns(rows)
    right_to_left = any(_is_right_to_left(row.text) for row in rows)
    for index, row in enumerate(rows):
        if row.cells and not row.plain:
            continue
        for swap in _swaps(row, columns, marks=not right_to_left):
            yield Edit("spacing", index, (swap,))


def _swaps(row: Row, columns: Counter[int], *, marks: bool) -> Iterator[Swap]:
    stop = max(row.lead, len(row.text.rstrip(_TRAILING)))
    if row.lead < stop < len(row.text) and row.text[stop - 1] != "\t":
        yield Swap(stop, len(row.text), "")
    for found in _BEFORE_SIGN.finditer(row.text, row.lead, stop):
        if _is_closed_up(row, row.text[found.end()]) and not (row.cells and "\t" in found[0]):
            yield Swap(*found.span(), "")
    for found in _AFTER_BRACKET.finditer(row.text, row.lead, stop):
        if not (row.cells and "\t" in found[0]):
            yield Swap(*found.span(), "")
    for found in _IN_BRACKETS.finditer(row.text, row.lead, stop):
        if not (row.cells and "\t" in found[1]):
            yield Swap(*found.span(1), "")
    for found in _RUN.finditer(row.text, row.lead, stop):
        if found.start() > row.lead and not _is_column(row, *found.span(), columns):
            yield Swap(*found.span(), _single(row, *found.span()))
    for found in _NO_WIDTH.finditer(row.text):
        if _is_rubbish(row.text, *found.span()):
            yield Swap(*found.span(), "")
    for found in _MARKS.finditer(row.text) if marks else ():
        yield Swap(*found.span(), "")


def _is_closed_up(row: Row, sign: str) -> bool:
    """Whether no blank may stand before a sign in the row's language."""
    return sign not in _FRENCH or row.language in _CLOSED_UP


def _single(row: Row, start: int, stop: int) -> str:
    """What one blank in place of several is: one that does not break only where it was meant."""
    run, after = row.text[start:stop], row.text[stop : stop + 1]
    french = row.language not in _CLOSED_UP and (after in _FRENCH or row.text[start - 1] == "«")
    if "\u202f" in run and (french or set(run) == {"\u202f"}):
        return "\u202f"
    if "\u00a0" in run and (french or set(run) == {"\u00a0"}):
        return "\u00a0"
    return " "


def _is_column(row: Row, start: int, stop: int, columns: Counter[int]) -> bool:
    """Whether a run of blanks keeps a column: a tab of a table, or blanks that end where those of other lines do."""
    if "\t" in row.text[start:stop]:
        return row.cells
    if row.cells and "\t" in row.text[start - 1 : stop + 1]:
        return True
    if stop - start > _SLIP and not (row.text[stop].islower() and re.match(r"[\w,]", row.text[start - 1])):
        return True  # so many set words apart, unless in the middle of a sentence
    # Two boxes to tick in one line stand apart on purpose.
    return row.text[stop] in _BOXES or (row.location.line is not None and columns[stop] > 1)


def _columns(rows: Sequence[Row]) -> Counter[int]:
    """How many lines have words begin at a column behind blanks: at their start, or behind two or more of them.

    Two blanks are counted only where the next line is set in just as far.
    """
    found: Counter[int] = Counter()
    for row, below in pairwise([*rows, Row("", Location())]):
        if row.location.line is None:
            return found
        indent = len(row.text) - len(row.text.lstrip())
        next_indent = len(below.text) - len(below.text.lstrip())
        stops = {run.end() for run in _COLUMN.finditer(row.text, indent) if len(run[0]) > _WIDE}
        found.update(stops | {indent} if indent > _WIDE else stops)
        found.update({run.end(): 2 for run in _COLUMN.finditer(row.text, indent) if run.end() == next_indent})
    return found


def _is_rubbish(text: str, start: int, stop: int) -> bool:
    """Whether signs without width stand where no script needs them: between letters that are written apart.

    A soft hyphen at the end of a line breaks a word.
    """
    if stop == len(text) and "\u00ad" in text[start:stop]:
        return False
    before, after = text[start - 1 : start], text[stop : stop + 1]
    if _JOINERS & set(text[start:stop]):
        return _is_western(before) and _is_western(after)
    return all(not sign or sign.isascii() or sign.isspace() or _is_western(sign) for sign in (before, after))


def _is_western(sign: str) -> bool:
    return bool(sign) and sign.isalnum() and unicodedata.name(sign, "").startswith(_SCRIPTS)


def _is_right_to_left(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text)
