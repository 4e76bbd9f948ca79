"""A text as a page: the author's lines as they stand, what was found marked and said below."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit import api
from rapportkit.errors import UsageError
from rapportkit.model.finding import Severity
from rapportkit.model.location import Location
from rapportkit.writers.annotated import txt
from readers.docx_build import p, word
from writers.annotated.making import at, finding

ROOT = Path(__file__).resolve().parents[3]
TRAITS = ROOT / "tests" / "corpus" / "traits" / "files"
TEXT = """Reporting template

1. Progress
- Many cities offer <b>language</b> courses & advice
- A second point that runs over
  the end of its line
"""


def page(data: bytes | str, *found, language: str = "en", name: str = "report.txt") -> str:
    data = data.encode() if isinstance(data, str) else data
    document = api.read(data, name)
    findings = [at(document, each) if isinstance(each, str) else each for each in found]
    written = txt.write(data, document, findings, language)
    assert written == txt.write(data, document, findings, language)
    return written.decode()


def lines(shown: str) -> list[str]:
    """The author's lines on a page, marks and all taken off."""
    found = re.findall(r'<span class="said"[^>]*>(.*?)</span></div>', shown, re.DOTALL)
    return [unescape(re.sub(r"</?mark[^>]*>", "", line)) for line in found]


def marks(shown: str) -> list[tuple[str, str]]:
    """What is marked, and the numbers of the findings that end there."""
    found = re.findall(r'<mark class="\w+"(?: data-finding="([\d ]+)")?>(.*?)</mark>', shown, re.DOTALL)
    return [(unescape(words), numbers) for numbers, words in found]


class Balanced(HTMLParser):
    """Holds the marks of a page against each other."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.ids += [value for key, value in attrs if key == "id"]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def check(shown: str) -> None:
    parser = Balanced()
    parser.feed(shown)
    assert parser.open == []
    assert len(set(parser.ids)) == len(parser.ids)
    assert {target[1:] for target in re.findall(r'href="(#[^"]*)"', shown)} <= set(parser.ids)


def test_the_lines_stand_as_they_are():
    assert lines(page(TEXT, "courses", "end of its")) == TEXT.split("\n")


def test_just_the_words_are_marked():
    assert marks(page(TEXT, "courses & advice")) == [("courses & advice", "1")]


def test_words_over_two_lines():
    assert marks(page(TEXT, "runs over the end")) == [("runs over", ""), ("the end", "1")]


def test_the_line_where_words_are_not_found():
    # The reader takes tags off, so the words as it gives them do not stand there.
    shown = page(TEXT, "offer language courses")
    assert marks(shown) == [("- Many cities offer <b>language</b> courses & advice", "1")]


def test_the_line_without_a_span():
    shown = page(TEXT, finding("x", Location("report.txt", line=3)))
    assert marks(shown) == [("1. Progress", "1")]
    quoted = page(TEXT, finding("x", Location("report.txt", line=4), quote="<b>"))
    assert marks(quoted) == [("<b>", "1")]


def test_one_of_several_in_a_line():
    text = "Quotes\n\n• First point. • Second point. • Third point.\n"
    document = api.read(text.encode(), "report.txt")
    assert [block.text for block in document.blocks][1:] == ["First point.", "Second point.", "Third point."]
    assert marks(page(text, finding("x", document.blocks[2].location))) == [("Second point.", "1")]


def test_overlapping_marks():
    document = api.read(TEXT.encode(), "report.txt")
    shown = page(
        TEXT,
        at(document, "Many cities"),
        replace(at(document, "cities offer"), severity=Severity.INFO),
    )
    assert marks(shown) == [("Many ", ""), ("cities", "1"), (" offer", "2")]
    assert 'class="info" data-finding="2"' in shown


def test_a_finding_is_told_in_words():
    shown = page(TEXT, finding("“Progress” holds <too> much", Location("report.txt", line=3)))
    told = re.sub(r"<[^>]+>", "", re.findall(r'<div class="finding error".*?</div>', shown)[0])
    assert unescape(told) == "1. ✖ error: “Progress” holds <too> muchMend it. [L001 too-many-points]"
    below = shown.index('id="finding-1"')
    assert shown.index('id="line-3"') < below < shown.index('id="line-4"')


def test_findings_without_a_place_come_first():
    shown = page(TEXT, finding("here", Location("report.txt", line=3)), finding("nowhere"))
    assert shown.index('id="finding-1"') < shown.index("nowhere") < shown.index("here</p>")
    assert "rapportkit: 2 findings. 1 is marked at its place. 1 has no single place" in shown


def test_a_line_that_is_not_there_is_no_place():
    assert "1 has no single place" in page(TEXT, finding("x", Location("report.txt", line=99)))


@pytest.mark.parametrize(
    ("language", "tag", "heading"),
    [
        ("fr-CH", "fr", "Le texte"),
        ("es", "es", "El texto"),
        ("en", "en", "The text"),
        ("zh", "en", "The text"),
    ],
)
def test_languages(language, tag, heading):
    shown = page(TEXT, "courses", language=language)
    assert f'<html lang="{tag}">' in shown
    assert f">{heading}</h2>" in shown
    check(shown)


def test_the_page_stands_alone_and_can_be_heard():
    shown = page(TEXT, "courses", finding("nowhere"))
    assert not re.search(r"<(script|link|img|iframe)|https?:|@import|url\(", shown)
    assert [shown.count(f"<{tag}") for tag in ("h1", "main", "header", "nav")] == [1, 1, 1, 1]
    assert '<span class="said" dir="auto" lang="en">' in shown


def test_nothing_found():
    shown = page(TEXT)
    assert "nothing to mend was found" in shown
    assert lines(shown) == TEXT.split("\n")


@pytest.mark.parametrize(
    "path", sorted([*TRAITS.glob("*.txt"), *TRAITS.glob("*.md")]), ids=lambda path: path.name
)
def test_every_block_of_real_texts_can_be_marked(path):
    data = path.read_bytes()
    document = api.read(data, path.name)
    found = [finding(f"number {index}", block.location) for index, block in enumerate(document.blocks)]
    shown = page(data, *found, name=path.name)
    check(shown)
    assert len({numbers for _, numbers in marks(shown) if numbers}) > 0
    assert "have no single place" not in shown


SIGNS = "ab <>&\"'é\t\n\r\f\x0b\u2028\u200b\x01\x7f-•1."


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.text(SIGNS, min_size=1, max_size=80), st.data())
def test_any_text_any_spans(text, draw):
    data = ("Text\n" + text).encode()
    document = api.read(data, "report.txt")
    found = [finding("odd \ud800 \x00 </div>", quote="\udfff")]
    for _ in range(3):
        block = draw.draw(st.sampled_from(document.blocks))
        start = draw.draw(st.integers(0, max(0, len(block.text) - 1)))
        stop = draw.draw(st.integers(start, len(block.text)))
        found.append(finding("there", replace(block.location, span=(start, stop))))
    shown = txt.write(data, document, found).decode()
    check(shown)
    pictured = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n"} | {0x7F: "\u2421"}
    split = re.split("\r\n|\r|\n|\x0b|\u2028|\u2029", ("Text\n" + text).replace("\f", "\n\f"))
    assert lines(shown) == [line.translate(pictured) for line in split]


def test_what_is_no_text_is_refused():
    data = word(p("Some words"))
    with pytest.raises(UsageError, match="is a Word file"):
        txt.write(data, api.read(data, "report.docx"), [])
    with pytest.raises(UsageError, match="has changed since"):
        txt.write(b"Other words", api.read(b"Some words", "report.txt"), [])
