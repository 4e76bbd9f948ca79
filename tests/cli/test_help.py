"""Help that fits an ordinary terminal and ends with something to try."""

from __future__ import annotations

import pytest

COMMANDS = [
    [],
    ["validate"],
    ["extract"],
    ["merge"],
    ["identify"],
    ["templates"],
    ["templates", "list"],
    ["templates", "show"],
    ["templates", "check"],
    ["new"],
    ["explain"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_ends_with_an_example_and_fits_eighty_columns(rapportkit, command):
    ended = rapportkit(*command, "--help")
    assert (ended.status, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[-1].startswith("    rapportkit " + " ".join(command))
    assert "Example" in ended.out
    assert "\\" not in ended.out
    assert "..." not in ended.out.replace("PATHS...", "").replace("[ARGS]...", "").replace("FILE...", "")


def test_help_says_what_paths_are(rapportkit):
    assert "Files, folders (searched for files that can be read), or - for" in rapportkit("merge", "-h").out
