"""A filled form keeps its fields whatever people and programs do to it on its way, and never loses a word."""

import os
import unicodedata
from collections import Counter

import pytest
from accounting import WORD, lost, said
from filled import filled
from hypothesis import HealthCheck, Phase, given, settings
from mutations import MUTATIONS

from rapportkit import api
from rapportkit.templates.catalog import shipped

EXAMPLES = int(os.environ.get("MUTATIONS", "2"))
"""Forms drawn for each mutation; more of them, and others each time, with MUTATIONS=50 in the environment."""
CASES = [(mutation, form) for mutation in MUTATIONS for form in mutation.forms]


def alike(text):
    """A text apart from the signs that a mutation may change on the way: kinds of spaces, quotes and accents."""
    text = unicodedata.normalize("NFC", text).replace("'", "’").replace("\u200b", "").replace("\ufeff", "")
    return " ".join(text.split())


def found(report):
    """Field by field, texts and speakers; header values as well."""
    answers = {
        answer.pointer: [(alike(point.text), alike(point.speaker)) for point in answer.points]
        for answer in report.answers
    }
    return answers | {pointer: [(alike(value.text), "")] for pointer, value in report.header}


def kept(fields):
    return {key: [(alike(text), alike(who)) for text, who in pairs] for key, pairs in fields.items()}


def words(texts):
    return Counter(word for text in texts for word in WORD.findall(alike(text)))


def words_of_form(form):
    return words(text for pairs in form.fields.values() for pair in pairs for text in pair)


def words_of_report(report):
    answers = (text for answer in report.answers for point in answer.points for text in said(point))
    header = (value.text for _, value in report.header)
    return words((*answers, *header, *(passage.text for passage in (*report.unplaced, *report.wording))))


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@pytest.mark.parametrize(("mutation", "which"), CASES, ids=lambda value: getattr(value, "name", value))
def test_a_mutated_form_keeps_its_fields_and_its_words(mutation, which, request):
    if mutation.wrong:
        request.applymarker(pytest.mark.xfail(reason=mutation.wrong, strict=True))

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=EXAMPLES == 2,
        database=None,
        phases=(
            Phase.generate,
        ),  # what is drawn is short as it is, and each step of shrinking would read a file
        suppress_health_check=list(HealthCheck),
    )
    @given(filled(which))
    def hold(form):
        changed = mutation.change(form)
        document = api.read(mutation.write(changed), f"report{mutation.suffix}")
        best = api.identify(document, shipped())[0]
        assert (best.template.id, best.fits) == (which, True)
        report = api.extract(document, form.template)
        assert not lost(document, report)
        assert not words_of_form(form) - words_of_report(report)
        wanted = kept(changed.fields)
        assert {key: pairs for key, pairs in found(report).items() if key in wanted} == wanted

    hold()
