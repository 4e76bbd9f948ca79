"""A picture of dots as PNG, for formats whose readers cannot be trusted with SVG."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rapportkit.writers.summary.nodes import Picture
from rapportkit.writers.summary.picture import BLUE, GUIDE, INK, PAPER, Drawing, Label, draw
from rapportkit.writers.summary.picture_letters import can_letter, lettered

if TYPE_CHECKING:
    from PIL.Image import Image

_DPI = 300
# Shapes are drawn without soft edges; they get them when the drawing is made smaller.
_OVER = 2
_TONES = ((INK, 23), (BLUE, 16), (GUIDE, 8))
"""On soft edges each colour fades into the paper in so many steps: no others are in the picture."""


def write(picture: Picture, language: str) -> tuple[bytes, int, int]:
    """The picture as PNG, its width and its height in pixels, of which 300 go to the inch.

    The title is not drawn; it travels in the file with the language of the paper. Names in letters that cannot be
    drawn are told apart by signs: `legend` says what these mean.
    """
    from PIL import Image, PngImagePlugin

    drawing = draw(_drawable(picture))
    large = _painted(drawing, _DPI * _OVER / 72)
    image = large.reduce(_OVER).quantize(palette=_palette(), dither=Image.Dither.NONE)
    told = PngImagePlugin.PngInfo()
    told.add_itxt("Title", picture.title.encode("utf-8", "replace").decode(), language)
    data = io.BytesIO()
    image.save(data, "PNG", dpi=(_DPI, _DPI), pnginfo=told)
    return data.getvalue(), image.width, image.height


def legend(picture: Picture) -> tuple[tuple[str, str], ...]:
    """What the signs mean that stand for names in letters that cannot be drawn: rows first, then columns."""
    rows, columns = _signs(picture.rows, ""), _signs(picture.columns, "S")
    return tuple(
        (sign, name)
        for signs, names in ((rows, picture.rows), (columns, picture.columns))
        for sign, name in zip(signs, names, strict=True)
        if sign != name
    )


def _drawable(picture: Picture) -> Picture:
    return replace(picture, rows=_signs(picture.rows, ""), columns=_signs(picture.columns, "S"))


def _signs(names: Sequence[str], before: str) -> tuple[str, ...]:
    """Each name, or its number where its letters cannot be drawn."""
    return tuple(name if can_letter(name) else f"{before}{place}" for place, name in enumerate(names, 1))


def _painted(drawing: Drawing, scale: float) -> Image:
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (_even(drawing.width * scale), _even(drawing.height * scale)), PAPER)
    brush = ImageDraw.Draw(image)
    for line in drawing.lines:
        ends = [round(each * scale) for each in (line.x1, line.y1, line.x2, line.y2)]
        brush.line(ends, fill=GUIDE, width=round(0.5 * scale))
    for dot in drawing.dots:
        edges = (dot.x - dot.radius, dot.y - dot.radius, dot.x + dot.radius, dot.y + dot.radius)
        brush.ellipse([round(each * scale) for each in edges], fill=BLUE)
    for label in drawing.labels:
        _letter(image, label, scale)
    return image


def _palette() -> Image:
    """The colours of the picture, which need not be searched for in it."""
    from PIL import Image, ImageColor

    paper = ImageColor.getrgb(PAPER)
    tones: list[tuple[int, ...]] = [paper]
    for colour, steps in _TONES:
        full = ImageColor.getrgb(colour)
        tones += [
            tuple(light + (dark - light) * step // steps for light, dark in zip(paper, full, strict=True))
            for step in range(1, steps + 1)
        ]
    image = Image.new("P", (1, 1))
    image.putpalette([part for tone in tones for part in tone])
    return image


def _letter(image: Image, label: Label, scale: float) -> None:
    from PIL import Image

    mask, ascent = lettered(label.text, round(label.size * scale))
    x, y = round(label.x * scale), round(label.y * scale)
    if label.upright:
        mask = mask.transpose(Image.Transpose.ROTATE_90)
        place = (x - ascent, y - mask.height)
    else:
        place = (x - (mask.width // 2 if label.centred else 0), y - ascent)
    image.paste(PAPER if label.inverse else INK, place, mask)


def _even(length: float) -> int:
    return max(round(length / _OVER), 1) * _OVER
