"""The page as a whole: without script, on paper, on a telephone, for those who do not see it."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from browser import papers
from rapportkit.writers.summary.html import write


def bare(text):
    """A text without the spaces and breaks that a line of paper brings, nor signs that PDF writes its own way."""
    return re.sub(r"[\s\u0000-\u001f\ufffd\ufffe\u00ad]+", "", text)


def printed(page):
    """The text of the page as it is printed."""
    pdf = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    try:
        return bare("".join(sheet.get_textpage().get_text_range() for sheet in pdf))
    finally:
        pdf.close()


def latin(summary):
    """The texts that PDF gives back letter by letter."""
    return [
        each.text for each in summary.supports() if max(each.text) < "\u0600" or "‘" <= max(each.text) < "…"
    ]


def test_everything_is_there_without_script(opened, forum):
    page = opened(script=False)
    assert page.locator("#bar").is_hidden()
    assert page.locator("#panel").is_hidden()
    said = bare(page.inner_text("#annex"))
    for support in forum.summary.supports():
        assert support.text == papers.HOSTILE or bare(support.text) in said
        assert bare(support.place) in said
    # A reference leads to the row, a row to the paragraph.
    page.click("#p1 .r a")
    row = page.url.partition("#")[2]
    assert page.locator(f"#{row}").is_visible()
    page.click(f"#{row} .us a")
    assert page.url.endswith("#p1")


def test_on_paper_there_are_the_points_and_no_controls(page, forum):
    page.click("#p1 .t")
    text = printed(page)
    texts = latin(forum.summary)
    assert len(texts) > 18
    assert [each for each in texts if bare(each) not in text] == []
    for control in ("Clear filters", "points are shown", "Close", "Show in the annex", "Skip to"):
        assert bare(control) not in text
    assert bare("[RT 1.1]") in text
    assert bare("III. Areas of convergence") in text or bare("II. Areas of convergence") in text


def test_paper_keeps_the_filter_and_says_so(opened, forum):
    page = opened("#session=RT+1.2")
    text = printed(page)
    assert bare("Filtered by Session: 1.2 Santé et logement.") in text
    annexed = [each for each in forum.summary.supports() if each.text in latin(forum.summary)]
    for support in annexed:
        if support.report == "RT 1.2":
            assert bare(support.text) in text
        elif support.report == "RT 1.1" and "employer" not in support.text:
            assert bare(support.text) not in text


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_serious_is_found_by_axe(opened, width):
    from axe_core_python.sync_playwright import Axe

    page = opened(width=width)
    page.click("#p1 .t")
    found = Axe().run(page)
    serious = [each for each in found["violations"] if each["impact"] in {"serious", "critical"}]
    assert [(each["id"], each["nodes"][0]["html"]) for each in serious] == []
    assert {each["id"] for each in found["passes"]} >= {"color-contrast", "label", "bypass", "heading-order"}


@pytest.mark.parametrize("width", [360, 800, 1600])
def test_no_width_needs_scrolling_to_the_side(opened, width):
    page = opened(width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.click("#p1 .t")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    box = page.locator("#panel").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_the_bar_does_not_hide_what_a_link_leads_to(page):
    page.click("nav a >> text=Annex")
    page.wait_for_timeout(100)
    bar, heading = page.locator("#bar").bounding_box(), page.locator("#annex-h").bounding_box()
    assert heading["y"] >= bar["y"] + bar["height"]


def test_the_panel_does_not_hide_what_it_was_asked_about(opened):
    page = opened(width=360)
    link = page.locator("#good-practices .r a").first
    link.scroll_into_view_if_needed()
    link.click()
    page.wait_for_timeout(100)
    place, panel = link.bounding_box(), page.locator("#panel").bounding_box()
    assert place["y"] + place["height"] <= panel["y"]
    assert panel["y"] + panel["height"] <= 900


def test_landmarks_and_the_way_past_the_filters(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the paper"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "paper"
    for landmark in ("banner", "navigation", "main", "search"):
        assert page.get_by_role(landmark).count() == 1
    assert page.get_by_role("combobox").count() == 4
    assert page.get_by_role("searchbox", name="Words in the text").count() == 1


def test_the_page_speaks_the_language_of_the_paper(page, forum):
    # The page is set by hand, so that none but the test's own file is asked for.
    page.set_content(write(papers.paper(forum.summary, language="fr")).decode())
    page.select_option("#f-session", "RT 1.2")
    fits = forum.summary.reports[1].points
    assert page.inner_text("#told") == f"{fits} points affichés sur {forum.summary.conservation.points_in}."
    page.click("#r2p1 .t")
    assert page.locator("#panel dt").all_inner_texts()[:2] == ["Séance", "Question"]
