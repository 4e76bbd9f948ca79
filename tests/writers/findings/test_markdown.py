"""Findings as Markdown: what a reader of the rendered page sees is what was written."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rapportkit.model.checked import Checked
from rapportkit.writers.findings import signs
from rapportkit.writers.findings.markdown import escaped, write
from writers.findings.samples import CHECKED, FILES, HOSTILE, REPEATED, UNMARKED, WORD, finding, hostile


def rendered(page: str) -> str:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(page)


def shown(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", rendered(page))).split())


def test_the_whole_page():
    assert (
        write(CHECKED).decode()
        == """\
# What to mend

2 errors, 1 warning and 1 for information in 3 of 4 files; 1 file could not be checked; 1 waived.

## rt12 Mobility.docx

1.2 Regional mobility · A form of 2018 · 1 error

1. **Error**, table 2, row 9: “Progress” holds 5 points; the form asks for 4 at most \\[L001 too-many-points\\]\\
   Keep the strongest points, or join two that say the same.

## notes.txt

2.1 Cities & migrants · A form of 2018 · 1 warning and 1 for information

1. **Warning**, line 12: “Quotes”: “100% of \\<us\\> & you, now: \\*act\\*” bears no mark \\[Q002 quotation-unmarked\\]\\
   Put “anonymous” behind it.
2. **For information**: “Challenges” stands as “Troubles” \\[T002 label-reworded\\]

## scan.pdf

Could not be checked · 1 error

1. **Error**: holds pictures of pages only \\[F008 pdf-without-text\\]\\
   Ask for the Word file.

## quiet.docx

3 Returns · A form of 2018 · Nothing to mend
"""
    )


def test_markdown_renders_as_headings_and_lists():
    html = rendered(write(CHECKED).decode())
    assert html.count("<h1>") == 1
    assert html.count("<h2>") == len(FILES)
    assert html.count("<li>") == len(CHECKED.findings)
    assert "“100% of &lt;us&gt; &amp; you, now: *act*”" in html


def test_in_french():
    page = write(Checked((UNMARKED,), FILES[1:2], language="fr")).decode()
    assert page.startswith("# À corriger\n\n1 avertissement dans 1 rapport.\n")
    assert "1. **Avertissement**, line 12\u00a0: “Quotes”" in page


def test_repeats_are_one_item():
    assert (
        "6. **Error**: 4 more of this kind: line 6; line 7; line 8; line 9 \\[L001"
        in write(REPEATED).decode()
    )


@given(st.one_of(st.sampled_from(HOSTILE), st.text()))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_a_reader_sees_the_words_as_they_stand(text):
    assert shown(escaped(text)) == " ".join(signs.one_line(text).split())


@given(hostile())
@settings(max_examples=50, deadline=None, derandomize=True)
def test_no_words_break_the_page(checked):
    html = rendered(write(checked).decode())
    assert html.count("<h1>") == 1
    named = {file.name for file in checked.files} | {each.file for each in checked.findings}
    assert html.count("<h2>") == len(named)
    tags = set(re.findall(r"</?(\w+)", html))
    assert tags <= {"h1", "h2", "p", "ol", "li", "strong", "br"}


def test_a_mention_wakes_nobody():
    page = write(Checked((finding(message="“Quotes”: “ask @ana about #4”"),))).decode()
    assert r"\@ana about \#4" in page
    assert WORD in page
