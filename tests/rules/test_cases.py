"""Every rule against its page of cases."""

from __future__ import annotations

import pytest

from rapportkit import rules
from rapportkit.rules.rule import silent
from rules.pages_of_cases import FOLDER, Case, cases, told

CHECKED = [rule for rule in rules.RULES if rule.check is not silent]


@pytest.mark.parametrize("case", cases(), ids=str)
def test_a_case_has_the_findings_that_its_page_says(case: Case):
    found = case.findings()
    assert tuple(map(told, found)) == case.expected
    assert all(each.help for each in found)


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.code)
def test_every_rule_has_cases_that_find_something_and_cases_that_find_nothing(rule):
    mine = [case for case in cases() if case.code == rule.code]
    assert any(case.expected for case in mine)
    assert any(not case.expected for case in mine)


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.code)
def test_every_sentence_of_a_rule_is_said_in_some_case(rule):
    mine = [case for case in cases() if case.code == rule.code]
    helps = {found.help for case in mine for found in case.findings()}
    spoken = {said.help.split("{")[0] for said in rule.messages.values()}
    assert all(any(one.startswith(start) for one in helps) for start in spoken)


def test_every_page_belongs_to_a_rule_and_bears_its_name():
    names = {rule.code: rule.name for rule in rules.RULES}
    for page in FOLDER.glob("*.md"):
        assert page.read_text("utf-8").startswith(f"# {page.stem} {names[page.stem]}\n")
