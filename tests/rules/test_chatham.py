"""Where the words stand that tell who took part, and that nobody is told twice."""

from __future__ import annotations

from rapportkit import api
from rapportkit.templates.catalog import find, shipped

TEXT = """Name of Rapporteur: Ana Exemplo

2. Challenges
- Then Ilva Modelska said that fees must go, and Spain said no.
- Modelska agreed; write to ilva@example.org.
"""
TEMPLATE = find("gfmd-roundtable-2018", shipped())


def found(codes: str):
    document = api.read(TEXT.encode(), "notes.txt")
    report = api.extract(document, TEMPLATE, 1.0)
    findings = api.validate(report, TEMPLATE, document=document)
    return document, [each for each in findings if each.code.startswith(codes)]


def test_the_place_is_that_of_the_words():
    document, findings = found("R")
    told = []
    for each in findings:
        start, end = each.location.span
        told.append((each.code, document.blocks[each.location.block].text[start:end], each.location.line))
    assert told == [
        ("R001", "Ilva Modelska", 4),
        ("R003", "Spain", 4),
        ("R001", "Modelska", 5),
        ("R004", "ilva@example.org", 5),
    ]


def test_quote_and_arguments_are_there_for_other_languages():
    _, (first, *_) = found("R001")
    assert (first.quote, first.key, dict(first.args)["quote"]) == ("Ilva Modelska", "named", "Ilva Modelska")
