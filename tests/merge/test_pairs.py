"""The index finds what comparing all with all would find, without comparing all with all."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merge.raise_points import point, raised_by
from rapportkit.merge.content import contents, stems, weight
from rapportkit.merge.pairs import alike, pairs

LAWS = settings(max_examples=80, deadline=None, derandomize=True)
TEXTS = st.lists(
    st.lists(
        st.sampled_from(["ash", "birch", "cedar", "date", "elm", "fig", "grape", "hazel", "iris"]), max_size=8
    ),
    max_size=30,
)


@LAWS
@given(TEXTS, st.sampled_from([0.1, 0.3, 0.5, 0.8, 1.0]))
def test_no_pair_is_missed_and_none_comes_twice(texts, least):
    found = contents([point(" ".join(words), order=order) for order, words in enumerate(texts)])
    wanted = [
        (one, other, alike(found[one], found[other]))
        for one, other in combinations(range(len(found)), 2)
        if alike(found[one], found[other]) >= least
    ]
    assert list(pairs(found, ["en"] * len(found), least)) == wanted


def test_the_number_of_comparisons_grows_with_the_set_and_not_with_its_square():
    def compared(size):
        points = raised_by(
            *(
                [f"harbour pilots tug{at} crane{at % 7} rope{at % 11} deck{at % 13} bay{at}"]
                for at in range(size)
            )
        )
        met = []
        found = contents(points)
        list(pairs(found, ["en"] * size, 0.3, lambda one, other: met.append((one, other)) or True))
        return len(met)

    assert compared(4000) < 5 * compared(1000)
    assert compared(4000) < 4000 * 400


def test_points_of_a_crowd_are_still_found_by_two_words_together():
    texts = [f"harbour pilots word{at} other{at} third{at}" for at in range(100)]
    texts[17] = "harbour pilots want longer contracts"
    texts[71] = "harbour pilots want longer contracts now"
    found = contents(raised_by(*([text] for text in texts)))
    assert (17, 71) in [(one, other) for one, other, _ in pairs(found, ["en"] * 100, 0.6)]


def test_languages_do_not_meet():
    found = contents([point("patrol boats", language="en"), point("patrol boats", language="fr")])
    assert list(pairs(found, ["en", "fr"], 0.1)) == []
    assert [each[:2] for each in pairs(found, ["en", "en"], 0.1)] == [(0, 1)]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "recognised recruiting planning families", "recognition recruitment planned family"),
        ("fr", "intégrer les travailleurs saisonniers", "intégration des travailleuses saisonnières"),
        (
            "es",
            "reconocer títulos y proteger trabajadoras",
            "reconocimiento del título, protegido el trabajador",
        ),
    ],
)
def test_forms_of_one_word_are_one(language, one, other):
    left, right = set(stems(one, language)), set(stems(other, language))
    assert len(left & right) >= len(left) - 1


def test_words_without_sense_are_no_content():
    assert stems("There should also be more of this in all of the", "en") == ()
    assert stems("Il faut que nous ayons aussi plus de cela", "fr") == ("ayon",)
    assert stems("", "en") == stems("…", "en") == ()


def test_what_a_word_tells_depends_on_those_who_have_it_alone():
    small = raised_by(["harbour pilots", "harbour cranes"])
    large = [*small, *raised_by([], [f"unlike{at} thing{at}" for at in range(50)])]
    assert contents(large)[:2] == contents(small)
    assert weight(1) > weight(2) > weight(50) > weight(1999) == weight(10**6) == 100


def test_wording_that_most_sessions_have_in_one_field_does_not_count():
    asked = "Kindly name up to four concrete examples with owner and place"
    answers = ["harbour", "ferry", "crane", "buoy", "pilot", "anchor"]
    found = contents(raised_by(*([f"{asked}: {answer}"] for answer in answers)))
    assert [content.words for content in found] == [stems(answer, "en") for answer in answers]
    few = contents(raised_by(*([f"{asked}: {answer}"] for answer in answers[:3])))
    assert all(len(content.words) > 4 for content in few)


def test_a_point_that_repeats_its_question_is_empty_and_one_that_many_share_is_not():
    repeated = point("Good practices of cities", label="Good practices of cities or countries")
    shared = point("Harbour pilots want longer contracts everywhere")
    assert contents([repeated, shared])[0].words == ()
    assert contents([shared])[0].total > 0
