"""What a shell offers when somebody presses Tab."""

from __future__ import annotations

import subprocess
import sys

import pytest

from rapportkit.cli import completing


@pytest.mark.parametrize(
    ("offer", "typed", "offered"),
    [
        (completing.templates, "gfmd-csd", ["gfmd-csd-2016", "gfmd-csd-2018"]),
        (completing.rules, "l00", []),
        (completing.rules, "L00", ["L001", "L002", "L003", "L004"]),
        (completing.rules, "too-m", ["too-many-points"]),
        (completing.formats, "j", ["json", "jsonl", "junit"]),
        (completing.languages, "", ["en", "fr", "es"]),
        (completing.severities, "w", ["warning"]),
    ],
)
def test_words_that_begin_so_are_offered(offer, typed: str, offered: list[str]):
    assert offer(typed) == offered


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("rapportkit val", "validate"),
        ("rapportkit validate --lang f", "fr"),
        ("rapportkit explain too-m", "too-many-points"),
        ("rapportkit templates s", "show"),
    ],
)
def test_the_shell_is_answered(typed: str, offered: str):
    environment = {
        "_RAPPORTKIT_COMPLETE": "complete_bash",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(typed.split()) - 1),
    }
    ended = subprocess.run(
        [sys.executable, "-m", "rapportkit"], env=environment, capture_output=True, text=True, check=False
    )
    assert ended.stdout.split() == [offered]
