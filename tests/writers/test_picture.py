"""The picture of dots: every count is there, has room, and stays the same bytes."""

from __future__ import annotations

import io
import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image, ImageFont

from rapportkit.writers.summary import picture_letters, picture_png, picture_svg
from rapportkit.writers.summary.nodes import Picture
from rapportkit.writers.summary.picture import WIDTH, breadth, draw, wrap

SVG = "{http://www.w3.org/2000/svg}"


def made(rows: int, columns: int, name: str = "Access to basic services for migrants") -> Picture:
    counts = tuple(tuple((row * 7 + column * 3) % 12 for column in range(columns)) for row in range(rows))
    return Picture(
        "Themes by session",
        tuple(f"{name} {row}" for row in range(rows)),
        tuple(f"RT {column // 4 + 1}.{column % 4 + 1}" for column in range(columns)),
        counts,
    )


SMALL = Picture("Themes", ("Housing", "Health"), ("RT 1.1", "RT 1.2", "WS 2"), ((1, 4, 0), (0, 9, 2)))


def numbers(picture: Picture) -> list[int]:
    return [count for counts in picture.counts for count in counts if count]


def test_every_count_is_a_dot_with_its_figure_and_a_larger_count_is_a_larger_dot():
    drawing = draw(SMALL)
    figures = [int(label.text) for label in drawing.labels if label.inverse]
    assert figures == [1, 4, 9, 2]
    sizes = {count: dot.radius for count, dot in zip(figures, drawing.dots, strict=True)}
    assert sizes[1] < sizes[2] < sizes[4] < sizes[9]
    areas = {count: radius**2 for count, radius in sizes.items()}
    assert (areas[9] - areas[4]) / (areas[4] - areas[1]) == pytest.approx(5 / 3)


def test_a_dot_stands_where_its_row_meets_its_column():
    drawing = draw(SMALL)
    across = [line.y1 for line in drawing.lines if line.y1 == line.y2]
    down = [line.x1 for line in drawing.lines if line.x1 == line.x2]
    assert [(down.index(dot.x), across.index(dot.y)) for dot in drawing.dots] == [
        (0, 0),
        (1, 0),
        (1, 1),
        (2, 1),
    ]


@pytest.mark.parametrize(
    ("rows", "columns"), [(1, 1), (4, 3), (9, 10), (20, 12), (20, 30), (20, 60), (3, 60)]
)
def test_it_fits_on_a_page_and_its_figures_can_be_read(rows, columns):
    picture = made(rows, columns)
    drawing = draw(picture)
    assert drawing.width == WIDTH
    assert drawing.height <= 680
    figures = [label for label in drawing.labels if label.inverse]
    assert len(figures) == len(drawing.dots) == len(numbers(picture))
    assert min(label.size for label in drawing.labels) >= 5
    keys = [label.text for label in drawing.labels if label.row < 0 and not label.inverse]
    assert keys == list(picture.columns)


def test_a_very_large_one_still_fits_on_a_page():
    drawing = draw(made(30, 400))
    assert drawing.height <= 680
    assert max(dot.x + dot.radius for dot in drawing.dots) <= WIDTH + 0.1


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    st.integers(1, 25),
    st.integers(1, 70),
    st.sampled_from(["A", "Safe and fair recruitment " * 4, "x" * 200]),
)
def test_nothing_overlaps_or_sticks_out(rows, columns, name):
    drawing = draw(made(rows, columns, name))
    for dot in drawing.dots:
        assert dot.radius <= dot.x <= WIDTH - dot.radius + 0.1
        assert dot.radius <= dot.y <= drawing.height - dot.radius + 0.1
    for one, other in itertools.pairwise(drawing.dots):
        assert math.dist((one.x, one.y), (other.x, other.y)) >= one.radius + other.radius
    left = min((line.x1 for line in drawing.lines), default=WIDTH)
    for label in drawing.labels:
        if label.row >= 0:
            assert breadth(label.text, label.size) <= left + 0.1


def test_long_names_are_wrapped_and_then_cut():
    assert wrap("one two three fourteen", 10, 50, 2) == ["one two", "three fo…"]
    assert wrap("", 10, 50, 2) == []
    cut = [label.text for label in draw(made(1, 3, "word " * 90)).labels if label.row == 0]
    assert len(cut) == 2
    assert cut[1].endswith("…")


