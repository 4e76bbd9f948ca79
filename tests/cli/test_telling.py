"""Several formats in one run, programme, baseline and choice of rules: what `validate` is asked beside the files."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from cli.conftest import ROOT
from rapportkit.cli.telling import FORMATS, Target, targets
from rapportkit.errors import UsageError

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
CROWDED = SEEDS[1]


@pytest.mark.parametrize(
    ("form", "files", "expected"),
    [
        (None, None, [("text", None)]),
        ("SARIF", None, [("sarif", None)]),
        (None, ["a.txt", "b.json", "c.sarif", "d.xml", "e.md", "f.HTML", "g.csv", "h.jsonl"],
         [("text", "a.txt"), ("json", "b.json"), ("sarif", "c.sarif"), ("junit", "d.xml"), ("markdown", "e.md"),
          ("html", "f.HTML"), ("csv", "g.csv"), ("jsonl", "h.jsonl")]),
        (None, ["sarif=a.json", "concise=-"], [("sarif", "a.json"), ("concise", "-")]),
        ("grouped", ["a.txt", "b"], [("grouped", "a.txt"), ("grouped", "b")]),
        (None, ["out"], [("text", "out")]),
    ],
)  # fmt: skip
def test_each_output_has_its_format(form, files, expected):
    assert targets(form, files) == tuple(Target(name, file and Path(file)) for name, file in expected)


@pytest.mark.parametrize(
    ("form", "files", "said"),
    [
        ("pdf", None, "There is no format “pdf” here. Known are: text, full,"),
        (None, ["sarf=a"], "There is no format “sarf”"),
        (None, ["a.docx"], "the suffix “.docx” names no format of findings. Known are: .txt, .json,"),
        (
            "csv",
            ["a.html"],
            "promises another format than “-f csv”: change one of the two, or write csv=a.html.",
        ),
        (None, ["a.html", "html=a.html"], "a.html is named for two outputs"),
        (None, ["json=-", "csv=-"], "Only one of the outputs can go to standard output."),
        (None, [""], "--output wants a file name"),
    ],
)
def test_what_cannot_be_meant_is_refused(form, files, said):
    with pytest.raises(UsageError) as caught:
        targets(form, files)
    assert said in str(caught.value)


def test_one_run_writes_all_formats_and_the_format_never_changes_the_status(rapportkit, tmp_path):
    names = {form: tmp_path / f"out-{form}" for form in FORMATS}
    outputs = [word for form, file in names.items() for word in ("-o", f"{form}={file}")]
    ended = rapportkit("validate", CROWDED, "--select", "L001", *outputs)
    assert (ended.status, ended.out) == (1, "")
    assert all(b"L001" in file.read_bytes() for file in names.values())
    assert json.loads(names["json"].read_text())[0]["code"] == "L001"
    assert [json.loads(line) for line in names["jsonl"].read_text().splitlines()] == json.loads(
        names["json"].read_text()
    )
    assert json.loads(names["sarif"].read_text())["version"] == "2.1.0"
    assert ET.fromstring(names["junit"].read_text()).tag == "testsuites"
    rows = list(csv.DictReader(io.StringIO(names["csv"].read_text("utf-8-sig"))))
    assert rows[0]["code"] == "L001"
    for form in FORMATS:
        single = rapportkit("validate", CROWDED, "--select", "L001", "-f", form)
        assert single.status == 1
        assert single.data == names[form].read_bytes()


def test_an_output_that_is_a_report_is_refused(rapportkit, tmp_path):
    report = tmp_path / "report.txt"
    report.write_bytes(CROWDED.read_bytes())
    ended = rapportkit("validate", report, "-o", report)
    assert (ended.status, ended.out) == (2, "")
    assert "is one of the files to read" in ended.err
    assert report.read_bytes() == CROWDED.read_bytes()


def test_files_that_cannot_be_read_are_in_every_file_that_is_written(rapportkit, tmp_path):
    (tmp_path / "empty.txt").touch()
    out = tmp_path / "out.txt"
    ended = rapportkit("validate", tmp_path / "empty.txt", "-o", out, "-o", f"csv={tmp_path / 'out.csv'}")
    assert ended.status == 3
    assert "[F002" in out.read_text()
    assert "F002" in (tmp_path / "out.csv").read_text("utf-8-sig")


def test_findings_are_told_in_the_language_that_is_asked_for(rapportkit):
    french = rapportkit("validate", CROWDED, "--lang", "fr", "--select", "L001")
    assert french.out.startswith(f"{CROWDED.name}, ligne 20")
    assert "« Recommendation 1" in french.out.replace("\N{NO-BREAK SPACE}", " ")
    assert french.status == 1
    refused = rapportkit("validate", CROWDED, "--lang", "sw")
    assert (refused.status, refused.err) == (2, "Findings are not told in “sw”. Known are: en, fr, es.\n")


def test_rules_are_chosen_by_code_name_and_beginning(rapportkit):
    def codes(*options: str) -> set[str]:
        return {
            each["code"] for each in json.loads(rapportkit("validate", CROWDED, "-f", "json", *options).out)
        }

    assert codes("--select", "L") == {"L001"}
    assert codes("--select", "[Q002],too-many-points") == {"L001", "Q002"}
    assert "L001" not in codes("--ignore", "L001")
    assert rapportkit("validate", CROWDED, "--ignore", "L0O1").err == (
        "--select and --ignore: there is no rule “L0O1”. Did you mean L001?\n"
    )


def test_a_baseline_lets_pass_what_was_known(rapportkit, tmp_path):
    known = tmp_path / "known.json"
    first = rapportkit("validate", CROWDED, "--write-baseline", known)
    assert (first.status, "known from now on" in first.err) == (1, True)
    second = rapportkit("validate", CROWDED, "--baseline", known)
    assert (second.status, second.out) == (0, "")
    assert rapportkit("validate", SEEDS[0], "--write-baseline", known).status == 0
    both = rapportkit("validate", CROWDED, SEEDS[0], "--baseline", known)
    assert (both.status, both.out) == (0, "")
    missing = rapportkit("validate", CROWDED, "--baseline", tmp_path / "none.json")
    assert (missing.status, "there is no baseline yet" in missing.err) == (2, True)


def test_reports_are_held_against_the_programme_and_against_one_another(rapportkit, tmp_path):
    plan = tmp_path / "programme.csv"
    plan.write_text("number,title,date\n4.1,Something else altogether,2016-12-08\n", "utf-8")
    copy = tmp_path / "again.txt"
    copy.write_bytes(CROWDED.read_bytes())
    ended = rapportkit("validate", CROWDED, copy, "--programme", plan, "-f", "json", "--select", "M")
    assert [(each["file"], each["code"]) for each in json.loads(ended.out) if each["code"] != "M001"] == [
        (CROWDED.name, "M006"),
        ("again.txt", "M008"),
        ("again.txt", "M006"),
    ]
    assert rapportkit("validate", CROWDED, "--programme", tmp_path / "none.csv").status == 2


def test_the_same_run_gives_the_same_bytes_in_every_format(rapportkit):
    for form in FORMATS:
        assert (
            rapportkit("validate", *SEEDS, "-f", form).data == rapportkit("validate", *SEEDS, "-f", form).data
        )
