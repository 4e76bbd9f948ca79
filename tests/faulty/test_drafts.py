"""The faulty drafts: in each is found what a careful person finds in it, at that place, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from faulty.checking import check, told
from faulty.drafts import FORMATS, Expected, Run, drafts, runs
from faulty.make_drafts import FILES, made
from faulty.page import HERE
from rapportkit.cli.outcome import run as command
from rapportkit.rules import RULES

RUNS = runs()
BY_COMMAND = (
    "quote-named.docx",
    "three-actions.pdf",
    "last-years-form.txt",
    "session-not-on-programme.docx",
    "owner-limits.docx",
    "two-editions-fit.txt",
    "nothing-quoted.pdf",
)
"""Drafts that the command line checks, too, beside those that are checked together."""
UNPROVOKED = {
    "F001": "a file that cannot be opened is a matter of the disk, not of its bytes",
    "D000": "no reader has a remark left that is without a rule of its own",
    "D006": "letters in pictures are recognised by a program that not every machine has; see tests/readers/test_ocr.py",
    "X001": "a rule that fails is a fault of ours; see tests/rules/test_run.py",
}
IMPORTANT = (
    *("A001", "A002", "A003", "A004", "A005", "A006", "A007", "A008", "A009"),
    *("H001", "H002", "H006"),
    *("L001", "L002", "L003"),
    *("M001", "M002", "M005", "M006", "M007", "M009", "M010"),
    *("Q001", "Q002"),
    *("R001", "R002", "R003", "R004", "R005"),
    *("S001", "S002", "S003", "S004"),
    *("T002", "T004", "T005", "T006", "T007"),
    *("U001",),
)
"""Rules that are provoked in each of the three formats."""


@pytest.fixture(autouse=True)
def _without_office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing is converted by another program, wherever the tests run."""
    monkeypatch.setenv("PATH", str(tmp_path))


def every(found: tuple[Run, ...]) -> pytest.MarkDecorator:
    """A test for each run; where the tool is wrong, the test fails, and says so once it does not."""
    params = [
        pytest.param(
            run,
            id=run.name,
            marks=[pytest.mark.xfail(reason=run.wrong, strict=True, raises=AssertionError)]
            if run.wrong
            else [],
        )
        for run in found
    ]
    return pytest.mark.parametrize("run", params)


@every(tuple(run for run in RUNS if not run.by))
def test_this_is_found_in_a_draft_and_nothing_else(run: Run):
    assert [told(finding) for finding in check(run)] == list(run.findings)


@every(tuple(run for run in RUNS if run.by or len(run.files) > 1 or run.name in BY_COMMAND))
def test_the_command_line_finds_the_same(run: Run, capsysbinary: pytest.CaptureFixture[bytes]):
    named = [f"--programme={HERE / run.programme}"] if run.programme else []
    named += [f"--template={HERE / 'templates' / run.template}"] if run.template else []
    named += [f"--template-dir={HERE / run.folder}"] if run.folder else []
    files = [str(FILES / name) for name in run.files]
    status = command(["validate", *files, *named, "--format=json", "--isolated", "--quiet"])
    found = json.loads(capsysbinary.readouterr().out)
    assert [_told(each) for each in found] == list(run.findings)
    unread = any(each.code.startswith("F") for each in run.findings)
    assert int(status) == (3 if unread else int(any(each.severity == "error" for each in run.findings)))


def _told(found: dict[str, Any]) -> Expected:
    place = found["location"]["place"] if found["location"] else ""
    return Expected(Path(found["file"]).name, found["severity"], found["code"], found["pointer"], place)


def test_the_script_makes_the_same_files():
    written = dict(made())
    assert sorted(written) == sorted(path.name for path in FILES.iterdir())
    assert [name for name, data in written.items() if (FILES / name).read_bytes() != data] == []


def test_every_file_is_in_a_run_and_no_name_is_given_twice():
    files = [draft.file(form) for draft in drafts() for form in draft.formats]
    assert len(files) == len(set(files))
    assert {path.name for path in FILES.iterdir()} == {name for run in RUNS for name in run.files}


def test_there_are_enough_of_them_faulty_and_sound():
    expected = {run.name: run.findings for run in RUNS}
    faulty = [draft for draft in drafts() if any(expected[draft.file(form)] for form in draft.formats)]
    assert len(faulty) >= 60
    assert len(drafts()) - len(faulty) >= 16
    assert sum(path.stat().st_size for path in FILES.iterdir()) < 1_500_000


def test_every_rule_is_provoked_or_its_reason_is_told():
    provoked = {finding.code for run in RUNS for finding in run.findings}
    assert {rule.code for rule in RULES} - provoked == set(UNPROVOKED)


@pytest.mark.parametrize("form", FORMATS)
def test_what_matters_most_is_provoked_in_every_format(form: str):
    provoked = {
        found.code for run in RUNS for found in run.findings if found.file.endswith(form) and not run.wrong
    }
    assert [code for code in IMPORTANT if code not in provoked] == []


def test_words_of_the_forms_owner_are_told():
    (run,) = (each for each in RUNS if each.name == "owner-words.txt")
    (finding,) = check(run)
    assert (finding.message, finding.help) == (
        "“What was learned?”: the lagoon is waiting for your answer",
        "One sentence is enough.",
    )
    (run,) = (each for each in RUNS if each.name == "owner-limits.txt")
    assert check(run)[0].message == "“What do we ask for?”: three are read out, and there are 4"
