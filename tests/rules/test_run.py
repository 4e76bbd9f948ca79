"""All rules together: nothing stops them, their order is that of the form, the schema never objects in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from rapportkit import rules
from rapportkit.errors import ReadError
from rapportkit.model.finding import Severity
from rapportkit.rules.limits import too_few_points, too_many_points
from rapportkit.rules.missing import session_title_missing
from rapportkit.rules.reading import Reading
from rapportkit.rules.run import run
from rapportkit.templates.catalog import find, shipped
from rapportkit.wire import report as wire
from rules.pages_of_cases import report
from rules.reports import reports

CSD_2016 = find("gfmd-csd-2016", shipped())
CSD_2018 = find("gfmd-csd-2018", shipped())
FAULTY = {
    "fields": {
        "session": {"number": "4.1", "title": "Cities"},
        "progress": ["1", "2", "3", "4", "TBC"],
        "quotes": ["“Act.”"],
        "other_information": ["**Bold**"],
    },
    "confidence": 0.3,
    "unplaced": [{"text": "Dear colleagues", "line": 3}],
}


def test_findings_stand_in_the_order_of_the_form():
    found = rules.check(report(FAULTY, CSD_2016), CSD_2016)
    assert [(each.code, each.pointer) for each in found] == [
        ("T001", ""),
        ("M001", "/rapporteurs"),
        ("L001", "/progress/4"),
        ("A005", "/progress/4"),
        ("A001", "/recommendations"),
        ("A001", "/priority_messages"),
        ("Q002", "/quotes/0"),
        ("H001", "/other_information/0"),
        ("U001", ""),
    ]


def test_points_are_sorted_by_number_and_not_by_letter():
    many = report({"fields": {"recommendations_day": {"priorities": ["TBC"] * 12}}}, CSD_2018)
    pointers = [each.pointer for each in rules.check(many, CSD_2018) if each.code == "A005"]
    assert pointers == [f"/recommendations_day/priorities/{index}" for index in range(12)]


def test_a_rule_that_fails_is_told_and_the_others_go_on():
    def fail(_rule, _reading):
        raise KeyError("gone")
        yield

    broken = replace(too_few_points.RULE, check=fail)
    reading = Reading(report(FAULTY, CSD_2016), CSD_2016)
    found = run((broken, too_many_points.RULE), reading)
    assert [(each.code, each.severity) for each in found] == [
        ("X001", Severity.ERROR),
        ("L001", Severity.ERROR),
    ]
    assert found[0].message == "The rule L002 too-few-points could not be checked: KeyError"


def test_what_a_rule_found_before_it_failed_is_kept():
    def fail_late(rule, reading):
        yield from too_many_points.check(rule, reading)
        raise ValueError

    broken = replace(too_many_points.RULE, check=fail_late)
    found = run((broken,), Reading(report(FAULTY, CSD_2016), CSD_2016))
    assert [each.code for each in found] == ["X001", "L001"]


def test_a_form_without_rapporteurs_never_asks_for_one():
    codes = {each.code for each in rules.check(report({"fields": {}}, CSD_2018), CSD_2018)}
    assert session_title_missing.RULE.code in codes
    assert "M001" not in codes


@pytest.mark.parametrize("code", [f"F{number:03}" for number in range(1, 12)])
def test_a_file_that_cannot_be_read_is_a_finding(code: str):
    error = ReadError("rt12.docx is empty (0 bytes); ask for the file again.", code=code)
    finding = rules.of_read_error("rt12.docx", error)
    assert (finding.file, finding.code, finding.severity, finding.pointer) == (
        "rt12.docx",
        code,
        Severity.ERROR,
        "",
    )
    assert finding.message == "rt12.docx is empty (0 bytes); ask for the file again"
    assert finding.help
    assert finding.name in rules.explain(code)


def test_the_file_s_name_is_not_said_twice_and_an_unknown_code_is_told_as_unreadable():
    finding = rules.of_read_error("a.txt", ReadError("a.txt: the drive is gone.", code="F999"))
    assert (finding.code, finding.message) == ("F001", "the drive is gone")


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(reports())
def test_whatever_a_report_holds(any_report):
    template = find(any_report.template, shipped())
    found = rules.check(any_report, template)
    fields = wire.fields(any_report, template)
    assert "X001" not in {each.code for each in found}
    assert found == rules.check(any_report, template)
    assert all(each.message and each.help and each.file == "any.docx" for each in found)
    if not Draft202012Validator(dict(template.schema)).is_valid(fields):
        assert any(each.severity is not Severity.INFO for each in found)
