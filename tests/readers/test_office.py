"""Old formats: what LibreOffice makes of them, and what is said where it is missing or fails."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rapportkit.errors import ReadError
from rapportkit.readers import office, reader_for
from rapportkit.readers.office import read

ROOT = Path(__file__).parents[2]
BAD = ROOT / "tests/fixtures/bad"
WORD = ROOT / "examples/formats/000.docx"
RTF = rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}\f0 {\b Label:} caf\'e9 words\par\trowd\cellx4000\cellx8000\intbl a\cell b\cell\row}"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NAME = "WordDocument".encode("utf-16-le")

has_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
has_shell = pytest.mark.skipif(os.name == "nt", reason="the stand-in for LibreOffice is a shell script")


def compound(flags: int = 0, version: int = 0xC1, table: str = "1Table") -> bytes:
    """As much of an old Word file as is looked at before LibreOffice is asked."""
    header = b"\xec\xa5" + version.to_bytes(2, "little") + bytes(6) + flags.to_bytes(2, "little")
    return OLE + bytes(504) + header.ljust(512, b"\0") + NAME + table.encode("utf-16-le")


@pytest.fixture
def without_office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Put a shell script in the place of LibreOffice; `$out` and `$in` are where it writes and reads."""

    def put(lines: str) -> None:
        script = tmp_path / "bin" / "soffice"
        script.parent.mkdir()
        script.write_text(
            '#!/bin/sh\nfor each; do before=$last; last=$each; [ "$before" = --outdir ] && out=$each; done\n'
            f'in=$last; mkdir -p "$out"\n{lines}\n'
        )
        script.chmod(0o755)
        monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}/usr/bin{os.pathsep}/bin")

    return put


@has_office
def test_a_rich_text_file_is_read_by_way_of_word():
    document = read(RTF, "x.rtf")
    assert [(block.text, block.lead, block.location.cell) for block in document.blocks] == [
        ("Label: café words", 6, None),
        ("a", 0, 1),
        ("b", 0, 2),
    ]
    assert (document.source.name, document.source.format) == ("x.rtf", "rtf")
    assert document.source.sha256 == hashlib.sha256(RTF).hexdigest()


@has_shell
@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (compound(), "x.doc", "doc"),
        (RTF, "x.doc", "rtf"),
        (b"\xffWPCx", "x.wpd", "wpd"),
        (b"PK\3\4x", "x.pages", "pages"),
    ],
)
def test_what_comes_out_is_read_as_word(stand_in, data: bytes, name: str, form: str):
    stand_in(f'cp "{WORD}" "$out/report.docx"')
    document = reader_for(name, data)(data, name)
    assert document.blocks[0].location.source == name
    assert len(document.blocks) > 20
    assert (document.source.format, document.source.sha256) == (form, hashlib.sha256(data).hexdigest())


@has_shell
def test_the_file_is_given_under_its_own_kind_with_a_profile_that_fetches_nothing(stand_in, tmp_path: Path):
    stand_in(f'cp "$in" "$HOME/profile/user/registrymodifications.xcu" "{tmp_path}"')
    with pytest.raises(ReadError, match="could not convert"):
        read(RTF, "a name; with signs.rtf")
    assert (tmp_path / "report.rtf").read_bytes() == RTF
    settings = (tmp_path / "registrymodifications.xcu").read_text("utf-8")
    for name, value in (
        ("DisableMacrosExecution", "true"),
        ("BlockUntrustedRefererLinks", "true"),
        ("Link", "2"),
    ):
        assert f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value>' in settings


