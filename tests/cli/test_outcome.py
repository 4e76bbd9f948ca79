"""How a run ends: exit statuses, and that nobody ever meets a traceback."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import ROOT, start
from rapportkit import __version__, api
from rapportkit.cli.outcome import status
from rapportkit.model.options import ReadOptions
from rapportkit.readers import txt

SEED = min((ROOT / "seeds").glob("000*"))


@pytest.mark.parametrize(
    ("found", "unread", "expected"),
    [(False, False, 0), (True, False, 1), (False, True, 3), (True, True, 3)],
)
def test_an_unread_input_outweighs_findings(found, unread, expected):
    assert status(found=found, unread=unread) == expected


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["validate"],
        ["validate", "--frobnicate", SEED],
        ["validate", SEED, "-f", "xml"],
        ["validate", SEED, "-t", "no-such-template"],
        ["validate", SEED, "-t", "no-such-template.json"],
        ["validate", SEED, "--template-dir", "/no/such/folder"],
        ["extract", SEED, "-o", "/no/such/folder/r.json"],
        ["extract", SEED, "-o", "r.docx"],
        ["merge", SEED, "--edition", "secret"],
        ["merge", SEED, "-o", "summary.odt"],
        ["templates", "show", "no-such-template"],
        ["templates", "check", "no-such-file.json"],
        ["new", "no-such-template", "-o", "form.docx"],
        ["explain", "X999"],
    ],
    ids=lambda arguments: " ".join(Path(each).name for each in map(str, arguments)),
)
def test_a_wrong_command_line_is_told_in_a_few_words_and_gives_2(
    rapportkit, tmp_path, monkeypatch, arguments
):
    monkeypatch.chdir(tmp_path)
    ended = rapportkit(*arguments)
    assert ended.status == 2
    assert ended.out == ""
    assert 0 < len(ended.err.splitlines()) <= 4
    assert "Traceback" not in ended.err
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_template_names_the_known_ones(rapportkit):
    assert "Known are: gfmd-csd-2016, gfmd-csd-2018," in rapportkit("validate", SEED, "-t", "gfmd").err


def test_an_unforeseen_fault_of_the_command_is_one_sentence_without_the_words_of_the_report(
    rapportkit, monkeypatch
):
    def fail(*_: object, **__: object) -> None:
        raise KeyError("confidential words")

    monkeypatch.setattr(api, "validate", fail)
    ended = rapportkit("validate", SEED)
    assert ended.status == 2
    assert ended.err.startswith("this is a fault in rapportkit (KeyError in test_outcome.py, line ")
    assert "confidential" not in ended.err


def test_an_unforeseen_fault_in_one_file_costs_that_file_only(rapportkit, monkeypatch, tmp_path):
    (tmp_path / "bad.txt").write_text("boom")
    shutil.copy(SEED, tmp_path / "good.txt")
    reading = txt.read

    def read(data: bytes, name: str, options: ReadOptions) -> object:
        if name == "bad.txt":
            raise RecursionError
        return reading(data, name, options)

    monkeypatch.setattr(txt, "read", read)
    ended = rapportkit("identify", tmp_path)
    assert ended.status == 3
    assert "good.txt: gfmd-roundtable-2018" in ended.out
    assert "bad.txt could not be read: this is a fault in rapportkit (RecursionError" in ended.err


def test_debug_shows_the_traceback(rapportkit, monkeypatch):
    def fail(*_: object) -> None:
        raise KeyError

    monkeypatch.setattr(api, "validate", fail)
    monkeypatch.setenv("RAPPORTKIT_DEBUG", "1")
    assert "Traceback (most recent call last)" in rapportkit("validate", SEED).err


def test_debug_shows_the_traceback_of_the_process_that_reads(rapportkit, monkeypatch):
    def fail(*_: object) -> None:
        raise KeyError

    monkeypatch.setattr(txt, "read", fail)
    monkeypatch.setenv("RAPPORTKIT_DEBUG", "1")
    told = rapportkit("identify", SEED).err
    assert "in fail" in told
    assert "this is a fault in rapportkit (KeyError in test_outcome.py, line " in told


def test_an_interrupt_gives_130_and_says_nothing():
    process = start("validate", "missing.txt", "-", stdin=subprocess.PIPE)
    assert process.stderr is not None
    # The complaint about the missing file says that reading standard input comes next.
    assert process.stderr.readline().startswith(b"missing.txt does not exist")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_a_closed_pipe_is_no_trouble(tmp_path, extracted):
    # More than the 64 kB that a pipe holds, or nobody would notice that its reader has gone.
    (tmp_path / "many.jsonl").write_bytes(extracted * 4)
    process = start("extract", tmp_path / "many.jsonl", "-f", "jsonl")
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline().startswith(b'{"rapportkit":"1"')
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a disk that is always full")
def test_a_full_disk_behind_standard_output_is_told():
    with Path("/dev/full").open("wb") as full:
        process = start("templates", "list", stdout=full)
        _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (2, b"Standard output cannot be written: the disk is full.\n")


@pytest.mark.parametrize(
    ("command", "status", "told"),
    [
        ("extract - <&-", 3, "standard input is closed: name a file instead of “-”.\n"),
        ("extract - </dev/null", 3, "standard input is empty; send the file again.\n"),
        ("templates list >&-", 2, "Standard output is closed: name a file with -o.\n"),
        ("extract no-such-file 2>&-", 3, ""),
        ("--version >&-", 0, ""),
    ],
)
def test_closed_and_empty_streams_are_told(command, status, told):
    ended = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m rapportkit {command}"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (ended.returncode, ended.stdout, ended.stderr.decode()) == (status, b"", told)


def test_output_is_utf8_whatever_the_locale():
    process = start("validate", SEED, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"})
    out, err = process.communicate(timeout=20)
    assert "“Inspiring quotes”" in out.decode("utf-8")
    assert b"\\u201c" not in out + err


def test_no_colour_leaves_the_program_where_nobody_watches(rapportkit, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    ended = rapportkit("validate", SEED)
    assert "\x1b" not in ended.out + ended.err


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_told(rapportkit, option):
    assert rapportkit(option).out == f"rapportkit {__version__}\n"
    process = start(option)
    assert process.communicate(timeout=20)[0] == f"rapportkit {__version__}{os.linesep}".encode()


def test_a_command_alone_shows_help_and_gives_2(rapportkit):
    ended = rapportkit()
    assert ended.status == 2
    assert "Usage: rapportkit" in ended.err
