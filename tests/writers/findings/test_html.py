"""Findings as one web page: sound, self-contained, and readable without colour."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from hypothesis import given, settings

from rapportkit.model.checked import Checked
from rapportkit.writers.findings.html import write
from writers.findings.samples import CHECKED, CROWDED, FILES, REPEATED, RULES, finding, hostile

CSS = files("rapportkit.writers.data").joinpath("findings.css").read_text("utf-8")
VOID = {"meta", "br"}
KNOWN = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "section", "h1", "h2", "p"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "a", "bdi", "span"),
    *("ol", "ul", "li", "details", "summary", "div"),
}


class Outline(HTMLParser):
    """Every element that opens, with its attributes; what is closed in another order is told."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.opened: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.path: list[str] = []
        self.feed(page)
        self.close()
        assert self.path == []

    def handle_starttag(self, tag, attrs):
        self.opened.append((tag, dict(attrs)))
        if tag not in VOID:
            self.path.append(tag)

    def handle_endtag(self, tag):
        assert self.path.pop() == tag

    def handle_data(self, data):
        if "style" not in self.path:
            self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.opened if name == tag]


def outline(checked: Checked) -> Outline:
    return Outline(write(checked).decode())


def words(checked: Checked) -> str:
    return " ".join(" ".join(outline(checked).text).split())


def test_what_a_reader_meets():
    assert words(CHECKED) == (
        "What to mend What to mend "
        "2 errors, 1 warning and 1 for information in 3 of 4 files; 1 file could not be checked; 1 waived. "
        "Findings by file File Errors Warnings For information "
        "rt12 Mobility.docx 1.2 Regional mobility · A form of 2018 1 0 0 "
        "notes.txt 2.1 Cities & migrants · A form of 2018 0 1 1 "
        "scan.pdf Could not be checked 1 0 0 "
        "quiet.docx 3 Returns · A form of 2018 0 0 0 "
        "All files 2 1 1 "
        "rt12 Mobility.docx 1.2 Regional mobility · A form of 2018 1 error "
        "Error · table 2, row 9 “Progress” holds 5 points; the form asks for 4 at most "
        "Keep the strongest points, or join two that say the same. "
        f"L001 too-many-points {' '.join(RULES[1].page.split())} "
        "notes.txt 2.1 Cities & migrants · A form of 2018 1 warning and 1 for information "
        "Warning · line 12 “Quotes”: “100% of <us> & you, now: *act*” bears no mark Put “anonymous” behind it. "
        f"Q002 quotation-unmarked {' '.join(RULES[2].page.split())} "
        "For information · whole file “Challenges” stands as “Troubles” "
        f"T002 label-reworded {' '.join(RULES[3].page.split())} "
        "scan.pdf Could not be checked 1 error "
        "Error · whole file holds pictures of pages only Ask for the Word file. "
        f"F008 pdf-without-text {' '.join(RULES[0].page.split())} "
        "Let pass, with the reason given rt12 Mobility.docx Error · table 3, row 1 "
        "“Progress” holds 5 points; the form asks for 4 at most Reason: The chair asked for five. "
        "L001 too-many-points"
    )


def test_the_page_needs_nothing_else_and_runs_nothing():
    page = outline(CHECKED)
    assert {
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'",
    } in (page.all("meta"))
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in page.opened}
    assert not re.search(r"url\(|@import|https?:", write(CHECKED).decode())


@pytest.mark.parametrize(("tag", "said"), [("en", "en"), ("fr-CA", "fr"), ("es", "es"), ("pt", "en")])
def test_the_page_names_its_language(tag, said):
    assert outline(Checked(language=tag)).all("html") == [{"lang": said}]


def test_landmarks_headings_and_the_table_are_there_for_a_screen_reader():
    page = outline(CHECKED)
    assert [tag for tag, _ in page.opened if tag in {"h1", "h2"}] == ["h1", "h2", "h2", "h2", "h2"]
    ids = {attrs["id"] for _, attrs in page.opened if "id" in attrs}
    assert all(attrs["aria-labelledby"] in ids for attrs in page.all("section"))
    assert all((attrs["href"] or "").removeprefix("#") in ids for attrs in page.all("a"))
    assert [attrs["scope"] for attrs in page.all("th")] == ["col"] * 4 + ["row"] * 5
    assert len(page.all("main")) == len(page.all("caption")) == 1


def test_repeats_can_be_read_one_by_one():
    page = words(REPEATED)
    assert "Error · 4 more of this kind L001 too-many-points line 6: “Progress” holds 5 points" in page
    assert page.count("holds 5 points") == 9


def test_a_rules_page_is_set_in_paragraphs():
    page = "L001 a (error)\n\nOne line\ngoes on.\n\n- a <b>\n- c\n\n    kept\n"
    told = write(Checked((CROWDED,), FILES[:1], rules=(replace(RULES[1], page=page),))).decode()
    assert (
        '<div class="rule" lang="en">\n<p>L001 a (error)</p>\n<p>One line goes on.</p>\n'
        "<p>- a &lt;b&gt;<br>- c</p>\n<p> kept</p>\n</div>"
    ) in told


def test_a_file_without_findings_is_in_the_table_alone():
    page = outline(Checked(files=FILES[3:]))
    assert page.all("section") == page.all("a") == []
    assert "quiet.docx 3 Returns · A form of 2018 0 0 0" in words(Checked(files=FILES[3:]))


def test_quotations_that_run_from_right_to_left_stand_apart():
    page = write(Checked((finding(message="“اقتباسات”: “يجب أن <نعمل>” bears no mark"),), FILES[:1])).decode()
    assert "“<bdi>اقتباسات</bdi>”: “<bdi>يجب أن &lt;نعمل&gt;</bdi>” bears no mark" in page
    assert "<bdi>Progress" not in write(Checked((CROWDED,), FILES[:1])).decode()


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", ["ink", "soft", "error", "warning", "info"])
@pytest.mark.parametrize("ground", ["#ffffff", "shade"])
def test_every_colour_of_letters_is_dark_enough(name, ground):
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", CSS))
    light = luminance(colours.get(ground, ground))
    assert (light + 0.05) / (luminance(colours[name]) + 0.05) >= 4.5


@given(hostile())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_no_words_become_markup(checked):
    page = outline(checked)
    assert {tag for tag, _ in page.opened} <= KNOWN
    assert len(page.all("li")) >= min(len(checked.findings), 1)
    assert all(
        name in {"aria-labelledby", "role"} or not name.startswith("on")
        for _, at in page.opened
        for name in at
    )