@has_shell
def test_a_conversion_that_does_not_end_is_ended(stand_in, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(office, "SECONDS", 0.3)
    stand_in(f'(sleep 2; touch "{tmp_path}/late") & sleep 30')
    started = time.monotonic()
    with pytest.raises(
        ReadError, match=r"^x\.rtf is a rich text file that LibreOffice could not convert; "
    ) as caught:
        read(RTF, "x.rtf")
    assert caught.value.code == "F012"
    assert time.monotonic() - started < 2
    time.sleep(2)
    assert not (tmp_path / "late").exists()


@has_shell
def test_a_conversion_ends_with_whoever_asked_for_it(stand_in, tmp_path: Path):
    stand_in(f'touch "{tmp_path}/begun"; sleep 1; touch "{tmp_path}/late"; sleep 30')
    code = f"from rapportkit.readers.office import read; read({RTF!r}, 'x.rtf')"
    process = subprocess.Popen([sys.executable, "-c", code])
    while not (tmp_path / "begun").exists():
        assert process.poll() is None
        time.sleep(0.02)
    process.kill()
    process.wait()
    time.sleep(1.3)
    assert not (tmp_path / "late").exists()


@has_shell
def test_nothing_is_left_behind(stand_in, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    place = tmp_path / "tmp"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    stand_in("exit 1")
    with pytest.raises(ReadError):
        read(RTF, "x.rtf")
    assert list(place.iterdir()) == []


@pytest.mark.usefixtures("without_office")
@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (compound(), "x.doc", "is an old Word file; open it in Word, choose Save As → Word document (.docx)"),
        (RTF, "x.rtf", "is a rich text file; open it in Word"),
        (b"\xffWPCx", "x.wpd", "is a WordPerfect file; open it in Word or LibreOffice"),
        (b"PK\3\4x", "x.pages", "is a Pages file; open it in Pages, choose File → Export To → Word"),
        ((BAD / "old-word.doc").read_bytes(), "old-word.doc", "is an old Word file; open it in Word"),
    ],
)
def test_without_libreoffice_the_way_out_is_said(data: bytes, name: str, said: str):
    with pytest.raises(ReadError) as caught:
        read(data, name)
    assert caught.value.code == "F012"
    assert str(caught.value).startswith(f"{name} {said}")
    assert "where LibreOffice is installed" in str(caught.value)


@pytest.mark.parametrize(
    ("data", "name", "code", "said"),
    [
        (b"", "x.doc", "F002", "is empty"),
        (b"just text", "x.doc", "F003", "is not what its name says"),
        (compound(flags=0x100), "x.doc", "F005", "is protected by a password"),
        (compound(table=""), "x.doc", "F012", "is an old Word file"),
        (OLE + "Workbook".encode("utf-16-le"), "x.doc", "F005", "is an old Excel file"),
        (OLE + "__substg1.0_0037001F".encode("utf-16-le"), "x.msg", "F012", "is a mail saved from Outlook"),
    ],
)
def test_what_cannot_be_read_is_refused_without_asking(
    data: bytes, name: str, code: str, said: str, monkeypatch
):
    monkeypatch.setattr(office, "_convert", lambda *_: pytest.fail("LibreOffice was asked"))
    with pytest.raises(ReadError) as caught:
        read(data, name)
    assert (caught.value.code, str(caught.value).startswith(f"{name} {said}")) == (code, True)


@pytest.mark.parametrize(
    ("name", "data", "module"),
    [
        ("x.doc", WORD.read_bytes()[:2000], "docx"),
        ("x.doc", b"<html><body>saved by Word", "html"),
        ("x.doc", OLE + "EncryptedPackage".encode("utf-16-le"), "docx"),
        ("x.docx", compound(), "office"),
        ("x.txt", RTF, "office"),
        ("x.docx", RTF, "docx"),
        ("x.txt", b"\xef\xbb\xbf<!-- x -->\n<!DOCTYPE html><p>", "html"),
        ("x.txt", "<html>".encode("utf-16"), "html"),
        ("x.txt", b"<p>One</p> <b>two</b>", "txt"),
        ("x.docx", b"<html>", "docx"),
        ("x.md", b"# Title", "txt"),
        ("x.XHTML", b"<p>", "html"),
    ],
)
def test_the_reader_is_chosen_by_content_then_by_suffix(name: str, data: bytes, module: str):
    assert reader_for(name, data).__module__ == f"rapportkit.readers.{module}"


def test_other_kinds_are_refused_with_what_can_be_sent():
    with pytest.raises(
        ReadError, match=r"^x\.xlsx: files of this kind are not read; send \.docx, "
    ) as caught:
        reader_for("x.xlsx", b"x")
    assert caught.value.code == "F010"
