"""`rapportkit validate`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cli.conftest import ROOT
from rapportkit.templates.catalog import shape

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
QUIET, CROWDED = SEEDS[4], SEEDS[1]


def test_a_sound_report_gives_0_and_no_output(rapportkit):
    ended = rapportkit("validate", QUIET, "--select", "A,L,M,Q,U")
    assert (ended.status, ended.out, ended.err) == (0, "", "Nothing to mend in 1 report.\n")


def test_an_error_gives_1_with_place_message_and_code(rapportkit):
    ended = rapportkit("validate", CROWDED, "--select", "L,Q")
    assert ended.status == 1
    first = ended.out.splitlines()[0]
    assert first.startswith(f"{CROWDED.name}, ")
    assert ", line 20: “Recommendation 1" in first
    assert first.endswith("holds 3 points; the form asks for 2 at most [L001 too-many-points]")


def test_warnings_give_0_and_with_strict_1(rapportkit):
    assert rapportkit("validate", SEEDS[0]).status == 0
    assert rapportkit("validate", SEEDS[0], "--strict").status == 1


def test_quiet_leaves_the_findings_and_drops_the_count(rapportkit):
    wanted = ("validate", CROWDED, "--select", "L,Q")
    loud, quiet = rapportkit(*wanted), rapportkit(*wanted, "-q")
    assert (quiet.out, quiet.err) == (loud.out, "")
    assert loud.err == "1 error and 2 warnings in 1 report.\n"


def test_json_findings_have_the_shape_of_the_contract(rapportkit, tmp_path):
    (tmp_path / "empty.txt").touch()
    ended = rapportkit("validate", CROWDED, tmp_path / "empty.txt", tmp_path / "missing.txt", "-f", "json")
    assert ended.status == 3
    findings = json.loads(ended.out)
    validator = Draft202012Validator(shape("finding"))
    assert [error.message for finding in findings for error in validator.iter_errors(finding)] == []
    assert {"L001", "Q002"} <= {finding["code"] for finding in findings}
    assert [(Path(each["file"]).name, each["code"]) for each in findings[-2:]] == [
        ("missing.txt", "F001"),
        ("empty.txt", "F002"),
    ]


def test_three_wins_over_one_and_the_others_are_still_checked(rapportkit, tmp_path):
    shutil.copy(CROWDED, tmp_path / "crowded.txt")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 no more")
    ended = rapportkit("validate", tmp_path)
    assert ended.status == 3
    assert "[L001 too-many-points]" in ended.out
    (complaint, count) = ended.err.splitlines()
    assert complaint.startswith(f"{tmp_path}/broken.docx is not a whole Word file")
    assert count.endswith("in 2 files; 1 file could not be checked.")
    assert "broken.docx: The file is not a whole Word file" in ended.out


def test_two_reports_of_one_name_are_told_apart(rapportkit, tmp_path, monkeypatch):
    for folder in ("rt1", "rt2"):
        (tmp_path / folder).mkdir()
        shutil.copy(CROWDED, tmp_path / folder / "report.txt")
    monkeypatch.chdir(tmp_path)
    lines = rapportkit("validate", ".").out.splitlines()
    assert [line.partition(",")[0] for line in lines if "[L001 too-many-points]" in line] == [
        "rt1/report.txt",
        "rt2/report.txt",
    ]


def test_a_report_that_fits_no_form_is_told_and_not_forced(rapportkit):
    agenda = ROOT / "tests" / "fixtures" / "not_forms" / "agenda.txt"
    ended = rapportkit("validate", agenda)
    assert (ended.status, ended.out.partition(" the")[0]) == (3, "agenda.txt: The file follows none of")
    assert f"{agenda} follows none of the templates; the nearest is idm-summary-2017 (0." in ended.err
    assert "name its template with -t" in ended.err


def test_a_named_template_is_used_whatever_fits(rapportkit):
    agenda = ROOT / "tests" / "fixtures" / "not_forms" / "agenda.txt"
    ended = rapportkit("validate", agenda, "-t", "gfmd-csd-2018")
    assert ended.status == 1
    assert "agenda.txt" in ended.out


@pytest.mark.parametrize("source", ["txt", "docx", "pdf"])
def test_standard_input_is_taken_for_what_it_is(rapportkit, source):
    data = (ROOT / "examples" / "formats" / f"001.{source}").read_bytes()
    ended = rapportkit("validate", "-", stdin=data)
    assert ended.status == 1
    assert f"stdin.{source}, " in ended.out
    assert "[L001 too-many-points]" in ended.out


def test_the_output_of_extract_is_validated_like_its_source(rapportkit, extracted):
    ended = rapportkit("validate", "-", stdin=extracted)
    assert ended.status == 1
    assert "working-session-4.1.pdf, page 1, table 3" in ended.out


def test_findings_go_to_a_file_in_the_format_of_its_suffix(rapportkit, tmp_path):
    assert rapportkit("validate", CROWDED, "-o", tmp_path / "f.txt").out == ""
    assert (tmp_path / "f.txt").read_text("utf-8") == rapportkit("validate", CROWDED).out
    rapportkit("validate", CROWDED, "-o", tmp_path / "f.json")
    assert "L001" in {each["code"] for each in json.loads((tmp_path / "f.json").read_bytes())}


def test_a_summary_is_no_report(rapportkit, tmp_path):
    shutil.copy(QUIET, tmp_path)
    summary = tmp_path / "summary.json"
    rapportkit("merge", QUIET, "-o", summary)
    told = f"{summary} is a summary of several reports: only merge takes it. Name the reports themselves.\n"
    for command in ("validate", "identify", "extract"):
        ended = rapportkit(command, summary)
        assert (ended.status, ended.err) == (3, told)
        assert ended.out == "" or command == "validate"
        searched = rapportkit(command, tmp_path)
        assert searched.status == 0
        assert f"{summary} is a summary of several reports. It is left aside.\n" in searched.err
    findings = json.loads(rapportkit("validate", summary, "-f", "json").out)
    assert [each["code"] for each in findings] == ["F009"]


def test_a_pipe_without_a_suffix_is_taken_for_what_it_holds(rapportkit, tmp_path):
    for number, source in enumerate(("txt", "docx")):
        path = tmp_path / str(number)
        path.write_bytes((ROOT / "examples" / "formats" / f"001.{source}").read_bytes())
        ended = rapportkit("validate", path)
        assert ended.status == 1
        assert ended.out.startswith(f"{number}, ")


def test_a_template_whose_rules_change_nothing_is_told_once(rapportkit, tmp_path):
    schema = json.loads((ROOT / "schemas" / "gfmd-roundtable-2018.json").read_bytes())
    schema["x-rapportkit"]["rules"] = {"L003": {"options": {"letters": 3}}}
    (tmp_path / "own.json").write_text(json.dumps(schema))
    ended = rapportkit("validate", QUIET, CROWDED, "--template", tmp_path / "own.json", "--select", "L003")
    assert (
        ended.err.count("In the template “gfmd-roundtable-2018”, rules: L003: the rule has no threshold") == 1
    )
