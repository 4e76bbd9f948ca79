"""The Markdown paper: the same content as the Word one, and nothing in it that Markdown would eat."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from merge.made import made, public, restricted, said, seeds
from rapportkit.writers import WRITERS
from rapportkit.writers.summary_md import write

SEEDS = public(*seeds())
WRITTEN = write(SEEDS).decode()


def shown(text: str) -> str:
    """What a reader of the rendered page sees."""
    html = MarkdownIt("commonmark").enable("table").render(text)
    for mark, sign in (("lt", "<"), ("gt", ">"), ("quot", '"')):
        html = re.sub(r"<[^>]+>", "", html) if mark == "lt" else html
        html = html.replace(f"&{mark};", sign)
    return html.replace("&amp;", "&")


def test_the_register_writes_it():
    assert WRITERS["md"](SEEDS).decode() == WRITTEN


def test_headings_and_numbers():
    assert WRITTEN.startswith("# Consolidated summary\n")
    titles = re.findall(r"^## (?:[IVX]+\. )?(.*)$", WRITTEN, re.MULTILINE)
    assert titles == [
        "Reports received",
        *(section.title for section in SEEDS.sections),
        "Annex: all points with their sources",
    ]
    body = WRITTEN.partition("## Annex")[0]
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", body, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_reference_leads_to_its_point():
    anchors = re.findall(r'<a id="(r\d+(?:p\d+)?)"></a>', WRITTEN)
    links = re.findall(r"\]\(#(r\d+(?:p\d+)?)\)", WRITTEN)
    assert len(anchors) == len(set(anchors)) == SEEDS.conservation.points_out + len(SEEDS.reports)
    assert set(links) <= set(anchors)


def test_every_point_stands_in_the_annex_word_for_word():
    annex = " ".join(shown(WRITTEN).partition("Annex: all points")[2].split())
    for support in SEEDS.supports():
        assert " ".join(support.text.split()) in annex
        assert support.reference in annex


def test_sub_points_hang_below_their_paragraph():
    html = MarkdownIt("commonmark").render(WRITTEN)
    item = html[html.index("(From Asia Group)") : html.index("(From Latin America Group)")]
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
