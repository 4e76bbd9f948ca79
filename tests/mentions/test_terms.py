"""Terms of a lexicon and where they are found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.mentions.terms import Terms, fold

FOUND = [
    ("decent work", "Decent work for all", "Decent work"),
    ("city", "in Cities", "Cities"),
    ("réfugié", "les REFUGIES", "REFUGIES"),
    ("mujer", "las mujeres", "mujeres"),
    ("traffick*", "traffickers", "traffickers"),
    ("traffick*", "traffic", None),
    ("fair|ethical recruitment", "an ethical recruitment", "ethical recruitment"),
    ("accès à l'école", "L’accès à l’école", "accès à l’école"),
    ("decent work", "decent. Work", None),
    ("decent work", "a decently paid work", None),
    ("access .. health", "access to all kinds of health", "access to all kinds of health"),
    ("access .. health", "access to all the many kinds of health", None),
    ("access .. health", "health and access", None),
    (
        "data + sex",
        "Sex is asked in all surveys that give us data",
        "Sex is asked in all surveys that give us data",
    ),
    ("data + sex", "Data exist. Sex is not asked", None),
    (
        "access .. health|school + children",
        "Children have access to school",
        "Children have access to school",
    ),
    ("recruitment fees", "recruitment\nfees", None),
    ("mental health", "mental, health", "mental, health"),
]


@pytest.mark.parametrize(("term", "text", "words"), FOUND)
def test_a_term_is_found_in_its_words(term, text, words):
    hits = [text[hit.start : hit.stop] for hit in Terms([("id", term)]).find(text)]
    assert hits == ([words] if words else [])


def test_what_is_set_apart_counts_for_no_term():
    terms = Terms([("sea", "ocean*")], ["indian ocean"])
    assert [hit.start for hit in terms.find("The Indian Ocean. An ocean.")] == [21]


def test_every_place_of_a_phrase_can_be_asked_for():
    hits = Terms([("id", "work"), ("other", "work + work")]).everywhere("Work, work")
    assert [(hit.id, hit.start) for hit in hits] == [("id", 0), ("id", 6)]


def test_only_a_phrase_can_be_set_apart():
    with pytest.raises(ValueError, match=r"one phrase"):
        Terms([("id", "word")], ["a .. b"])


def test_a_term_is_told_once_a_sentence():
    hits = Terms([("id", "work")]).find("Work, work, work. Work!")
    assert [hit.start for hit in hits] == [0, 18]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=60), st.lists(st.sampled_from(["a", "b", "c", ".", "\n"]), max_size=30).map(" ".join))
def test_hits_stand_in_the_text(noise, text):
    terms = Terms([("1", "a b"), ("2", "a .. b .. c"), ("3", "a + b + c"), ("4", "a*")])
    for whole in (noise, text, noise + text):
        for hit in terms.find(whole):
            assert fold(whole[hit.start : hit.stop]).startswith(("a", "b", "c"))
