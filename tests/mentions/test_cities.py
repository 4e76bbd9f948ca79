"""Cities that a text names, and names that only look like one."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from rapportkit.mentions.cities import cities

NAMED = {
    "San Francisco, Barcelona and Dakar": "USA ESP SEN",
    "SAN FRANCISCO – a municipal ID": "USA",
    "AMSTERDAM SAFE REPORTING": "NLD",
    "la ville de Montréal et celle de Genève": "CAN CHE",
    "La Paz y Ciudad Juárez": "BOL MEX",
    "la paz": "",
    "Paris Agreement, New York Declaration, Istanbul Convention, Abu Dhabi Dialogue": "",
    "Accord de Paris, Declaración de Cartagena, Processus de Rabat": "",
    "l’Accord de Paris adopté à Paris": "FRA",
    "Sofia Exemplo and Milan Exemplo": "",
    "New York City Hall and Johannesburg’s mayor": "USA ZAF",
    "Santiago de Compostela, Santiago": "CHL",
    "Addis-Abeba et Saint-Denis": "ETH FRA",
    "Cox’s Bazar": "BGD",
    "lagos y nice": "",
}


@pytest.mark.parametrize("text", NAMED)
def test_cities_are_those_that_are_named(text):
    assert " ".join(mention.code for mention in cities(text)) == NAMED[text]


def test_the_table_of_cities_is_sound():
    folder = files("rapportkit.mentions.data")
    held = json.loads(folder.joinpath("cities.json").read_text("utf-8"))
    countries = json.loads(folder.joinpath("countries.json").read_text("utf-8"))["names"]
    names = [name for names in held["cities"].values() for name in names]
    assert held["about"]
    assert len(names) == len(set(names)) >= 300
    assert set(held["cities"]) <= set(countries)
    assert {mention.code for name in names for mention in cities(name)} == set(held["cities"])


def test_a_first_name_in_a_row_of_speakers_is_no_city():
    assert cities("Open floor: Ahmed – better data; Sofia – more visas.") == ()
    assert [each.code for each in cities("Paris – a desk; Sofia – a hotline")] == ["FRA", "BGR"]