def test_without_rows_or_columns_nothing_is_drawn():
    for empty in (Picture("t", (), ("RT 1",), ()), Picture("t", ("a",), (), ((),))):
        assert not draw(empty).dots
        assert picture_png.write(empty, "en")[0].startswith(b"\x89PNG")
        assert etree.fromstring(picture_svg.write(empty)).tag == f"{SVG}svg"


def test_the_svg_holds_title_names_keys_and_figures_as_text():
    root = etree.fromstring(picture_svg.write(SMALL))
    texts = [each.text for each in root.iter(f"{SVG}text")]
    assert root.findtext(f"{SVG}title") == "Themes"
    assert {"Housing", "Health", "RT 1.1", "RT 1.2", "WS 2"} <= set(texts)
    assert len(list(root.iter(f"{SVG}circle"))) == 4
    assert picture_svg.write(SMALL) == picture_svg.write(SMALL)


def test_the_svg_holds_what_strangers_wrote_as_text():
    hostile = Picture(
        '<script>alert("1")</script>', ("<b>&\x00\ud800\x1b", ""), ("]]>", '"'), ((1, 2), (0, 1))
    )
    root = etree.fromstring(picture_svg.write(hostile, face='"><script>'))
    assert {etree.QName(each).localname for each in root.iter()} == {
        "svg",
        "title",
        "g",
        "line",
        "circle",
        "text",
    }
    assert root.findtext(f"{SVG}title") == '<script>alert("1")</script>'
    assert "<b>&" in [each.text for each in root.iter(f"{SVG}text")]


def test_the_png_is_large_enough_for_print_and_always_the_same():
    data, width, height = picture_png.write(SMALL, "fr")
    with Image.open(io.BytesIO(data)) as image:
        assert (image.width, image.height) == (width, height)
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        assert image.text["Title"] == "Themes"
        assert image.text["Title"].lang == "fr"
        colors = {color for _, color in image.convert("RGB").getcolors(1 << 20)}
    assert width == pytest.approx(WIDTH / 72 * 300, abs=2)
    assert height == pytest.approx(draw(SMALL).height / 72 * 300, abs=2)
    assert {(255, 255, 255), (0x1F, 0x38, 0x64)} <= colors
    assert picture_png.write(SMALL, "fr")[0] == data


def test_names_that_cannot_be_drawn_are_numbered_and_told():
    mixed = Picture("t", ("Housing", "Жильё"), ("RT 1", "РТ 2"), ((1, 1), (1, 1)))
    assert picture_png.legend(mixed) == (("2", "Жильё"), ("S2", "РТ 2"))
    assert picture_png.legend(SMALL) == ()
    as_told = Picture("t", ("Housing", "2"), ("RT 1", "S2"), ((1, 1), (1, 1)))
    assert picture_png.write(mixed, "en") == picture_png.write(as_told, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Égalité d’accès : où, naïve, façon, œuvre",
        "Niños y niñas – migración",
        "Łódź, București, İstanbul, Århus",
    ],
)
def test_latin_letters_have_their_marks(text):
    assert picture_letters.can_letter(text)
    told, _ = picture_letters.lettered(text, 60)
    plain, _ = picture_letters.lettered("".join(sign for sign in text if sign.isascii()), 60)
    assert told.tobytes() != plain.tobytes()


@pytest.mark.parametrize("sign", "éèêëñãçåčőąşØłđ")
def test_a_mark_is_drawn_on_its_letter_and_takes_no_room(sign):
    base = {"Ø": "O", "ł": "l", "đ": "d"}.get(sign) or picture_letters.unicodedata.normalize("NFD", sign)[0]
    marked, ascent = picture_letters.lettered(sign, 80)
    plain, same = picture_letters.lettered(base, 80)
    assert (marked.size, ascent) == (plain.size, same)
    assert marked.tobytes() != plain.tobytes()


def test_a_mark_takes_the_place_of_the_dot():
    marked, _ = picture_letters.lettered("í", 80)
    bare, _ = picture_letters.lettered("ı", 80)
    dotted, _ = picture_letters.lettered("i", 80)
    assert bare.getbbox()[1] > dotted.getbbox()[1] >= marked.getbbox()[1]


def test_the_face_has_the_letters_that_are_counted_on():
    face = ImageFont.load_default(40)
    missing = bytes(face.getmask("\U0010fffd"))
    assert not [sign for sign in picture_letters._PLAIN if bytes(face.getmask(sign)) == missing]


@pytest.mark.parametrize("text", ["دعا", "参与", "Ελλάδα", "\N{COMBINING ACUTE ACCENT}a", "🙂"])
def test_other_letters_are_not_drawn(text):
    assert not picture_letters.can_letter(text)
