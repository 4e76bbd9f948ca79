"""Messages in another language: said where a catalogue has them, in English where not."""

from __future__ import annotations

from rapportkit import rules
from rapportkit.rules import messages
from rapportkit.templates.catalog import find, shipped
from rules.pages_of_cases import report

TEMPLATE = find("gfmd-csd-2016", shipped())
CROWDED = report({"fields": {"progress": ["1", "2", "3", "4", "5"], "quotes": ["“Act.”"]}}, TEMPLATE)


def test_a_catalogue_is_used_and_english_fills_its_gaps(monkeypatch):
    french = {"L001.points": ("{label} contient {count} points, {limit} au plus", "Gardez {limit} points.")}
    monkeypatch.setattr(messages, "CATALOGUES", {"fr": french})
    found = {each.code: each for each in rules.check(CROWDED, TEMPLATE, "fr-CH")}
    assert found["L001"].message.endswith("contient 5 points, 4 au plus")
    assert found["L001"].help == "Gardez 4 points."
    assert "bears neither a speaker" in found["Q002"].message


def test_labels_are_those_of_the_report_s_own_language():
    schema_free = report({"language": "en", "fields": {}}, TEMPLATE)
    labels = [each.message for each in rules.check(schema_free, TEMPLATE) if each.code == "M001"]
    assert labels == ["“Name of rapporteur(s)” names nobody"]
