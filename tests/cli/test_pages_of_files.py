"""The rules about files against their pages of cases: tests/cli/cases/CODE.md, a command line and what is found.

`run` holds the arguments of `validate`, seen from the project's folder; `findings` a line for each finding of the
page's rule, severity and sentence, and below it what to do. Nothing stands there where the file is read.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from cli.conftest import ROOT
from rapportkit import rules
from rapportkit.rules.rule import silent

FOLDER = Path(__file__).parent / "cases"
CASE = re.compile(
    r"^## (?P<title>.+?)\n\n```run\n(?P<run>.+?)\n```\n\n```findings\n(?P<findings>.*?)```",
    re.MULTILINE | re.DOTALL,
)
CASES = [
    pytest.param(page.stem, case["run"], case["findings"], id=f"{page.stem}: {case['title']}")
    for page in sorted(FOLDER.glob("*.md"))
    for case in CASE.finditer(page.read_text("utf-8"))
]
# That a rule could not be checked needs a fault in one: tests/rules/test_run.py has it.
OF_FILES = [rule for rule in rules.RULES if rule.check is silent and rule.code != "X001"]


@pytest.mark.parametrize(("code", "run", "findings"), CASES)
def test_a_file_has_the_findings_that_its_page_says(rapportkit, monkeypatch, tmp_path, code, run, findings):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("PATH", str(tmp_path))  # no LibreOffice, no tesseract
    ended = rapportkit("validate", *run.split(), "-f", "json", "--isolated")
    told = [each for each in json.loads(ended.out) if each["code"] == code]
    lines = "".join(f"{each['severity']}: {each['message']}\n    {each['help']}\n" for each in told)
    assert lines == findings
    assert ended.status == 3 if told else ended.status in {0, 1}


@pytest.mark.parametrize("rule", OF_FILES, ids=lambda rule: rule.code)
def test_every_rule_about_files_has_a_page_that_finds_something(rule):
    page = (FOLDER / f"{rule.code}.md").read_text("utf-8")
    assert page.startswith(f"# {rule.code} {rule.name}\n")
    found = [case["findings"] for case in CASE.finditer(page)]
    assert any(found)
    assert page.count("\n## ") == len(found)
