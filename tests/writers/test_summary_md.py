"""The Markdown paper: the same content as the Word one, and nothing in it that Markdown would eat."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from merge.made import made, public, restricted, said, seeds
from rapportkit import api
from rapportkit.model.summary import Summary
from rapportkit.writers import WRITERS
from rapportkit.writers.summary.md import told
from rapportkit.writers.summary.md import write as written
from rapportkit.writers.summary.nodes import Heading, Item, Paragraph, Picture, Row, Run, Table
from rapportkit.writers.summary.phrases import Phrases

SEEDS = public(*seeds())


def write(summary: Summary, language: str = "en", max_words: int = 3300) -> bytes:
    return written(api.paper(summary, language=language, max_words=max_words))


WRITTEN = write(SEEDS).decode()


def shown(text: str) -> str:
    """What a reader of the rendered page sees."""
    html = MarkdownIt("commonmark").enable("table").render(text)
    for mark, sign in (("lt", "<"), ("gt", ">"), ("quot", '"')):
        html = re.sub(r"<[^>]+>", "", html) if mark == "lt" else html
        html = html.replace(f"&{mark};", sign)
    return html.replace("&amp;", "&")


def test_the_register_writes_it():
    assert WRITERS["md"](api.paper(SEEDS)).decode() == WRITTEN


def test_headings_and_numbers():
    assert WRITTEN.startswith("# Consolidated summary\n")
    titles = re.findall(r"^## (?:([IVX]+)\. )?(.*)$", WRITTEN, re.MULTILINE)
    parts = [Phrases("en").part(chapter.part) for chapter in api.paper(SEEDS).outline.chapters]
    assert titles[0] == ("I", "Reports received")
    assert [title for _, title in titles if title in parts] == parts
    assert all(number for number, title in titles if title in parts)
    assert ("", "Annex: all points with their sources") in titles
    body = WRITTEN.partition("## Annex")[0]
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", body, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_reference_leads_to_its_point_and_back():
    anchors = re.findall(r'<a id="([^"]*)"></a>', WRITTEN)
    links = re.findall(r"\]\(#([^)]*)\)", WRITTEN)
    points = [each for each in anchors if re.fullmatch(r"r\d+p\d+", each)]
    paragraphs = [each for each in anchors if re.fullmatch(r"p\d+", each)]
    assert len(anchors) == len(set(anchors)) == len(points) + len(paragraphs) + len(SEEDS.reports)
    assert len(points) == SEEDS.conservation.points_out
    assert set(links) <= set(anchors)
    assert set(paragraphs) <= set(links)


def test_what_leads_nowhere_is_no_link():
    runs = (Run("gone", link="nowhere"), Run(" there", link="p(1)"), Run("", anchor="p(1)"))
    assert told([Paragraph(runs)]) == b'gone[ there](#p_1_)<a id="p_1_"></a>\n'


def test_a_picture_is_a_table_of_its_counts():
    picture = Picture("Themes | by session", ("Work *", "Housing"), ("RT 1", "RT 2"), ((3, 0), (0, 12)))
    assert told([picture]).decode().splitlines() == [
        "**Themes \\| by session**",
        "",
        "|  | RT 1 | RT 2 |",
        "| --- | ---: | ---: |",
        "| Work \\* | 3 |  |",
        "| Housing |  | 12 |",
    ]


def test_a_table_that_lists_points_is_a_list_with_what_is_beside_them():
    rows = (
        Row(((Run("Challenges"),),), label=True),
        Row(
            ((Run("RT 1/1", anchor="r1p1"),), (Run("Housing"),), (Run("4", link="p4"),), (Run("row 2"),)),
            level=0,
        ),
        Row(
            ((Run("RT 1/2"),), (Run("Rents\nNote: all"),), (Run("annex only", italic=True),), (Run("–"),)),
            level=1,
        ),
    )
    table = Table(("Reference", "Text", "Paragraph", "Place"), rows, (0.1, 0.7, 0.1, 0.1))
    assert told([Item(0, (Run("x", anchor="p4"),)), table]).decode().split("\n\n")[1:] == [
        "**Challenges**",
        '- <a id="r1p1"></a>**RT 1/1** Housing *(Paragraph [4](#p4); row 2)*',
        "  - **RT 1/2** Rents\\\n    Note: all *(annex only)*\n",
    ]


def test_lines_within_a_cell_or_a_heading_do_not_break_it():
    table = Table(("A\nB",), (Row(((Run("one\ntwo | three"),),)),), (1.0,))
    assert told([Heading(1, (Run("Long\ntitle"),)), table]).decode().splitlines() == [
        *("## Long title", "", "| A<br>B |", "| --- |", "| one<br>two \\| three |"),
    ]


def test_every_point_stands_in_the_annex_word_for_word():
    annex = " ".join(shown(WRITTEN).partition("Annex: all points")[2].split())
    for support in SEEDS.supports():
        assert " ".join(support.text.split()) in annex
        assert support.reference in annex


def test_sub_points_hang_below_their_paragraph():
    html = MarkdownIt("commonmark").render(WRITTEN.partition("## Annex")[0])
    item = html[html.index("(From Asia Group)") :].partition("\n<li>\n<p><a id=")[0]
    assert item.index("<em>Actions</em>") < item.index("<li>") < item.index("<em>Indicators</em>")
    assert item.count("<ul>") == item.count("</ul>") == 2
    assert "</ol>" not in item
    assert "<pre>" not in html


def test_the_same_words_as_the_word_file():
    summary = public(
        made({"challenges": said("Many argued for housing")}, number="1"),
        made({"challenges": said("Many argued for housing.")}, number="2"),
    )
    first, second = (entry.key for entry in summary.reports)
    told = shown(write(summary).decode())
    assert f"Many argued for housing (raised in 2 of 2 sessions)\N{NO-BREAK SPACE}[{first}; {second}]" in told


def test_no_file_and_no_rapporteur_in_public():
    report = made(
        {"rapporteurs": [{"name": "Ana Exemplo"}], "challenges": said("Housing")}, name="exemplo.docx"
    )
    assert b"exemplo.docx" in write(restricted(report))
    assert b"exemplo" not in write(public(report)).lower()


AWKWARD = [
    "# no heading",
    "- no list\n+ at all\n1. or this\n2) or that",
    "*stars* _lines_ `code` [link](x) <b>tag</b> ~~no~~ | pipe |",
    "a & b &amp; &lt; &#64;",
    "back\\slash and C:\\path",
    "---",
    "> no quotation",
    "http://example.org/a_b_c?d=e&f=g",
    "    four spaces",
    "=====",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_authors_signs_are_shown_as_they_stand(text):
    report = made({"challenges": said(text)})
    told = " ".join(shown(write(restricted(report)).decode()).split())
    assert told.count(" ".join(text.split())) == 2


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(st.sampled_from("ab1.)-+#*_`[]<>|\\&;~=! \n"), min_size=1).filter(str.strip))
def test_no_text_is_eaten(text):
    text = "\n".join(line for line in text.split("\n") if line.strip())
    report = made({"challenges": said(text)})
    told = " ".join(shown(write(restricted(report)).decode()).split())
    assert told.count(" ".join(text.split())) >= 2


def test_half_a_character_does_not_stop_the_writer():
    assert b"Housing ? is short" in write(restricted(made({"challenges": said("Housing \ud83d is short")})))


def test_languages_in_which_names_are_not_looked_for_are_told_on_the_cover():
    russian = made({"challenges": said("Жильё слишком дорого для рабочих.")}, language="ru")
    assert "(Russian)" in shown(write(public(russian)).decode())
    assert "(Russian)" not in shown(write(restricted(russian)).decode())
