"""The outline of a paper: each point told once or accounted for, the most shared first, within the budget."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merge.made import REPORTS, made, public, restricted, said, seeds
from rapportkit.merge.consolidate import consolidate
from rapportkit.merge.outline import outline, spoken
from rapportkit.model.grouping import Theme
from rapportkit.model.outline import Outline, Part, Why
from rapportkit.model.summary import Summary, SummaryPoint
from rapportkit.text.excerpts import opening

LAWS = settings(max_examples=60, deadline=None, derandomize=True)


def told(laid: Outline, part: Part) -> list[str]:
    return [each.point.text for chapter in laid.chapters if chapter.part is part for each in chapter.told()]


def every(point: SummaryPoint) -> list[SummaryPoint]:
    return [point, *(each for below in point.points for each in every(below))]


@pytest.fixture(scope="module")
def five() -> Summary:
    return public(*seeds())


@LAWS
@given(st.lists(REPORTS, max_size=4), st.integers(0, 60), st.sampled_from(["public", "restricted"]))
def test_every_support_is_told_once_or_accounted_for(reports, budget, edition):
    summary = consolidate(reports, edition=edition)
    laid = outline(summary, max_words=budget)
    paragraphs = [each for chapter in laid.chapters for each in chapter.told()]
    references = [
        support.reference for each in paragraphs for point in every(each.point) for support in point.support
    ]
    assert len(references) == len(set(references))
    assert laid.numbers.keys().isdisjoint(laid.unused)
    assert laid.numbers.keys() | laid.unused.keys() == {each.reference for each in summary.supports()}
    assert [each.number for each in paragraphs] == [*range(1, len(paragraphs) + 1)]
    if budget:
        assert laid.words <= budget
    else:
        assert Why.BUDGET not in laid.unused.values()


@LAWS
@given(st.lists(REPORTS, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_the_reports_changes_nothing(reports, random):
    shuffled = random.sample(reports, len(reports))
    assert outline(consolidate(shuffled), max_words=40) == outline(consolidate(reports), max_words=40)


def test_parts_follow_the_order_of_the_paper(five):
    laid = outline(five)
    assert [chapter.part for chapter in laid.chapters] == sorted(
        (chapter.part for chapter in laid.chapters), key=[*Part].index
    )
    assert all(group.told for chapter in laid.chapters for group in chapter.groups)


def test_the_budget_counts_the_words_that_are_told(five):
    laid = outline(five, max_words=1000)
    counted = sum(
        len(opening(point.text).split())
        for chapter in laid.chapters
        for each in chapter.told()
        for point in every(each.point)
    )
    titles = sum(
        len(each.title.text.split()) for chapter in laid.chapters for each in chapter.told() if each.title
    )
    assert laid.words == counted + titles
    assert 900 < laid.words <= 1000
    assert {*laid.unused.values()} >= {Why.BUDGET}


def test_what_more_sessions_raise_goes_before_what_stands_first():
    one = made(
        {"challenges": said("Queues are long at every office of the city.", "Forms come in one language.")},
        number="1",
    )
    two = made(
        {"challenges": said("Nobody answers letters from abroad.", "Forms come in one language.")}, number="2"
    )
    laid = outline(public(one, two), max_words=9)
    assert told(laid, Part.CHALLENGES) == ["Forms come in one language."]


def test_every_list_has_its_first_point_before_any_has_its_second():
    one = made(
        {
            "challenges": said("Queues are long.", "Fees are high."),
            "good_practices": said("One desk.", "Two desks."),
        },
        number="1",
    )
    laid = outline(public(one), max_words=5)
    assert told(laid, Part.CHALLENGES) == ["Queues are long."]
    assert told(laid, Part.PRACTICES) == ["One desk."]


def test_key_messages_come_before_all_that_is_raised_as_often():
    one = made(
        {
            "priority_messages": said("Act on recruitment fees now."),
            "progress": said("A registry was opened."),
        },
        "gfmd-csd-2016",
    )
    laid = outline(public(one), max_words=5)
    assert told(laid, Part.KEY_MESSAGES) == ["Act on recruitment fees now."]
    assert not told(laid, Part.PRACTICES)


def test_a_theme_of_two_sessions_is_a_convergence_and_one_of_one_is_not():
    one = made(
        {
            "discussion_points": said(
                "Recruitment fees must be paid by employers.", "Objective 8 was not discussed."
            )
        },
        number="1",
    )
    two = made(
        {"discussion_points": said("Objective 6 asks that employers pay recruitment fees.")}, number="2"
    )
    laid = outline(public(one, two))
    assert {*told(laid, Part.CONVERGENCE)} == {
        "Recruitment fees must be paid by employers.",
        "Objective 6 asks that employers pay recruitment fees.",
    }
    assert told(laid, Part.SINGLE) == ["Objective 8 was not discussed."]
    (group,) = next(chapter.groups for chapter in laid.chapters if chapter.part is Part.CONVERGENCE)
    assert (group.kind, group.id, group.sessions) == ("theme", "gcm-6", 2)


def test_a_convergence_names_the_paragraphs_elsewhere_that_are_about_it():
    one = made(
        {
            "discussion_points": said("Recruitment fees must be paid by employers."),
            "challenges": said("Recruitment agencies charge fees twice."),
        },
        number="1",
    )
    two = made(
        {"discussion_points": said("Objective 6 asks that employers pay recruitment fees.")}, number="2"
    )
    laid = outline(public(one, two))
    (group,) = next(chapter.groups for chapter in laid.chapters if chapter.part is Part.CONVERGENCE)
    challenge = next(chapter for chapter in laid.chapters if chapter.part is Part.CHALLENGES)
    assert group.also == tuple(each.number for each in challenge.told())


def test_who_acts_is_no_area_of_convergence():
    one = made({"discussion_points": said("Trade unions were at the table.")}, number="1")
    two = made(
        {"discussion_points": said("The room thanked trade unions for figures nobody else had.")}, number="2"
    )
    summary = public(one, two)
    assert any(theme.id == "trade-unions" and theme.sessions == 2 for theme in summary.themes)
    assert not told(outline(summary), Part.CONVERGENCE)


def test_what_differs_stands_beside_what_speaks_of_agreement_on_it():
    one = made(
        {"discussion_points": said("There was broad agreement that employers pay recruitment fees.")},
        number="1",
    )
    two = made(
        {
            "discussion_points": said(
                "Views differed on recruitment fees: some wanted a ban, others a ceiling.",
                "Recruitment fees are paid in cash.",
            )
        },
        number="2",
    )
    laid = outline(public(one, two))
    assert {*told(laid, Part.DIFFERENCE)} == {
        "There was broad agreement that employers pay recruitment fees.",
        "Views differed on recruitment fees: some wanted a ban, others a ceiling.",
    }
    assert told(laid, Part.CONVERGENCE) == ["Recruitment fees are paid in cash."]


def test_mere_courtesy_and_answers_that_never_came_stand_in_the_annex():
    one = made({"discussion_points": said("Thank you, Chair.", "To be completed", "Fees are high.")})
    laid = outline(public(one), max_words=0)
    assert [text for part in Part for text in told(laid, part)] == ["Fees are high."]
    assert [*laid.unused.values()] == [Why.COURTESY, Why.COURTESY]


def test_titled_stretches_are_told_point_by_point_below_their_title():
    one = made(
        {
            "convergences": [
                {
                    "number": 1,
                    "title": "Cities come first",
                    "points": said("Mayors asked for a seat.", "Funds come late."),
                }
            ]
        },
        "idm-summary-2017",
    )
    laid = outline(restricted(one))
    paragraphs = [each for chapter in laid.chapters for each in chapter.told()]
    assert [(each.title.text if each.title else "", each.point.text) for each in paragraphs] == [
        ("Cities come first", "Mayors asked for a seat."),
        ("", "Funds come late."),
    ]
    assert not laid.unused


def test_practices_stand_by_country_in_the_order_of_the_papers_alphabet():
    one = made(
        {
            "good_practices": said(
                "Spain – one desk for all permits.",
                "Germany – skills are tested at work.",
                "Mombasa, Kenya – a desk at the port.",
                "Kenya – a bond bought by telephone.",
                "A handbook for newcomers.",
            )
        }
    )
    groups = next(iter(outline(public(one)).chapters)).groups
    assert [(group.kind, group.id) for group in groups] == [
        ("country", "DEU"),
        ("country", "KEN"),
        ("country", "ESP"),
        ("", ""),
    ]
    assert [each.point.text for each in groups[1].told] == [
        "Kenya – a bond bought by telephone.",
        "Mombasa, Kenya – a desk at the port.",
    ]
    german = outline(public(one), language="fr").chapters[0].groups
    assert [group.title for group in german[:3]] == ["Allemagne", "Espagne", "Kenya"]


def test_hidden_and_superseded_points_stand_in_the_annex_with_the_reason():
    one = made({"challenges": said("Queues are long.", "Fees are high.")}, number="1")
    two = made({"challenges": said("Fees are high.", "Nobody answers.")}, number="2")
    whole = restricted(one, two)
    first, second = whole.reports
    behind = replace(whole, reports=(replace(first, superseded=True), second))
    laid = outline(behind)
    assert {*told(laid, Part.CHALLENGES)} == {"Fees are high.", "Nobody answers."}
    assert [*laid.unused.values()] == [Why.SUPERSEDED]

    section = whole.sections[0]
    hidden = tuple(
        replace(point, support=tuple(replace(each, hidden=True) for each in point.support))
        if point.text == "Nobody answers."
        else point
        for point in section.points
    )
    laid = outline(replace(whole, sections=(replace(section, points=hidden),)))
    assert "Nobody answers." not in told(laid, Part.CHALLENGES)
    assert [*laid.unused.values()] == [Why.HIDDEN]


def test_a_long_list_is_parted_by_what_several_of_its_points_are_about():
    fees = [f"Recruitment fees are charged by agency number {count}." for count in range(4)]
    skills = [f"Diplomas are not recognised by council number {count}." for count in range(4)]
    one = made({"challenges": said(*fees, *skills, "The lift was broken.")})
    groups = next(
        chapter for chapter in outline(public(one)).chapters if chapter.part is Part.CHALLENGES
    ).groups
    assert [(group.id, len(group.told)) for group in groups] == [("gcm-18", 4), ("gcm-6", 4), ("", 1)]


def test_likeness_of_two_points_by_chance_makes_no_area():
    one = made({"discussion_points": said("The lift was broken.")}, number="1")
    two = made({"discussion_points": said("A lift is no bridge.")}, number="2")
    summary = public(one, two)
    references = tuple(each.reference for each in summary.supports())
    chance = replace(summary, themes=(Theme("theme-lift", "lift", references, 2),), suggestions=())
    assert not told(outline(chance), Part.CONVERGENCE)


@pytest.mark.parametrize("minutes", [3, 5, 10])
def test_what_is_spoken_fits_its_minutes_and_is_a_part_of_the_paper(five, minutes):
    whole = outline(five, max_words=0)
    said_ = spoken(whole, minutes)
    assert 0.6 * minutes * 130 < said_.words <= minutes * 130
    texts = {each.point.text for chapter in whole.chapters for each in chapter.told()}
    assert {each.point.text for chapter in said_.chapters for each in chapter.told()} <= texts
