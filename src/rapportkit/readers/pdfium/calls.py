"""PDFium's functions bound for bulk: one `map` asks about all words of a page, and no Python runs between.

pypdfium2 declares the type of every argument, and checking them costs several times what most of the
functions themselves take. Here arguments are what C needs as it is: `byref` of a handle or of a place
to write an answer to, `c_void_p` of an address, and small numbers.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import Any

Call = Callable[..., Any]
FLOAT = 4  # bytes


@dataclass(frozen=True, slots=True)
class Calls:
    """The functions that are called often. Handles that they give are addresses, None where there is none."""

    loose_box: Call
    text_object: Call
    matrix: Call
    font_size: Call
    font: Call
    render_mode: Call
    mark_count: Call
    mark: Call
    mark_name: Call
    page_object: Call
    form_object: Call
    object_kind: Call
    object_bounds: Call
    object_matrix: Call
    inner_count: Call
    draw_mode: Call
    segment_count: Call
    segment: Call
    segment_kind: Call
    segment_point: Call


@cache
def calls() -> Calls:
    """Bind the functions, once in a process."""
    import pypdfium2.raw as pdfium

    address, number = ctypes.c_void_p, ctypes.c_int
    return Calls(
        loose_box=_bound(pdfium.FPDFText_GetLooseCharBox),
        text_object=_bound(pdfium.FPDFText_GetTextObject, address),
        matrix=_bound(pdfium.FPDFText_GetMatrix),
        font_size=_bound(pdfium.FPDFText_GetFontSize, ctypes.c_double),
        font=_bound(pdfium.FPDFTextObj_GetFont, address),
        render_mode=_bound(pdfium.FPDFTextObj_GetTextRenderMode, number),
        mark_count=_bound(pdfium.FPDFPageObj_CountMarks, number),
        mark=_bound(pdfium.FPDFPageObj_GetMark, address),
        mark_name=_bound(pdfium.FPDFPageObjMark_GetName, number),
        page_object=_bound(pdfium.FPDFPage_GetObject, address),
        form_object=_bound(pdfium.FPDFFormObj_GetObject, address),
        object_kind=_bound(pdfium.FPDFPageObj_GetType, number),
        object_bounds=_bound(pdfium.FPDFPageObj_GetBounds, number),
        object_matrix=_bound(pdfium.FPDFPageObj_GetMatrix, number),
        inner_count=_bound(pdfium.FPDFFormObj_CountObjects, number),
        draw_mode=_bound(pdfium.FPDFPath_GetDrawMode),
        segment_count=_bound(pdfium.FPDFPath_CountSegments, number),
        segment=_bound(pdfium.FPDFPath_GetPathSegment, address),
        segment_kind=_bound(pdfium.FPDFPathSegment_GetType, number),
        segment_point=_bound(pdfium.FPDFPathSegment_GetPoint),
    )


def _bound(function: Any, result: Any = None) -> Call:
    place = ctypes.cast(function, ctypes.c_void_p).value or 0
    # Most of these calls take less time than letting go of the interpreter's lock and taking it again.
    return ctypes.PYFUNCTYPE(result)(place)


def handle_of(pointer: Any) -> Any:
    """A handle of pypdfium2 as these functions take it; it holds as long as what it points to is open."""
    return ctypes.byref(pointer.contents)


def handles(addresses: Iterable[int | None]) -> Iterator[Any]:
    """Addresses as these functions take them."""
    return map(ctypes.c_void_p, addresses)


def floats(ask: Call, handle: Any, indexes: Sequence[int], count: int, *columns: int) -> list[list[float]]:
    """Ask about each index for a struct of `count` numbers; the chosen ones of them, each as a column.

    What the function does not know is 0.0.
    """
    buffer = (ctypes.c_float * (count * len(indexes)))()
    places = map(ctypes.byref, repeat(buffer), range(0, ctypes.sizeof(buffer), count * FLOAT))
    deque(map(ask, repeat(handle), indexes, places), maxlen=0)
    return [buffer[column::count] for column in columns]


def points(ask: Call, addresses: Sequence[int]) -> tuple[list[float], list[float]]:
    """Ask about each handle for a place, which the function writes as two numbers: all x, and all y."""
    size = FLOAT * len(addresses)
    xs, ys = (ctypes.c_float * len(addresses))(), (ctypes.c_float * len(addresses))()
    places = [map(ctypes.byref, repeat(buffer), range(0, size, FLOAT)) for buffer in (xs, ys)]
    deque(map(ask, handles(addresses), *places), maxlen=0)
    return list(xs), list(ys)
