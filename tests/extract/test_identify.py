"""A file that is none of the forms is refused, not forced into one."""

from dataclasses import replace
from pathlib import Path

import pytest

from rapportkit import api
from rapportkit.model.report import SURE
from rapportkit.templates.catalog import shipped

ROOT = Path(__file__).parents[2]
NOT_FORMS = sorted((ROOT / "tests/fixtures/not_forms").glob("*.txt"))
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def ranked(path):
    return api.identify(api.read(path.read_bytes(), path.name), shipped())


def test_there_are_texts_to_refuse():
    assert len(NOT_FORMS) >= 12


@pytest.mark.parametrize("path", NOT_FORMS, ids=lambda path: path.name)
def test_no_template_fits_a_text_that_is_no_form(path):
    assert not [match.template.id for match in ranked(path) if match.fits]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_a_seed_fits_one_template_clearly_better_than_the_others(path):
    best, second, *_ = ranked(path)
    assert best.fits
    assert best.confidence - second.confidence > 0.15
    assert best.evidence


def test_every_template_is_scored():
    assert {match.template.id for match in ranked(SEEDS[0])} == {template.id for template in shipped()}


FILES = [
    *sorted((ROOT / "examples" / "formats").glob("*.*")),
    *sorted((ROOT / "tests" / "corpus" / "dev" / "files").glob("*.*")),
    *NOT_FORMS,
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_best_is_the_first_of_all(path):
    document = api.read(path.read_bytes(), path.name)
    first, best = api.identify(document, shipped())[0], api.recognise(document, shipped())
    assert (best.template.id, best.confidence, best.fits) == (first.template.id, first.confidence, first.fits)


SPEECH = """{title}

Me complace presentar un resumen de lo debatido en la mesa redonda 5, dedicada a «Cafés y trenes».

TAZAS

Muchos insistieron en que una taza compartida es media amistad.

TRENES
{trains}
CONCLUSIÓN

La conversación debe continuar en el andén.
"""
TRAINS = "\nSe recordó que quien espera también conversa.\n"


def read(text):
    return api.read(text.encode(), "cafes.txt")


def test_a_short_form_that_shows_all_it_asks_for_is_sure_under_its_own_title():
    own = api.recognise(read(SPEECH.format(title="Resumen de la mesa redonda 5", trains=TRAINS)), shipped())
    other = api.recognise(read(SPEECH.format(title="Cafés y trenes", trains=TRAINS)), shipped())
    assert own.confidence >= SURE > other.confidence


def test_a_form_that_lost_half_of_its_questions_is_sure_by_the_words_of_the_others():
    template = next(each for each in shipped() if each.id == "gfmd-csd-2018")
    labels = [field.label for field in template.leaves()[:5]]
    text = "Session theme: Cafés\n\n" + "\n\n".join(f"{label}\n- Cups are shared." for label in labels)
    titled, untitled = (api.recognise(read(head + text), shipped()) for head in ("Reporting Template\n", ""))
    assert titled.template is template
    assert titled.confidence >= SURE > untitled.confidence


def test_a_last_heading_without_text_is_a_section_of_its_own():
    document = read(SPEECH.format(title="Resumen de la mesa redonda 5", trains=""))
    report = api.extract(document, api.recognise(document, shipped()).template)
    sections = report.answer("/sections").points
    assert [(each.text, len(each.points)) for each in sections] == [("TAZAS", 1), ("TRENES", 0)]


def test_a_form_that_is_plainly_another_edition_is_scored_against_both():
    template = next(each for each in shipped() if each.id == "gfmd-roundtable-2018")
    older = replace(template, id="older-edition")
    document = api.read(SEEDS[0].read_bytes(), SEEDS[0].name)
    assert api.recognise(document, (template, older)).template.id == template.id
    assert api.recognise(document, (older, template)).template.id == template.id
