"""`validate --annotate` and `--fix`: copies of the author's own file, and never the file itself."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from cli.conftest import ROOT

TEXT = sorted((ROOT / "seeds").glob("*.txt"))[1]
WORD = ROOT / "examples" / "reports" / "roundtable-1.2.docx"
PDF = ROOT / "examples" / "reports" / "working-session-4.1.pdf"


def test_a_word_file_gets_comments_and_is_left_alone_itself(rapportkit, tmp_path):
    before = WORD.read_bytes()
    out = tmp_path / "comments.docx"
    ended = rapportkit("validate", WORD, "--annotate", out, "--lang", "fr")
    plain = rapportkit("validate", WORD, "--lang", "fr")
    assert (ended.status, ended.out) == (plain.status, plain.out)
    assert f"Wrote {out}." in ended.err
    assert WORD.read_bytes() == before
    with zipfile.ZipFile(out) as archive:
        comments = archive.read("word/comments.xml").decode()
    assert comments.count("<w:comment ") == plain.out.count("[")
    assert "rapportkit" in comments
    again = rapportkit("extract", out)
    assert again.status == 0


def test_a_text_becomes_a_page(rapportkit, tmp_path):
    out = tmp_path / "marked.html"
    assert rapportkit("validate", TEXT, "--annotate", out, "-q").err == ""
    page = out.read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "too-many-points" in page


def test_several_files_go_into_a_folder_and_what_cannot_be_copied_is_told(rapportkit, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    shutil.copy(WORD, tmp_path / "a" / "report.docx")
    shutil.copy(WORD, tmp_path / "b" / "report.docx")
    shutil.copy(PDF, tmp_path / "a" / "other.pdf")
    ended = rapportkit("validate", tmp_path / "a", tmp_path / "b", TEXT, "--annotate", f"{tmp_path / 'out'}/")
    assert ended.status == 1
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [
        f"{TEXT.stem}.comments.html",
        "a-report.comments.docx",
        "b-report.comments.docx",
    ]
    assert "other.pdf" in ended.err


@pytest.mark.parametrize("option", ["--annotate", "--fix"])
def test_what_cannot_be_copied_as_asked_is_refused_before_the_work(rapportkit, tmp_path, option):
    copied = tmp_path / WORD.name
    shutil.copy(WORD, copied)
    refused = {
        (copied, copied): "is the report itself",
        (copied, tmp_path / "none" / "a.docx"): "there is no folder",
        ("-", tmp_path / "a.docx"): f"{option} wants files",
        (tmp_path, tmp_path / "a.docx"): f"{option} wants a folder",
        (PDF, tmp_path / "a.pdf"): f"{option} copies .docx,",
        (copied, tmp_path / "a.html"): "is a .docx file; give it that suffix",
        (copied, f"{tmp_path / 'none' / 'deeper'}/"): "cannot be made",
    }
    shutil.copy(TEXT, tmp_path)
    for (report, out), said in refused.items():
        ended = rapportkit("validate", report, option, out, stdin=WORD.read_bytes())
        assert (ended.status, ended.out) == (2, "")
        assert said in ended.err
    assert copied.read_bytes() == WORD.read_bytes()


def test_a_mended_copy_shows_its_changes_and_changes_no_answer(rapportkit, tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_bytes(TEXT.read_bytes().replace(b"Bangladesh", b"Bangladesh ,  ", 1))
    out = tmp_path / "mended.txt"
    ended = rapportkit("validate", draft, "--fix", out)
    assert f"Wrote {out}." in ended.err
    assert "\n  - " in ended.err
    assert "\n  + " in ended.err
    assert out.read_bytes() != draft.read_bytes()
    fields = [_fields(rapportkit("extract", file).out) for file in (draft, out)]
    assert fields[0] == fields[1]


def test_findings_of_extracted_reports_have_no_file_to_copy(rapportkit, tmp_path):
    extracted = tmp_path / "r.json"
    rapportkit("extract", WORD, "-o", extracted)
    ended = rapportkit("validate", extracted, "--annotate", tmp_path / "a.docx")
    assert ended.status == 2
    assert "--annotate copies .docx" in ended.err


def _fields(written: str) -> object:
    def bare(value: object) -> object:
        if isinstance(value, dict):
            return {key: bare(each) for key, each in value.items()}
        if isinstance(value, list):
            return [bare(each) for each in value]
        return "".join(value.split()).replace(",", "") if isinstance(value, str) else value

    return bare(json.loads(written)["fields"])


def test_the_same_copy_twice_has_the_same_bytes(rapportkit, tmp_path):
    copies: list[Path] = [tmp_path / "1.docx", tmp_path / "2.docx"]
    for out in copies:
        rapportkit("validate", WORD, "--annotate", out, "-q")
    assert copies[0].read_bytes() == copies[1].read_bytes()


def test_an_annotated_copy_that_is_sent_back_is_read_as_the_report_that_it_is(rapportkit, tmp_path):
    def findings(file: Path) -> list[tuple[str, str]]:
        told = json.loads(rapportkit("validate", file, "-f", "json").out)
        return [(each["code"], each["pointer"]) for each in told]

    copy = tmp_path / "copy.docx"
    rapportkit("validate", WORD, "--annotate", copy, "-q")
    assert findings(copy) == findings(WORD)
    before, after = (json.loads(rapportkit("extract", file).out) for file in (WORD, copy))
    assert before["fields"] == after["fields"]
    assert [each for each in after["unplaced"] if "rapportkit:" in each["text"]] == []
