"""Whose a good practice is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.mentions.owners import owners

GOLD = json.loads(Path(__file__).with_name("owners_gold.json").read_text("utf-8"))["practices"]
# text: countries | cities | body
OWNERS = {
    "Ghana – a fund": "GHA||",
    "Jordan – certificates, open to Syrians and Jordanians alike": "JOR||",
    "Rotterdam (Netherlands) – visits to ships from Panama": "NLD|Rotterdam|",
    "Bologna, Italy – co-operatives of nurses from abroad": "ITA|Bologna|",
    "Canada (Manitoba) – recruiters need a licence": "CAN|Manitoba|",
    "Port Selene – welders test newcomers": "|Port Selene|",
    "City of Rotterdam: joint visits": "NLD|Rotterdam|",
    "Morocco and Belgium – training in Rabat and Casablanca": "MAR,BEL||",
    "Mexico-Canada seasonal workers programme": "MEX,CAN||",
    "Cards are issued to all residents (Ecuador).": "ECU||",
    "Firewall in schools (Canada): teachers never ask": "CAN||",
    "In Mombasa, Kenya, the port desk opens at night": "KEN|Mombasa|",
    "Workers from Nepal in Qatar can change employer": "QAT||",
    "Italy's programme for Tunisian workers": "ITA||",
    "The Colombian government lets Venezuelans work": "COL||",
    "Le gouvernement du Maroc a ouvert un guichet aux Maliens": "MAR||",
    "En Colombia, los municipios abren escuelas": "COL||",
    "Accord entre la Belgique et le Sénégal sur les stages": "BEL,SEN||",
    "Skills partnerships: Germany trains nurses in Viet Nam": "DEU||",
    "Kampala: desk. Viet Nam – fund for tenants": "UGA,VNM|Kampala|",
    "Monthly clinic in French, Somali and Tigrinya": "||",
    "A regional network of employers (5 countries, secretariat in Athens).": "||",
    "Northern Pier Diaspora Forum: monthly clinic in Somali": "||Northern Pier Diaspora Forum",
    "Shipping company of the host port: names its agents": "||Shipping company of the host port",
    "Prices are watched by students of Northern Pier University": "||Northern Pier University",
    "Radio Passerelle, émission hebdomadaire": "||Radio Passerelle",
    "Barcelona Activa helps newcomers open a business": "||Barcelona Activa",
    "IOM Ghana – hotline for returnees": "GHA||IOM Ghana",
    "Platform of associations in Viet Nam: newsletter": "VNM||Platform of associations in Viet Nam",
    "Ambassador Juan Ejemplo (Representative of Utopia to the Office of Samples) presented a fund": "||",
    "Ana Exemplo presented a fund": "||",
    "Local authorities provide interpretation": "||",
    "Whole of society approach: benefits for all": "||",
    "": "||",
}


@pytest.mark.parametrize("text", OWNERS)
def test_a_practice_belongs_to_whom_its_words_say(text):
    found = owners(text)
    assert "|".join((",".join(found.countries), ",".join(found.cities), found.body)) == OWNERS[text]
    assert bool(found) == (OWNERS[text] != "||")


def counted(half: str, what: str) -> tuple[float, float]:
    """Precision and recall of one half of the gold practices."""
    right = told = asked = 0
    for each in GOLD:
        if each["half"] == half:
            found = owners(each["text"], each["language"])
            said = {getattr(found, what)} - {""} if what == "body" else {*getattr(found, what)}
            wanted = {each[what]} - {""} if what == "body" else {*each[what]}
            right, told, asked = right + len(said & wanted), told + len(said), asked + len(wanted)
    return right / told, right / asked


@pytest.mark.parametrize(
    ("half", "what", "precision", "recall"),
    [
        ("built on", "countries", 0.98, 0.98),
        ("built on", "cities", 0.98, 0.98),
        ("built on", "body", 0.98, 0.98),
        # Points that hold several practices, some of them without a label, keep the recall down.
        ("unseen", "countries", 0.98, 0.9),
        ("unseen", "cities", 0.98, 0.98),
        ("unseen", "body", 0.98, 0.98),
    ],
)
def test_owners_of_the_gold_practices_are_found(half, what, precision, recall):
    assert sum(each["half"] == half for each in GOLD) > 60
    found = counted(half, what)
    assert found[0] >= precision
    assert found[1] >= recall


PIECES = [
    "Ghana",
    " – ",
    ": ",
    "(Canada)",
    "in ",
    "Rotterdam",
    ", ",
    ". ",
    "\n",
    "Agency",
    "The ",
    " and ",
    "of ",
    "Syrians",
]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join) | st.text(max_size=60))
def test_owners_stand_in_the_text(text):
    found = owners(text)
    assert all(city in text for city in found.cities)
    assert found.body in text
    assert len(set(found.countries)) == len(found.countries)
