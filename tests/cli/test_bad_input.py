"""Each awkward file gets one clear sentence, the right exit status and no traceback; good ones still go through."""

import json
from pathlib import Path

import pytest

BAD = Path(__file__).parents[1] / "fixtures" / "bad"

REFUSED = {
    "bomb-with-false-size.docx": "F003",
    "bomb.docx": "F006",
    "broken-xml.docx": "F003",
    "deep-nesting.docx": "F006",
    "doctype.docx": "F003",
    "empty-body.docx": "F002",
    "encrypted.pdf": "F005",
    "flipped-bytes.docx": "F003",
    "html-named.docx": "F003",
    "no-main-part.docx": "F004",
    "nul-bytes.txt": "F003",
    "old-word-named.docx": "F012",
    "old-word.doc": "F012",
    "password.docx": "F005",
    "png-named.pdf": "F003",
    "rtf-named.docx": "F003",
    "scan.pdf": "F008",
    "text-named.docx": "F003",
    "truncated.docx": "F003",
    "truncated.pdf": "F003",
    "white-space.txt": "F002",
    "xlsx-named.docx": "F004",
    "zero-bytes.docx": "F002",
    "zero-bytes.pdf": "F002",
    "zero-bytes.txt": "F002",
    "zip-not-word.docx": "F004",
}
EITHER = {"empty-page.pdf"}
READ = [
    "cp1252.txt",
    "docx-named.pdf",
    "docx-named.txt",
    "macroman.txt",
    "owner-encrypted.pdf",
    "pdf-named.docx",
    "sound.docx",
    "sound.pdf",
    "sound.txt",
    "utf16-be.txt",
    "utf16.txt",
    "utf8-bom.txt",
]


def test_every_awkward_file_is_accounted_for():
    known = {*REFUSED, *EITHER, *READ, "README.md", "one-long-line.txt"}
    assert {path.name for path in BAD.iterdir()} == known


@pytest.mark.parametrize(("name", "code"), REFUSED.items())
def test_what_cannot_be_read_gets_one_sentence_and_status_3(rapportkit, name, code):
    status, out, err, _ = rapportkit("extract", BAD / name)
    assert (status, out) == (3, "")
    assert name in err
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err
    status, out, err, _ = rapportkit("validate", BAD / name, "-f", "json")
    assert status == 3
    assert [finding["code"] for finding in json.loads(out)] == [code]


@pytest.mark.parametrize("name", READ)
def test_what_only_looks_odd_is_read_like_its_sound_sibling(rapportkit, name):
    status, out, _, _ = rapportkit("extract", BAD / name)
    assert status == 0
    assert json.loads(out)["fields"] == json.loads(rapportkit("extract", BAD / "sound.docx")[1])["fields"]


def test_one_broken_file_of_three_costs_only_itself(rapportkit, tmp_path):
    status, _, err, _ = rapportkit(
        "merge", BAD / "sound.docx", BAD / "truncated.docx", BAD / "utf16.txt", "-o", tmp_path / "s.md"
    )
    assert status == 3
    assert "truncated.docx" in err
    assert (tmp_path / "s.md").read_text("utf-8").count("| **Total** |") == 1
