"""Findings that are let pass: waived with a reason, or known from a baseline."""

from __future__ import annotations

import pytest

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.settings import Waiver
from rapportkit.rules.passing import KNOWN_BEFORE, known, since, waive

PATHS = {"rt12.docx": "reports/day1/rt12.docx", "rt13.docx": ""}


def finding(pointer: str = "/quotes/0", file: str = "rt12.docx", code: str = "L001") -> Finding:
    return Finding(file, code, "too-many-points", Severity.ERROR, f"at {pointer}", pointer)


@pytest.mark.parametrize(
    "waiver",
    [
        Waiver("rt12.docx", "L001", "why"),
        Waiver("RT*.docx", "too-many-points", "why"),
        Waiver("*", "L", "why", "/quotes"),
        Waiver("*", "l0", "why", "/quotes/0"),
        Waiver("reports/*/rt12.docx", "L001", "why"),
    ],
)
def test_a_waiver_fits_file_rule_and_field(waiver: Waiver):
    standing, passed, idle = waive([finding()], [waiver], PATHS)
    assert (standing, idle) == ((), ())
    assert [each.waived for each in passed] == ["why"]


@pytest.mark.parametrize(
    "waiver",
    [
        Waiver("rt13.docx", "L001", "why"),
        Waiver("*", "L002", "why"),
        Waiver("*", "too-few-points", "why"),
        Waiver("*", "L001", "why", "/quote"),
        Waiver("*", "L001", "why", "/quotes/1"),
    ],
)
def test_a_waiver_that_does_not_fit_is_told_as_idle(waiver: Waiver):
    assert waive([finding()], [waiver], PATHS) == ((finding(),), (), (waiver,))


def test_the_first_waiver_that_fits_gives_the_reason():
    _, passed, idle = waive([finding()], [Waiver("*", "L", "first"), Waiver("*", "L001", "second")], PATHS)
    assert (passed[0].waived, len(idle)) == ("first", 1)


def test_a_baseline_survives_edits_that_move_points():
    before = {known(finding("/quotes/0")): 2}
    new, passed = since([finding("/quotes/3"), finding("/quotes/4"), finding("/quotes/7")], before)
    assert [each.pointer for each in new] == ["/quotes/7"]
    assert {each.waived for each in passed} == {KNOWN_BEFORE}


def test_another_file_rule_or_field_is_new():
    before = {known(finding()): 5}
    others = [finding(file="rt13.docx"), finding(code="L002"), finding("/challenges/0")]
    assert since(others, before) == (tuple(others), ())


def test_a_waiver_for_a_file_of_another_run_is_not_told_as_idle():
    other = Waiver("rt99.docx", "L001", "why")
    assert waive([finding()], [other], PATHS) == ((finding(),), (), ())
