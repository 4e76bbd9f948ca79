"""The letters of a Word paragraph, each with the bytes that hold it, and what must not be touched among them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from rapportkit.writers.annotated.paragraph import Change, FieldMarks, Mark, Paragraph, Piece
from rapportkit.writers.annotated.splices import Splice
from rapportkit.writers.mended.edits import Swap

_BARRIER = "\ufffc"  # stands for a picture, a note's mark and the like between letters
_SILENT = frozenset(
    {"t", "rPr", "lastRenderedPageBreak", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd"}
    | {"commentRangeStart", "commentRangeEnd", "tab", "br", "cr", "noBreakHyphen", "ptab"}
)
_PRESERVED = re.compile(rb"\sxml:space\s*=\s*[\"']preserve[\"']")


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: its bytes from `start` to `stop`, and the `w:t` that holds them; None where it must stay."""

    sign: str
    start: int = -1
    stop: int = -1
    holder: Mark | None = None


class Fields:
    """Where the fields of a part stand, which may reach over several paragraphs."""

    def __init__(self, fields: Iterable[FieldMarks]) -> None:
        stretches: list[tuple[int, int]] = []
        for each in sorted(fields, key=lambda field: field.begin):
            if not stretches or each.begin > stretches[-1][1]:
                stretches.append((each.begin, each.end))
        self._starts, self._stops = [first for first, _ in stretches], [last for _, last in stretches]

    def hold(self, at: int) -> bool:
        """Whether an offset stands inside a field."""
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at <= self._stops[index]


def letters(data: bytes, paragraph: Paragraph, fields: Fields) -> list[Letter]:
    """The letters of a paragraph in order; only those in a `w:t` of a run of its own have a holder."""
    found: list[Letter] = []
    before: Piece | None = None
    for piece in paragraph.pieces:
        if before is not None and _is_parted(paragraph, before, piece):
            found.append(Letter(_BARRIER))
        found += _of(data, paragraph, piece, fields)
        before = piece
    if found and _is_more(paragraph, paragraph.pieces[0], first=True):
        found.insert(0, Letter(_BARRIER))
    if found and _is_more(paragraph, paragraph.pieces[-1], first=False):
        found.append(Letter(_BARRIER))
    return found


def has_changes(paragraph: Paragraph) -> bool:
    """Whether tracked changes are open in a paragraph: it reads in two ways, and both must stay."""
    return any(piece.change is not Change.NONE for piece in paragraph.pieces) or any(
        unit.kind in {"ins", "del", "moveFrom", "moveTo"} for unit in paragraph.units
    )


def _of(data: bytes, paragraph: Paragraph, piece: Piece, fields: Fields) -> Iterator[Letter]:
    unit = paragraph.units[piece.unit]
    holder = unit.children[piece.child] if piece.child is not None else None
    if holder is None or piece.at < 0 or unit.kind != "r" or holder.kind != "t" or fields.hold(piece.at):
        yield from map(Letter, piece.text)
        return
    at = piece.at
    if len(piece.text) == 1 and data[at : at + 1] == b"&":
        yield Letter(piece.text, at, data.index(b";", at) + 1, holder)
    elif data.startswith(piece.text.encode(), at) and "\n" not in piece.text:
        for sign in piece.text:
            size = len(sign.encode())
            yield Letter(sign, at, at + size, holder)
            at += size
    else:
        yield from map(Letter, piece.text)


def _is_parted(paragraph: Paragraph, before: Piece, after: Piece) -> bool:
    """Whether anything that can be seen stands between two pieces."""
    between: list[Mark] = list(paragraph.units[before.unit + 1 : after.unit])
    if before.unit == after.unit:
        if before.child is None or after.child is None:
            return False
        between = paragraph.units[before.unit].children[before.child + 1 : after.child]
    else:
        if before.child is not None:
            between += paragraph.units[before.unit].children[before.child + 1 :]
        if after.child is not None:
            between += paragraph.units[after.unit].children[: after.child]
    inner = [child for unit in paragraph.units[before.unit + 1 : after.unit] for child in unit.children]
    return any(mark.kind not in _SILENT and mark.kind != "r" for mark in (*between, *inner))


def _is_more(paragraph: Paragraph, piece: Piece, *, first: bool) -> bool:
    """Whether anything that can be seen stands before the first piece, or behind the last: a field to fill in."""
    units = paragraph.units[: piece.unit] if first else paragraph.units[piece.unit + 1 :]
    own = paragraph.units[piece.unit].children if piece.child is not None else []
    beside = own[: piece.child] if first else own[(piece.child or 0) + 1 :]
    marks = [*units, *beside, *(child for unit in units for child in unit.children)]
    return any(mark.kind not in _SILENT and mark.kind != "r" for mark in marks)


def splices(data: bytes, found: Sequence[Letter], swaps: Iterable[Swap]) -> Iterator[Splice]:
    """The bytes that go and come for some swaps, and what keeps blanks at the edges of a `w:t` alive."""
    signs = [letter.sign for letter in found]
    touched: dict[int, Mark] = {}
    for swap in swaps:
        start, stop, new = _trimmed(found, swap)
        if new:
            # What is put in joins the letter before it, if that is one of the word's own.
            at = start - 1 if start > swap.start else start
            yield Splice(found[at].stop if at < start else found[at].start, escape(new).encode())
            signs[at] = signs[at] + new if at < start else new + signs[at]
            _touch(touched, found[at])
        for index in range(start, stop):
            yield Splice(found[index].start, b"", drop=found[index].stop - found[index].start)
            signs[index] = signs[index].removesuffix(found[index].sign)
            _touch(touched, found[index])
    for old, text, mark in _texts(found, signs, touched):
        if _has_new_edge(old, text) and not _PRESERVED.search(data, mark.start, mark.opened):
            yield Splice(mark.opened - 1, b' xml:space="preserve"')


def _touch(touched: dict[int, Mark], letter: Letter) -> None:
    assert letter.holder is not None, "what must stay was not planned to change"
    touched[letter.holder.start] = letter.holder


def _texts(
    found: Sequence[Letter], signs: Sequence[str], touched: Mapping[int, Mark]
) -> Iterator[tuple[str, str, Mark]]:
    """What each `w:t` that was touched held, and holds now."""
    inside: dict[int, list[int]] = {start: [] for start in touched}
    for index, letter in enumerate(found):
        if letter.holder is not None and letter.holder.start in inside:
            inside[letter.holder.start].append(index)
    for start, mark in touched.items():
        here = inside[start]
        yield "".join(found[index].sign for index in here), "".join(signs[index] for index in here), mark


def _trimmed(found: Sequence[Letter], swap: Swap) -> tuple[int, int, str]:
    """A swap without the letters at its ends that stay the same."""
    start, stop, new = swap.start, swap.stop, swap.new
    while start < stop and new and found[start].sign == new[0]:
        start, new = start + 1, new[1:]
    while start < stop and new and found[stop - 1].sign == new[-1]:
        stop, new = stop - 1, new[:-1]
    return start, stop, new


def _has_new_edge(old: str, text: str) -> bool:
    """Whether a text now begins or ends with a blank, and did not before."""
    left = text[:1].isspace() and not old[:1].isspace()
    return left or (text[-1:].isspace() and not old[-1:].isspace())
