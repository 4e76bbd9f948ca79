"""Announcements of lists: sure ones only."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.text.counted import announced, announced_inside


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Our discussion fell into three parts:", 3),
        ("I would like to start with two general observations:", 2),
        ("Seven key areas of convergence emerged in the discussion:", 7),
        ("First this was said. The session produced 4 main recommendations for governments:", 4),
        ("The following five actions are needed:", 5),
        ("The following three:", 3),
        ("Les trois points suivants :", 3),
        ("Sept pistes ont été proposées par les participants :", 7),
        ("Las tres recomendaciones siguientes:", 3),
        ("Se formularon ocho propuestas:", 8),
        ("A 2018 list of twelve priorities:", 12),
    ],
)
def test_a_number_that_counts_the_list_is_read(text: str, number: int):
    found = announced(text)
    assert found is not None
    assert found.number == number


@pytest.mark.parametrize(
    "text",
    [
        "Three recommendations were made.",
        "Over the last two years, states agreed on:",
        "In the three countries of the region, participants named challenges:",
        "SDG 8 priorities:",
        "Under item 3 points were raised:",
        "Two of the three priorities:",
        "30 % of cities named challenges:",
        "In 2018 recommendations were:",
        "Version 1.5 recommendations:",
        "",
    ],
)
def test_a_number_that_may_count_something_else_is_not(text: str):
    assert announced(text) is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Spain has four principles: 1) work; 2) school; 3) health; 4) dignity.", 4),
        ("There were three proposals: a) work; b) school.", 2),
        ("There were two proposals: (1) work; (2) school; (3) health.", 3),
    ],
)
def test_items_inside_a_line_are_counted(text: str, count: int):
    found = announced_inside(text)
    assert found is not None
    assert found[1] == count
    assert text[found[2] - 1] == ":"


@pytest.mark.parametrize("text", ["Spain has four principles: work.", "Four: 1) one", "1) one 2) two"])
def test_no_items_no_count(text: str):
    assert announced_inside(text) is None


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text(alphabet="two three 3 points:following 1) 2) a) :", max_size=80))
def test_any_text_is_read(text: str):
    found = announced(text)
    assert found is None or 2 <= found.number <= 20
    inside = announced_inside(text)
    assert inside is None or inside[1] > 1
