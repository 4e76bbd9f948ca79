"""Tags of a text: what it is about and whom it names, with the words that say so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.mentions.tags import tags
from rapportkit.mentions.themes import cited

GIVEN = {
    "en": {
        "GCM objectives 7 and 15; SDG target 8.7": "gcm-7 gcm-15 sdg-8 sdg-8.7",
        "Data disaggregated by sex and age": "gcm-1~ sdg-17~ sdg-17.18~",
        "Climate change and drought as adverse drivers": "gcm-2~ sdg-13~",
        "Pre-departure sessions": "gcm-3~",
        "Birth certificates for children": "gcm-4~ sdg-16~ sdg-16.9~ children",
        "Circular migration and seasonal worker schemes": "gcm-5~ sdg-10~ sdg-10.7~",
        "No worker shall pay recruitment fees": "gcm-6~ sdg-8~ sdg-8.8~",
        "Persons in vulnerable situations": "gcm-7~",
        "Search and rescue; missing migrants": "gcm-8~",
        "People smugglers at sea": "gcm-9~",
        "Human trafficking": "gcm-10~ sdg-8~ sdg-8.7~",
        "Border management": "gcm-11~",
        "Screening, then individual assessment": "gcm-12~",
        "Alternatives to detention": "gcm-13~",
        "Consular assistance": "gcm-14~",
        "Access to basic services": "gcm-15~",
        "Social cohesion": "gcm-16~",
        "Xenophobia": "gcm-17~",
        "Mutual recognition of qualifications": "gcm-18~",
        "Diaspora investment": "gcm-19~ diaspora",
        "Cheaper remittances": "gcm-20~ sdg-10~ sdg-10.c~",
        "Sustainable reintegration": "gcm-21~",
        "Portability of pensions": "gcm-22~ sdg-1~",
        "Bilateral agreements": "gcm-23~",
        "Drug trafficking and regional integration": "",
        "The lunch was late": "",
        "Kenyan nurses in Dakar": "KEN SEN~",
        "Local governments, mayors, employers and NGOs": "civil-society~ local-authorities private-sector~",
        "Trade unions, universities and young people": "academia~ trade-unions youth",
        "Girls without papers": "children~ women~",
    },
    "fr": {
        "Objectif 15 du Pacte mondial et ODD 3": "gcm-15 sdg-3",
        "Lutter contre la traite des personnes": "gcm-10~ sdg-8~ sdg-8.7~",
        "Le trafic illicite de migrants": "gcm-9~",
        "L’accès aux soins de santé": "gcm-15~ sdg-3~ sdg-3.8~",
        "La cohésion sociale": "gcm-16~",
        "Les envois de fonds de la diaspora": "gcm-20~ sdg-10~ sdg-10.c~ diaspora",
        "Des maires, des syndicats et des femmes sénégalaises": "SEN local-authorities~ trade-unions women",
    },
    "es": {
        "Objetivo 10 del Pacto Mundial; meta 8.7": "gcm-10 sdg-8 sdg-8.7",
        "La trata de personas": "gcm-10~ sdg-8~ sdg-8.7~",
        "No se trata de eso": "",
        "El tráfico ilícito de migrantes": "gcm-9~",
        "El seguro de salud": "gcm-15~ sdg-3~ sdg-3.8~",
        "La cohesión social": "gcm-16~",
        "Jóvenes mexicanas y la sociedad civil": "MEX civil-society youth",
    },
}


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in GIVEN.items() for text in texts]
)
def test_tags_are_those_that_the_words_give(language, text):
    found = (f"{tag.id}{'~' if tag.how == 'inferred' else ''}" for tag in tags(text, language))
    assert " ".join(found) == GIVEN[language][text]


def test_a_tag_says_where_its_words_stand():
    (tag,) = tags("We met mayors from three continents", "en")
    assert (tag.kind, tag.how, tag.span, tag.words) == ("group", "inferred", (7, 13), "mayors")


def test_what_is_cited_is_surer_than_what_is_inferred():
    (objective,) = [tag for tag in tags("Detention: objective 13", "en") if tag.kind == "gcm"]
    assert (objective.how, objective.words) == ("cited", "objective 13")


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("International cooperation on consular protection", ["gcm-14"]),
        ("International cooperation", ["gcm-23"]),
        ("Access to public services is essential for integration", ["gcm-15"]),
        ("Integration takes time", ["gcm-16"]),
        ("Objective 5: international cooperation", ["gcm-5"]),
    ],
)
def test_catch_alls_count_only_where_nothing_else_is_told(text, ids):
    assert [tag.id for tag in tags(text, "en") if tag.kind == "gcm"] == ids


def test_the_words_of_a_text_decide_on_its_language_before_the_report_does():
    text = "Les migrants et leurs familles ont accès aux soins de santé dans la ville."
    assert "gcm-15" in {tag.id for tag in tags(text, "en")}


def test_a_language_without_lexicon_still_has_its_citations_and_countries():
    found = tags(
        "Die Vereinbarung von Kenia und Ghana, wie in SDG 8 und von der EU gefordert: remittances", "de"
    )
    assert [tag.id for tag in found] == ["sdg-8", "GHA", "KEN"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("SDG indicator 10.7.1 measures recruitment cost", "sdg-10 sdg-10.7"),
        ("SDG indicators 10.7.1, 10.7.2 and 8.8.1", "sdg-10 sdg-10.7 sdg-8 sdg-8.8"),
        ("el indicador 10.7.1 y la meta 8.8", "sdg-10 sdg-10.7 sdg-8 sdg-8.8"),
        ("l’indicateur 10.7.1 de la cible 10.7", "sdg-10 sdg-10.7"),
        ("La cible 10.7 demande", "sdg-10 sdg-10.7"),
        ("ODD 10.7.1", "sdg-10 sdg-10.7"),
        ("indicator 3.2 of the project, in version 10.7.1", ""),
        ("indicator 18.7.1; target 10.77", "sdg-10"),
    ],
)
def test_an_indicator_is_one_of_its_target(text, ids):
    assert " ".join(each.id for each in cited(text)) == ids


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("SDGs 8 and 10", {"sdg-8": "SDGs 8", "sdg-10": "SDGs 8 and 10"}),
        ("Objectives 5–7", {"gcm-5": "Objectives 5", "gcm-6": "Objectives 5–7", "gcm-7": "Objectives 5–7"}),
        ("target 10.c", {"sdg-10": "target 10.c", "sdg-10.c": "target 10.c"}),
        ("SDG 8.25", {"sdg-8": "SDG 8.25"}),
    ],
)
def test_a_citation_reaches_from_the_list_to_the_number(text, spans):
    assert {each.id: text[slice(*each.span)] for each in cited(text)} == spans


PIECES = st.sampled_from(
    [
        *(
            "SDG 8",
            "objective 15",
            "Objectif 3",
            "trafficking",
            "women",
            "Paris",
            "Agreement",
            "Kenya",
            "Jordan",
        ),
        *(
            "remesas",
            "la traite des personnes",
            "services",
            "access to",
            "\n",
            ". ",
            "’",
            "État",
            "İ",
            "ß",
            "2.c",
        ),
        *("franco-tunisien", "Georgia,", "ﬁ", "中国", "المغرب", "(", "..", "*", "|", " + "),
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(TEXTS, st.sampled_from(["", "en", "fr", "es-MX", "ar", "xx"]))
def test_every_tag_stands_in_the_text_and_once(text, language):
    found = tags(text, language)
    assert found == tags(text, language)
    assert len({tag.id for tag in found}) == len(found)
    for tag in found:
        start, stop = tag.span
        assert 0 <= start < stop <= len(text)
        assert tag.words == text[start:stop]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(TEXTS)
def test_a_target_brings_its_goal(text):
    ids = {tag.id for tag in tags(text)}
    assert {each.partition(".")[0] for each in ids if "." in each} <= ids
