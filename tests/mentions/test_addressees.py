"""Who is to act, in the words of a recommendation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.mentions.actors import actor, is_act
from rapportkit.mentions.addressees import addressee

GOLD = json.loads(
    (Path(__file__).parents[1] / "gold" / "outline" / "addressees.json").read_text(encoding="utf-8")
)
PIECES = [
    "Governments", "the GFMD", "visas", "should", "must be", "by", "employers", "to", "ratify", "and", ",", ".", ":",
    "(", ")", "that", "We call on", "les États", "devraient", "à", "publier", "los gobiernos", "deben", "que", "Target:",
    "É", "?", "\n", "U.N.", "–", "asks",
]  # fmt: skip


def test_the_gold_is_told_as_it_was_labelled() -> None:
    wrong = [
        (told, each["addressee"], each["text"])
        for each in GOLD
        if (told := addressee(each["text"], each["language"])) != each["addressee"]
    ]
    assert wrong == []


def test_the_language_of_the_report_need_not_be_that_of_the_point() -> None:
    for each in GOLD:
        assert addressee(each["text"]) == each["addressee"], each["text"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Governments, in consultation with employers, should review quotas.", "Governments"),
        (
            "Banks, post offices and mobile operators must agree on a table.",
            "Banks, post offices and mobile operators",
        ),
        ("U.N. agencies should open their registers.", "U.N. agencies"),
        ("In Kenya, local and national authorities should meet.", "local and national authorities"),
        ("Recommendation to Member States: create safe pathways.", "Member States"),
        ("Governments to ratify the convention.", "Governments"),
        ("It was recommended that Member States harmonise their rules.", "Member States"),
        ("There is a need for governments to invest in data.", "governments"),
        ("Urge parliaments to ratify the convention.", "parliaments"),
        ("Fees must go, and the employer should pay them.", "employer"),
        ("Les hôpitaux ne doivent transmettre aucune donnée.", "hôpitaux"),
        ("The law states that the different departments should not enforce it.", "different departments"),
        ("Agencies that recruit abroad should leave a deposit.", "Agencies that recruit abroad"),
        ("Local authorities are large employers and could open vacancies.", "Local authorities"),
        ("Il est recommandé que les États membres adoptent un plan.", "États membres"),
        ("Se recomienda al FMMD crear un grupo.", "FMMD"),
        ("Los gobiernos nacionales y locales deben coordinarse.", "gobiernos nacionales y locales"),
    ],
)
def test_who_is_to_act_is_told_whole(text: str, expected: str) -> None:
    assert addressee(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ask cities to open a desk.",
        "Encourage employers to hire apprentices.",
        "Kenya: train inspectors.",
        "The mayor explained that the key must not depend on the job.",
        "La ministra Ana Muestra subrayó que las tasas deben bajar.",
        "Consider whether towns and ports could pool their desks.",
        "No government should detain children.",
        "A whole-of-society approach should guide governments.",
        "Family members should be allowed to work.",
        "Cities should be given the means.",
        "Mayors should have a say.",
        "Should governments do more?",
        "Consider whether embassies could issue papers.",
        "Contracts should be signed by 2030.",
        "The same rules should be written by the same team.",
        "Consultative rules and social processes should be simpler.",
        "Los datos deben publicarse cada año.",
        "Les jeunes devraient être consultés.",
    ],
)
def test_nobody_is_invented(text: str) -> None:
    assert addressee(text) == ""


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=24))
def test_what_is_told_stands_in_the_text_with_whole_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    told = addressee(text)
    assert told in text
    assert told == told.strip(" ,.;:") or told.endswith(".")
    at = text.find(told)
    assert not (told and at and text[at - 1].isalnum())
    assert told.count("(") == told.count(")")


def test_an_actor_is_told_without_article_and_tail() -> None:
    text = "the trade unions of Kenya, together with others"
    assert actor(text, 0, len(text), "en") == (4, 25)
    assert actor("consultative meetings", 0, 21, "en") is None
    assert actor("Trinidad and Tobago", 0, 19, "en") == (0, 19)
    assert actor("Trinidad and Tobago", 0, 19, "en", places=False) is None
    assert actor("young workers", 0, 13, "en") is None
    assert actor("young workers", 0, 13, "en", people=True) == (0, 13)
    assert (is_act("organize"), is_act("organise"), is_act("organiser")) == (True, True, False)
