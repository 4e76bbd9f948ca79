"""Themes and suggestions of a summary: from its own words, without what takes no part, as an editor wants them."""

from __future__ import annotations

import pytest

from merge.made import dumped, made, public, restricted, said
from rapportkit.mentions.tags import title
from rapportkit.merge.consolidate import consolidate
from rapportkit.merge.propose import propose
from rapportkit.model.decisions import Decisions, ThemeDecision

FEES = "Employers must pay recruitment fees before departure."
COST = "Recruitment fees must be paid by employers before departure."
DEBT = "Recruitment agencies lend to those whom they place."
DATA = "Disaggregated data are missing on crews of fishing vessels."
CENSUS = "No census counts the seafarers."


def one(number, *challenges, **more):
    return made({"challenges": said(*challenges), **more}, number=number, title=f"Session {number}")


def decided(*reports, edition="restricted", **decisions):
    return consolidate(reports, edition=edition, decisions=Decisions(**decisions))


def id_of(summary, text):
    (found,) = {each.id for each in summary.supports() if each.text == text}
    return found


def members(summary):
    """The texts of each theme by its name."""
    told = {each.reference: each.text for each in summary.supports()}
    return {theme.name: {told[each] for each in theme.members} for theme in summary.themes}


REPORTS = (one("1", FEES, DATA), one("2", COST, DEBT), one("3", CENSUS))
RECRUITMENT = title("gcm-6")
STATISTICS = title("gcm-1")


def test_themes_have_the_titles_of_objectives_and_count_sessions():
    summary = restricted(*REPORTS)
    assert members(summary) == {RECRUITMENT: {FEES, COST, DEBT}, STATISTICS: {DATA, CENSUS}}
    assert [(theme.id, theme.objective, theme.sessions) for theme in summary.themes] == [
        ("gcm-6", "gcm-6", 2),
        ("gcm-1", "gcm-1", 2),
    ]


def test_titles_are_in_the_language_of_the_headings():
    assert title("gcm-6", "fr-CH") in {theme.name for theme in consolidate(REPORTS, language="fr").themes}


def test_the_likely_pair_is_suggested_with_its_words():
    (pair,) = [
        each for each in restricted(*REPORTS).suggestions if {each.left, each.right} == {"RT 1/1", "RT 2/1"}
    ]
    assert pair.joinable
    assert pair.score == 0.76
    assert {"recruitment", "fees", "Employers"} <= set(pair.shared)


def test_a_refused_pair_is_not_suggested_again_nor_is_a_joined_one():
    before = restricted(*REPORTS)
    pair = (id_of(before, FEES), id_of(before, COST))
    references = {"RT 1/1", "RT 2/1"}
    for decisions in ({"apart": (pair,)}, {"together": (pair,)}):
        assert all(
            {each.left, each.right} != references for each in decided(*REPORTS, **decisions).suggestions
        )


def test_hidden_points_and_superseded_reports_take_no_part():
    gone = "Recruitment agencies are seldom licensed."
    first = one("2", COST, DEBT, gone)
    again = made({"challenges": said(COST, DEBT)}, number="2", title="Session 2", content="late")
    reports = (REPORTS[0], first, again, REPORTS[2])
    before = restricted(*reports)
    assert gone in members(before)[RECRUITMENT]
    old = first[0].source.sha256
    summary = decided(*reports, hidden=(id_of(before, FEES),), preferred=(again[0].source.sha256,))
    behind = {entry.key for entry in summary.reports if entry.source.sha256 == old}
    theme = next(theme for theme in summary.themes if theme.id == "gcm-6")
    assert theme.sessions == 1
    assert members(summary)[RECRUITMENT] == {COST, DEBT}
    assert not any(each.rpartition("/")[0] in behind for each in theme.members)
    assert not any("RT 1/1" in {each.left, each.right} for each in summary.suggestions)


def test_a_theme_is_called_as_an_editor_wants_in_both_editions():
    decision = ThemeDecision("Who pays (A. Exemplo's words)", "gcm-6")
    for edition in ("restricted", "public"):
        assert (
            next(
                theme.name
                for theme in decided(*REPORTS, edition=edition, themes=(decision,)).themes
                if theme.id == "gcm-6"
            )
            == "Who pays (A. Exemplo's words)"
        )


def test_a_theme_that_goes_by_another_id_is_known_by_its_points():
    before = restricted(*REPORTS)
    points = (id_of(before, COST), id_of(before, DEBT), id_of(before, DATA))
    summary = decided(*REPORTS, themes=(ThemeDecision("Fees", "theme-of-yore", points),))
    assert members(summary) == {"Fees": {FEES, COST, DEBT}, STATISTICS: {DATA, CENSUS}}


