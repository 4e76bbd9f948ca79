"""Bullets: typed twice, typed into Word's own, misread by a scanner, or of several kinds in one list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapportkit.text.markers import is_bullet
from rapportkit.writers.mended.edits import Edit, Row, Swap

_DASHES, _ROUNDS = "-\u2010\u2011\u2013\u2014\u2212\u2043", "•·●∙*"
_SIGN = rf"[{re.escape(_DASHES)}{re.escape(_ROUNDS)}+◦○▪▫■□‣➢➤►▶✓✔❖◆◇\ue000-\uf8ff]"
_TYPED = re.compile(rf"[\s>]*(?P<sign>{_SIGN})(?P<blank>\s+)(?=\S)")
_AGAIN = re.compile(rf"{_SIGN}\s+(?=\S)")
_MISREAD = re.compile(r"\s*(?P<sign>[e¢©=«§»°])\s+(?=\S)")
# A square is read as "=" or "§", a dot as any of the others. What the private letters of the symbol fonts show; in any other place they are read as a dot.
_SHOWN = {
    "\uf0a7": "▪",
    "\uf06f": "◦",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf076": "❖",
    "\uf02d": "–",
    "\uf06e": "■",
}
_FEWEST, _SHARE = 4, 0.25


def edits(rows: Sequence[Row]) -> Iterator[Edit]:
    """Yield one edit for each bullet."""
    for index, row in enumerate(rows):
        if row.cells or not row.plain:
            continue
        swap = _typed_into(row) if row.location.line is None else _misread(row)
        if swap := swap or _again(row):
            yield Edit("bullet", index, (swap,))
    for listed in _lists(rows):
        yield from _alike(rows, listed)


def _typed_into(row: Row) -> Swap | None:
    """A bullet typed where Word sets one; or a dot where it sets a number, behind which a dash may be meant."""
    typed = _TYPED.match(row.text)
    if typed and row.marker and (is_bullet(row.marker) or typed["sign"] == "•"):
        return Swap(typed.start("sign"), typed.end(), "")
    return None


def _misread(row: Row) -> Swap | None:
    """A sign that stands for a bullet, where the reader took it for one; or the letter of a symbol font."""
    found = _TYPED.match(row.text)
    if found and "\ue000" <= found["sign"] <= "\uf8ff":
        return Swap(*found.span("sign"), _SHOWN.get(found["sign"], "•"))
    found = _MISREAD.match(row.text)
    if found and row.begins and row.marker == found["sign"]:
        return Swap(*found.span("sign"), "▪" if found["sign"] in "=§" else "•")
    return None


def _again(row: Row) -> Swap | None:
    """A second bullet behind the first."""
    typed = _TYPED.match(row.text)
    again = _AGAIN.match(row.text, typed.end()) if typed else None
    return Swap(*again.span(), "") if again else None


def _lists(rows: Sequence[Row]) -> Iterator[list[int]]:
    """The items typed one after the other at one indent; deeper ones may stand between them."""
    opened: dict[float, list[int]] = {}
    group: tuple[object, ...] = ()
    for index, row in enumerate(rows):
        if not row.text.strip() or not row.begins:
            continue
        typed = None if row.cells or not row.plain or _is_automatic(row) else _TYPED.match(row.text)
        if typed is None or row.group != group:
            yield from opened.values()
            opened, group = {}, row.group
        if typed is None:
            continue
        for deeper in [indent for indent in opened if indent > row.indent]:
            yield opened.pop(deeper)
        opened.setdefault(row.indent, []).append(index)
    yield from opened.values()


def _is_automatic(row: Row) -> bool:
    return row.location.line is None and bool(row.marker)


def _alike(rows: Sequence[Row], listed: Sequence[int]) -> Iterator[Edit]:
    """One edit for each item with another sign than most have.

    Signs that look much the same are a matter of typing. A dash among dots may be a level of its own: it is left
    alone where it follows a colon or another dash, begins small, or where there are several.
    """
    found = [_TYPED.match(rows[index].text) for index in listed]
    spans = [each.span("sign") for each in found if each]
    signs = [each["sign"] for each in found if each]
    counted = Counter(signs).most_common()
    if len(counted) < 2 or counted[0][1] == counted[1][1]:
        return
    usual = counted[0][0]
    for at, (index, sign) in enumerate(zip(listed, signs, strict=True)):
        near = [sign == usual for sign in (*signs[max(0, at - 1) : at], *signs[at + 1 : at + 2])]
        alone = all(near) and len(listed) >= _FEWEST and len(listed) - counted[0][1] <= _SHARE * len(listed)
        if sign != usual and (_is_near(sign, usual) or (alone and _is_item(rows, listed, at))):
            yield Edit("bullet", index, (Swap(*spans[at], usual),))


def _is_near(one: str, other: str) -> bool:
    return any(one in family and other in family for family in (_DASHES, _ROUNDS))


def _is_item(rows: Sequence[Row], listed: Sequence[int], at: int) -> bool:
    """Whether an item with a sign of its own is one like the others, as far as its words tell."""
    if at == 0 or any(rows[one].text.rstrip().endswith(":") for one, _ in pairwise(listed[at - 1 : at + 1])):
        return False
    row, others = rows[listed[at]], [rows[index] for index in listed if index != listed[at]]
    capital = [each.text[each.lead : each.lead + 1].isupper() for each in others]
    return all(capital) <= row.text[row.lead : row.lead + 1].isupper()
