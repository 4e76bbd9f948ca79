"""What may say the same is shown with an honest score; what decides the sense holds it down."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merge.made import made, restricted, said, seeds
from merge.raise_points import SETS, point, raised_by
from rapportkit.merge.raised import raised
from rapportkit.merge.suggestions import disagreements, suggest
from rapportkit.model.template import Role

LAWS = settings(max_examples=60, deadline=None, derandomize=True)
SAME = [
    (
        "en",
        "Border officials need training to identify victims",
        "Training of border officials to identify victims",
    ),
    ("en", "Diaspora bonds could finance hospitals", "Hospitals could be financed with diaspora bonds."),
    (
        "fr",
        "Les travailleurs saisonniers devraient changer d’employeur",
        "Il faut que les travailleurs saisonniers changent d’employeur",
    ),
    ("es", "Los consulados abren los sábados por la tarde", "Los sábados por la tarde abren los consulados"),
]
PARTED = [
    ("en", "Train 500 labour inspectors in farms", "Train 900 labour inspectors in farms", ("figures",)),
    (
        "en",
        "Humanitarian visas of Brazil for earthquake survivors",
        "Humanitarian visas of Chile for earthquake survivors",
        ("countries",),
    ),
    (
        "en",
        "Barcelona – municipal card opens libraries, clinics and pools",
        "San Francisco – municipal card opens libraries, clinics and pools",
        ("owners",),
    ),
    (
        "en",
        "Family detention ends within months",
        "Family detention never ends within months",
        ("negation",),
    ),
]


def pair(language, left, right):
    return [point(left, 1, language=language), point(right, 2, language=language)]


@pytest.mark.parametrize(("language", "left", "right"), SAME)
def test_the_same_in_other_words_is_suggested(language, left, right):
    (found,) = suggest(pair(language, left, right))
    assert (found.left, found.right) == ("RT 1/1", "RT 2/1")
    assert found.score >= 0.7
    assert found.parted == ()
    assert len(found.shared) >= 3


@pytest.mark.parametrize(("language", "left", "right", "parted"), PARTED)
def test_what_decides_the_sense_holds_the_score_down(language, left, right, parted):
    points = pair(language, left, right)
    assert disagreements(*points) == parted
    (found,) = suggest(points, 0.2)
    assert found.parted == parted
    assert found.score <= (0.8 if parted == ("negation",) else 0.3)
    if parted != ("negation",):
        assert suggest(points) == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Reach 20 cities by 2030", "Reach 20 cities"),
        ("Spain – law on rights", "Law on rights"),
        ("Not only cities pay", "Cities pay"),
        ("Ethiopia and Kenya share data", "Kenya shares data"),
    ],
)
def test_who_names_nothing_disagrees_with_nobody(left, right):
    assert disagreements(point(left), point(right)) == ()


def test_one_word_in_place_of_another_is_another_point_in_a_short_sentence():
    (found,) = suggest(
        pair("en", "Women rarely report assaults downtown", "Veterans rarely report assaults downtown"), 0.1
    )
    assert found.score < 0.5


def test_a_long_point_that_contains_a_short_one_does_not_say_the_same():
    short = "Harbour pilots want longer contracts"
    long = (
        f"{short}, cranes rust, ferries sink, divers drown, buoys drift, gulls steal bread and lamps go dark"
    )
    assert suggest(pair("en", short, long)) == ()


def test_neither_one_session_nor_two_languages_nor_a_title_and_a_point():
    text = "Harbour pilots want longer contracts"
    again = "Longer contracts are what harbour pilots want"
    assert suggest([point(text, 1, order=1), point(again, 1, order=2)]) == ()
    assert suggest([point(text, 1), point(again, 2, language="fr")]) == ()
    assert suggest([point(text, 1, heading=True), point(again, 2)]) == ()
    assert len(suggest([point(text, 1), point(again, 2)])) == 1


def test_a_suggestion_tells_its_words_and_whether_the_two_could_be_one():
    left = "Harbour pilots want longer contracts"
    right = "Longer contracts are what harbour pilots want"
    (found,) = suggest([point(left, 1), point(right, 2)])
    assert set(found.shared) == {"Harbour", "pilots", "longer", "contracts"}
    assert found.joinable
    (other,) = suggest([point(left, 1), point(right, 2, role=Role.CHALLENGES)])
    (below,) = suggest([point(left, 1), point(right, 2, above="RT 2/9")])
    assert not other.joinable
    assert not below.joinable


def test_the_form_counts_for_nothing():
    asked = "Kindly name up to four concrete examples with owner and place"
    answers = ["harbour", "ferry", "crane", "buoy", "pilot", "anchor"]
    assert suggest(raised_by(*([f"{asked}: {answer}"] for answer in answers)), 0.1) == ()


@pytest.mark.parametrize(
    "points", [[], [point("")], [point("", 1), point("", 2)], [point("…", 1), point("…", 2)]]
)
def test_nothing_gives_nothing(points):
    assert suggest(points) == ()


@LAWS
@given(SETS, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_suggestions(points, random):
    found = suggest(points, 0.2)
    assert suggest(random.sample(points, len(points)), 0.2) == found
    assert list(found) == sorted(found, key=lambda each: (-each.score, each.left, each.right))
    sessions = {each.reference: each.sessions for each in points}
    for each in found:
        assert each.left < each.right
        assert 0.2 <= each.score <= 1
        assert sessions[each.left] != sessions[each.right]


def test_what_was_joined_is_not_suggested_and_what_is_suggested_was_not_joined():
    one = made({"challenges": said("Harbour pilots want longer contracts.", "Ferries sink")}, number="1")
    two = made(
        {
            "challenges": said(
                "Harbour pilots want longer contracts", "Pilots of the harbour want longer contracts now"
            )
        },
        number="2",
    )
    points = raised(restricted(one, two))
    assert len(points) == 3
    (found,) = suggest(points)
    assert found.score >= 0.9
    assert (found.left, found.right) == ("RT 1/1", "RT 2/2")


def test_the_real_reports_hardly_repeat_each_other():
    assert suggest(raised(restricted(*seeds())), 0.6) == ()


@pytest.mark.parametrize(
    ("language", "left", "right", "joins"),
    [
        ("es", "Faltan médicos en la frontera norte", "Faltan medicos en la frontera norte", True),
        ("fr", "Les villes fixent les délais d’accueil", "Les villes fixent les delais d'accueil", True),
        ("es", "Quince años de espera en la frontera", "Quince anos de espera en la frontera", False),
        ("es", "Sí", "Si", False),
    ],
)
def test_accents_left_out_in_haste_make_no_other_point(language, left, right, joins):
    reports = [
        made({"challenges": said(text)}, number=str(at), language=language)
        for at, text in enumerate((left, right))
    ]
    assert len(raised(restricted(*reports))) == (1 if joins else 2)
