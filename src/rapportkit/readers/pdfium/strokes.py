"""The straight lines that a page paints: borders of tables, rules, underlines.

Every program paints borders in its own way: LibreOffice one path of many thin filled rectangles, Word
many small rectangles, browsers thin fills, others strokes. What is thin counts as a line; what is
filled and thick is shading.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any, NamedTuple

from rapportkit.readers.pdfium.calls import Call, calls, handle_of, handles, points
from rapportkit.readers.pdfium.layout import Box
from rapportkit.readers.pdfium.pieces import View

THIN = 4.0  # the thickest border that is a line, in points
SHORT = 4.0  # the shortest edge of a drawn box that may be a border
SNAP = 2.5  # lines nearer than this are one line
GAP = 3.0  # dots and dashes this near make one line
DOT = (1.8, 7.5)  # how wide a painted bullet may be
CURVES = 80  # segments that a painted bullet has at most: some browsers draw a circle in 16 curves of 3
MAX_DEPTH = 32
MAX_SEGMENTS = 20_000

Matrix = tuple[float, float, float, float, float, float]


class Stroke(NamedTuple):
    """A straight line: where it lies (`at`) and from where to where it runs, in page coordinates."""

    at: float
    start: float
    end: float


class Dot(NamedTuple):
    """A shape as small as a bullet, its place, and the sign that it looks like."""

    sign: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Strokes:
    """A page's lines, joined where they touch; its small painted shapes; and how much the page paints."""

    across: tuple[Stroke, ...]
    down: tuple[Stroke, ...]
    dots: tuple[Dot, ...] = ()
    objects: int = 0
    pictures: int = 0


def read_strokes(page: Any, view: View, most: int) -> Strokes:
    """Find the lines of a page; beyond `most` objects no more are looked at."""
    walk = _Walk(view, most)
    walk.page(page)
    return walk.sketch.strokes(walk.objects, walk.pictures)


def joined(strokes: list[Stroke]) -> tuple[Stroke, ...]:
    """Bring lines at nearly one place to one place, and join those that touch or overlap.

    >>> joined([Stroke(10.0, 0, 50), Stroke(10.5, 51, 90), Stroke(40.0, 0, 9)])
    (Stroke(at=10.0, start=0, end=90), Stroke(at=40.0, start=0, end=9))
    """
    found: list[Stroke] = []
    group: list[Stroke] = []
    for stroke in sorted(strokes):
        if group and stroke.at - group[0].at > SNAP:
            found.extend(_chained(group))
            group = []
        group.append(stroke)
    found.extend(_chained(group))
    return tuple(found)


def _chained(group: list[Stroke]) -> list[Stroke]:
    if not group:
        return []
    at = group[0].at
    chain: list[Stroke] = []
    for _, start, end in sorted(group, key=lambda stroke: stroke.start):
        if chain and start - chain[-1].end <= GAP:
            chain[-1] = Stroke(at, chain[-1].start, max(chain[-1].end, end))
        else:
            chain.append(Stroke(at, start, end))
    return [stroke for stroke in chain if stroke.end - stroke.start > SHORT]


