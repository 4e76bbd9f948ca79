"""PDF: the cells of ruled tables are those that pdfplumber finds, in place and in words."""

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.readers.pdfium.grid import SLIVER, find_grids
from rapportkit.readers.pdfium.layout import Line, Table
from rapportkit.readers.pdfium.pieces import view_of
from rapportkit.readers.pdfium.sheet import read_sheet
from rapportkit.readers.pdfium.strokes import read_strokes
from rapportkit.readers.pdfium.words import read_words
from readers.pdf_build import Sheet, pdf

FORMATS = Path(__file__).parents[2] / "examples" / "formats"
NEAR = 3.0  # points
MANY = 100_000
XS, YS = [60.0, 200.0, 500.0], [60.0, 90.0, 120.0, 150.0]


def squeezed(text):
    return re.sub(r"[\s\x02\xad\uf0b7•▪-]", "", text)


def written(items):
    """The letters of a cell, tables inside it included."""
    return squeezed(
        "".join(
            item.text
            if isinstance(item, Line)
            else "".join(written(cell.items) for row in item.rows for cell in row.cells)
            for item in items
        )
    )


def our_boxes(page):
    textpage = page.get_textpage()
    view = view_of(page, read_words(textpage))
    textpage.close()
    grids = find_grids(read_strokes(page, view, MANY), view.width, view.height)
    # The other library takes a frame for no table.
    return [cell.box for grid in grids if len(grid.cells) > 1 for cell in grid.cells]


def our_rows(document, index):
    """The texts of the cells that hold any, by row."""
    page = read_sheet(document, index, 0.0, MANY).page
    tables = [item for item in page.items if isinstance(item, Table)]
    rows = [[written(cell.items) for cell in row.cells] for table in tables for row in table.rows]
    return [filled for row in rows if (filled := [text for text in row if text])]


def their_rows(page):
    rows = [row for table in page.extract_tables() for row in table]
    return [filled for row in rows if (filled := [text for cell in row if (text := squeezed(cell or ""))])]


def sorted_boxes(boxes):
    """Boxes that can hold text, to the nearest multiple of what is near."""
    return sorted(box for box in boxes if box[2] - box[0] > SLIVER and box[3] - box[1] > SLIVER)


def compare(data):
    """Hold every page against the other library; how many cells there were is given back."""
    document = pypdfium2.PdfDocument(data)
    count = 0
    try:
        with pdfplumber.open(BytesIO(data)) as plumbed:
            for index, page in enumerate(plumbed.pages):
                sheet = document[index]
                ours = sorted_boxes(our_boxes(sheet))
                sheet.close()
                theirs = sorted_boxes(cell for table in page.find_tables() for cell in table.cells)
                assert our_rows(document, index) == their_rows(page)
                assert len(ours) == len(theirs)
                for box in ours:
                    assert any(
                        all(abs(a - b) <= NEAR for a, b in zip(box, other, strict=True)) for other in theirs
                    ), box
                count += len(ours)
    finally:
        document.close()
    return count


@pytest.mark.parametrize(("name", "count"), [("000", 19), ("001", 65), ("002", 0), ("004", 0)])
def test_the_examples_have_the_same_cells(name, count):
    assert compare((FORMATS / f"{name}.pdf").read_bytes()) == count


def fill(sheet, xs, ys):
    """Write a word into every field."""
    for row, top in enumerate(ys[:-1]):
        for column, left in enumerate(xs[:-1]):
            sheet.text(left + 6, top + 20, f"r{row}c{column}")
    return sheet


def bordered(draw):
    return fill(Sheet(), XS, YS).grid(XS, YS, draw)


def in_one_path():
    sheet = Sheet().grid(XS, YS)
    sheet.orders = ["\n".join(order.removesuffix(" f") for order in sheet.orders) + " f"]
    return fill(sheet, XS, YS)


def in_small_pieces():
    sheet = fill(Sheet(), XS, YS)
    for top, bottom in pairwise(YS):
        for left, right in pairwise(XS):
            sheet.thin(left, top, right, top).thin(left, bottom, right, bottom)
            sheet.thin(left, top, left, bottom).thin(right, top, right, bottom)
    return sheet


