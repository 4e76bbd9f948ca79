"""Where data goes, and that it arrives whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rapportkit.cli import outputs
from rapportkit.errors import OutputError, UsageError

KNOWN = ("docx", "md", "json")


@pytest.mark.parametrize(
    ("wanted", "output", "chosen"),
    [
        (None, None, "md"),
        (None, "-", "md"),
        (None, "s.docx", "docx"),
        (None, "s.JSON", "json"),
        ("json", "s.JSON", "json"),
        ("md", "s.txt", "md"),
        ("md", "summary", "md"),
        ("json", os.devnull, "json"),
        ("JSON", None, "json"),
        (None, "summary", "md"),
        (None, os.devnull, "md"),
    ],
)
def test_the_format_is_the_one_asked_for_else_the_suffix_else_the_default(wanted, output, chosen):
    assert outputs.choose_format(wanted, Path(output) if output else None, KNOWN, "md") == chosen


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(UsageError, match=r"no format “xml” here\. Known are: docx, md, json\."):
        outputs.choose_format("xml", None, KNOWN, "md")
    with pytest.raises(UsageError, match=r"“\.odt” names no format .* Known are: \.docx, \.md, \.json\."):
        outputs.choose_format(None, Path("s.odt"), KNOWN, "md")
    with pytest.raises(UsageError, match=r"“\.TXT” names no format .* \.json; or name the format with -f\."):
        outputs.choose_format(None, Path("s.TXT"), KNOWN, "md")
    with pytest.raises(UsageError, match=r"“\.md” names no format .* Known are: \.txt, \.json\."):
        outputs.choose_format(None, Path("findings.md"), ("text", "json"), "text")


@pytest.mark.parametrize(("wanted", "output"), [("md", "s.docx"), ("json", "s.md"), ("md", "s.pdf")])
def test_a_format_and_a_suffix_that_contradict_each_other_are_refused(wanted, output):
    with pytest.raises(
        UsageError, match=rf"^{output}: the suffix “.*” promises another format than “-f {wanted}”"
    ):
        outputs.choose_format(wanted, Path(output), KNOWN, "md")


def test_an_output_that_cannot_be_read_can_be_written(rapportkit, tmp_path, monkeypatch):
    target = tmp_path / "list.json"
    target.touch()
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.R_OK and may(path, mode))
    assert rapportkit("templates", "list", "-o", target) == (0, "", "", b"")
    assert target.stat().st_size > 0


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path):
    target = tmp_path / "summary.md"
    target.write_bytes(b"old")
    target.chmod(0o640)
    assert outputs.write(b"new", target)
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["summary.md"]


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path):
    outputs.write(b"", tmp_path / "a")
    (tmp_path / "b").touch()
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    outputs.write(b"new", tmp_path / "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_a_missing_folder_is_told_before_the_work_starts(tmp_path):
    with pytest.raises(OutputError, match=r"cannot be written: there is no folder .*nowhere\. Make it"):
        outputs.check(tmp_path / "nowhere" / "summary.md")


def test_a_folder_is_no_output(tmp_path):
    with pytest.raises(OutputError, match="is a folder: name a file in it"):
        outputs.check(tmp_path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a disk that is always full")
def test_a_full_disk_is_told():
    with pytest.raises(OutputError, match=r"/dev/full cannot be written: the disk is full\."):
        outputs.write(b"words", Path("/dev/full"))


LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
from pathlib import Path
from rapportkit.cli import outputs
from rapportkit.errors import OutputError
try:
    outputs.write(b"x" * 5000, Path(sys.argv[1]))
except OutputError as trouble:
    print(trouble)
"""


def test_a_write_that_fails_half_way_leaves_the_old_file_and_no_half_one(tmp_path):
    target = tmp_path / "summary.md"
    target.write_bytes(b"old")
    told = subprocess.run([sys.executable, "-c", LIMITED, target], capture_output=True, check=True)
    assert told.stdout.decode() == (
        f"{target} cannot be written: the file would be larger than this system allows.\n"
    )
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["summary.md"]


def test_json_is_utf8_even_where_a_document_is_broken():
    assert outputs.json_line({"text": "Zürich 报告"}) == '{"text":"Zürich 报告"}\n'.encode()
    assert outputs.json_page({"text": "half \ud83d"}) == b'{\n  "text": "half ?"\n}\n'
