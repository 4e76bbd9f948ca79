"""Words, errors and warnings of each report, the same from a document and from its JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from merge.made import again, dumped, made, said
from rapportkit import api
from rapportkit.merge.consolidate import consolidate
from rapportkit.templates.catalog import shipped
from rapportkit.wire import report as wire

EVENT = Path(__file__).parents[2] / "examples" / "event" / "reports"


@pytest.fixture(scope="module")
def read():
    """A report from its document: with labels, places and furniture that its JSON does not carry."""
    name = "ws2.2 care.txt"
    document = api.read((EVENT / name).read_bytes(), name)
    match = api.recognise(document, shipped())
    return api.extract(document, match.template, match.confidence, match.outline), match.template


def test_a_document_and_its_json_give_the_same_bytes(read):
    report, template = read
    carried = wire.load(json.loads(json.dumps(wire.dump(report, template))), template)
    for edition in ("public", "restricted"):
        told = api.merge([read], edition=edition)
        assert dumped(told) == dumped(api.merge([(carried, template)], edition=edition))
    (entry,) = told.reports
    assert (entry.errors, entry.warnings) == (3, 2)
    assert entry.words == sum(len(point.text.split()) for _, point in report.points())


def test_counts_outlast_a_merge_of_summaries(read):
    other = made({"challenges": said("Housing is dear", "Papers")}, number="9")
    first = api.merge([read], edition="restricted")
    nested = api.merge([other], [again(first)], edition="restricted")
    assert dumped(nested) == dumped(api.merge([read, other], edition="restricted"))
    assert [entry.words for entry in nested.reports if entry.number == "9"] == [4]


def test_words_are_counted_anew_where_an_older_summary_has_none():
    other = made({"challenges": said("Housing is dear", "Papers")})
    whole = consolidate([other], edition="restricted")
    data = json.loads(dumped(whole))
    for key in ("words", "errors", "warnings"):
        del data["reports"][0][key]
    del data["themes"], data["suggestions"]
    from rapportkit.wire import summary

    assert dumped(consolidate([], [summary.load(data)], edition="restricted")) == dumped(whole)
