"""A change as a person recognises it: the few words around it, and signs for what nobody sees."""

from __future__ import annotations

import unicodedata

from rapportkit.model.location import Location
from rapportkit.model.mended import Change
from rapportkit.writers.mended.edits import Edit, Row, Swap

_WIDEST, _AROUND, _EDGE = 60, 18, 28
_SEEN = {"\t": "→", "\n": "↵", "\u00a0": "°", "\u202f": "°", "\u00ad": "¬"}


def change(edit: Edit, row: Row, place: Location) -> Change:
    """What an edit does, in its words; blanks that are changed show as "·", a tab as "→", a new line as "↵"."""
    swaps = edit.swaps or (Swap(0, len(row.text), ""),)
    first, last = min(swap.start for swap in swaps), max(swap.stop for swap in swaps)
    left, right = _left(row.text, first), _right(row.text, last)
    before, after, at = [_plain(row.text[left:first])], [_plain(row.text[left:first])], first
    for swap in swaps:
        between = _plain(row.text[at : swap.start])
        before += [between, _seen(row.text[swap.start : swap.stop], beside=not swap.new.strip())]
        after += [between, _seen(swap.new, beside=False)]
        at = swap.stop
    rest = _plain(row.text[last:right])
    return Change(edit.kind, place, _short("".join([*before, rest])), _short("".join([*after, rest])))


def _left(text: str, at: int) -> int:
    """Where the words before a place begin that are shown with it."""
    begin = max(0, at - _AROUND)
    space = text.find(" ", begin, at - 1) if begin else -1
    return space + 1 if space >= 0 else begin


def _right(text: str, at: int) -> int:
    end = min(len(text), at + _AROUND)
    space = text.rfind(" ", at + 1, end) if end < len(text) else -1
    return space if space >= 0 else end


def _plain(text: str) -> str:
    return "".join(sign if sign == " " else _sign(sign) for sign in text)


def _seen(text: str, *, beside: bool) -> str:
    """Letters that come or go; blanks that go are shown, single ones between words are not."""
    return "".join("·" if sign == " " and beside else _sign(sign) for sign in text)


def _sign(sign: str) -> str:
    if sign in _SEEN:
        return _SEEN[sign]
    if unicodedata.category(sign) == "Zs" and sign != " ":
        return "·"
    if unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}:
        return f"[{ord(sign):04X}]"
    return sign


def _short(text: str) -> str:
    text = text.strip()
    if len(text) <= _WIDEST:
        return text
    return f"{text[:_EDGE].rstrip()} … {text[-_EDGE:].lstrip()}"
