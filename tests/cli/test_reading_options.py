"""The options that say how documents are read, on every command that reads them."""

from __future__ import annotations

import json
import os
import shutil
import time

import pytest

from cli.conftest import REPORTS, ROOT
from rapportkit.cli import options
from rapportkit.errors import UsageError
from rapportkit.model.options import AS_USUAL, Limits, Ocr, Revisions
from rapportkit.readers import txt
from readers.docx_build import p, r, word

BAD = ROOT / "tests" / "fixtures" / "bad"
SEED = min((ROOT / "seeds").glob("000*"))
COMMANDS = ["validate", "extract", "merge", "identify"]
BY = 'w:id="1" w:author="Ana Exemplo"'


@pytest.fixture
def changed(tmp_path):
    """A report of which tracked changes have rewritten an answer."""
    lines = [line for line in (BAD / "sound.txt").read_text("utf-8").splitlines() if line.strip()]
    body = "".join(map(p, lines[:6]))
    body += p(
        f"<w:del {BY}><w:r><w:delText>Offices close at noon.</w:delText></w:r></w:del><w:ins {BY}>"
        f"{r('Offices never open.')}</w:ins>"
    )
    path = tmp_path / "changed.docx"
    path.write_bytes(word(body + "".join(map(p, lines[6:]))))
    return path


def passwords(tmp_path, text, name="passwords.txt"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_the_final_view_is_read_unless_the_original_is_asked_for(rapportkit, changed):
    final = rapportkit("extract", changed).out
    assert ("never open" in final, "close at noon" in final) == (True, False)
    assert rapportkit("extract", changed, "--revisions", "final").out == final
    original = rapportkit("extract", changed, "--revisions", "original").out
    assert ("never open" in original, "close at noon" in original) == (False, True)
    told = rapportkit("validate", changed, "--revisions", "original").out.replace("\n", " ")
    assert "the text was read as if all were rejected [D001" in told
    merged = rapportkit("merge", changed, "--revisions", "original", "-f", "md").out
    assert "close at noon" in merged


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        (
            "--revisions",
            "accepted",
            "There is no view of tracked changes “accepted”. Known are: final, original.",
        ),
        ("--ocr", "maybe", "There is no way to recognise letters “maybe”. Known are: auto, off, force."),
        ("--limit", "pags=3", "There is no limit “pags”. Known are: file-bytes, members, "),
        ("--limit", "pages", "--limit pages wants a whole number above 0, such as pages=300."),
        ("--password-file", "-", "--password-file wants the name of a file; “-” is not taken"),
        ("--password-file", "nowhere.txt", "nowhere.txt: the password file cannot be read (no such file"),
    ],
)
def test_what_cannot_be_meant_ends_the_run(rapportkit, command, option, value, said):
    ended = rapportkit(command, SEED, option, value)
    assert (ended.status, ended.out) == (2, "")
    assert said in ended.err


@pytest.mark.parametrize("command", COMMANDS)
def test_a_locked_file_opens_with_one_of_the_passwords(rapportkit, tmp_path, command):
    ended = rapportkit(command, BAD / "encrypted.pdf")
    assert ended.status == 3
    assert "name a file that holds it with --password-file" in ended.err
    listed = passwords(tmp_path, "\ufeffwrong\r\n\r\nsecret\r\n")
    ended = rapportkit(command, BAD / "encrypted.pdf", "--password-file", listed)
    assert ended.status in {0, 1}
    assert "secret" not in ended.out + ended.err


def test_a_password_that_does_not_fit_is_told_and_not_repeated(rapportkit, tmp_path):
    for text, said in (("Hush!", "the one of --password-file does"), ("Hush!\nWhisper", "none of the 2 of")):
        ended = rapportkit("extract", BAD / "encrypted.pdf", "--password-file", passwords(tmp_path, text))
        assert (ended.status, ended.out) == (3, "")
        assert said in ended.err
        assert "Hush" not in ended.err
    ended = rapportkit(
        "validate", BAD / "encrypted.pdf", "-f", "json", "--password-file", passwords(tmp_path, "Hush!")
    )
    (finding,) = json.loads(ended.out)
    assert (finding["code"], "Hush" in ended.out) == ("F005", False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "there is no password in the password file"),
        (b"\n\r\n", "there is no password in the password file"),
        (b"caf\xe9", "the password file is no text in UTF-8"),
        (b"a\n" * 40_000, "is too long for a password file"),
    ],
)
def test_password_files_that_are_none(rapportkit, tmp_path, text, said):
    ended = rapportkit("extract", SEED, "--password-file", passwords(tmp_path, text))
    assert (ended.status, said in ended.err) == (2, True)


def test_passwords_keep_their_blanks_and_their_letters(tmp_path):
    listed = passwords(tmp_path, " with blanks \nñandú\n")
    assert options.reading("final", listed, "auto", None).passwords == (" with blanks ", "ñandú")


def test_nothing_asked_for_is_the_usual():
    assert options.reading("final", None, "auto", None) == AS_USUAL
    chosen = options.reading("original", None, "off", ["pages=7", "Member-Bytes=64MB", "text_bytes=3 kb"])
    assert (chosen.revisions, chosen.ocr) == (Revisions.ORIGINAL, Ocr.OFF)
    assert chosen.limits == Limits(pages=7, member_bytes=64 * 2**20, text_bytes=3 * 2**10)


