"""The shapes of a page as pdfplumber tells them, as lines and bullets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rapportkit.readers.pdfium.layout import Box
from rapportkit.readers.pdfium.pieces import View
from rapportkit.readers.pdfium.strokes import CURVES, MAX_SEGMENTS, THIN, Sketch, Strokes, is_dot

Shape = Mapping[str, Any]


def strokes_of(
    shapes: Iterable[Shape], view: View, origin: tuple[float, float], drawn: int, pictures: int
) -> Strokes:
    """The lines that some shapes are, seen through a view.

    `origin` is the place from which pdfplumber counts: to the right, and down; `drawn` and `pictures`
    count what the page paints.
    """
    sketch = Sketch()
    segments = 0
    for shape in shapes:
        filled, stroked = bool(shape["fill"]), bool(shape["stroke"])
        points = [view.point(x - origin[0], origin[1] - y) for step in shape["path"] for x, y in step[1:]]
        if not points or not (filled or stroked):
            continue
        box = _box(shape["pts"], view, origin, float(shape["linewidth"] or 0.0) / 2 if stroked else 0.0)
        left, top, right, bottom = box
        curved = any(step[0] in "cvy" for step in shape["path"])
        if is_dot(*box) and len(points) < CURVES:
            sketch.dot(box, filled=filled, curved=curved)
        if right - left <= THIN or bottom - top <= THIN:
            sketch.thin(*box)
        elif segments + len(points) <= MAX_SEGMENTS:
            segments += len(points)
            sketch.part(points, stroked=stroked and not curved)
    return sketch.strokes(drawn, pictures)


def _box(points: Sequence[tuple[float, float]], view: View, origin: tuple[float, float], pen: float) -> Box:
    """A shape's outer edges; `pen` is half the width of the pen that draws it."""
    xs, ys = [x - origin[0] for x, _ in points], [origin[1] - y for _, y in points]
    return view.box(min(xs) - pen, min(ys) - pen, max(xs) + pen, max(ys) + pen)
