"""Marks of a web page or of Markdown inside a row: those that extraction takes off anyhow."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence

from rapportkit.text.markup import clean
from rapportkit.writers.mended.edits import ATTRIBUTES, Edit, Row, Swap, applied, blanks_before

_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>a|b|i|u|q|s|em|span|font|strong|small|sub|sup|o:p|st1:\w+)"
    rf"(?P<more>{ATTRIBUTES})/?>",
    re.IGNORECASE,
)
_OUTER = rf"</?(?:p|div|br|span){ATTRIBUTES}/?>"
_EDGE = re.compile(rf"{_OUTER}(?:\s*+{_OUTER})*\s*", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# A single word between low lines is a name of somebody's program: "__init__".
_EMPHASIS = (
    re.compile(r"(?<![\w*\\])(\*\*)(?=[^\s*])[^*\n]{1,1000}?(?<=[^\s*])(\*\*)(?![\w*])"),
    re.compile(r"(?<![\w_\\])(__)(?=[^\s_]++[^\S\n])[^_\n]{1,1000}?(?<=[^\s_])(__)(?![\w_])"),
    re.compile(r"(?<![\w*\\])(\*)(?=[^\s*])[^*\n]{1,1000}?(?<=[^\s*])(\*)(?![\w*])"),
    re.compile(r"(?<![\w_\\])(_)(?=[^\s_])[^_\n]{1,1000}?(?<=[^\s_])(_)(?![\w_])"),
)
_ESCAPE = re.compile(r"(?<!\\)\\(?=[*_#\[\]])")
_PATH = re.compile(r"\b[A-Za-z]:\\|\\\\\w")
_LONGEST = 20_000


def edits(rows: Sequence[Row]) -> Iterator[Edit]:
    """Yield one edit for each pair of marks, and for each that stands alone."""
    for index, row in enumerate(rows):
        if row.cells and not row.plain:
            continue
        for swaps in _swaps(row):
            # What extraction would keep is no mark but a word of somebody's.
            if len(row.text) > _LONGEST or _same(clean(row.text), clean(applied(row.text, swaps))):
                yield Edit("markup", index, swaps)


def _same(one: str, other: str) -> bool:
    return one.replace("\u00a0", " ").split() == other.replace("\u00a0", " ").split()


def _swaps(row: Row) -> Iterator[tuple[Swap, ...]]:
    if "<" in row.text:
        yield from _tags(row.text)
        if row.location.line is None:
            yield from _around(row)
    if "&" in row.text:
        yield from _entities(row.text)
    if "*" in row.text or "_" in row.text:
        yield from _emphasis(row)
    if "\\" in row.text and not _PATH.search(row.text):
        yield from ((Swap(found.start(), found.end(), ""),) for found in _ESCAPE.finditer(row.text))


def _tags(text: str) -> Iterator[tuple[Swap, ...]]:
    """Pairs of tags, and those without a partner. Links stay: their address is more than a mark."""
    opened: list[tuple[str, Swap, bool]] = []
    for found in _TAG.finditer(text):
        name, swap = found["name"].casefold(), Swap(*found.span(), "")
        keep = "=" in found["more"] and name == "a"
        if not found["close"] and not found[0].endswith("/>"):
            opened.append((name, swap, keep))
            continue
        at = next((at for at in range(len(opened) - 1, -1, -1) if opened[at][0] == name), None)
        if at is None or found[0].endswith("/>"):
            yield (swap,)
            continue
        _, partner, kept = opened.pop(at)
        if not kept:
            yield (partner, swap)
    yield from ((swap,) for _, swap, keep in opened if not keep)


def _around(row: Row) -> Iterator[tuple[Swap, ...]]:
    """Tags of paragraphs at the two ends of one."""
    text = row.text
    first = _EDGE.match(text, row.lead)
    last = next((found for found in _EDGE.finditer(text, row.lead) if found.end() == len(text)), None)
    ends = [Swap(*first.span(), "")] if first and first.end() < len(text) else []
    if last and last.start() > (ends[0].stop if ends else row.lead):
        ends.append(Swap(blanks_before(text, last.start(), row.lead), len(text), ""))
    if ends:
        yield tuple(ends)


def _entities(text: str) -> Iterator[tuple[Swap, ...]]:
    """Each entity by itself; but signs that together may make a tag all at once, or not at all."""
    brackets: list[Swap] = []
    for found in _ENTITY.finditer(text):
        sign = html.unescape(found[0])
        if sign in {"<", ">"}:
            brackets.append(Swap(*found.span(), sign))
        elif sign != found[0] and (sign == "\u00a0" or all(map(_is_seen, sign))):
            yield (Swap(*found.span(), sign),)
    if brackets:
        yield tuple(brackets)


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in "CZ"


def _emphasis(row: Row) -> Iterator[tuple[Swap, ...]]:
    """Asterisks and low lines around words; in a text, around a label or all words of a line, they make a heading."""
    words = len(row.text.rstrip(" \t:"))
    for pattern in _EMPHASIS:
        for found in pattern.finditer(row.text):
            first, label = found.start() <= row.lead, ":" in row.text[found.end() - 3 : found.end() + 1]
            if not (row.location.line and first and (label or found.end() >= words)):
                yield Swap(*found.span(1), ""), Swap(*found.span(2), "")
