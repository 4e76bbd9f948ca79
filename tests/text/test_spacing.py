"""Odd spaces, page numbers and lost apostrophes: what is told, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.text.apostrophes import lost_apostrophe
from rapportkit.text.language import may_be_french
from rapportkit.text.page_numbers import glued, is_page_number
from rapportkit.text.spacing import odd_spaces, sets_apart

ANY = settings(max_examples=100, deadline=None, derandomize=True)
TEXTS = st.text(alphabet="ab A.,;:!? \t\f\u200b\xad3-–|@/don t", max_size=40) | st.text(max_size=30)


@pytest.mark.parametrize(
    ("text", "language", "kinds"),
    [
        ("Cities , towns", "en", ["before"]),
        ("Cities ; towns", "en", ["before"]),
        ("Goals 16, , 3 and 4", "en", ["before"]),
        ("Villes ; villages !", "fr", []),
        ("Villes , villages", "fr-CH", ["before"]),
        ("Cities ; towns", "", []),
        ("They run networks.Cities lead", "en", ["after"]),
        ("work,school", "en", ["after"]),
        ("Cities act  early", "en", ["doubled"]),
        ("Cities\tact", "en", ["doubled"]),
        ("Mi\u00adgrants and \u200bstates", "en", ["unseen", "unseen"]),
        ("It ended.  It began.", "en", []),
        ("See www.example.org/Cities.Html or a.b@Example.Com", "en", []),
        ("e.g. 1.5 and 3,000 in the U.S. ... and so on", "en", []),
        ("نمی\u200cخواهم", "fa", []),
    ],
)
def test_odd_spaces(text: str, language: str, kinds: list[str]):
    assert [kind for kind, _ in odd_spaces(text, language)] == kinds


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Cities provide services. 3", "3"),
        ("“Act now.” 12", "12"),
        ("Rents went up. – 7 –", "– 7 –"),
        ("Cities act. Page 2 of 5 States follow.", "Page 2 of 5"),
        ("Página 3 de 8 Las ciudades", "Página 3 de 8"),
        ("Page 4 Cities act", "Page 4"),
        ("Cities act. Page 4", " Page 4"),
        ("Cities\fact", "\f"),
    ],
)
def test_page_numbers_that_are_glued(text: str, number: str):
    found = glued(text)
    assert found is not None
    assert text[slice(*found)] == number


@pytest.mark.parametrize(
    "text",
    [
        "States agreed on para. 3",
        "See page 2 of 5.",
        "It is on page 4",
        "Cities named Goal 10 and Goal 8",
        "They met in 2018. 12 cities came",
        "There were 3",
        "cf. no. 7",
    ],
)
def test_numbers_that_belong_to_the_sentence(text: str):
    assert glued(text) is None


def test_a_page_number_alone_says_that_it_is_one():
    said = ["Page 1 of 1", "- 3 -", "3 / 8", "| Page 3", "Página 2 de 4"]
    assert all(map(is_page_number, said))
    assert not any(map(is_page_number, ["3", "2018", "Page 4 lists three cities.", ""]))


@pytest.mark.parametrize(
    ("text", "language", "gone"),
    [
        ("We don t know", "en", "don t"),
        ("In Mexico s cities", "en", "Mexico s"),
        ("We re here", "en-GB", None),
        ("what we ve seen", "en", "we ve"),
        ("Il faut qu il vienne", "fr", "qu il"),
        ("avec l accès aux soins", "fr", "l accès"),
        ("Type s and t", "es", None),
        ("migrants’ rights, don't, group A s", "en", None),
        ("we re-engage; plan s.", "en", None),
    ],
)
def test_lost_apostrophes(text: str, language: str, gone: str | None):
    found = lost_apostrophe(text, language)
    assert (text[slice(*found)] if found else None) == gone


@ANY
@given(TEXTS, st.sampled_from(["en", "fr", "es", ""]))
def test_any_text_is_looked_through(text: str, language: str):
    spans = [span for _, span in odd_spaces(text, language)]
    spans += [span for span in (glued(text), lost_apostrophe(text, language)) if span]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert is_page_number(text) in {True, False}


@pytest.mark.parametrize(
    ("text", "french"),
    [
        ("Logement : il faut des foyers ; vraiment ?", True),
        ("Pourquoi un visa coûte-t-il un salaire ?", True),
        ("L’État paie : oui", True),
        ("E\u0301le\u0300ves : dix", True),
        ("Les villes et les régions sont au centre de la discussion.", True),
        ("Housing : none", False),
        ("The cities of the Côte d’Ivoire and the towns said so : they pay.", False),
        ("¿ Qué más les dan ?", False),
        ("Die Städte und die Dörfer des Landes : alle", False),
    ],
)
def test_what_may_be_french(text: str, french: bool):
    assert may_be_french(text) is french


def test_signs_set_apart_are_a_habit_from_three_on():
    assert sets_apart(["Lyon : 3 !", "Berne : 4", "Oui: 2"])
    assert not sets_apart(["Lyon : 3", "Berne : 4"])
    assert not sets_apart(["A : 1", "B : 2", "C : 3", "D: 4", "E: 5", "F: 6"])
