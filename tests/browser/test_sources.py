"""A click or a key tells where a sentence comes from, and leads back to where the reader was."""

from __future__ import annotations


def told(page):
    """What the panel says: its title, the sentences, and the fields by name."""
    fields = page.eval_on_selector_all(
        "#panel dl > div",
        "all => all.map(e => [e.querySelector('dt').textContent, e.querySelector('dd').textContent])",
    )
    return page.inner_text("#panel-title"), page.locator("#panel blockquote").all_inner_texts(), dict(fields)


def number_of(paper, reference):
    return paper.outline.numbers[reference]


def test_a_click_on_a_point_tells_its_source(page, forum):
    number = number_of(forum, "RT 1.1/1")
    page.click(f"#p{number} .t")
    title, sentences, fields = told(page)
    assert title == "Source"
    assert sentences == ["The employer pays the cost of recruitment (GCM 6)."]
    assert page.inner_text("#panel h3") == "RT 1.1/1"
    assert fields["Session"] == "1.1 Care behind the door"
    assert fields["Question"] == "Summary/Main discussion points"
    assert fields["Place"] == "page 1, line 12"
    assert fields["In the body"] == f"paragraph {number}"
    assert "GCM 6" in fields["Themes and tags"]


def test_a_point_of_several_reports_tells_all_of_them(page, forum):
    number = number_of(forum, "WS 2.1/6")
    page.click(f"#p{number} .t")
    title, sentences, _ = told(page)
    assert title == "Sources"
    assert sentences == ["Mayors need a seat."] * 2
    assert page.locator("#panel h3").all_inner_texts() == ["WS 2.1/6", "WS 2.2/1"]
    # One of its references tells that report alone.
    page.click(f"#p{number} .r a >> text=WS 2.2")
    assert told(page)[0] == "Source"
    assert page.locator("#panel h3").all_inner_texts() == ["WS 2.2/1"]


def test_a_quotation_tells_speaker_and_note(page, forum):
    page.click(f"#p{number_of(forum, 'RT 1.1/11')} .t")
    _, sentences, fields = told(page)
    assert sentences == ["“A door is a border, too.” — Carl Beispiel, Care Network (quoted with approval)"]
    assert page.inner_text("#panel .notes") == "Note 1: Said at the close."
    assert fields["Question"] == "Inspiring quotes"


def test_words_that_tell_a_tag_are_told(page):
    page.click("#r2p3 .t")
    _, sentences, fields = told(page)
    assert sentences == ["Une clinique à Mombasa, au Kenya."]
    assert fields["Language"] == "French"
    assert "Kenya" in fields["Themes and tags"]
    page.click("#r2p2 .t")
    assert told(page)[2]["Inferred from its words"] == "SDG 3 (“soins”)"


def test_by_keyboard_and_back(page, forum):
    number = number_of(forum, "RT 1.1/2")
    link = page.locator(f"#p{number} .r a")
    link.focus()
    page.keyboard.press("Enter")
    assert page.locator("#panel").is_visible()
    assert page.evaluate("document.activeElement.id") == "panel-title"
    assert told(page)[1] == ["Domestic work is decent work."]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Close"
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    assert link.evaluate("link => link === document.activeElement")
    # The number of a paragraph does the same, and so does the button what Escape does.
    mark = page.locator(f"#p{number} > p > .n")
    assert mark.get_attribute("aria-label") == f"Paragraph {number}"
    mark.focus()
    page.keyboard.press("Enter")
    assert told(page)[1] == ["Domestic work is decent work."]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#panel").is_hidden()
    assert mark.evaluate("link => link === document.activeElement")


def test_the_panel_leads_to_the_annex(page):
    page.click("#annex #r1p2 .k")
    page.click("#panel >> text=Show in the annex")
    assert page.locator("#panel").is_hidden()
    assert page.evaluate("document.activeElement.id") == "r1p2"
    assert page.url.endswith("#r1p2")


def test_marking_words_opens_nothing(page, forum):
    page.locator(f"#p{number_of(forum, 'RT 1.1/2')} .t").dblclick()
    page.keyboard.press("Escape")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.t'))")
    page.evaluate("document.querySelector('.t').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    assert page.locator("#panel").is_hidden()


def test_a_text_that_would_break_the_page_is_told_as_it_stands(page, forum):
    page.click(f"#p{number_of(forum, 'WS 2.1/7')} .t")
    expected = "</script><script>alert(\"1\")</script> 'x' � �evil� &amp; <b onclick=a>"
    assert told(page)[1] == [expected]
    assert page.locator("b[onclick]").count() == 0


def test_arabic_stands_from_right_to_left(page, forum):
    text = page.locator(f"#p{number_of(forum, 'WS 2.1/8')} .t")
    assert text.evaluate("each => getComputedStyle(each).direction") == "rtl"
    text.click()
    assert page.locator("#panel blockquote .t").evaluate("each => getComputedStyle(each).direction") == "rtl"
