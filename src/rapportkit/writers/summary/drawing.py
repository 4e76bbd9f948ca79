"""A picture in the text of a Word file."""

from __future__ import annotations

from rapportkit.writers.summary.pages import HEIGHT, WIDTH
from rapportkit.writers.word_markup import clean

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU = 635  # in a twentieth of a point
# The title above a picture stands on the same page.
_ROOM = HEIGHT - 1200
# Word keeps what tells a picture to those who cannot see it within these bounds.
_TOLD = 1000


def drawing(number: int, link: str, title: str, pixels: tuple[int, int]) -> str:
    """A run that shows the picture behind a relationship, as wide as the text or as high as the page allows.

    `number` is the picture's own in its file, `title` tells it to those who cannot see it.
    """
    scale = min(WIDTH / max(pixels[0], 1), _ROOM / max(pixels[1], 1))
    wide, high = (round(max(side, 1) * scale) * _EMU for side in pixels)
    told = clean(" ".join(title.split())[:_TOLD]).replace('"', "&quot;")
    told = f'"{told}"'
    named = f'id="{number}" name="Picture {number}"'
    extent = f'cx="{wide}" cy="{high}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent {extent}/><wp:docPr {named} descr={told} title={told}/><wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks xmlns:a="{_DRAWING}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named} descr={told}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
