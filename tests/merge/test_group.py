"""What is joined and what is not: sure likeness joins, everything else stays apart."""

from __future__ import annotations

import pytest

from merge.made import made, restricted, said, section, texts

SAME = [
    ("Local partnerships are key.", "  local partnerships are key"),
    ("“Leave no one behind” – in practice", '"Leave no one behind" - in practice'),
    ("Multi-level governance of migration is needed", "Multilevel governance of migration needed."),
    ("Labour programmes for the organisation of workers", "Labor programs for organization of workers"),
    ("Migrants don’t know their rights in transit", "Migrants do not know their rights in transit"),
    ("There is a need to train local officials", "Need to train the local officials"),
    (
        "Foster inclusion through regularization and greater interaction with migrants",
        "Foster inclusion through regularizaton and greater interaction with migrants",
    ),
]
DIFFERENT = [
    (
        "Spain – Migration law where migrants get all rights",
        "Mexico – Migration law where migrants get all rights",
    ),
    (
        "Reach 20 cities with the new programme by the end of the year",
        "Reach 30 cities with the new programme by the end of the year",
    ),
    (
        "Raise 1.5 million for returnees and their families",
        "Raise 15 million for returnees and their families",
    ),
    (
        "Migrants should be detained at the border for screening",
        "Migrants should not be detained at the border for screening",
    ),
    (
        "Services for migrants with papers in all large cities",
        "Services for migrants without papers in all large cities",
    ),
    (
        "Governments should support civil society in planning",
        "Civil society in planning should support governments",
    ),
    (
        "Protection of employers in the domestic work sector is weak",
        "Protection of employees in the domestic work sector is weak",
    ),
    (
        "All countries should ratify the convention on workers",
        "Some countries should ratify the convention on workers",
    ),
    ("Remittances from families abroad are taxed twice", "Remittances to families abroad are taxed twice"),
    (
        "Countries should include women in planning for return",
        "Countries should include children in planning for return",
    ),
    (
        "Alternatives to detention of migrants in irregular situations",
        "Alternatives to detection of migrants in irregular situations",
    ),
    (
        "Access to services is the same for regular migrants here",
        "Access to services is the same for irregular migrants here",
    ),
    (
        "Should migrants receive special treatment in the host country?",
        "Migrants receive special treatment in the host country",
    ),
    ("Housing", "Housing?"),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_slips_and_spellings_are_joined(one, two):
    summary = restricted(
        made({"challenges": said(one)}, number="1"),
        made({"challenges": said(two)}, number="2"),
    )
    (point,) = section(summary, "challenges")
    assert [support.text for support in point.support] == [one, two]
    assert point.sessions == 2
    assert summary.conservation.merged == 1


@pytest.mark.parametrize(("one", "two"), DIFFERENT)
def test_one_word_that_matters_keeps_points_apart(one, two):
    summary = restricted(
        made({"challenges": said(one)}, number="1"),
        made({"challenges": said(two)}, number="2"),
    )
    assert texts(section(summary, "challenges")) == [one, two]
    assert summary.conservation.merged == 0


def test_never_across_languages():
    summary = restricted(
        made({"challenges": said("Participation")}, number="1", language="en"),
        made({"challenges": said("Participation")}, number="2", language="fr"),
    )
    assert [point.sessions for point in section(summary, "challenges")] == [1, 1]


def test_never_across_roles_lists_and_kinds():
    summary = restricted(
        made({"challenges": said("Housing"), "good_practices": said("Housing")}),
        made(
            {
                "recommendations": [
                    {"text": "Housing", "actions": said("Build homes"), "indicators": said("Build homes")}
                ]
            },
            "gfmd-csd-2016",
            number="4.1",
        ),
    )
    assert texts(section(summary, "challenges")) == ["Housing"]
    assert texts(section(summary, "good-practices")) == ["Housing"]
    (recommendation,) = section(summary, "recommendations")
    assert [(each.text, each.support[0].part) for each in recommendation.points] == [
        ("Build homes", "Actions"),
        ("Build homes", "Indicators"),
    ]


def test_roles_bring_different_forms_together():
    summary = restricted(
        made({"good_practices": said("One stop shops in city halls")}),
        made({"progress": said("One stop shops in city halls.")}, "gfmd-csd-2016", number="4.1"),
    )
    (point,) = section(summary, "good-practices")
    assert [support.label for support in point.support] == [
        "Opportunities / good practices / innovations for the way forward",
        "Progress: inspiring practices, partnerships and tools",
    ]
    assert point.sessions == 2


def test_what_hangs_below_joined_points_is_joined_in_turn():
    def report(number, *below):
        return made({"challenges": [{"text": "We heard of:", "points": said(*below)}]}, number=number)

    summary = restricted(
        report("1", "lack of papers", "lack of housing"),
        report("2", "Lack of housing.", "lack of time"),
    )
    (point,) = section(summary, "challenges")
    assert [(each.text, each.sessions) for each in point.points] == [
        ("lack of housing", 2),
        ("lack of papers", 1),
        ("lack of time", 1),
    ]


def test_a_chain_of_slips_does_not_become_one_point():
    first = "Foster inclusion through regularization and greater interaction with migrants everywhere"
    second = first.replace("regularization", "regularizaton")
    third = second.replace("interaction", "interacton")
    summary = restricted(
        made({"challenges": said(first, first)}, number="1"),
        made({"challenges": said(second)}, number="2"),
        made({"challenges": said(third)}, number="3"),
    )
    assert [point.sessions for point in section(summary, "challenges")] == [2, 1]


def test_the_words_of_most_sessions_are_told():
    summary = restricted(
        made({"challenges": said("Local partnership is key")}, number="1"),
        made({"challenges": said("Local partnerships are key.")}, number="2"),
        made({"challenges": said("Local partnerships are key.")}, number="3"),
    )
    (point,) = section(summary, "challenges")
    assert point.text == "Local partnerships are key."


def test_what_more_sessions_say_stands_first_and_titled_stretches_last():
    summary = restricted(
        made({"discussion_points": said("Only here", "In both")}, number="1"),
        made({"discussion_points": said("In both")}, number="2"),
        made(
            {
                "opening": said("Welcome"),
                "sections": [{"heading": "Gaps", "points": said("In both")}],
                "conclusion": [],
            },
            "gfmd-rapporteur-summary-2021",
            number="3",
        ),
    )
    assert texts(section(summary, "discussion")) == ["In both", "Only here", "Welcome", "Gaps"]


def test_the_same_point_twice_in_a_session_is_one_session():
    summary = restricted(made({"challenges": said("Lack of housing", "lack of housing.")}))
    (point,) = section(summary, "challenges")
    assert (len(point.support), point.sessions) == (2, 1)