@pytest.mark.parametrize(
    "limit", ["pages=", "pages=0", "pages=-1", "pages=1.5", "pages=3MB", "pages=٣", "seconds=ten"]
)
def test_limits_are_whole_numbers(limit):
    with pytest.raises(UsageError, match=r"^--limit (pages|seconds) wants a whole number above 0, such as"):
        options.reading("final", None, "auto", [limit])


@pytest.mark.parametrize(
    ("limit", "file", "said"),
    [
        ("text-bytes=100", SEED, "it holds more than 100 bytes of text."),
        ("file-bytes=1kB", SEED, "is larger than 1 kB: that is no report."),
        ("members=2", BAD / "sound.docx", "its zip has more than 2 members."),
        ("pages=1", REPORTS / "working-session-4.1.pdf", "it has more than 1 pages."),
    ],
)
def test_limits_hold_and_are_told_with_their_name(rapportkit, limit, file, said):
    ended = rapportkit("validate", file, "-f", "json", "--limit", limit)
    (finding,) = json.loads(ended.out)
    assert (ended.status, finding["code"]) == (3, "F006")
    assert said in finding["message"]
    assert f"--limit {limit.partition('=')[0]}=… allows more" in finding["message"]


def test_every_limit_can_be_raised(rapportkit):
    raised = [part for name in options._known_limits() for part in ("--limit", f"{name}=999999999")]
    assert rapportkit("identify", BAD / "sound.docx", *raised).status == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the trouble is handed on by a copy of this process")
def test_a_file_that_hangs_costs_itself_and_its_seconds(rapportkit, monkeypatch, tmp_path):
    reading = txt.read

    def read(data: bytes, name: str, options: object) -> object:
        if name.startswith("b"):
            time.sleep(60)
        return reading(data, name, options)

    monkeypatch.setattr(txt, "read", read)
    for name in ("a.txt", "b.txt", "c.txt"):
        shutil.copy(SEED, tmp_path / name)
    start = time.monotonic()
    ended = rapportkit("extract", tmp_path, "-f", "jsonl", "--limit", "seconds=1")
    assert time.monotonic() - start < 20
    assert ended.status == 3
    assert [json.loads(line)["source"]["name"] for line in ended.out.splitlines()] == ["a.txt", "c.txt"]
    assert "b.txt is beyond what is safe to open: reading it took more than 1 seconds." in ended.err


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the trouble is handed on by a copy of this process")
def test_a_file_that_crashes_its_reader_costs_itself(rapportkit, monkeypatch, tmp_path):
    reading = txt.read

    def read(data: bytes, name: str, options: object) -> object:
        if name.startswith("a"):
            os._exit(11)
        return reading(data, name, options)

    monkeypatch.setattr(txt, "read", read)
    for name in ("a.txt", "b.txt"):
        shutil.copy(SEED, tmp_path / name)
    ended = rapportkit("identify", tmp_path)
    assert ended.status == 3
    assert "a.txt is damaged: it makes its reader crash" in ended.err
    assert "b.txt: gfmd-roundtable-2018" in ended.out


def test_documents_and_data_may_stand_side_by_side_in_any_order(rapportkit, tmp_path):
    data = rapportkit("extract", SEED).data
    for place, name in enumerate(["1.docx", "2.json", "3.txt", "4.json", "5.pdf", "6.docx"]):
        source = {"docx": BAD / "sound.docx", "txt": SEED, "pdf": BAD / "sound.pdf"}.get(
            name.partition(".")[2]
        )
        if source is None:
            (tmp_path / name).write_bytes(data)
        else:
            shutil.copy(source, tmp_path / name)
        assert place + 1 == len(list(tmp_path.iterdir()))
    lines = rapportkit("extract", tmp_path, "-f", "jsonl").out.splitlines()
    names = [json.loads(line)["source"]["name"] for line in lines]
    assert names == ["1.docx", SEED.name, "3.txt", SEED.name, "5.pdf", "6.docx"]


def test_a_file_that_is_gone_when_its_turn_comes_is_missed_in_its_turn(rapportkit, monkeypatch, tmp_path):
    shutil.copy(SEED, tmp_path / "a.txt")
    shutil.copy(SEED, tmp_path / "c.txt")
    (tmp_path / "b.txt").write_bytes(bytes(3000))
    ended = rapportkit("identify", tmp_path, "--limit", "file-bytes=20kB")
    assert ended.status == 3
    (tmp_path / "b.txt").write_bytes(bytes(30_000))
    ended = rapportkit("identify", tmp_path, "--limit", "file-bytes=20kB")
    assert ended.err.count("b.txt is larger than 20 kB") == 1
    assert [line.partition(":")[0].rpartition("/")[2] for line in ended.out.splitlines()[::2]] == [
        "a.txt",
        "c.txt",
    ]


def test_a_scan_on_the_command_line(rapportkit, tesseract):
    ended = rapportkit("extract", BAD / "scan.pdf", "-q")
    assert (ended.status, ended.err) == (0, "")
    assert 0.7 < json.loads(ended.out)["confidence"] < 0.9
    told = rapportkit("validate", BAD / "scan.pdf", "-q").out.replace("\n", " ")
    assert "its text was recognised by a program, which makes errors [D006" in told
    ended = rapportkit("extract", BAD / "scan.pdf", "--ocr", "off")
    assert (ended.status, ended.out) == (3, "")
    assert "with --ocr off, letters in pictures are not recognised" in ended.err
