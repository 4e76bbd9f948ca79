"""Latin letters with their marks, drawn with the one face that is always at hand and has no marks of its own."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

_PLAIN = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("©«°±´·»’‘“”…")
_SPELLED = {
    "œ": "oe",
    "Œ": "OE",
    "æ": "ae",
    "Æ": "AE",
    "ß": "ss",
    "–": "-",
    "—": "-",
    "‑": "-",
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "„": "“",
    "ʼ": "’",
    "ø": "o\N{COMBINING LONG SOLIDUS OVERLAY}",
    "Ø": "O\N{COMBINING LONG SOLIDUS OVERLAY}",
    "ł": "l\N{COMBINING SHORT SOLIDUS OVERLAY}",
    "Ł": "L\N{COMBINING SHORT SOLIDUS OVERLAY}",
    "đ": "d\N{COMBINING SHORT STROKE OVERLAY}",
    "Đ": "D\N{COMBINING LONG STROKE OVERLAY}",
    "ı": "i\0",
}
_Strokes = tuple[tuple[tuple[float, float], ...], ...]
# Strokes in ems, from the middle of the letter's upper edge; a stroke of one point is a dot.
_ABOVE: dict[str, _Strokes] = {
    "\0": (),
    "\N{COMBINING GRAVE ACCENT}": (((-0.09, -0.15), (0.04, -0.02)),),
    "\N{COMBINING ACUTE ACCENT}": (((0.09, -0.15), (-0.04, -0.02)),),
    "\N{COMBINING CIRCUMFLEX ACCENT}": (((-0.11, -0.02), (0, -0.13), (0.11, -0.02)),),
    "\N{COMBINING CARON}": (((-0.11, -0.13), (0, -0.02), (0.11, -0.13)),),
    "\N{COMBINING TILDE}": (((-0.14, -0.04), (-0.08, -0.1), (0.06, -0.04), (0.13, -0.1)),),
    "\N{COMBINING MACRON}": (((-0.12, -0.07), (0.12, -0.07)),),
    "\N{COMBINING BREVE}": (((-0.11, -0.13), (-0.06, -0.05), (0.06, -0.05), (0.11, -0.13)),),
    "\N{COMBINING DOT ABOVE}": (((0, -0.08),),),
    "\N{COMBINING DIAERESIS}": (((-0.09, -0.08),), ((0.09, -0.08),)),
    "\N{COMBINING DOUBLE ACUTE ACCENT}": (
        ((0, -0.15), (-0.09, -0.02)),
        ((0.15, -0.15), (0.06, -0.02)),
    ),
    "\N{COMBINING RING ABOVE}": (
        (
            (-0.07, -0.09),
            (-0.03, -0.15),
            (0.03, -0.15),
            (0.07, -0.09),
            (0.03, -0.03),
            (-0.03, -0.03),
            (-0.07, -0.09),
        ),
    ),
}
# From the middle of the baseline.
_BELOW: dict[str, _Strokes] = {
    "\N{COMBINING CEDILLA}": (((0.01, 0.01), (0.0, 0.06), (0.07, 0.11), (0.02, 0.17), (-0.07, 0.16)),),
    "\N{COMBINING COMMA BELOW}": (((0.03, 0.08), (-0.03, 0.18)),),
    "\N{COMBINING OGONEK}": (((0.12, 0.0), (0.06, 0.09), (0.09, 0.15), (0.17, 0.14)),),
    "\N{COMBINING DOT BELOW}": (((0, 0.11),),),
    "\N{COMBINING LONG SOLIDUS OVERLAY}": (((-0.22, 0.03), (0.22, -0.55)),),
    "\N{COMBINING SHORT SOLIDUS OVERLAY}": (((-0.12, -0.26), (0.12, -0.42)),),
    "\N{COMBINING LONG STROKE OVERLAY}": (((-0.38, -0.36), (-0.08, -0.36)),),
    "\N{COMBINING SHORT STROKE OVERLAY}": (((-0.02, -0.6), (0.3, -0.6)),),
}


def can_letter(text: str) -> bool:
    """Whether every letter of a text can be drawn.

    >>> can_letter("Qualité de l’accueil"), can_letter("Жильё")
    (True, False)
    """
    signs = _spelled(text)
    first = signs[:1]
    return first in _PLAIN | {""} and all(
        sign in _PLAIN or sign in _ABOVE or sign in _BELOW for sign in signs
    )


def lettered(text: str, size: int) -> tuple[Image, int]:
    """A line of text as a mask, and how far its baseline is from the upper edge, in pixels."""
    from PIL import Image, ImageDraw

    face = _face(size)
    bases, marks = _parted(_spelled(text))
    ascent = round(1.1 * size)
    width = max(round(face.getlength(bases)) + size // 4, 1)
    mask = Image.new("L", (width, ascent + round(0.35 * size)), 0)
    brush = ImageDraw.Draw(mask)
    brush.text((0, ascent), bases, fill=255, font=face, anchor="ls")
    for place, mark in marks:
        _mark(brush, bases, place, mark, face, ascent)
    return mask.crop((0, 0, max(round(face.getlength(bases)), 1), mask.height)), ascent


def _spelled(text: str) -> str:
    told = "".join(_SPELLED.get(sign, sign) for sign in unicodedata.normalize("NFC", text))
    return unicodedata.normalize("NFD", told)


def _parted(signs: str) -> tuple[str, list[tuple[int, str]]]:
    """The letters, and each mark with the place of the letter that it belongs to."""
    bases, marks = "", []
    for sign in signs:
        if sign in _ABOVE or sign in _BELOW:
            marks.append((len(bases) - 1, sign))
        else:
            bases += sign
    return bases, marks


def _mark(brush: ImageDraw, bases: str, place: int, mark: str, face: FreeTypeFont, baseline: int) -> None:
    base, size = bases[place], face.size
    begin = face.getlength(bases[:place])
    middle = begin + face.getlength(base) / 2
    if mark in _BELOW:
        _stroke(brush, _BELOW[mark], middle, baseline, size)
        return
    top = baseline + face.getbbox("x" if base in "ij" else base, anchor="ls")[1]
    if base in "ij":
        # The mark takes the place of the letter's dot.
        end = begin + face.getlength(base)
        brush.rectangle((begin + 1, 0, end - 1, top - 0.02 * size), fill=0)
    _stroke(brush, _ABOVE[mark], middle, top - 0.05 * size, size)


def _stroke(brush: ImageDraw, strokes: _Strokes, x: float, y: float, size: float) -> None:
    thick = 0.075 * size
    for stroke in strokes:
        points = [(x + right * size, y + down * size) for right, down in stroke]
        if len(points) > 1:
            brush.line(points, fill=255, width=round(thick), joint="curve")
            continue
        radius = 0.052 * size
        ((left, upper),) = points
        brush.ellipse((left - radius, upper - radius, left + radius, upper + radius), fill=255)


@cache
def _face(size: int) -> FreeTypeFont:
    from PIL import ImageFont

    face = ImageFont.load_default(size)
    assert isinstance(face, ImageFont.FreeTypeFont)
    return face
