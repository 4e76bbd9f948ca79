"""A file that is none of the forms is refused, not forced into one."""

from pathlib import Path

import pytest

from rapportkit import api
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