def test_who_names_a_theme_by_its_id_goes_before_who_lists_its_points():
    debt = (id_of(restricted(*REPORTS), DEBT),)
    summary = decided(
        *REPORTS, themes=(ThemeDecision("By points", points=debt), ThemeDecision("By id", "gcm-6"))
    )
    assert set(members(summary)) == {"By id", STATISTICS}


def test_a_split_takes_its_points_along_with_what_hangs_below():
    report = made(
        {"challenges": [{"text": DEBT, "points": said("Lenders are cousins")}, {"text": FEES}]},
        number="9",
        title="Ninth",
    )
    before = restricted(*REPORTS, report)
    debt = {each.id for each in before.supports() if each.text == DEBT}
    summary = decided(*REPORTS, report, themes=(ThemeDecision("Debt", points=tuple(debt), split=True),))
    assert members(summary)["Debt"] == {DEBT, "Lenders are cousins"}
    assert members(summary)[RECRUITMENT] == {FEES, COST}
    made_anew = next(theme for theme in summary.themes if theme.name == "Debt")
    assert (made_anew.id, made_anew.objective, made_anew.sessions) == ("theme-debt", "", 2)


def test_a_theme_that_loses_all_its_points_is_gone():
    before = restricted(*REPORTS)
    points = tuple(id_of(before, each) for each in (DATA, CENSUS))
    summary = decided(*REPORTS, themes=(ThemeDecision("Counting crews", points=points, split=True),))
    assert set(members(summary)) == {RECRUITMENT, "Counting crews"}


def test_the_first_split_has_the_point():
    before = restricted(*REPORTS)
    point = (id_of(before, DATA),)
    summary = decided(
        *REPORTS,
        themes=(
            ThemeDecision("One", points=point, split=True),
            ThemeDecision("Two", points=point, split=True),
        ),
    )
    assert members(summary)["One"] == {DATA}
    assert "Two" not in members(summary)


def test_public_themes_and_suggestions_come_from_published_words():
    words = "Exemplo harbour method reaches night crews, divers, pilots and welders"
    reports = [
        made(
            {"rapporteurs": [{"name": "Ana Exemplo"}], "challenges": said(f"{words} in {place}")},
            number=number,
        )
        for number, place in (("1", "spring"), ("2", "autumn"))
    ]
    assert "Exemplo" in dumped(restricted(*reports)).partition('"themes"')[2]
    told = public(*reports)
    assert told.themes
    assert told.suggestions
    assert "Exemplo" not in dumped(told)


def test_what_is_open_is_proposed():
    quotes = [
        {"text": "“Now.”", "speaker": "Eva Muster"},
        {"text": "“Soon.”", "speaker": "anonymous"},
        {"text": "“Then.”", "speaker": "Bo Beispiel", "consent": "approved"},
    ]
    reports = (
        *REPORTS,
        one("4", "The programmes reach local crews", quotes=quotes),
        one("5", "The programs reach local crews"),
        made({"challenges": said("Other words")}, number="5", title="Session 5", name="late.docx"),
    )
    found = propose(restricted(*reports))
    assert [(each.point.words, each.speaker) for each in found.quotes] == [("“Now.”", "Eva Muster")]
    (version,) = found.versions
    assert {each.file for each in version.candidates} == {"report.txt", "late.docx"}
    pairs = {frozenset((each.left.words, each.right.words)): each.joined for each in found.pairs}
    assert pairs[frozenset((FEES, COST))] is False
    assert pairs[frozenset(("The programmes reach local crews", "The programs reach local crews"))] is True
    assert [(each.id, each.sessions, len(each.points)) for each in found.themes][:2] == [
        ("gcm-6", 2, 3),
        ("gcm-1", 2, 2),
    ]


def test_what_a_person_joined_is_not_proposed_as_joined_by_itself():
    before = restricted(*REPORTS)
    decisions = Decisions(together=((id_of(before, FEES), id_of(before, COST)),))
    after = consolidate(REPORTS, edition="restricted", decisions=decisions)
    assert propose(after, decisions).pairs == ()


@pytest.mark.parametrize("name", ["gcm-6", "sdg-8", "sdg-10.c", "women"])
def test_every_kind_of_tag_has_a_title(name):
    assert title(name) != title(name, "es") != ""
    assert title(name, "xx") == title(name)
