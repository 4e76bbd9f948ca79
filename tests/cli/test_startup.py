"""What a command does not need, it does not load: start-up is most of the time of a short run."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from cli.conftest import ROOT

HEAVY = {"lxml", "docx", "pypdfium2", "pdfplumber", "pdfminer", "PIL", "rich"}
SEED = str(min((ROOT / "seeds").glob("000*")))
LOADED = """
import json, sys
from rapportkit.cli.outcome import run
run(sys.argv[1:])
sys.stdout.flush()
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("arguments", "spared"),
    [
        (["--help"], HEAVY | {"jsonschema", "rapidfuzz", "charset_normalizer"}),
        (["merge", "--help"], HEAVY | {"jsonschema", "rapidfuzz", "charset_normalizer"}),
        (["templates", "list"], HEAVY | {"jsonschema", "rapidfuzz", "charset_normalizer"}),
        (["identify", SEED], HEAVY | {"jsonschema"}),
        (["extract", SEED], HEAVY | {"jsonschema"}),
        (["validate", SEED], HEAVY),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_is_not_needed_is_not_imported(arguments, spared):
    ended = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], capture_output=True, check=True, timeout=60
    )
    loaded = set(json.loads(ended.stderr.splitlines()[-1]))
    assert "rapportkit" in loaded
    assert loaded & spared == set()


def test_the_version_needs_nothing_but_python():
    script = "import sys; sys.argv[1:] = ['--version']; from rapportkit.__main__ import main; main(); "
    ended = subprocess.run(
        [sys.executable, "-c", script + "print({'typer', 'click', 'typing'} & set(sys.modules))"],
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert ended.stdout.splitlines()[-1] == b"set()"
