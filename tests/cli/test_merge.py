"""`rapportkit merge`, and the pipelines that lead to it."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import zipfile

import pytest
from jsonschema import Draft202012Validator

from cli.conftest import REPORTS, ROOT, start
from rapportkit.templates.catalog import shape

REPORT, SPEECH = REPORTS / "roundtable-1.2.docx", REPORTS / "roundtable-4-summary.pdf"
SEED = min((ROOT / "seeds").glob("004*"))
AGENDA = ROOT / "tests" / "fixtures" / "not_forms" / "agenda.txt"


@pytest.fixture
def days(extracted, tmp_path):
    """The extracted reports of two days, in a file each."""
    lines = extracted.splitlines(keepends=True)
    files = [tmp_path / "day1.jsonl", tmp_path / "day2.jsonl"]
    files[0].write_bytes(b"".join(lines[:2]))
    files[1].write_bytes(b"".join(lines[2:]))
    return files


def test_a_folder_becomes_one_summary_and_the_books_are_closed_on_standard_error(rapportkit):
    ended = rapportkit("merge", REPORTS, "-f", "json")
    assert ended.status == 0
    summary = json.loads(ended.out)
    assert list(Draft202012Validator(shape("summary")).iter_errors(summary)) == []
    kept = summary["conservation"]
    assert kept["points_in"] == kept["points_out"] > 150
    assert ended.err.splitlines()[-1] == (
        f"Merged 5 reports on 5 sessions: {kept['points_in']} points in, {kept['points_out']} out, "
        f"{kept['merged']} joined."
    )


def test_documents_and_their_extract_give_the_same_summary(rapportkit):
    extracted = rapportkit("extract", REPORT, SPEECH, "-f", "jsonl").data
    from_documents = rapportkit("merge", REPORT, SPEECH, "-f", "json")
    from_lines = rapportkit("merge", "-", "-f", "json", stdin=extracted)
    assert from_lines == from_documents


def test_order_and_naming_twice_change_nothing(rapportkit, extracted):
    lines = extracted.splitlines(keepends=True)
    forth = rapportkit("merge", "-", "-f", "json", stdin=b"".join(lines))
    back = rapportkit("merge", "-", "-f", "json", stdin=b"".join([*reversed(lines), lines[0]]))
    assert back.data == forth.data
    assert back.err == f"1 report is the same as another and counts once.\n{forth.err}"


def test_merging_summaries_is_merging_their_reports(rapportkit, extracted, days):
    for day in days:
        rapportkit("merge", day, "--edition", "restricted", "-o", day.with_suffix(".json"))
    first, second = (day.with_suffix(".json") for day in days)
    at_once = rapportkit("merge", "-", "--edition", "restricted", "-f", "json", stdin=extracted)
    in_steps = rapportkit("merge", second, first, "--edition", "restricted", "-f", "json")
    mixed = rapportkit("merge", first, days[1], second, "--edition", "restricted", "-f", "json")
    assert in_steps == at_once
    assert mixed.data == at_once.data
    assert mixed.err.splitlines()[-2:] == [
        "3 reports are the same as others and count once.",
        at_once.err.splitlines()[-1],
    ]


def test_a_public_summary_is_refused_by_name_and_left_aside_in_a_folder(rapportkit, tmp_path):
    shutil.copy(SPEECH, tmp_path)
    rapportkit("merge", tmp_path, "-o", tmp_path / "earlier.json")
    named = rapportkit("merge", tmp_path / "earlier.json")
    assert (named.status, named.out) == (3, "")
    assert "is a summary of the public edition, in which words are withheld" in named.err
    searched = rapportkit("merge", tmp_path, "-f", "json")
    assert searched.status == 0
    assert "earlier.json is a summary of the public edition. It is left aside." in searched.err
    assert len(json.loads(searched.out)["reports"]) == 1


@pytest.mark.parametrize("suffix", ["docx", "md"])
def test_an_earlier_summary_in_the_folder_is_left_aside_and_may_be_replaced(rapportkit, tmp_path, suffix):
    shutil.copy(SPEECH, tmp_path)
    summary = tmp_path / f"summary.{suffix}"
    first = rapportkit("merge", tmp_path, "-o", summary)
    written = summary.read_bytes()
    again = rapportkit("merge", tmp_path, "-o", summary)
    assert (first.status, again.status) == (0, 0)
    assert summary.read_bytes() == written


def test_a_report_in_the_folder_is_never_replaced(rapportkit, tmp_path):
    report = tmp_path / REPORT.name
    shutil.copy(REPORT, report)
    ended = rapportkit("merge", tmp_path, "-o", report)
    assert ended.status == 2
    assert "is one of the files to read: choose another name" in ended.err
    assert report.read_bytes() == REPORT.read_bytes()


def test_what_fits_no_form_is_told_and_the_others_are_merged(rapportkit, tmp_path):
    ended = rapportkit("merge", AGENDA, REPORT, SPEECH, "-o", tmp_path / "s.md")
    assert ended.status == 3
    complaint, *_, account = ended.err.splitlines()
    assert complaint.startswith(f"{AGENDA} follows none of the templates")
    assert account.startswith("Merged 2 reports on 2 sessions: ")
    assert (tmp_path / "s.md").stat().st_size > 1000


def test_where_nothing_was_read_nothing_is_written(rapportkit, tmp_path):
    ended = rapportkit("merge", AGENDA, "-o", tmp_path / "s.docx")
    assert (ended.status, list(tmp_path.iterdir())) == (3, [])


def test_markdown_is_the_default_and_quiet_says_nothing(rapportkit, extracted):
    ended = rapportkit("merge", "-", "-q", "--title", "Tercera cumbre – día 1", stdin=extracted)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("# Tercera cumbre – día 1\n")


def test_a_word_file_can_go_down_a_pipe(rapportkit, extracted):
    ended = rapportkit("merge", "-", "-f", "docx", stdin=extracted)
    assert ended.status == 0
    with zipfile.ZipFile(io.BytesIO(ended.data)) as file:
        assert "word/document.xml" in file.namelist()


def test_names_of_persons_stay_out_unless_asked_for(rapportkit, extracted):
    public = rapportkit("merge", "-", "-f", "json", stdin=extracted).out
    restricted = rapportkit("merge", "-", "-f", "json", "--edition", "restricted", stdin=extracted).out
    assert "Garcia" not in public
    assert "Garcia" in restricted


def test_a_pipeline_in_real_processes(tmp_path):
    extracting = start("extract", REPORT, SPEECH, "-f", "jsonl")
    merging = start("merge", "-", "-o", tmp_path / "s ü.md", stdin=extracting.stdout)
    assert extracting.stdout is not None
    extracting.stdout.close()
    _, told = merging.communicate(timeout=60)
    assert extracting.stderr is not None
    assert extracting.stderr.read() == b""
    extracting.stderr.close()
    assert (extracting.wait(), merging.returncode) == (0, 0)
    assert told.splitlines()[-1].startswith(b"Merged 2 reports on 2 sessions: ")
    assert (tmp_path / "s ü.md").read_text("utf-8").startswith("# ")


@pytest.mark.parametrize("form", ["docx", "md", "json"])
def test_a_summary_does_not_depend_on_the_process(extracted, form):
    once, again = (
        subprocess.run(
            [sys.executable, "-m", "rapportkit", "merge", "-", "-q", "-f", form],
            input=extracted,
            capture_output=True,
            check=True,
            timeout=60,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    )
    assert once == again


def test_the_same_file_named_twice_and_a_copy_of_it_are_told(rapportkit, tmp_path):
    shutil.copy(SEED, tmp_path / "a.txt")
    twice = rapportkit("merge", tmp_path / "a.txt", tmp_path / "a.txt", "-f", "json")
    assert twice.err.startswith("Named more than once, and read once: “")
    shutil.copy(SEED, tmp_path / "b.txt")
    copied = rapportkit("merge", tmp_path, "-f", "json")
    assert copied.err.startswith("1 report is the same as another and counts once.\nMerged 1 report on")
    assert rapportkit("merge", tmp_path, tmp_path / "a.txt", "-q", "-f", "json").err == ""


@pytest.mark.parametrize("title", ["", "  "])
def test_an_empty_title_is_none(rapportkit, title):
    assert rapportkit("merge", SEED, "--title", title) == rapportkit("merge", SEED)
