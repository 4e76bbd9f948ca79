"""Where in a paragraph a comment begins and ends: at the words where they can be cut out, else a little wider."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapportkit.writers.annotated.paragraph import FieldMarks, Mark, Paragraph, Piece, Unit
from rapportkit.writers.annotated.words import Span, located, whole_words

_SIMPLE = frozenset(
    {"rPr", "t", "tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "lastRenderedPageBreak"}
)
# Changes of the look have ids of their own; a lone letter of a picture font is a sign, not a letter.
_NOT_TWICE = re.compile(rb"Change\b|[:<](?:ins|del|moveFrom|moveTo)\b|(?i:symbol|wingdings|webdings)")
_REFERENCE = re.compile(rb"&[^;<]*;|\r\n?")
_SPACE_KEPT = re.compile(rb"""\sxml:space\s*=\s*["']preserve["']""")
_KEEP_SPACE = b' xml:space="preserve"'


@dataclass(frozen=True, slots=True)
class Cut:
    """An offset at which marks may stand, and what closes and opens a run again that is cut there.

    `spaced` is the offset in the opening tag of the cut letters at which they are told to keep their outer
    white space, 0 where they do.
    """

    at: int
    close: bytes = b""
    reopen: bytes = b""
    spaced: int = 0


Range = tuple[Cut, Cut]


def whole(paragraph: Paragraph, fields: Sequence[FieldMarks]) -> Range | None:
    """The whole of a paragraph; None where marks cannot stand at its ends."""
    return _settled(paragraph, Cut(_first(paragraph)), Cut(_last(paragraph)), fields)


def around(paragraph: Paragraph, unit: int, fields: Sequence[FieldMarks]) -> Range | None:
    """One child of a paragraph: the one that holds a text box."""
    child = paragraph.units[unit]
    return _settled(paragraph, Cut(child.start), Cut(child.end), fields)


def of_words(
    data: bytes, paragraph: Paragraph, text: str, span: Span, fields: Sequence[FieldMarks]
) -> Range | None:
    """Just the words of a span of the text that a reader gave; None where that is not certain."""
    for pieces in paragraph.views():
        said = "".join(piece.text for piece in pieces)
        found = located(text, span, said)
        if found:
            start, stop = whole_words(said, found)
            first, offset = _piece_at(pieces, start)
            last, length = _piece_at(pieces, stop - 1)
            begin = _cut(data, paragraph, first, offset)
            end = _cut(data, paragraph, last, length + 1)
            return _settled(
                paragraph,
                begin or Cut(paragraph.units[first.unit].start),
                end or Cut(paragraph.units[last.unit].end),
                fields,
            )
    return None


def _first(paragraph: Paragraph) -> int:
    return paragraph.units[0].start if paragraph.units else paragraph.content


def _last(paragraph: Paragraph) -> int:
    return paragraph.units[-1].end if paragraph.units else paragraph.content


def _piece_at(pieces: Sequence[Piece], offset: int) -> tuple[Piece, int]:
    for piece in pieces:
        if offset < len(piece.text):
            return piece, offset
        offset -= len(piece.text)
    raise IndexError(offset)


def _cut(data: bytes, paragraph: Paragraph, piece: Piece, offset: int) -> Cut | None:
    """Where to cut a run before the letter at an offset of a piece; None where it must stay whole."""
    unit = paragraph.units[piece.unit]
    if piece.child is None or not _may_cut(data, unit):
        return None
    child = unit.children[piece.child]
    letters = _bytes_before(data, piece, offset) if child.kind == "t" else None
    at = child.start if not offset else child.end
    if letters is not None and child.opened < letters < child.closing:
        return _cut_letters(data, unit, child, letters)
    if letters is not None:
        at = child.start if letters == child.opened else child.end
    elif child.kind == "t":
        return None
    content = [each for each in unit.children if each.kind != "rPr"]
    if at == content[0].start:
        return Cut(unit.start)
    if at == content[-1].end:
        return Cut(unit.end)
    return Cut(at, _closing(data, unit), _opening(data, unit))


def _may_cut(data: bytes, unit: Unit) -> bool:
    if unit.kind != "r" or any(child.kind not in _SIMPLE for child in unit.children):
        return False
    looks = [child for child in unit.children if child.kind == "rPr"]
    return unit.children[: len(looks)] == looks and not any(
        _NOT_TWICE.search(data, look.start, look.end) for look in looks
    )


def _bytes_before(data: bytes, piece: Piece, offset: int) -> int | None:
    """The offset of a letter in the bytes; None inside what does not stand there letter by letter."""
    if offset == 0:
        return piece.at
    written_otherwise = _REFERENCE.match(data, piece.at)
    if written_otherwise:
        return written_otherwise.end() if offset == len(piece.text) else None
    said = piece.text.encode()
    return piece.at + len(piece.text[:offset].encode()) if data.startswith(said, piece.at) else None


def _cut_letters(data: bytes, unit: Unit, letters: Mark, at: int) -> Cut | None:
    opening = data[letters.start : letters.opened]
    said = data[letters.opened : letters.closing]
    kept = bool(_SPACE_KEPT.search(opening))
    # Word drops outer white space that it is not told to keep; telling it now would bring that back.
    if b"<" in said or (not kept and said != said.strip()):
        return None
    spaced = opening if kept else opening[:-1] + _KEEP_SPACE + b">"
    return Cut(
        at,
        data[letters.closing : letters.end] + _closing(data, unit),
        _opening(data, unit) + spaced,
        0 if kept else letters.opened - 1,
    )


def keeping_space(cut: Cut) -> bytes:
    """What to put in at `cut.spaced`."""
    return _KEEP_SPACE if cut.spaced else b""


def _closing(data: bytes, unit: Unit) -> bytes:
    return data[unit.closing : unit.end]


def _opening(data: bytes, unit: Unit) -> bytes:
    looks = [data[child.start : child.end] for child in unit.children if child.kind == "rPr"]
    return data[unit.start : unit.opened] + b"".join(looks)


def _settled(paragraph: Paragraph, begin: Cut, end: Cut, fields: Iterable[FieldMarks]) -> Range | None:
    """Widen a range until no field is cut; None inside the code of one, where nothing may stand."""
    near = [each for each in fields if each.begin < paragraph.closing and each.end > paragraph.start]
    own = [each for each in near if each.begin > paragraph.start and each.end < paragraph.closing]
    for _ in range(len(own) + 1):
        before = begin, end
        for each in own:
            if each.begin < begin.at <= each.end:
                begin = Cut(_holder(paragraph, each.begin).start)
            if each.begin < end.at <= each.end:
                end = Cut(_holder(paragraph, each.end).end)
        if before == (begin, end):
            break
    codes = [(each.begin, each.separate) for each in near if each not in own]
    if any(start < cut.at <= stop for cut in (begin, end) for start, stop in codes):
        return None
    return begin, end


def _holder(paragraph: Paragraph, at: int) -> Unit:
    return next(unit for unit in paragraph.units if unit.start <= at < unit.end)
