"""Courtesies, and places held for answers that never came."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.mentions.courtesy import is_courtesy, is_unwritten

GOLD = json.loads(
    (Path(__file__).parents[1] / "gold" / "outline" / "courtesy.json").read_text(encoding="utf-8")
)
COURTESIES = [each["text"] for each in GOLD if each["courtesy"]]
SUBSTANCE = [
    "Fees must be banned.",
    "No fee was paid.",
    "Inspectors are too few.",
    "Il faut davantage d’inspecteurs.",
    "Faltan inspectores.",
    "Why are there so few inspectors?",
]


@pytest.mark.parametrize("label", ["courtesy", "unwritten"])
def test_the_gold_is_told_as_it_was_labelled(label: str) -> None:
    ask = {"courtesy": is_courtesy, "unwritten": is_unwritten}[label]
    assert [each["text"] for each in GOLD if ask(each["text"], each["language"]) != each[label]] == []


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.sampled_from(COURTESIES), st.sampled_from(SUBSTANCE), st.booleans())
def test_whatever_has_substance_beside_its_thanks_is_no_courtesy(thanks: str, said: str, first: bool) -> None:
    assert not is_courtesy(f"{said} {thanks}" if first else f"{thanks} {said}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "…",
        "Kenya",
        "I am pleased to report that Kenya and Ghana opened a desk.",
        "We thank Freedonia for the Example Act.",
        "We thank Freedonia for its desk at the border.",
        "Participants welcomed the register.",
        "We distinguished between guests and volunteers.",
        "Participants wished to stay.",
        "Everyone is welcome to take part.",
        "Thank you, " + "and thank you " * 80,
    ],
)
def test_in_doubt_a_point_stays_a_point(text: str) -> None:
    assert not is_courtesy(text)


@pytest.mark.parametrize(
    "text",
    [
        "I have the honour of presenting the report of the session on fair recruitment.",
        "We held our roundtable, entitled “Fees that must fall”, and thank all speakers.",
    ],
)
def test_what_a_session_was_about_is_no_statement(text: str) -> None:
    assert is_courtesy(text)


@pytest.mark.parametrize(
    "text",
    [
        "Years to come",
        "Generations to come",
        "To be completed by 2030: a register",
        "Pending cases",
        "Rules to be confirmed",
        "N/A",
        "Insert a clause on pensions",
        "TBC " * 40,
    ],
)
def test_an_answer_is_not_taken_for_a_place_held(text: str) -> None:
    assert not is_unwritten(text)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    assert is_courtesy(text) in (True, False)
    assert is_unwritten(text) in (True, False)
