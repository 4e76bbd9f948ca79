"""Which points remain when the page is filtered, held against what the summary itself says of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest

from browser import papers
from rapportkit.model.summary import SummaryPoint, Support


def expected(paper, *, session="", theme="", country="", tag="", words=""):
    """The references that fit, found by walking the summary."""
    summary = paper.summary
    by_key = {entry.key: entry.session for entry in summary.reports}
    members = {each.id: set(each.members) for each in summary.themes}.get(theme, set())
    sought = plain(words).split()
    found = set()
    for chain, support in lineages(summary):
        about = {code for point in chain for code in codes(point)}
        themed = {reference for point in chain for reference in (each.reference for each in point.support)}
        if (
            (not session or by_key[support.report] == session)
            and (not theme or members & themed)
            and (not country or country in about)
            and (not tag or tag in about)
            and any(all(word in plain(said) for word in sought) for said in texts(chain, support))
        ):
            found.add(support.reference)
    return found


def lineages(summary) -> Iterator[tuple[list[SummaryPoint], Support]]:
    """Every support with the points from the top down to its own."""

    def walk(points, above):
        for point in points:
            for support in point.support:
                yield [*above, point], support
            yield from walk(point.points, [*above, point])

    for section in summary.sections:
        yield from walk(section.points, [])


def codes(point):
    """All that a point is about; a target is about its goal."""
    own = [*point.themes, *point.countries, *(each.id for each in point.inferred)]
    return {*own, *(each.split(".")[0] for each in own)}


def texts(chain, support):
    """What the report says at a point, and at those it hangs below unless they are titles."""
    yield whole(support)
    for point in chain[:-1]:
        yield from (
            whole(each) for each in point.support if each.report == support.report and not each.heading
        )


def whole(support):
    return " ".join([support.part, support.text, support.speaker, *(note.text for note in support.notes)])


def plain(text):
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()


def rows(page):
    """The references of the rows that are shown."""
    script = (
        "rows => rows.filter(row => row.checkVisibility()).map(row => row.querySelector('.k').textContent)"
    )
    return set(page.eval_on_selector_all(".question li", script))


def paragraphs(page):
    """The numbers of the paragraphs that are shown."""
    script = "all => all.filter(each => each.checkVisibility()).map(each => Number(each.id.slice(1)))"
    return set(page.eval_on_selector_all(".paragraphs > li", script))


def remaining(paper, fits):
    """The paragraphs that tell any of these points."""
    return {
        told.number
        for chapter in paper.outline.chapters
        for told in chapter.told()
        if any(support.reference in fits for support in told.point.supports())
    }


def pick(page, **wanted):
    for name, value in wanted.items():
        if name == "words":
            page.fill("#f-words", value)
        else:
            page.select_option(f"#f-{name}", value)
    if "words" in wanted:  # typing is answered when it pauses, and then the address holds the words
        kept = "words => new URLSearchParams(location.hash.slice(1)).get('words') === words"
        page.wait_for_function(kept, arg=wanted["words"])


def check(page, paper, fits):
    assert rows(page) == fits
    assert paragraphs(page) == remaining(paper, fits)
    points = paper.summary.conservation.points_in
    told = page.inner_text("#told")
    assert told.startswith(f"{len(fits)} of {points} point" if fits else "No point"), told


def test_everything_is_shown_at_first(page, forum):
    assert rows(page) == {each.reference for each in forum.summary.supports()}
    assert paragraphs(page) == {told.number for each in forum.outline.chapters for told in each.told()}
    assert page.inner_text("#told") == f"All {forum.summary.conservation.points_in} points are shown."


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_by_session(page, forum, at):
    entry = forum.summary.reports[at]
    pick(page, session=entry.key)
    fits = expected(forum, session=entry.session)
    assert len(fits) == entry.points
    check(page, forum, fits)


def test_by_theme(page, forum):
    for theme in forum.summary.themes:
        pick(page, theme=theme.id)
        check(page, forum, expected(forum, theme=theme.id))


def test_by_country(page, forum):
    fits = expected(forum, country="KEN")
    # What hangs below “In Kenya:” is about Kenya, in whatever words.
    assert {"RT 1.1/4", "RT 1.1/5"} <= fits
    pick(page, country="KEN")
    check(page, forum, fits)


def test_by_tag(page, forum):
    values = page.eval_on_selector_all("#f-tag option", "all => all.map(each => each.value).filter(Boolean)")
    assert {"gcm-6", "sdg-11", "women"} <= set(values)
    for value in values:
        pick(page, tag=value)
        check(page, forum, expected(forum, tag=value))


@pytest.mark.parametrize(
    ("words", "some"),
    [
        ("employer", "RT 1.1/1"),
        ("SANTE", "RT 1.1/7"),
        ("a l'hopital", "RT 1.2/2"),
        ("cost employer", "RT 1.2/1"),
        ("kenya", "RT 1.1/4"),
        ("beispiel", "RT 1.1/11"),
        ("close", "RT 1.1/11"),
        ("المدن", "WS 2.1/8"),
        ('alert("1")', "WS 2.1/7"),
    ],
)
def test_by_words(page, forum, words, some):
    fits = expected(forum, words=words)
    assert some in fits
    assert len(fits) < 8
    pick(page, words=words)
    check(page, forum, fits)


def test_filters_narrow_each_other_and_are_cleared(page, forum):
    pick(page, session="RT 1.1", country="KEN", words="desk")
    fits = expected(forum, session="1.1 Care behind the door", country="KEN", words="desk")
    assert len(fits) == 2
    check(page, forum, fits)
    page.click("text=Clear filters")
    page.wait_for_timeout(50)
    assert rows(page) == {each.reference for each in forum.summary.supports()}
    assert "#" not in page.url


def test_nothing_stands_empty(page, forum):
    pick(page, session="RT 1.2")
    shown = page.eval_on_selector_all(
        ".chapter, .group, .report, .question, .list",
        "all => all.filter(e => !e.hidden).map(e => e.innerText)",
    )
    assert shown
    assert all("\n" in text for text in shown)
    links = page.eval_on_selector_all(
        "nav a", "all => all.filter(a => a.checkVisibility()).map(a => document.querySelector(a.hash).hidden)"
    )
    assert len(links) > 3
    assert not any(links)
    pick(page, words="no such words")
    check(page, forum, set())


def test_a_shown_point_keeps_what_it_hangs_below(page, forum):
    pick(page, words="interpreters")
    assert expected(forum, words="interpreters") == {"WS 2.1/3"}
    texts = page.eval_on_selector_all(
        "[data-s]", "all => all.filter(e => e.checkVisibility()).map(e => e.querySelector('.t').textContent)"
    )
    assert texts == ["To cities: open one desk, as SDG 11 asks.", "Pay interpreters."]
    # Its number is the one it has in every format.
    assert page.inner_text(".list li:not([hidden]) > p").startswith("(b)")


def test_an_address_is_shared(opened, page, forum):
    pick(page, session="RT 1.1", tag="gcm-6")
    pick(page, words="employer")
    other = opened(page.url[page.url.index("#") :])
    check(other, forum, expected(forum, session="1.1 Care behind the door", tag="gcm-6", words="employer"))
    assert other.input_value("#f-words") == "employer"
    strange = opened("#session=No+such&theme=%00&words=")
    assert len(rows(strange)) == forum.summary.conservation.points_in


def test_a_link_keeps_the_filters_unless_they_hide_the_place(page, forum):
    pick(page, session="RT 1.1")
    page.click("nav a >> text=Annex")
    assert page.evaluate("document.activeElement.id") == "annex"
    assert "session=RT+1.1" in page.url
    assert "at=annex" in page.url
    hidden = page.eval_on_selector_all(
        ".notice a[href^='#p']",
        "all => all.filter(a => a.checkVisibility() && document.querySelector(a.hash).hidden).map(a => a.hash)",
    )
    page.click(f'.notice a[href="{hidden[0]}"] >> visible=true')
    assert page.evaluate("document.activeElement.id") == hidden[0][1:]
    assert page.url.endswith(hidden[0])
    assert page.inner_text("#told").startswith("The filters were cleared")
    assert len(rows(page)) == forum.summary.conservation.points_in
    page.go_back()
    page.wait_for_timeout(50)
    check(page, forum, expected(forum, session="1.1 Care behind the door"))


def test_the_paper_holds_what_these_tests_need(forum):
    assert len(forum.summary.themes) > 3
    assert forum.summary.conservation.merged == 1
    assert papers.HOSTILE in {each.text for each in forum.summary.supports()}
    assert forum.outline.unused
