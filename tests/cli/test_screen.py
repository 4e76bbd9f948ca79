"""What a person sees, on a terminal and where there is none."""

from __future__ import annotations

import io
import os
import pty
import shutil

import pytest

from cli.conftest import ROOT, start
from rapportkit.cli import screen
from rapportkit.model.finding import Severity

SEED = min((ROOT / "seeds").glob("004*"))
CROWDED = min((ROOT / "seeds").glob("001*"))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "lively"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {"TERM": "xterm"}, False),
        (None, {"TERM": "xterm"}, False),
    ],
)
def test_only_a_terminal_that_wants_colour_gets_it(monkeypatch, stream, environment, lively):
    monkeypatch.setattr("os.environ", environment)
    assert screen.is_lively(stream) is lively


def test_findings_are_painted_for_a_terminal_only(monkeypatch):
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.setattr("os.environ", {"TERM": "xterm", "COLUMNS": "70"})
    style = screen.style(drawn=True)
    assert style.width == 70
    assert style.paint("[L001]", "code", Severity.ERROR) == "\x1b[31m[L001]\x1b[0m"
    assert style.paint("words", "message", Severity.ERROR) == "words"
    plain = screen.style(drawn=False)
    assert (plain.width, plain.paint("[L001]", "code", Severity.ERROR)) == (0, "[L001]")


def test_without_colour_lines_are_still_wrapped(monkeypatch):
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.setattr("os.environ", {"TERM": "xterm", "COLUMNS": "70", "NO_COLOR": "1"})
    style = screen.style(drawn=True)
    assert (style.width, style.colours) == (70, False)
    assert screen.width(drawn=False) == 0
    monkeypatch.setattr("sys.stdout", io.StringIO())
    assert screen.width(drawn=True) == 0


def test_a_table_is_wrapped_in_its_last_column(monkeypatch):
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.setattr("os.environ", {"TERM": "dumb", "COLUMNS": "24"})
    rows = [("a-1", "The first of all forms"), ("b", "")]
    assert screen.table(("id", "form"), rows, drawn=True).splitlines() == [
        "id   form",
        "a-1  The first of all",
        "     forms",
        "b",
    ]
    assert screen.table(("id", "form"), rows).splitlines()[1] == "a-1  The first of all forms"


@pytest.mark.parametrize("command", [("identify", SEED), ("templates", "list"), ("validate", CROWDED)])
def test_a_terminal_is_never_run_over_and_a_pipe_gets_whole_lines(command):
    ours, theirs = pty.openpty()
    environment = {"NO_COLOR": "1", "TERM": "xterm", "COLUMNS": "90"}
    process = start(*command, stdout=theirs, env=environment)
    process.communicate(timeout=60)
    os.close(theirs)
    drawn = os.read(ours, 65536).decode()
    os.close(ours)
    piped, _ = start(*command, env=environment).communicate(timeout=60)
    assert "\x1b" not in drawn
    assert max(map(len, drawn.splitlines())) <= 90 < max(map(len, piped.decode().splitlines()))
    assert drawn.split() == piped.decode().split()


@pytest.mark.parametrize(("no_colour", "moves"), [("", True), ("1", False)])
def test_a_progress_bar_shows_on_a_terminal_and_leaves_the_data_alone(tmp_path, no_colour, moves):
    for number in range(4):
        shutil.copy(SEED, tmp_path / f"{number}.txt")
    ours, theirs = pty.openpty()
    process = start("identify", tmp_path, stderr=theirs, env={"NO_COLOR": no_colour, "TERM": "xterm"})
    out, _ = process.communicate(timeout=60)
    os.close(theirs)
    told = b""
    try:
        while chunk := os.read(ours, 4096):
            told += chunk
    except OSError:  # Linux says so when the other end of a terminal has gone
        pass
    os.close(ours)
    assert (b"Identifying" in told and b"\x1b[" in told) is moves
    assert b"\x1b" not in out
    assert out.count(b"gfmd-rapporteur-summary-2021") == 4


def test_what_a_closed_standard_error_does_not_take_is_said_nowhere_else(monkeypatch, capsys):
    monkeypatch.setattr("sys.stderr", None)
    screen.tell("nobody hears this")
    assert capsys.readouterr() == ("", "")


def test_a_long_path_keeps_its_end():
    shown = screen.some(["/a-folder-with-a-long-name/and-another-inside-it/report.docx"])
    assert shown.startswith("“…")
    assert shown.endswith("/report.docx”")
    assert len(shown) == 50