class Sketch:
    """What the shapes of a page look like to a person: lines, edges of boxes, bullets."""

    def __init__(self) -> None:
        self._across: list[Stroke] = []
        self._down: list[Stroke] = []
        self._dots: list[Dot] = []

    def strokes(self, objects: int, pictures: int) -> Strokes:
        """All lines drawn so far, joined."""
        return Strokes(joined(self._across), joined(self._down), tuple(self._dots), objects, pictures)

    def thin(self, left: float, top: float, right: float, bottom: float) -> None:
        """Draw a thin shape, which is a line."""
        if bottom - top <= THIN and right - left >= bottom - top:
            self._across.append(Stroke((top + bottom) / 2, left, right))
        elif right - left <= THIN:
            self._down.append(Stroke((left + right) / 2, top, bottom))

    def part(self, points: Sequence[tuple[float, float]], *, stroked: bool) -> None:
        """Draw a stretch of a path: where it is thin it is a line, the edges of a stroked one are lines."""
        if len(points) < 2:
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
        if right - left <= THIN or bottom - top <= THIN:
            self.thin(left, top, right, bottom)
        elif stroked:
            for (x0, y0), (x1, y1) in zip(points, [*points[1:], points[0]], strict=True):
                if abs(y1 - y0) < 1 and abs(x1 - x0) > SHORT:
                    self._across.append(Stroke((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
                elif abs(x1 - x0) < 1 and abs(y1 - y0) > SHORT:
                    self._down.append(Stroke((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    def dot(self, box: Box, *, filled: bool, curved: bool) -> None:
        """Draw a small shape: browsers paint the bullets of lists so."""
        sign = ("•" if curved else "▪") if filled else ("○" if curved else "□")
        self._dots.append(Dot(sign, *box))


def is_dot(left: float, top: float, right: float, bottom: float) -> bool:
    """Whether a shape is as small and as wide as high as a bullet."""
    return DOT[0] <= right - left <= DOT[1] and abs((right - left) - (bottom - top)) <= 1


class _Walk:
    """Goes through a page's objects, forms inside forms too."""

    def __init__(self, view: View, most: int) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._calls = calls()
        self._view = view
        self._most = most
        self._floats = [ctypes.c_float() for _ in range(4)]
        self._places = list(map(ctypes.byref, self._floats))
        self._segments = 0
        self.sketch = Sketch()
        self.objects = 0
        self.pictures = 0

    def page(self, page: Any) -> None:
        count = self._pdfium.FPDFPage_CountObjects(page)
        self._visit(self._calls.page_object, handle_of(page.raw), count, None, 0)

    def _visit(self, ask: Call, holder: Any, count: int, outer: Matrix | None, depth: int) -> None:
        pdfium = self._pdfium
        # Forms inside forms may paint without end.
        found = list(map(ask, repeat(holder), range(min(count, self._most - self.objects + 1))))
        self.objects += len(found)
        kinds = map(self._calls.object_kind, handles(found))
        for handle, kind in zip(handles(found), kinds, strict=True):
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(handle, outer)
            elif kind in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}:
                self.pictures += 1
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
                inside = max(0, self._calls.inner_count(handle))
                self._visit(self._calls.form_object, handle, inside, self._matrix(handle, outer), depth + 1)

    def _path(self, handle: Any, outer: Matrix | None) -> None:
        box = self._bounds(handle, outer)
        if box is None:
            return
        left, top, right, bottom = box
        thin = right - left <= THIN or bottom - top <= THIN
        count = self._calls.segment_count(handle)
        if not thin and count > MAX_SEGMENTS - self._segments:
            return  # a drawing, no table
        fill, stroke = self._draw_mode(handle)
        if not fill and not stroke:
            return
        if is_dot(*box) and count < CURVES:
            self.sketch.dot(box, filled=fill, curved=self._is_curved(handle, count))
        if thin:
            self.sketch.thin(*box)
        elif stroke or count > 5:
            self._segments += count
            self._outline(handle, count, self._matrix(handle, outer), stroked=stroke)

    def _draw_mode(self, handle: Any) -> tuple[bool, bool]:
        """Whether a path is filled, and whether its outline is drawn."""
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        self._calls.draw_mode(handle, ctypes.byref(fill), ctypes.byref(stroke))
        return fill.value != 0, stroke.value != 0

    def _is_curved(self, handle: Any, count: int) -> bool:
        segments = map(self._calls.segment, repeat(handle), range(count))
        return self._pdfium.FPDF_SEGMENT_BEZIERTO in map(self._calls.segment_kind, handles(segments))

    def _outline(self, handle: Any, count: int, matrix: Matrix, *, stroked: bool) -> None:
        pdfium, ask = self._pdfium, self._calls
        segments = list(map(ask.segment, repeat(handle), range(count)))
        kinds = map(ask.segment_kind, handles(segments))
        part: list[tuple[float, float]] = []
        curved = False
        for kind, x, y in zip(kinds, *points(ask.segment_point, segments), strict=True):
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                self.sketch.part(part, stroked=stroked and not curved)
                part, curved = [], False
            curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
            part.append(self._view.point(*_moved(x, y, matrix)))
        self.sketch.part(part, stroked=stroked and not curved)

    def _bounds(self, handle: Any, outer: Matrix | None) -> Box | None:
        if not self._calls.object_bounds(handle, *self._places):
            return None
        left, bottom, right, top = (number.value for number in self._floats)
        if outer is None:
            return self._view.box(left, bottom, right, top)
        x0, y0 = _moved(left, bottom, outer)
        x1, y1 = _moved(right, top, outer)
        return self._view.box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def _matrix(self, handle: Any, outer: Matrix | None) -> Matrix:
        numbers = (ctypes.c_float * 6)()
        if not self._calls.object_matrix(handle, ctypes.byref(numbers)):
            return outer or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        a, b, c, d, e, f = inner = tuple(numbers)
        if outer is None:
            return inner
        x, y = _moved(e, f, outer)
        return (
            a * outer[0] + b * outer[2],
            a * outer[1] + b * outer[3],
            c * outer[0] + d * outer[2],
            c * outer[1] + d * outer[3],
            x,
            y,
        )


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
