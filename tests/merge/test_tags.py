"""Themes that are cited, and the tags of a summary's points."""

from __future__ import annotations

import pytest

from merge.made import made, public, restricted, said, section
from rapportkit.mentions.themes import themes

CITED = {
    "Objective 15 on services": "gcm-15",
    "GCM objective 15": "gcm-15",
    "objectif 15 et 16": "gcm-15 gcm-16",
    "los objetivos 5, 6 y 7": "gcm-5 gcm-6 gcm-7",
    "Objectives 5–7 and 23 of the GCM": "gcm-5 gcm-6 gcm-7 gcm-23",
    "GCM 2 and 3": "gcm-2 gcm-3",
    "SDG 8": "sdg-8",
    "SDG8 and target 10.7": "sdg-8 sdg-10",
    "ODS 8 y 10": "sdg-8 sdg-10",
    "ODD 8": "sdg-8",
    "l’objectif de développement durable 8": "sdg-8",
    "Objetivos de Desarrollo Sostenible 8, 10 y 17": "sdg-8 sdg-10 sdg-17",
    "Sustainable Development Goal 16": "sdg-16",
    "SDG s (16 – identity and access to justice, , 3 health, 4 Education, 5 gender)": "sdg-3 sdg-4 sdg-5 sdg-16",
    "SDG 3 health, 12 countries took part": "sdg-3",
    "SDG 8 in 2030": "sdg-8",
    "the 17 SDGs": "",
    "Objective 24": "",
    "Objective 3 of the project": "",
    "our objectives: 1. trust, 2. time": "",
    "we agreed on 3 objectives": "",
}


@pytest.mark.parametrize("text", CITED)
def test_themes_are_those_that_are_cited(text):
    assert " ".join(themes(text)) == CITED[text]


def test_tags_gather_what_all_supports_say():
    summary = restricted(
        made({"challenges": said("Objective 7 – the programmes in Spain")}, number="1"),
        made({"challenges": said("Objective 7 – the programs in Spain")}, number="2"),
    )
    (point,) = section(summary, "challenges")
    assert (point.themes, point.countries) == (("gcm-7",), ("ESP",))


def test_public_tags_tell_nothing_that_was_withheld():
    report = made({"challenges": said("Spain said that the law of Ghana works")})
    assert section(restricted(report), "challenges")[0].countries == ("ESP", "GHA")
    assert section(public(report), "challenges")[0].countries == ("GHA",)


def test_what_the_words_tell_without_citing_it_stands_apart_with_the_words():
    report = made({"challenges": said("Remittances cost too much for women in Barcelona; see SDG 8.")})
    (point,) = restricted(report).sections[0].points
    told = {each.id: each.words for each in point.inferred}
    assert point.themes == ("sdg-8",)
    assert point.countries == ()
    assert told["gcm-20"] == "Remittances"
    assert told["women"] == "women"
    assert told["ESP"] == "Barcelona"
    assert "sdg-8" not in told


def test_no_tag_tells_what_the_public_edition_withholds():
    report = made({"challenges": said("Minister Ana Exemplo of Kenya said that remittances matter.")})
    (point,) = public(report).sections[0].points
    assert "KEN" not in (*point.countries, *(each.id for each in point.inferred))
    assert "gcm-20" in {each.id for each in point.inferred}
