"""Likeness of two texts: blind to typing, sharp on sense."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.text.likeness import is_slip, key, normalise, words

SENTENCE = "Local authorities should consult migrants on services in 20 cities"
QUICK = settings(max_examples=80, deadline=None, derandomize=True)


@pytest.mark.parametrize(
    "text",
    [
        "  Local  authorities should consult migrants on services in 20 cities.",
        "LOCAL AUTHORITIES SHOULD CONSULT MIGRANTS ON SERVICES IN 20 CITIES",
        "Local authorities should consult the migrants on services, in 20 cities",
        "Local authority should consult migrants on service in 20 cities;",
    ],
)
def test_typing_changes_no_key(text):
    assert key(text) == key(SENTENCE)


@QUICK
@given(st.integers(0, 9), st.sampled_from(["not", "never", "women", "30", "without", "all"]))
def test_a_word_that_matters_changes_the_key(at, word):
    said = SENTENCE.split()
    changed = " ".join([*said[:at], word, *said[at:]])
    assert key(changed) != key(SENTENCE)
    assert not is_slip(words(changed), words(SENTENCE))


@QUICK
@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_goes_both_ways_and_is_total(one, two):
    assert is_slip(words(one), words(two)) == is_slip(words(two), words(one))
    assert key(one)
    assert normalise(normalise(one)) == normalise(one)


@QUICK
@given(st.data())
def test_a_lost_or_doubled_letter_in_a_long_word_is_a_slip(data):
    said = SENTENCE.split()
    at = data.draw(st.sampled_from([index for index, word in enumerate(said) if len(word) > 7]))
    middle = data.draw(st.integers(3, len(said[at]) - 5))
    word = said[at]
    changed = data.draw(
        st.sampled_from([word[:middle] + word[middle + 1 :], word[:middle] + word[middle] + word[middle:]])
    )
    slipped = " ".join([*said[:at], changed, *said[at + 1 :]])
    assert is_slip(words(slipped), words(SENTENCE)) or key(slipped) == key(SENTENCE)


def test_figures_do_not_run_together():
    assert key("We need 1 to 2 homes here") != key("We need 12 homes here")
    assert key("Raise 1.5 million dollars") != key("Raise 15 million dollars")
