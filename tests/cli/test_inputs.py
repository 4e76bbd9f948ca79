"""What the paths of a command stand for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from rapportkit.cli import inputs as inputs_
from rapportkit.cli.inputs import LARGEST, gather, one, printable
from rapportkit.errors import ReadError


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")


def found(*paths: Path | str) -> list[str]:
    return [given.shown for given in gather([str(path) for path in paths]).found]


def test_a_folder_is_searched_in_sorted_order_for_what_can_be_read(tmp_path, monkeypatch):
    put(tmp_path, "b.txt", "a.docx", "day 2/c.pdf", "day 10/d.md", "e.json")
    monkeypatch.chdir(tmp_path)
    assert found(".") == ["a.docx", "b.txt", "e.json", "day 10/d.md", "day 2/c.pdf"]


def test_hidden_files_lock_files_and_hidden_folders_are_passed_over(tmp_path, monkeypatch):
    put(tmp_path, "a.txt", ".b.txt", "~$a.docx", "._a.docx", ".git/c.txt")
    monkeypatch.chdir(tmp_path)
    assert found(".") == ["a.txt"]
    assert gather(["."]).aside == []


def test_files_of_other_kinds_are_left_aside_and_named(tmp_path):
    put(tmp_path, "a.txt", "old.xls", "list.xlsx")
    inputs = gather([str(tmp_path)])
    assert [Path(name).name for name in inputs.aside] == ["list.xlsx", "old.xls"]
    assert inputs.unread == []


def test_suffixes_count_in_capitals_too(tmp_path):
    put(tmp_path, "A.TXT", "B.Docx")
    assert len(found(tmp_path)) == 2


def test_a_pattern_that_the_shell_left_alone_is_expanded(tmp_path):
    put(tmp_path, "rt2.txt", "rt1.txt", "ws1.txt", "more/rt3.txt")
    assert [Path(name).name for name in found(tmp_path / "rt*.txt")] == ["rt1.txt", "rt2.txt"]
    assert [Path(name).name for name in found(tmp_path / "**" / "rt*.txt")] == [
        "rt3.txt",
        "rt1.txt",
        "rt2.txt",
    ]


def test_a_name_that_looks_like_a_pattern_but_exists_is_a_name(tmp_path):
    put(tmp_path, "report [final].txt", "report f.txt")
    assert [Path(name).name for name in found(tmp_path / "report [final].txt")] == ["report [final].txt"]


def test_a_pattern_without_a_match_is_told(tmp_path):
    (unread,) = gather([str(tmp_path / "*.docx")]).unread
    assert unread.message.endswith("*.docx matches no file: look at the folder's name.")


def test_the_same_file_named_in_many_ways_counts_once(tmp_path, monkeypatch):
    put(tmp_path, "day/a.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "day" / "a.txt")
    monkeypatch.chdir(tmp_path)
    assert found("day/a.txt", "./day/../day/a.txt", "day", "link.txt", "day/*.txt") == ["day/a.txt"]
    assert gather(["-", "-"]).found == gather(["-"]).found
    assert gather(["day/a.txt", "day", "link.txt", "-", "-"]).again == [
        "day/a.txt",
        "link.txt",
        "standard input",
    ]


def test_names_with_blanks_and_letters_of_all_kinds_are_kept(tmp_path):
    put(tmp_path, "Mesa redonda nº 1.txt", "Übersicht – Zürich.txt", "报告.txt", "تقرير.txt")
    assert {given.name for given in gather([str(tmp_path)]).found} == {
        "Mesa redonda nº 1.txt",
        "Übersicht – Zürich.txt",
        "报告.txt",
        "تقرير.txt",
    }


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("re\u0301union.txt", "réunion.txt"),
        ("a\nb.txt", "a�b.txt"),
        ("Screenshot\u202f3.txt", "Screenshot 3.txt"),
        ("caf\udce9.txt", "caf�.txt"),
    ],
)
def test_a_printed_name_is_one_line_of_sound_utf8(name, shown):
    assert printable(name) == shown
    assert printable(name).encode()


@pytest.mark.skipif(sys.platform == "win32", reason="names are bytes on POSIX systems only")
def test_a_file_whose_name_is_no_utf8_can_be_read(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text("hello")
    (given,) = gather([str(tmp_path)]).found
    assert (given.name, given.take()) == ("caf�.txt", b"hello")


def test_a_folder_with_nothing_in_it_is_told(tmp_path):
    (unread,) = gather([str(tmp_path)]).unread
    assert unread.message == f"{tmp_path} is a folder with nothing in it."


def test_a_folder_with_nothing_readable_in_it_is_told(tmp_path):
    put(tmp_path, "film.mp4")
    (unread,) = gather([str(tmp_path)]).unread
    assert "holds no file that can be read (.txt, .md, .docx" in unread.message


def test_an_empty_name_is_not_taken_for_the_folder_at_hand(tmp_path, monkeypatch):
    put(tmp_path, "a.txt")
    monkeypatch.chdir(tmp_path)
    inputs = gather([""])
    assert inputs.found == []
    assert [unread.message for unread in inputs.unread] == ["“” is an empty name: name a file or a folder."]


def test_a_missing_file_is_told_and_the_others_are_found(tmp_path):
    put(tmp_path, "a.txt")
    inputs = gather([str(tmp_path / "missing.docx"), str(tmp_path / "a.txt")])
    assert [given.name for given in inputs.found] == ["a.txt"]
    assert [unread.message for unread in inputs.unread] == [
        f"{tmp_path}/missing.docx does not exist: look at the name and the folder.",
    ]


def test_a_very_large_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "film.docx"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(ReadError, match=r"film\.docx is larger than 256 MB: that is no report"):
        one(str(path)).take()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_a_file_without_permission_is_told(tmp_path):
    put(tmp_path, "a.txt")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(ReadError, match="you have no permission to read it"):
        one(str(tmp_path / "a.txt")).take()


def test_a_pipe_and_a_dangling_link_in_a_folder_are_missed_by_name(tmp_path):
    put(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "b.docx").symlink_to(tmp_path / "nowhere.docx")
    (tmp_path / "round.pdf").symlink_to("round.pdf")
    (tmp_path / "lock").symlink_to("nobody@nowhere")
    inputs = gather([str(tmp_path)])
    assert [given.name for given in inputs.found] == ["a.txt"]
    assert [unread.message.removeprefix(f"{tmp_path}/") for unread in inputs.unread] == [
        "b.docx is a link that leads nowhere: the file it stood for is gone.",
        "pipe.txt is no file but a pipe or a device: name it by itself to read it.",
        "round.pdf cannot be read (too many levels of symbolic links).",
    ]
    assert [Path(name).name for name in inputs.aside] == ["lock"]


def test_a_folder_without_permission_is_told_once(tmp_path, monkeypatch):
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    assert [unread.message for unread in gather([str(tmp_path)]).unread] == [
        f"{tmp_path} cannot be opened: you have no permission to read it.",
    ]


def test_a_link_to_another_folder_is_named_and_not_followed(tmp_path):
    put(tmp_path, "in/a.txt", "in/b/c.txt", "elsewhere/d.txt")
    (tmp_path / "in" / "day2").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "in" / "round").symlink_to(tmp_path / "in" / "b")
    inputs = gather([str(tmp_path / "in")])
    assert [given.name for given in inputs.found] == ["a.txt", "c.txt"]
    assert [Path(name).name for name in inputs.linked] == ["day2"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="POSIX has a file without an end")
def test_what_has_no_end_is_read_up_to_the_limit(monkeypatch):
    monkeypatch.setattr(inputs_, "LARGEST", 1000)
    with pytest.raises(ReadError, match="/dev/zero is larger than") as caught:
        one("/dev/zero").take()
    assert caught.value.code == "F006"
