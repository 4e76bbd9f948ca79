"""Tags that make paragraphs and lists, in a text: they become the lines and bullets that they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportkit.writers.mended.edits import ATTRIBUTES, Edit, Row, Swap, blanks_before

_TAG = re.compile(rf"<(/?)(p|br|div|ul|ol|li){ATTRIBUTES}/?>", re.IGNORECASE)
_OTHERS = re.compile(
    r"</?(?:table|tbody|thead|tr|td|th|h[1-6]|blockquote|center|hr)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_PIECE = r"(?:<[^<>]*>|(?<=\s)•(?=\s|$))"
_RUN = re.compile(rf"{_PIECE}(?:[ \u00a0]*+{_PIECE})*[ \u00a0]*")
_ORDERED = re.compile(r"<ol\b", re.IGNORECASE)


def edits(rows: Sequence[Row]) -> Iterator[Edit]:
    """Yield one edit for each line with such tags; those with tables or headings in them are left alone."""
    for index, row in enumerate(rows):
        text = row.text
        if "<" not in text or not _TAG.search(text) or _OTHERS.search(text) or not row.plain:
            continue
        if not _TAG.sub("", text).strip():
            yield Edit("markup", index, (), gone=True)
        elif not _ORDERED.search(text):
            yield Edit("markup", index, tuple(_swaps(row)))


def _swaps(row: Row) -> Iterator[Swap]:
    """The runs of tags as line breaks and bullets; in a cell, a further line begins with a tab."""
    start = row.text.rfind("\t") + 1
    if start == 0 or not row.cells:
        start = len(row.text) - len(row.text.lstrip())
    indent = "\t" if row.cells else row.text[:start]
    depth, listed, end = 0, False, len(row.text.rstrip())
    for found in _RUN.finditer(row.text, start):
        names = [(tag[1], tag[2].casefold()) for tag in _TAG.finditer(found[0])]
        bare = _TAG.sub("", found[0])
        if "<" in bare.replace("•", "") or (not names and not listed):
            continue  # other tags stand in between, or a bullet of the author's own
        for closing, name in names:
            if name == "ul":
                depth = max(0, depth - 1 if closing else depth + 1)
                listed = depth > 0
        item = "•" in bare or any(not closing and name == "li" for closing, name in names)
        mark = ("    " * max(0, depth - 1) + "• ") if item else ""
        first, last = found.start() <= start, found.end() >= end
        new = "" if last else mark if first else f"\n{indent}{mark}"
        yield Swap(blanks_before(row.text, found.start(), start), found.end(), new)
