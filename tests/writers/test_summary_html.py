"""The page of a summary, read as a page: nothing is lost, nothing leads nowhere, nothing comes from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import re
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import rapportkit.writers.data
from browser import papers
from merge.made import REPORTS, made, public, restricted, said, seeds
from rapportkit.merge.outline import outline
from rapportkit.model.outline import Outline, Paper, Why
from rapportkit.model.summary import Conservation, Summary, SummaryPoint, SummarySection, Support
from rapportkit.model.template import Role
from rapportkit.writers.summary.html import write

DATA = Path(rapportkit.writers.data.__file__).parent
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SURROGATE = "half \ud800 a sign, a bell \x07, \u202eturned\u202c, <i>&lt;</i> “\"' \u0085next"


@pytest.fixture(scope="module")
def forum() -> Paper:
    return papers.forum()


@pytest.fixture(scope="module")
def page(forum):
    return parsed(forum)


def parsed(paper: Paper):
    return lxml.html.document_fromstring(write(paper).decode("utf-8"))


def rows(page):
    """The text of each row of the annex by its reference."""
    found = {}
    for row in page.xpath("//*[@id='annex']//li[@id]"):
        (reference,) = (each.text_content() for each in row.find_class("k"))
        assert reference not in found
        found[reference] = row
    return found


def words(row):
    (told,) = row.find_class("w")[0].find_class("t")
    for line_break in told.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    return told.text_content()


def hold(page, summary: Summary):
    """What every page must keep."""
    assert sorted(rows(page)) == sorted(each.reference for each in summary.supports())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for link in page.xpath("//a/@href"):
        assert link.startswith("#")
        assert link == "#" or link[1:] in ids
    for name in page.xpath("//@aria-labelledby | //@for"):
        assert name in ids
    levels = [
        HEADINGS.index(each.tag) for each in page.iter(*HEADINGS) if not inside(each, "template", "aside")
    ]
    assert levels[0] == 0
    assert levels.count(0) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def inside(element, *tags):
    return any(each.tag in tags for each in element.iterancestors())


def test_every_point_stands_in_the_annex_word_for_word(page, forum):
    hold(page, forum.summary)
    found = rows(page)
    for support in forum.summary.supports():
        if support.text != papers.HOSTILE:
            assert words(found[support.reference]) == support.text
        assert support.place in found[support.reference].text_content()


def test_the_annex_says_where_each_point_is_told_or_why_not(page, forum):
    for reference, row in rows(page).items():
        (told,) = row.find_class("us")
        number = forum.outline.numbers.get(reference)
        if number:
            assert [link.get("href") for link in told.iter("a")] == [f"#p{number}"]
            assert told.text_content() == f"paragraph {number}"
        else:
            assert forum.outline.unused[reference] is Why.BUDGET
            assert told.text_content() == "annex only"


def test_the_body_numbers_its_paragraphs_as_every_format_does(page, forum):
    found = {item.get("id"): item for item in page.xpath("//li[starts-with(@id, 'p')]")}
    told = {f"p{told.number}": told for chapter in forum.outline.chapters for told in chapter.told()}
    assert [*found] == [*told]
    order = [*rows(page)]
    for name, item in found.items():
        assert item.find("p").text_content().startswith(f"{name[1:]}.")
        # The rows that a paragraph knows are those of its supports.
        numbers = [int(number) for number in item.get("data-s").split()]
        assert [order[number] for number in numbers] == [each.reference for each in told[name].point.support]


def test_see_also_leads_to_other_parts(page, forum):
    groups = [each for chapter in forum.outline.chapters for each in chapter.groups]
    (group,) = (each for each in groups if each.also and each.kind == "theme")
    (notice,) = page.xpath("//h3[contains(., 'GCM 6')]/following-sibling::p[1]")
    assert notice.text_content().startswith(
        f"Raised in {group.sessions} of 4 sessions: RT 1.1; RT 1.2. See also"
    )
    links = [link.get("href") for link in notice.iter("a")]
    assert links[:2] == ["#r1p1", "#r2p1"]
    assert links[2:]
    assert set(links[2:]) <= {f"#p{number}" for number in group.also}


def test_nested_points_keep_their_lists_and_their_count(page):
    lists = page.xpath("//li[p[contains(., 'To cities: open one desk')]]//div[@class='list']")
    told = [
        (
            each.find_class("part")[0].text,
            [item.find("p").text_content().split("\xa0")[0] for item in each.iter("li")],
        )
        for each in lists
    ]
    assert told == [
        ("Actions", ["(a)Exchange staff between ports.", "(b)Pay interpreters."]),
        ("Indicators", ["(c)Days to a first answer."]),
    ]


def test_a_joined_point_tells_each_wording():
    summary = public(
        made({"challenges": said("Desks close at four.")}, number="1.1"),
        made({"challenges": said("Desks close at four.", "Desks close at four")}, number="1.2"),
    )
    assert summary.conservation.merged == 2
    page = parsed(papers.paper(summary))
    (details,) = page.xpath("//li[@id='p1']/details")
    assert details.find("summary").text == "3 sources"
    assert [each.text_content() for each in details.iter("q")] == ["Desks close at four"]
    assert details.text_content().count("(in the same words)") == 2


def test_the_policy_lets_run_this_style_and_this_script_alone(page, forum):
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    text = write(forum).decode()
    for element in ("style", "script"):
        (content,) = re.findall(f"<{element}>(.*?)</{element}>", text, re.DOTALL)
        known = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{element}-src 'sha256-{known}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert page.xpath("//@style | //*/@*[starts-with(name(), 'on')]") == []


def test_nothing_comes_from_elsewhere(page):
    assert page.xpath("//@src | //link | //img | //iframe | //object | //base") == []
    style = (DATA / "summary.css").read_text("utf-8")
    script = (DATA / "summary.js").read_text("utf-8")
    assert not re.search(r"url\(|@import|//[a-z]", style)
    assert not re.search(r"fetch|XMLHttp|import\(|https?:|innerHTML|eval\(|</", script)


def test_hostile_texts_are_told_and_do_nothing(forum):
    def spoiled(point):
        support = tuple(
            replace(each, text=SURROGATE, speaker=SURROGATE, place=SURROGATE, label=SURROGATE)
            for each in point.support
        )
        return replace(point, text=SURROGATE, support=support, points=tuple(map(spoiled, point.points)))

    sections = tuple(
        replace(each, points=tuple(map(spoiled, each.points))) for each in forum.summary.sections
    )
    entries = tuple(
        replace(each, title=SURROGATE, form=SURROGATE, source=replace(each.source, language='en"><b'))
        for each in forum.summary.reports
    )
    summary = replace(
        forum.summary,
        title=SURROGATE,
        sections=sections,
        reports=entries,
        edition="restricted",
        notices=(SURROGATE,),
    )
    page = parsed(papers.paper(summary))
    hold(page, summary)
    text = write(papers.paper(summary)).decode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u202a-\u202e\u2066-\u2069]", text)
    assert "<i>&lt;</i>" not in text
    assert words(next(iter(rows(page).values()))).startswith(
        "half � a sign, a bell �, �turned�, <i>&lt;</i> “\"' "
    )


def test_a_text_says_its_language_and_direction(page):
    found = rows(page)
    told = {
        reference: found[reference].find_class("t")[0] for reference in ("RT 1.1/1", "RT 1.2/2", "WS 2.1/8")
    }
    assert {key: (each.get("lang"), each.get("dir")) for key, each in told.items()} == {
        "RT 1.1/1": (None, None),
        "RT 1.2/2": ("fr", None),
        "WS 2.1/8": (None, "auto"),
    }


def test_the_public_page_shows_no_speaker_who_did_not_agree(forum):
    public_page, whole_page = (
        write(papers.forum(edition=edition)).decode() for edition in ("public", "restricted")
    )
    for name in ("Berta Muestra", "Port Union", "Ana Exemplo", "Harbour Institute"):
        assert name not in public_page
        assert name in whole_page
    assert "Carl Beispiel" in public_page
    assert '<bdi class="by">— anonymous</bdi>' in public_page
    assert "Restricted edition." in whole_page
    assert "Restricted edition." not in public_page


def test_points_are_marked_by_what_they_and_those_above_are_about(page):
    found = rows(page)
    assert "KEN" in found["RT 1.1/4"].get("data-c").split()
    assert found["RT 1.1/5"].get("data-i") == "sdg-5=Women chair the board|women=Women"
    order = [*found]
    assert order[int(found["RT 1.1/4"].get("data-u"))] == "RT 1.1/3"
    assert found["RT 1.1/3"].get("data-u") is None
    assert found["WS 2.1/1"].get("data-c").split() == ["sdg-11"]


def test_filters_offer_what_the_summary_holds(page, forum):
    values = {
        field.get("name"): [value for value in field.xpath(".//option/@value") if value]
        for field in page.xpath("//form//select")
    }
    assert values["session"] == ["RT 1.1", "RT 1.2", "WS 2.1", "WS 2.2"]
    assert values["theme"] == [theme.id for theme in forum.summary.themes]
    assert values["country"] == ["KEN", "PHL"]
    assert {"gcm-6", "sdg-3", "sdg-3.8", "sdg-8", "women"} <= set(values["tag"])
    assert page.xpath("//select[@name='country']/option[@value='KEN']")[0].text == "Kenya (5)"
    assert page.xpath("//select[@name='tag']//option[@value='sdg-3.8']")[0].text == "SDG 3.8 (1)"
    (form,) = page.xpath("//form")
    assert form.get("hidden") is not None


def test_countries_are_called_by_their_names(forum):
    page = parsed(replace(forum, countries=(("PHL", "Filipinas"), ("KEN", "Kenia"))))
    options = page.xpath("//select[@name='country']/option[@value != '']")
    assert [each.text for each in options] == ["Filipinas (1)", "Kenia (5)"]
    chapters = tuple(each for each in forum.outline.chapters if each.part != "good-practices")
    page = parsed(replace(forum, outline=Outline(chapters, forum.outline.unused)))
    options = page.xpath("//select[@name='country']/option[@value != '']")
    assert [each.text for each in options] == ["KEN (5)", "PHL (1)"]


def test_one_session_of_two_reports_is_one_filter():
    summary = public(
        made({"challenges": said("One.")}, number="1.1", content="a"),
        made({"challenges": said("Two.")}, number="1.1", content="b"),
    )
    page = parsed(papers.paper(summary))
    assert page.xpath("//select[@name='session']/option/@value") == ["", "RT 1.1a"]
    assert page.xpath("//*[@class='report']/@data-n") == ["1", "1"]


def test_the_same_bytes_every_time_and_in_any_order():
    reports = papers.reports()
    pages = {write(papers.paper(public(*several))) for several in (reports, reports[::-1], reports)}
    assert len(pages) == 1


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("merged", [public, restricted])
def test_the_seeds_with_their_own_outline(language, merged):
    summary = merged(*seeds())
    laid = outline(summary, language=language)
    paper = Paper(summary, laid, language, papers.coverage(summary))
    page = parsed(paper)
    hold(page, summary)
    assert page.get("lang") == language
    numbers = [item.get("id") for item in page.xpath("//li[starts-with(@id, 'p')]")]
    assert numbers == [f"p{told.number}" for chapter in laid.chapters for told in chapter.told()]


def test_superseded_reports_are_told_in_the_annex_alone(forum):
    entries = tuple(replace(each, superseded=each.key == "WS 2.2") for each in forum.summary.reports)
    summary = replace(forum.summary, reports=entries)
    page = parsed(papers.paper(summary))
    hold(page, summary)
    assert "#r4p1" not in page.xpath("//*[contains(@class, 'chapter')]//span[@class='r']/a/@href")
    assert "(superseded)" in page.xpath("//h3[@id='r4']/following-sibling::p[1]")[0].text
    assert rows(page)["WS 2.2/2"].find_class("us")[0].text_content() == "superseded"


def test_a_picture_of_very_many_sessions_counts_them():
    reports = [
        made({"challenges": said(f"Recruitment fees in place {n}.", f"SDG 4 in {n}.")}, number=f"{n}")
        for n in range(1, 33)
    ]
    page = parsed(papers.paper(public(*reports)))
    heads = page.xpath("//figure//thead//th")
    assert [each.text_content() for each in heads] in ([], ["Sessions"])


def test_forty_thousand_points_would_fit_sixty_megabytes():
    entry = replace(public(made({"challenges": said("One.")})).reports[0], key="RT 1")
    points = tuple(point_of(f"{n}. {'Cities meet workers first. ' * 8}", n) for n in range(1, 2101))
    section = SummarySection(Role.CHALLENGES, "Challenges", points)
    summary = Summary("Large", "public", (entry,), (section,), Conservation(2100, 2100, 0), sessions=1)
    paper = papers.paper(summary, every=10**6)
    assert len(write(paper)) / 2100 * 40_000 < 60_000_000
    # A browser is told not to lay all of it out at once.
    assert parsed(paper).get_element_by_id("paper").get("class") == "long"


def point_of(text, order):
    support = Support("RT 1", "1", f"/challenges/{order}", text, order, place="table 2, row 5, third bullet")
    return SummaryPoint(text, (support,), themes=("gcm-15",), countries=("KEN",))


def test_nothing_at_all_is_a_page_too():
    summary = public()
    page = parsed(Paper(summary, Outline()))
    assert page.xpath("//h1")[0].text == summary.title
    assert page.xpath("//li") == []


def test_speaking_notes_are_a_page_of_sentences(forum):
    page = parsed(replace(forum, minutes=5))
    items = [each.text_content() for each in page.find_class("item")]
    assert len(items) == sum(1 for chapter in forum.outline.chapters for _ in chapter.told())
    assert items[0].startswith("1. Mayors need a seat.")
    assert page.xpath("//script | //form | //a") == []


def test_the_phrases_are_complete_in_every_language():
    table = json.loads((DATA / "page_phrases.json").read_text("utf-8"))
    languages = {key: value for key, value in table.items() if isinstance(value, dict)}
    assert set(languages) == {"en", "fr", "es"}
    assert len({json.dumps(shape(each)) for each in languages.values()}) == 1


def shape(told):
    """The keys of a table and the gaps of its phrases."""
    if isinstance(told, dict):
        return {key: shape(value) for key, value in sorted(told.items())}
    return sorted(set(re.findall(r"\{\w+\}", told)))


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.lists(REPORTS, max_size=4), st.integers(1, 4))
def test_any_reports_make_a_sound_page(reports, every):
    summary = restricted(*reports)
    assume(summary.conservation.points_in)
    paper = papers.paper(summary, every=every)
    hold(parsed(paper), paper.summary)


def test_quotations_are_told_with_the_role_of_their_section(forum):
    (chapter,) = (each for each in forum.outline.chapters if each.part == "quotes")
    assert {told.role for told in chapter.told()} == {Role.QUOTES}
