"""Countries that are named."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest

from rapportkit.mentions.countries import countries

NAMED = {
    "Spain, Morocco and the UK": "ESP GBR MAR",
    "Niger and Nigeria": "NER NGA",
    "Guinea-Bissau, Equatorial Guinea, Papua New Guinea": "GNB GNQ PNG",
    "South Sudan": "SSD",
    "Côte d'Ivoire, Cote d’Ivoire, Ivory Coast": "CIV",
    "the US and the U.S.; it tells us": "USA",
    "TELL US MORE": "",
    "New Mexico and the Gulf of Guinea": "",
    "turkey for dinner": "",
    "Turkey and Türkiye": "TUR",
    "DRC, DPRK, Republic of Korea": "COD KOR PRK",
    "Moroccan returnees, the Filipino community": "MAR PHL",
    "Central American, Latin American and Native American": "",
    "classes in French and Spanish-speaking staff": "",
    "Ghana s policy, Mexico’s policy": "GHA MEX",
    "St. Lucia, Antigua & Barbuda": "ATG LCA",
    "Guinea, Bissau": "GIN",
    "Jordan and Chad": "JOR TCD",
    "Michael Jordan Exemplo and Jordan Exemplo said": "",
    "In Jordan Syrian refugees work; the Jordan Ministry of Labour agreed": "JOR SYR",
    "Atlanta, Georgia, and the state of Georgia": "USA",
    "Georgia, Moldova": "GEO MDA",
    "Dominica and the Dominican Republic": "DMA DOM",
    "the Indian Ocean Commission, the Congo Basin": "",
    "American and Latin American cities, the Organization of American States": "USA",
    "Equatorial Guinean, Papua New Guinean and Bissau-Guinean": "GNB GNQ PNG",
    "Netherlands (Kingdom of the)": "NLD",
    "в Кении, с Мексикой, из Российской Федерации и Чада": "KEN MEX TCD",
    "Корейская Народно-Демократическая Республика и Республика Корея": "KOR PRK",
    "جمهورية كوريا الشعبية الديمقراطية": "PRK",
    "朝鲜民主主义人民共和国和大韩民国": "KOR PRK",
    "刚果民主共和国、刚果": "COD COG",
    "摩洛哥和西班牙": "ESP MAR",
    "المغرب والأردن": "JOR MAR",
    # A people is a mention of its country; a language is none.
    "open to Syrians and Jordanians alike": "JOR SYR",
    "monthly clinic on business plans in French, Somali and Tigrinya": "",
    "leaflets in six languages: Arabic, French and Somali": "",
    "interpreters for Somali; French and Italian interpreters; Haitian Creole": "",
    "translated into Nepali, Hindi and Bangla for Filipino nurses": "PHL",
    "in Moroccan cities, in Italian and Greek fields": "GRC ITA MAR",
    "Somali and Ethiopian workers": "ETH SOM",
    "documents in English for Nepali workers": "NPL",
}


@pytest.mark.parametrize("text", NAMED)
def test_countries_are_those_that_are_named(text):
    assert " ".join(countries(text)) == NAMED[text]


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("Les autorités marocaines, le Tchad et l’Espagne", "fr", ("ESP", "MAR", "TCD")),
        ("La réunion du groupe", "fr", ()),
        ("los mexicanos en España y la comunidad marroquí", "es", ("ESP", "MAR", "MEX")),
        ("la ciudad de Granada", "es", ()),
        ("L’accord franco-tunisien", "fr", ("FRA", "TUN")),
        ("Les délégations suisse et nigériane; la Suisse", "fr", ("CHE", "NGA")),
        ("Bissau-guinéens et équato-guinéens", "fr", ("GNB", "GNQ")),
        ("La República Popular Democrática de Corea y la República de Corea", "es", ("KOR", "PRK")),
        ("en français, en somali et en arabe", "fr", ()),
        ("en español e inglés", "es", ()),
        ("los trabajadores españoles en ciudades francesas de Nueva Zelandia", "es", ("ESP", "FRA", "NZL")),
        ("familias nepalíes, iraquíes y una niña hondureña", "es", ("HND", "IRQ", "NPL")),
    ],
)
def test_names_and_peoples_in_other_languages(text, language, codes):
    assert countries(text, language) == codes


def test_the_table_of_countries_is_sound():
    data = json.loads(files("rapportkit.mentions.data").joinpath("countries.json").read_text("utf-8"))
    assert data["sources"]
    assert len(data["names"]) == 243
    assert all(re.fullmatch("[A-Z]{3}", code) and names for code, names in data["names"].items())
    assert all(set(table.values()) <= set(data["names"]) for table in data["demonyms"].values())
    assert {"DEU", "FRA", "CIV", "PSE", "VAT", "TWN"} <= set(data["names"])
