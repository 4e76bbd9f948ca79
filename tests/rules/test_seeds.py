"""The five seeds, read from their files: what is told of each, and nothing else.

Each finding of the golden files was judged by reading the seed at its place; `judged` says in one sentence why
it is right. One that is not would begin with “false alarm: ”.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rapportkit import api
from rapportkit.model.finding import Finding
from rapportkit.templates.catalog import shipped

ROOT = Path(__file__).parents[2]
GOLD = Path(__file__).parents[1] / "gold" / "findings"
SEEDS = ("000", "001", "002", "003", "004")
ABOUT = ("code", "severity", "pointer", "place", "quote")
FALSE_ALARM = "false alarm: "


def gold(number: str) -> list[dict[str, Any]]:
    """The findings that are expected in a seed."""
    judged: list[dict[str, Any]] = json.loads((GOLD / f"{number}.json").read_text(encoding="utf-8"))
    return judged


def lines(number: str) -> list[str]:
    (path,) = (ROOT / "seeds").glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8").splitlines()


def found(number: str) -> tuple[Finding, ...]:
    """What `rapportkit validate` finds in a seed."""
    (path,) = (ROOT / "seeds").glob(f"{number}_*.txt")
    document = api.read(path.read_bytes(), path.name)
    best = api.recognise(document, shipped())
    report = api.extract(document, best.template, best.confidence, best.outline)
    return api.validate(replace(report, rivals=best.rivals), best.template, document=document)


@pytest.mark.parametrize("number", SEEDS)
def test_a_seed_has_these_findings_and_no_others(number: str):
    told = [{name: getattr(each, name) for name in ABOUT} for each in found(number)]
    assert told == [{name: each[name] for name in ABOUT} for each in gold(number)]


@pytest.mark.parametrize("number", SEEDS)
def test_each_finding_was_judged_and_stands_at_a_line(number: str):
    assert all(len(each["judged"].split()) >= 4 for each in gold(number))
    assert all(each["place"].removeprefix("line ").isdigit() for each in gold(number))


@pytest.mark.parametrize("number", SEEDS)
def test_what_is_quoted_stands_at_or_below_the_line(number: str):
    """Lines may be wrapped, and a bullet may stand apart from its words."""
    for each in gold(number):
        start = int(each["place"].removeprefix("line "))
        near = " ".join(" ".join(lines(number)[start - 1 : start + 2]).split())
        assert each["quote"].strip("…") in near


def test_no_false_alarm_is_left():
    assert [each for number in SEEDS for each in gold(number) if each["judged"].startswith(FALSE_ALARM)] == []


def test_the_third_action_of_seed_001_is_told_with_label_place_and_limit():
    (crowded,) = (each for each in found("001") if each.code == "L001")
    assert crowded.location
    assert crowded.location.line
    assert (
        "Compact negotiations specify Sending country obligations" in lines("001")[crowded.location.line - 1]
    )
    assert crowded.message == (
        "“Recommendation 1 and who targeted to”, “Action(s) for this recommendation (up to two maximum)” "
        "holds 3 points; the form asks for 2 at most"
    )
