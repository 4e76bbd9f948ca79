"""Points that say themselves that views differed, or met."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.mentions.differing import agrees, differs

GOLD = json.loads(
    (Path(__file__).parents[1] / "gold" / "outline" / "differing.json").read_text(encoding="utf-8")
)
PIECES = [
    "some", "others", "argued", "for", "a ban", "while", "views", "differed", "no", "consensus", "participants", "agreed",
    "that", ".", ",", ";", "broad", "agreement", "certains", "d’autres", "estiment", "algunos", "otros", "opinan", "une",
]  # fmt: skip
# Two sides with one verb between them; and facts that were told, not held.
MISSED = "Cities asked for a mandate, ministries for patience; the two did not meet."
MISTAKEN = "Some said they had signed, others that they had not been asked."


@pytest.mark.parametrize("label", ["differs", "agrees"])
def test_the_gold_is_told_as_it_was_labelled(label: str) -> None:
    ask = {"differs": differs, "agrees": agrees}[label]
    wrong = [
        (told, each["text"])
        for each in GOLD
        if each["text"] not in (MISSED, MISTAKEN)
        if bool(told := ask(each["text"], each["language"])) != each[label]
    ]
    assert wrong == []


def test_what_is_known_to_be_told_wrongly() -> None:
    assert (differs(MISSED), differs(MISTAKEN)) == ("", "Some said … others")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the end views diverged on fees.", "views diverged"),
        ("Some argued for a ban, while others saw no need.", "Some argued … others"),
        ("Les avis étaient partagés.", "avis étaient partagés"),
        ("No hubo consenso.", "No hubo consenso"),
        ("There was no doubt that opinions were divided.", "opinions were divided"),
        ("There were no different views.", ""),
    ],
)
def test_the_words_are_those_of_the_point(text: str, expected: str) -> None:
    assert differs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the end participants agreed that fees must go.", "participants agreed"),
        ("There was broad agreement, but views differed on dates.", "There was broad agreement"),
        ("Participants did not agree; later all participants agreed on dates.", "all participants agreed"),
        ("Consensus was not reached.", ""),
        ("Il n’y a pas de consensus.", ""),
        ("Sin consenso no hay reforma.", ""),
        ("We work for a broad consensus.", ""),
    ],
)
def test_a_denied_or_wanted_consensus_is_none(text: str, expected: str) -> None:
    assert agrees(text) == expected


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=20))
def test_what_is_told_stands_in_the_text_in_its_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    at = 0
    for side in differs(text).split(" … "):
        assert side in text[at:]
        at = text.index(side, at) + len(side)
    assert agrees(text) in text


@pytest.mark.parametrize("tag", ["en", "fr", "es"])
def test_each_pattern_is_tried_by_words_in_lower_case(tag: str) -> None:
    data = json.loads(files("rapportkit.mentions.data").joinpath("differing.json").read_text("utf-8"))[tag]
    for name in ("differs", "sides", "agrees"):
        for each in data[name]:
            assert each["where"]
            assert all(piece == piece.lower() for piece in each["where"]), each
