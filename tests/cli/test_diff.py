"""`rapportkit diff`: two versions of a report, or two summaries."""

from __future__ import annotations

import json

import pytest

from cli.conftest import ROOT

SEED = min((ROOT / "seeds").glob("000*"))
WORD = ROOT / "examples" / "reports" / "roundtable-1.2.docx"


@pytest.fixture
def second(tmp_path):
    """A second version: one word another, one point gone, one come."""
    text = SEED.read_text("utf-8")
    kept = [line for line in text.splitlines(keepends=True) if "No One is Left Behind" not in line]
    changed = "".join(kept).replace("sends Islamic guiders", "sends Islamic guides")
    assert changed.count("\n") == text.count("\n") - 1
    path = tmp_path / "second.txt"
    path.write_text(changed.rstrip() + "\n\nLocal clinics matter more than laws do.\n", "utf-8")
    return path


def test_what_came_went_and_changed_is_told_by_question(rapportkit, second):
    ended = rapportkit("diff", SEED, second)
    assert ended.status == 0
    assert "sends Islamic [-guiders-] {+guides+} where" in ended.out
    assert (
        "  - Services provided will contribute to the Agenda overall to ensure No One is Left Behind."
        in ended.out
    )
    assert "  + Local clinics matter more than laws do." in ended.out
    assert ended.err == "1 came, 1 went, 1 changed, 43 the same.\n"


def test_the_same_report_in_another_format_does_not_differ(rapportkit):
    ended = rapportkit("diff", SEED, WORD)
    assert (ended.status, ended.out) == (0, "")
    assert ended.err.startswith("Nothing differs: ")


def test_json_and_markdown_say_the_same(rapportkit, second, tmp_path):
    told = json.loads(rapportkit("diff", SEED, second, "-f", "json").out)
    (changed,) = [change for each in told["headings"] for change in each["changed"]]
    assert "guiders" in changed["before"]["text"]
    out = tmp_path / "changes.md"
    assert rapportkit("diff", SEED, second, "-o", out).status == 0
    page = out.read_text("utf-8")
    assert "## " in page
    assert "- came: Local clinics matter more than laws do. (line " in page


def test_two_summaries_are_compared_by_section(rapportkit, second, tmp_path):
    for name, report in (("a", SEED), ("b", second)):
        rapportkit("merge", report, "-o", tmp_path / f"{name}.json", "-q")
    ended = rapportkit("diff", tmp_path / "a.json", tmp_path / "b.json")
    assert ended.status == 0
    assert "Good practices and opportunities\n" in ended.out
    assert "[RT 1.2]" in ended.out


def test_one_thing_with_one_other(rapportkit, tmp_path):
    assert rapportkit("diff", SEED, tmp_path / "none.txt").status == 3
    ended = rapportkit("diff", SEED, SEED)
    assert (ended.status, "name two files" in ended.err) == (2, True)
