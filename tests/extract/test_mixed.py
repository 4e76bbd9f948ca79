"""Paragraphs in which the form's guidance and the author's words stand together: no word of the author's is lost."""

from __future__ import annotations

import re

import pytest
from accounting import of_report, said, words

from rapportkit import api
from rapportkit.extract.subtract import Guidance, Ledger, subtract
from rapportkit.model.document import Block, BlockKind
from rapportkit.model.location import Location
from rapportkit.model.template import Template
from rapportkit.templates.catalog import shipped

TEMPLATES = {template.id: template for template in shipped()}
ANSWERS = {
    "en": (
        "Clinics stay open at night.",
        "One-stop shops.",
        "Budgets.",
        "Local authorities made progress in the past years.",
        "“Trust first.” – anonymous",
        "Firewalls keep families healthy and let nurses work, as a nurse explained, in towns large and small.",
    ),
    "fr": (
        "Les cliniques restent ouvertes la nuit.",
        "Guichets uniques.",
        "« La confiance d’abord. » – anonyme",
    ),
    "es": ("Las clínicas abren de noche.", "Ventanillas únicas.", "«Primero la confianza.» – anónimo"),
}
BEHIND, BEFORE, ABOVE = "{guidance} {answer}", "{answer} {guidance}", "{guidance}: {answer}"
BETWEEN, AROUND = "{answer} {guidance} {answer}", "{guidance} {answer} {guidance}"


def guidance(template: Template):
    """Every stretch of guidance of a form with its language."""
    for entry in (template, *template.headings, *template.fields, *template.leaves()):
        for language, told in entry.guidance.by_language:
            yield from ((language, text) for text in told)


def kept(template: Template, text: str) -> list[str]:
    block = Block(BlockKind.ITEM, text, Location(), level=1)
    return [each.text for each in subtract([block], Guidance(template), Ledger())]


@pytest.mark.parametrize("shape", [BEHIND, BEFORE, ABOVE, BETWEEN, AROUND])
@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.id)
def test_an_answer_beside_guidance_is_kept_whatever_the_guidance(template, shape):
    lost = [
        text
        for language, told in sorted(set(guidance(template)))
        for answer in ANSWERS[language]
        for text in [shape.format(guidance=told, answer=answer)]
        if not any(answer.rstrip(".") in each for each in kept(template, text))
    ]
    assert lost == []


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.id)
def test_guidance_alone_is_no_answer(template):
    assert [told for _, told in guidance(template) if kept(template, told)] == []


ASKED = "If you like, please give one or two quotes that inspired you during the session."


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (f"{ASKED} “Trust first, in every town.” – anonymous", "“Trust first, in every town.” – anonymous"),
        (f"“Trust first, in every town.” – anonymous {ASKED}", "“Trust first, in every town.” – anonymous"),
        (f"{ASKED}: Trust first.", "Trust first."),
        # Beside the form's words with a word left out as well: these are cut off where a sentence ends.
        (
            "If you like, give one or two quotes that inspired you during the session. Clinics open at night.",
            "Clinics open at night.",
        ),
        # Where the author's words begin is not certain: all of it is the answer.
        (f"Clinics first. {ASKED} Then schools.", f"Clinics first. {ASKED} Then schools."),
        (
            (
                "If you like, please give quotes, says the form, one or two that inspired many delegates, mostly nurses, "
                "during the session."
            ),
            (
                "If you like, please give quotes, says the form, one or two that inspired many delegates, mostly nurses, "
                "during the session."
            ),
        ),
    ],
)
def test_the_form_s_words_are_cut_off_where_that_is_certain(text, answer):
    assert kept(TEMPLATES["gfmd-roundtable-2018"], text) == [answer]


@pytest.mark.parametrize(
    "text",
    [
        "If you like, please provide one or two quotes which inspired you during the session.",
        (
            "In the interest of time, we advise you to use this template to take notes directly during the Roundtable "
            "session. Please write concise bullet points."
        ),
        (
            "*Veuillez noter que les séances suivent la règle de Chatham House : merci de demander l’accord avant de "
            "nommer l’orateur ou l’organisation, ou d’indiquer « anonyme »."
        ),
        (
            "Para ahorrar tiempo, le aconsejamos tomar notas directamente en esta plantilla durante la mesa redonda. "
            "Escriba, por favor, en puntos concisos para facilitar la preparación del informe final."
        ),
    ],
)
def test_guidance_in_other_words_is_no_answer(text):
    assert kept(TEMPLATES["gfmd-roundtable-2018"], text) == []


FORM = """Roundtable Sessions, Marrakesh, 6 December 2018
Reporting Template

Name and affiliation of rapporteur: Ana Exemplo, Example Network
Roundtable session number and title: Round Table 1.2 Migrants

1. Summary / Main discussion points
- Access needs a long view.

2. Challenges
{challenges}

3. Opportunities / good practices / innovations for the way forward
- One counter for all offices.

4. Relevance to the Global Compact for Migration (GCM)
- Objective 15 gives a frame.

5. Relevance to the 2030 Agenda for Sustainable Development
- Services help with SDG 3.

6. Inspiring quotes
- “Trust first.” – anonymous
"""
WRITTEN = "Please write in concise bullet points to facilitate the preparation of the final report."


def validated(challenges: str):
    template = TEMPLATES["gfmd-roundtable-2018"]
    document = api.read(FORM.format(challenges=challenges).encode(), "x.txt")
    report = api.extract(document, template)
    told = {
        finding.code
        for finding in api.validate(report, template)
        if finding.pointer and finding.pointer.startswith("/challenges")
    }
    return [point.text for point in report.answer("/challenges").points], told


@pytest.mark.parametrize(
    ("challenges", "points", "told"),
    [
        (f"- {WRITTEN} Budgets are short.", ["Budgets are short."], set()),
        (f"- Budgets are short. {WRITTEN}\n- Data are old.", ["Budgets are short.", "Data are old."], set()),
        (
            f"- Budgets are short. {WRITTEN} Data are old.",
            [f"Budgets are short. {WRITTEN} Data are old."],
            {"A003"},
        ),
        (f"- {WRITTEN}", [], {"A001"}),
    ],
)
def test_guidance_that_stays_is_told_and_guidance_alone_is_no_answer(challenges, points, told):
    assert validated(challenges) == (points, told)


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.id)
def test_no_word_of_the_author_s_is_booked_as_the_form_s(template):
    """Each paragraph of a page is guidance with an answer beside it: all answers are in fields or unplaced."""
    answers = [
        "Volunteers repaired seventeen bicycles.",
        "Bakers borrowed nine tables.",
        "Tailors painted the theatre.",
    ]
    told = sorted({text for language, text in guidance(template) if language == "en"})
    own = words(re.findall(r"\w{4,}", " ".join(answers)))
    for text in told:
        for shape in (BEHIND, BEFORE, ABOVE):
            page = "\n\n".join(f"- {shape.format(guidance=text, answer=answer)}" for answer in answers)
            report = api.extract(api.read(page.encode(), "x.txt"), template)
            shown = words(
                [
                    *(value.text for _, value in report.header),
                    *(each for answer in report.answers for point in answer.points for each in said(point)),
                    *(passage.text for passage in report.unplaced),
                ]
            )
            assert not own - shown, page
            assert not own - of_report(report)
