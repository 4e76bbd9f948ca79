"""Joining two wrapped lines: which hyphen is the author's and which the typesetter's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.text.hyphens import is_breaking_words, join, learn

NOTHING = frozenset()

# first line · second line · words seen elsewhere · joined
CASES = [
    ("wrapped", "lines", "", "wrapped lines"),
    ("city funds non-", "profits to monitor", "", "city funds non-profits to monitor"),
    ("seen as self-", "empowered agents", "", "seen as self-empowered agents"),
    ("our respon-", "sibilities are", "responsibilities", "our responsibilities are"),
    ("our respon-", "sibilities are", "responsibility", "our responsibilities are"),
    ("the imple-", "mentation of", "", "the implementation of"),
    ("a multi-", "level process", "multi-level", "a multi-level process"),
    ("the socio-", "economic cost", "", "the socio-economic cost"),
    ("follow-", "up visits", "", "follow-up visits"),
    ("burden-", "sharing of resources", "burden sharing", "burden-sharing of resources"),
    ("COVID-", "19 reached", "", "COVID-19 reached"),
    ("2016-", "2018", "", "2016-2018"),
    ("the Franco-", "British border", "", "the Franco-British border"),
    ("a GCM-", "related law", "", "a GCM-related law"),
    ("GOVERN-", "MENT", "government", "GOVERNMENT"),
    ("both short-", "and long-term goals", "", "both short- and long-term goals"),
    ("à court-", "et à long terme", "", "à court- et à long terme"),
    ("peut-", "être demain", "", "peut-être demain"),
    ("c’est-à-", "dire demain", "", "c’est-à-dire demain"),
    ("la coopé-", "ration régionale", "coopération", "la coopération régionale"),
    ("el desarro-", "llo local", "desarrollo", "el desarrollo local"),
    ("la inclu-", "sión social", "", "la inclusión social"),
    ("a de\u00ad", "cision", "", "a decision"),
    ("co\x02", "ownership with", "", "co-ownership with"),
    ("re\ufffe", "integration of", "reintegration", "reintegration of"),
    ("one thing -", "and another", "", "one thing - and another"),
    ("yes --", "and no", "", "yes -- and no"),
    ("(see non-", "", "", "(see non-"),
    ("", "alone", "", "alone"),
    ("end-  ", "  point 3b", "", "end-point 3b"),
]


@pytest.mark.parametrize(("first", "second", "seen", "joined"), CASES)
def test_a_line_end_is_joined_as_the_author_wrote_it(first, second, seen, joined):
    assert join(first, second, learn([seen])) == joined


def test_where_nothing_tells_the_habit_of_the_document_does():
    assert join("the harbour-", "masters", NOTHING, breaks_words=True) == "the harbourmasters"
    assert join("the harbour-", "masters", NOTHING, breaks_words=False) == "the harbour-masters"


def test_words_are_learnt_whole_and_in_parts_but_not_their_halves_at_line_ends():
    lines = ["Non-profits and Côte d’Ivoire", "share our respon-", "sibility."]
    assert learn(lines) == {"non-profits", "non", "profits", "and", "côte", "d'ivoire", "share", "our"}


def test_a_text_breaks_words_when_one_is_surely_broken():
    lines = ["the imple-", "mentation of"]
    assert is_breaking_words(lines, NOTHING)
    assert not is_breaking_words(["seen as self-", "empowered agents"], NOTHING)


def test_a_text_breaks_words_when_hyphens_stand_at_many_line_ends():
    lines = [f"harbour{chr(97 + index)}-" for index in range(6)] + ["end"]
    assert is_breaking_words(lines, NOTHING)
    assert not is_breaking_words([*lines, *(["plain line"] * 200)], NOTHING)


def test_soft_hyphens_show_the_habit():
    assert is_breaking_words(["a de\u00ad", "cision"], NOTHING)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(max_size=20), st.text(max_size=20), st.sets(st.text(max_size=8)), st.booleans())
def test_no_letter_is_lost(first, second, words, breaks):
    joined = join(first, second, frozenset(words), breaks_words=breaks)
    assert [x for x in joined if x.isalnum()] == [x for x in first + second if x.isalnum()]
