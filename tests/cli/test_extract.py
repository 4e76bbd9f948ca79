"""`rapportkit extract`."""

from __future__ import annotations

import json
import shutil

from jsonschema import Draft202012Validator

from cli.conftest import REPORTS, ROOT
from rapportkit.templates.catalog import shape

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def test_one_file_gives_one_object_in_the_shape_of_the_contract(rapportkit):
    ended = rapportkit("extract", SEEDS[0])
    assert (ended.status, ended.err) == (0, "")
    report = json.loads(ended.out)
    assert list(Draft202012Validator(shape("report")).iter_errors(report)) == []
    gold = json.loads((ROOT / "tests" / "gold" / "seeds" / "000.json").read_bytes())
    assert report["template"] == gold["template"]
    assert report["fields"] == gold["fields"]


def test_several_files_give_a_list_in_the_order_of_the_paths(rapportkit):
    reports = json.loads(rapportkit("extract", SEEDS[2], SEEDS[0]).out)
    assert [report["source"]["name"] for report in reports] == [SEEDS[2].name, SEEDS[0].name]


def test_jsonl_gives_one_report_a_line(rapportkit, tmp_path):
    two = [SEEDS[4], SEEDS[2]]
    lines = rapportkit("extract", *two, "-f", "jsonl").out.splitlines()
    assert [json.loads(line)["source"]["name"] for line in lines] == [seed.name for seed in two]
    rapportkit("extract", *two, "-o", tmp_path / "all.jsonl")
    assert (tmp_path / "all.jsonl").read_text("utf-8").splitlines() == lines


def test_two_processes_give_the_same_bytes(rapportkit, extracted):
    again = rapportkit("extract", REPORTS / "roundtable-1.2.docx", "-f", "jsonl")
    assert again.data == extracted.splitlines(keepends=True)[1]


def test_the_output_of_extract_passes_through_extract_unchanged(rapportkit, extracted):
    again = rapportkit("extract", "-", "-f", "jsonl", stdin=extracted)
    assert (again.status, again.data) == (0, extracted)


def test_an_unread_file_leaves_the_others(rapportkit, tmp_path):
    shutil.copy(SEEDS[0], tmp_path / "a.txt")
    shutil.copy(SEEDS[1], tmp_path / "c.txt")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 no more")
    ended = rapportkit("extract", tmp_path)
    assert ended.status == 3
    assert [report["source"]["name"] for report in json.loads(ended.out)] == ["a.txt", "c.txt"]
    assert ended.err.startswith(f"{tmp_path}/b.pdf ")


def test_where_nothing_was_read_nothing_is_written(rapportkit, tmp_path):
    (tmp_path / "in").mkdir()
    ended = rapportkit("extract", tmp_path / "in", "-o", tmp_path / "out.json")
    assert (ended.status, ended.out) == (3, "")
    assert ended.err == f"{tmp_path}/in is a folder with nothing in it.\n"
    assert not (tmp_path / "out.json").exists()


def test_a_report_is_not_overwritten_by_what_is_made_of_it(rapportkit, tmp_path):
    extracted = rapportkit("extract", SEEDS[0]).data
    (tmp_path / "r.json").write_bytes(extracted)
    ended = rapportkit("extract", tmp_path / "r.json", "-o", tmp_path / "r.json")
    assert ended.status == 2
    assert "is one of the files to read: choose another name" in ended.err
    assert (tmp_path / "r.json").read_bytes() == extracted


def test_a_damaged_line_costs_only_itself(rapportkit):
    first, second = rapportkit("extract", SEEDS[0], SEEDS[1], "-f", "jsonl").data.splitlines()
    ended = rapportkit("extract", "-", "-f", "jsonl", stdin=first + b"\n" + second[:500])
    assert (ended.status, ended.data) == (3, first + b"\n")
    assert ended.err.startswith("standard input, line 2 is not sound JSON")


def test_json_of_others_is_told_from_ours(rapportkit, tmp_path):
    (tmp_path / "package.json").write_text('{"name": "something else"}')
    shutil.copy(SEEDS[0], tmp_path / "a.txt")
    named = rapportkit("extract", tmp_path / "package.json")
    assert (named.status, named.out) == (3, "")
    assert "package.json is JSON, but neither “rapportkit extract” nor" in named.err
    searched = rapportkit("extract", tmp_path, "-f", "jsonl")
    assert (searched.status, len(searched.out.splitlines())) == (0, 1)
    assert "It is left aside." in searched.err


def test_a_report_on_a_template_that_is_not_at_hand_is_told(rapportkit):
    report = json.loads(rapportkit("extract", SEEDS[0]).out) | {"template": "forum-2027"}
    ended = rapportkit("extract", "-", stdin=json.dumps(report).encode())
    assert ended.status == 3
    assert "was extracted with the template “forum-2027”, which is not at hand" in ended.err


def test_a_shape_of_another_time_is_refused(rapportkit):
    ended = rapportkit("extract", "-", stdin=b'{"rapportkit": "7", "fields": {}}')
    assert ended.status == 3
    assert "has the shape number 7, and this rapportkit knows 1" in ended.err


def test_an_object_with_parts_missing_is_told(rapportkit):
    ended = rapportkit("extract", "-", stdin=b'{"rapportkit": "1", "template": "gfmd-csd-2018"}')
    assert ended.status == 3
    assert "not the output of “rapportkit extract”" in ended.err


def test_a_template_of_ones_own_comes_from_a_file_or_a_folder(rapportkit, tmp_path):
    schema = (ROOT / "schemas" / "gfmd-roundtable-2018.json").read_text("utf-8")
    ours = tmp_path / "forum-2027.json"
    ours.write_text(schema.replace('"gfmd-roundtable-2018"', '"forum-2027"'), "utf-8")
    by_file = json.loads(rapportkit("extract", SEEDS[0], "-t", ours).out)
    by_id = json.loads(rapportkit("extract", SEEDS[0], "--template-dir", tmp_path, "-t", "forum-2027").out)
    assert by_file["template"] == "forum-2027"
    assert by_file == by_id
