"""In which way a text tells of persons and affiliations."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.mentions.known import surnames
from rapportkit.mentions.seen import look
from rapportkit.mentions.told import name_words, tell
from rapportkit.mentions.way import Way

WAYS = {
    "Ana Exemplo said no": "speaker Ana Exemplo",
    "As Hilda Muster, Councillor, City of Beispielstadt, explained, it helps": "speaker Hilda Muster",
    "Then Ilva Modelska said no": "speaker Ilva Modelska",
    "Then Alianza Ejemplo said no": "affiliation Alianza Ejemplo",
    "Barcelona Activa noted that it helps": "affiliation Barcelona Activa",
    "Then Sofia Modelska said no": "speaker Sofia Modelska",
    "The Director of the Agency for Samples, Ilva Modelska, signed": "person Ilva Modelska",
    "Then the Ilva Modelska said no": "affiliation Ilva Modelska",
    "Professor Ficta presented figures": "speaker Ficta",
    "Minister Modelo of Spain said no": "speaker Modelo",
    "Jane Doe (ILO) noted this": "speaker Jane Doe",
    "It was Omar Exemplo who asked": "speaker Omar Exemplo",
    "It was Omar Exemplo who painted the hall": "person Omar Exemplo",
    "», a déclaré M. Exemple": "speaker Exemple",
    "Los avances, destacó la Sra. Ficticia": "speaker Ficticia",
    "Thanks to Ana Exemplo for her notes": "person Ana Exemplo",
    "Comme le souligne le professeur Exemple": "speaker Exemple",
    "Le ministre Exemple a signé": "person Exemple",
    "Bruno Imaginary, who heads a shelter, described a night": "speaker Bruno Imaginary",
    "L'Union européenne a indiqué que oui": "affiliation Union européenne",
    "La Constitution précise que non": "",
    "Selon le Kenya, le système fonctionne": "affiliation Kenya",
    "According to UNHCR, numbers rose": "",
    "Speaking for the EU, she asked": "affiliation EU",
    "The Nelson Mandela Rules and the école Victor Hugo": "",
    "Norway asks employers for a contract": "",
    "Norway asks for a contract": "affiliation Norway",
    "Germany admitted a million people; Canada invited 300": "",
    "According to Spain’s constitution, all are equal": "",
    "On a remercié M. Exemple": "person Exemple",
    "Maria – yes": "prefix Maria",
    "Views:\nMaria: yes": "prefix Maria",
    "Ana Exemplo (ILO): yes": "prefix Ana Exemplo",
    "Rates rose, and Maria: yes": "",
    "The study of Laura Ejemplo": "person Laura Ejemplo",
    "Two women, Ana Exemplo, head of CASE and Eva Muster, director, spoke": "speaker Ana Exemplo|speaker Eva Muster",
    "Spain’s delegate asked": "affiliation Spain",
    "stressed by UNHCR": "affiliation UNHCR",
    "an intervention by Spain": "affiliation Spain",
    "Le ministre tunisien a rappelé la loi": "affiliation tunisien",
    "The Minister of Labour said no": "affiliation Minister of Labour",
    "A minister of labour said no": "",
    "The Minister of Labour signed": "",
    "El Presidente de las Jornadas abre": "",
    "Not one delegation spoke": "",
    "Write to ana.exemplo@example.org": "contact ana.exemplo@example.org",
    "IBAN XX00 0000 0000 0000 00": "",
    "It cost 00 41 22 555 01 77": "contact 00 41 22 555 01 77",
}


def told(text, language="", **known):
    found = tell(text, look(text, language), **known)
    return "|".join(f"{each.way} {text[each.start : each.end]}" for each in found)


@pytest.mark.parametrize("text", WAYS)
def test_words_are_told_once_and_in_one_way(text):
    assert told(text, "fr") == WAYS[text]


def test_who_may_be_named_is_known_by_all_words_of_the_name():
    fine = (name_words("Ambassador Ana P. EXEMPLO"),)
    assert told("Ana Exemplo, Ms Exemplo and Ana P. Exemplo said no", fine=fine) == ""
    assert told("Ana Muster said no", fine=fine) == "speaker Ana Muster"


def test_a_surname_alone_counts_once_the_whole_name_is_known():
    assert told("Modelska agreed.") == ""
    known = surnames(["Ilva Modelska", "Michael Jordan"])
    assert told("Modelska agreed; Jordan has camps.", surnames=known) == "speaker Modelska"


def test_what_stands_behind_a_practice_tells_its_owner():
    text = "Cards are issued to all residents (Ecuador)."
    assert told(text) == "affiliation Ecuador"
    assert told(text, practice=True) == ""


PIECES = [
    "Ana Exemplo",
    "Spain",
    "Minister",
    "said",
    "the",
    "of",
    ", ",
    ": ",
    "(",
    ")",
    "\n",
    ". ",
    "UNHCR",
    "+41 22 ",
]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=80))
def test_stretches_are_apart_and_within_the_text(text):
    spans = sorted((each.start, each.end) for each in tell(text, look(text)))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize(
    "piece", ["Ana Exemplo, ", ", also", "Spain and ", "Spain: we; ", "the Minister of "]
)
def test_a_long_line_is_read_like_a_short_one(piece):
    short, long = (sum(1 for _ in tell(text, look(text))) for text in (piece * 40, piece * 4000))
    assert long <= 100 * short + 1
    assert {each.way for each in tell(piece * 40, look(piece * 40))} <= set(Way)
