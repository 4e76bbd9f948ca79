"""PDF: whatever stands on a page, and however it is laid out, every word of it comes back."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from readers.pdf_build import Sheet, document

WORD = st.sampled_from(
    [
        "Cities",
        "asked",
        "for",
        "a",
        "seat.",
        "-",
        "•",
        "1.",
        "2)",
        "(a)",
        "o",
        "non-",
        "GCM",
        "Page",
        "3",
        "of",
        "self-",
        "–",
        "/",
    ],
)
PHRASE = st.lists(WORD, min_size=1, max_size=9).map(" ".join)
PLACE = st.tuples(st.integers(0, 2), st.integers(0, 34))
STYLE = st.tuples(st.sampled_from([6, 8, 10]), st.sampled_from(["R", "B"]))
PAGE = st.dictionaries(PLACE, st.tuples(PHRASE, STYLE), max_size=14)
RULES = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 30), st.integers(1, 3), st.integers(1, 6)), max_size=3
)


def drawn(page, rules):
    sheet = Sheet()
    for (column, row), (text, (size, font)) in page.items():
        sheet.text(40 + 185 * column, 60 + 20 * row, text[: int(170 / (0.6 * size))], size, font)
    for column, row, wide, high in rules:
        xs = [35 + 185 * (column + step) for step in range(wide + 1)]
        sheet.grid(xs, [43 + 20 * (row + step) for step in range(high + 1)])
    return sheet


def painted(page):
    return Counter(
        letter
        for text, (size, _) in page.values()
        for letter in text[: int(170 / (0.6 * size))]
        if letter.isalnum()
    )


@settings(max_examples=120, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(PAGE, RULES), min_size=1, max_size=3).filter(
        lambda pages: any(page for page, _ in pages)
    )
)
def test_no_word_is_lost(pages):
    if not any(painted(page) for page, _ in pages):
        return
    read = document(*(drawn(page, rules) for page, rules in pages))
    found = Counter(
        letter
        for text in [
            *(block.marker + block.text for block in read.blocks),
            *(entry.text for entry in read.furniture),
        ]
        for letter in text
        if letter.isalnum()
    )
    expected = Counter()
    for page, _ in pages:
        expected += painted(page)
    # Running headers and footers that repeat are told once, so fewer letters may come back, but no kind is missing.
    lost = expected - found
    repeated = {entry.text for entry in read.furniture if entry.kind.value in {"header", "footer"}}
    assert not lost or repeated
    assert set(lost) <= {letter for text in repeated for letter in text}
    assert found - expected == Counter()


@settings(max_examples=60, deadline=None, derandomize=True)
@given(PAGE, RULES)
def test_blocks_are_sound(page, rules):
    if not painted(page):
        return
    read = document(drawn(page, rules))
    for index, block in enumerate(read.blocks):
        place = block.location
        assert place.block == index
        assert place.page == 1
        assert place.line is not None
        assert place.line >= 1
        assert 0 <= block.lead <= len(block.text)
        assert block.text == " ".join(block.text.split())
        assert (place.table is None) == (block.columns == 0)
        assert place.cell is None or 1 <= place.cell <= block.columns
        assert "\x02" not in block.text
