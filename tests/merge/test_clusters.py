"""Themes: any order gives the same, what is unlike moves nothing, and each point stands in one or in none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merge.made import restricted, seeds
from merge.raise_points import ELSEWHERE, SETS, point, raised_by, tag
from rapportkit.mentions.tags import tags
from rapportkit.merge.clusters import themes
from rapportkit.merge.objectives import objective
from rapportkit.merge.raised import raised
from rapportkit.model.grouping import Grouping

LAWS = settings(max_examples=60, deadline=None, derandomize=True)
TAGS = st.dictionaries(
    st.sampled_from([f"RT {session}/{order}" for session in range(1, 5) for order in range(1, 4)]),
    st.lists(st.sampled_from(["gcm-4", "gcm-6", "sdg-3", "children", "gcm-7"]).map(tag), max_size=2),
    max_size=5,
)


@LAWS
@given(SETS, TAGS, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_themes(points, tagged, random):
    assert themes(random.sample(points, len(points)), tagged) == themes(points, tagged)


@LAWS
@given(SETS, TAGS)
def test_every_point_stands_in_one_theme_or_alone(points, tagged):
    found = themes(points, tagged)
    placed = [*found.alone, *(member for theme in found.themes for member in theme.members)]
    assert sorted(placed) == sorted(each.reference for each in points)
    assert len({theme.id for theme in found.themes}) == len(found.themes)
    sessions = {each.reference: each.sessions for each in points}
    for theme in found.themes:
        assert theme.name
        assert theme.members
        assert theme.sessions == len({number for member in theme.members for number in sessions[member]})
    assert {theme.id for theme in found.shared} == {theme.id for theme in found.themes if theme.sessions > 1}


@LAWS
@given(SETS, TAGS, st.lists(st.sampled_from(ELSEWHERE), max_size=4))
def test_a_report_about_other_things_moves_nothing(points, tagged, texts):
    before = themes(points, tagged)
    more = [point(text, 9, order=order, label="Elsewhere") for order, text in enumerate(texts, 1)]
    after = themes([*points, *more], tagged)
    assert set(before.themes) <= set(after.themes)
    assert set(before.alone) <= set(after.alone)


def test_nothing_and_one_report():
    assert themes([]) == Grouping()
    assert themes([point("Harbour pilots")]) == Grouping((), ("RT 1/1",))
    one = themes(raised_by(["Harbour pilots want contracts", "Contracts of harbour pilots", "Ferries sink"]))
    assert [(theme.members, theme.sessions) for theme in one.themes] == [(("RT 1/1", "RT 1/2"), 1)]
    assert one.alone == ("RT 1/3",)
    assert one.shared == ()


def test_a_theme_is_named_by_words_that_its_members_share():
    found = themes(
        raised_by(
            ["Harbour pilots want longer contracts", "Ferries sink in autumn storms"],
            ["Contracts of harbour pilots are short"],
            ["Autumn storms sank more ferries"],
        )
    )
    assert [(theme.id, theme.name, theme.members) for theme in found.themes] == [
        ("theme-autumn-storms", "autumn storms", ("RT 1/2", "RT 3/1")),
        ("theme-harbour-pilots", "harbour pilots", ("RT 1/1", "RT 2/1")),
    ]
    assert found.by_point["RT 3/1"].name == "autumn storms"


def test_a_chain_makes_no_lump():
    points = raised_by(
        ["alder birch cedar dogwood"],
        ["cedar dogwood elm fir"],
        ["elm fir grape hazel"],
        ["grape hazel iris juniper"],
        ["iris juniper kelp larch"],
        ["kelp larch maple nutmeg"],
    )
    assert max(len(theme.members) for theme in themes(points).themes) <= 3


def test_points_of_one_objective_are_one_theme_in_any_language():
    points = [
        point("Birth certificates for all", 1),
        point("Des actes de naissance pour tous", 2, language="fr"),
        point("Purple violins", 3),
    ]
    tagged = {"RT 1/1": [tag("gcm-4")], "RT 2/1": [tag("sdg-16.9", "cited")]}
    found = themes(points, tagged, {"gcm-4": "Legal identity"})
    assert [(each.id, each.name, each.objective, each.sessions) for each in found.themes] == [
        ("gcm-4", "Legal identity", "gcm-4", 2)
    ]
    assert found.alone == ("RT 3/1",)
    assert themes(points[:1], tagged).themes[0].name == "gcm-4"


def test_what_is_much_like_the_points_of_an_objective_joins_it():
    points = raised_by(
        ["Birth certificates open bank accounts"], ["Bank accounts without birth certificates"]
    )
    (theme,) = themes(points, {"RT 1/1": [tag("gcm-4")]}).themes
    assert theme.members == ("RT 1/1", "RT 2/1")


def test_what_hangs_below_a_point_belongs_to_its_objective():
    title = point("Dignified return", heading=True)
    below = [
        point("A long paragraph on harbours", order=2, above="RT 1/1"),
        point("Objective 4", order=3, above="RT 1/1"),
        point("Deeper", order=4, above="RT 1/2"),
    ]
    tagged = {
        "RT 1/1": [tag("gcm-21")],
        "RT 1/2": [tag("gcm-15")],
        "RT 1/3": [tag("gcm-4", "cited")],
    }
    by_point = themes([title, *below], tagged).by_point
    assert {reference: theme.id for reference, theme in by_point.items()} == {
        "RT 1/1": "gcm-21",
        "RT 1/2": "gcm-21",
        "RT 1/3": "gcm-4",
        "RT 1/4": "gcm-21",
    }
    plain = [point("Harbours", order=1), point("Cranes", order=2, above="RT 1/1")]
    assert themes(plain, {"RT 1/1": [tag("gcm-21")]}).by_point["RT 1/2"].id == "gcm-21"
    assert (
        themes(plain, {"RT 1/1": [tag("gcm-21")], "RT 1/2": [tag("gcm-4")]}).by_point["RT 1/2"].id == "gcm-4"
    )


@pytest.mark.parametrize(
    ("tagged", "filed"),
    [
        ([], ""),
        ([tag("gcm-15"), tag("gcm-21")], "gcm-21"),
        ([tag("gcm-15", "cited"), tag("gcm-21")], "gcm-15"),
        ([tag("gcm-6", "cited"), tag("gcm-21")], "gcm-6"),
        ([tag("sdg-16", "cited"), tag("sdg-16.9", "cited")], "gcm-4"),
        ([tag("children", "cited"), tag("gcm-13")], "gcm-13"),
        ([tag("children", "cited"), tag("gcm-15")], "children"),
        ([tag("civil-society", "cited"), tag("gcm-23")], "gcm-23"),
        ([tag("women", "cited")], "sdg-5"),
        ([tag("gcm-4", start=9), tag("gcm-21", start=2)], "gcm-21"),
        ([tag("gcm-21"), tag("gcm-4")], "gcm-4"),
    ],
)
def test_the_one_objective_of_several(tagged, filed):
    assert objective(tagged) == filed


def test_the_real_reports_share_themes_in_any_order():
    reports = seeds()
    points = raised(restricted(*reports))
    tagged = {each.reference: tags(each.text, each.language) for each in points}
    found = themes(points, tagged)
    assert themes(raised(restricted(*reversed(reports))), tagged) == found
    assert len(found.shared) >= 8
    assert {"gcm-15", "gcm-17"} <= {theme.id for theme in found.shared}


@given(st.lists(st.text(max_size=40), max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_whatever_is_written_every_theme_has_a_name(texts, random):
    points = raised_by(texts, texts[::-1], [f"{text} 1.5" for text in texts])
    found = themes(points)
    assert all(theme.name.strip() and theme.id for theme in found.themes)
    assert themes(random.sample(points, len(points))) == found