def merged():
    sheet = Sheet().box(60, 60, 500, 90).text(66, 80, "over both").grid(XS, [90, 120, 150])
    return fill(sheet, XS, [90, 120, 150])


def over_two_rows():
    sheet = Sheet().box(60, 60, 200, 120).box(200, 60, 500, 90).box(200, 90, 500, 120)
    return sheet.text(66, 80, "tall").text(206, 80, "upper").text(206, 110, "lower")


def shaded():
    return fill(Sheet().shade(60, 60, 500, 90).grid(XS, YS), XS, YS)


SHEETS = {
    "thin rectangles": (bordered("thin"), 6),
    "strokes": (bordered("stroke"), 6),
    "one path": (in_one_path(), 6),
    "small pieces": (in_small_pieces(), 6),
    "a merged row": (merged(), 5),
    "a cell over two rows": (over_two_rows(), 3),
    "shading": (shaded(), 6),
    "two tables": (fill(bordered("thin").grid([60, 300, 500], [300, 330]), [60, 300, 500], [300, 330]), 8),
    "lines of text in a cell": (
        Sheet().grid(XS, [60, 150, 180]).text(66, 80, "a").text(66, 95, "b").text(206, 80, "c"),
        4,
    ),
}


@pytest.mark.parametrize("name", SHEETS)
def test_tables_have_the_same_cells_however_they_are_painted(name):
    sheet, count = SHEETS[name]
    assert compare(pdf(sheet)) == count


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_pages_that_are_shown_turned_have_the_same_cells(rotate):
    sheet = Sheet(width=800, height=600, rotate=rotate)

    def put(x, y):
        """A place of the page as it is shown, in the space of the file (x, and y from the top)."""
        return {90: (y, 600 - x), 180: (800 - x, 600 - y), 270: (800 - y, x)}[rotate]

    for y in (60, 90, 120):
        (x0, y0), (x1, y1) = put(60, y), put(400, y)
        sheet.stroke(x0, y0, x1, y1)
    for x in (60, 200, 400):
        (x0, y0), (x1, y1) = put(x, 60), put(x, 120)
        sheet.stroke(x0, y0, x1, y1)
    for row, y in enumerate((80, 110)):
        for column, x in enumerate((66, 206)):
            sheet.text(*put(x, y), f"r{row}c{column}", turn=rotate)
    assert compare(pdf(sheet)) == 4


def test_a_table_over_a_page_break_has_the_same_cells_on_both_pages():
    one, two = Sheet(), Sheet()
    fill(one, XS, [700, 730, 760]).grid(XS, [700, 730, 760])
    fill(two, XS, [60, 90]).grid(XS, [60, 90])
    assert compare(pdf(one, two)) == 6


WIDTHS = st.lists(st.integers(40, 150), min_size=1, max_size=4).filter(lambda widths: sum(widths) <= 480)
HEIGHTS = st.lists(st.integers(20, 90), min_size=1, max_size=6)
FIELDS = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 3)))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(WIDTHS, HEIGHTS, FIELDS, FIELDS, st.sampled_from(["thin", "stroke"]))
def test_any_grid_with_merged_fields_has_the_same_cells(widths, heights, filled, joined, draw):
    """`joined` are fields that have no border on their right."""
    borders = {(row, column) for row in range(len(heights)) for column in range(len(widths) - 1)}
    if len(heights) == 1 and borders <= joined:
        return  # a frame
    xs = [60.0 + sum(widths[:index]) for index in range(len(widths) + 1)]
    ys = [60.0 + sum(heights[:index]) for index in range(len(heights) + 1)]
    sheet = Sheet()
    for y in ys:
        getattr(sheet, draw)(xs[0], y, xs[-1], y)
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, x in enumerate(xs):
            if not (0 < column < len(xs) - 1 and (row, column - 1) in joined):
                getattr(sheet, draw)(x, top, x, bottom)
    words = sorted((row, column) for row, column in filled if row < len(heights) and column < len(widths))
    for row, column in words:
        sheet.text(xs[column] + 4, ys[row] + 14, f"w{row}{column}")
    assert compare(pdf(sheet)) >= len(heights)
