"""Plain text: wrapped, quoted, tabbed, marked up, and in old encodings."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.errors import ReadError
from rapportkit.model.document import BlockKind, FurnitureKind
from rapportkit.readers.txt import read

WRAPPED = """\
The first paragraph was typed into a mail program that breaks every line at about
seventy columns, whatever the sentence says at that place, and so a reader has to
join them again.
A second paragraph follows at once, since the line above it had room.
It ends with a stray empty line in the middle of a sentence that was scanned from

paper, and goes on here.

- a bullet that is long enough to be wrapped by the same program, and whose second
  line hangs below its text
- a short one
"""


def texts(text: str) -> list[str]:
    return [block.text for block in read(text.encode(), "x.txt").blocks]


def test_wrapped_lines_are_joined_and_paragraphs_kept():
    assert [[*text.split()[:2], text.split()[-1]] for text in texts(WRAPPED)] == [
        ["The", "first", "again."],
        ["A", "second", "room."],
        ["It", "ends", "here."],
        ["a", "bullet", "text"],
        ["a", "short", "one"],
    ]


def test_each_block_knows_its_line_and_marker():
    document = read(b"Title\n\n  - One\n  - Two\n    a) below\n", "notes.txt")
    assert [(block.marker, block.level, block.location.line) for block in document.blocks] == [
        ("", 0, 1),
        ("-", 1, 3),
        ("-", 1, 4),
        ("a)", 2, 5),
    ]
    assert str(document.blocks[1].location) == "notes.txt, line 3"


def test_a_joined_paragraph_knows_where_its_second_line_stands():
    block = read(WRAPPED.encode(), "x.txt").blocks[0]
    assert block.place(block.text.index("seventy")).line == 2
    assert block.place(0).line == 1


def test_tabs_make_rows_and_a_line_that_begins_with_one_goes_on_in_the_last_cell():
    blocks = read(
        b"Name:\tAna Exemplo\nTheme:\tA long theme that the table wrapped\n\tin its cell.\n", "x.txt"
    ).blocks
    assert [(block.text, block.location.row, block.location.cell) for block in blocks] == [
        ("Name:", 1, 1),
        ("Ana Exemplo", 1, 2),
        ("Theme:", 2, 1),
        ("A long theme that the table wrapped in its cell.", 2, 2),
    ]


def test_html_left_by_a_converter_becomes_structure():
    text = (
        '1.\t<p>One.</p> <p>Two.</p>\n2.\t<ul style="x"> • Three, which includes: <ul> a. Four b. Five c.\n'
    )
    assert [(b.text, b.marker, b.level) for b in read(text.encode(), "x.txt").blocks] == [
        ("", "1.", 1),
        ("One.", "", 0),
        ("Two.", "", 0),
        ("", "2.", 1),
        ("Three, which includes:", "•", 1),
        ("Four", "a.", 2),
        ("Five", "b.", 2),
    ]


def test_markdown_headings_tables_and_emphasis():
    text = "## 2. **Challenges**\n\n| Name | Ana *Exemplo* |\n|---|---|\n\n**Bold lead.** And the rest.\n"
    blocks = read(text.encode(), "x.md").blocks
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.HEADING, "2. Challenges"),
        (BlockKind.PARAGRAPH, "Name"),
        (BlockKind.PARAGRAPH, "Ana Exemplo"),
        (BlockKind.PARAGRAPH, "Bold lead. And the rest."),
    ]
    assert blocks[3].lead == len("Bold lead.")


def test_marks_of_email_quoting_go():
    assert texts("> Dear all,\n>\n> > - first point\n> > - second point\n") == [
        "Dear all,",
        "first point",
        "second point",
    ]


def test_page_numbers_alone_or_glued_to_a_line_are_furniture():
    page = "A page that was glued into one line by a converter and ends with its number "
    text = "\n\n".join(f"{page}{number}" for number in range(1, 5)) + "\n"
    document = read(text.encode(), "x.txt")
    assert [(each.kind, each.text) for each in document.furniture] == [
        (FurnitureKind.PAGE_NUMBER, str(number)) for number in range(1, 5)
    ]
    assert all(not re.search(r"\d$", block.text) for block in document.blocks)
    alone = read(b"One.\n\n1\n\nTwo.\n\n2\n\nThree.\n", "x.txt")
    assert [each.text for each in alone.furniture] == ["1", "2"]
    assert [block.text for block in alone.blocks] == ["One.", "Two.", "Three."]


def test_misread_bullets_nest_by_their_kind():
    text = "These were named:\n* Health, with:\ne In Port Sample, a clinic;\no The night shift\n= Work:\n¢ In Exampleland, a card\n"
    assert [(block.marker, block.level) for block in read(text.encode(), "x.txt").blocks] == [
        ("", 0),
        ("*", 1),
        ("e", 2),
        ("o", 3),
        ("=", 1),
        ("¢", 2),
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_encodings(encoding):
    said = (
        "Défis : « L’accès des migrants à la santé », qualité, forêt, garçon, où l’élève reçoit des œuvres.\n"
        * 4
    )
    document = read(said.encode(encoding), "x.txt")
    assert document.blocks[0].text == said.splitlines()[0]
    assert document.source.language == "fr"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends(ending):
    assert texts(ending.join(["- One", "- Two", ""])) == ["One", "Two"]


def test_an_empty_file_and_one_that_is_no_text_are_refused():
    with pytest.raises(ReadError, match="empty") as empty:
        read(b" \n", "x.txt")
    with pytest.raises(ReadError, match="not a text file") as binary:
        read(bytes(range(256)) * 8, "x.txt")
    assert (empty.value.code, binary.value.code) == ("F002", "F003")


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.text(
        alphabet=st.characters(
            codec="utf-8", exclude_characters="<>&*_\\|~`#\0", exclude_categories=["Cs", "Cc"]
        )
        | st.sampled_from("\n\n\n \t"),
        min_size=1,
    )
)
def test_reading_keeps_every_letter(text):
    if not text.strip():
        return
    try:
        document = read(text.encode(), "x.txt")
    except ReadError:
        assert not text.strip(" \t\n\r\ufeff")
        return
    kept = "".join(block.marker + block.text for block in document.blocks) + "".join(
        each.text for each in document.furniture
    )
    assert letters(kept) == letters(text)


def letters(text: str) -> list[str]:
    return sorted(sign for sign in text if sign.isalpha())


def test_wrapped_questions_do_not_hide_that_bullets_hang():
    text = """\
Recommendation 1 – Put regular pathways on the agenda of regional talks
and report on it
1. Governance mechanisms and the Global Compact for safe and orderly and
regular migration
2. Recommendations and actions for women and for children and how they
are followed up
- Actions speak louder: consulates were asked to publish all bilateral
  agreements in full within the year.
- Athens: volunteers and regional economic communities open permits for
  several seasons.
- Collect testimonies from au pairs (with consent) and publish them here
  in the spring
- A law adopted; regional economic communities report on it every year.
Recommendation 2 – By 2023, labour ministries in at least two countries
inspect housing
"""
    said = [block.text for block in read(text.encode(), "x.txt").blocks]
    assert said[-2:] == [
        "A law adopted; regional economic communities report on it every year.",
        "Recommendation 2 – By 2023, labour ministries in at least two countries inspect housing",
    ]
