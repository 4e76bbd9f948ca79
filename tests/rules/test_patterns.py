"""What a finding of S003 helps with: the template's own words, and never a regular expression."""

from __future__ import annotations

from typing import Any

import pytest

from rapportkit import rules
from rapportkit.model.document import Source
from rapportkit.model.report import Report, Value
from rapportkit.templates.build import build


def helped(number: dict[str, Any]) -> str:
    schema = {
        "x-rapportkit": {"id": "small"},
        "properties": {
            "session": {
                "title": "Session",
                "type": "object",
                "x-rapportkit": {"kind": "session"},
                "properties": {"number": {"pattern": r"^\d+$", **number}},
            }
        },
    }
    source = Source("case.txt", "", "txt")
    report = Report(source, "small", 1.0, header=(("/session/number", Value("RT")),))
    (found,) = (each for each in rules.check(report, build(schema, "small")) if each.code == "S003")
    return found.help


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ({}, "Write it in the way that the form asks for."),
        ({"description": "Figures only."}, "Write it in the way that the form asks for: “Figures only”."),
        ({"description": "Figures only.", "examples": ["12"]}, "Write it like “12”."),
    ],
)
def test_the_templates_words_say_how_to_write_it(number: dict[str, Any], said: str):
    assert helped(number) == said
