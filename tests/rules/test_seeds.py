"""The five seeds, read from their files: what is told of each, and nothing else.

Each finding was judged by reading the file. 000 and 001 leave two quotations each without a mark; the
first recommendation of 001 has a third action; 003 stands amid the text of a web page.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportkit import api
from rapportkit.templates.catalog import shipped

SEEDS = Path(__file__).parents[2] / "seeds"
EXPECTED = {
    "000": [("warning", "Q002", "/quotes/0"), ("warning", "Q002", "/quotes/1")],
    "001": [
        ("error", "L001", "/recommendations/0/actions/2"),
        ("warning", "Q002", "/quotes/0"),
        ("warning", "Q002", "/quotes/1"),
    ],
    "002": [],
    "003": [("warning", "U001", "")],
    "004": [],
}


@pytest.mark.parametrize("number", EXPECTED)
def test_a_seed_has_these_findings_and_no_others(number: str):
    path = next(SEEDS.glob(f"{number}_*.txt"))
    document = api.read(path.read_bytes(), path.name)
    best = api.identify(document, shipped())[0]
    report = api.extract(document, best.template, best.confidence)
    found = api.validate(report, best.template)
    assert [(each.severity.value, each.code, each.pointer) for each in found] == EXPECTED[number]
    assert all(each.location and each.location.line for each in found)


def test_the_third_action_of_seed_001_is_told_with_label_place_and_limit():
    path = next(SEEDS.glob("001_*.txt"))
    document = api.read(path.read_bytes(), path.name)
    best = api.identify(document, shipped())[0]
    found = api.validate(api.extract(document, best.template, best.confidence), best.template)[0]
    line = path.read_text("utf-8").splitlines()[found.location.line - 1]
    assert "Compact negotiations specify Sending country obligations" in line
    assert found.message == (
        "“Recommendation 1 and who targeted to”, “Action(s) for this recommendation (up to two maximum)” "
        "holds 3 points; the form asks for 2 at most"
    )
