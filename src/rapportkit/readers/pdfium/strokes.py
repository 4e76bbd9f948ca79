"""The straight lines that a page paints: borders of tables, rules, underlines.

Every program paints borders in its own way: LibreOffice one path of many thin filled rectangles, Word
many small rectangles, browsers thin fills, others strokes. What is thin counts as a line; what is
filled and thick is shading.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any, NamedTuple

from rapportkit.readers.pdfium.pieces import View

THIN = 4.0  # the thickest border that is a line, in points
SHORT = 4.0  # the shortest edge of a drawn box that may be a border
SNAP = 2.5  # lines nearer than this are one line
GAP = 3.0  # dots and dashes this near make one line
DOT = (1.8, 7.5)  # how wide a painted bullet may be
MAX_DEPTH = 6
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
    return Strokes(joined(walk.across), joined(walk.down), tuple(walk.dots), walk.objects, walk.pictures)


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


class _Walk:
    """Goes through a page's objects, forms inside forms too."""

    def __init__(self, view: View, most: int) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._view = view
        self._most = most
        self._floats = [ctypes.c_float() for _ in range(4)]
        self._segments = 0
        self.across: list[Stroke] = []
        self.down: list[Stroke] = []
        self.dots: list[Dot] = []
        self.objects = 0
        self.pictures = 0

    def page(self, page: Any) -> None:
        pdfium = self._pdfium
        count = pdfium.FPDFPage_CountObjects(page)
        self._visit((pdfium.FPDFPage_GetObject(page, index) for index in range(count)), None, 0)

    def _visit(self, handles: Any, outer: Matrix | None, depth: int) -> None:
        pdfium = self._pdfium
        for handle in handles:
            self.objects += 1
            if self.objects > self._most:
                return  # forms inside forms may paint without end
            kind = pdfium.FPDFPageObj_GetType(handle)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(handle, outer)
            elif kind in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}:
                self.pictures += 1
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
                count = pdfium.FPDFFormObj_CountObjects(handle)
                inner = self._matrix(handle, outer)
                inside = (pdfium.FPDFFormObj_GetObject(handle, index) for index in range(max(0, count)))
                self._visit(inside, inner, depth + 1)

    def _path(self, handle: Any, outer: Matrix | None) -> None:
        pdfium = self._pdfium
        box = self._bounds(handle, outer)
        if box is None:
            return
        left, top, right, bottom = box
        thin = right - left <= THIN or bottom - top <= THIN
        count = pdfium.FPDFPath_CountSegments(handle)
        if not thin and count > MAX_SEGMENTS - self._segments:
            return  # a drawing, no table
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(handle, fill, stroke)
        if not fill.value and not stroke.value:
            return
        if DOT[0] <= right - left <= DOT[1] and abs((right - left) - (bottom - top)) <= 1 and count < 20:
            # Browsers paint the bullets of lists as shapes.
            round_one = self._is_curved(handle, count)
            sign = ("•" if round_one else "▪") if fill.value else ("○" if round_one else "□")
            self.dots.append(Dot(sign, left, top, right, bottom))
        if thin:
            self._thin(left, top, right, bottom)
        elif stroke.value or count > 5:
            self._segments += count
            self._outline(handle, count, self._matrix(handle, outer), stroked=bool(stroke.value))

    def _is_curved(self, handle: Any, count: int) -> bool:
        pdfium = self._pdfium
        segments = (pdfium.FPDFPath_GetPathSegment(handle, index) for index in range(count))
        return any(
            pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_BEZIERTO for segment in segments
        )

    def _thin(self, left: float, top: float, right: float, bottom: float) -> None:
        if bottom - top <= THIN and right - left >= bottom - top:
            self.across.append(Stroke((top + bottom) / 2, left, right))
        elif right - left <= THIN:
            self.down.append(Stroke((left + right) / 2, top, bottom))

    def _outline(self, handle: Any, count: int, matrix: Matrix, *, stroked: bool) -> None:
        """Look at each part of a path: a thin part is a line, the edges of a stroked one are lines."""
        pdfium = self._pdfium
        x, y = self._floats[:2]
        part: list[tuple[float, float]] = []
        curved = False
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(handle, index)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                self._part(part, stroked=stroked and not curved)
                part, curved = [], False
            curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
            part.append(self._view.point(*_moved(x.value, y.value, matrix)))
        self._part(part, stroked=stroked and not curved)

    def _part(self, points: list[tuple[float, float]], *, stroked: bool) -> None:
        if len(points) < 2:
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
        if right - left <= THIN or bottom - top <= THIN:
            self._thin(left, top, right, bottom)
        elif stroked:
            for (x0, y0), (x1, y1) in zip(points, [*points[1:], points[0]], strict=True):
                if abs(y1 - y0) < 1 and abs(x1 - x0) > SHORT:
                    self.across.append(Stroke((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
                elif abs(x1 - x0) < 1 and abs(y1 - y0) > SHORT:
                    self.down.append(Stroke((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    def _bounds(self, handle: Any, outer: Matrix | None) -> tuple[float, float, float, float] | None:
        left, bottom, right, top = self._floats
        if not self._pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
            return None
        if outer is None:
            return self._view.box(left.value, bottom.value, right.value, top.value)
        x0, y0 = _moved(left.value, bottom.value, outer)
        x1, y1 = _moved(right.value, top.value, outer)
        return self._view.box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def _matrix(self, handle: Any, outer: Matrix | None) -> Matrix:
        matrix = self._pdfium.FS_MATRIX()
        if not self._pdfium.FPDFPageObj_GetMatrix(handle, matrix):
            return outer or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        inner = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
        if outer is None:
            return inner
        a, b, c, d, e, f = inner
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
