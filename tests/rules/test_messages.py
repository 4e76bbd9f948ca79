"""Messages in other languages: every sentence of every rule, with the same things filled in."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from rapportkit import rules
from rapportkit.model.location import Location, PlaceWords
from rapportkit.model.settings import Settings
from rapportkit.rules.messages import LANGUAGES, catalogue, filled, names
from rapportkit.templates.catalog import find, shipped
from rules.pages_of_cases import report

TEMPLATE = find("gfmd-csd-2016", shipped())
CROWDED = report({"fields": {"progress": ["1", "2", "3", "4", "5"], "quotes": ["“Act.”"]}}, TEMPLATE)
OTHERS = [tag for tag in LANGUAGES if tag != "en"]
ENGLISH = {(rule.code, key): said for rule in rules.RULES for key, said in rule.messages.items()}


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_says_all_that_english_says_and_nothing_else(language: str):
    assert set(catalogue(language).sentences) == set(ENGLISH)


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_fills_in_the_same_things(language: str):
    for key, (message, help_) in catalogue(language).sentences.items():
        english = ENGLISH[key]
        assert message, key
        assert help_, key
        known = names(english.message) | names(english.help)
        if english.message != "{sentence}":  # The reader's own English sentence is said in other words.
            assert names(message) == names(english.message), key
        assert names(help_) <= known, key


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_is_no_copy_and_ends_as_english_does(language: str):
    for key, said in catalogue(language).sentences.items():
        assert not said[0].endswith("."), key
        assert said[1].endswith("."), key
        assert said[1] != ENGLISH[key].help, key


@pytest.mark.parametrize("language", OTHERS)
def test_every_word_for_a_place_is_translated(language: str):
    data = json.loads(files("rapportkit.rules.catalogues").joinpath(f"{language}.json").read_text("utf-8"))
    assert set(data["place"]) == set(PlaceWords.__dataclass_fields__)
    assert len(data["place"]["ordinals"]) == 10


def test_findings_are_told_in_french_with_places_and_quotation_marks():
    found = {each.code: each for each in rules.check(CROWDED, TEMPLATE, Settings("fr-CH"))}
    assert found["L001"].message.startswith(
        "«\u00a0Progress: inspiring practices, partnerships and tools\u00a0» "
    )
    assert found["L001"].key == "points"
    assert dict(found["L001"].args)["count"] == 5


def test_an_unknown_language_falls_back_to_english():
    found = {each.code: each for each in rules.check(CROWDED, TEMPLATE, Settings("sw"))}
    assert found["L001"].help == "Keep the strongest points, or join two that say the same."


@pytest.mark.parametrize(
    ("language", "place", "said"),
    [
        ("fr", Location(table=2, row=4, cell=2, columns=2, bullets=(3,)), "tableau 2, ligne 4, cellule de droite, troisième puce"),
        ("fr", Location(area="footnote 2", page=3), "note de bas de page 2, page 3"),
        ("es", Location(paragraph=17, under="2. Retos", bullets=(3, 1)), "primera viñeta de la tercera, bajo «2. Retos»"),
        ("es", Location(line=12), "línea 12"),
        ("en", Location(area="text box 1", page=1, line=2), "text box 1, page 1, line 2"),
    ],
)  # fmt: skip
def test_a_place_is_said_in_words(language: str, place: Location, said: str):
    assert place.said(catalogue(language).places) == said


def test_labels_are_those_of_the_report_s_own_language():
    schema_free = report({"language": "en", "fields": {}}, TEMPLATE)
    labels = [each.message for each in rules.check(schema_free, TEMPLATE) if each.code == "M001"]
    assert labels == ["“Name of rapporteur(s)” names nobody"]


def test_what_nothing_fills_stays_and_braces_do_no_harm():
    assert filled("{a} {b} {A} {} {0} {{c}}", {"a": "{b}", "b": 2}) == "{b} 2 {A} {} {0} {{c}}"


@pytest.mark.parametrize(
    ("sentence", "quote", "said"),
    [
        ("a point: “{quote}”", "“Status must not…", "a point: “Status must not…”"),
        ("a point: “{quote}”", "“Every child counts.”", "a point: “Every child counts.”"),
        ("un point : « {quote} »", "« Oui ! »", "un point : « Oui ! »"),
        ("a point: “{quote}”", "“One” and “two”", "a point: ““One” and “two””"),
        ("{quote} stays", "“One”", "“One” stays"),
        ("mixes “{quote}”", "“", "mixes ““”"),
    ],
)
def test_quotation_marks_are_not_doubled(sentence, quote, said):
    assert filled(sentence, {"quote": quote}) == said
