"""A picture of dots as SVG: text stays text, in whatever plain face is at hand."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from rapportkit.writers.summary.nodes import Picture
from rapportkit.writers.summary.picture import BLUE, GUIDE, INK, PAPER, Label, draw
from rapportkit.writers.word_markup import clean


def write(picture: Picture, face: str = "Arial, Helvetica, sans-serif") -> str:
    """The picture as one SVG element; its title is told to those who cannot see it, and is not drawn."""
    drawing = draw(picture)
    title = clean(picture.title)
    lines = "".join(
        f'<line x1="{_n(each.x1)}" y1="{_n(each.y1)}" x2="{_n(each.x2)}" y2="{_n(each.y2)}"/>'
        for each in drawing.lines
    )
    dots = "".join(
        f'<circle cx="{_n(each.x)}" cy="{_n(each.y)}" r="{_n(each.radius)}"/>' for each in drawing.dots
    )
    labels = "".join(map(_label, drawing.labels))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" '
        f'width="{_n(drawing.width)}pt" height="{_n(drawing.height)}pt" role="img">'
        f"<title>{title}</title>"
        f'<g stroke="{GUIDE}" stroke-width="0.5">{lines}</g>'
        f'<g fill="{BLUE}">{dots}</g>'
        f'<g fill="{INK}" font-family={quoteattr(face)}>{labels}</g></svg>'
    )


def _label(label: Label) -> str:
    x, y = _n(label.x), _n(label.y)
    shape = ' text-anchor="middle"' if label.centred else ""
    shape += f' transform="rotate(-90 {x} {y})"' if label.upright else ""
    shape += f' fill="{PAPER}"' if label.inverse else ""
    return f'<text x="{x}" y="{y}" font-size="{_n(label.size)}"{shape}>{_text(label.text)}</text>'


def _text(text: str) -> str:
    return clean(text) or escape("–")


def _n(number: float) -> str:
    """A number in few signs.

    >>> _n(12.0), _n(0.125)
    ('12', '0.12')
    """
    return f"{number:.2f}".rstrip("0").rstrip(".")
