"""A finding as JSON, out and back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from rapportkit.errors import ReadError
from rapportkit.model.finding import Finding, Severity
from rapportkit.model.location import Location
from rapportkit.templates.catalog import shape
from rapportkit.wire.finding import dump, load

CELL = Location("rt12.docx", block=14, table=2, row=9, cell=1)
PDF = Location("rt12.pdf", page=2, line=7, box=(72.04, 100.0, 300.5, 112.26), area="text box 1")


def finding(location: Location | None = CELL) -> Finding:
    return Finding(
        location.source if location else "rt12.docx",
        "L001",
        "too-many-points",
        Severity.ERROR,
        "“Progress” holds 5 points; the form asks for 4 at most",
        "/progress/4",
        location,
        "Keep the strongest points.",
        "points",
        (("count", 5), ("limit", 4)),
    )


def test_the_place_is_told_in_the_finding_s_own_language_and_a_waiver_with_its_reason():
    written = dump(replace(finding(), place="tableau 2, ligne 9", waived="agreed with the chair"))
    Draft202012Validator(shape("finding")).validate(written)
    assert (written["location"]["place"], written["waived"]) == (
        "tableau 2, ligne 9",
        "agreed with the chair",
    )
    assert dump(load(written)) == written


def test_the_shape_is_the_contract_s():
    assert dump(finding()) == {
        "file": "rt12.docx",
        "code": "L001",
        "name": "too-many-points",
        "severity": "error",
        "message": "“Progress” holds 5 points; the form asks for 4 at most",
        "pointer": "/progress/4",
        "location": {"table": 2, "row": 9, "cell": 1, "place": "table 2, row 9, cell 1"},
        "help": "Keep the strongest points.",
        "key": "points",
        "args": {"count": 5, "limit": 4},
        "quote": "",
    }


@pytest.mark.parametrize(
    "location", [CELL, PDF, None, Location("rt12.docx")], ids=["cell", "pdf", "none", "unknown"]
)
def test_what_is_written_fits_the_schema_and_comes_back(location: Location | None):
    schema = shape("finding")
    Draft202012Validator.check_schema(schema)
    written = json.loads(json.dumps(dump(finding(location))))
    Draft202012Validator(schema).validate(written)
    assert dump(load(written)) == written


def test_a_place_that_is_not_known_is_null():
    assert dump(finding(Location("rt12.docx")))["location"] is None


def test_a_box_is_rounded_and_stands_beside_the_page():
    assert dump(finding(PDF))["location"] == {
        "page": 2,
        "line": 7,
        "area": "text box 1",
        "box": [72.0, 100.0, 300.5, 112.3],
        "place": "text box 1, page 2, line 7",
    }


@pytest.mark.parametrize(
    ("spoiled", "said"),
    [
        ({"severity": "grave"}, "ValueError"),
        ({"location": 3}, "AttributeError"),
        ({"code": None, "file": None}, ""),
    ],
)
def test_another_shape_is_refused_in_one_sentence(spoiled: dict, said: str):
    written = dump(finding()) | spoiled
    if not said:
        del written["help"]
        said = "KeyError: 'help'"
    with pytest.raises(ReadError, match=said) as caught:
        load(written)
    assert caught.value.code == "F009"
