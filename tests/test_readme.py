"""What the README shows is what happens: its commands are run, and their output is held against it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BIN = Path(sys.executable).parent


def examples() -> Iterator[tuple[str, list[str]]]:
    """Each command of the console blocks, with the lines shown below it."""
    for block in re.findall(r"^```console\n(.*?)^```$", README, re.MULTILINE | re.DOTALL):
        for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *shown = example.splitlines()
            yield command, shown


def follows(printed: str, shown: list[str]) -> bool:
    """Whether the printed lines are those shown; “…” alone in a line stands for any that are left out."""
    pattern = "".join(r"(?:.*\n)*?" if line == "…" else re.escape(line) + r"\n" for line in shown)
    return re.fullmatch(pattern, printed) is not None


@pytest.fixture
def desk(tmp_path):
    """An empty folder with the examples in it: the README's commands write beside them."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    return tmp_path


@pytest.mark.parametrize(
    ("command", "shown"), list(examples()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_readme_shows_what_happens(desk, command, shown):
    if command == "make demo":
        if not shutil.which("make"):
            pytest.skip("make is not at hand")
        command = f"make --no-print-directory -f '{ROOT}/Makefile' -o .venv/.installed BIN='{BIN}' demo"
    ended = subprocess.run(
        ["sh", "-c", command],
        cwd=desk,
        env={**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "MAKEFLAGS": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=120,
    )
    printed = ended.stdout.decode("utf-8")
    assert follows(printed, shown), printed
    assert ended.returncode in {0, 1}


def test_the_commands_in_the_table_are_those_there_are():
    from rapportkit.cli.app import app

    named = set(re.findall(r"^\| `rapportkit (\w+)", README, re.MULTILINE))
    known = {command.callback.__name__ for command in app.registered_commands if command.callback}
    assert named == known | {"templates", "config"}


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "CONTRIBUTING.md",
        "docs/architecture.md",
        "docs/validating.md",
        "docs/merging.md",
        "docs/deciding.md",
        "benchmarks/README.md",
    ],
)
def test_links_lead_somewhere(page):
    path = ROOT / page
    links = re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("picture", ["summary-pages.png", "summary-html.png", "comments.png"])
def test_the_pictures_are_small(picture):
    assert (ROOT / "docs" / picture).stat().st_size < 150_000
