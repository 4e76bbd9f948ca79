"""The summaries of the example event, as committed, are what its reports give today."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "examples" / "event" / "summary"
SAME_BYTES = ("reports.jsonl", "summary.html", "summary.md", "summary.csv", "summary.json", "board.html")
PACKED = ("summary.docx", "notes-5.docx", "summary.xlsx")


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("summary")
    subprocess.run([sys.executable, ROOT / "examples" / "make_summaries.py", folder], check=True)
    return folder


def parts(file: Path) -> dict[str, bytes]:
    """What a packed file holds; pictures are packed in ways of their own."""
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith(".png")}


def test_nothing_else_is_kept(made):
    assert {file.name for file in KEPT.iterdir()} == {file.name for file in made.iterdir()}


@pytest.mark.parametrize("name", SAME_BYTES)
def test_the_bytes_are_the_same(made, name):
    assert (made / name).read_bytes() == (KEPT / name).read_bytes()


@pytest.mark.parametrize("name", PACKED)
def test_what_is_packed_is_the_same(made, name):
    now, kept = parts(made / name), parts(KEPT / name)
    assert sorted(now) == sorted(kept)
    assert [part for part in now if now[part] != kept[part]] == []


def test_the_print_says_the_same(made):
    import pypdfium2

    def text(file: Path) -> list[str]:
        with pypdfium2.PdfDocument(file) as pdf:
            words = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
        return words.replace("\x02", "-").split()

    assert text(made / "summary.pdf") == text(KEPT / "summary.pdf")
